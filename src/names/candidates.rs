//! Where names stand, sentence by sentence: the evidence of titles, lists, context and the tagger, combined
//! into one set of disjoint spans. `person_coref` finds surnames that stand alone.

mod listed;
mod patterns;
mod plausible;
mod tagged;
mod titled;

use super::NameKind;
use super::extent::NameExtent;
use super::lexicon::Lexicon;
use super::tagger::Tag;
use super::titles::TitlePhrase;
use super::words::Words;
use crate::text::normalise::one_line;
use crate::text::{Index, Layout, indexed};

/// A name in the text: tokens, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub first: usize,
    pub last: usize,
    pub kind: NameKind,
    /// How strong its evidence is; names from [`STRONG`] on give way to nothing.
    pub strength: u8,
}

/// The strength from which a name gives way to nothing. 5 is beyond doubt, and a title adds up to 2.
pub(super) const STRONG: u8 = 4;

/// What is known of an article before its names are found.
pub(super) struct NameContext<'a, 't> {
    pub layout: &'a Layout<'t>,
    pub words: &'a Words<'t>,
    pub lexicon: &'a Lexicon,
    pub phrases: &'a [TitlePhrase],
    pub tags: &'a [Tag],
    pub extent: NameExtent<'a, 't>,
    /// For each token, the title it stands in.
    pub titled: &'a [Option<Index<TitlePhrase>>],
}

impl NameContext<'_, '_> {
    /// The title a token stands in.
    pub fn title_at(&self, at: usize) -> Option<&TitlePhrase> {
        self.titled.get(at).copied().flatten()?.of(self.phrases)
    }

    /// Whether a title is a one-word role without a holder, which may be part of a name ("Cardinal", "King").
    pub fn is_lone(&self, title: &TitlePhrase) -> bool {
        title.last == title.first + 1 && !title.honorific() && !self.words.capital(title.last)
    }

    /// Whether a token is part of a title.
    pub fn in_title(&self, at: usize) -> bool {
        self.titled.get(at).is_some_and(Option::is_some)
    }

    /// Whether a token exists and is not part of a title.
    pub fn outside_titles(&self, at: usize) -> bool {
        self.titled.get(at) == Some(&None)
    }

    /// What was found, as written, on one line.
    pub fn text(&self, found: &Candidate) -> String {
        let (first, last) = (self.layout.token(found.first), self.layout.token(found.last.saturating_sub(1)));
        let written = first.zip(last).map(|(first, last)| self.layout.slice(first.span.cover(last.span)));
        one_line(written.unwrap_or_default())
    }

    /// All names of the text, in order, disjoint.
    pub fn find(&self) -> Vec<Candidate> {
        let mut all = self.by_tags();
        self.behind_titles(&mut all);
        self.by_lists(&mut all);
        self.bodies(&mut all);
        self.surnames(&mut all);
        self.named_like_months(&mut all);
        self.speakers(&mut all);
        settle(all)
    }

    /// Whether the tagger sees no name here without ruling one out.
    fn unsure(&self, first: usize, last: usize) -> bool {
        let tags = self.tags.get(first..last).unwrap_or_default();
        tags.iter().all(|tag| tag.kind.is_none() && tag.margin < UNSURE_MARGIN)
    }
}

/// The tagger's margin above which it is nearly always right.
const SURE_MARGIN: u8 = 40;
/// The tagger's margin below which it is undecided.
const DOUBT_MARGIN: u8 = 16;
/// A token tagged outside with a smaller margin may still be a name that the lists know.
const UNSURE_MARGIN: u8 = 16;

/// Keeps the strongest of overlapping candidates (then the longest, then the first).
pub(super) fn settle(mut all: Vec<Candidate>) -> Vec<Candidate> {
    all.sort_by_key(|found| {
        (std::cmp::Reverse(found.strength), std::cmp::Reverse(found.last - found.first), found.first)
    });
    let most = all.iter().map(|found| found.last).max().unwrap_or(0);
    let mut taken = vec![false; most];
    let mut out = Vec::new();
    for found in all {
        let Some(place) = taken.get_mut(found.first..found.last) else { continue };
        if place.iter().any(|taken| *taken) {
            continue;
        }
        place.fill(true);
        out.push(found);
    }
    out.sort_by_key(|found| found.first);
    out
}

/// For each token the title it stands in.
pub(super) fn titled(
    layout: &Layout<'_>,
    words: &Words<'_>,
    phrases: &[TitlePhrase],
) -> Vec<Option<Index<TitlePhrase>>> {
    let mut out = vec![None; layout.tokens.len()];
    for (index, phrase) in indexed(phrases) {
        out.get_mut(phrase.first..phrase.behind(layout, words)).unwrap_or_default().fill(Some(index));
    }
    out
}
