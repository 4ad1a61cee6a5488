//! The terms in which a person holds an office according to a profile.

use crate::names::{Title, role_of};
use crate::profiles::{OfficeEntry, PersonEntry};
use crate::time::Window;

/// Days before and after a handover in which people are still called by the office. With more, a term that is
/// over would count as one that goes on.
pub const MAX_HANDOVER_DAYS: i32 = 31;

/// The dated offices of a person that a title may mean, each with its term.
pub fn terms_of<'p>(person: &'p PersonEntry, title: &Title) -> Vec<(&'p OfficeEntry, Window)> {
    let country = title.country.map(|code| code.to_string());
    let offices = person.offices.iter().filter(|office| role_of(&office.title.value) == title.role);
    let offices = offices.filter(|office| may_be_of(office, country.as_deref()));
    offices.filter_map(|office| Some((office, office.when.as_ref()?.value.window))).collect()
}

/// Whether the office may belong to the country; it may if one side names none.
fn may_be_of(office: &OfficeEntry, country: Option<&str>) -> bool {
    let own = office.country.as_ref().map(|code| &*code.value);
    country.is_none() || own.is_none() || own == country
}
