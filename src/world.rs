//! The World: all articles, the people, things and events in them, and when each was written. An immutable
//! snapshot; [`World::apply`] makes the next one and relinks only what a change touches.

mod apply;
mod collections;
pub mod dates;
mod dump;
pub mod load;
pub mod profile_index;
pub mod sources;

use std::sync::Arc;

use crate::article::Hints;
use crate::entities::EntityStore;
use crate::events::EventStore;
use crate::events::likely::{LikelyEvent, LikenessSet};
use crate::names::Lexicon;
use crate::profiles::{self, file::File};
use crate::text::position::Text;
use crate::time::Window;
use collections::Collection;
use profile_index::ProfileIndex;

pub use crate::article::{DateEvidence, DatedArticle, DocumentDate};
pub use crate::entities::{Entity, EntityId, Link, MentionRef, TitleRef};
pub use crate::events::{Account, Event, EventId, EventMentionRef};
pub use crate::text::{DocId, Place};
pub use apply::Progress;

/// What happened to a file or an open document.
#[derive(Clone, Debug)]
pub enum Change {
    /// An article was added or has another text.
    Article {
        doc: DocId,
        text: Text,
        hints: Hints,
    },
    /// The same for a profile file.
    Profile {
        doc: DocId,
        text: Text,
    },
    Remove {
        doc: DocId,
    },
}

impl Change {
    /// The document it happened to.
    pub fn doc(&self) -> &DocId {
        let (Self::Article { doc, .. } | Self::Profile { doc, .. } | Self::Remove { doc }) = self;
        doc
    }
}

/// A sorted map whose copies share their nodes: the next World copies only what changed.
pub(crate) type Tree<K, V> = rpds::RedBlackTreeMapSync<K, V>;

/// A snapshot of everything known. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct World {
    articles: Tree<DocId, Arc<DatedArticle>>,
    /// Files that hold several articles each.
    collections: Tree<DocId, Arc<Collection>>,
    profiles: Arc<ProfileIndex>,
    lexicon: Lexicon,
    /// Articles without a date of their own.
    open: Tree<DocId, ()>,
    /// What each dated article shows about editions, and all of it combined with what the profiles state.
    taught: Tree<DocId, Arc<[(dates::Edition, Window)]>>,
    known: Arc<dates::Known>,
    entities: EntityStore,
    events: EventStore,
}

impl World {
    /// The World after all of `changes`. The result depends only on the set of documents, never on the order
    /// they came in. If a document has several changes, the last counts.
    pub fn apply(&self, changes: Vec<Change>) -> Self {
        self.apply_with(changes, &|_, _| {})
    }

    /// [`World::apply`] for many changes; `progress` receives how many articles of how many are read.
    pub fn apply_with(&self, changes: Vec<Change>, progress: Progress<'_>) -> Self {
        apply::apply(self, changes, progress)
    }

    /// All articles, by document.
    pub fn articles(&self) -> impl Iterator<Item = (&DocId, &Arc<DatedArticle>)> {
        self.articles.iter()
    }

    /// How many articles there are.
    pub fn article_count(&self) -> usize {
        self.articles.size()
    }

    /// An article with its date and its resolved times.
    pub fn article(&self, doc: &DocId) -> Option<&Arc<DatedArticle>> {
        self.articles.get(doc)
    }

    /// All profile files, by document.
    pub fn profile_files(&self) -> impl Iterator<Item = (&DocId, &Arc<File>)> {
        self.profiles.files()
    }

    /// A profile file, parsed.
    pub fn profile_file(&self, doc: &DocId) -> Option<&Arc<File>> {
        self.profiles.file(doc)
    }

    /// The text of an article, of a file with several, or of a profile file.
    pub fn text(&self, doc: &DocId) -> Option<&Text> {
        let article = self.article(doc).map(|dated| &dated.article.text);
        let profile = || self.profile_file(doc).map(|file| &file.text);
        article.or_else(profile).or_else(|| self.collections.get(doc).map(|file| &file.text))
    }

    /// What a list shows for a document: an article's title, else the file's name.
    pub fn title<'w>(&'w self, doc: &'w DocId) -> &'w str {
        let title = self.article(doc).map_or("", |dated| dated.article.title());
        if title.is_empty() { doc.file_name() } else { title }
    }

    /// The gazetteers and the profiles' names that every article was read with.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The entity of a mention by name: that of its coreference chain. People's decisions about single
    /// mentions will be looked up here before the chain.
    pub fn entity_of(&self, mention: &MentionRef) -> Option<&Link> {
        let names = &self.article(&mention.doc)?.article.names;
        let chain = mention.mention.of(&names.mentions)?.entity;
        self.entities.entity_of_chain(&mention.doc, chain)
    }

    /// A person, organisation or place by id.
    pub fn entity(&self, id: &EntityId) -> Option<&Arc<Entity>> {
        self.entities.entity(id)
    }

    /// All people, organisations and places, by id.
    pub fn entities(&self) -> impl Iterator<Item = &Arc<Entity>> {
        self.entities.entities()
    }

