//! DL302 same-meeting-other-place: two articles put one meeting in two cities.

use super::Finding;
use super::case::Case;
use super::report::Report;
use crate::events::Account;
use crate::meetings::MeetingKind;
use crate::world::Place;

pub(super) fn check(case: &Case<'_>, report: &mut Report) {
    for local in 0..case.article.meetings.local.len() as u32 {
        let Some(event) = case.world.event_of(case.doc, local) else { continue };
        // A visit goes to several cities, and a call is in none.
        if event.accounts.len() < 2 || matches!(event.kind, MeetingKind::Visit | MeetingKind::Call) {
            continue;
        }
        let mine = event.accounts.iter().find(|a| a.doc == *case.doc && a.local == local);
        let Some((mine, (city, place))) = mine.and_then(|a| Some((a, city(case, a)?))) else { continue };
        let others = event.accounts.iter().filter(|a| a.doc != *case.doc && a.status == mine.status);
        let told: Vec<_> = others.filter_map(|a| Some((a, city_of(case, a)?))).collect();
        let against: Vec<_> = told.iter().filter(|(_, (other, _))| *other != city).collect();
        let with = told.len() - against.len();
        let Some((account, (other, at))) = against.first().filter(|_| against.len() >= with) else {
            continue;
        };
        if report.is_tainted(place.span) {
            continue;
        }
        let message = format!("this meeting is in {city}; {} has {other}", account.doc.file_name());
        report.add(Finding::new(302, place.span, message).related((*at).clone(), "the other place"));
    }
}

/// The city of an account of this article.
fn city<'a>(case: &Case<'a>, account: &'a Account) -> Option<(&'a str, &'a Place)> {
    let told = city_of(case, account)?;
    let sentence = case.article.sentence_at(told.1.span.start);
    (!case.unsettled(sentence)).then_some(told)
}

/// Only what the gazetteer knows as a city: a hall is in some city, and a city in its country.
fn city_of<'a>(case: &Case<'a>, account: &'a Account) -> Option<(&'a str, &'a Place)> {
    let (id, place) = account.place.as_ref()?;
    let name = &*case.world.entity(id)?.name;
    let lexicon = case.world.lexicon();
    (lexicon.city(name).or_else(|| lexicon.capital(name)).is_some()).then_some((name, place))
}
