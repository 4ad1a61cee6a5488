//! What stands at a place in a profile file, whether the file is valid or half typed; hover, completion and
//! jumps use it. It works line by line, because a parser gives up where the user is typing.

use super::schema::{ProfileKey, Table};
use crate::text::Span;

/// A place in a profile file.
#[derive(Clone, Debug, PartialEq)]
pub struct Cursor<'t> {
    /// The table of the entry; `None` above the first header and below an unknown one.
    pub table: Option<Table>,
    /// From its header to the next one.
    pub entry: Span,
    /// What the cursor is on.
    pub at: CursorContext<'t>,
}

/// What can stand under the cursor. Spans are bytes of the file, half-open.
#[derive(Clone, Debug, PartialEq)]
pub enum CursorContext<'t> {
    /// A line with brackets: `[[person]]`.
    Header { line: Span },
    /// Before the `=`, or where there is none yet.
    Key { span: Span, name: &'t str, assigned: bool },
    /// After the `=`.
    Value { key: &'static ProfileKey, item: ValueItem<'t> },
    /// A comment, or the value of an unknown key.
    Nothing,
}

/// One text of a value, or whatever stands there without quotes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ValueItem<'t> {
    /// Without the quotes.
    pub span: Span,
    /// As it is written.
    pub text: &'t str,
    /// Whether it has quotes around it.
    pub quoted: bool,
}

/// What is at `offset` (in bytes; an offset past the end counts as the end).
pub fn cursor(text: &str, offset: u32) -> Cursor<'_> {
    let offset = (offset as usize).min(text.len());
    let mut scan = Scan { table: None, entry: 0, open: None };
    let mut start = 0;
    let mut found = CursorContext::Nothing;
    let mut end = text.len();
    let mut reached = false;
    for line in text.split_inclusive('\n').chain([""]) {
        let body = line.trim_end_matches(['\n', '\r']);
        if reached && is_header(body) {
            end = start;
            break;
        }
        if !reached {
            scan.line(body, start);
            if offset <= start + body.len() || start + line.len() >= text.len() && !line.ends_with('\n') {
                found = scan.at(body, start, offset);
                reached = true;
            }
            scan.close(body);
        }
        start += line.len();
    }
    Cursor { table: scan.table, entry: Span::new(scan.entry as u32, end as u32), at: found }
}

/// The keys that an entry has, with their places.
pub fn keys(text: &str, entry: Span) -> Vec<(&str, Span)> {
    let mut scan = Scan { table: None, entry: 0, open: None };
    let mut start = entry.start as usize;
    let mut keys = Vec::new();
    for line in entry.of(text).split_inclusive('\n') {
        scan.line(line, start);
        if scan.open.is_none()
            && !is_header(line)
            && let Some((key, _)) = assigned(line)
        {
            let from = start + (line.len() - line.trim_start().len());
            keys.push((key, Span::new(from as u32, (from + key.len()) as u32)));
        }
        scan.close(line);
        start += line.len();
    }
    keys
}

struct Scan {
    table: Option<Table>,
    /// Where its header stands.
    entry: usize,
    /// The key whose list continues on the next line.
    open: Option<Option<&'static ProfileKey>>,
}

impl Scan {
    /// Enters a line.
    fn line(&mut self, line: &str, start: usize) {
        let begins = |(key, _): (&str, &str)| self.table.is_some_and(|table| table.key(key).is_some());
        if is_header(line) {
            let name = line.trim().trim_start_matches('[').split(']').next().unwrap_or_default().trim();
            self.table = Table::ALL.into_iter().find(|table| table.header() == name);
            self.entry = start;
            self.open = None;
        } else if assigned(line).is_some_and(begins) {
            // A list that was never closed ends at the next key.
            self.open = None;
        }
    }

    /// Leaves a line.
    fn close(&mut self, line: &str) {
        let (key, value) = match (self.open, assigned(line)) {
            (Some(open), _) => (open, line),
            (None, Some((key, value))) => (self.table.and_then(|table| table.key(key)), value),
            _ => return,
        };
        let depth = depth(value) + i32::from(self.open.is_some());
        self.open = (depth > 0).then_some(key);
    }

    fn at<'t>(&self, line: &'t str, start: usize, offset: usize) -> CursorContext<'t> {
        let here = offset.saturating_sub(start).min(line.len());
        let span = |from: usize, to: usize| Span::new((start + from) as u32, (start + to) as u32);
        if is_header(line) {
            return CursorContext::Header { line: span(0, line.len()) };
        }
        if comment(line).is_some_and(|at| here > at) {
            return CursorContext::Nothing;
        }
        let (key, from) = match (self.open, assigned(line)) {
            (Some(key), _) => (key, 0),
            (None, Some((name, value))) if here >= line.len() - value.len() => {
                (self.table.and_then(|table| table.key(name)), line.len() - value.len())
            }
            (None, found) => {
                let name = found.map_or(line.trim(), |(name, _)| name);
                let from = line.len() - line.trim_start().len();
                return CursorContext::Key {
                    span: span(from, from + name.len()),
                    name,
                    assigned: found.is_some(),
                };
            }
        };
        let Some(key) = key else { return CursorContext::Nothing };
        let (a, b, quoted) = item(line, from, here);
        let text = line.get(a..b).unwrap_or_default();
        CursorContext::Value { key, item: ValueItem { span: span(a, b), text, quoted } }
    }
}

