//! The subset of EDTF that profile files use: `2025`, `2025-07`, `2025-06-12`, `2023-07?`, `1972-12~`,
//! `2019-08-XX`, `a/b`, `a/..`, `../b`.

use jiff::civil::Date;

use super::Window;

/// A date as EDTF writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edtf {
    pub window: Window,
    /// For a range, the days certain to lie in it however coarse its ends are: "2013-03/2022" covers at least
    /// 2013-03-31 to 2022-01-01. An open end is open here too.
    pub core: Window,
    /// `?`: the source is not sure.
    pub uncertain: bool,
    /// `~`: about.
    pub approximate: bool,
}

/// Parses EDTF. The error says what is wrong, worded for the author.
pub fn parse(text: &str) -> Result<Edtf, String> {
    let text = text.trim();
    if let Some((a, b)) = text.split_once('/') {
        if is_open(a) && is_open(b) {
            return Err("a range needs at least one end".into());
        }
        let a = if is_open(a) { None } else { Some(one(a.trim())?) };
        let b = if is_open(b) { None } else { Some(one(b.trim())?) };
        let window =
            Window { earliest: a.and_then(|a| a.window.earliest), latest: b.and_then(|b| b.window.latest) };
        let core =
            Window { earliest: a.and_then(|a| a.window.latest), latest: b.and_then(|b| b.window.earliest) };
        if let (Some(from), Some(to)) = (window.earliest, window.latest)
            && to < from
        {
            return Err(format!("the range ends ({to}) before it starts ({from})"));
        }
        let ends = a.into_iter().chain(b);
        return Ok(Edtf {
            window,
            core,
            uncertain: ends.clone().any(|end| end.uncertain),
            approximate: ends.clone().any(|end| end.approximate),
        });
    }
    one(text)
}

/// Whether a side of a range is left open.
fn is_open(side: &str) -> bool {
    matches!(side.trim(), ".." | "")
}

/// A date without a slash.
fn one(text: &str) -> Result<Edtf, String> {
    let plain = text.trim_end_matches(['?', '~', '%']);
    let marks = text.get(plain.len()..).unwrap_or_default();
    let uncertain = marks.contains(['?', '%']);
    let approximate = marks.contains(['~', '%']);
    let mut fields = plain.split('-');
    let year = fields.next().filter(|year| year.len() == 4).and_then(|year| year.parse().ok());
    let year: i16 = year.ok_or_else(|| no_date(text))?;
    let month = field(fields.next(), 12).ok_or_else(|| no_date(text))?;
    let day = field(fields.next(), 31).ok_or_else(|| no_date(text))?;
    if fields.next().is_some() {
        return Err(no_date(text));
    }
    let window = match (month, day) {
        (None, _) => Window::year(year),
        (Some(month), None) => Window::month(year, month),
        (Some(month), Some(day)) => {
            Some(Window::day(Date::new(year, month, day).map_err(|_| format!("{text} does not exist"))?))
        }
    };
    let window = window.ok_or_else(|| no_date(text))?;
    Ok(Edtf { window, core: window, uncertain, approximate })
}

/// A month or a day of two figures, 1 to `most`; `Some(None)` where it is missing or "XX".
fn field(text: Option<&str>, most: i8) -> Option<Option<i8>> {
    match text {
        None | Some("XX") => Some(None),
        Some(text) if text.len() == 2 => text.parse().ok().filter(|n| (1..=most).contains(n)).map(Some),
        Some(_) => None,
    }
}

fn no_date(text: &str) -> String {
    format!("`{text}` is not a date; write 2025, 2025-07, 2025-06-12 or a range such as 2023-07/..")
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn what_profiles_write() {
        for (text, window) in [
            ("2025", "2025-01-01/2025-12-31"),
            ("2025-02", "2025-02-01/2025-02-28"),
            ("2023-07/..", "2023-07-01/.."),
            ("1972-12~", "1972-12-01/1972-12-31"),
            ("2019-08-XX", "2019-08-01/2019-08-31"),
            ("2025-05-31/2025-06-01", "2025-05-31/2025-06-01"),
        ] {
            assert_eq!(parse(text).unwrap().window.to_string(), window);
        }
    }

    #[test]
    fn what_they_should_not() {
        for text in ["", "25", "2025-13", "2025-02-30", "2025-07/2025-06", "../..", "July 2025", "2025-7"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
