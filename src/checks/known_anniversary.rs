//! DL403 known-anniversary: "the 10th anniversary of the first Belt and Road Forum", in a year that does not
//! fit the forum's profile.

use super::Finding;
use super::context::Context;
use super::reasoning::wording;
use super::report::Report;
use crate::article::cues::Anniversary;
use crate::profiles::EventEntry;
use crate::time::Window;
use crate::world::Place;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    for found in &context.article.cues.anniversaries {
        let unsure = found.quoted || report.is_tainted(found.span) || context.takes_back(found.sentence);
        // With a base year it is a calculation of its own: DL106.
        if unsure || found.base.is_some() {
            continue;
        }
        if let Some(finding) = miscounted(context, found) {
            report.add(finding);
        }
    }
}

fn miscounted(context: &Context<'_>, found: &Anniversary) -> Option<Finding> {
    let said = found.year.map(|year| year.value).or_else(|| found.this_year.and(context.dating().year()))?;
    let (place, name, window) = event_named(context, &found.subject)?;
    let (first, last) = (window.earliest?, window.latest?);
    let count = i16::try_from(found.count).unwrap_or(i16::MAX);
    let years = first.year().saturating_add(count)..=last.year().saturating_add(count);
    if years.contains(&said) {
        return None;
    }
    let message = format!("{name} was {}, and {count} years after is not {said}", wording::window(window));
    Some(Finding::new(403, found.span, message).related(place, "the profile says so"))
}

/// The dated profile event whose name begins these words: place, name, when.
fn event_named<'w>(context: &Context<'w>, subject: &str) -> Option<(Place, &'w str, Window)> {
    let mut files = context.world.profile_files();
    files.find_map(|(doc, file)| {
        let event = file.events.iter().find(|event| event.when.is_some() && is_named(event, subject))?;
        let window = event.when.as_ref()?.value.window;
        Some((Place { doc: doc.clone(), span: event.span }, &*event.name.value, window))
    })
}

/// Whether the words begin with a name or an alias of the event.
fn is_named(event: &EventEntry, words: &str) -> bool {
    let mut names = std::iter::once(&event.name).chain(&event.aliases);
    names.any(|name| {
        let rest = words.strip_prefix(&name.value.to_lowercase());
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}
