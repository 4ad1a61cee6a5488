//! The tagger's features: each token's form, its neighbours, the gazetteers, and how the rest of the article
//! writes the same word. One pass gathers what is known of every token; features are hashes of pairs of those
//! facts.

mod marks;
mod token;

use crate::lang::KnownWord;
use crate::lang::names::NameClass;
use std::ops::Range;

use std::cell::Cell;

use rustc_hash::FxHashMap;

use super::gazetteer::Word;
use crate::text::{Layout, Sentence};
use marks::{mark_candidates, mark_case, mark_near, mark_phrases, mark_runs, phrase};
use token::{CANDIDATE, CAPITAL, GLUED, HEADLINE, INITIAL, Info, LINE_START, QUOTED, SHOUTED, TITLED, info};

/// How an article uses a word elsewhere.
mod seen {
    /// In lower case.
    pub const LOWER: u32 = 1;
    /// With a capital inside a sentence, where a capital means a name.
    pub const INSIDE: u32 = 1 << 1;
    /// After an office: "President".
    pub const AFTER_ROLE: u32 = 1 << 2;
    /// After a given name.
    pub const AFTER_GIVEN: u32 = 1 << 3;
    /// Before a verb of saying.
    pub const BEFORE_SPEECH: u32 = 1 << 4;
    /// After "in" and similar words, as places are.
    pub const AFTER_IN: u32 = 1 << 5;
    /// After "the".
    pub const AFTER_THE: u32 = 1 << 6;
    /// Last of a run of capitalised tokens.
    pub const ENDS_RUN: u32 = 1 << 7;
    /// First of a run of capitalised tokens.
    pub const BEGINS_RUN: u32 = 1 << 8;
    /// Before the last word of an organisation's name: "Ministry".
    pub const BEFORE_SUFFIX: u32 = 1 << 9;
    /// Before "who", as people are.
    pub const BEFORE_WHO: u32 = 1 << 10;
}

/// Everything that one article's features are computed from.
#[derive(Debug)]
pub struct TaggerFeatures {
    tokens: Vec<Info>,
}

/// One run of tokens that may hold names: candidates without a gap, in one sentence.
pub type Stretch = std::ops::Range<usize>;

impl TaggerFeatures {
    /// Gathers what is known of every token of an article.
    pub fn of(layout: &Layout<'_>) -> Self {
        let mut tokens: Vec<Info> = (0..layout.tokens.len()).map(|at| info(layout, at)).collect();
        for sentence in &layout.sentences {
            mark_case(layout, sentence, &mut tokens);
            mark_runs(sentence, &mut tokens);
            mark_candidates(layout, sentence, &mut tokens);
            mark_near(sentence, &mut tokens);
            mark_phrases(layout, sentence, &mut tokens);
        }
        let mut features = Self { tokens };
        features.mark_article(layout);
        features
    }

    /// The stretches of one sentence, in order.
    pub fn stretches(&self, sentence: &Sentence) -> impl Iterator<Item = Stretch> {
        let Range { start: mut at, end: last } = sentence.tokens();
        std::iter::from_fn(move || {
            while at < last && !self.is(at, CANDIDATE) {
                at += 1;
            }
            let first = at;
            while at < last && self.is(at, CANDIDATE) {
                at += 1;
            }
            (first < at).then_some(first..at)
        })
    }

    fn get(&self, at: usize) -> Info {
        self.tokens.get(at).copied().unwrap_or_default()
    }

    fn is(&self, at: usize, flag: u32) -> bool {
        self.tokens.get(at).is_some_and(|info| info.flags & flag != 0)
    }

