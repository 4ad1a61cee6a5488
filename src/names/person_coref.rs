//! Coreference of persons over the whole article: once a full name occurs anywhere, its surname alone, in
//! headlines too, is the same person; a word that names a person in one place names that person in the next.

mod alike;
mod antecedents;
mod families;
mod full_names;
mod reach;
mod short_names;
mod signs;
mod single_names;

use rustc_hash::FxHashMap;

use super::candidates::{Candidate, NameContext};
use super::kinds::one_kind_a_name;
use super::repeated::{repeated_full_names, split_pairs, trim_headlines};
use super::variants::NamePart;
use crate::text::{Index, ZoneKind};
use alike::{FamilyNames, PeopleByPiece};
use antecedents::Antecedents;

/// A person of the article while names are read.
#[derive(Clone, Debug, Default)]
pub(super) struct LocalPerson {
    /// "jr" or "sr", where the article says so.
    pub generation: Option<&'static str>,
    /// The words of the fullest name, in lower case; hyphens separate words.
    pub words: Vec<String>,
    /// For each word whether a hyphen ties it to the one before: 1, and 2 if it has no capital ("Jong-un").
    pub ties: Vec<u8>,
    pub parts: Vec<NamePart>,
    pub family_first: Option<bool>,
    /// Which of `words` stand for the person alone: from, to.
    pub family: (usize, usize),
    /// Known by one word only, which usually belongs to someone else or is not a name: used only where the
    /// sentence shows a person.
    pub shy: bool,
}

/// A name, and the person it refers to if it is one.
#[derive(Clone, Copy, Debug)]
pub(super) struct ResolvedName {
    pub found: Candidate,
    pub person: Option<Index<LocalPerson>>,
    /// It is the person's full name.
    pub full: bool,
}

/// The people of an article, and every name in it with the person it refers to.
pub(super) struct PersonCoref {
    pub persons: Vec<LocalPerson>,
    /// In order, disjoint: people, organisations and places.
    pub names: Vec<ResolvedName>,
}

/// A person whose name includes a given word.
#[derive(Clone, Copy, Debug)]
struct Bearer {
    person: Index<LocalPerson>,
    /// The word is the last of the family name, not a given name.
    family: bool,
}

/// The people a lower-case word may refer to, in order.
type Bearers = FxHashMap<String, Vec<Bearer>>;

/// Beyond this many people with one name, only those named last are compared, so that the cost of a list
/// grows with its length.
const MAX_NAMESAKES: usize = 64;

/// The bearers that are this person.
fn bearers_of(bearers: &[Bearer], person: Index<LocalPerson>) -> &[Bearer] {
    let first = bearers.partition_point(|bearer| bearer.person < person);
    let last = bearers.partition_point(|bearer| bearer.person <= person);
    bearers.get(first..last).unwrap_or_default()
}

/// The state of the pass over the tokens.
struct ShortNames<'c, 'a, 't> {
    context: &'c NameContext<'a, 't>,
    bearers: Bearers,
    /// For a word of several people, the one who is meant where nothing tells which.
    unclear: FxHashMap<String, Index<LocalPerson>>,
    antecedents: Antecedents,
    families: FamilyNames,
    /// For each token the name it is part of.
    owners: Vec<Option<Index<ResolvedName>>>,
}

impl PersonCoref {
    /// Resolves the names that were found, and adds those that only the article's full names reveal.
    pub fn of(context: &NameContext<'_, '_>, found: Vec<Candidate>) -> Self {
        let (found, known) = repeated_full_names(context, one_kind_a_name(context, found));
        let found = trim_headlines(context, split_pairs(context, found));
        let mut coref = Self { persons: Vec::new(), names: Vec::new() };
        let mut people = PeopleByPiece::default();
        for one in found {
            let person = coref.full_name(&mut people, context, &one);
            coref.names.push(ResolvedName { found: one, person, full: person.is_some() });
        }
        coref.couples(context);
        coref.family_names(context, &known);
        coref.short_names(context);
        coref
    }
}

impl NameContext<'_, '_> {
    /// Whether a token stands where people appear before they are introduced: in a headline, summary or
    /// caption.
    pub(super) fn runs_ahead(&self, at: usize) -> bool {
        let sentence = self.layout.sentence_of(at).of(&self.layout.sentences);
        let zone = sentence.map(|sentence| self.layout.zone_of(sentence));
        matches!(zone, Some(ZoneKind::Headline | ZoneKind::Summary | ZoneKind::Caption))
    }
}
