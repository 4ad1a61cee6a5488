//! DL504 profile-shared-name: a spelling claimed by two people, neither of whom is declared a namesake of the
//! other. The alias is to blame, or the later of two aliases.

use rustc_hash::FxHashMap;

use super::Finding;
use super::context::ProfileContext;
use super::report::Report;
use crate::names::variants;
use crate::profiles::edit::into_list;
use crate::profiles::{PersonEntry, Spanned};
use crate::text::Span;
use crate::world::{DocId, Place};

pub(super) fn check(context: &ProfileContext<'_>, report: &mut Report) {
    let mut claims: FxHashMap<String, Vec<NameClaim<'_>>> = FxHashMap::default();
    for claim in context.all_persons().flat_map(|(doc, person)| claims_of(doc, person)) {
        claims.entry(claim.folded()).or_default().push(claim);
    }
    for own in context.file.persons.iter().flat_map(|person| claims_of(context.doc, person)) {
        let all = claims.get(&own.folded()).into_iter().flatten();
        if let Some(other) = all.into_iter().find(|other| other.outranks(&own)) {
            report.note(shared(context, &own, other));
        }
    }
}

fn shared(context: &ProfileContext<'_>, own: &NameClaim<'_>, other: &NameClaim<'_>) -> Finding {
    let (person, id) = (own.person, &other.person.id.value);
    let message = format!("`{}` is a name of `{id}` too", own.name.value);
    let text = context.file.text.as_str();
    let (at, new) = into_list(text, person.span, person.name.span, "not", &person.not, id);
    Finding::new(504, own.name.span, message)
        .related(Place { doc: other.doc.clone(), span: other.name.span }, "claimed here")
        .help("take it out of one, or say that they are namesakes with `not`")
        .fix(format!("they are namesakes: not = [\"{id}\"]"), vec![(context.place(at), new)])
}

/// A spelling and its claimant.
struct NameClaim<'w> {
    is_alias: bool,
    doc: &'w DocId,
    name: &'w Spanned<Box<str>>,
    person: &'w PersonEntry,
}

/// The name, then the aliases.
fn claims_of<'w>(doc: &'w DocId, person: &'w PersonEntry) -> impl Iterator<Item = NameClaim<'w>> {
    let name = NameClaim { is_alias: false, doc, name: &person.name, person };
    let aliases = person.aliases.iter().map(move |name| NameClaim { is_alias: true, doc, name, person });
    std::iter::once(name).chain(aliases)
}

impl NameClaim<'_> {
    /// The spelling in the form that is compared.
    fn folded(&self) -> String {
        variants::person_key(&self.name.value)
    }

    /// Whether this one belongs to another person, not a namesake, and comes first: a name before an alias.
    fn outranks(&self, other: &Self) -> bool {
        self.person.id.value != other.person.id.value
            && !says_not(self.person, other.person)
            && !says_not(other.person, self.person)
            && self.rank() < other.rank()
    }

    fn rank(&self) -> (bool, &DocId, Span) {
        (self.is_alias, self.doc, self.name.span)
    }
}

fn says_not(person: &PersonEntry, other: &PersonEntry) -> bool {
    person.not.iter().any(|id| id.value == other.id.value)
}
