//! Times as a reader reads them: "Mon 18 Sept 2023", "19–21 May 2023", "some days". Every message, hover and
//! list writes them with these functions; what machines read keeps TIMEX3 and EDTF. What articles write is
//! read by the tables in `lang`.

use jiff::civil::Date;

use super::unit::{Part, Season};
use super::value::{Amount, Length, Rest, Stamp, Time, Value, Year};
use super::{Modifier, TimexKind, Window, weekday_of};

/// January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Monday first.
pub const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// "January" for 1 … "December" for 12.
pub fn month(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("month")
}

/// "Monday" for 1 … "Sunday" for 7.
pub fn weekday(weekday: u8) -> &'static str {
    WEEKDAYS.get(usize::from(weekday).wrapping_sub(1)).copied().unwrap_or("day")
}

/// Short, as they are read in English: those of up to five letters are not cut.
const SHORT_MONTHS: [&str; 12] =
    ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// Letters of a weekday in a date.
const WEEKDAY_LETTERS: usize = 3;

/// "Mon 18 Sept 2023".
pub fn day(date: Date) -> String {
    let weekday = weekday(weekday_of(date)).get(..WEEKDAY_LETTERS).unwrap_or_default();
    format!("{weekday} {}", without_weekday(date))
}

/// "18 Sept 2023", for births, terms and the ends of stretches.
pub fn without_weekday(date: Date) -> String {
    format!("{} {}", date.day(), month_of(date))
}

/// "Mon 18 Sept 2023", "19–21 May 2023", "Sept 2023", "2023", "from Mon 18 Sept 2023".
pub fn window(window: Window) -> String {
    match (window.earliest, window.latest) {
        (Some(a), Some(b)) if a == b => day(a),
        (Some(a), None) => format!("from {}", day(a)),
        (None, Some(b)) => format!("until {}", day(b)),
        _ => stretch(window),
    }
}

/// A term or a life, for which weekdays do not matter: "14 May 2017", "since 14 May 2017".
pub fn stretch(window: Window) -> String {
    match (window.earliest, window.latest) {
        (Some(a), Some(b)) if a == b => without_weekday(a),
        (Some(a), Some(b)) => between(a, b),
        (Some(a), None) if a.day_of_year() == 1 => format!("since {}", a.year()),
        (Some(a), None) if a.day() == 1 => format!("since {}", month_of(a)),
        (Some(a), None) => format!("since {}", without_weekday(a)),
        (None, Some(b)) if b == b.last_of_year() => format!("until the end of {}", b.year()),
        (None, Some(b)) => format!("until {}", without_weekday(b)),
        (None, None) => "at an unknown time".to_owned(),
    }
}

/// A term of which only the beginning is known: "from 14 May 2017".
pub fn beginning(window: Window) -> String {
    let stretch = stretch(window);
    stretch.strip_prefix("since ").map_or(stretch.clone(), |day| format!("from {day}"))
}

/// The meaning of a TIMEX3 value that has no window: "4 days", "every year", "a Tuesday", "13 May".
pub fn value(kind: TimexKind, value: &str, modifier: Option<Modifier>) -> String {
    let words = match Value::parse(value) {
        Some(Value::Past) => "some time before".to_owned(),
        Some(Value::Present) => "the time of writing".to_owned(),
        Some(Value::Future) => "some time after".to_owned(),
        Some(Value::Length(length)) if kind == TimexKind::Set => every(length),
        Some(Value::Length(length)) => return format!("{}{}", more_or_less(modifier), of_length(length)),
        Some(Value::Stamp(stamp)) if kind == TimexKind::Set => {
            let one = of_stamp(stamp);
            format!("every {}", one.strip_prefix("a ").unwrap_or(&one))
        }
        Some(Value::Stamp(stamp)) => of_stamp(stamp),
        None => String::new(),
    };
    format!("{}{words}", if modifier == Some(Modifier::Approx) { "about " } else { "" })
}

/// The time of day in a TIMEX3 value: ", in the afternoon", ", 14:30".
pub fn time_of_day(value: &str) -> String {
    match Value::parse(value) {
        Some(Value::Stamp(Stamp { time: Some(time), .. })) => format!(", {}", of_time(time)),
        _ => String::new(),
    }
}

