//! Every kind of time expression, and text that must not be read as one, by kind. Each line: text, then what
//! is read, in order.

mod amounts;
mod clock;
mod dates;
mod ranges;
mod silence;
mod units;
mod weekdays;

use jiff::civil::Date;

use super::{read, resolve};
use crate::lang::Language;
use crate::text::Layout;

/// "span=value" of every mention, for an article of 2024-05-17 (a Friday).
fn at(text: &str, date: Option<Date>) -> Vec<String> {
    let layout = Layout::of(text, Language::english());
    let times = read(&layout);
    let resolved = resolve(&times, date);
    times.iter().zip(&resolved).map(|(t, r)| format!("{}={}", t.span.of(text), r.value)).collect()
}

const FRIDAY: Date = Date::constant(2024, 5, 17);

#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    assert_eq!(at(text, Some(FRIDAY)), expected, "{text}");
}
