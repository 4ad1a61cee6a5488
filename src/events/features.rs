//! What one article says about one meeting, in terms of the whole corpus: the input of the comparison.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Account, DocId, EntityId, Links, Place};
use crate::article::DatedArticle;
use crate::meetings::series::{SeriesKey, key};
use crate::meetings::{EventMention, LocalEvent, MeetingKind, Meetings, Status};
use crate::names::{CountryCode, LocalEntity};
use crate::text::normalise::one_line;
use crate::text::{Index, ZoneKind, indexed};
use crate::time::{Anchor, RangeEnd, Timex, Window};

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Features {
    /// Shared with the meeting it becomes part of.
    pub account: Arc<Account>,
    pub kind: MeetingKind,
    /// The name as written, else "talks of A and B".
    pub label: Box<str>,
    /// The written name's key and edition.
    pub series: Option<SeriesKey>,
    pub edition: Option<u16>,
    /// The principals in order of id; see `account.who` for the order of mention.
    pub people: Vec<EntityId>,
    pub country: Option<CountryCode>,
    pub whole_country: bool,
    /// Without a stated date: the days of the meeting it is part of, else those compatible with the article's
    /// date and the tense.
    pub assumed: Window,
    /// A stated date depends on the article's unknown date ("31 August"), so it may differ.
    pub vague: bool,
    /// Every mention is "the summit" or stands in a headline: it takes up what is told elsewhere.
    pub taken_up: bool,
    /// Where the article's date is only likely: the days that this makes likely, stated or not. Nothing
    /// certain rests on it.
    pub likely: Option<Window>,
    /// The day of the article.
    pub written: Option<Date>,
    /// The local meeting this one is part of.
    pub part_of: Option<Index<LocalEvent>>,
}

/// Days that hardly any visit or summit exceeds.
const MAX_MEETING_DAYS: i32 = 10;

impl Features {
    /// The article of the account.
    pub fn doc(&self) -> &DocId {
        &self.account.doc
    }

    /// Its place in the order of accounts.
    pub fn place(&self) -> (&DocId, Index<LocalEvent>) {
        (&self.account.doc, self.account.local)
    }

    /// Whether the two differ at most in where the text says it.
    pub fn says_as_much_as(&self, other: &Self) -> bool {
        let (a, b) = (&self.account, &other.account);
        (&a.doc, a.local, a.best, &a.who, a.status) == (&b.doc, b.local, b.best, &b.who, b.status)
            && when_and_where(a) == when_and_where(b)
            && (self.kind, &self.label, &self.series, self.edition, &self.people)
                == (other.kind, &other.label, &other.series, other.edition, &other.people)
            && (self.country, self.whole_country, self.assumed, self.vague, self.part_of)
                == (other.country, other.whole_country, other.assumed, other.vague, other.part_of)
            && (self.written, self.taken_up, self.likely) == (other.written, other.taken_up, other.likely)
    }

    /// The stated window; one with an open end is limited to the length of a visit.
    pub fn stated(&self) -> Option<Window> {
        let (window, _) = self.account.when.as_ref()?;
        let earliest = window.earliest.or_else(|| shifted(window.latest?, -MAX_MEETING_DAYS));
        let latest = window.latest.or_else(|| shifted(window.earliest?, MAX_MEETING_DAYS));
        Some(Window { earliest, latest })
    }

    /// The town, if one is named.
    pub fn town(&self) -> Option<&EntityId> {
        self.account.place.as_ref().filter(|_| !self.whole_country).map(|(place, _)| place)
    }
}

/// The window and the place of an account, without where the text says them.
fn when_and_where(account: &Account) -> (Option<Window>, Option<&EntityId>) {
    let when = account.when.as_ref().map(|(window, _)| *window);
    (when, account.place.as_ref().map(|(place, _)| place))
}

/// The date so many days later, or earlier if `days` is negative; `None` beyond the calendar.
fn shifted(date: Date, days: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().days(days)).ok()
}

/// All meetings of one article, in order.
pub(super) fn of(doc: &DocId, dated: &DatedArticle, links: &dyn Links) -> Vec<Features> {
    let meetings = &dated.article.meetings;
    indexed(&meetings.local).filter_map(|(local, _)| one(doc, dated, links, local)).collect()
}

