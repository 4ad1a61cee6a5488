//! Hover, in Markdown or, for a client that shows none, in plain text.

use tower_lsp::ls_types::{Hover, HoverContents, HoverParams, MarkupContent, MarkupKind};

use super::{convert, view::View};
use crate::ide;

pub fn hover(view: &View, params: &HoverParams) -> Option<Hover> {
    let (doc, offset) = view.cursor(&params.text_document_position_params)?;
    let found = ide::hover::hover(&view.world, &doc, offset, &|place| view.link(place))?;
    let contents = if view.client.markdown {
        MarkupContent { kind: MarkupKind::Markdown, value: found.markdown }
    } else {
        MarkupContent { kind: MarkupKind::PlainText, value: convert::plain(&found.markdown) }
    };
    Some(Hover { contents: HoverContents::Markup(contents), range: view.range(&doc, found.span) })
}
