//! The linear tagger: which tokens name a person, an organisation or a place, sentence by sentence. Begin,
//! inside, last, unit or outside for each kind; the best sequence by Viterbi; weights from
//! `tools/train-names.rs`.

use std::sync::LazyLock;

use super::features::{Stretch, TaggerFeatures};
use super::{Lexicon, NameKind};
use crate::text::{Layout, Sentence};

/// What the tagger says about one token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    /// `None` outside every name.
    pub kind: Option<NameKind>,
    /// Whether the token is the first of its name. A name is such a token and the following ones that are
    /// not.
    pub begins: bool,
    /// How far the label is ahead of "outside" (for "outside": of the best name). 0 is a toss-up.
    pub margin: u8,
}

/// One tag per token of the layout.
pub fn tag(layout: &Layout<'_>, _lexicon: &Lexicon) -> Vec<Tag> {
    MODEL.as_ref().map_or_else(|| vec![Tag::default(); layout.tokens.len()], |model| model.tag(layout))
}

static MODEL: LazyLock<Option<Model<'static>>> =
    LazyLock::new(|| Model::new(include_bytes!("data/tagger.bin")));

/// Outside, then begin, inside, last, unit of a person, an organisation, a place.
pub const LABELS: usize = 13;
/// The kinds in the order of their labels.
pub const KINDS: [NameKind; 3] = [NameKind::Person, NameKind::Organisation, NameKind::Place];
/// The label of a token that is in no name.
const OUTSIDE: usize = 0;

/// The part of a name that a label stands for: begin, inside, last, unit.
const fn part(label: usize) -> usize {
    (label - 1) % 4
}

/// Whether no name is open before `label`: it may begin a stretch.
pub const fn opens(label: usize) -> bool {
    label == OUTSIDE || matches!(part(label), 0 | 3)
}

/// Whether no name is open after `label`: it may end a stretch.
pub const fn closes(label: usize) -> bool {
    label == OUTSIDE || matches!(part(label), 2 | 3)
}

/// Whether `label` may stand right after `before`.
pub const fn follows(before: usize, label: usize) -> bool {
    if closes(before) { opens(label) } else { !opens(label) && (before - 1) / 4 == (label - 1) / 4 }
}

/// Every step from one label to one that may follow it, by the label it leads to.
#[allow(clippy::indexing_slicing, reason = "worked out when the program is built")]
const MOVES: [(u8, u8); 61] = {
    let mut moves = [(0, 0); 61];
    let (mut count, mut label) = (0, 0);
    while label < LABELS {
        let mut before = 0;
        while before < LABELS {
            if follows(before, label) {
                moves[count] = (before as u8, label as u8);
                count += 1;
            }
            before += 1;
        }
        label += 1;
    }
    assert!(count == moves.len());
    moves
};

/// A row of the table: a weight for each label, then the mark that tells its feature from others in its
/// bucket.
const ROW_WEIGHTS: usize = 16;
const BUCKET_BYTES: usize = 4 * ROW_WEIGHTS;
type Scores = [i16; ROW_WEIGHTS];

/// The weights as stored in the file: transitions, then buckets of four rows. A feature that training did not
/// keep is in no bucket and adds nothing.
#[derive(Clone, Debug)]
pub struct Model<'m> {
    transitions: [[i16; LABELS]; LABELS],
    buckets: &'m [[u8; BUCKET_BYTES]],
    /// The marks of each bucket's rows, kept apart: most features are in no row, and these few bytes show
    /// that without reading the weights.
    marks: Vec<u64>,
}

/// The location of a feature: its bucket out of `count`, and its mark inside.
pub const fn slot(feature: u64, count: usize) -> (usize, [u8; 2]) {
    ((((feature >> 32) * count as u64) >> 32) as usize, (feature as u16 | 1).to_le_bytes())
}

