//! Semantic tokens: the whole document, a part of it, or what changed since the last answer.

use std::sync::Arc;

use tower_lsp::ls_types::{
    SemanticToken, SemanticTokenType, SemanticTokens, SemanticTokensDelta, SemanticTokensDeltaParams,
    SemanticTokensEdit, SemanticTokensFullDeltaResult, SemanticTokensParams, SemanticTokensRangeParams,
    SemanticTokensRangeResult, SemanticTokensResult,
};

use super::snapshot::Snapshot;
use crate::ide::semantic_tokens as tokens;
use crate::text::Span;
use crate::world::DocId;

/// In the order of [`index`].
pub fn legend() -> Vec<SemanticTokenType> {
    ["person", "organisation", "place", "event", "date"].map(SemanticTokenType::new).into()
}

/// `textDocument/semanticTokens/full`
pub fn full(snapshot: &Snapshot, params: &SemanticTokensParams) -> Option<SemanticTokensResult> {
    let doc = snapshot.doc(&params.text_document.uri);
    let data: Arc<[_]> = encoded(snapshot, &doc, Span::new(0, u32::MAX))?.into();
    let (name, _) = snapshot.state().last_tokens.keep(&doc, &data);
    Some(SemanticTokens { result_id: Some(name), data: data.to_vec() }.into())
}

/// `textDocument/semanticTokens/range`
pub fn range(snapshot: &Snapshot, params: &SemanticTokensRangeParams) -> Option<SemanticTokensRangeResult> {
    let doc = snapshot.doc(&params.text_document.uri);
    let span = snapshot.span(&doc, params.range)?;
    Some(SemanticTokens { result_id: None, data: encoded(snapshot, &doc, span)? }.into())
}

/// The difference from the answer that the client names; everything, if that was not the last one.
pub fn delta(
    snapshot: &Snapshot,
    params: &SemanticTokensDeltaParams,
) -> Option<SemanticTokensFullDeltaResult> {
    let doc = snapshot.doc(&params.text_document.uri);
    let data: Arc<[_]> = encoded(snapshot, &doc, Span::new(0, u32::MAX))?.into();
    let (name, before) = snapshot.state().last_tokens.keep(&doc, &data);
    Some(match before {
        Some((id, before)) if id == params.previous_result_id => {
            SemanticTokensDelta { result_id: Some(name), edits: difference(&before, &data) }.into()
        }
        _ => SemanticTokens { result_id: Some(name), data: data.to_vec() }.into(),
    })
}

const fn index(kind: tokens::SemanticTokenType) -> u32 {
    match kind {
        tokens::SemanticTokenType::Person => 0,
        tokens::SemanticTokenType::Organisation => 1,
        tokens::SemanticTokenType::Place => 2,
        tokens::SemanticTokenType::Event => 3,
        tokens::SemanticTokenType::Date => 4,
    }
}

/// Each token relative to the one before, lengths in the client's units.
fn encoded(snapshot: &Snapshot, file: &DocId, range: Span) -> Option<Vec<SemanticToken>> {
    let world = &snapshot.world;
    let text = world.text(file)?;
    let (mut line, mut column) = (0, 0);
    let mut out = Vec::new();
    let parts = world.documents_in(file, range).into_iter().flat_map(|(doc, range)| {
        let start = world.file_text(&doc).map_or(0, |(_, start)| start);
        let found = tokens::semantic_tokens(world, &doc, range).into_iter();
        found.map(move |(span, kind)| (Span::new(start + span.start, start + span.end), kind))
    });
    for (span, kind) in parts {
        let start = text.position(span.start, snapshot.client.encoding);
        let end = text.position(span.end, snapshot.client.encoding);
        // A token out of order must not wrap round to a huge distance.
        let Some(delta_line) = start.line.checked_sub(line).filter(|_| end.line == start.line) else {
            continue;
        };
        let from = if delta_line == 0 { column } else { 0 };
        let Some(delta_start) = start.column.checked_sub(from) else { continue };
        let (token_type, length) = (index(kind), end.column - start.column);
        out.push(SemanticToken { delta_line, delta_start, length, token_type, token_modifiers_bitset: 0 });
        (line, column) = (start.line, start.column);
    }
    Some(out)
}

/// One edit that replaces everything between the common beginning and the common end; none if nothing
/// changed.
fn difference(before: &[SemanticToken], after: &[SemanticToken]) -> Vec<SemanticTokensEdit> {
    const NUMBERS: u32 = 5;
    let start = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let (before, after) = (before.get(start..).unwrap_or_default(), after.get(start..).unwrap_or_default());
    let same = before.iter().rev().zip(after.iter().rev()).take_while(|(a, b)| a == b).count();
    let gone = before.len() - same;
    let new = after.get(..after.len() - same).unwrap_or_default();
    if gone == 0 && new.is_empty() {
        return Vec::new();
    }
    vec![SemanticTokensEdit {
        start: start as u32 * NUMBERS,
        delete_count: gone as u32 * NUMBERS,
        data: Some(new.to_vec()),
    }]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn token(length: u32) -> SemanticToken {
        SemanticToken { length, ..Default::default() }
    }

    proptest! {
        #[test]
        fn the_difference_leads_from_one_to_the_other(
            before in prop::collection::vec(0u32..3, 0..8), after in prop::collection::vec(0u32..3, 0..8),
        ) {
            let (before, after): (Vec<_>, Vec<_>) =
                (before.into_iter().map(token).collect(), after.into_iter().map(token).collect());
            let mut patched = before.clone();
            for edit in difference(&before, &after) {
                let from = edit.start as usize / 5;
                patched.splice(from..from + edit.delete_count as usize / 5, edit.data.unwrap_or_default());
            }
            prop_assert_eq!(patched, after);
        }
    }
}
