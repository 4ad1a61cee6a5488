//! Articles with their dates, one line each, and how many have none.

use super::{show, time_words};
use crate::article::DateGrade;
use crate::world::{DatedArticle, DocId, World};

/// Reasons in a line; the rest are a hover away.
const MAX_REASONS: usize = 2;

/// Paths longer than this do not push the dates of all others to the right.
const MAX_PATH_COLUMNS: usize = 48;

/// How many articles there are, and how many of them without a certain date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateCount {
    pub articles: usize,
    pub likely: usize,
    pub open: usize,
}

impl DateCount {
    /// Counts these articles.
    pub fn of<'d>(world: &World, docs: impl Iterator<Item = &'d DocId>) -> Self {
        let mut count = Self::default();
        for dated in docs.filter_map(|doc| world.article(doc)) {
            count.articles += 1;
            match dated.dating.grade() {
                DateGrade::Stated | DateGrade::Certain => {}
                DateGrade::Likely => count.likely += 1,
                DateGrade::Open => count.open += 1,
            }
        }
        count
    }

    /// How many have no certain date.
    pub const fn undated(self) -> usize {
        self.likely + self.open
    }

    /// "35 of 38 articles have no date", "5 of 5 articles have no certain date, 4 of them a likely one";
    /// `None` if every article has one.
    pub fn in_words(self) -> Option<String> {
        let undated = self.undated();
        let have = if undated == 1 { "has" } else { "have" };
        let count = format!("{undated} of {} {have}", show::count(self.articles, "article"));
        match (undated, self.likely) {
            (0, _) => None,
            (_, 0) => Some(format!("{count} no date")),
            (undated, likely) if undated == likely => Some(format!("{count} only a likely date")),
            (_, likely) => Some(format!("{count} no certain date, {likely} of them a likely one")),
        }
    }
}

/// A line for each article: grade, path, date, reasons. The surest come first, so that what has no date
/// stands above the summary.
pub fn date_list<'d>(
    world: &World,
    docs: impl Iterator<Item = &'d DocId>,
    shown: &dyn Fn(&DocId) -> String,
) -> String {
    let mut rows: Vec<Row> = docs.filter_map(|doc| Some(row(shown(doc), world.article(doc)?))).collect();
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

fn row(path: String, dated: &DatedArticle) -> Row {
    let dating = &dated.dating;
    let reasons: Vec<&str> = dating.evidence.iter().take(MAX_REASONS).map(|one| one.words.as_str()).collect();
    Row {
        grade: dating.grade(),
        path,
        date: time_words::article_date(dated).unwrap_or_else(|| "–".into()),
        reasons: if dating.grade() == DateGrade::Open { dating.open_in_words() } else { reasons.join("; ") },
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
            "help: `dateline date` dates many at once with --from-csv FILE, --from-names PATTERN{likely}\n"
        ));
    }
    out
}
