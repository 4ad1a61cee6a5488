//! DL503 profile-unknown-id: ids that lead nowhere, and codes that belong to no country.

use super::Finding;
use super::context::ProfileContext;
use super::report::Report;
use crate::names::countries;
use crate::profiles::Spanned;
use crate::profiles::file::entry::nearest;
use crate::text::Span;
use crate::world::EntityId;

/// A text in an entry, with its place.
type EntryText = Spanned<Box<str>>;

pub(super) fn check(context: &ProfileContext<'_>, report: &mut Report) {
    let (persons, events) = (&context.file.persons, &context.file.events);
    let namesakes = persons.iter().flat_map(|person| &person.not);
    let guests = events.iter().flat_map(|event| event.attended.iter().chain(&event.host));
    let offices = persons.iter().flat_map(|person| &person.offices);
    let countries = offices.filter_map(|office| office.country.as_ref());
    let countries = countries.chain(events.iter().filter_map(|event| event.country.as_ref()));
    let series = events.iter().filter_map(|event| event.series.as_ref());
    let findings = namesakes.chain(guests).filter_map(|id| unknown_person(context, id));
    let findings = findings.chain(countries.filter_map(|code| unknown_country(context, code)));
    let findings = findings.chain(series.filter_map(|id| unknown_series(context, id)));
    findings.for_each(|finding| report.note(finding));
}

/// Reports an unknown person. A person without a profile may be named by the id that the corpus gives.
fn unknown_person(context: &ProfileContext<'_>, id: &EntryText) -> Option<Finding> {
    let known = context.world.person_profile(&id.value).is_some()
        || context.world.entity(&EntityId(id.value.as_ref().into())).is_some();
    (!known).then(|| {
        let near = nearest(&id.value, context.all_persons().map(|(_, person)| &*person.id.value));
        unknown_id(context, id, "person", near)
    })
}

fn unknown_series(context: &ProfileContext<'_>, id: &EntryText) -> Option<Finding> {
    context.world.series_profile(&id.value).is_none().then(|| {
        let all = context.world.profile_files().flat_map(|(_, file)| &file.series);
        let near = nearest(&id.value, all.map(|series| &*series.id.value));
        unknown_id(context, id, "series", near)
    })
}

fn unknown_id(context: &ProfileContext<'_>, id: &EntryText, noun: &str, near: Option<&str>) -> Finding {
    let hint = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    let finding = Finding::new(503, id.span, format!("no {noun} has the id `{}`{hint}", id.value));
    match near {
        Some(near) => {
            finding.fix(format!("write {near}"), vec![(context.place(inside(id.span)), near.to_owned())])
        }
        None => finding,
    }
}

fn unknown_country(context: &ProfileContext<'_>, code: &EntryText) -> Option<Finding> {
    if countries::is_code(&code.value) {
        return None;
    }
    let message = format!("`{}` is no country’s two letters", code.value);
    let finding = Finding::new(503, code.span, message);
    Some(match countries::named(&code.value.to_uppercase()) {
        Some(country) => {
            let edit = vec![(context.place(inside(code.span)), country.code.to_owned())];
            let finding = finding.help(format!("{} is `{}`", country.name, country.code));
            finding.fix(format!("write {}", country.code), edit)
        }
        None => finding,
    })
}

/// Without the quotes around a TOML string.
fn inside(quoted: Span) -> Span {
    if quoted.len() >= 2 { Span::new(quoted.start + 1, quoted.end - 1) } else { quoted }
}
