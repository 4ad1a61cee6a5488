//! When an article was written, as far as that is known, and its times resolved accordingly. Data only;
//! `world::dates` makes the decision.

use std::sync::Arc;

use jiff::civil::Date;

use super::days::{FIRST_YEAR, LAST_YEAR};
use super::{Article, Days};
use crate::text::{Index, Place};
use crate::time::{Resolved, Timex, Window, wording};

/// An article with its date and its resolved times.
#[derive(Clone, Debug)]
pub struct DatedArticle {
    pub article: Arc<Article>,
    pub dating: DocumentDate,
    /// One per time mention of the article.
    pub times: Vec<Resolved>,
    /// The same, counted from the likeliest day; empty unless there is only a likely date. To show, never
    /// to reason with.
    pub likely_times: Vec<Resolved>,
}

impl DatedArticle {
    /// A time mention's meaning as far as it is certain, else as far as it is likely, and whether it is
    /// only that.
    pub fn shown_time(&self, index: Index<Timex>) -> Option<(&Resolved, bool)> {
        let certain = self.times.get(index.row())?;
        let likely = self.likely_times.get(index.row()).filter(|likely| *likely != certain);
        Some(likely.map_or((certain, false), |likely| (likely, true)))
    }
}

/// What is known of an article's date.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentDate {
    /// The one day that fits, if there is only one.
    pub date: Option<Date>,
    /// Whether it was stated (front matter, configuration, dateline, byline, file name) or inferred.
    pub stated: bool,
    /// How many days fit the evidence; `None` if nothing narrows it, 0 if the evidence contradicts itself.
    pub fitting: Option<u32>,
    /// Strongest first.
    pub evidence: Vec<DateEvidence>,
    /// The days that fit, unless that is one day or every day.
    pub days: Option<Arc<Days>>,
    /// Where no day is certain, a few that are likely. No finding rests on it.
    pub likely: Option<LikelyDate>,
}

/// Days one of which is likely to be an article's date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LikelyDate {
    /// At most a week.
    pub window: Window,
    /// The likeliest day.
    pub day: Date,
    /// The share of belief it holds, 0 to 1: of a hundred such windows about as many hold the day.
    pub share: f64,
}

/// One reason for an article's date.
#[derive(Clone, Debug, PartialEq)]
pub struct DateEvidence {
    /// In words: "the file name", "“Monday, May 13” is a Monday only in 2013, 2019, 2024".
    pub words: String,
    pub place: Option<Place>,
}

/// How sure an article's date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateGrade {
    /// The article or its user says so.
    Stated,
    /// The only day that the evidence leaves.
    Certain,
    /// A window of at most a week that nine of ten times holds the day.
    Likely,
    Open,
}

impl DateGrade {
    pub const ALL: [Self; 4] = [Self::Stated, Self::Certain, Self::Likely, Self::Open];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Certain => "certain",
            Self::Likely => "likely",
            Self::Open => "open",
        }
    }
}

/// Beyond a year the number of days tells a reader nothing, and the ends may be those of our calendar.
const MAX_TOLD_DAYS: u32 = 366;

/// Twenty years: of days that lie further apart the ends say nothing but where the calendar begins and ends.
const MAX_TOLD_WINDOW_DAYS: i64 = 7305;

impl DocumentDate {
    /// How sure the date is.
    pub const fn grade(&self) -> DateGrade {
        match (self.date, &self.likely) {
            (Some(_), _) if self.stated => DateGrade::Stated,
            (Some(_), _) => DateGrade::Certain,
            (None, Some(_)) => DateGrade::Likely,
            (None, None) => DateGrade::Open,
        }
    }

    /// What is known where no day is certain, in words: "12 days fit as the article’s date, 3–14 May 2024".
    pub fn open_in_words(&self) -> String {
        match (self.likely, self.fitting) {
            (Some(likely), _) => {
                let window = wording::window(likely.window);
                format!("the article is probably of {window}; nothing says so for certain")
            }
            // Inference knows no other years; an older article is not contradicted by that.
            (None, Some(0)) => {
                format!("no day from {FIRST_YEAR} to {LAST_YEAR} fits all that the article says of its date")
            }
            (None, Some(days)) if days <= MAX_TOLD_DAYS && self.spans_decades() => {
                format!("{days} days from {FIRST_YEAR} to {LAST_YEAR} fit as the article’s date")
            }
            (None, Some(days)) if days <= MAX_TOLD_DAYS => {
                let between = self.window().map_or(String::new(), |w| format!(", {}", wording::window(w)));
                format!("{days} days fit as the article’s date{between}")
            }
            (None, Some(_)) => {
                "many days fit as the article’s date: what it says does not narrow them to a year".to_owned()
            }
            (None, None) => "nothing tells the article’s date".to_owned(),
        }
    }

    /// Whether the days that fit lie so far apart that only the calendar bounds them.
    fn spans_decades(&self) -> bool {
        let days = self.window().and_then(Window::days);
        days.is_some_and(|days| days > MAX_TOLD_WINDOW_DAYS)
    }

    /// From the first to the last day that fits; `None` if nothing is known or nothing fits.
    pub fn window(&self) -> Option<Window> {
        self.date.map(Window::day).or_else(|| self.days.as_ref()?.window())
    }

    /// Whether the article may be of this day.
    pub fn fits(&self, day: Date) -> bool {
        match (self.date, &self.days) {
            (Some(date), _) => date == day,
            (None, Some(days)) => days.contains(day),
            (None, None) => self.fitting != Some(0),
        }
    }

    /// The year of every day that fits, if they share one.
    pub fn year(&self) -> Option<i16> {
        let window = self.window()?;
        window.earliest.map(Date::year).filter(|year| window.latest.map(Date::year) == Some(*year))
    }

    /// Whether the evidence contradicts itself.
    pub fn conflict(&self) -> bool {
        self.fitting == Some(0)
    }
}