    /// The people, organisations and places with a word that begins with `text`, roughly the most mentioned
    /// first; all of them for an empty text.
    pub fn named(&self, text: &str) -> impl Iterator<Item = &Arc<Entity>> {
        self.entities.named(text)
    }

    /// The events with a word in their name that begins with `text`, those with the most accounts first.
    pub fn events_named(&self, text: &str) -> impl Iterator<Item = &Arc<Event>> {
        self.events.named(text)
    }

    /// The titles that stand alone and refer to this person, by document and place: "the Russian foreign
    /// minister".
    pub fn titles_alone(&self, id: &EntityId) -> Vec<TitleRef> {
        self.entities.titles_alone(id, &|doc| self.article(doc)?.dating.window())
    }

    /// The event of an event mention: that of its coreference chain. People's decisions about single mentions
    /// will be looked up here before the chain.
    pub fn event_of(&self, mention: &EventMentionRef) -> Option<&Arc<Event>> {
        let meetings = &self.article(&mention.doc)?.article.meetings;
        let chain = mention.mention.of(&meetings.mentions)?.local;
        self.events.event_of_chain(&mention.doc, chain)
    }

    /// The event and those that are probably the same, by id. Findings rest on [`Self::event_of`] alone.
    pub fn likely_events(&self, id: &EventId) -> Vec<EventId> {
        self.events.likely_group(id)
    }

    /// The other events that are probably the same, the likeliest first.
    pub fn probably_same(&self, id: &EventId) -> Vec<LikelyEvent> {
        self.events.likely(id)
    }

    /// The events that are perhaps the same, without those that probably are; the likeliest first.
    pub fn perhaps_same(&self, id: &EventId) -> Vec<LikelyEvent> {
        self.events.possible(id)
    }

    /// All pairs of events that are compared at all, with the evidence; for fitting the weights.
    pub fn compared_events(&self) -> Vec<(EventId, EventId, LikenessSet)> {
        self.events.compared_pairs()
    }

    /// The accounts of an article, each with its event, in order of place.
    pub fn accounts_in(&self, doc: &DocId) -> impl Iterator<Item = (&Arc<Event>, &Arc<Account>)> {
        self.events.accounts_in(doc)
    }

    /// An event by id.
    pub fn event(&self, id: &EventId) -> Option<&Arc<Event>> {
        self.events.get(id)
    }

    /// The person a title refers to: its holder or, for one that stands alone, the holder of the office at
    /// the article's date.
    pub fn holder_of(&self, title: &TitleRef) -> Option<Link> {
        let when = self.article(&title.doc)?.dating.window();
        self.entities.holder_of(title, when)
    }

    /// The events a person took part in, by id.
    pub fn events_with(&self, who: &EntityId) -> Vec<&Arc<Event>> {
        self.events.with(who).collect()
    }

    /// The events of a series, by id.
    pub fn events_of_series(&self, series: &str) -> impl Iterator<Item = &Arc<Event>> {
        self.events.of_series(series)
    }

    /// All events, by id.
    pub fn events(&self) -> impl Iterator<Item = &Arc<Event>> {
        self.events.iter()
    }

    /// The place of a mention by name.
    pub fn place_of(&self, mention: &MentionRef) -> Option<Place> {
        let names = &self.article(&mention.doc)?.article.names;
        let span = mention.mention.of(&names.mentions)?.span;
        Some(Place { doc: mention.doc.clone(), span })
    }

    /// The place of a title.
    pub fn place_of_title(&self, title: &TitleRef) -> Option<Place> {
        let names = &self.article(&title.doc)?.article.names;
        let span = title.title.of(&names.titles)?.span;
        Some(Place { doc: title.doc.clone(), span })
    }

    /// The place of an account's best mention.
    pub fn place_of_account(&self, account: &Account) -> Option<Place> {
        let meetings = &self.article(&account.doc)?.article.meetings;
        let span = account.best.of(&meetings.mentions)?.span;
        Some(Place { doc: account.doc.clone(), span })
    }

    /// The profile entry with this id, with its file.
    pub fn person_profile(&self, id: &str) -> Option<(&DocId, &profiles::PersonEntry)> {
        self.profiles.person(id)
    }

    /// The event entry with this id, with its file.
    pub fn event_profile(&self, id: &str) -> Option<(&DocId, &profiles::EventEntry)> {
        self.profiles.event(id)
    }

    /// The event entry at `place`.
    pub fn event_profile_at(&self, place: &Place) -> Option<&profiles::EventEntry> {
        self.profile_file(&place.doc)?.events.iter().find(|event| event.span == place.span)
    }

    /// The series entry with this id, with its file.
    pub fn series_profile(&self, id: &str) -> Option<(&DocId, &profiles::SeriesEntry)> {
        self.profiles.series(id)
    }

    /// Everything the World holds, as text: equal exactly for equal Worlds. For tests and for `explain`.
    pub fn dump(&self) -> String {
        dump::dump(self)
    }
}
