//! A visit that begins as the article is written: its length and its last weekday give the weekday of the article.

use super::own_voice;
use crate::article::{Article, Days};
use crate::text::{Span, ZoneKind};
use crate::time::{Tense, words};
use crate::world::dates::Statement;

/// Three features are needed: a headline in the present ("begins 4-day visit"), the last day ("until Thursday"), and the
/// first day told as past ("announced on Monday"), so that the article is neither earlier nor later.
pub(super) fn statements(article: &Article) -> Vec<Statement> {
    let headline = article.zones.iter().filter(|z| z.kind == ZoneKind::Headline).find_map(|zone| {
        let line = article.text.slice(zone.span);
        begins(line).then(|| length(line)).flatten().map(|days| (zone.span, days))
    });
    let Some((span, days)) = headline else { return Vec::new() };
    let weekdays = || own_voice(article).filter_map(|(_, t)| Some((t, t.parts.weekday?.value)));
    let until = |start: u32| {
        let before = article.text.slice(Span::new(start.saturating_sub(12), start)).to_lowercase();
        ["until", "till", "through"].iter().any(|word| before.trim_end().ends_with(word))
    };
    let Some((end, last)) = weekdays().find(|(t, _)| until(t.span.start)) else { return Vec::new() };
    let first = (u32::from(last) + 7 * 5 - days) % 7 + 1;
    let began = weekdays().any(|(t, w)| u32::from(w) == first && t.tense == Some(Tense::Past));
    if days == 0 || days > 7 || !began {
        return Vec::new();
    }
    let words = format!(
        "the {days} days that begin in the headline last until “{}”, so it is written on the first",
        article.text.slice(end.span)
    );
    vec![Statement { words, span: Some(span), days: Days::weekday(first as u8) }]
}

fn begins(headline: &str) -> bool {
    let lower = headline.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| matches!(word, "begins" | "starts" | "kicks" | "opens" | "embarks"))
}

/// "4-day visit", "four-day trip", "Four Days in".
fn length(headline: &str) -> Option<u32> {
    let lower = headline.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    words.windows(2).find_map(|pair| {
        let [count, unit] = pair else { return None };
        matches!(*unit, "day" | "days").then_some(())?;
        count.parse().ok().or_else(|| words::cardinal(count).map(u32::from))
    })
}