fn one(doc: &DocId, dated: &DatedArticle, links: &dyn Links, local: Index<LocalEvent>) -> Option<Features> {
    let meetings = &dated.article.meetings;
    let (best, telling) =
        mentions(meetings, local).max_by_key(|(i, m)| (weight(m), std::cmp::Reverse(*i)))?;
    let who = people(doc, links, members(meetings, local));
    let when = when(doc, dated, members(meetings, local));
    let when = when.map(|(window, place)| (whole_visit(doc, dated, telling, local, window), place));
    let placed = members(meetings, local).filter(|m| m.place.is_some());
    // A town is more precise than its country.
    let placed = placed.min_by_key(|m| m.whole_country);
    let place = placed.and_then(|m| Some((links.entity(doc, m.place?)?, place_of(doc, dated, m)?)));
    let named = members(meetings, local).filter(|m| m.series.is_some());
    let named = named.max_by_key(|m| {
        (m.edition.is_some(), m.series.as_ref().map_or(0, |s| s.len()), std::cmp::Reverse(m.span))
    });
    let kind = named.map_or(telling.kind, |m| m.kind);
    let status = status(members(meetings, local));
    let part_of = members(meetings, local)
        .find_map(|m| m.part_of)
        .and_then(|i| i.of(&meetings.mentions))
        .map(|m| m.local);
    // Talks during a visit are in its country and within its days.
    let within = part_of.and_then(|whole| when_of_whole(doc, dated, members(meetings, whole)));
    let label = named.map_or_else(|| describe(dated, kind, telling, placed), |m| written(dated, m));
    let mut people = who.clone();
    people.sort();
    Some(Features {
        kind,
        label,
        series: named.and_then(|m| m.series.as_deref()).map(key),
        edition: members(meetings, local).find_map(|m| m.edition),
        people,
        country: placed
            .and_then(|m| m.country)
            .or_else(|| members(meetings, local).find_map(|m| m.country))
            .or_else(|| members(meetings, part_of?).find_map(|m| m.country)),
        whole_country: placed.is_some_and(|m| m.whole_country),
        assumed: within.unwrap_or_else(|| assumed(day_of_writing(dated, telling), status, named.is_some())),
        vague: when.is_none()
            && dated.dating.date.is_none()
            && members(meetings, local).any(|m| !m.when.is_empty()),
        likely: likely(dated, members(meetings, local), status, named.is_some()),
        taken_up: mentions(meetings, local).all(|(at, mention)| takes_up(dated, at, mention)),
        written: dated.dating.date,
        part_of: part_of.filter(|p| *p != local),
        account: Arc::new(Account { doc: doc.clone(), local, best, when, place, who, status }),
    })
}

/// Whether a mention stands for a meeting told of elsewhere in its article.
fn takes_up(dated: &DatedArticle, at: Index<EventMention>, mention: &EventMention) -> bool {
    let article = &dated.article;
    article.cues.is_definite(at) || article.zone_at(mention.span.start) == ZoneKind::Headline
}

fn mentions(
    meetings: &Meetings,
    local: Index<LocalEvent>,
) -> impl Iterator<Item = (Index<EventMention>, &EventMention)> + Clone {
    let members = local.of(&meetings.local).map_or(&[][..], |local| &local.mentions);
    members.iter().filter_map(|i| Some((*i, i.of(&meetings.mentions)?)))
}

/// The mentions of a meeting, without their indices.
fn members(meetings: &Meetings, local: Index<LocalEvent>) -> impl Iterator<Item = &EventMention> + Clone {
    mentions(meetings, local).map(|(_, mention)| mention)
}

/// The closed window of the meeting this one is part of.
fn when_of_whole<'m>(
    doc: &DocId,
    dated: &DatedArticle,
    mentions: impl Iterator<Item = &'m EventMention> + Clone,
) -> Option<Window> {
    when(doc, dated, mentions).map(|(window, _)| window).filter(|window| window.days().is_some())
}

/// How informative a mention is.
fn weight(mention: &EventMention) -> usize {
    usize::from(mention.series.is_some()) * 3
        + usize::from(mention.edition.is_some()) * 2
        + mention.who.len().min(3) * 2
        + mention.titled.len().min(2)
        + usize::from(!mention.when.is_empty()) * 2
        + usize::from(mention.place.is_some()) * 2
}