    /// The features of the token at `at`, in place of what `out` held. They are gathered before anything is
    /// done with them: a loop over them stays in the processor's cache, a hundred copies of its body do not.
    pub fn of_token(&self, sentence: &Sentence, at: usize, out: &mut Vec<u64>) {
        out.clear();
        let Range { start: first, end: last } = sentence.tokens();
        let near = |offset: isize| -> Info {
            match at.checked_add_signed(offset) {
                Some(i) if i >= first && i < last => self.get(i),
                Some(i) if i < first => Info { word: 1, shape: 1, ..Info::default() },
                _ => Info { word: 2, shape: 2, ..Info::default() },
            }
        };
        let (t, p, n, pp, nn) = (near(0), near(-1), near(1), near(-2), near(2));
        let number = Cell::new(0u32);
        let mut put = |a: u32, b: u32| {
            number.set(number.get() + 1);
            out.push(mix(number.get(), a, b));
        };
        let case = t.flags & (CAPITAL | INITIAL | SHOUTED | TITLED | HEADLINE);
        let (lists, before, after) = (lists(t), lists(p), lists(n));
        let (coarse, fine) = (|i: Info| i.lists.coarse() as u32, |i: Info| i.lists.fine() as u32);

        put(0, 0);
        put(t.word, 0);
        put(t.word, case);
        put(p.word, 0);
        put(n.word, 0);
        put(pp.word, 0);
        put(nn.word, 0);
        put(p.word, t.word);
        put(t.word, n.word);
        put(p.word, n.word);
        put(pp.word, p.word);
        put(n.word, nn.word);
        put(t.shape, 0);
        put(t.shape, case);
        put(p.shape, t.shape);
        put(t.shape, n.shape);
        put(p.shape ^ t.shape.rotate_left(9), n.shape);
        put(p.word, t.shape);
        put(n.word, t.shape);
        for (length, &prefix) in t.prefixes.iter().enumerate() {
            put(prefix, length as u32);
        }
        for (length, &suffix) in t.suffixes.iter().enumerate() {
            put(suffix, length as u32);
        }
        put(p.suffixes[1], t.suffixes[1]);
        put(n.suffixes[1], t.suffixes[1]);

        put(coarse(t), t.flags & CAPITAL);
        put(fine(t), t.flags & CAPITAL);
        put(fine(p), t.shape);
        put(fine(n), t.shape);
        put(fine(pp), 0);
        put(fine(nn), 0);
        put(coarse(p), coarse(t));
        put(coarse(t), coarse(n));
        put(coarse(p) << 8 | coarse(n), t.flags & CAPITAL);
        put(fine(p), lists);
        put(fine(n), lists);

        put(lists, t.shape);
        put(lists | (t.lists.rank() as u32) << 8, case);
        put(before, lists);
        put(lists, after);
        put(before << 8 | after, lists);
        put(t.phrase, t.flags & CAPITAL);
        put(t.phrase, lists);
        put(p.phrase, t.shape);
        put(n.phrase, t.shape);
        put(p.phrase, lists);
        put(p.phrase << 16 | n.phrase, 0);

        for bit in 0..11 {
            if t.article & (1 << bit) != 0 {
                put(bit, t.flags & INITIAL);
            } else {
                number.set(number.get() + 1);
            }
        }
        put(t.article & (seen::LOWER | seen::INSIDE), lists | t.flags << 16 & INITIAL << 16);
        put(
            t.article & (seen::AFTER_ROLE | seen::AFTER_GIVEN | seen::BEFORE_SPEECH | seen::BEFORE_WHO),
            lists,
        );
        put(p.article & (seen::AFTER_ROLE | seen::AFTER_GIVEN | seen::ENDS_RUN | seen::BEGINS_RUN), 0);
        put(n.article & (seen::AFTER_ROLE | seen::AFTER_GIVEN | seen::ENDS_RUN | seen::BEFORE_SUFFIX), 0);

        put(t.flags & (QUOTED | LINE_START | GLUED), t.shape);
        put(p.flags & (QUOTED | LINE_START | GLUED | CAPITAL), n.flags & (GLUED | CAPITAL));

        // The run of capitals as a whole: its surroundings are evidence for every token in it.
        let (start, end) = (t.run.0 as usize, t.run.1 as usize);
        if start < end {
            let length = (end - start).min(5) as u32;
            let place = (at - start).min(3) as u32 | ((end - 1 - at).min(3) as u32) << 4;
            let outer = |i: usize| if i >= first && i < last { self.get(i) } else { Info::default() };
            let (left, right) = (outer(start.wrapping_sub(1)), outer(end));
            let (head, tail) = (self.get(start), self.get(end - 1));
            put(place, length);
            put(place << 8 | length, lists);
            put(left.word, place);
            put(right.word, place);
            put(fine(left), length);
            put(fine(right), length);
            put(left.word, right.word);
            put(left.phrase, length);
            put(head.word, place);
            put(tail.word, place);
            put(self.lists_of(start), self.lists_of(end - 1));
            put(tail.suffixes[1], place);
            put(fine(tail), place);
            put(fine(head), place);
        }
    }