impl<'m> Model<'m> {
    /// Reads a model; `None` for bytes that are not one.
    pub fn new(bytes: &'m [u8]) -> Option<Self> {
        let (head, rows) = bytes.split_at_checked(2 * LABELS * LABELS)?;
        let mut transitions = [[0; LABELS]; LABELS];
        for (to, from) in transitions.as_flattened_mut().iter_mut().zip(head.as_chunks::<2>().0) {
            *to = i16::from_le_bytes(*from);
        }
        let (buckets, rest) = rows.as_chunks::<BUCKET_BYTES>();
        let marks = buckets.iter().map(|bucket| {
            let rows = bucket.as_chunks::<ROW_WEIGHTS>().0.iter().rev();
            rows.fold(0, |marks, row| {
                marks << 16 | u64::from(u16::from_le_bytes([row[ROW_WEIGHTS - 2], row[ROW_WEIGHTS - 1]]))
            })
        });
        (rest.is_empty() && !buckets.is_empty()).then(|| Self {
            transitions,
            buckets,
            marks: marks.collect(),
        })
    }

    /// One tag per token of the layout: the best path through each stretch.
    pub fn tag(&self, layout: &Layout<'_>) -> Vec<Tag> {
        let features = TaggerFeatures::of(layout);
        let mut tags = vec![Tag::default(); layout.tokens.len()];
        let mut work = Work::default();
        for sentence in &layout.sentences {
            for stretch in features.stretches(sentence) {
                self.decode(&features, sentence, stretch, &mut work, &mut tags);
            }
        }
        tags
    }

    fn decode(
        &self,
        features: &TaggerFeatures,
        sentence: &Sentence,
        stretch: Stretch,
        work: &mut Work,
        tags: &mut [Tag],
    ) {
        work.scores.clear();
        work.back.clear();
        let mut best = [0i32; LABELS];
        for (label, score) in best.iter_mut().enumerate() {
            // As if an outside token came before.
            *score = if label == OUTSIDE { 0 } else { NEVER_SCORE };
        }
        for at in stretch.clone() {
            features.of_token(sentence, at, &mut work.features);
            let scores = self.score(&work.features);
            let (next, back) = self.step(&best, &scores);
            best = next;
            work.scores.push(scores);
            work.back.push(back);
        }
        let mut label = (0..LABELS)
            .filter(|&l| closes(l))
            .max_by_key(|&l| (best.get(l).copied(), LABELS - l))
            .unwrap_or(OUTSIDE);
        for at in stretch.clone().rev() {
            let index = at - stretch.start;
            let (Some(scores), Some(back)) = (work.scores.get(index), work.back.get(index)) else { return };
            if let Some(tag) = tags.get_mut(at) {
                *tag = Tag {
                    kind: label.checked_sub(1).and_then(|l| KINDS.get(l / 4)).copied(),
                    begins: label != OUTSIDE && opens(label),
                    margin: margin(scores, label),
                };
            }
            label = back.get(label).copied().map_or(OUTSIDE, usize::from);
        }
    }

    /// The sum of the weights of all features.
    fn score(&self, features: &[u64]) -> Scores {
        let mut scores: Scores = [0; ROW_WEIGHTS];
        for feature in features {
            let Some(row) = self.row(*feature) else { continue };
            // Sixteen lanes and no iterator: this is the innermost loop of reading.
            for lane in 0..ROW_WEIGHTS {
                if let (Some(score), Some(weight)) = (scores.get_mut(lane), row.get(lane)) {
                    *score = score.wrapping_add(i16::from(*weight as i8));
                }
            }
        }
        scores
    }

    /// The weights of a feature, if training kept it.
    #[inline]
    fn row(&self, feature: u64) -> Option<&[u8; ROW_WEIGHTS]> {
        let (bucket, mark) = slot(feature, self.buckets.len());
        let marks = self.marks.get(bucket)?;
        // The lowest lane that is then zero is the first row with this mark.
        let lanes = marks ^ u64::from(u16::from_le_bytes(mark)).wrapping_mul(0x0001_0001_0001_0001);
        let zero = lanes.wrapping_sub(0x0001_0001_0001_0001) & !lanes & 0x8000_8000_8000_8000;
        if zero == 0 {
            return None;
        }
        let at = zero.trailing_zeros() as usize / 16;
        self.buckets.get(bucket)?.as_chunks::<ROW_WEIGHTS>().0.get(at)
    }

