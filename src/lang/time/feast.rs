//! Named days: what they are called. `crate::time::festivals` works out when they fall.

use jiff::civil::Weekday;

use crate::lang::table::{broken, rows};

/// A named day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feast {
    /// Month and day.
    Fixed(i8, i8),
    /// Days after Easter Sunday (western reckoning).
    Easter(i32),
    /// The nth weekday of a month (month, weekday, n); -1 is the last.
    Nth(i8, Weekday, i8),
    LunarNewYear,
    /// The Tuesday after the first Monday of November.
    Election,
}

/// What a named day is called, as tokens in lower case. A possessive is a token of its own.
#[derive(Clone, Debug)]
pub struct FeastName {
    pub words: Vec<&'static str>,
    pub feast: Feast,
}

/// Reads a table of `name<TAB>kind[<TAB>numbers]`.
pub(super) fn read(table: &'static str, errors: &mut Vec<String>) -> Vec<FeastName> {
    let mut feasts = Vec::new();
    for row in rows(table) {
        match parse(row.class, row.value) {
            Some(feast) => feasts.push(FeastName { words: row.word.split(' ').collect(), feast }),
            None => errors.push(broken("feasts", row)),
        }
    }
    feasts
}

fn parse(kind: &str, value: &str) -> Option<Feast> {
    let mut numbers = value.split_whitespace().map(|n| n.parse::<i8>().ok());
    let mut number = || numbers.next().flatten();
    match kind {
        "Fixed" => Some(Feast::Fixed(number()?, number()?)),
        "Easter" => Some(Feast::Easter(number()?.into())),
        "Nth" => Some(Feast::Nth(number()?, Weekday::from_monday_one_offset(number()?).ok()?, number()?)),
        "LunarNewYear" => Some(Feast::LunarNewYear),
        "Election" => Some(Feast::Election),
        _ => None,
    }
}
