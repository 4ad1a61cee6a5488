//! The tense that the governing verb gives a time expression, and whether the expression is quoted. Only the
//! nearest verb counts: cues from the rest of the sentence do more harm than good.

use super::Reader;
use crate::lang::KnownWord;
use crate::lang::time::TimeClass;
use crate::text::{Index, Layout, Sentence, TokenKind, ZoneKind};
use crate::time::expr::{Calendar, Pick, Piece, When, YearOf};
use crate::time::lexicon::Word;
use crate::time::{Tense, Timex};

/// How many tokens a governing verb may stand from its time.
/// "informed the prime minister of … during a meeting at … in December" is 15; farther verbs mislead.
const MAX_VERB_TOKENS: usize = 16;

/// The same for "since taking office in June".
const MAX_SINCE_TOKENS: usize = 6;

/// Which signs of the future other than verb forms count for a time.
#[derive(Clone, Copy)]
struct Ahead {
    /// The present of a schedule: "the summit opens on Monday".
    schedule: bool,
    /// The progressive: "is flying on Friday". Only with weekdays: "is heading for a June agreement".
    weekday: bool,
}

/// Sets tense and sentence of the mentions of one sentence.
pub(super) fn set(reader: &Reader<'_, '_>, sentence: Index<Sentence>, times: &mut [Timex]) {
    let mut at = reader.first;
    for time in times {
        while at < reader.last && reader.layout.token(at).is_some_and(|t| t.span.end <= time.span.start) {
            at += 1;
        }
        let mut end = at;
        while end < reader.last && reader.layout.token(end).is_some_and(|t| t.span.start < time.span.end) {
            end += 1;
        }
        time.sentence = sentence;
        // "until Tuesday" looks ahead whatever the verb, and so does "between now and Friday".
        let from_now = matches!(reader.before(at), Word::And | Word::To)
            && reader.before(at.wrapping_sub(1)) == Word::Now;
        let until = reader.before(at) == Word::Until || from_now || reader.is_set_for(at, time);
        // A full date needs no verb to be placed, and captions describe past events in the present tense.
        let schedule = time.parts.day.is_none() && reader.zone != Some(ZoneKind::Caption);
        let ahead = Ahead { schedule, weekday: schedule && time.parts.weekday.is_some() };
        let through = reader.before(at) == Word::Through;
        let said = if until {
            Some(Tense::Future)
        } else {
            let after = || reader.verb_after(end, schedule).filter(|_| !reader.is_attribute(end, time));
            reader.verb_before(at, ahead).or_else(after)
        };
        time.tense = match said {
            None | Some(Tense::Present) if through => Some(Tense::Future),
            tense => tense,
        };
    }
}

impl Reader<'_, '_> {
    /// "the election is Sunday", "the talks are on Friday": a bare weekday right after a present "be" is in
    /// the future, unless it is the day of the article itself, as in "today is Sunday".
    fn is_set_for(&self, at: usize, time: &Timex) -> bool {
        let on = matches!(self.before(at), Word::On | Word::At);
        let verb = if on { at.wrapping_sub(2) } else { at.wrapping_sub(1) };
        let bare = matches!(time.expr.when, When::Weekday { pick: Pick::Plain, week: None, .. });
        let today = self.before(verb) == Word::Today || self.is(verb.wrapping_sub(1), TimeClass::Pronoun);
        bare && self.is_written(verb, TimeClass::Be) && !today && verb > self.first
    }

    /// "January payrolls are due on Friday": a month that describes what the verb is about, whenever it was.
    fn is_attribute(&self, end: usize, time: &Timex) -> bool {
        let month = matches!(
            time.expr.when,
            When::Calendar(Calendar { year: YearOf::Open, piece: Piece::Month(_), .. })
        );
        let noun = self.word(end) == Word::Other
            && self.text(end).starts_with(char::is_alphabetic)
            && self.verb(end).is_none()
            && !self.is_written(end, TimeClass::AfterDate);
        month && noun
    }

