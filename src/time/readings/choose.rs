//! Choosing between the calendar readings that a form allows: this year's May or last year's, this Friday or
//! last.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Reading;
use super::cal::{Cal, in_year};
use super::focus::Focus;
use crate::time::expr::{Calendar, From, Pick, Piece};
use crate::time::festivals::Feast;
use crate::time::unit::Unit;
use crate::time::value::{Rest, Stamp, Year};
use crate::time::window::days_between;
use crate::time::{Anchor, Tense, Timex, weekday_of};

/// Part of an unknown year: "XXXX-05-13".
pub(super) fn undated(piece: Piece) -> Stamp {
    stamp(piece, Year::Unknown)
}

/// A day that does not exist, as written.
pub(super) fn as_said(piece: Piece, year: i16) -> Stamp {
    stamp(piece, if year < 0 { Year::Before(year.unsigned_abs()) } else { Year::Year(year.unsigned_abs()) })
}

fn stamp(piece: Piece, year: Year) -> Stamp {
    let rest = match piece {
        Piece::Whole => Rest::Nothing,
        Piece::Month(month) => Rest::Month(Some(month)),
        Piece::Day(month, day) => Rest::Day(Some(month), Some(day)),
        Piece::Week(week) => Rest::Week(Some(week)),
        Piece::WeekDay(week, day) => Rest::Weekday(Some(week), day),
        Piece::WeekOf(..) => Rest::Week(None),
        Piece::Quarter(quarter) => Rest::Quarter(Some(quarter).filter(|q| *q > 0)),
        Piece::Half(half) => Rest::Half(Some(half)),
        Piece::Season(season) => Rest::Season(season),
        Piece::Feast(Feast::Fixed(month, day)) => Rest::Day(Some(month as u8), Some(day as u8)),
        Piece::Feast(_) => Rest::Day(None, None),
        Piece::LastDay => Rest::Day(Some(12), Some(31)),
    };
    Stamp::new(year, rest)
}

/// Days between two dates, in either order.
pub(super) fn distance(a: Date, b: Date) -> u32 {
    days_between(a, b).unsigned_abs()
}

impl Focus {
    /// Resolves part of a year whose year is not stated.
    pub(super) fn open(&self, calendar: &Calendar, timex: &Timex) -> Reading {
        let piece = calendar.piece;
        let plain = matches!(calendar.pick, Pick::Plain | Pick::Within);
        let dated = matches!(piece, Piece::Month(_) | Piece::Day(..));
        if let Some((said, at, _)) = self.stated(timex).filter(|_| plain && dated)
            && let Some(cal) = in_year(piece, said.year())
        {
            let next = in_year(piece, said.year().saturating_add(1)).map(|cal| (cal, 3));
            return Reading { others: next.into_iter().collect(), ..Reading::of(cal, Anchor::Mention(at)) };
        }
        let base = match calendar.pick {
            Pick::Before | Pick::After => self.base(From::Focus, Unit::Year, timex),
            Pick::Plain | Pick::Within => self.near(),
            _ => {
                self.base(From::Article, Unit::Year, timex).or_else(|| self.near().filter(|_| self.narrative))
            }
        };
        let Some((base, anchor)) = base else { return Reading::unknown(undated(piece)) };
        let years = [base.year() - 1, base.year(), base.year().saturating_add(1)];
        let all: Vec<Cal> = years.iter().filter_map(|&year| in_year(piece, year)).collect();
        let told = self.narrative && plain;
        let best = if told { follow(&all, base) } else { pick(&all, base, calendar, timex.tense) };
        let Some(best) = best else {
            // 29 February in a common year, or a feast outside its table.
            return Reading { anchor, ..Reading::unknown(as_said(piece, base.year())) };
        };
        let mut reading = Reading::of(best, anchor);
        let cost = match piece {
            Piece::Day(..) | Piece::Feast(_) => 6,
            _ => 3,
        };
        reading.others = all.iter().filter(|cal| **cal != best).map(|cal| (*cal, cost)).collect();
        reading
            .others
            .sort_by_key(|(cal, _)| start(*cal).zip(start(base)).map_or(0, |(a, b)| distance(a, b)));
        reading
    }

