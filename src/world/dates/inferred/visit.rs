//! A visit that begins as the article is written: its length and its last weekday give the article's weekday.

use super::own_voice;
use crate::article::cues::TimeLead;
use crate::article::{Article, Cue, Days};
use crate::text::{Index, Span, ZoneKind, indexed};
use crate::time::{Tense, Timex, wording};
use crate::world::dates::Statement;

/// Three features are needed: a headline in the present ("begins 4-day visit"), the last day ("until
/// Thursday"), and the first day described as past ("announced on Monday"), so that the article is neither
/// earlier nor later.
pub(super) fn statements(article: &Article) -> Vec<Statement> {
    let mut headlines = article.zones.iter().filter(|zone| zone.kind == ZoneKind::Headline);
    let begun = headlines.find_map(|zone| Some((zone.span, days_begun(article, zone.span)?)));
    let Some((span, days)) = begun else { return Vec::new() };
    let until = weekdays(article).find(|(at, ..)| article.cues.of_time(*at).lead == Some(TimeLead::Until));
    let Some((_, end, last)) = until else { return Vec::new() };
    let first = (u32::from(last) + 7 * 5 - days) % 7 + 1;
    let began = weekdays(article).any(|(_, t, w)| u32::from(w) == first && t.tense == Some(Tense::Past));
    if days == 0 || days > 7 || !began {
        return Vec::new();
    }
    let words = format!(
        "the {days} days that begin in the headline end on “{}”: they begin on a {}",
        article.text.slice(end.span),
        wording::weekday(first as u8)
    );
    vec![Statement { words, span: Some(span), days: Days::weekday(first as u8) }]
}

/// The time mentions that name a weekday, each with its number.
fn weekdays(article: &Article) -> impl Iterator<Item = (Index<Timex>, &Timex, u8)> {
    own_voice(article).filter_map(|(at, t)| Some((at, t, t.parts.weekday?.value)))
}

/// The length in days of what a headline says is beginning: "begins 4-day visit".
fn days_begun(article: &Article, headline: Span) -> Option<u32> {
    let mut sentences = indexed(&article.sentences).filter(|(_, sentence)| headline.contains(sentence.span));
    sentences.find(|(index, _)| article.cues.holds(*index, Cue::BeginsNow))?;
    article.cues.lengths_in(headline).next().map(|length| u32::from(length.days))
}
