//! Dates, windows and counts as messages write them.

use jiff::civil::Date;

use crate::time::Window;

pub use crate::time::wording::{month, weekday};

/// "13 May 2019".
pub fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date.month() as u8), date.year())
}

/// "13 May 2019", "11–14 June 2018", "June 2018", "2018" or the two ends.
pub fn window(window: Window) -> String {
    let (Some(first), Some(last)) = (window.earliest, window.latest) else {
        return format!("{} to {}", end(window.earliest), end(window.latest));
    };
    if first == last {
        return day(first);
    }
    if Window::year(first.year()) == Some(window) {
        return first.year().to_string();
    }
    if Window::month(first.year(), first.month()) == Some(window) {
        return format!("{} {}", month(first.month() as u8), first.year());
    }
    if (first.year(), first.month()) == (last.year(), last.month()) {
        return format!("{}–{}", first.day(), day(last));
    }
    format!("{} to {}", day(first), day(last))
}

fn end(date: Option<Date>) -> String {
    date.map_or_else(|| "any time".to_owned(), day)
}

/// "1 day", "4 days".
pub fn count(number: i64, unit: &str) -> String {
    if number == 1 { format!("1 {unit}") } else { format!("{number} {unit}s") }
}
