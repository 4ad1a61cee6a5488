//! Two dates joined into one range with two ends, each completed by what it shares with the other.

use super::Reader;
use crate::lang::time::TimeClass;
use crate::text::{Index, Span};
use crate::time::expr::{Calendar, Pick, Piece, When, YearOf};
use crate::time::lexicon::{Word, lookup};
use crate::time::{RangeEnd, Timex};

/// How many tokens "before" and its participle may stand before the weekday they introduce.
const MAX_AFTERWARDS_TOKENS: usize = 8;

impl Reader<'_, '_> {
    /// Whether "before" and a participle stand between two mentions, with little else: "before flying home".
    fn returns_between(&self, a: Span, b: Span) -> bool {
        let from = self.layout.tokens.partition_point(|token| token.span.start < a.end);
        let to = self.layout.tokens.partition_point(|token| token.span.start < b.start);
        (from.max(to.saturating_sub(MAX_AFTERWARDS_TOKENS))..to)
            .any(|at| self.word(at) == Word::Before && self.text(at + 1).ends_with("ing"))
    }
}

/// Joins adjacent mentions of one sentence, `out[first..]`.
pub(super) fn link(reader: &Reader<'_, '_>, out: &mut [Timex], first: usize) {
    let classes = reader.classes();
    // From the last pair to the first, so that a year given at the end reaches every date before it.
    for index in (first..out.len().saturating_sub(1)).rev() {
        let Some([a, b]) = out.get_mut(index..index + 2) else { return };
        follow(a, b, reader.returns_between(a.span, b.span));
        let between = reader.layout.text.get(a.span.end as usize..b.span.start as usize).unwrap_or_default();
        if between.len() > 24 {
            continue;
        }
        let joint = between.trim().trim_start_matches("the ").trim_end_matches(" the").trim();
        let dash = matches!(joint, "-" | "–" | "—" | "‑");
        let word = classes.has_folded(joint, TimeClass::RangeJoint);
        let and = lookup(&reader.layout.language.time, joint) == Word::And;
        let before = reader.layout.text.get(..a.span.start as usize).unwrap_or_default().trim_end();
        let between =
            and && classes.list(TimeClass::RangeOpener).iter().any(|word| ends_with_word(before, word));
        if lookup(&reader.layout.language.time, joint) == Word::In {
            share_later_year(a, b);
        }
        if !comparable(a, b) {
            continue;
        }
        if dash || word || and || classes.has(joint, TimeClass::ListJoint) {
            share_year(a, b);
        }
        if dash || word || between {
            share_week(a, b);
            a.range = Some((RangeEnd::Begin, Index::new(index + 1)));
            b.range = Some((RangeEnd::End, Index::new(index)));
        }
    }
}

/// "On March 20 in 2003": the year behind a day or a month, in its own words.
fn share_later_year(a: &mut Timex, b: &Timex) {
    let (When::Calendar(first), When::Calendar(year)) = (&mut a.expr.when, &b.expr.when) else { return };
    let (Calendar { year: YearOf::Open, piece: Piece::Month(_) | Piece::Day(..), .. }, Piece::Whole) =
        (&first, year.piece)
    else {
        return;
    };
    first.year = year.year;
    a.parts.year = b.parts.year;
}

/// "on Tuesday before returning on Wednesday": a weekday that is said to follow another.
fn follow(a: &Timex, b: &mut Timex, between: bool) {
    let day = matches!(a.expr.when, When::Weekday { .. }) || a.parts.day.is_some();
    if let When::Weekday { pick: pick @ Pick::Plain, week: None, .. } = &mut b.expr.when
        && between
        && day
    {
        *pick = Pick::After;
    }
}

fn ends_with_word(text: &str, word: &str) -> bool {
    let start = text.len().saturating_sub(word.len());
    text.get(start..).is_some_and(|tail| tail.eq_ignore_ascii_case(word))
}

/// Whether both have the same grain: both days, both months, and so on.
fn comparable(a: &Timex, b: &Timex) -> bool {
    a.kind.is_point()
        && b.kind.is_point()
        && match (&a.expr.when, &b.expr.when) {
            (When::Calendar(a), When::Calendar(b)) => {
                std::mem::discriminant(&a.piece) == std::mem::discriminant(&b.piece)
            }
            (When::Weekday { .. }, When::Weekday { .. }) | (When::Date(_), When::Date(_)) => true,
            (When::Within { .. }, When::Within { .. }) => true,
            _ => false,
        }
}

/// "Monday to Wednesday next week": a week given once belongs to both.
fn share_week(a: &mut Timex, b: &Timex) {
    if let (
        When::Weekday { week, pick: Pick::Plain, .. },
        When::Weekday { week: Some(said), pick: Pick::Plain, .. },
    ) = (&mut a.expr.when, &b.expr.when)
    {
        week.get_or_insert(*said);
    }
}

/// "Dec. 30 to Jan. 3, 2024", "May and June 1998": a year given once belongs to both.
fn share_year(a: &mut Timex, b: &mut Timex) {
    let (When::Calendar(first), When::Calendar(second)) = (&mut a.expr.when, &mut b.expr.when) else {
        return;
    };
    // "from this May to Oct 2020": only the second has a year to state.
    if order(first).is_none() || order(second).is_none() || first.pick != Pick::Plain {
        return;
    }
    match (first.year, second.year) {
        (YearOf::Open, YearOf::Stated(year)) => {
            let turned = turns(first, second);
            first.year = YearOf::Stated(if turned { year - 1 } else { year });
            // Checks compare what is stated: an inherited year counts as stated where it is written, unless
            // New Year lies between.
            a.parts.year = if turned { None } else { b.parts.year };
        }
        (YearOf::Stated(year), YearOf::Open) => {
            let turned = turns(first, second);
            second.year = YearOf::Stated(if turned { year + 1 } else { year });
            b.parts.year = if turned { None } else { a.parts.year };
        }
        _ => {}
    }
}

/// Whether New Year lies between: "Dec. 30 to Jan. 3", but not "September 3 to August 31", which is
/// backwards.
fn turns(first: &Calendar, second: &Calendar) -> bool {
    order(first) > order(second) && month(second) + 12 - month(first) <= 6
}

/// The approximate month; 6 if it is not a month, day or quarter.
fn month(calendar: &Calendar) -> i16 {
    match calendar.piece {
        Piece::Month(month) | Piece::Day(month, _) => i16::from(month),
        Piece::Quarter(quarter) => i16::from(quarter) * 3,
        _ => 6,
    }
}

/// The order of calendar parts of one kind within a year.
fn order(calendar: &Calendar) -> Option<u16> {
    match calendar.piece {
        Piece::Month(month) => Some(u16::from(month) * 40),
        Piece::Day(month, day) => Some(u16::from(month) * 40 + u16::from(day)),
        Piece::Quarter(n) | Piece::Half(n) => Some(u16::from(n)),
        _ => None,
    }
}
