//! Articles with date, grade and reasons: one line each for people, or one JSON document.

use serde::Serialize;

use super::proposals::Proposal;
use super::{Asked, Failure, workspace};
use crate::article::DateGrade;
use crate::ide::{show, time_words};
use crate::text::DocId;
use crate::world::DatedArticle;

/// Reasons in a line; the rest are a hover away.
const MAX_REASONS: usize = 2;

/// Paths longer than this do not push the dates of all others to the right.
const MAX_PATH_COLUMNS: usize = 48;

/// The surest first, so that what has no date stands above the summary.
pub(super) fn text(asked: &Asked) -> String {
    let mut rows: Vec<_> = asked.dated().map(|(doc, dated)| row(asked, doc, dated)).collect();
    rows.sort_by_key(|row| row.grade);
    let widest = |column: fn(&Row) -> &str| {
        rows.iter().map(|row| column(row).chars().count()).max().unwrap_or_default()
    };
    let (path, date) = (widest(|row| &row.path).min(MAX_PATH_COLUMNS), widest(|row| &row.date));
    let line = |row: &Row| {
        format!("{:<7}  {:<path$}  {:<date$}  {}", row.grade.as_str(), row.path, row.date, row.reasons)
    };
    let mut out: String = rows.iter().map(|row| line(row).trim_end().to_owned() + "\n").collect();
    out.push_str(&summary(&rows));
    out
}

struct Row {
    grade: DateGrade,
    path: String,
    date: String,
    reasons: String,
}

fn row(asked: &Asked, doc: &DocId, dated: &DatedArticle) -> Row {
    let dating = &dated.dating;
    let reasons = match dating.grade() {
        DateGrade::Open => dating.open_in_words(),
        _ => dating
            .evidence
            .iter()
            .take(MAX_REASONS)
            .map(|one| one.words.as_str())
            .collect::<Vec<_>>()
            .join("; "),
    };
    Row {
        grade: dating.grade(),
        path: asked.loaded.shown(doc),
        date: time_words::article_date(dated).unwrap_or_else(|| "–".into()),
        reasons,
    }
}

/// "38 articles: 3 stated, 5 likely, 30 open", and how to date the rest.
fn summary(rows: &[Row]) -> String {
    let count = |grade| rows.iter().filter(|row| row.grade == grade).count();
    let counted = DateGrade::ALL.into_iter().filter(|grade| count(*grade) > 0);
    let counted: Vec<_> = counted.map(|grade| format!("{} {}", count(grade), grade.as_str())).collect();
    let mut out = show::count(rows.len(), "article");
    if !counted.is_empty() {
        out.push_str(&format!(": {}", counted.join(", ")));
    }
    out.push('\n');
    if count(DateGrade::Open) + count(DateGrade::Likely) > 0 {
        let likely = if count(DateGrade::Likely) > 0 { ", --accept-likely" } else { "" };
        out.push_str(&format!(
            "help: date many at once with --from-csv FILE, --from-names PATTERN{likely} (`dateline date --help`)\n"
        ));
    }
    out
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
        file: asked.loaded.shown(doc),
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