fn people<'m>(
    doc: &DocId,
    links: &dyn Links,
    mentions: impl Iterator<Item = &'m EventMention>,
) -> Vec<EntityId> {
    let mut out: Vec<EntityId> = Vec::new();
    for mention in mentions {
        let named = mention.who.iter().filter_map(|local| links.entity(doc, *local));
        let titled = mention.titled.iter().filter_map(|title| links.holder(doc, *title));
        for id in named.chain(titled) {
            if !out.contains(&id) {
                out.push(id);
            }
        }
    }
    out.shrink_to_fit();
    out
}

/// The narrowest window that a mention states. With only beginnings and ends, from the first to the last.
fn when<'m>(
    doc: &DocId,
    dated: &DatedArticle,
    mentions: impl Iterator<Item = &'m EventMention> + Clone,
) -> Option<(Window, Place)> {
    let whole = at_edge(doc, dated, mentions.clone(), None);
    if whole.is_some() {
        return whole;
    }
    let from = at_edge(doc, dated, mentions.clone(), Some(RangeEnd::Begin));
    let to = at_edge(doc, dated, mentions, Some(RangeEnd::End));
    match (from, to) {
        (Some((from, place)), Some((to, _))) if from.earliest <= to.latest => {
            Some((Window { earliest: from.earliest, latest: to.latest }, place))
        }
        (Some((from, place)), _) => Some((Window { latest: None, ..from }, place)),
        (None, Some((to, place))) => Some((Window { earliest: None, ..to }, place)),
        (None, None) => None,
    }
}

/// A visit goes to several places, each on days of its own: "in Oslo on 4 and 5 May and in Bonn on the 6th"
/// is one from the 4th to the 6th. Other meetings have the window they are given.
fn whole_visit(
    doc: &DocId,
    dated: &DatedArticle,
    telling: &EventMention,
    local: Index<LocalEvent>,
    window: Window,
) -> Window {
    let stages = members(&dated.article.meetings, local)
        .filter(|mention| mention.kind == MeetingKind::Visit && mention.edge.is_none())
        .filter(|mention| mention.when.iter().all(|time| names_day(dated, *time)))
        .filter_map(|mention| stated_by(doc, dated, mention))
        .map(|(stage, _)| stage)
        .filter(|stage| width(*stage) <= i64::from(MAX_MEETING_DAYS));
    let whole = stages.fold(window, Window::hull);
    let short = width(whole) <= i64::from(MAX_MEETING_DAYS);
    if telling.kind == MeetingKind::Visit && window.days().is_some() && short { whole } else { window }
}

/// Whether a time mention names a day: "next week" is no stage of a visit.
fn names_day(dated: &DatedArticle, time: Index<Timex>) -> bool {
    let parts = time.of(&dated.article.times).map(|timex| timex.parts);
    parts.is_some_and(|parts| parts.day.is_some() || parts.weekday.is_some())
}

/// The narrowest window of the mentions that state this end of a range, or with `None` no single end.
fn at_edge<'m>(
    doc: &DocId,
    dated: &DatedArticle,
    mentions: impl Iterator<Item = &'m EventMention>,
    edge: Option<RangeEnd>,
) -> Option<(Window, Place)> {
    narrowest(doc, dated, mentions.filter(|mention| mention.edge == edge))
}

/// The narrowest window of these mentions, and where it is written.
fn narrowest<'m>(
    doc: &DocId,
    dated: &DatedArticle,
    mentions: impl Iterator<Item = &'m EventMention>,
) -> Option<(Window, Place)> {
    let all = mentions.filter_map(|mention| stated_by(doc, dated, mention));
    all.min_by_key(|(window, place)| (width(*window), place.span))
}

/// The window that one mention states, from its first date to its last; `None` if any of them has no days.
fn stated_by(doc: &DocId, dated: &DatedArticle, mention: &EventMention) -> Option<(Window, Place)> {
    let mut found: Option<(Window, Place)> = None;
    for index in &mention.when {
        let window = dated.times.get(index.row())?.window?;
        let span = index.of(&dated.article.times)?.span;
        found = Some(match found {
            None => (window, Place { doc: doc.clone(), span }),
            Some((so_far, place)) => (so_far.hull(window), Place { span: place.span.cover(span), ..place }),
        });
    }
    found
}

/// Days of a window; an open one is wider than any.
pub(super) fn width(window: Window) -> i64 {
    window.days().unwrap_or(i64::MAX)
}

