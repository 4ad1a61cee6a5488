//! DL202 headline-disagrees: the headline and the body give one thing two lengths.

use super::Finding;
use super::case::Case;
use super::report::Report;
use crate::text::{Span, ZoneKind};
use crate::time::words::cardinal;

/// "4-day visit": a length, and what lasts so long.
struct Length {
    days: u16,
    what: String,
    span: Span,
    number: Span,
}

pub(super) fn check(case: &Case<'_>, report: &mut Report) {
    let of = |headline: bool| {
        let zones = case.article.zones.iter().filter(move |z| match z.kind {
            ZoneKind::Headline => headline,
            ZoneKind::Body | ZoneKind::Summary => !headline,
            _ => false,
        });
        zones.flat_map(|zone| lengths(case, zone.span))
    };
    for said in of(true) {
        let body: Vec<Length> = of(false).filter(|l| l.what == said.what).collect();
        // One length in the body, and another one.
        let Some(other) =
            body.first().filter(|b| body.iter().all(|l| l.days == b.days) && b.days != said.days)
        else {
            continue;
        };
        if report.is_tainted(said.span) || report.is_tainted(other.span) {
            continue;
        }
        let (x, y) = (case.quote(said.span), case.quote(other.span));
        let finding = Finding::new(202, said.span, format!("headline says `{x}`, body says `{y}`"))
            .related(case.place(other.span), "the body")
            .fix(
                format!("change the headline to {}", other.days),
                vec![(case.place(said.number), other.days.to_string())],
            );
        report.add(finding);
    }
}

/// "4-day visit", "four-day trip": only what is glued to its noun is surely its length.
fn lengths(case: &Case<'_>, zone: Span) -> Vec<Length> {
    let text = &case.article.text.slice(zone).to_ascii_lowercase();
    let mut out = Vec::new();
    for hit in memchr::memmem::find_iter(text.as_bytes(), "day ") {
        let (Some(before), Some(after)) = (text.get(..hit), text.get(hit + 4..)) else { continue };
        let Some(before) = before.strip_suffix(['-', '‑', ' ']) else { continue };
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let Some(days) = word.parse().ok().or_else(|| cardinal(&word.to_lowercase())).filter(|n| *n > 0)
        else {
            continue;
        };
        let noun = after
            .split_whitespace()
            .take(3)
            .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
        let Some(what) = noun.into_iter().find(|w| NOUNS.contains(&w.as_str())) else { continue };
        let start = zone.start + (before.len() - word.len()) as u32;
        let number = Span::new(start, start + word.len() as u32);
        out.push(Length { days, what, span: Span::new(start, zone.start + hit as u32 + 3), number });
    }
    out
}

const NOUNS: &[&str] = &["visit", "trip", "tour", "stay", "summit", "forum", "conference", "meeting"];
