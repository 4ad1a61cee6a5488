//! Seasons and feasts: "the summer of 1920", "in winter", "Christmas Eve 2021".

use super::{Found, Reader};
use crate::lang::time::{FeastName, TimeClass};
use crate::time::Parts;
use crate::time::expr::{Calendar, Piece, When, YearOf};
use crate::time::lexicon::Word;

impl Reader<'_, '_> {
    /// "the summer of 1920", "summer 2007", "in winter". A bare season needs a preposition of time.
    pub(super) fn season(&self, at: usize, start: usize) -> Option<Found> {
        let Word::Season(season) = self.word(at) else { return None };
        let piece = Piece::Season(season);
        if let Some((year, said, end)) = self.year_after(at + 1) {
            let parts = Parts { year: said, ..Parts::default() };
            return Some(
                Found::date(start, end, "season", When::Calendar(Calendar::of(year, piece))).with(parts),
            );
        }
        // "the Spring Offensive", "the Winter Olympics"
        if self.capital(at) && self.capital(at + 1) && self.word(at + 1) == Word::Other {
            return None;
        }
        let asked = start < at
            && matches!(
                self.before(start),
                Word::In
                    | Word::During
                    | Word::By
                    | Word::Since
                    | Word::Until
                    | Word::Over
                    | Word::Early
                    | Word::Late
                    | Word::Of
                    | Word::For
                    | Word::Through
                    | Word::At
            )
            || matches!(
                self.before(at),
                Word::In
                    | Word::During
                    | Word::By
                    | Word::Since
                    | Word::Until
                    | Word::Early
                    | Word::Late
                    | Word::Mid
            );
        let noun = self.text(at + 1).starts_with(char::is_lowercase)
            && self.word(at + 1) == Word::Other
            && start < at
            && !self.is_written(at + 1, TimeClass::AfterDate);
        (asked && !noun)
            .then(|| Found::date(start, at + 1, "season", When::Calendar(Calendar::of(YearOf::Open, piece))))
    }

    /// "Christmas Day", "Easter 2011", "last Thanksgiving".
    pub(super) fn feast(&self, at: usize) -> Option<Found> {
        let feasts = self.layout.language.time.feasts.iter();
        let FeastName { words, feast } = feasts
            .filter(|named| named.words.iter().enumerate().all(|(i, name)| self.named(at + i, name)))
            .max_by_key(|named| named.words.len())?;
        let end = at + words.len();
        let (year, said, end) = self
            .plain_year(self.skip(end, Word::Comma))
            .or_else(|| self.year_after(end))
            .unwrap_or((YearOf::Open, None, end));
        // "Christmas tree", "Memorial Day parade": a feast inside another name still dates it.
        let parts = Parts { year: said, ..Parts::default() };
        Some(
            Found::date(at, end, "feast", When::Calendar(Calendar::of(year, Piece::Feast(*feast))))
                .with(parts),
        )
    }

    /// Whether token `at` is the given word of a feast's name.
    pub(super) fn named(&self, at: usize, name: &str) -> bool {
        if name == "'s" {
            self.word(at) == Word::Possessive
        } else if name == "'" {
            matches!(self.word(at), Word::Apostrophe | Word::Possessive)
        } else {
            self.text(at).eq_ignore_ascii_case(name) && (self.capital(at) || matches!(name, "." | "de"))
        }
    }
}
