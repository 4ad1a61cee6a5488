//! DL502 profile-id-twice: two entries with one id, in one file or in two. The first file in path order keeps
//! the id.

use super::Finding;
use super::context::ProfileContext;
use super::reasoning::profile_problem;
use super::report::Report;
use crate::profiles::Spanned;
use crate::text::Span;
use crate::world::{DocId, Place};

pub(super) fn check(context: &ProfileContext<'_>, report: &mut Report) {
    for problem in context.file.problems.iter().filter(|problem| problem.first.is_some()) {
        report.note(profile_problem::finding(context, 502, problem));
    }
    let (world, file) = (context.world, context.file);
    let persons = file.persons.iter().filter_map(|person| {
        let (doc, first) = world.person_profile(&person.id.value)?;
        taken_elsewhere(context, &person.id, doc, first.id.span)
    });
    let events = file.events.iter().filter_map(|event| {
        let (doc, first) = world.event_profile(&event.id.value)?;
        taken_elsewhere(context, &event.id, doc, first.id.span)
    });
    let series = file.series.iter().filter_map(|series| {
        let (doc, first) = world.series_profile(&series.id.value)?;
        taken_elsewhere(context, &series.id, doc, first.id.span)
    });
    persons.chain(events).chain(series).for_each(|finding| report.note(finding));
}

/// Reports an id whose first entry is in another file.
fn taken_elsewhere(
    context: &ProfileContext<'_>,
    id: &Spanned<Box<str>>,
    first: &DocId,
    span: Span,
) -> Option<Finding> {
    if first == context.doc {
        return None;
    }
    let message = format!("the id `{}` is taken by an entry of {first}; ids must differ", id.value);
    let place = Place { doc: first.clone(), span };
    Some(Finding::new(502, id.span, message).related(place, "taken here"))
}
