//! The extent of a title around its office: qualifier, country and organisation before it, "of …" and "to …"
//! after it.

use super::role::{Role, role_at};
use super::{TitlePhrase, is_body_run, is_national};
use crate::lang::KnownWord;
use crate::lang::names::NameClass;
use crate::names::CountryCode;
use crate::names::tagger::Tag;
use crate::names::words::Words;
use crate::names::{COUNTERPART, Lexicon, NameKind, Qualifier};
use crate::text::{Layout, TokenKind};

/// The sentence around an office, and which of its tokens are free to be included.
pub(super) struct TitleExtent<'a, 't> {
    pub layout: &'a Layout<'t>,
    pub words: &'a Words<'t>,
    pub lexicon: &'a Lexicon,
    pub tags: &'a [Tag],
    /// Where the previous title ended, so that nothing is claimed twice.
    pub floor: usize,
    /// The end of the sentence.
    pub end: usize,
}

/// The qualifier that a word before a title gives it.
fn qualifier(word: KnownWord<'_, NameClass>) -> Option<Qualifier> {
    const QUALIFIERS: [(NameClass, Qualifier); 4] = [
        (NameClass::Former, Qualifier::Former),
        (NameClass::Acting, Qualifier::Acting),
        (NameClass::Deputy, Qualifier::Deputy),
        (NameClass::Designate, Qualifier::Designate),
    ];
    QUALIFIERS.iter().find(|(class, _)| word.is(*class)).map(|(_, qualifier)| *qualifier)
}

impl TitleExtent<'_, '_> {
    /// The title whose office begins at `head`.
    pub fn around(&self, head: usize, role: Role) -> TitlePhrase {
        let after = head + role.count;
        let Role { name: role, plural, .. } = role;
        let mut phrase = TitlePhrase {
            first: head,
            last: after,
            head: (head, after),
            role,
            org: None,
            country: None,
            qualifier: None,
            honorific: self.layout.language.names.classes.has(role, NameClass::Honorific),
            counterpart: role == COUNTERPART,
            plural,
            definite: false,
        };
        if !phrase.honorific() {
            self.left(&mut phrase);
            // "Presidents Roe of France": the country is that of one.
            if !plural {
                self.right(&mut phrase);
            }
        }
        phrase
    }

    /// Includes what stands before the role: "former", "Chinese", "China's", "Security Council".
    fn left(&self, phrase: &mut TitlePhrase) {
        let mut org_last = None;
        let mut region = None;
        while phrase.first > self.floor {
            let at = phrase.first - 1;
            let known = self.words.known(at);
            let qualifier = qualifier(known);
            if self.layout.word(at) == "-" && self.words.is(at.wrapping_sub(1), NameClass::Ex) {
                phrase.first = at;
                continue;
            }
            if qualifier.is_some() || known.is(NameClass::RankAdjective) {
                phrase.qualifier = phrase.qualifier.or(qualifier);
                phrase.first = at;
                continue;
            }
            if let Some((from, country)) = self.place_before(phrase.first) {
                if phrase.country.is_some() || region.is_some() {
                    break;
                }
                self.set_place(phrase, country, (from, phrase.first), &mut region);
                phrase.first = from;
                phrase.definite = true;
                continue;
            }
            if self.layout.token(at).is_some_and(|t| t.kind == TokenKind::Possessive) && at > self.floor {
                if let Some((from, country)) = self.place_before(at) {
                    if phrase.country.is_none() {
                        self.set_place(phrase, country, (from, at), &mut region);
                    }
                    phrase.first = from;
                    phrase.definite = true;
                }
                break;
            }
            // "Security Council secretary", "foreign ministry spokeswoman".
            let orgish = known.is(NameClass::Body)
                || (org_last.is_some() && self.words.capital(at) && !self.words.starts(at));
            if orgish {
                org_last.get_or_insert(phrase.first);
                phrase.first = at;
                continue;
            }
            break;
        }
        if let Some(last) = org_last {
            let first = (phrase.first..last).find(|at| !self.is_place(*at)).unwrap_or(phrase.first);
            phrase.org = (first < last).then_some((first, last));
        }
        phrase.org = phrase.org.or(region);
        let before = phrase.first.checked_sub(1).map(|at| self.words.known(at)).unwrap_or_default();
        phrase.definite |= before.is(NameClass::DefiniteSign);
        if before.is(NameClass::IndefiniteSign) {
            phrase.definite = false;
        }
    }

