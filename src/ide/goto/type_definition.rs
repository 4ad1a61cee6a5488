//! Go to type definition: what profile files say of it.

use crate::ide::subject::{Subject, subject};
use crate::ide::target::{Target, profile_entry, target};
use crate::world::{DocId, Place, World};

/// The profile entry; for a meeting the event entry, else the series.
pub fn type_definition(world: &World, doc: &DocId, offset: u32) -> Vec<Target> {
    let found = match subject(world, doc, offset) {
        Some(Subject::Entity(entity)) => profile_entry(world, entity),
        Some(Subject::Event(event)) => {
            let entry = event.profile.clone();
            let series = || {
                let (doc, series) = world.series_profile(event.series.as_deref()?)?;
                Some(Place { doc: doc.clone(), span: series.span })
            };
            entry.or_else(series).and_then(|place| target(world, place))
        }
        Some(Subject::Series(series)) => {
            let entry = world.series_profile(series);
            entry.and_then(|(doc, series)| target(world, Place { doc: doc.clone(), span: series.span }))
        }
        None => None,
    };
    found.into_iter().collect()
}
