//! Go to type definition: the profile entry.

use crate::ide::almanac::{self, AlmanacEntry};
use crate::ide::subject::{Subject, subject};
use crate::ide::target::{Target, profile_entry, target};
use crate::world::{DocId, Place, World};

/// The profile entry; for a meeting the event entry, else the series.
pub fn type_definition(world: &World, doc: &DocId, offset: u32) -> Vec<Target> {
    let found = match subject(world, doc, offset) {
        Some(Subject::Entity(entity)) => profile_entry(world, entity),
        Some(Subject::Event(event)) => {
            let entry = event.profile.clone();
            let place = entry.or_else(|| series_entry(world, event.series.as_deref()?));
            place.and_then(|place| target(world, place))
        }
        Some(Subject::Series(series)) => series_entry(world, series).and_then(|place| target(world, place)),
        None => None,
    };
    found.into_iter().collect()
}

/// The entry of the almanac for a person or a meeting without one in a profile.
pub fn on_record(world: &World, doc: &DocId, offset: u32) -> Option<AlmanacEntry> {
    match subject(world, doc, offset)? {
        Subject::Entity(entity) => {
            almanac::person(world, doc, entity).map(|person| AlmanacEntry::Person(person.id()))
        }
        Subject::Event(event) => {
            almanac::series(world, doc, event).map(|series| AlmanacEntry::Series(series.id().to_owned()))
        }
        Subject::Series(_) => None,
    }
}

fn series_entry(world: &World, series: &str) -> Option<Place> {
    let (doc, entry) = world.series_profile(series)?;
    Some(Place { doc: doc.clone(), span: entry.span })
}