fn short_month(number: u8) -> &'static str {
    SHORT_MONTHS.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or("a month")
}

/// "Sept 2023".
fn month_of(date: Date) -> String {
    format!("{} {}", short_month(date.month() as u8), date.year())
}

fn between(a: Date, b: Date) -> String {
    let whole_years = a.day_of_year() == 1 && b == b.last_of_year();
    let whole_months = a.day() == 1 && b == b.last_of_month();
    let (same_year, same_month) = (a.year() == b.year(), (a.year(), a.month()) == (b.year(), b.month()));
    let first = short_month(a.month() as u8);
    match (whole_years, whole_months) {
        (true, _) if same_year => a.year().to_string(),
        (true, _) => format!("{}–{}", a.year(), b.year()),
        (_, true) if same_month => month_of(a),
        (_, true) if same_year => format!("{first}–{}", month_of(b)),
        (_, true) => format!("{} – {}", month_of(a), month_of(b)),
        _ if same_month => format!("{}–{}", a.day(), without_weekday(b)),
        _ if same_year => format!("{} {first} – {}", a.day(), without_weekday(b)),
        _ => format!("{} – {}", without_weekday(a), without_weekday(b)),
    }
}

fn more_or_less(modifier: Option<Modifier>) -> &'static str {
    match modifier {
        Some(Modifier::Approx) => "about ",
        Some(Modifier::LessThan) => "less than ",
        Some(Modifier::MoreThan) => "more than ",
        Some(Modifier::EqualOrLess) => "at most ",
        Some(Modifier::EqualOrMore) => "at least ",
        _ => "",
    }
}

fn of_length(length: Length) -> String {
    let unit = length.unit.name();
    let first = match length.amount {
        Amount::Exactly(n) => counted(n, unit),
        Amount::AndHalf(0) => format!("half a {unit}"),
        Amount::AndHalf(n) => format!("{n}½ {}", plural(unit)),
        Amount::Some => format!("some {}", plural(unit)),
    };
    match length.and {
        Some((n, unit)) => format!("{first} {}", counted(n, unit.name())),
        None => first,
    }
}

fn every(length: Length) -> String {
    match length.amount {
        Amount::Exactly(1) if length.and.is_none() => format!("every {}", length.unit.name()),
        _ => format!("every {}", of_length(length)),
    }
}

fn counted(n: u32, unit: &str) -> String {
    if n == 1 { format!("1 {unit}") } else { format!("{n} {}", plural(unit)) }
}

fn plural(unit: &str) -> String {
    match unit.strip_suffix('y') {
        Some(stem) if !unit.ends_with("ay") => format!("{stem}ies"),
        _ => format!("{unit}s"),
    }
}

fn of_stamp(stamp: Stamp) -> String {
    let year = match stamp.year {
        Year::Unknown => String::new(),
        Year::Year(year) => format!(" {year}"),
        Year::Decade(decade) => format!(" {decade}0s"),
        Year::Century(century) => format!(" {century}00s"),
        Year::Before(year) => format!(" {year} BC"),
    };
    let piece = match stamp.rest {
        Rest::Nothing if year.is_empty() => "a year".to_owned(),
        Rest::Nothing => String::new(),
        Rest::Month(m) => m.map_or("a month", short_month).to_owned(),
        Rest::Day(Some(m), Some(d)) => format!("{d} {}", short_month(m)),
        Rest::Day(None, Some(d)) => format!("the {d}{} of a month", ending(d)),
        Rest::Day(Some(m), None) => format!("a day in {}", short_month(m)),
        Rest::Day(None, None) => "a day".to_owned(),
        Rest::Week(Some(week)) => format!("week {week}"),
        Rest::Week(None) => "a week".to_owned(),
        Rest::Weekday(_, day) => format!("a {}", weekday(day)),
        Rest::Weekend(_) => "a weekend".to_owned(),
        Rest::Quarter(Some(quarter)) => format!("quarter {quarter}"),
        Rest::Quarter(None) => "a quarter".to_owned(),
        Rest::Half(Some(half)) => format!("half {half}"),
        Rest::Half(None) => "half a year".to_owned(),
        Rest::Season(season) => of_season(season).to_owned(),
    };
    let time = stamp.time.map_or_else(String::new, |time| format!(", {}", of_time(time)));
    format!("{piece}{year}{time}").trim_start().to_owned()
}

