//! Parses TIMEX3 values.

use super::{Amount, Length, Rest, Stamp, Time, Value, Year};
use crate::time::unit::{Part, Season, Unit};

impl Value {
    /// Reads back what [`fmt::Display`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "PAST_REF" => return Some(Self::Past),
            "PRESENT_REF" => return Some(Self::Present),
            "FUTURE_REF" => return Some(Self::Future),
            _ => {}
        }
        match text.strip_prefix('P') {
            Some(length) => parse_length(length).map(Self::Length),
            None => parse_stamp(text).map(Self::Stamp),
        }
    }
}

fn parse_stamp(text: &str) -> Option<Stamp> {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(parse_time(time)?)),
        None => (text, None),
    };
    let (year, rest) = date.split_once('-').map_or((date, None), |(year, rest)| (year, Some(rest)));
    let year = match (year, year.len()) {
        ("XXXX", _) => Year::Unknown,
        (_, 4) => Year::Year(number(year)?),
        (_, 3) => Year::Decade(number(year)?),
        (_, 2) => Year::Century(number(year)? as u8),
        (_, 6) => Year::Before(number(year.strip_prefix("BC")?)?),
        _ => return None,
    };
    Some(Stamp { year, rest: rest.map_or(Some(Rest::Nothing), parse_rest)?, time })
}

fn parse_rest(text: &str) -> Option<Rest> {
    if let Some((season, _)) = Season::ALL.iter().find(|(_, letters)| *letters == text) {
        return Some(Rest::Season(*season));
    }
    if let Some(week) = text.strip_prefix('W') {
        return match week.split_once('-') {
            None => Some(Rest::Week(two(week)?)),
            Some((week, "WE")) => Some(Rest::Weekend(two(week)?)),
            Some((week, day)) => Some(Rest::Weekday(two(week)?, number(day)? as u8)),
        };
    }
    if let Some(quarter) = text.strip_prefix('Q') {
        return one(quarter).map(Rest::Quarter);
    }
    if let Some(half) = text.strip_prefix('H') {
        return one(half).map(Rest::Half);
    }
    match text.split_once('-') {
        None => Some(Rest::Month(two(text)?)),
        Some((month, day)) => Some(Rest::Day(two(month)?, two(day)?)),
    }
}

fn parse_time(text: &str) -> Option<Time> {
    if let Some((part, _)) = Part::ALL.iter().find(|(_, letters)| *letters == text) {
        return Some(Time::Part(*part));
    }
    let (clock, utc) = text.strip_suffix('Z').map_or((text, false), |clock| (clock, true));
    let mut fields = clock.split(':');
    let (hour, minute) = (two(fields.next()?)??, two(fields.next()?)??);
    let second = match fields.next() {
        None => None,
        Some(second) => Some(two(second)??),
    };
    Some(Time::Clock { hour, minute, second, utc })
}

fn parse_length(text: &str) -> Option<Length> {
    let mut clock = false;
    let mut at = text;
    let mut found: Vec<(Amount, Unit)> = Vec::new();
    while !at.is_empty() {
        if let Some(rest) = at.strip_prefix('T') {
            clock = true;
            at = rest;
        }
        let digits = at.len() - at.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.')).len();
        let (amount, rest) = match at.strip_prefix('X') {
            Some(rest) => (Amount::Some, rest),
            None => {
                let (n, rest) = at.split_at_checked(digits)?;
                match n.strip_suffix(".5") {
                    Some(n) => (Amount::AndHalf(n.parse().ok()?), rest),
                    None => (Amount::Exactly(n.parse().ok()?), rest),
                }
            }
        };
        let letters =
            rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_uppercase() && c != 'T').len();
        let (name, rest) = rest.split_at_checked(letters)?;
        const UNITS: [Unit; 12] = [
            Unit::Second,
            Unit::Minute,
            Unit::Hour,
            Unit::Day,
            Unit::Weekend,
            Unit::Week,
            Unit::Month,
            Unit::Quarter,
            Unit::Year,
            Unit::Decade,
            Unit::Century,
            Unit::Period,
        ];
        let unit = UNITS.into_iter().find(|unit| unit.letters() == (name, clock))?;
        found.push((amount, unit));
        at = rest;
    }
    match found.as_slice() {
        [(amount, unit)] => Some(Length { amount: *amount, unit: *unit, and: None }),
        [(amount, unit), (Amount::Exactly(n), second)] => {
            Some(Length { amount: *amount, unit: *unit, and: Some((*n, *second)) })
        }
        _ => None,
    }
}

fn number(text: &str) -> Option<u16> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
}

fn two(text: &str) -> Option<Option<u8>> {
    match text {
        "XX" => Some(None),
        _ if text.len() == 2 => number(text).map(|n| Some(n as u8)),
        _ => None,
    }
}

fn one(text: &str) -> Option<Option<u8>> {
    match text {
        "X" => Some(None),
        _ if text.len() == 1 => number(text).map(|n| Some(n as u8)),
        _ => None,
    }
}
