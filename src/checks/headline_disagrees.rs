//! DL202 headline-disagrees: the headline and the body give one thing two lengths.

use super::Finding;
use super::context::Context;
use super::report::Report;
use crate::text::{Span, ZoneKind};
use crate::time::words::cardinal;

/// "4-day visit": a length, and what lasts so long.
struct StatedLength {
    days: u16,
    /// The noun in lower case.
    what: String,
    /// "4-day".
    span: Span,
    number: Span,
}

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let body = lengths_in(context, |kind| matches!(kind, ZoneKind::Body | ZoneKind::Summary));
    for said in lengths_in(context, |kind| kind == ZoneKind::Headline) {
        let mut same = body.iter().filter(|length| length.what == said.what);
        let Some(other) = same.next().filter(|other| other.days != said.days) else { continue };
        // One length in the body, and another one.
        let tainted = report.is_tainted(said.span) || report.is_tainted(other.span);
        if tainted || same.any(|length| length.days != other.days) {
            continue;
        }
        let (x, y) = (context.quote(said.span), context.quote(other.span));
        let edit = (context.place(said.number), other.days.to_string());
        report.add(
            Finding::new(202, said.span, format!("headline says `{x}`, body says `{y}`"))
                .related(context.place(other.span), "the body")
                .fix(format!("change the headline to {}", other.days), vec![edit]),
        );
    }
}

fn lengths_in(context: &Context<'_>, is_wanted: impl Fn(ZoneKind) -> bool) -> Vec<StatedLength> {
    let zones = context.article.zones.iter().filter(|zone| is_wanted(zone.kind));
    zones.flat_map(|zone| lengths(context, zone.span)).collect()
}

/// "4-day visit", "four-day trip": only what is glued to its noun is surely its length.
fn lengths(context: &Context<'_>, zone: Span) -> Vec<StatedLength> {
    let text = &context.article.text.slice(zone).to_ascii_lowercase();
    let mut out = Vec::new();
    for hit in memchr::memmem::find_iter(text.as_bytes(), "day ") {
        let (Some(before), Some(after)) = (text.get(..hit), text.get(hit + 4..)) else { continue };
        let Some(before) = before.strip_suffix(['-', '‑', ' ']) else { continue };
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let days = word.parse().ok().or_else(|| cardinal(&word.to_lowercase()));
        let Some(days) = days.filter(|days| *days > 0) else { continue };
        let Some(what) = noun_of(after) else { continue };
        let start = zone.start + (before.len() - word.len()) as u32;
        let number = Span::new(start, start + word.len() as u32);
        out.push(StatedLength { days, what, span: Span::new(start, zone.start + hit as u32 + 3), number });
    }
    out
}

/// What lasts so long: one of the next three words.
fn noun_of(after: &str) -> Option<String> {
    let words = after.split_whitespace().take(3);
    let mut nouns = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    nouns.find(|word| NOUNS.contains(&word.as_str()))
}

const NOUNS: &[&str] = &["visit", "trip", "tour", "stay", "summit", "forum", "conference", "meeting"];