fn ending(n: u8) -> &'static str {
    match (n % 10, n / 10) {
        (_, 1) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

fn of_season(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Fall => "autumn",
        Season::Winter => "winter",
    }
}

fn of_time(time: Time) -> String {
    match time {
        Time::Part(Part::Morning) => "in the morning".to_owned(),
        Time::Part(Part::Afternoon) => "in the afternoon".to_owned(),
        Time::Part(Part::Evening) => "in the evening".to_owned(),
        Time::Part(Part::Night) => "at night".to_owned(),
        Time::Part(Part::Midday) => "at midday".to_owned(),
        Time::Part(Part::Daytime) => "by day".to_owned(),
        Time::Clock { hour, minute, utc, .. } => {
            format!("{hour:02}:{minute:02}{}", if utc { " UTC" } else { "" })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_read_as_people_write_them() {
        for (edtf, wanted) in [
            ("2025-06-12", "Thu 12 June 2025"),
            ("2025-07", "July 2025"),
            ("2025", "2025"),
            ("2017/2020", "2017–2020"),
            ("2025-07/2025-09", "July–Sept 2025"),
            ("2024-12/2025-01", "Dec 2024 – Jan 2025"),
            ("2023-05-19/2023-05-21", "19–21 May 2023"),
            ("2025-05-31/2025-06-03", "31 May – 3 June 2025"),
            ("2024-12-30/2025-01-02", "30 Dec 2024 – 2 Jan 2025"),
            ("2023-07-25/..", "from Tue 25 July 2023"),
            ("../2020-03-04", "until Wed 4 March 2020"),
        ] {
            assert_eq!(window(crate::time::edtf::parse(edtf).unwrap().window), wanted, "{edtf}");
        }
        for (edtf, wanted) in [
            ("2025-06-12", "12 June 2025"),
            ("2023-07-25/..", "since 25 July 2023"),
            ("2023-07/..", "since July 2023"),
            ("2017/..", "since 2017"),
            ("../2020", "until the end of 2020"),
            ("../2020-03-04", "until 4 March 2020"),
        ] {
            assert_eq!(stretch(crate::time::edtf::parse(edtf).unwrap().window), wanted, "{edtf}");
        }
    }

    #[test]
    fn what_has_no_days_is_told_in_words() {
        use TimexKind::{Date, Duration, Set, Time};
        for (kind, timex, wanted) in [
            (Duration, "P4D", "4 days"),
            (Duration, "P1Y", "1 year"),
            (Duration, "P2CE", "2 centuries"),
            (Duration, "PXW", "some weeks"),
            (Duration, "P2.5Y", "2½ years"),
            (Duration, "P0.5Y", "half a year"),
            (Duration, "PT5H30M", "5 hours 30 minutes"),
            (Set, "P1Y", "every year"),
            (Set, "P2Y", "every 2 years"),
            (Set, "XXXX-WXX-2", "every Tuesday"),
            (Date, "XXXX-05-13", "13 May"),
            (Date, "XXXX-WXX-2", "a Tuesday"),
            (Date, "XXXX-XX-22", "the 22nd of a month"),
            (Date, "XXXX-XX", "a month"),
            (Date, "XXXX", "a year"),
            (Date, "BC0490", "490 BC"),
            (Date, "PRESENT_REF", "the time of writing"),
            (Time, "XXXX-XX-XXT14:30", "a day, 14:30"),
        ] {
            assert_eq!(value(kind, timex, None), wanted, "{timex}");
        }
        assert_eq!(value(Duration, "P4Y", Some(Modifier::MoreThan)), "more than 4 years");
        assert_eq!(time_of_day("2023-05-20TAF"), ", in the afternoon");
        assert_eq!(time_of_day("2023-05-20"), "");
    }
}
