//! Go to implementation: the offices of a person, the editions of a series.

use super::editions;
use crate::ide::subject::{Subject, subject};
use crate::ide::target::{Target, fullest_account, target};
use crate::world::{DocId, Place, World};

/// The offices a person held, in profile files; other editions of a meeting's series.
pub fn implementation(world: &World, doc: &DocId, offset: u32) -> Vec<Target> {
    match subject(world, doc, offset) {
        Some(Subject::Entity(entity)) => {
            let Some((file, person)) = world.person_profile(&entity.id.0) else { return Vec::new() };
            person
                .offices
                .iter()
                .filter_map(|office| target(world, Place { doc: file.clone(), span: office.span }))
                .collect()
        }
        Some(Subject::Event(event)) => {
            let Some(series) = &event.series else { return Vec::new() };
            let editions = world.events_of_series(series).filter(|other| other.id != event.id);
            editions.filter_map(|other| fullest_account(world, other)).collect()
        }
        Some(Subject::Series(series)) => editions(world, series).collect(),
        None => Vec::new(),
    }
}
