//! Datelines: place, day and agency in front of a wire story, in the order and with the marks of each agency.

use super::shapes::is_date_alone;
use crate::lang::WordClasses;
use crate::lang::text::TextClass;

/// Bytes in which a dateline ends.
const MAX_BYTES: usize = 120;

/// Words in the longest name of a place, with its country: "WASHINGTON, D.C.", "New Delhi [India]".
const MAX_PLACE_WORDS: usize = 5;

/// Words in the longest date: "Saturday Morning, April 15, 1865".
const MAX_DATE_WORDS: usize = 5;

/// Bytes in the longest name of an agency, with its brackets.
const MAX_AGENCY_BYTES: usize = 40;

const DASHES: [&str; 4] = ["--", "—", "–", "-"];

/// The length of the dateline at the start of a paragraph.
pub fn dateline(words: &WordClasses<TextClass>, content: &str) -> Option<usize> {
    let end = (0..=MAX_BYTES.min(content.len())).rev().find(|end| content.is_char_boundary(*end))?;
    let head = Head { words, text: content.get(..end)? };
    let dated = head.place_first().or_else(|| head.date_first()).or_else(|| head.between_dashes());
    dated.filter(|end| begins_text(content.get(*end..).unwrap_or_default())).or_else(|| of_place(content))
}

/// Whether a story begins here.
fn begins_text(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty()
        || rest.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '"' | '“' | '‘'))
}

/// The start of a paragraph, read from left to right: each part takes the place where it begins and gives the
/// place where it ends.
struct Head<'t> {
    words: &'t WordClasses<TextClass>,
    text: &'t str,
}

impl Head<'_> {
    /// "OSLO, May 6 (Wire) --", "OSLO, May 6. /WIRE/.", "Oslo. May 6, 2024 (Wire):", "LONDON, Sept. 30,
    /// 1938.--".
    fn place_first(&self) -> Option<usize> {
        let place = self.place(0)?;
        let day = self.date(self.mark(place, &[", ", ". "])?)?;
        let stop = self.mark(day, &[",", "."]).unwrap_or(day);
        match self.agency(stop) {
            Some(agency) => {
                let mark = self.dash(agency).or_else(|| self.mark(agency, &[":", "."]));
                Some(mark.unwrap_or(agency))
            }
            None => self.dash(stop).filter(|_| self.is_capital(place)),
        }
    }

    /// "May 6, 2024 (OSLO) -".
    fn date_first(&self) -> Option<usize> {
        let day = self.date(0)?;
        let place = self.agency(day)?;
        self.dash(place)
    }

    /// "OSLO – May 6, 2024 –", "OSLO--(WIRE)--May 6, 2024--".
    fn between_dashes(&self) -> Option<usize> {
        let place = self.place(0).filter(|place| self.is_capital(*place))?;
        let place = self.agency(place).unwrap_or(place);
        let dash = self.dash(place)?;
        let dash = self.agency(dash).and_then(|agency| self.dash(agency)).unwrap_or(dash);
        self.dash(self.date(self.space(dash))?)
    }

    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    fn space(&self, at: usize) -> usize {
        at + self.rest(at).len() - self.rest(at).trim_start().len()
    }

    /// One of some marks.
    fn mark(&self, at: usize, marks: &[&str]) -> Option<usize> {
        let mark = marks.iter().find(|mark| self.rest(at).starts_with(**mark))?;
        Some(at + mark.len())
    }

    /// A dash, with or without space before it.
    fn dash(&self, at: usize) -> Option<usize> {
        self.mark(self.space(at), &DASHES)
    }

    /// An agency, or a place, in brackets or between slashes.
    fn agency(&self, at: usize) -> Option<usize> {
        let at = self.space(at);
        let close = match self.rest(at).chars().next()? {
            '(' => ')',
            '/' => '/',
            _ => return None,
        };
        let name = self.rest(at + 1);
        let len = name.find(close).filter(|len| (2..=MAX_AGENCY_BYTES).contains(len))?;
        let name = name.get(..len)?;
        let named = name.starts_with(char::is_uppercase) && !is_date_alone(self.words, &name.to_lowercase());
        named.then_some(at + 1 + len + 1)
    }

    /// Words with a capital, up to a mark that no place has.
    fn place(&self, at: usize) -> Option<usize> {
        let mut end = at;
        for _ in 0..MAX_PLACE_WORDS {
            let from = self.space(if self.rest(end).starts_with(", ") && end > at { end + 1 } else { end });
            let word = self.rest(from);
            let word = word.trim_start_matches('[');
            if !word.starts_with(char::is_uppercase) || self.date(from).is_some() {
                break;
            }
            let stop = |c: char| c.is_whitespace() || matches!(c, ',' | '(' | '/' | '–' | '—' | '-' | ':');
            let len = self.rest(from).find(stop).unwrap_or(self.rest(from).len());
            let word = self.rest(from).get(..len)?;
            // The full stop of "D.C." belongs to it, that of "MOSCOW." does not.
            let inner = word.trim_end_matches('.').contains('.');
            end = from + if inner { word.len() } else { word.trim_end_matches('.').len() };
        }
        (end > at + 2).then_some(end)
    }

    fn is_capital(&self, end: usize) -> bool {
        let place = self.text.get(..end).unwrap_or_default();
        place.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
    }

    /// A date: a day with its month, perhaps a year, a weekday, a part of the day.
    fn date(&self, at: usize) -> Option<usize> {
        let mut end = at;
        let mut best = None;
        for _ in 0..MAX_DATE_WORDS {
            let gap =
                self.rest(end).len() - self.rest(end).trim_start_matches([' ', ',', '.', '\u{a0}']).len();
            let from = end + if end == at { 0 } else { gap };
            let len = self.rest(from).find(|c: char| !c.is_alphanumeric()).unwrap_or(self.rest(from).len());
            end = from + len;
            let date = self.text.get(at..end)?.to_lowercase();
            if len == 0 || !self.is_of_date(self.text.get(from..end)?) {
                break;
            }
            let month = date
                .split(|c: char| !c.is_alphabetic())
                .any(|word| self.words.has(word, TextClass::MonthName));
            if month && is_date_alone(self.words, &date) {
                best = Some(end);
            }
        }
        best
    }

    fn is_of_date(&self, word: &str) -> bool {
        let figures = word.bytes().all(|b| b.is_ascii_digit()) && matches!(word.len(), 1 | 2 | 4);
        figures || self.words.has_folded(word, TextClass::DateWord)
    }
}

