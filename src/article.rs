//! Everything one text says on its own: a pure function of its bytes, its hints, the lexicon and the
//! language. This is what a keystroke recomputes.

pub mod cues;
pub mod days;
mod document_date;
pub mod front_matter;
mod own_dates;
pub mod several;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::lang::Language;
use crate::meetings::{self, Meetings};
use crate::names::{self, Lexicon, Names};
use crate::text::position::Text;
use crate::text::{Index, Layout, Sentence, Source, Span, Zone, ZoneKind};
use crate::time::{self, Anchor, Sections, Timex};
pub use cues::{Cue, Cues};
pub use days::Days;
pub use document_date::{DateEvidence, DateGrade, DatedArticle, DocumentDate, LikelyDate};
pub use front_matter::FrontMatter;
pub use own_dates::{OwnDate, OwnDates};

/// What is known of an article besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hints {
    /// File name without folders: it may hold a date.
    pub file_name: Box<str>,
    /// The date that `dateline.toml` or the caller states.
    pub date: Option<Date>,
    /// Who says so, in the words of `dateline.toml`.
    pub source: Option<Box<str>>,
    /// Whether the user wants the public facts that ship with the program left out.
    pub without_almanac: bool,
    /// The same for articles among several in the file, by number.
    pub numbered: BTreeMap<usize, StatedDate>,
    /// Whether the date is that of a whole file with several articles: it holds for those that state none.
    pub of_whole_file: bool,
}

/// A date with who says so.
pub type StatedDate = (Date, Option<Box<str>>);

impl Hints {
    /// What holds for every article of a file.
    fn shared(&self) -> Self {
        Self { without_almanac: self.without_almanac, ..Self::default() }
    }

    /// What is known of one article of a file with several. The file's name tells when it was exported.
    pub fn of_article(&self, number: usize) -> Self {
        let own = self.numbered.get(&number);
        let whole = self.date.map(|date| (date, self.source.clone()));
        let (date, source) = own.cloned().or(whole).unzip();
        Self { date, source: source.flatten(), of_whole_file: own.is_none(), ..self.shared() }
    }
}

/// One article, read. Sorted vectors of mentions; tokens are not kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    pub text: Text,
    pub hints: Hints,
    pub front: FrontMatter,
    pub own_dates: OwnDates,
    pub zones: Vec<Zone>,
    pub sentences: Vec<Sentence>,
    /// Parts with a day of their own.
    pub sections: Sections,
    pub times: Vec<Timex>,
    pub names: Names,
    pub meetings: Meetings,
    pub cues: Cues,
}

impl Article {
    /// Reads one text: the same text, hints, lexicon and language always give the same article.
    pub fn read(text: Text, hints: Hints, lexicon: &Lexicon, language: &Language) -> Self {
        let source = Source::of(text.as_str(), language);
        let layout = Layout::of_source(&source, language);
        let mut times = time::read(&layout);
        let sections = time::sections(&layout, &mut times);
        let names = names::read(&layout, lexicon);
        let meetings = meetings::read(&layout, &times, &sections, &names, lexicon);
        let cues = cues::read(&layout, &times, &meetings.mentions);
        let front = FrontMatter::read(&layout);
        let own_dates = own_dates::read(&layout, &sections, &hints, &front);
        let Layout { zones, sentences, .. } = layout;
        let mut article =
            Self { hints, front, own_dates, zones, sentences, sections, times, names, meetings, cues, text };
        article.fit();
        article
    }

    /// Articles are kept by the thousand, so vectors that grew during reading are shrunk to fit.
    fn fit(&mut self) {
        self.zones.shrink_to_fit();
        self.sentences.shrink_to_fit();
        self.times.shrink_to_fit();
        let Names { mentions, entities, titles } = &mut self.names;
        mentions.shrink_to_fit();
        entities.shrink_to_fit();
        entities.iter_mut().for_each(|entity| entity.mentions.shrink_to_fit());
        titles.shrink_to_fit();
        let Meetings { mentions, local, .. } = &mut self.meetings;
        mentions.shrink_to_fit();
        for mention in mentions {
            mention.who.shrink_to_fit();
            mention.titled.shrink_to_fit();
            mention.sides.shrink_to_fit();
            mention.when.shrink_to_fit();
        }
        local.shrink_to_fit();
        local.iter_mut().for_each(|one| one.mentions.shrink_to_fit());
    }

    /// The kind of zone at `offset`.
    pub fn zone_at(&self, offset: u32) -> ZoneKind {
        let after = self.zones.partition_point(|zone| zone.span.start <= offset);
        after.checked_sub(1).and_then(|i| self.zones.get(i)).map_or(ZoneKind::Body, |zone| zone.kind)
    }

    /// The article's name in a list: its title, else its headline, else its first words.
    pub fn title(&self) -> &str {
        if let Some((title, _)) = &self.front.title {
            return title;
        }
        let zone = self.headline_or_first_prose();
        let line = zone.map_or("", |z| self.text.slice(z.span)).lines().next().unwrap_or_default();
        line.trim_start_matches(['#', ' ']).trim()
    }

    /// The first headline, if the article has one.
    pub fn headline(&self) -> Option<&Zone> {
        self.zones.iter().find(|zone| zone.kind == ZoneKind::Headline)
    }

    /// Where the article begins for a reader: its headline, else the first zone with text of its own.
    pub fn headline_or_first_prose(&self) -> Option<&Zone> {
        self.headline().or_else(|| self.zones.iter().find(|zone| zone.kind.is_prose()))
    }

    /// Whether a sentence stands in a part with a day of its own, such as a row or a quoted letter. The
    /// article's date says nothing about such a part.
    pub fn is_of_another_day(&self, sentence: Index<Sentence>) -> bool {
        sentence
            .of(&self.sentences)
            .is_some_and(|sentence| self.sections.of(sentence).from != Anchor::Article)
    }

    /// The index of the sentence at this byte offset: the first that ends after it. Past the last sentence it
    /// is the number of sentences.
    pub fn sentence_at(&self, offset: u32) -> Index<Sentence> {
        Index::new(self.sentences.partition_point(|sentence| sentence.span.end <= offset))
    }

    /// The sentence with this index; empty past the end.
    pub fn sentence(&self, index: Index<Sentence>) -> Span {
        index.of(&self.sentences).map_or(Span::default(), |s| s.span)
    }
}
