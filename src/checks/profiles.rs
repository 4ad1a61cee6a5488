//! Profile files: DL501 profile-unreadable, DL502 profile-id-twice, DL503 profile-unknown-id, DL504 profile-shared-name.
//! Offices that overlap are `terms`.

mod terms;

use rustc_hash::FxHashMap;

use super::report::Report;
use super::{Finding, Rules};
use crate::names::{countries, variants};
use crate::profiles::edit::into_list;
use crate::profiles::file::{File, entry::nearest};
use crate::profiles::{PersonEntry, Spanned};
use crate::text::Span;
use crate::world::{DocId, EntityId, Place, World};

/// A text in an entry, with its place.
type Text = Spanned<Box<str>>;

/// The findings of a profile file; none for what is no profile.
pub(super) fn findings(world: &World, doc: &DocId, rules: &Rules) -> Vec<Finding> {
    let Some(file) = world.profile_file(doc) else { return Vec::new() };
    let mut report = Report::default();
    let check = Check { world, doc, file };
    check.unreadable(&mut report);
    check.ids(&mut report);
    check.unknown(&mut report);
    check.names(&mut report);
    terms::check(world, doc, file, &mut report);
    report.finish(doc, rules)
}

struct Check<'w> {
    world: &'w World,
    doc: &'w DocId,
    file: &'w File,
}

impl<'w> Check<'w> {
    fn place(&self, span: Span) -> Place {
        Place { doc: self.doc.clone(), span }
    }

    /// DL501, and DL502 within the file.
    fn unreadable(&self, report: &mut Report) {
        for problem in &self.file.problems {
            let code = if problem.first.is_some() { 502 } else { 501 };
            let mut finding = Finding::new(code, problem.span, problem.message.clone());
            if let Some(first) = problem.first {
                finding = finding.related(self.place(first), "taken here");
            }
            if let Some(instead) = &problem.instead {
                let edit = vec![(self.place(problem.span), instead.to_string())];
                finding = finding.fix(format!("write {instead}"), edit);
            }
            report.note(finding);
        }
    }

    /// DL502 across files: the first file in order of path has the id.
    fn ids(&self, report: &mut Report) {
        let mut taken = |id: &Text, first: Option<(&DocId, Span)>| {
            let Some((other, span)) = first.filter(|(other, _)| *other != self.doc) else { return };
            let message = format!("the id `{}` is taken by an entry of {other}; ids must differ", id.value);
            let place = Place { doc: other.clone(), span };
            report.note(Finding::new(502, id.span, message).related(place, "taken here"));
        };
        for person in &self.file.persons {
            let first = self.world.person_profile(&person.id.value);
            taken(&person.id, first.map(|(doc, first)| (doc, first.id.span)));
        }
        for event in &self.file.events {
            let first = self.world.event_profile(&event.id.value);
            taken(&event.id, first.map(|(doc, first)| (doc, first.id.span)));
        }
        for series in &self.file.series {
            let first = self.world.series_profile(&series.id.value);
            taken(&series.id, first.map(|(doc, first)| (doc, first.id.span)));
        }
    }

    /// DL503: ids that lead nowhere, codes of no country.
    fn unknown(&self, report: &mut Report) {
        for person in &self.file.persons {
            person.not.iter().for_each(|id| self.person(id, report));
            person.offices.iter().for_each(|office| self.country(office.country.as_ref(), report));
        }
        for event in &self.file.events {
            event.attended.iter().chain(&event.host).for_each(|id| self.person(id, report));
            self.country(event.country.as_ref(), report);
            let Some(id) = &event.series else { continue };
            if self.world.series_profile(&id.value).is_none() {
                let all = self.world.profile_files().flat_map(|(_, file)| &file.series);
                let near = nearest(&id.value, all.map(|series| &*series.id.value));
                self.nobody(id, "series", near, report);
            }
        }
    }

    /// Somebody without a profile may be named by the id that the corpus gives.
    fn person(&self, id: &Text, report: &mut Report) {
        let known = self.world.person_profile(&id.value).is_some()
            || self.world.entity(&EntityId(id.value.as_ref().into())).is_some();
        if !known {
            let near = nearest(&id.value, self.persons().map(|(_, person)| &*person.id.value));
            self.nobody(id, "person", near, report);
        }
    }

