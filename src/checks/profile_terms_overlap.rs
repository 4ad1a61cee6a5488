//! DL505 profile-terms-overlap: an office held twice at once by one person, or by two people where there is
//! only one seat.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::Finding;
use super::context::ProfileContext;
use super::reasoning::office_terms::MAX_HANDOVER_DAYS;
use super::reasoning::wording;
use super::report::Report;
use crate::lang::Language;
use crate::lang::offices::OfficeClass;
use crate::names::{countries, role_of, variants};
use crate::profiles::{OfficeEntry, PersonEntry};
use crate::text::Span;
use crate::time::{Window, window::days_between};
use crate::world::{DocId, Place};

pub(super) fn check(context: &ProfileContext<'_>, report: &mut Report) {
    let all: Vec<HeldOffice<'_>> =
        context.all_persons().flat_map(|(doc, person)| held_by(doc, person)).collect();
    let rivals = rivals(&all);
    for own in context.file.persons.iter().flat_map(|person| held_by(context.doc, person)) {
        let found = own.contests().filter_map(|contest| first_clash(&own, &all, rivals.get(&contest)?));
        let Some((at, days)) = found.min_by_key(|(at, _)| *at) else { continue };
        let Some(other) = all.get(at) else { continue };
        let title = &own.office.title.value;
        let message = if own.person.id.value == other.person.id.value {
            format!("{} is {title} twice at once: {}", own.person.name.value, wording::stretch(days))
        } else {
            format!("{} is {title}{} too: {}", other.person.name.value, own.of(), wording::stretch(days))
        };
        let place = Place { doc: other.doc.clone(), span: other.when };
        report.note(Finding::new(505, own.when, message).related(place, "the other term"));
    }
}

/// What only one term at a time can fill: an office of one person, or an office with one seat, in which case
/// no person is given.
type Contest<'w> = (Office<'w>, Option<&'w str>);

/// Role, organisation, country, where to, and the words of the title where they count.
type Office<'w> = (Box<str>, Option<String>, Option<&'w str>, Option<&'w str>, Option<String>);

/// The places in `all` of the terms that contest the same.
fn rivals<'w>(all: &[HeldOffice<'w>]) -> FxHashMap<Contest<'w>, Vec<usize>> {
    let mut rivals: FxHashMap<Contest<'w>, Vec<usize>> = FxHashMap::default();
    for (at, held) in all.iter().enumerate() {
        held.contests().for_each(|contest| rivals.entry(contest).or_default().push(at));
    }
    rivals
}

/// The first of the rivals written before `own` that cannot be true beside it.
fn first_clash(own: &HeldOffice<'_>, all: &[HeldOffice<'_>], rivals: &[usize]) -> Option<(usize, Window)> {
    let terms = rivals.iter().filter_map(|at| Some((*at, all.get(*at)?)));
    let mut earlier = terms.filter(|(_, other)| (other.doc, other.when) < (own.doc, own.when));
    earlier.find_map(|(at, other)| Some((at, own.clash(other)?)))
}

/// An office with its term.
struct HeldOffice<'w> {
    doc: &'w DocId,
    person: &'w PersonEntry,
    office: &'w OfficeEntry,
    role: Box<str>,
    org: Option<String>,
    when: Span,
    /// The days certain to be in the term, however coarse its ends are.
    core: Window,
}

fn held_by<'w>(doc: &'w DocId, person: &'w PersonEntry) -> impl Iterator<Item = HeldOffice<'w>> {
    person.offices.iter().filter_map(move |office| {
        let when = office.when.as_ref()?;
        Some(HeldOffice {
            doc,
            person,
            office,
            role: role_of(&office.title.value),
            org: office.org.as_deref().map(variants::plain_key),
            when: when.span,
            core: when.value.core,
        })
    })
}

impl<'w> HeldOffice<'w> {
    fn country(&self) -> Option<&'w str> {
        self.office.country.as_ref().map(|code| &*code.value)
    }

    fn to(&self) -> Option<&'w str> {
        self.office.to.as_ref().map(|to| &*to.value)
    }

    /// The office for the person, and its seat if it has only one.
    fn contests(&self) -> impl Iterator<Item = Contest<'w>> + use<'w> {
        let own = (self.office(None), Some(&*self.person.id.value));
        let words = self.org.is_some().then(|| self.office.title.value.to_lowercase());
        let seat = self.has_one_seat().then(|| (self.office(words), None));
        [Some(own), seat].into_iter().flatten()
    }

    fn office(&self, words: Option<String>) -> Office<'w> {
        (self.role.clone(), self.org.clone(), self.country(), self.to(), words)
    }

    /// Whether only one person can hold the office at a time. The head of an organisation has one title.
    fn has_one_seat(&self) -> bool {
        let known = Language::english().offices.find(&self.role);
        match (&self.org, self.country()) {
            (Some(_), _) => known.is(OfficeClass::OneHead),
            (None, Some(_)) => {
                known.is(OfficeClass::OneSeat)
                    || has_portfolio(&self.role)
                    || known.is(OfficeClass::OneAbroad) && self.to().is_some()
            }
            (None, None) => known.is(OfficeClass::OneInTheWorld),
        }
    }

    /// The days that both terms of one contest cover, if they cannot both be true.
    fn clash(&self, other: &Self) -> Option<Window> {
        let (from, to, least) = if self.person.id.value == other.person.id.value {
            // On the day of a reappointment a person may be counted twice.
            let (a, b) = (self.core, other.core);
            (later(a.earliest, b.earliest), earlier(a.latest, b.latest), 1)
        } else {
            let (a, b) = (self.surely(), other.surely());
            (later(a.earliest, b.earliest), earlier(a.latest, b.latest), MAX_HANDOVER_DAYS)
        };
        match (from, to) {
            (Some(from), Some(to)) if days_between(from, to) < least => None,
            (None, None) => None,
            _ => Some(Window { earliest: from, latest: to }),
        }
    }

    /// An open term is known to last until its last check; without one, only to have begun.
    fn surely(&self) -> Window {
        let checked = || self.office.asof.and_then(|asof| asof.window.earliest).or(self.core.earliest);
        Window { latest: self.core.latest.or_else(checked), ..self.core }
    }

    /// " of China".
    fn of(&self) -> String {
        match (&self.office.org, self.country().and_then(countries::of)) {
            (Some(org), _) => format!(" of {org}"),
            (None, Some(country)) => format!(" of {}", country.name),
            (None, None) => String::new(),
        }
    }
}

/// "Foreign minister", but not "deputy foreign minister", of whom there may be several.
fn has_portfolio(role: &str) -> bool {
    let offices = &Language::english().offices;
    let first = role.split([' ', '-']).next().unwrap_or_default();
    let last = role.rsplit_once(' ').map_or("", |(_, last)| last);
    offices.has(last, OfficeClass::Portfolio) && !offices.has(first, OfficeClass::Several)
}

fn later(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    a.into_iter().chain(b).max()
}

fn earlier(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    a.into_iter().chain(b).min()
}
