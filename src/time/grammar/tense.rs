//! What the verb that governs a time expression says of it, and whether it stands in a quotation. Only the nearest
//! verb counts: a cue from anywhere in the sentence does more harm than good.

use super::Reader;
use crate::text::{Layout, TokenKind};
use crate::time::lexicon::Word;
use crate::time::{Tense, Timex};

/// How far a governing verb may stand from its time.
const REACH: usize = 14;

/// Sets tense and sentence of the mentions of one sentence.
pub(super) fn set(reader: &Reader<'_, '_>, sentence: u32, times: &mut [Timex]) {
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
        // "until Tuesday" looks ahead, whatever the verb.
        // So does "between now and Friday".
        let from_now = matches!(reader.before(at), Word::And | Word::To)
            && reader.before(at.wrapping_sub(1)) == Word::Now;
        let until = reader.before(at) == Word::Until || from_now;
        // A full date needs no verb to be found, and captions tell in the present what is over.
        let schedule = time.parts.day.is_none() && !reader.caption;
        let tense = || reader.verb_before(at, schedule).or_else(|| reader.verb_after(end, schedule));
        let through = reader.before(at) == Word::Through;
        time.tense = match if until { Some(Tense::Future) } else { tense() } {
            None | Some(Tense::Present) if through => Some(Tense::Future),
            tense => tense,
        };
    }
}

impl Reader<'_, '_> {
    /// The tense of the nearest verb before `at`.
    fn verb_before(&self, at: usize, schedule: bool) -> Option<Tense> {
        // "returns home after Sunday's win": what lies behind "after" is over.
        let mut over = false;
        for i in (self.first.max(at.saturating_sub(REACH))..at).rev() {
            let word = self.text(i);
            over |= matches!(self.word(i), Word::After | Word::Since);
            if matches!(word, ";" | ":" | "“" | "”" | "\"") {
                return None;
            }
            // "was moved to Friday"
            if self.before(at) == Word::To && MOVED.contains(&word) {
                return Some(Tense::Future);
            }
            if let Some(tense) = self.verb(i).or_else(|| self.scheduled(i).filter(|_| schedule && !over)) {
                return Some(tense);
            }
        }
        None
    }

    /// The tense of the first verb after `at`, for times at the head of their clause.
    fn verb_after(&self, at: usize, schedule: bool) -> Option<Tense> {
        let clause =
            (at..self.last.min(at + REACH)).take_while(|&i| !matches!(self.text(i), "which" | "who"));
        clause.into_iter().find_map(|i| self.verb(i).or_else(|| self.scheduled(i).filter(|_| schedule)))
    }

    fn verb(&self, at: usize) -> Option<Tense> {
        let token = self.layout.token(at)?;
        if token.kind != TokenKind::Word || token.capital && at > self.first {
            return None;
        }
        let word = self.text(at);
        match word {
            "will" | "shall" | "would" | "won't" | "won’t" | "may" | "might" | "could" | "should"
            | "must" => Some(Tense::Future),
            "due" | "slated" | "scheduled" | "expected" if self.is(at.wrapping_sub(1), "been") => {
                Some(Tense::Past)
            }
            "plans" | "intends" | "aims" | "expects" | "hopes" | "due" | "slated" | "upcoming"
            | "scheduled" | "expected" | "planning" | "expecting" => Some(Tense::Future),
            "set" | "planned" => {
                let ahead = self.is(at + 1, "to") || self.is(at + 1, "for");
                Some(if ahead { Tense::Future } else { Tense::Past })
            }
            "is" | "are" | "am" => Some(if self.is(at + 1, "to") { Tense::Future } else { Tense::Present }),
            "was" | "were" | "had" | "did" | "been" => {
                Some(if self.is(at + 1, "to") { Tense::Future } else { Tense::Past })
            }
            "has" | "have" => Some(Tense::Past),
            // "a still unspecified date", "the extended deadline"
            _ if is_past(word) && !self.attributive(at) => Some(self.participle(at)),
            _ => None,
        }
    }

