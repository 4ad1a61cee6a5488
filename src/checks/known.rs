//! Against what profiles state: DL401 office-outside-term, DL402 known-event, DL403 known-anniversary.

use super::Finding;
use super::case::{Case, told_day, told_window};
use super::report::Report;
use super::told::{Frame, Told, told};
use crate::names::role_of;
use crate::profiles::OfficeEntry;
use crate::time::{Tense, Window};
use crate::world::{Place, dates::anniversary};

/// People are called by an office some weeks before and after the hand-over.
const HANDOVER: i32 = 31;

pub(super) fn check(case: &Case<'_>, report: &mut Report) {
    offices(case, report);
    events(case, report);
    anniversaries(case, report);
}

/// DL401.
fn offices(case: &Case<'_>, report: &mut Report) {
    let names = &case.article.names;
    let Some(article) = case.dating().date else { return };
    let mut seen = Vec::new();
    for title in &names.titles {
        let Some(holder) = title.holder.filter(|_| title.qualifier.is_none()) else { continue };
        let Some(link) = case.world.link(case.doc, holder).filter(|link| link.confidence == 100) else {
            continue;
        };
        let Some((doc, person)) = case.world.person_profile(&link.entity.0) else { continue };
        let country = title.country.map(|c| String::from_utf8_lossy(&c).into_owned());
        let terms: Vec<(&OfficeEntry, Window)> = person
            .offices
            .iter()
            .filter(|office| role_of(&office.title.value) == title.role)
            .filter(|office| {
                country.is_none()
                    || office.country.is_none()
                    || office.country.as_ref().map(|code| &*code.value) == country.as_deref()
            })
            .filter_map(|office| Some((office, office.when.as_ref()?.value.window)))
            .collect();
        if terms.is_empty()
            || seen.contains(&(holder, title.role.clone()))
            || looks_back(case, title.sentence)
        {
            continue;
        }
        if terms.iter().any(|(_, term)| term.widened(HANDOVER).contains(article)) {
            continue;
        }
        seen.push((holder, title.role.clone()));
        let name = names.entities.get(holder as usize).map_or("", |e| &e.name);
        let spelled: Vec<String> = terms.iter().map(|(_, term)| told_window(*term)).collect();
        let message =
            format!("{name} was not {} on {} ({})", title.role, told_day(article), spelled.join("; "));
        let mut finding = Finding::new(401, title.span, message);
        for (office, _) in &terms {
            finding = finding.related(Place { doc: doc.clone(), span: office.span }, "the term");
        }
        report.add(finding);
    }
}

/// Whether a title may be of another time: the sentence tells of one, or quotes, or takes something back.
fn looks_back(case: &Case<'_>, sentence: u32) -> bool {
    let other_time = |t: &crate::time::Timex| {
        t.sentence == sentence
            && (t.parts.year.is_some() || t.tense == Some(Tense::Past) && t.parts.weekday.is_none())
    };
    let text = case.sentence(sentence);
    let then = [
        "then",
        "former",
        "ex-",
        "later",
        "when he was",
        "when she was",
        "served as",
        "at the time",
        "in his time",
    ];
    case.article.times.iter().any(other_time)
        || then.iter().any(|word| text.contains(word))
        || text.contains(['"', '“', '«'])
        || case.takes_back(sentence)
}

/// DL402: the article's date of a meeting against the profile's.
fn events(case: &Case<'_>, report: &mut Report) {
    for (index, local) in case.article.meetings.local.iter().enumerate() {
        let Some(event) = case.world.event_of(case.doc, index as u32) else { continue };
        let Some(place) = event.profile.clone() else { continue };
        let Some(known) = case.event_at(&place) else { continue };
        let mentions =
            local.mentions.iter().filter_map(|at| case.article.meetings.mentions.get(*at as usize));
        for mention in mentions.filter(|m| !case.unsettled(m.sentence)) {
            let Some(Told { window, span, frame: Frame::Calendar, .. }) = told(case, mention) else {
                continue;
            };
            if window.widened(1).meets(known) || report.is_tainted(span) {
                continue;
            }
            let message = format!("{} was {}", event.name, told_window(known));
            report.add(Finding::new(402, span, message).related(place.clone(), "the profile says so"));
            break;
        }
    }
}

/// DL403: "the 10th anniversary of the first Belt and Road Forum", kept in a year that does not fit the profile.
fn anniversaries(case: &Case<'_>, report: &mut Report) {
    for found in anniversary::find(case.article) {
        let Some(said) = found.year.map(|y| y.value).or_else(|| found.this_year.and(case.dating().year()))
        else {
            continue;
        };
        if found.base.is_some()
            || found.quoted
            || report.is_tainted(found.span)
            || case.takes_back(found.sentence)
        {
            continue;
        }
        let Some((place, name, window)) = case.event_named(&found.subject) else { continue };
        let (Some(from), Some(to)) = (window.earliest, window.latest) else { continue };
        let count = i16::try_from(found.count).unwrap_or(i16::MAX);
        let years = from.year().saturating_add(count)..=to.year().saturating_add(count);
        if years.contains(&said) {
            continue;
        }
        let message = format!("{name} was {}, and {count} years after is not {said}", told_window(window));
        report.add(Finding::new(403, found.span, message).related(place, "the profile says so"));
    }
}
