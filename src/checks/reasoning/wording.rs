//! Dates, months and counts as messages write them.

pub use crate::time::wording::{day, month, stretch, weekday, window};

/// "1 day", "4 days".
pub fn count(number: i64, unit: &str) -> String {
    if number == 1 { format!("1 {unit}") } else { format!("{number} {unit}s") }
}
