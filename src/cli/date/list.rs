//! Articles with date, grade and reasons: one line each for people, or one JSON document.

use serde::Serialize;

use super::proposals::Proposal;
use super::{Asked, Failure, workspace};
use crate::ide::date_list::date_list;

/// A line for each article.
pub(super) fn text(asked: &Asked) -> String {
    date_list(&asked.loaded.world, asked.articles.iter(), &|doc| asked.loaded.named(doc))
}

#[derive(Serialize)]
struct Document<'a> {
    articles: Vec<ArticleRow<'a>>,
    /// Only where dates were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<ChangesRecord<'a>>,
}

#[derive(Serialize)]
struct ArticleRow<'a> {
    file: String,
    grade: &'static str,
    date: Option<String>,
    likely: Option<LikelyRow>,
    reasons: Vec<&'a str>,
}

#[derive(Serialize)]
struct LikelyRow {
    from: Option<String>,
    to: Option<String>,
    day: String,
    share: f64,
}

#[derive(Serialize)]
struct ChangesRecord<'a> {
    file: String,
    written: bool,
    dates: Vec<ChangeRecord<'a>>,
}

#[derive(Serialize)]
struct ChangeRecord<'a> {
    file: &'a str,
    date: String,
    source: Option<&'a str>,
    /// What the article states itself, where that is another day.
    instead_of: Option<String>,
}

/// Everything as one document; `changes` are dates to state and whether they are being written.
pub(super) fn json(asked: &Asked, changes: Option<(&[Proposal], bool)>) -> Result<String, Failure> {
    let articles = asked.dated().map(|(doc, dated)| ArticleRow {
        file: asked.loaded.named(doc),
        grade: dated.dating.grade().as_str(),
        date: dated.dating.date.map(|date| date.to_string()),
        likely: dated.dating.likely.map(|likely| LikelyRow {
            from: likely.window.earliest.map(|day| day.to_string()),
            to: likely.window.latest.map(|day| day.to_string()),
            day: likely.day.to_string(),
            share: (likely.share * 1000.0).round() / 1000.0,
        }),
        reasons: dated.dating.evidence.iter().map(|one| one.words.as_str()).collect(),
    });
    let changes = changes.map(|(proposals, written)| ChangesRecord {
        file: workspace::shown(&asked.settings()),
        written,
        dates: proposals.iter().map(change).collect(),
    });
    let document = Document { articles: articles.collect(), changes };
    serde_json::to_string_pretty(&document).map(|text| text + "\n").map_err(|error| error.to_string())
}

fn change(proposal: &Proposal) -> ChangeRecord<'_> {
    ChangeRecord {
        file: &proposal.stated.file,
        date: proposal.stated.date.to_string(),
        source: proposal.stated.source.as_deref(),
        instead_of: proposal.instead_of.map(|date| date.to_string()),
    }
}