    /// "the 5th": of the month last mentioned, or the one that fits the article's date.
    pub(super) fn date_of_month(&self, day: u8, timex: &Timex) -> Reading {
        let weekday = timex.parts.weekday.map(|said| said.value);
        if let Some(reading) = weekday.and_then(|weekday| self.on_weekday(day, weekday, timex.tense)) {
            return reading;
        }
        let month = self.last(Unit::Month);
        let month = month.filter(|(.., sentence)| self.narrative || sentence.next() >= timex.sentence);
        let base = month.map(|(cal, at, _)| (cal, Anchor::Mention(at), false));
        let base = base.or_else(|| self.article().map(|(cal, anchor)| (cal, anchor, true)));
        day_of_month(base, day, timex.tense)
    }

    /// "Friday the 11th", "Fri 14th": this month, the one before or the one after, where they fit.
    fn on_weekday(&self, day: u8, weekday: u8, tense: Option<Tense>) -> Option<Reading> {
        let (cal, anchor) = self.near().or_else(|| self.article())?;
        let from = start(cal)?;
        let fits = |date: &Date| weekday_of(*date) == weekday;
        let months = [-1, 0, 1].into_iter().filter_map(|by| start(day_in_month(cal, by, day)?));
        let days: Vec<Date> = months.filter(fits).collect();
        let said = match tense {
            Some(Tense::Past) => days.iter().rev().find(|day| **day <= from),
            Some(Tense::Future) => days.iter().find(|day| **day >= from),
            _ => None,
        };
        let said = said.or_else(|| days.iter().min_by_key(|day| distance(**day, from)));
        said.map(|day| Reading::of(Cal::Day(*day), anchor))
    }

    /// A weekday in the week that the words, the tense and the article's date pick.
    pub(super) fn weekday(&self, day: u8, pick: Pick, week: Option<i32>, tense: Option<Tense>) -> Reading {
        let base = match pick {
            Pick::Before | Pick::After => self.last(Unit::Day).map(|(cal, at, _)| (cal, Anchor::Mention(at))),
            Pick::Plain if self.narrative && week.is_none() => {
                self.last(Unit::Day).map(|(cal, at, _)| (cal, Anchor::Mention(at)))
            }
            _ => None,
        };
        let base = base.or_else(|| self.article());
        let Some((Cal::Day(from), anchor)) = base else {
            return Reading::unknown(Stamp::new(Year::Unknown, Rest::Weekday(None, day)));
        };
        let back = (i32::from(weekday_of(from)) - i32::from(day)).rem_euclid(7);
        let (latest, next) = (-back, if back == 0 { 7 } else { 7 - back });
        let soonest = if back == 0 { 0 } else { next };
        let told = anchor != self.from;
        let offset = match (pick, week) {
            (Pick::Next, Some(weeks)) => soonest.saturating_add(weeks.saturating_mul(7)),
            (Pick::Last, Some(weeks)) => {
                weeks.saturating_mul(7).saturating_add(if back == 0 { -7 } else { latest })
            }
            (_, Some(weeks)) => weeks.saturating_mul(7) + i32::from(day) - i32::from(weekday_of(from)),
            (Pick::Last | Pick::Before, _) => {
                if back == 0 {
                    -7
                } else {
                    latest
                }
            }
            (Pick::Next | Pick::After, _) => next,
            (Pick::This, _) => {
                if tense == Some(Tense::Past) {
                    latest
                } else {
                    soonest
                }
            }
            (Pick::Plain | Pick::Within, _) if told => soonest,
            (Pick::Plain | Pick::Within, _) => {
                if tense == Some(Tense::Future) {
                    soonest
                } else {
                    latest
                }
            }
        };
        let on = |offset: i32| from.checked_add(offset.days()).ok().map(Cal::Day);
        let Some(best) = on(offset) else {
            return Reading::unknown(Stamp::new(Year::Unknown, Rest::Weekday(None, day)));
        };
        let mut reading = Reading::of(best, anchor);
        if week.is_none() {
            let others = if offset <= 0 { [offset + 7, offset - 7] } else { [offset - 7, offset + 7] };
            reading.others =
                others.into_iter().zip([4, 8]).filter_map(|(o, cost)| Some((on(o)?, cost))).collect();
        }
        reading
    }

