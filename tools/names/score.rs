//! Exact-span scores, one kind at a time.

use dateline::names::NameKind;
use dateline::names::tagger::{KINDS, Tag};
use dateline::text::Layout;

use super::corpus::Document;

#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    pub right: usize,
    pub found: usize,
    pub wanted: usize,
}

impl Score {
    pub fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.found + self.wanted).max(1) as f64
    }

    pub fn precision(self) -> f64 {
        100.0 * self.right as f64 / self.found.max(1) as f64
    }

    pub fn recall(self) -> f64 {
        100.0 * self.right as f64 / self.wanted.max(1) as f64
    }
}

pub type Name = (usize, usize, NameKind);

/// The names that tags spell.
pub fn spans(layout: &Layout<'_>, tags: &[Tag]) -> Vec<Name> {
    let mut out: Vec<Name> = Vec::new();
    for (token, tag) in layout.tokens.iter().zip(tags) {
        let Some(kind) = tag.kind else { continue };
        let end = token.span.end as usize;
        match out.last_mut() {
            Some(last) if !tag.begins => last.1 = end,
            _ => out.push((token.span.start as usize, end, kind)),
        }
    }
    out
}

/// Adds one text to the scores of the three kinds.
pub fn add(scores: &mut [Score; 3], gold: &Document, found: &[Name]) {
    for (kind, score) in KINDS.iter().zip(scores) {
        let wanted: Vec<(usize, usize)> =
            gold.names.iter().filter(|(_, k)| k == kind).map(|(r, _)| (r.start, r.end)).collect();
        for &(start, end, _) in found.iter().filter(|f| f.2 == *kind) {
            let right = wanted.contains(&(start, end));
            if right || !gold.optional.iter().any(|o| o.start < end && start < o.end) {
                score.found += 1;
                score.right += usize::from(right);
            }
        }
        score.wanted += wanted.len();
    }
}
