//! The subset of EDTF that profile files use: `2025`, `2025-07`, `2025-06-12`, `2023-07?`, `1972-12~`, `2019-08-XX`,
//! `a/b`, `a/..`, `../b`.

use jiff::civil::Date;

use super::Window;

/// A date as EDTF writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edtf {
    pub window: Window,
    /// Of a range, the days that lie in it however coarse its ends are: "2013-03/2022" holds all from 2013-03-31 to
    /// 2022-01-01 at least. An open end is open here too.
    pub core: Window,
    /// `?`: the source is not sure.
    pub uncertain: bool,
    /// `~`: about.
    pub approximate: bool,
}

/// Parses EDTF; the error says what is wrong in words for the person who typed it.
pub fn parse(text: &str) -> Result<Edtf, String> {
    let text = text.trim();
    if let Some((a, b)) = text.split_once('/') {
        let open = |side: &str| matches!(side.trim(), ".." | "");
        if open(a) && open(b) {
            return Err("a range needs at least one end".into());
        }
        let (a, b) =
            ((!open(a)).then(|| one(a.trim())).transpose()?, (!open(b)).then(|| one(b.trim())).transpose()?);
        let window =
            Window { earliest: a.and_then(|a| a.window.earliest), latest: b.and_then(|b| b.window.latest) };
        let core =
            Window { earliest: a.and_then(|a| a.window.latest), latest: b.and_then(|b| b.window.earliest) };
        if let (Some(from), Some(to)) = (window.earliest, window.latest)
            && to < from
        {
            return Err(format!("the range ends ({to}) before it starts ({from})"));
        }
        let any = |f: fn(Edtf) -> bool| a.is_some_and(f) || b.is_some_and(f);
        return Ok(Edtf {
            window,
            core,
            uncertain: any(|e| e.uncertain),
            approximate: any(|e| e.approximate),
        });
    }
    one(text)
}

fn one(text: &str) -> Result<Edtf, String> {
    let plain = text.trim_end_matches(['?', '~', '%']);
    let marks = text.get(plain.len()..).unwrap_or_default();
    let uncertain = marks.contains(['?', '%']);
    let approximate = marks.contains(['~', '%']);
    let wrong =
        || format!("`{text}` is not a date; write 2025, 2025-07, 2025-06-12 or a range such as 2023-07/..");
    let mut fields = plain.split('-');
    let year = fields.next().unwrap_or_default();
    let year: i16 = if year.len() == 4 { year.parse().map_err(|_| wrong())? } else { return Err(wrong()) };
    let mut field = |most: i8| -> Result<Option<i8>, String> {
        match fields.next() {
            None | Some("XX") => Ok(None),
            Some(text) if text.len() == 2 => {
                text.parse().ok().filter(|n| (1..=most).contains(n)).map(Some).ok_or_else(wrong)
            }
            Some(_) => Err(wrong()),
        }
    };
    let (month, day) = (field(12)?, field(31)?);
    if fields.next().is_some() {
        return Err(wrong());
    }
    let window = match (month, day) {
        (None, _) => Window::year(year),
        (Some(month), None) => Window::month(year, month),
        (Some(month), Some(day)) => {
            Some(Window::day(Date::new(year, month, day).map_err(|_| format!("{text} does not exist"))?))
        }
    };
    let window = window.ok_or_else(wrong)?;
    Ok(Edtf { window, core: window, uncertain, approximate })
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
