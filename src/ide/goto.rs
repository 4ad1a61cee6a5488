//! The four "go to" requests: from a mention to where the corpus, the article or a profile says more.

mod declaration;
mod definition;
mod implementation;
mod type_definition;

pub use declaration::declaration;
pub use definition::definition;
pub use implementation::implementation;
pub use type_definition::{on_record, type_definition};

use super::target::{Target, fullest_account};
use crate::world::World;

/// The fullest account of each edition.
fn editions<'w>(world: &'w World, series: &str) -> impl Iterator<Item = Target> + use<'w> {
    let editions: Vec<_> = world.events_of_series(series).collect();
    editions.into_iter().filter_map(move |edition| fullest_account(world, edition))
}