    /// The tense of the nearest verb before `at`.
    fn verb_before(&self, at: usize, ahead: Ahead) -> Option<Tense> {
        // "returns home after Sunday's win": what follows "after" is over.
        let mut over = false;
        let mut comma = false;
        for i in (self.first.max(at.saturating_sub(MAX_VERB_TOKENS))..at).rev() {
            over |= matches!(self.word(i), Word::After | Word::Since);
            comma |= self.word(i) == Word::Comma;
            if matches!(self.text(i), ";" | ":" | "“" | "”" | "\"") {
                return None;
            }
            if self.turns_back(i, at) {
                return Some(Tense::Past);
            }
            let schedule = ahead.schedule && !over;
            let progressive = ahead.weekday && !over && self.is_progressive(i);
            if progressive || self.looks_ahead(i, at, schedule, comma) {
                return Some(Tense::Future);
            }
            if let Some(tense) = self.finite(i, schedule) {
                return Some(tense);
            }
        }
        None
    }

    /// The tense of the verb at `at`, if there is one.
    fn finite(&self, at: usize, schedule: bool) -> Option<Tense> {
        self.verb(at).or_else(|| self.scheduled(at).filter(|_| schedule))
    }

    /// "since taking office in June", "in response to the October 7 attack": what was before now.
    fn turns_back(&self, i: usize, at: usize) -> bool {
        let since = self.word(i) == Word::Since && at - i <= MAX_SINCE_TOKENS;
        let behind = self.is(i, TimeClass::Behind) && matches!(self.word(i + 1), Word::Of | Word::To);
        since || behind
    }

    /// Whether the words at `i`, before a time at `at`, place it in the future although no verb does: "was
    /// moved to Friday", "vowed to leave on Friday", "ahead of Friday's vote", "Leaders to meet on Friday".
    /// A comma stands between only in a headline's list: "Leaders to discuss trade, peace at Friday summit".
    fn looks_ahead(&self, i: usize, at: usize, schedule: bool, comma: bool) -> bool {
        let moved = self.before(at) == Word::To && self.is_written(i, TimeClass::Moved);
        let promised =
            self.is_written(i, TimeClass::Promise) && (i + 1..at.min(i + 4)).any(|to| self.is_infinitive(to));
        let ahead = self.is(i, TimeClass::Ahead) && matches!(self.word(i + 1), Word::Of | Word::For);
        let headline = self.zone == Some(ZoneKind::Headline)
            && self.is_infinitive(i)
            && !self.is(i.wrapping_sub(1), TimeClass::BeforeTo);
        moved || promised || schedule && (ahead && !comma || headline)
    }

    /// "to" with a verb after it, as far as one can tell without knowing verbs.
    fn is_infinitive(&self, at: usize) -> bool {
        let next = self.text(at + 1);
        self.word(at) == Word::To
            && self.word(at + 1) == Word::Other
            && next.starts_with(char::is_lowercase)
            && !self.is_written(at + 1, TimeClass::NounSign)
            && !self.is_written(at + 1, TimeClass::BeforeNoun)
    }

    /// The tense of the first verb after `at`, for times at the head of their clause.
    fn verb_after(&self, at: usize, schedule: bool) -> Option<Tense> {
        let clause = (at..self.last.min(at + MAX_VERB_TOKENS))
            .take_while(|&i| !self.is_written(i, TimeClass::RelativePronoun));
        clause.into_iter().find_map(|i| self.finite(i, schedule))
    }

    pub(super) fn verb(&self, at: usize) -> Option<Tense> {
        let token = self.layout.token(at)?;
        if token.kind != TokenKind::Word || token.capital && at > self.first {
            return None;
        }
        let before_to = self.word(at + 1) == Word::To;
        let word = self.classes().find(self.text(at));
        if word.is(TimeClass::FutureVerb) {
            Some(Tense::Future)
        } else if word.is(TimeClass::Due) && self.is(at.wrapping_sub(1), TimeClass::Been) {
            Some(Tense::Past)
        } else if word.is(TimeClass::Planning) {
            // "grew more than expected in the third quarter": a comparison, not the future.
            (self.before(at) != Word::Than).then_some(Tense::Future)
        } else if word.is(TimeClass::Planned) {
            ahead_or(before_to || self.word(at + 1) == Word::For, Tense::Past)
        } else if word.is(TimeClass::PresentVerb) {
            ahead_or(before_to || self.is_written(at + 1, TimeClass::Due), Tense::Present)
        } else if word.is(TimeClass::PastVerb) {
            ahead_or(before_to, Tense::Past)
        } else if word.is(TimeClass::PerfectVerb) {
            Some(Tense::Past)
        } else {
            // "a still unspecified date", "the extended deadline"
            (is_past(self.text(at), word) && !self.attributive(at)).then(|| self.participle(at))
        }
    }

