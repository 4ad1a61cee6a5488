//! The input of a check: one article with its statements and the words that rule out a verdict, or one
//! profile file.

mod date_statement;
mod meeting_conflict;

use std::cell::OnceCell;

use crate::article::{Article, Cue};
use crate::meetings::EventMention;
use crate::profiles::PersonEntry;
use crate::profiles::file::File;
use crate::text::normalise::one_line;
use crate::text::{Index, Sentence, Span, ZoneKind};
use crate::time::Window;
use crate::world::{Account, DatedArticle, DocId, DocumentDate, Event, Place, World};

pub use date_statement::DateStatement;
pub use meeting_conflict::{DatedMeeting, MeetingConflict};

/// One article under examination.
pub(super) struct Context<'w> {
    pub world: &'w World,
    pub doc: &'w DocId,
    pub article: &'w Article,
    pub dated: &'w DatedArticle,
    /// The dates of the article, in order of text.
    pub statements: Vec<DateStatement<'w>>,
    /// The first pair of meetings that contradict each other; `meeting_order::conflict` fills it.
    pub meeting_conflict: OnceCell<Option<MeetingConflict>>,
}

impl<'w> Context<'w> {
    /// The article of `doc`, with its statements joined.
    pub fn new(world: &'w World, doc: &'w DocId, dated: &'w DatedArticle) -> Self {
        let statements = date_statement::of(dated);
        let article = &dated.article;
        Self { world, doc, article, dated, statements, meeting_conflict: OnceCell::new() }
    }

    /// What is known of the article's own date.
    pub fn dating(&self) -> &'w DocumentDate {
        &self.dated.dating
    }

    /// A span of this article, for a finding that may also rest on other documents.
    pub fn place(&self, span: Span) -> Place {
        Place { doc: self.doc.clone(), span }
    }

    /// The source under a span, on one line, for quoting in a message.
    pub fn quote(&self, span: Span) -> String {
        one_line(self.article.text.slice(span))
    }

    /// The kind of zone that a span begins in.
    pub fn zone(&self, span: Span) -> ZoneKind {
        self.article.zone_at(span.start)
    }

    /// The accounts of this article, each with its event, in text order.
    pub fn accounts(&self) -> impl Iterator<Item = (&'w Account, &'w Event)> {
        self.world.accounts_in(self.doc).map(|(event, account)| (&**account, &**event))
    }

    /// The mentions that make up an account of this article, in order of text.
    pub fn mentions_of(&self, account: &Account) -> impl Iterator<Item = &'w EventMention> + use<'w> {
        account.mentions(self.article)
    }

    /// When the event of the profile entry at `place` took place.
    pub fn event_at(&self, place: &Place) -> Option<Window> {
        let file = self.world.profile_file(&place.doc)?;
        let event = file.events.iter().find(|event| event.span == place.span)?;
        event.when.as_ref().map(|when| when.value.window)
    }

    /// Whether the sentence has the cue. A text too long to be a sentence has none.
    pub fn holds(&self, sentence: Index<Sentence>, cue: Cue) -> bool {
        !self.is_endless(sentence) && self.article.cues.holds(sentence, cue)
    }

    /// Whether the sentence retracts something or makes a point of an error: "an earlier version said",
    /// "misstated". Dates there need not be true.
    pub fn takes_back(&self, sentence: Index<Sentence>) -> bool {
        self.is_endless(sentence) || self.holds(sentence, Cue::Retracted)
    }

    /// Whether the sentence reports a change of date, or retracts one.
    pub fn is_unsettled(&self, sentence: Index<Sentence>) -> bool {
        self.takes_back(sentence) || self.holds(sentence, Cue::Rescheduled)
    }

    /// Not a sentence but a page without full stops, whose words are unrelated.
    fn is_endless(&self, sentence: Index<Sentence>) -> bool {
        self.article.sentence(sentence).len() > MAX_SENTENCE_BYTES
    }
}

/// One profile file under examination.
#[derive(Clone, Copy)]
pub(super) struct ProfileContext<'w> {
    pub world: &'w World,
    pub doc: &'w DocId,
    pub file: &'w File,
}

impl<'w> ProfileContext<'w> {
    /// A span of this file, for a finding that may also rest on other files.
    pub fn place(&self, span: Span) -> Place {
        Place { doc: self.doc.clone(), span }
    }

    /// The people of all profile files, with the file that describes them.
    pub fn all_persons(&self) -> impl Iterator<Item = (&'w DocId, &'w PersonEntry)> + use<'w> {
        let files = self.world.profile_files();
        files.flat_map(|(doc, file)| file.persons.iter().map(move |person| (doc, person)))
    }
}

/// The longest sentences of real news are a third as long; a longer one is a page without full stops.
const MAX_SENTENCE_BYTES: u32 = 3000;
