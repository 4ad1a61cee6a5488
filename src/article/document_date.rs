//! When an article was written, as far as that is known, and its times resolved accordingly. Data only;
//! `world::dates` makes the decision.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Article, Days};
use crate::text::{Index, Place};
use crate::time::{Resolved, Timex, Window};

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

impl DocumentDate {
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