    fn lists_of(&self, at: usize) -> u32 {
        lists(self.get(at))
    }

    /// Looks at every use of every word in the article, then records for each token what was seen of its
    /// word.
    fn mark_article(&mut self, layout: &Layout<'_>) {
        let cues = &layout.language.names.classes;
        let mut words: FxHashMap<u32, u32> = FxHashMap::default();
        words.reserve(self.tokens.len() / 2);
        for sentence in &layout.sentences {
            for at in sentence.tokens() {
                let info = self.get(at);
                if info.shape == 0 || info.flags & (SHOUTED | TITLED) != 0 {
                    continue;
                }
                let mut bits = 0;
                if info.flags & CAPITAL == 0 {
                    bits |= seen::LOWER;
                } else {
                    let previous =
                        if at > sentence.tokens().start { self.get(at - 1) } else { Info::default() };
                    let next =
                        if at + 1 < sentence.tokens().end { self.get(at + 1) } else { Info::default() };
                    if info.flags & (INITIAL | QUOTED) == 0 {
                        bits |= seen::INSIDE;
                    }
                    if previous.phrase & phrase::ROLE_END != 0 && previous.flags & CAPITAL != 0 {
                        bits |= seen::AFTER_ROLE;
                    }
                    if previous.lists.is(Word::GIVEN) && previous.flags & CAPITAL != 0 {
                        bits |= seen::AFTER_GIVEN;
                    }
                    bits |= cue(cues.find(layout.word(at + 1)), next.flags);
                    let before = cues.find(layout.word(at.wrapping_sub(1)));
                    if before.is(NameClass::PlaceCue) {
                        bits |= seen::AFTER_IN;
                    } else if before.is(NameClass::The) {
                        bits |= seen::AFTER_THE;
                    }
                    if info.run.1 - info.run.0 > 1 {
                        if info.run.1 as usize == at + 1 {
                            bits |= seen::ENDS_RUN;
                        } else if info.run.0 as usize == at {
                            bits |= seen::BEGINS_RUN;
                        }
                    }
                }
                *words.entry(info.word).or_default() |= bits;
            }
        }
        for info in &mut self.tokens {
            if info.flags & CANDIDATE != 0 {
                info.article = words.get(&info.word).copied().unwrap_or_default();
            }
        }
    }
}

fn lists(info: Info) -> u32 {
    let capital = info.flags & CAPITAL;
    info.lists.flags() as u32 | capital << 4 | u32::from(info.phrase != 0) << 5
}

fn cue(next: KnownWord<'_, NameClass>, flags: u32) -> u32 {
    if next.is(NameClass::SpeechCue) {
        seen::BEFORE_SPEECH
    } else if next.is(NameClass::RelativeWho) {
        seen::BEFORE_WHO
    } else if next.is(NameClass::OrganisationCue) && flags & CAPITAL != 0 {
        seen::BEFORE_SUFFIX
    } else {
        0
    }
}

fn mix(number: u32, a: u32, b: u32) -> u64 {
    let mut state =
        (u64::from(a) << 32 | u64::from(b)) ^ u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    state = (state ^ state >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    state = (state ^ state >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    state ^ state >> 32
}