pub(super) fn is_header(line: &str) -> bool {
    let line = line.trim_start();
    // "[" alone is a header being typed; a list that continues begins with a quote.
    line.strip_prefix('[').is_some_and(|rest| !rest.trim_start().starts_with(['"', '\'']))
}

/// The name of a key and what stands after its `=`.
pub(super) fn assigned(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once('=')?;
    let key = key.trim();
    let plain = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    plain.then_some((key, value))
}

/// How many brackets stay open after a value.
pub(super) fn depth(value: &str) -> i32 {
    let value = value.get(..comment(value).unwrap_or(value.len())).unwrap_or_default();
    let mut depth = 0;
    let mut quote = None;
    for c in value.chars() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth -= 1,
            _ => {}
        }
    }
    depth
}

/// Where a comment begins.
fn comment(line: &str) -> Option<usize> {
    let mut quote = None;
    line.char_indices().find_map(|(at, c)| {
        match (quote, c) {
            (None, '#') => return Some(at),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
        None
    })
}

/// The text around `here`: between its quotes, otherwise between spaces, commas and brackets.
fn item(line: &str, from: usize, here: usize) -> (usize, usize, bool) {
    let mut open: Option<(usize, char)> = None;
    for (at, c) in line.char_indices().filter(|(at, _)| *at >= from) {
        match open {
            Some((start, quote)) if c == quote => {
                if (start..=at).contains(&here) {
                    return (start, at, true);
                }
                open = None;
            }
            Some(_) => {}
            None if at >= here => break,
            None if matches!(c, '"' | '\'') => open = Some((at + 1, c)),
            None => {}
        }
    }
    if let Some((start, _)) = open.filter(|(start, _)| *start <= here) {
        return (start, line.trim_end().len().max(here), true);
    }
    let stop = |c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '{' | '}' | '=' | '"' | '\'');
    let before = line.get(from..here).unwrap_or_default();
    let start = from + before.rfind(stop).map_or(0, |at| at + 1);
    let behind = line.get(here..).unwrap_or_default();
    (start, here + behind.find(stop).unwrap_or(behind.len()), false)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found at the `|`.
    fn found(source: &str) -> String {
        let offset = source.find('|').unwrap();
        let text = source.replacen('|', "", 1);
        let cursor = cursor(&text, offset as u32);
        let table = cursor.table.map_or("none", Table::header);
        match cursor.at {
            CursorContext::Header { line } => format!("header {}", line.of(&text)),
            CursorContext::Key { span, name, assigned } => {
                assert_eq!(span.of(&text), name);
                format!("{table} key {name}{}", if assigned { " =" } else { "" })
            }
            CursorContext::Value { key, item } => {
                assert_eq!(item.span.of(&text), item.text);
                let quotes = if item.quoted { "\"" } else { "" };
                format!("{table} {} {quotes}{}{quotes}", key.name, item.text)
            }
            CursorContext::Nothing => "nothing".into(),
        }
    }

    #[test]
    fn keys_and_values_of_what_is_half_typed() {
        for (source, wanted) in [
            ("|", "none key "),
            ("[[person]]\nid = \"a\"\nna|", "person key na"),
            ("[[person]]\n|name = \"A\"\n", "person key name ="),
            ("[[person]]\nname = \"A|nn\" # so\n", "person name \"Ann\""),
            ("[[person]]\nname = |\"Ann\"\n", "person name "),
            ("[[person]]\nname = \"Ann\" # | so\n", "nothing"),
            ("[[person]]\nname = \"An|", "person name \"An\""),
            ("[[person]]\nnot = [\"a\", \"b|", "person not \"b\""),
            ("[[person]]\nnot = [\"a\", |\"b\"]", "person not "),
            ("[[person]]\naliases = [\n  \"A\",\n  \"B|b\",\n]\n", "person aliases \"Bb\""),
            (
                "[[person]]\naliases = [\"A\",\n\n[[person.office]]\ntit|le = \"T\"\n",
                "person.office key title =",
            ),
            ("[[person]]\naliases = [\"A\",\nborn = \"19|60\"\n", "person born \"1960\""),
            ("[[person]]\nfamily_first = tr|", "person family_first tr"),
            ("[[person]]\nnative = { zh = \"王|毅\" }\n", "person native \"王毅\""),
            ("[[person]]\nid = \"a\"\n[[ev|", "header [[ev"),
            ("[[person]]\nnobody = \"|\"\n", "nothing"),
        ] {
            assert_eq!(found(source), wanted, "{source}");
        }
    }

    #[test]
    fn an_entry_ends_at_the_next_header() {
        let text =
            "[[person]]\nid = \"a\"\n[[person.office]]\ntitle = \"T\"\nwhen = [\n\"x = y\",\n]\n[[event]]\n";
        let entry = cursor(text, 36).entry;
        assert!(entry.of(text).starts_with("[[person.office]]") && entry.of(text).ends_with("]\n"));
        let names: Vec<_> = keys(text, entry).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["title", "when"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_something_everywhere(text in "([\\[\\]\"'#={},\\n a-cé]|id|person){0,40}", at in 0u32..60) {
            cursor(&text, at);
        }
    }
}