    /// "is flying": with a weekday, the progressive of a schedule is still to come.
    fn is_progressive(&self, at: usize) -> bool {
        if !self.is_written(at, TimeClass::Be) {
            return false;
        }
        let classes = self.classes();
        let Some(stem) = self.text(at + 1).strip_suffix("ing") else { return false };
        let last = stem.char_indices().next_back().map_or(0, |(at, _)| at);
        let forms = [stem.to_owned(), format!("{stem}e"), stem.get(..last).unwrap_or_default().to_owned()];
        forms.iter().any(|stem| classes.has(stem, TimeClass::Scheduled))
    }

    fn attributive(&self, at: usize) -> bool {
        (1..=2).any(|back| at.checked_sub(back).is_some_and(|i| self.is_written(i, TimeClass::NounSign)))
            && (self.text(at + 1).starts_with(char::is_lowercase)
                || matches!(self.word(at + 1), Word::Weekday(_) | Word::Month(_)))
            && self.text(at).ends_with("ed")
    }

    /// A schedule verb in the present, not a noun ("his visits", "of starts").
    pub(super) fn scheduled(&self, at: usize) -> Option<Tense> {
        // Runs for every word before a time, so a word with a meaning of its own must cost nothing.
        if self.word(at) != Word::Other {
            return None;
        }
        let (word, before) = (self.text(at), self.text(at.wrapping_sub(1)));
        let classes = self.classes();
        // "it opens", "leaders meet", "they open"
        let stem = match word.strip_suffix('s') {
            Some(stem) => stem,
            None if before.len() > 2 && before.ends_with('s')
                || classes.has(before, TimeClass::PluralSubject) =>
            {
                word
            }
            None => return None,
        };
        (classes.has(stem, TimeClass::Scheduled) && !self.is_before_noun(at)).then_some(Tense::Future)
    }

    /// Whether the word before a token makes it a noun: "the opens", "two meets".
    fn is_before_noun(&self, at: usize) -> bool {
        matches!(self.before(at), Word::The | Word::A | Word::These | Word::Small(_) | Word::Digits(..))
            || matches!(self.before(at), Word::Of | Word::In | Word::For | Word::Few | Word::Possessive)
            || self.is_written(at.wrapping_sub(1), TimeClass::BeforeNoun)
    }

    /// The tense of a past form: a finite verb, or a participle whose auxiliary stands shortly before it.
    fn participle(&self, at: usize) -> Tense {
        let classes = self.classes();
        for back in 1..=3 {
            let before = at.checked_sub(back).map_or("", |i| self.text(i));
            if matches!(before, "," | "") {
                break;
            }
            if classes.has(before, TimeClass::FutureParticiple) {
                return Tense::Future;
            }
            if classes.has(before, TimeClass::PresentParticiple) {
                return Tense::Present;
            }
        }
        Tense::Past
    }
}

/// Future before "to", otherwise what the verb means on its own.
fn ahead_or(ahead: bool, other: Tense) -> Option<Tense> {
    Some(if ahead { Tense::Future } else { other })
}

fn is_past(word: &str, known: KnownWord<'_, TimeClass>) -> bool {
    let regular = word.len() > 3 && word.ends_with("ed") && !known.is(TimeClass::NoPast);
    regular || known.is(TimeClass::IrregularPast)
}

/// Marks what stands inside quotation marks. A quotation ends with its paragraph.
pub(super) fn quotations(layout: &Layout<'_>, times: &mut [Timex]) {
    let mut next = 0;
    let mut zone = None;
    let mut open = false;
    for sentence in &layout.sentences {
        if zone != Some(sentence.zone) {
            (zone, open) = (Some(sentence.zone), false);
        }
        for token in layout.tokens_of(sentence) {
            while let Some(time) = times.get_mut(next).filter(|t| t.span.start <= token.span.start) {
                time.quoted = open;
                next += 1;
            }
            if token.kind == TokenKind::Punct {
                match layout.slice(token.span) {
                    "“" | "«" => open = true,
                    "”" | "»" => open = false,
                    "\"" => open = !open,
                    _ => {}
                }
            }
        }
    }
}