    /// "that weekend": of the week that was just mentioned.
    fn that_weekend(&self, timex: &Timex) -> Reading {
        let said = self.last(Unit::Week);
        let said = said.filter(|(.., sentence)| self.narrative || sentence.next() >= timex.sentence);
        match said.and_then(|(cal, at, _)| Some((cal.within(Unit::Weekend)?, at))) {
            Some((cal, at)) => Reading::of(cal, Anchor::Mention(at)),
            None => Reading::unknown(Cal::unknown(Unit::Weekend)),
        }
    }

    /// Weekends belong to the ISO week that they end. "the weekend" counts from the article, "this weekend"
    /// from either.
    pub(super) fn weekend(&self, by: i32, from: From, timex: &Timex) -> Reading {
        let this = from == From::This;
        if from == From::Focus {
            return self.that_weekend(timex);
        }
        let base = if self.narrative { self.base(From::Either, Unit::Day, timex) } else { None };
        let base = base.or_else(|| self.article());
        let Some((Cal::Day(from), anchor)) = base else {
            return Reading::unknown(Cal::unknown(Unit::Weekend));
        };
        let on_it = weekday_of(from) >= 6;
        let by = match by {
            0 if on_it || timex.tense == Some(Tense::Future) => 0,
            // "The leaders meet this weekend"; "the weekend" is the one that was.
            0 if this && timex.tense != Some(Tense::Past) => 0,
            0 => -1,
            1 if !on_it => 0,
            by => by,
        };
        match Cal::Day(from).within(Unit::Weekend).and_then(|cal| cal.shifted(Unit::Weekend, by)) {
            Some(cal) => {
                let mut reading = Reading::of(cal, anchor);
                reading.others =
                    [1, -1].into_iter().filter_map(|by| Some((cal.shifted(Unit::Weekend, by)?, 3))).collect();
                reading
            }
            None => Reading::unknown(Cal::unknown(Unit::Weekend)),
        }
    }
}

/// The first day from `begin` on that falls on the weekday of `day`.
pub(super) fn same_weekday_from(begin: Date, day: Date) -> Option<Date> {
    let ahead = (i32::from(weekday_of(day)) - i32::from(weekday_of(begin))).rem_euclid(7);
    begin.checked_add(ahead.days()).ok()
}

/// The first day of a piece of the calendar.
pub(super) fn start(cal: Cal) -> Option<Date> {
    cal.window()?.earliest
}

fn end(cal: Cal) -> Option<Date> {
    cal.window()?.latest
}

/// In narrative, time moves forward: the same year, unless that would jump far back.
fn follow(all: &[Cal], base: Cal) -> Option<Cal> {
    let from = start(base)?;
    let (slack, grain) = match base.unit() {
        Unit::Year | Unit::Quarter => (366, true),
        _ => (300, false),
    };
    let same = all.iter().copied().find(|cal| cal.year() == base.year());
    let back = same.and_then(start).map_or(0, |s| days_between(s, from));
    if grain || back <= slack {
        return same.or_else(|| all.first().copied());
    }
    all.iter().copied().find(|cal| cal.year() > base.year()).or(same)
}

