//! The names of people by the tokens they begin and end with.

use rustc_hash::FxHashMap;

use crate::names::{Mention, NameKind};
use crate::text::{Layout, Span};

/// Where people are named: from a token to the index of the mention that begins or ends there.
#[derive(Debug, Default)]
pub(super) struct Edges {
    begin: FxHashMap<u32, usize>,
    end: FxHashMap<u32, usize>,
    spans: Vec<Span>,
}

impl Edges {
    /// Where each of the people among the mentions begins and ends, in bytes.
    pub fn of(mentions: &[Mention]) -> Self {
        let people = || mentions.iter().enumerate().filter(|(_, mention)| mention.kind == NameKind::Person);
        let begin = people().map(|(at, mention)| (mention.span.start, at)).collect();
        let end = people().map(|(at, mention)| (mention.span.end, at)).collect();
        Self { begin, end, spans: mentions.iter().map(|mention| mention.span).collect() }
    }

    /// The person whose name begins with this token.
    pub fn begins(&self, layout: &Layout<'_>, token: usize) -> Option<usize> {
        self.begin.get(&layout.token(token)?.span.start).copied()
    }

    /// The person whose name ends with this token.
    pub fn ends(&self, layout: &Layout<'_>, token: usize) -> Option<usize> {
        self.end.get(&layout.token(token)?.span.end).copied()
    }

    /// The token after a mention.
    pub fn after(&self, layout: &Layout<'_>, mention: usize) -> usize {
        let end = self.spans.get(mention).map_or(0, |span| span.end);
        layout.tokens.partition_point(|token| token.span.start < end)
    }

    /// The token before a mention.
    pub fn before(&self, layout: &Layout<'_>, mention: usize) -> Option<usize> {
        let start = self.spans.get(mention)?.start;
        layout.tokens.partition_point(|token| token.span.start < start).checked_sub(1)
    }
}
