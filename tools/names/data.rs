//! Annotated texts as numbers: the features of each token and the labels its annotation allows.

use dateline::lang::Language;
use dateline::names::features::TaggerFeatures;
use dateline::names::tagger::{KINDS, LABELS, closes, follows};
use dateline::text::Layout;
use rustc_hash::FxHashMap;

use super::corpus::Document;

/// Every label is allowed.
pub const ANY: u16 = (1 << LABELS) - 1;

/// Texts as numbers: the features of each token, the labels it may have, the stretches it stands in.
#[derive(Default)]
pub struct Data {
    pub stretches: Vec<(usize, usize)>,
    pub allowed: Vec<u16>,
    first: Vec<usize>,
    features: Vec<u32>,
    numbers: FxHashMap<u64, u32>,
    pub names: Vec<u64>,
    pub counts: Vec<u32>,
}

impl Data {
    pub fn add(&mut self, document: &Document) {
        let layout = Layout::of(&document.text, Language::english());
        let allowed = labels(&layout, document);
        let features = TaggerFeatures::of(&layout);
        let mut found = Vec::new();
        for sentence in &layout.sentences {
            for stretch in features.stretches(sentence) {
                let begin = self.allowed.len();
                for at in stretch {
                    self.first.push(self.features.len());
                    self.allowed.push(allowed[at]);
                    features.of_token(sentence, at, &mut found);
                    for feature in &found {
                        let fresh = self.names.len() as u32;
                        let number = *self.numbers.entry(*feature).or_insert(fresh);
                        if number == fresh {
                            self.names.push(*feature);
                            self.counts.push(0);
                        }
                        self.counts[number as usize] += 1;
                        self.features.push(number);
                    }
                }
                if possible(&self.allowed[begin..]) {
                    self.stretches.push((begin, self.allowed.len()));
                }
            }
        }
    }

    /// Forgets features seen less than `least` times.
    pub fn finish(&mut self, least: u32) {
        self.numbers = FxHashMap::default();
        self.first.push(self.features.len());
        let mut map = vec![u32::MAX; self.names.len()];
        let mut names = Vec::new();
        let mut counts = Vec::new();
        for (old, &count) in self.counts.iter().enumerate() {
            if count >= least {
                map[old] = names.len() as u32;
                names.push(self.names[old]);
                counts.push(count);
            }
        }
        (self.names, self.counts) = (names, counts);
        let mut kept = Vec::with_capacity(self.features.len());
        for at in 0..self.allowed.len() {
            let (from, to) = (self.first[at], self.first[at + 1]);
            self.first[at] = kept.len();
            kept.extend(self.features[from..to].iter().map(|&f| map[f as usize]).filter(|&f| f != u32::MAX));
        }
        self.first[self.allowed.len()] = kept.len();
        self.features = kept;
    }

    pub fn of(&self, at: usize) -> &[u32] {
        &self.features[self.first[at]..self.first[at + 1]]
    }
}

/// For every token, the labels that the annotation allows, as bits.
fn labels(layout: &Layout<'_>, document: &Document) -> Vec<u16> {
    let usual = |at: usize| if document.partial && layout.tokens[at].capital { ANY } else { 1 };
    let mut out: Vec<u16> = (0..layout.tokens.len()).map(usual).collect();
    let within = |from: usize, to: usize| {
        let first = layout.tokens.partition_point(|t| (t.span.end as usize) <= from);
        let last = layout.tokens.partition_point(|t| (t.span.start as usize) < to);
        first..last
    };
    for unknown in &document.unknown {
        out[within(unknown.start, unknown.end)].fill(ANY);
    }
    for (range, kind) in &document.names {
        let tokens = within(range.start, range.end);
        let exact =
            tokens.clone().next().is_some_and(|t| layout.tokens[t].span.start as usize == range.start)
                && tokens.clone().last().is_some_and(|t| layout.tokens[t].span.end as usize == range.end);
        let kind = KINDS.iter().position(|k| k == kind).unwrap_or(0);
        let count = tokens.len();
        for (index, at) in tokens.enumerate() {
            let part = match (index, count) {
                (0, 1) => 3,
                (0, _) => 0,
                (i, n) if i + 1 == n => 2,
                _ => 1,
            };
            out[at] = if exact { 1 << (1 + 4 * kind + part) } else { ANY };
        }
    }
    out
}

/// Whether any labelling agrees with what is allowed.
fn possible(allowed: &[u16]) -> bool {
    let mut before: u16 = 1;
    for &mask in allowed {
        let mut now = 0;
        for label in (0..LABELS).filter(|l| mask & 1 << l != 0) {
            if (0..LABELS).any(|b| before & 1 << b != 0 && follows(b, label)) {
                now |= 1 << label;
            }
        }
        before = now;
    }
    (0..LABELS).any(|l| before & 1 << l != 0 && closes(l))
}