/// In news: by the words that pick, the tense, or nearness to the article's date.
fn pick(all: &[Cal], base: Cal, calendar: &Calendar, tense: Option<Tense>) -> Option<Cal> {
    let day = start(base)?;
    let latest = all.iter().copied().rev().find(|cal| start(*cal).is_some_and(|s| s <= day));
    let soonest = all.iter().copied().find(|cal| end(*cal).is_some_and(|e| e >= day));
    let nearest = all.iter().copied().min_by_key(|cal| days_off(*cal, day));
    match (calendar.pick, calendar.piece) {
        (Pick::Last | Pick::Before, _) => {
            all.iter().copied().rev().find(|cal| end(*cal).is_some_and(|e| e < day))
        }
        (Pick::Next | Pick::After, _) => all.iter().copied().find(|cal| start(*cal).is_some_and(|s| s > day)),
        (Pick::This, _) => all.iter().copied().find(|cal| cal.year() == base.year()),
        (_, Piece::Day(..)) => sided(nearest?, day, tense, latest, soonest),
        (_, Piece::Feast(_) | Piece::LastDay) => nearest,
        (Pick::Within, Piece::Quarter(_)) if tense == Some(Tense::Future) => soonest,
        (_, Piece::Quarter(_)) if tense != Some(Tense::Future) => latest,
        (_, Piece::Quarter(_)) => nearest,
        _ => match tense {
            Some(Tense::Past) => latest,
            Some(Tense::Future) => soonest,
            _ => nearest,
        },
    }
}

/// Days from a day to the nearest day of a piece of the calendar; 0 within it.
fn days_off(cal: Cal, day: Date) -> u32 {
    match (start(cal), end(cal)) {
        (Some(s), Some(e)) if s <= day && day <= e => 0,
        (Some(s), Some(e)) => distance(s, day).min(distance(e, day)),
        _ => u32::MAX,
    }
}

/// Days beyond which the tense of the verb outweighs nearness.
const FAR_DAYS: i32 = 60;

/// The nearest day, unless it lies far on the side that the governing verb rules out.
fn sided(
    nearest: Cal,
    day: Date,
    tense: Option<Tense>,
    latest: Option<Cal>,
    soonest: Option<Cal>,
) -> Option<Cal> {
    let ahead = start(nearest).map_or(0, |s| days_between(day, s));
    match tense {
        Some(Tense::Past) if ahead > FAR_DAYS => latest,
        Some(Tense::Future) if ahead < -FAR_DAYS => soonest,
        _ => Some(nearest),
    }
}

/// The day with this number, `by` months after the month of `cal`.
fn day_in_month(cal: Cal, by: i32, day: u8) -> Option<Cal> {
    let Cal::Month(year, month) = cal.shifted(Unit::Month, by)? else { return None };
    Date::new(year, month, day as i8).ok().map(Cal::Day)
}

/// The intended day of the month, counted from a mention or from the article's date.
pub(super) fn day_of_month(base: Option<(Cal, Anchor, bool)>, day: u8, tense: Option<Tense>) -> Reading {
    let unknown = Reading::unknown(Stamp::new(Year::Unknown, Rest::Day(None, Some(day))));
    let Some((cal, anchor, article)) = base else { return unknown };
    let here = day_in_month(cal, 0, day);
    let from = start(cal);
    let best = match (article, tense) {
        (true, Some(Tense::Future)) => {
            here.filter(|c| start(*c) >= from).or_else(|| day_in_month(cal, 1, day))
        }
        (true, _) => here.filter(|c| start(*c) <= from).or_else(|| day_in_month(cal, -1, day)).or(here),
        _ => here,
    };
    let Some(best) = best else { return unknown };
    let mut reading = Reading::of(best, anchor);
    reading.others = [-1, 0, 1]
        .into_iter()
        .filter_map(|by| day_in_month(cal, by, day))
        .filter(|c| *c != best)
        .map(|c| (c, 4))
        .collect();
    reading
}