    fn step(&self, best: &[i32; LABELS], scores: &Scores) -> ([i32; LABELS], [u8; LABELS]) {
        let mut next = [NEVER_SCORE; LABELS];
        let mut back = [0; LABELS];
        for &(before, label) in &MOVES {
            let (before, label) = (usize::from(before), usize::from(label));
            let (Some(so_far), Some(score)) = (best.get(before), next.get_mut(label)) else { continue };
            let weight = self.transitions.get(before).and_then(|moves| moves.get(label));
            let total = so_far + i32::from(weight.copied().unwrap_or_default());
            if total > *score {
                *score = total;
                if let Some(back) = back.get_mut(label) {
                    *back = before as u8;
                }
            }
        }
        for (label, next) in next.iter_mut().enumerate() {
            *next = (*next + score_of(scores, label)).max(NEVER_SCORE);
        }
        (next, back)
    }
}

/// The score of an impossible path; adding to it never overflows.
const NEVER_SCORE: i32 = i32::MIN / 4;

/// Kept from stretch to stretch, so that nothing is allocated for a token.
#[derive(Debug, Default)]
struct Work {
    features: Vec<u64>,
    scores: Vec<Scores>,
    back: Vec<[u8; LABELS]>,
}

fn margin(scores: &Scores, label: usize) -> u8 {
    let ahead = if label == OUTSIDE {
        score_of(scores, OUTSIDE) - (1..LABELS).map(|other| score_of(scores, other)).max().unwrap_or_default()
    } else {
        score_of(scores, label) - score_of(scores, OUTSIDE)
    };
    (ahead / 4).clamp(0, 255) as u8
}

fn score_of(scores: &Scores, label: usize) -> i32 {
    i32::from(scores.get(label).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lang::Language;

    fn found(text: &str) -> Vec<(&str, NameKind)> {
        let layout = Layout::of(text, Language::english());
        let mut out: Vec<(std::ops::Range<usize>, NameKind)> = Vec::new();
        for (token, tag) in layout.tokens.iter().zip(tag(&layout, &Lexicon::default())) {
            let range = token.span.start as usize..token.span.end as usize;
            match (tag.kind, out.last_mut()) {
                (Some(_), Some(last)) if !tag.begins => last.0.end = range.end,
                (Some(kind), _) => out.push((range, kind)),
                (None, _) => {}
            }
        }
        out.into_iter().map(|(range, kind)| (text.get(range).unwrap_or_default(), kind)).collect()
    }

    #[test]
    fn names_come_without_titles_and_possessives() {
        assert_eq!(
            found(
                "Foreign Minister Hakan Fidan's aides flew to Ankara with Dr. Leyla Demir of the World Bank."
            ),
            [
                ("Hakan Fidan", NameKind::Person),
                ("Ankara", NameKind::Place),
                ("Leyla Demir", NameKind::Person),
                ("World Bank", NameKind::Organisation),
            ]
        );
    }

    #[test]
    fn hyphens_and_particles_stay_in_the_name() {
        assert_eq!(
            found("Chairman Kim Jong-su met Ursula von der Leyen and Ahmed al-Sharif on Monday."),
            [
                ("Kim Jong-su", NameKind::Person),
                ("Ursula von der Leyen", NameKind::Person),
                ("Ahmed al-Sharif", NameKind::Person),
            ]
        );
    }

    #[test]
    fn a_label_follows_only_where_the_name_goes_on() {
        for before in 0..LABELS {
            assert!((0..LABELS).any(|label| follows(before, label)), "{before} leads nowhere");
            assert_eq!(follows(before, OUTSIDE), closes(before));
        }
    }

    #[test]
    fn bytes_that_are_no_model_are_refused() {
        assert!(Model::new(&[]).is_none());
        assert!(Model::new(&[0; 2 * LABELS * LABELS]).is_none());
        assert!(Model::new(&[0; 2 * LABELS * LABELS + BUCKET_BYTES - 1]).is_none());
        assert!(Model::new(&[0; 2 * LABELS * LABELS + BUCKET_BYTES]).is_some());
    }

    proptest! {
        #[test]
        fn any_text_gets_a_tag_a_token_and_whole_names(text in "([A-Z][a-zé’-]{0,6}[ .,-]{0,2}|\\PC{0,3}|\n){0,60}") {
            let layout = Layout::of(&text, Language::english());
            let tags = tag(&layout, &Lexicon::default());
            prop_assert_eq!(tags.len(), layout.tokens.len());
            let mut open: Option<NameKind> = None;
            for tag in tags {
                if !tag.begins {
                    prop_assert!(tag.kind.is_none() || tag.kind == open, "a name goes on that did not begin");
                }
                open = tag.kind;
            }
        }
    }
}
