//! A person's name split into the tokens that are compared, without generation and nickname.

use super::known;
use super::token_key::{key, near, nickname, piece, pieces};
use crate::lang::names::NameClass;
use crate::text::normalise::{fold, is_hyphen};

/// One token of a person's name, ready to compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamePart {
    pub key: String,
    /// As written, but lower case and without accents: a typo shows here, not always in the key.
    pub(super) folded: String,
}

impl NamePart {
    /// The part made from one token of a name.
    pub fn new(token: &str) -> Self {
        Self { key: nickname(key(token)), folded: fold(token) }
    }

    /// Whether it is a single letter, with or without a full stop.
    pub(super) fn is_initial(&self) -> bool {
        self.key.chars().count() == 1
    }

    /// Whether both may be one name, allowing a slip in long ones.
    pub fn near(&self, other: &Self) -> bool {
        near(&self.key, &other.key) || near(&self.folded, &other.folded)
    }

    /// Pieces of the name, as hashes: parts that are near each other have one in common.
    pub fn pieces(&self) -> Vec<u64> {
        self.spellings().flat_map(pieces).collect()
    }

    /// The whole part, as hashes: parts that are the same have one in common.
    pub fn wholes(&self) -> impl Iterator<Item = u64> {
        self.spellings().map(piece)
    }

    fn spellings(&self) -> impl Iterator<Item = &str> {
        let folded = (self.folded != self.key).then_some(self.folded.as_str());
        [self.key.as_str()].into_iter().chain(folded)
    }
}

/// The parts of a person's name, in order. Hyphens separate tokens; "Jr.", quoted nicknames, "al-" and "el-"
/// are removed.
pub fn parts(name: &str) -> Vec<NamePart> {
    let mut out: Vec<NamePart> = Vec::new();
    for (at, word) in name.split_whitespace().enumerate() {
        if word.starts_with(['"', '“', '‘', '(', '\'']) && word.chars().count() > 2 {
            continue;
        }
        let mut parts = word.split(is_hyphen).filter(|part| !part.is_empty()).peekable();
        let hyphened = word.contains(is_hyphen);
        while let Some(part) = parts.next() {
            for piece in initials(part) {
                let article =
                    known().classes.has(&fold(piece), NameClass::NameArticle) && (at > 0 || hyphened);
                if piece.is_empty() || is_suffix(piece) || (article && parts.peek().is_some()) {
                    continue;
                }
                if article && at > 0 {
                    continue;
                }
                out.push(NamePart::new(piece));
            }
        }
    }
    out.retain(|part| !part.key.is_empty());
    out
}

/// The key that tells one spelling of a person's name from another: its parts without accents, in order, and
/// the generation.
pub fn person_key(name: &str) -> String {
    let parts = parts(name).into_iter().map(|part| part.folded);
    parts.chain(generation(name).map(str::to_owned)).collect::<Vec<_>>().join(" ")
}

/// "jr" of "Ann Roe, Jr.": what tells a father from a son.
pub fn generation(name: &str) -> Option<&'static str> {
    let last = name.split_whitespace().skip(1).last()?.trim_matches(['.', ',']);
    known().classes.list(NameClass::Generation).iter().copied().find(|form| form.eq_ignore_ascii_case(last))
}

/// "J.R." is two initials; anything else is itself without its full stop.
fn initials(part: &str) -> Vec<&str> {
    let dots = part.matches('.').count();
    if dots >= 2 || (dots == 1 && !part.ends_with('.')) {
        part.split('.').filter(|piece| !piece.is_empty()).collect()
    } else {
        vec![part.trim_matches(['.', ',', ';', '"', '”', '’'])]
    }
}

/// Words that belong to the name after them: "van", "bin", "de la".
pub fn is_particle(word: &str) -> bool {
    known().classes.has(&word.to_lowercase(), NameClass::Particle)
}

/// Whether a key is a particle that is written with the surname when it stands alone: "van der Leyen". "Al"
/// and "Ben" are given names as well.
pub fn leads_surname(key: &str) -> bool {
    known().classes.has(key, NameClass::LeadingParticle)
}

fn is_suffix(piece: &str) -> bool {
    known().classes.has(piece.trim_end_matches('.'), NameClass::GenerationSuffix)
}
