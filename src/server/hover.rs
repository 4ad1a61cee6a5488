//! Hover, in Markdown or, for a client that cannot show it, in plain text.

use tower_lsp::ls_types::{Hover, HoverContents, HoverParams, MarkupContent, MarkupKind};

use super::{convert, snapshot::Snapshot};
use crate::ide::{self, show};

/// `textDocument/hover`
pub fn hover(snapshot: &Snapshot, params: &HoverParams) -> Option<Hover> {
    let (doc, offset) = snapshot.cursor(&params.text_document_position_params)?;
    let found = ide::hover::hover(&snapshot.world, &doc, offset, &|place| snapshot.link(place))?;
    let contents = if snapshot.client.markdown {
        let links = snapshot.folders.config_of(&doc).hover_links;
        let value = if links { found.markdown } else { show::without_links(&found.markdown) };
        MarkupContent { kind: MarkupKind::Markdown, value }
    } else {
        MarkupContent { kind: MarkupKind::PlainText, value: convert::plain(&found.markdown) }
    };
    Some(Hover { contents: HoverContents::Markup(contents), range: snapshot.range(&doc, found.span) })
}
