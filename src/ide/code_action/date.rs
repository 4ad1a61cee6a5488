//! Stating an article's date: the days offered at a place, and the line of front matter that states one. An
//! article without front matter has its date stated in the workspace's settings, which are not part of a
//! World.

use jiff::civil::Date;

use crate::article::Days;
use crate::checks::Edit;
use crate::text::{Span, ZoneKind};
use crate::time::{Anchor, TimexKind};
use crate::world::{DatedArticle, DocId, Place};

/// Days offered: with more, it is a search rather than a choice.
const MAX_DAYS: u32 = 7;

/// The days offered: at the top of an undated article those left by the evidence, on a full date that date.
pub(super) fn days(dated: &DatedArticle, range: Span) -> Vec<Date> {
    let dating = &dated.dating;
    if dating.stated {
        return Vec::new();
    }
    let mut days = Vec::new();
    if range.start <= top(dated).end {
        days.extend(dating.date);
        let few = dating.days.as_ref().filter(|_| dating.fitting.is_some_and(|days| days <= MAX_DAYS));
        days.extend(few.into_iter().flat_map(|days| days.iter()));
        if let Some(window) = dating.likely.map(|likely| likely.window) {
            days.extend(Days::of(window).iter());
        }
    }
    if dating.date.is_none() {
        let mentions = dated.article.times.iter().zip(&dated.times);
        let full = mentions.filter(|(timex, resolved)| {
            let at = timex.span.touches(range.start) || timex.span.overlaps(range);
            at && timex.kind == TimexKind::Date && resolved.anchor == Anchor::Itself
        });
        days.extend(full.filter_map(|(_, resolved)| resolved.window?.single()));
    }
    days.sort();
    days.dedup();
    days
}

/// Whether the article's own text is the place to state its date: it has front matter, or is Markdown.
pub(super) fn in_text(dated: &DatedArticle) -> bool {
    let name = &dated.article.hints.file_name;
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    front(dated).is_some() || ["md", "markdown"].iter().any(|md| ending.eq_ignore_ascii_case(md))
}

/// The edit that states the date in front matter: it replaces the value of an unusable `date:`, or adds a
/// line, or the whole front matter.
pub fn in_front_matter(doc: &DocId, dated: &DatedArticle, date: Date) -> Edit {
    let text = dated.article.text.as_str();
    let line_break = match text.find('\n') {
        Some(at) if text.get(..at).is_some_and(|line| line.ends_with('\r')) => "\r\n",
        _ => "\n",
    };
    let Some(front) = front(dated) else {
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() as u32 } else { 0 };
        let new = format!("---{line_break}date: {date}{line_break}---{line_break}");
        return edit(doc, Span::new(start, start), new);
    };
    let toml = front.of(text).trim_start_matches('\u{feff}').starts_with('+');
    let sign = if toml { '=' } else { ':' };
    let mut start = front.start;
    let mut second = front.start;
    for (number, line) in front.of(text).split_inclusive('\n').enumerate() {
        let end = start + line.trim_end().len() as u32;
        if let Some((key, _)) = line.split_once(sign).filter(|(key, _)| key.trim() == "date") {
            let value = Span::new(start + key.len() as u32 + 1, end);
            return edit(doc, value, format!(" {date}"));
        }
        start += line.len() as u32;
        if number == 0 {
            second = start;
        }
    }
    let new = if toml { format!("date = {date}{line_break}") } else { format!("date: {date}{line_break}") };
    edit(doc, Span::new(second, second), new)
}

/// The first zone that is read.
fn top(dated: &DatedArticle) -> Span {
    dated.article.headline_or_first_prose().map_or(Span::default(), |zone| zone.span)
}

fn front(dated: &DatedArticle) -> Option<Span> {
    dated.article.zones.first().filter(|zone| zone.kind == ZoneKind::FrontMatter).map(|zone| zone.span)
}

fn edit(doc: &DocId, span: Span, new: String) -> Edit {
    Edit { place: Place { doc: doc.clone(), span }, new }
}
