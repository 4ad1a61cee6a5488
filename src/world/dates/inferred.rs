//! What an article's own words allow as its date. Every statement here must hold for any honest article: a
//! wrong date is worse than none, so what holds only usually is left out.

mod calendar;
mod counted;
mod events;
mod gloss;
mod visit;

pub(super) use calendar::stated_window;
pub(super) use events::days_for;
pub use gloss::{Gloss, glosses};

use super::{Known, Statement};
use crate::article::Article;
use crate::text::normalise::one_line;
use crate::text::{Index, Sentence, ZoneKind, indexed};
use crate::time::{Anchor, Timex};

pub(super) fn of(article: &Article, known: &Known) -> Vec<Statement> {
    let mut statements = calendar::statements(article);
    statements.extend(counted::statements(article));
    statements.extend(gloss::statements(article));
    statements.extend(visit::statements(article));
    if !known.is_empty() {
        statements.extend(events::statements(article, known));
    }
    statements
}

/// The most mentions examined: news dates itself in its first paragraphs, and each statement is a set of
/// days.
const MOST: usize = 200;

/// The time mentions in the article's own voice.
pub(super) fn own_voice(article: &Article) -> impl Iterator<Item = (Index<Timex>, &Timex)> {
    indexed(&article.times).take(MOST).filter(move |(_, t)| {
        !t.quoted && t.from == Anchor::Article && !t.heads && told(article.zone_at(t.span.start))
    })
}

/// Whether a zone tells the news itself.
fn told(zone: ZoneKind) -> bool {
    matches!(zone, ZoneKind::Headline | ZoneKind::Summary | ZoneKind::Body)
}

/// Whether it is one of the first sentences of the running text, where news reports what is new.
pub(super) fn is_lead(article: &Article, sentence: Index<Sentence>) -> bool {
    let first = article.sentences.iter().find(|s| article.zone_at(s.span.start) == ZoneKind::Body);
    first.zip(sentence.of(&article.sentences)).is_some_and(|(first, s)| first.zone == s.zone)
}

pub(super) fn quote(article: &Article, timex: &Timex) -> String {
    let words = one_line(article.text.slice(timex.span));
    format!("“{words}”")
}
