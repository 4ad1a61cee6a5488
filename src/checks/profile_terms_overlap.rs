//! DL505 profile-terms-overlap: an office held twice at once by one person, or by two people where there is
//! only one seat.

use jiff::civil::Date;

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
    for own in context.file.persons.iter().flat_map(|person| held_by(context.doc, person)) {
        let earlier = all.iter().filter(|other| (other.doc, other.when) < (own.doc, own.when));
        let mut same = earlier.filter(|other| own.is_same_office(other));
        let Some((other, days)) = same.find_map(|other| Some((other, own.clash(other)?))) else { continue };
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

impl HeldOffice<'_> {
    fn country(&self) -> Option<&str> {
        self.office.country.as_ref().map(|code| &*code.value)
    }

    fn to(&self) -> Option<&str> {
        self.office.to.as_ref().map(|to| &*to.value)
    }

    fn is_same_office(&self, other: &Self) -> bool {
        self.role == other.role
            && self.org == other.org
            && self.country() == other.country()
            && self.to() == other.to()
    }

    /// Whether both hold an office that only one person can hold at a time.
    fn one_seat(&self, other: &Self) -> bool {
        let known = Language::english().offices.find(&self.role);
        let same_words = self.office.title.value.to_lowercase() == other.office.title.value.to_lowercase();
        match (&self.org, self.country()) {
            (Some(_), _) => same_words && known.is(OfficeClass::OneHead),
            (None, Some(_)) => {
                known.is(OfficeClass::OneSeat)
                    || has_portfolio(&self.role)
                    || known.is(OfficeClass::OneAbroad) && self.to().is_some()
            }
            (None, None) => known.is(OfficeClass::OneInTheWorld),
        }
    }

    /// The days that both terms cover, if they cannot both be true.
    fn clash(&self, other: &Self) -> Option<Window> {
        let (from, to, least) = if self.person.id.value == other.person.id.value {
            // On the day of a reappointment a person may be counted twice.
            let (a, b) = (self.core, other.core);
            (later(a.earliest, b.earliest), earlier(a.latest, b.latest), 1)
        } else if self.one_seat(other) {
            let (a, b) = (self.surely(), other.surely());
            (later(a.earliest, b.earliest), earlier(a.latest, b.latest), MAX_HANDOVER_DAYS)
        } else {
            return None;
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
