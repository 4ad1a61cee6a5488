//! What a time expression means and why: value, window, rule, anchor, and what the anchor rests on.

use std::fmt::Write as _;

use crate::ide::{Linker, show};
use crate::text::Index;
use crate::time::{Anchor, RangeEnd, Timex};
use crate::world::{DatedArticle, DocId, World};

/// The hover on the time mention `index` of an article.
pub fn of_mention(world: &World, doc: &DocId, index: Index<Timex>, link: Linker<'_>) -> Option<String> {
    let dated = world.article(doc)?;
    let timex = index.of(&dated.article.times)?;
    let resolved = dated.times.get(index.row())?;
    let words = show::plain(dated.article.text.slice(timex.span));
    let mut out = match resolved.window {
        Some(window) => format!("**{words}** → **{}**", show::window(window)),
        None => format!("**{words}** → **{}**", show::plain(&resolved.value)),
    };
    let modifier = timex.modifier.map_or_else(String::new, |m| format!(" mod={}", m.as_str()));
    let _ = write!(out, "  \n{} `{}`{modifier} · rule: {}", timex.kind.as_str(), resolved.value, timex.rule);
    let _ = write!(out, "  \n{}", anchor(world, dated, resolved.anchor, link));
    if let Some((end, other)) = timex.range
        && let Some(other) = other.of(&dated.article.times)
    {
        let side = if end == RangeEnd::Begin { "begins" } else { "ends" };
        let _ = write!(
            out,
            "\n\nIt {side} a range; the other end is “{}”.",
            show::plain(dated.article.text.slice(other.span))
        );
    }
    if !resolved.others.is_empty() {
        let others: Vec<_> =
            resolved.others.iter().take(3).map(|(window, _)| show::window(*window)).collect();
        let _ = write!(out, "\n\n*Could also be:* {}", others.join(" · "));
    }
    Some(out)
}

fn anchor(world: &World, dated: &DatedArticle, anchor: Anchor, link: Linker<'_>) -> String {
    match anchor {
        Anchor::Itself => "stated in full".to_owned(),
        Anchor::Mention(index) => {
            let words = index.of(&dated.article.times).map_or("", |t| dated.article.text.slice(t.span));
            let value = dated.times.get(index.row()).map_or("", |r| r.value.as_str());
            format!("reckoned from “{}” ({value})", show::plain(words))
        }
        Anchor::Article => {
            let date = dated.dating.date.map_or_else(|| "unknown".to_owned(), |d| d.to_string());
            format!("reckoned from the article’s date {date}{}", evidence(world, dated, link))
        }
        Anchor::Unknown => format!("open: the article’s date is not known{}", evidence(world, dated, link)),
    }
}

/// ", which rests on …", with the strongest reasons.
fn evidence(world: &World, dated: &DatedArticle, link: Linker<'_>) -> String {
    let reasons = dated.dating.evidence.iter().take(3).map(|evidence| match &evidence.place {
        Some(place) => format!("{} ({})", show::plain(&evidence.words), show::place(world, place, link)),
        None => show::plain(&evidence.words),
    });
    let reasons: Vec<_> = reasons.collect();
    if reasons.is_empty() {
        return String::new();
    }
    let verb = if dated.dating.date.is_some() { "which rests on" } else { "what speaks of it is" };
    format!(", {verb} {}", reasons.join(", "))
}
