//! What the almanac knows of people and meetings of the corpus, for hovers, jumps and the command line. Only
//! where a text leaves no doubt whom or what it means; of namesakes nothing is said.

mod document;
mod matching;
mod wording;

pub use document::{AlmanacEntry, document};
pub use matching::{gathering, person, series};
pub use wording::{base_date, gathering_line, names_of, native_name, term};
