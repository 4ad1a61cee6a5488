//! The four "go to" requests, which differ only in their question and in what the client supports.

pub mod declaration;
pub mod definition;
pub mod implementation;
pub mod type_definition;

use tower_lsp::ls_types::{GotoDefinitionParams, GotoDefinitionResponse};

use super::snapshot::Snapshot;
use crate::ide::{Target, mention_at};
use crate::world::{DocId, World};

type Question = fn(&World, &DocId, u32) -> Vec<Target>;

/// Answers one of the four; `links` is whether the client supports links for it.
fn answer(
    snapshot: &Snapshot,
    params: &GotoDefinitionParams,
    links: bool,
    question: Question,
) -> Option<GotoDefinitionResponse> {
    let (doc, offset) = snapshot.cursor(&params.text_document_position_params)?;
    let targets = question(&snapshot.world, &doc, offset);
    if targets.is_empty() {
        return None;
    }
    Some(if links {
        // The origin of the jump is the whole name, not just the word under the cursor.
        let origin =
            mention_at::span_at(&snapshot.world, &doc, offset).and_then(|span| snapshot.range(&doc, span));
        let links = targets.iter().filter_map(|target| snapshot.location_link(target, origin));
        GotoDefinitionResponse::Link(links.collect())
    } else {
        GotoDefinitionResponse::Array(
            targets.iter().filter_map(|target| snapshot.location(&target.place)).collect(),
        )
    })
}