fn status<'m>(mentions: impl Iterator<Item = &'m EventMention>) -> Status {
    let all: BTreeSet<Status> = mentions.map(|m| m.status).collect();
    // "The visit" alone counts as held; a mention of a plan or a cancellation says more.
    [Status::Off, Status::Planned].into_iter().find(|s| all.contains(s)).unwrap_or(Status::Held)
}

/// The day on which a mention was written: the article's, or that of the row or letter it stands in.
fn day_of_writing(dated: &DatedArticle, mention: &EventMention) -> Option<Date> {
    let sentence = mention.sentence.of(&dated.article.sentences);
    match sentence.map_or(Anchor::Article, |sentence| dated.article.sections.of(sentence).from) {
        Anchor::Article => dated.dating.date,
        Anchor::Mention(day) => dated.times.get(day.row())?.window?.single(),
        _ => None,
    }
}

/// The days that these mentions are likely to be of, if the article's date is no more than likely.
fn likely<'m>(
    dated: &DatedArticle,
    mut mentions: impl Iterator<Item = &'m EventMention>,
    status: Status,
    named: bool,
) -> Option<Window> {
    let written = dated.dating.likely?;
    let times = mentions.find(|mention| !mention.when.is_empty()).map(|mention| &mention.when);
    let windows = times.into_iter().flatten().map(|at| dated.likely_times.get(at.row())?.window);
    let stated: Option<Window> = windows.collect::<Option<Vec<_>>>()?.into_iter().reduce(Window::hull);
    let early = assumed(written.window.earliest, status, named);
    Some(stated.unwrap_or_else(|| early.hull(assumed(written.window.latest, status, named))))
}

/// The days that an article of this date may refer to in the past or the future tense without giving a date.
fn assumed(date: Option<Date>, status: Status, named: bool) -> Window {
    let Some(date) = date else { return Window { earliest: None, latest: None } };
    match (status, named) {
        (Status::Planned, true) => Window { earliest: shifted(date, -1), latest: shifted(date, 180) },
        (Status::Planned, false) => Window { earliest: shifted(date, -1), latest: shifted(date, 60) },
        (_, true) => Window { earliest: shifted(date, -31), latest: shifted(date, 1) },
        (_, false) => Window { earliest: shifted(date, -10), latest: shifted(date, 1) },
    }
}

fn place_of(doc: &DocId, dated: &DatedArticle, mention: &EventMention) -> Option<Place> {
    let names = &dated.article.names;
    let entity = mention.place?.of(&names.entities)?;
    let at =
        entity.mentions.partition_point(|i| i.of(&names.mentions).is_some_and(|m| m.span < mention.span));
    let around = entity.mentions.get(at.saturating_sub(1)..entity.mentions.len().min(at + 1))?;
    let around = around.iter().filter_map(|i| i.of(&names.mentions));
    let nearest = around.min_by_key(|m| m.span.start.abs_diff(mention.span.start))?;
    Some(Place { doc: doc.clone(), span: nearest.span })
}

/// The name as the article writes it, on one line.
fn written(dated: &DatedArticle, mention: &EventMention) -> Box<str> {
    one_line(dated.article.text.slice(mention.span)).into()
}

/// The name of an entity of the article.
fn name_of(dated: &DatedArticle, entity: Index<LocalEntity>) -> Option<&str> {
    entity.of(&dated.article.names.entities).map(|entity| &*entity.name)
}

/// "talks of Wang Yi and Sergey Lavrov", "visit of Wang Yi to Moscow".
fn describe(
    dated: &DatedArticle,
    kind: MeetingKind,
    telling: &EventMention,
    placed: Option<&EventMention>,
) -> Box<str> {
    let who: Vec<&str> = telling.who.iter().filter_map(|who| name_of(dated, *who)).take(3).collect();
    let place = placed.and_then(|m| name_of(dated, m.place?));
    let who = match who.as_slice() {
        [] => String::new(),
        [one] => format!(" of {one}"),
        [all @ .., last] => format!(" of {} and {last}", all.join(", ")),
    };
    let place = match (place, kind) {
        (Some(place), MeetingKind::Visit) => format!(" to {place}"),
        (Some(place), _) if who.is_empty() => format!(" in {place}"),
        _ => String::new(),
    };
    format!("{}{who}{place}", kind.as_str()).into()
}
