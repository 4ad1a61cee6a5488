//! Inlay hints: what a relative date resolves to, and the article's date where it was inferred.

use super::show;
use super::time_words::{about_date, article_date, likely_date, marked, meaning};
use crate::text::{Span, ZoneKind, indexed};
use crate::time::{Anchor, TimexKind, wording};
use crate::world::{DatedArticle, DocId, World};

/// A few words beside the text.
#[derive(Clone, Debug, PartialEq)]
pub struct InlayHint {
    /// Shown after the text that ends here.
    pub offset: u32,
    pub label: String,
    pub tooltip: String,
}

/// The hints within `range`.
pub fn inlay_hints(world: &World, doc: &DocId, range: Span) -> Vec<InlayHint> {
    let Some(dated) = world.article(doc) else { return Vec::new() };
    let mut hints = Vec::new();
    if let (Some(date), false) = (article_date(dated), dated.dating.stated) {
        let headline =
            dated.article.zones.iter().find(|zone| matches!(zone.kind, ZoneKind::Headline | ZoneKind::Body));
        if let Some(zone) = headline.filter(|zone| zone.span.overlaps(range)) {
            let reasons: Vec<_> =
                dated.dating.evidence.iter().map(|evidence| evidence.words.as_str()).collect();
            hints.push(InlayHint {
                offset: zone.span.end,
                label: format!(" {date}"),
                tooltip: format!(
                    "the article is of {}: {}",
                    about_date(dated).unwrap_or_default(),
                    show::plain(&reasons.join("; "))
                ),
            });
        }
    }
    for (at, timex) in indexed(&dated.article.times) {
        let Some((resolved, likely)) = dated.shown_time(at) else { continue };
        if !timex.span.overlaps(range) || resolved.anchor == Anchor::Itself || timex.kind == TimexKind::Set {
            continue;
        }
        let Some(window) = resolved.window else { continue };
        // Wide windows ("the past decade") would only repeat the words.
        if window.days().is_none_or(|days| days > 366) {
            continue;
        }
        hints.push(InlayHint {
            offset: timex.span.end,
            label: format!(" {}", marked(likely, wording::window(window))),
            tooltip: counted_from(dated, resolved.anchor),
        });
    }
    hints.sort_by_key(|hint| hint.offset);
    hints
}

/// "counted from “Monday” (Mon 18 Sept 2023)".
fn counted_from(dated: &DatedArticle, anchor: Anchor) -> String {
    match (anchor, dated.dating.date) {
        (Anchor::Mention(index), _) => {
            let words = index.of(&dated.article.times).map_or("", |t| dated.article.text.slice(t.span));
            format!("counted from “{}” ({})", show::plain(words), show::plain(&meaning(dated, index)))
        }
        (_, Some(date)) => format!("counted from the article’s date, {}", wording::day(date)),
        (_, None) => match likely_date(dated) {
            Some(date) => format!("if the article is of {date}"),
            None => "counted from the article’s date".to_owned(),
        },
    }
}
