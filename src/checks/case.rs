//! One article on trial: its statements, and the words around them that forbid a verdict.

use jiff::civil::Date;

use super::statements::{self, Statement};
use crate::article::Article;
use crate::text::normalise::one_line;
use crate::text::{Span, ZoneKind};
use crate::time::{MONTHS, Window};
use crate::world::{DatedArticle, Dating, DocId, Place, World};

pub(super) struct Case<'w> {
    pub world: &'w World,
    pub doc: &'w DocId,
    pub article: &'w Article,
    pub dated: &'w DatedArticle,
    pub statements: Vec<Statement<'w>>,
}

impl<'w> Case<'w> {
    pub fn new(world: &'w World, doc: &'w DocId, dated: &'w DatedArticle) -> Self {
        let statements = statements::of(dated);
        Self { world, doc, article: &dated.article, dated, statements }
    }

    pub fn dating(&self) -> &Dating {
        &self.dated.dating
    }

    pub fn place(&self, span: Span) -> Place {
        Place { doc: self.doc.clone(), span }
    }

    /// The source under a span, on one line, for quoting in a message.
    pub fn quote(&self, span: Span) -> String {
        one_line(self.article.text.slice(span))
    }

    /// A sentence in lower case; what is too long to be one comes out empty.
    pub fn sentence(&self, index: u32) -> String {
        if self.is_endless(index) {
            return String::new();
        }
        self.article.text.slice(self.article.sentence(index)).to_lowercase()
    }

    /// No sentence, but a page without full stops: its words say nothing of each other.
    fn is_endless(&self, index: u32) -> bool {
        self.article.sentence(index).len() > LONGEST
    }

    /// Whether the sentence takes something back or plays with it: "not on Monday", "an earlier version said",
    /// "had been planned for", "moved from". Dates there need not be true.
    pub fn takes_back(&self, sentence: u32) -> bool {
        let text = self.sentence(sentence);
        self.is_endless(sentence) || TAKEN_BACK.iter().any(|words| contains_words(&text, words))
    }

    /// Whether the sentence tells of a change of date, or takes one back.
    pub fn unsettled(&self, sentence: u32) -> bool {
        let text = self.sentence(sentence);
        self.is_endless(sentence) || TAKEN_BACK.iter().chain(MOVED).any(|words| contains_words(&text, words))
    }

    /// Whether the words directly before a span deny it: "not Monday, May 13".
    pub fn is_denied(&self, span: Span) -> bool {
        let start = span.start.saturating_sub(40);
        let before = self.article.text.slice(self.floor(start, span.start)).to_lowercase();
        let last: Vec<_> = before.split_whitespace().rev().take(3).collect();
        last.iter().any(|word| {
            matches!(*word, "not" | "never" | "instead" | "rather" | "wasn't" | "wasn’t" | "isn't" | "isn’t")
        })
    }

    /// From the first character boundary at or behind `start` to `end`.
    fn floor(&self, start: u32, end: u32) -> Span {
        let text = self.article.text.as_str();
        let start = (start..=end).find(|at| text.is_char_boundary(*at as usize)).unwrap_or(end);
        Span::new(start, end)
    }

    /// When the profile entry at `place` took place.
    pub fn event_at(&self, place: &Place) -> Option<Window> {
        let file = self.world.profile_file(&place.doc)?;
        let event = file.events.iter().find(|event| event.span == place.span)?;
        event.when.as_ref().map(|when| when.value.window)
    }

    /// The dated profile event whose name these words begin with: place, name, when.
    pub fn event_named(&self, subject: &str) -> Option<(Place, &'w str, Window)> {
        let subject = subject.trim_start_matches("the ");
        let files = self.world.profile_files();
        let mut events = files.flat_map(|(doc, file)| file.events.iter().map(move |event| (doc, event)));
        events.find_map(|(doc, event)| {
            let window = event.when.as_ref()?.value.window;
            let mut names = std::iter::once(&event.name).chain(&event.aliases);
            let named = names.any(|n| {
                subject
                    .strip_prefix(&n.value.to_lowercase())
                    .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            });
            named.then(|| (Place { doc: doc.clone(), span: event.span }, &*event.name.value, window))
        })
    }

    pub fn zone(&self, span: Span) -> ZoneKind {
        self.article.zone_at(span.start)
    }
}

/// Bytes. The longest sentences of real news are a third of this.
const LONGEST: u32 = 3000;

/// Words after which a date in the same sentence may be wrong on purpose.
const TAKEN_BACK: &[&str] = &[
    "correction",
    "corrected",
    "corrects",
    "an earlier version",
    "a previous version",
    "misstated",
    "typo",
    "misprint",
    "julian calendar",
    "old style",
];

/// Words that tell of a date that was changed.
const MOVED: &[&str] = &[
    "postponed",
    "postpone",
    "postponement",
    "moved",
    "rescheduled",
    "pushed back",
    "brought forward",
    "delayed",
    "shifted",
    "originally",
    "initially",
    "had been planned",
    "had been scheduled",
    "was to have",
    "were to have",
    "instead of",
    "extended",
    "mistakenly",
    "wrongly",
    "rather than",
    "cancelled",
    "canceled",
];

/// Whether `text` holds `words` as whole words.
pub(super) fn contains_words(text: &str, words: &str) -> bool {
    let edge = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, found)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|t| t.chars().next());
        edge(before) && edge(after)
    })
}

/// "Monday" for 1 … "Sunday" for 7.
pub(super) fn weekday_name(weekday: u8) -> &'static str {
    const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    NAMES.get(usize::from(weekday).wrapping_sub(1)).copied().unwrap_or("day")
}

pub(super) fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("month")
}

/// "13 May 2019".
pub(super) fn told_day(date: Date) -> String {
    format!("{} {} {}", date.day(), month_name(date.month() as u8), date.year())
}

/// "13 May 2019", "11–14 June 2018", "June 2018", "2018" or the two ends.
pub(super) fn told_window(window: Window) -> String {
    let (Some(a), Some(b)) = (window.earliest, window.latest) else {
        let end = |d: Option<Date>, open: &str| d.map_or_else(|| open.to_owned(), told_day);
        return format!("{} to {}", end(window.earliest, "any time"), end(window.latest, "any time"));
    };
    if a == b {
        return told_day(a);
    }
    if Window::year(a.year()) == Some(window) {
        return a.year().to_string();
    }
    if Window::month(a.year(), a.month()) == Some(window) {
        return format!("{} {}", month_name(a.month() as u8), a.year());
    }
    if (a.year(), a.month()) == (b.year(), b.month()) {
        return format!("{}–{}", a.day(), told_day(b));
    }
    format!("{} to {}", told_day(a), told_day(b))
}

/// "a Monday", "an August".
pub(super) fn plural(n: i64, unit: &str) -> String {
    if n == 1 { format!("1 {unit}") } else { format!("{n} {unit}s") }
}

pub(super) fn is_leap(year: i16) -> bool {
    Date::new(year, 2, 29).is_ok()
}