    /// Includes "of the European Council", "to Russia", "for Trade".
    fn right(&self, phrase: &mut TitlePhrase) {
        loop {
            let at = phrase.last;
            let link = self.layout.language.names.classes.find(self.layout.word(at));
            if !link.is(NameClass::TitleLink) || at + 1 >= self.end {
                break;
            }
            let to = link.is(NameClass::To);
            let mut next = at + 1;
            next += usize::from(self.words.is(next, NameClass::The));
            let mut last = next;
            // "of the Chinese Communist Party’s Central Committee"
            while last < self.end
                && (self.words.capital(last)
                    || (last > next
                        && self.layout.token(last).is_some_and(|t| t.kind == TokenKind::Possessive)
                        && self.words.capital(last + 1)
                        && is_body_run(self.words, last + 1)))
                && (last == next || !self.breaks(last))
            {
                last += 1;
            }
            // "head of Vladimir Roe's office": "Vladimir" is a city, but here a person.
            let person = self.tags.get(next).is_some_and(|tag| tag.kind == Some(NameKind::Person));
            if last == next || person {
                break;
            }
            if let Some((count, country)) = self.place_at(next, self.end) {
                last = last.max(next + count);
                // "Ambassador to Russia Zhang …": what follows the place is not part of the title, unless it
                // is an organisation there.
                let behind = next + count;
                let owns = self.layout.token(behind).is_some_and(|token| token.kind == TokenKind::Possessive);
                if count < last - next && !is_body_run(self.words, behind + usize::from(owns)) {
                    last = behind;
                }
                if !to && phrase.country.is_none() {
                    let mut region = phrase.org;
                    self.set_place(phrase, country, (next, behind), &mut region);
                    phrase.org = region;
                }
                if last > behind {
                    let first = behind + usize::from(owns);
                    phrase.org = Some((phrase.org.map_or(first, |org| org.0), last));
                }
            } else if is_body_run(self.words, next) {
                phrase.org = Some((phrase.org.map_or(next, |org| org.0), last));
            } else {
                break;
            }
            phrase.last = last;
            phrase.definite = true;
        }
    }

    /// Whether a person's name may begin here, inside what would be an organisation's name.
    fn breaks(&self, at: usize) -> bool {
        self.tags.get(at).is_some_and(|tag| tag.begins && tag.kind == Some(NameKind::Person))
            || role_at(self.layout, self.lexicon, at, self.end).is_some()
    }

    /// A place of a title: its country, or the town or region that the office is of.
    fn set_place(
        &self,
        phrase: &mut TitlePhrase,
        country: CountryCode,
        (first, last): (usize, usize),
        region: &mut Option<(usize, usize)>,
    ) {
        match is_national(self.layout, self.lexicon, phrase.role, (first, last)) {
            true => phrase.country = Some(country),
            false => *region = region.or(Some((first, last))),
        }
    }

    fn is_place(&self, at: usize) -> bool {
        let word = self.layout.word(at);
        self.lexicon.place(word) || self.lexicon.demonym(word).is_some()
    }

    fn place_at(&self, at: usize, end: usize) -> Option<(usize, CountryCode)> {
        self.lexicon.longest_place((at..end.min(at + 6)).map(|i| self.layout.word(i)))
    }

    /// The country or demonym that ends just before `end`, and where it begins.
    fn place_before(&self, end: usize) -> Option<(usize, CountryCode)> {
        let least = self.floor.max(end.saturating_sub(5));
        (least..end).find_map(|from| {
            let first = self.words.capital(from);
            let (count, country) = self.place_at(from, end).filter(|_| first)?;
            (from + count == end).then_some((from, country))
        })
    }
}
