//! When an article was written: a set of days, narrowed by every statement that depends on it.
//!
//! [`of`] looks at one article and what is known about meetings and offices. Where it fixes a date,
//! [`Known::learn`] records what the article [`taught`], and a second pass of [`of`] may date what was left
//! open: one step, never a chain, so the order of articles does not matter.

mod clues;
mod inferred;
mod known;
mod likely;
mod weights;

use std::sync::Arc;

use jiff::civil::Date;

use crate::article::{Article, DateEvidence, Days, DocumentDate};
use crate::text::{DocId, Place, Span};
pub use clues::ClueKind;
pub use inferred::{Gloss, glosses};
pub use known::{Edition, Known, edition, taught};

/// One thing an article says that depends on its own date, with the days that would make it true.
#[derive(Clone, Debug)]
struct Statement {
    words: String,
    span: Option<Span>,
    days: Days,
}

/// The article's date, as far as the article, its hints and other known facts determine it.
pub fn of(doc: &DocId, article: &Article, known: &Known) -> DocumentDate {
    let stated = &article.own_dates.stated;
    if let Some(first) = stated.first() {
        let evidence = stated.iter().filter(|s| s.date == first.date);
        return DocumentDate {
            date: Some(first.date),
            stated: true,
            fitting: Some(1),
            evidence: evidence
                .map(|s| DateEvidence { words: s.words.clone().into_owned(), place: place(doc, s.span) })
                .collect(),
            days: None,
            likely: None,
        };
    }
    let mut statements = inferred::of(article, known);
    // The strongest first; equal ones in the order of the text.
    statements.sort_by_key(|s| (s.days.count(), s.span));
    let mut days = Days::all();
    let mut narrowing = Vec::new();
    for statement in &statements {
        let fewer = days.and(&statement.days);
        if fewer != days {
            narrowing.push(statement);
        }
        days = fewer;
    }
    let fitting = days.count();
    let date = days.single();
    let open = date.is_none() && fitting > 0;
    let likely = open.then(|| likely::likely(article, known, &days)).flatten();
    let mut evidence: Vec<DateEvidence> = narrowing
        .into_iter()
        .map(|s| DateEvidence { words: s.words.clone(), place: place(doc, s.span) })
        .collect();
    if let Some((likely, clues)) = &likely {
        // A place that has given one reason need not give another.
        let mut told: Vec<Option<Span>> = statements.iter().map(|statement| statement.span).collect();
        for clue in clues {
            if !told.contains(&clue.span) {
                told.push(clue.span);
                evidence.push(DateEvidence {
                    words: clue.words(likely.day).to_owned(),
                    place: place(doc, clue.span),
                });
            }
        }
    }
    DocumentDate {
        date,
        stated: false,
        fitting: (!statements.is_empty()).then_some(fitting),
        // What stronger statements already imply is left out.
        evidence,
        days: (date.is_none() && fitting > 0 && !statements.is_empty()).then(|| Arc::new(days)),
        likely: likely.map(|(likely, _)| likely),
    }
}

/// For every clue of an article its kind, the bin that the day is in, and its words; for fitting the weights.
pub fn bins_of(article: &Article, day: Date) -> Vec<(ClueKind, Option<usize>, String)> {
    let clues = clues::of(article, &Known::default()).into_iter();
    clues
        .map(|clue| {
            (clue.kind, clue.bins.iter().position(|bin| bin.contains(day)), clue.words(day).to_owned())
        })
        .collect()
}

/// A span as a place in its document.
fn place(doc: &DocId, span: Option<Span>) -> Option<Place> {
    span.map(|span| Place { doc: doc.clone(), span })
}
