//! Which person or gathering of the almanac the corpus means.

use crate::almanac::{self, AlmanacPerson, AlmanacTerm, Gathering, GatheringSeries};
use crate::ide::offices::{MentionedOffice, mentioned_offices};
use crate::meetings::series::key;
use crate::names::{NameKind, Qualifier, countries, role_of};
use crate::text::normalise::slug;
use crate::time::Window;
use crate::world::{DocId, Entity, Event, EventMentionRef, World};

/// Days before and after a handover in which people are still called by their office.
const HANDOVER_DAYS: i32 = 31;

/// A meeting known no closer than this could be another one of its series.
const MAX_WINDOW_DAYS: i64 = 62;

/// The almanac's person where the corpus means nobody else: the only one of this full name, with an office
/// that the articles give them at the time, and none of another country. A profile is used instead.
pub fn person(world: &World, doc: &DocId, entity: &Entity) -> Option<AlmanacPerson> {
    let full_name = entity.kind == NameKind::Person && entity.name.contains(' ');
    if !full_name || entity.has_profile || !uses(world, doc) {
        return None;
    }
    let named = almanac::people_named(&entity.name);
    let [person] = named.as_slice() else { return None };
    let offices = mentioned_offices(world, entity);
    let foreign = |office: &MentionedOffice| {
        let home = office.country.map(|country| country.code);
        home.is_some_and(|home| person.terms().all(|term| !term.country.is_empty() && term.country != home))
    };
    let fits = offices.iter().any(|office| held(*person, office)) && !offices.iter().any(foreign);
    fits.then_some(*person)
}

/// Whether the person held the office when the articles say so.
fn held(person: AlmanacPerson, office: &MentionedOffice) -> bool {
    let home = office.country.map(|country| country.code);
    let mut dates = office.mentions.iter().filter_map(|mention| mention.date);
    let is_former = office.qualifier == Some(Qualifier::Former);
    if !matches!(office.qualifier, None | Some(Qualifier::Former)) {
        return false;
    }
    let of_office = |term: &AlmanacTerm| {
        role_of(term.title) == office.role && home.is_none_or(|home| term.country == home)
    };
    let terms: Vec<Window> =
        person.terms().filter(of_office).map(|term| term.when.widened(HANDOVER_DAYS)).collect();
    if is_former {
        // Without its country, a former office may be anybody's.
        return home.is_some()
            && dates.all(|date| terms.iter().any(|term| term.earliest <= Some(date)))
            && !terms.is_empty();
    }
    match dates.next() {
        Some(first) => {
            std::iter::once(first).chain(dates).any(|date| terms.iter().any(|term| term.contains(date)))
        }
        None => home.is_some() && !terms.is_empty(),
    }
}

/// The almanac's series of a meeting.
pub fn series(world: &World, doc: &DocId, event: &Event) -> Option<GatheringSeries> {
    let name = event.series.as_deref().filter(|_| uses(world, doc))?;
    almanac::series_by_id(name).or_else(|| almanac::series(&key(name).0))
}

/// The gathering that a mention means, where a profile does not tell: the only one of its series that has its
/// edition and its days.
pub fn gathering(world: &World, at: &EventMentionRef, event: &Event) -> Option<Gathering> {
    if event.profile.is_some() {
        return None;
    }
    let series = series(world, &at.doc, event)?;
    let when = event.when.or_else(|| shown_when(world, at));
    let close = when.filter(|when| when.days().is_some_and(|days| days <= MAX_WINDOW_DAYS));
    if event.edition.is_none() && close.is_none() {
        return None;
    }
    let place = event.place.as_ref().and_then(|place| world.entity(place));
    let same = |one: &Gathering| {
        let there = place.is_none_or(|place| is_in(&place.name, one));
        let edition = event.edition.is_none() || event.edition == one.edition;
        there && edition && when.is_none_or(|when| when.meets(one.when.widened(1)))
    };
    let mut found = series.gatherings().filter(same);
    found.next().filter(|_| found.next().is_none())
}

/// Whether the town or country is where the gathering was. A building in that town is not known to be.
fn is_in(place: &str, one: &Gathering) -> bool {
    slug(place) == slug(one.city)
        || countries::named(place).is_some_and(|country| country.code == one.country)
}

/// When a mention's own times put the meeting, certain or likely.
fn shown_when(world: &World, at: &EventMentionRef) -> Option<Window> {
    let dated = world.article(&at.doc)?;
    let mention = at.mention.of(&dated.article.meetings.mentions)?;
    let windows = mention.when.iter().filter_map(|time| dated.shown_time(*time)?.0.window);
    windows.reduce(Window::hull)
}

/// Whether the user wants the almanac where this article is.
fn uses(world: &World, doc: &DocId) -> bool {
    world.article(doc).is_none_or(|dated| !dated.article.hints.without_almanac)
}