    fn nobody(&self, id: &Text, noun: &str, near: Option<&str>, report: &mut Report) {
        let hint = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        let finding = Finding::new(503, id.span, format!("no {noun} has the id `{}`{hint}", id.value));
        report.note(match near {
            Some(near) => {
                finding.fix(format!("write {near}"), vec![(self.place(inner(id.span)), near.to_owned())])
            }
            None => finding,
        });
    }

    fn country(&self, code: Option<&Text>, report: &mut Report) {
        let Some(code) = code.filter(|code| !countries::is_code(&code.value)) else { return };
        let message = format!("`{}` is no country’s two letters", code.value);
        let finding = Finding::new(503, code.span, message);
        report.note(match countries::named(&code.value.to_uppercase()) {
            Some(country) => {
                let edit = vec![(self.place(inner(code.span)), country.code.to_owned())];
                let finding = finding.help(format!("{} is `{}`", country.name, country.code));
                finding.fix(format!("write {}", country.code), edit)
            }
            None => finding,
        });
    }

    fn persons(&self) -> impl Iterator<Item = (&'w DocId, &'w PersonEntry)> + use<'w> {
        self.world
            .profile_files()
            .flat_map(|(doc, file)| file.persons.iter().map(move |person| (doc, person)))
    }

    /// DL504: a spelling that two people claim, and neither says that they are namesakes. The alias is to blame, or
    /// of two the one that comes later.
    fn names(&self, report: &mut Report) {
        let mut claimed: FxHashMap<String, Vec<Claimed<'_>>> = FxHashMap::default();
        for (doc, person) in self.persons() {
            for (name, alias) in spellings(person) {
                let claim = Claimed { alias, doc, name, person };
                claimed.entry(variants::folded(&name.value)).or_default().push(claim);
            }
        }
        for person in &self.file.persons {
            for (name, alias) in spellings(person) {
                let own = Claimed { alias, doc: self.doc, name, person };
                let all = claimed.get(&variants::folded(&name.value));
                let Some(other) = all.into_iter().flatten().find(|other| other.before(&own)) else {
                    continue;
                };
                let message = format!("`{}` is a name of `{}` too", name.value, other.person.id.value);
                let id = &other.person.id.value;
                let text = self.file.text.as_str();
                let (at, new) = into_list(text, person.span, person.name.span, "not", &person.not, id);
                let finding = Finding::new(504, name.span, message)
                    .related(Place { doc: other.doc.clone(), span: other.name.span }, "claimed here")
                    .help("take it out of one, or say that they are namesakes with `not`")
                    .fix(format!("they are namesakes: not = [\"{id}\"]"), vec![(self.place(at), new)]);
                report.note(finding);
            }
        }
    }
}

/// A spelling and whose it is.
struct Claimed<'w> {
    alias: bool,
    doc: &'w DocId,
    name: &'w Text,
    person: &'w PersonEntry,
}

impl Claimed<'_> {
    /// Whether this is somebody else's, unless they are namesakes, and comes first: a name before an alias.
    fn before(&self, other: &Self) -> bool {
        let place = |claimed: &Self| (claimed.alias, claimed.doc.clone(), claimed.name.span);
        self.person.id.value != other.person.id.value
            && !says_not(self.person, other.person)
            && !says_not(other.person, self.person)
            && place(self) < place(other)
    }
}

/// The name, then the aliases, each with whether it is one.
fn spellings(person: &PersonEntry) -> impl Iterator<Item = (&Text, bool)> {
    std::iter::once((&person.name, false)).chain(person.aliases.iter().map(|alias| (alias, true)))
}

fn says_not(person: &PersonEntry, other: &PersonEntry) -> bool {
    person.not.iter().any(|id| id.value == other.id.value)
}

/// Without the quotes around a TOML string.
fn inner(quoted: Span) -> Span {
    if quoted.len() >= 2 { Span::new(quoted.start + 1, quoted.end - 1) } else { quoted }
}
