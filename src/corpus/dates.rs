//! When an article was written: a set of days, narrowed by every statement that depends on it.

use jiff::civil::Date;

use super::Place;

/// What is known of an article's date.
#[derive(Clone, Debug, PartialEq)]
pub struct Dating {
    /// The one day that fits, if just one does.
    pub date: Option<Date>,
    /// Whether somebody stated it (front matter, configuration, dateline, byline, file name) or it was inferred.
    pub stated: bool,
    /// How many days fit the evidence; `None` when nothing narrows it.
    pub fitting: Option<u32>,
    /// Strongest first.
    pub evidence: Vec<Evidence>,
}

/// One reason for an article's date.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// In words: "the file name", "“Monday” with a past verb leaves 1,560 days".
    pub words: String,
    pub place: Option<Place>,
}