/// A place in capitals (or a place and a date), perhaps an agency in brackets, then a dash.
fn of_place(content: &str) -> Option<usize> {
    let mut limit = content.len().min(90);
    while !content.is_char_boundary(limit) {
        limit -= 1;
    }
    let head = content.get(..limit)?;
    if !head.contains(['-', '–', '—']) {
        return None;
    }
    let (at, dash) = [" -- ", " — ", " – ", " - ", "— ", "–", "—"]
        .iter()
        .filter_map(|dash| head.find(dash).map(|at| (at, *dash)))
        .min_by_key(|(at, _)| *at)?;
    let place = head.get(..at)?.trim();
    let first = place.split([',', '(', '/']).next()?.trim();
    let letters: Vec<char> = first.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.len() >= 3 && letters.iter().all(|c| c.is_uppercase());
    let agency = place.contains('(') && place.ends_with(')');
    let dated = place.bytes().any(|b| b.is_ascii_digit()) && place.contains(',');
    let few = place.split_whitespace().count() <= 9;
    let titled = first.split_whitespace().all(|w| w.chars().next().is_some_and(char::is_uppercase));
    let shape = capitals || agency || (dated && dash.trim() == "--");
    let begins = content
        .get(at + dash.len()..)?
        .trim_start()
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '"' | '“' | '‘'));
    (few && titled && shape && begins && !place.contains(['"', '“'])).then_some(at + dash.trim_end().len())
}

#[cfg(test)]
mod tests {
    use crate::lang::Language;

    #[test]
    fn datelines_of_the_agencies() {
        for (dateline, story) in [
            ("OSLO, May 6 (Wire) --", " The talks began."),
            ("BEIJING, July 13 (Xinhua) --", " The talks began."),
            ("MOSCOW, July 13. /TASS/.", " The talks began."),
            ("MOSCOW. July 13 (Interfax) -", " The talks began."),
            ("February 21, 2015 (ADDIS ABABA) -", " The talks began."),
            ("TOKYO (Kyodo) -", " The talks began."),
            ("SEOUL, Jan. 4 (Yonhap) --", " The talks began."),
            ("NEW YORK – February 25, 2026 –", " The talks began."),
            ("WASHINGTON, D.C. – May 6, 2024 –", " The talks began."),
            ("New Delhi [India], May 6, 2024 (ANI):", " The talks began."),
            ("New Delhi, May 6, 2024 (IANS)", " The talks began."),
            ("OSLO, May 6, 2024 /PRNewswire/ --", " The talks began."),
            ("OSLO--(BUSINESS WIRE)--May 6, 2024--", "The talks began."),
            ("MOSCOW (Sputnik) - 6 May 2024 -", " The talks began."),
            ("LONDON, Sept. 30, 1938.--", "The talks began."),
            ("OSLO —", " The talks began."),
        ] {
            let text = format!("{dateline}{story}");
            assert_eq!(super::dateline(&Language::english().text, &text), Some(dateline.len()), "{text}");
        }
    }

    #[test]
    fn what_begins_a_sentence_is_no_dateline() {
        for text in [
            "In Oslo, May 6 (the national day) was a day off.",
            "Paris, May 1968. The students came out.",
            "Mr. Holm - the mayor - left.",
            "On May 6, 2024 (Monday) the talks began.",
            "May 6, 2024 (Monday) - the talks began.",
            "Berg, Holm and May – three ministers – left.",
        ] {
            assert_eq!(super::dateline(&Language::english().text, text), None, "{text}");
        }
    }
}
