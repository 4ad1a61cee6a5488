//! Parts of a file with a day of their own: rows of tables and timelines, what stands under a heading that is
//! a date, quoted letters, entries of a live blog. "Yesterday" in them is not the day before the article.

mod entries;
mod headings;
mod letters;
mod rows;
mod zone_times;

use super::{Anchor, Timex};
use crate::text::{Index, Layout, Sentence, Span, Zone};
use zone_times::ZoneTimes;

/// What relative times count from, part by part. Empty for an article without such parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sections {
    /// One for each zone, or none at all.
    zones: Box<[Section]>,
    /// The headings that date what stands under them: none is the article's own date.
    pub headings: Box<[Span]>,
}

/// What relative times of one zone count from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Section {
    pub from: Anchor,
    /// The day is that of what is told, as in a timeline, and not that of the writing, as in a letter.
    pub tells: bool,
}

impl Section {
    const ARTICLE: Self = Self { from: Anchor::Article, tells: false };
}

impl Sections {
    /// The section of a zone.
    pub fn of_zone(&self, zone: Index<Zone>) -> Section {
        self.zones.get(zone.row()).copied().unwrap_or(Section::ARTICLE)
    }

    /// The section of a sentence.
    pub fn of(&self, sentence: &Sentence) -> Section {
        self.of_zone(sentence.zone)
    }
}

/// Sections on their way: one for each zone, the innermost last.
struct Draft {
    zones: Vec<Section>,
    headings: Vec<Span>,
    /// The mentions that date a section, each with what it counts from itself.
    heads: Vec<(Index<Timex>, Anchor)>,
}

impl Draft {
    /// Gives the zones `from..to` a day.
    fn set(&mut self, from: usize, to: usize, section: Section) {
        let to = to.min(self.zones.len());
        self.zones.get_mut(from..to).unwrap_or_default().fill(section);
    }

    /// Records that a mention in `zone` dates a section.
    fn head(&mut self, zone: usize, timex: Index<Timex>) {
        let outer = self.zones.get(zone).map_or(Anchor::Article, |section| section.from);
        self.heads.push((timex, outer));
    }
}

/// Finds the sections of a text, and tells each time what it counts from.
pub fn sections(layout: &Layout<'_>, times: &mut [Timex]) -> Sections {
    let view = ZoneTimes::of(layout, times);
    let mut draft =
        Draft { zones: vec![Section::ARTICLE; layout.zones.len()], headings: Vec::new(), heads: Vec::new() };
    // From the outside in.
    entries::mark(&view, &mut draft);
    headings::mark(&view, &mut draft);
    letters::mark(&view, &mut draft);
    rows::mark(&view, &mut draft);
    if draft.zones.iter().all(|section| *section == Section::ARTICLE) {
        draft.zones.clear();
    }
    let Draft { zones, headings, heads } = draft;
    let sections = Sections { zones: zones.into(), headings: headings.into() };
    for timex in times.iter_mut() {
        let sentence = timex.sentence.of(&layout.sentences);
        timex.from = sentence.map_or(Anchor::Article, |sentence| sections.of(sentence).from);
    }
    for (head, outer) in heads {
        if let Some(timex) = head.of_mut(times) {
            timex.heads = true;
            timex.from = outer;
        }
    }
    sections
}

#[cfg(test)]
mod tests;