    fn attributive(&self, at: usize) -> bool {
        (1..=2).any(|back| {
            matches!(
                at.checked_sub(back).map_or("", |i| self.text(i)),
                "a" | "an" | "the" | "its" | "his" | "their" | "her"
            )
        }) && self.text(at + 1).starts_with(char::is_lowercase)
            && self.text(at).ends_with("ed")
    }

    /// A verb of schedule in the present, and no noun ("his visits", "of starts").
    pub(super) fn scheduled(&self, at: usize) -> Option<Tense> {
        // Asked of every word before a time: what is no plain word costs nothing.
        if self.word(at) != Word::Other {
            return None;
        }
        let (word, before) = (self.text(at), self.text(at.wrapping_sub(1)));
        // "it opens", "leaders meet", "they open"
        let stem = match word.strip_suffix('s') {
            Some(stem) => stem,
            None if before.len() > 2 && before.ends_with('s') || matches!(before, "they" | "we" | "and") => {
                word
            }
            None => return None,
        };
        let noun = || {
            matches!(self.before(at), Word::The | Word::A | Word::These | Word::Small(_) | Word::Digits(..))
                || matches!(self.before(at), Word::Of | Word::In | Word::For | Word::Few | Word::Possessive)
                || NOUNS_FOLLOW.contains(&before)
        };
        (SCHEDULED.contains(&stem) && !noun()).then_some(Tense::Future)
    }

    /// A past form: a finite verb, or a participle whose auxiliary stands close before it.
    fn participle(&self, at: usize) -> Tense {
        for back in 1..=3 {
            match at.checked_sub(back).map_or("", |i| self.text(i)) {
                "will" | "be" | "would" | "may" | "might" | "could" | "should" => {
                    return Tense::Future;
                }
                "is" | "are" => return Tense::Present,
                "," | "" => break,
                _ => {}
            }
        }
        Tense::Past
    }
}

fn is_past(word: &str) -> bool {
    let regular = word.len() > 3
        && word.ends_with("ed")
        && !matches!(
            word,
            "need"
                | "indeed"
                | "hundred"
                | "speed"
                | "seed"
                | "feed"
                | "exceed"
                | "succeed"
                | "proceed"
                | "sacred"
                | "breed"
                | "naked"
        );
    regular || IRREGULAR.contains(&word)
}

/// Words that a noun follows, so that "his visits" and "no votes" are no verbs.
const NOUNS_FOLLOW: &[&str] =
    &["his", "her", "their", "its", "our", "my", "those", "official", "state", "such", "with", "no"];

/// Verbs, without their "s", that news puts into the present for what stands on a schedule: "the summit opens on Monday".
const SCHEDULED: &[&str] = &[
    "begin",
    "end",
    "open",
    "start",
    "close",
    "arrive",
    "leave",
    "depart",
    "host",
    "visit",
    "meet",
    "kick",
    "resume",
    "travel",
    "head",
    "return",
    "convene",
    "reconvene",
    "conclude",
    "expire",
    "hold",
    "launch",
    "receive",
    "welcome",
    "land",
    "vote",
    "take",
];

/// What is put off to a day is still to come.
const MOVED: &[&str] =
    &["moved", "postponed", "delayed", "pushed", "rescheduled", "adjourned", "brought", "deferred"];

/// Past forms that news uses and that do not end in -ed.
const IRREGULAR: &[&str] = &[
    "said", "told", "met", "held", "made", "took", "came", "went", "began", "gave", "got", "left", "sent",
    "won", "lost", "spoke", "saw", "became", "brought", "fell", "rose", "hit", "kept", "led", "paid", "put",
    "ran", "sold", "shot", "stood", "struck", "swore", "taught", "thought", "threw", "wrote", "broke",
    "built", "bought", "chose", "cut", "drew", "drove", "flew", "fought", "found", "grew", "heard", "knew",
    "laid", "sat", "sought", "spent", "sank", "posted", "taken", "given", "shown", "seen", "gone", "done",
    "broken", "written", "flown", "beaten", "felt", "hurt", "lay", "meant", "overtook", "read",
];

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
