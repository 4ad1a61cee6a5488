//! TOML with mistakes in it: an entry that does not parse is parsed again on its own without the faulty line,
//! so that its neighbours are not affected.

use std::ops::Range;

use toml::de::{DeTable, Error};

use super::entry::TomlTable;
use super::{Problems, ProfileProblem};
use crate::profiles::cursor;
use crate::profiles::schema::Table;
use crate::text::Span;

/// Lines that may be blanked in an entry before it is given up as not TOML.
const MAX_BLANKED_LINES: usize = 16;

/// Passes every readable table to `take`: the whole file at once if it is valid, otherwise entry by entry.
pub(super) fn tables(text: &str, p: &mut Problems, mut take: impl FnMut(&TomlTable<'_>, &mut Problems)) {
    match DeTable::parse(text) {
        Ok(root) => take(&TomlTable::root(root.get_ref(), 0), p),
        Err(_) => chunks(text).into_iter().for_each(|chunk| patch(text, chunk, p, &mut take)),
    }
}

/// The same for a file whose lines all belong together.
pub(crate) fn whole(text: &str, p: &mut Problems, mut take: impl FnMut(&TomlTable<'_>, &mut Problems)) {
    patch(text, 0..text.len(), p, &mut take);
}

/// From each `[[header]]` of its own to the next; `[[person.office]]` belongs to the person above.
fn chunks(text: &str) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let header = line.trim_start().strip_prefix("[[").or_else(|| line.trim_start().strip_prefix('['));
        let name = header.and_then(|rest| rest.split(']').next()).unwrap_or_default().trim();
        if ["person", "event", "series"].contains(&name) && at > 0 {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Parses one chunk, blanking a line at a time.
fn patch(
    text: &str,
    chunk: Range<usize>,
    p: &mut Problems,
    take: &mut impl FnMut(&TomlTable<'_>, &mut Problems),
) {
    let shift = chunk.start as u32;
    let mut source = text.get(chunk).unwrap_or_default().to_owned();
    for open in unclosed(&source) {
        let first = source.get(open.clone()).and_then(|lines| lines.lines().next()).unwrap_or_default();
        let indent = first.len() - first.trim_start().len();
        let start = shift + (open.start + indent) as u32;
        let span = Span::new(start, start + first.trim().len() as u32);
        p.push(ProfileProblem::new(
            span,
            "this is never closed: the bracket or the quotes at its end are missing",
        ));
        blank(&mut source, open);
    }
    for _ in 0..MAX_BLANKED_LINES {
        let error = match DeTable::parse(&source) {
            Ok(root) => return take(&TomlTable::root(root.get_ref(), shift), p),
            Err(error) => error,
        };
        let Some(line) = line_at(&source, &error) else { return };
        let content = source.get(line.clone()).unwrap_or_default();
        let indent = content.len() - content.trim_start().len();
        let start = shift + (line.start + indent) as u32;
        let span = Span::new(start, start + content.trim().len() as u32);
        p.push(ProfileProblem::new(span, words(error.message(), content)));
        blank(&mut source, line);
    }
}

/// Overwrites a range with spaces, so that everything else keeps its place.
fn blank(source: &mut String, range: Range<usize>) {
    let blanks: String = source
        .get(range.clone())
        .unwrap_or_default()
        .bytes()
        .map(|b| if b == b'\n' { '\n' } else { ' ' })
        .collect();
    source.replace_range(range, &blanks);
}

/// The lines of values still open where the next key or header begins. A parser would read on from there and
/// find fault with everything below.
fn unclosed(source: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, Value)> = None;
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let begins = cursor::is_header(line)
            || cursor::assigned(line)
                .is_some_and(|(key, _)| Table::ALL.iter().any(|table| table.key(key).is_some()));
        if let Some((from, _)) = open.filter(|_| begins) {
            found.push(from..start);
            open = None;
        }
        open = match (open, cursor::assigned(line)) {
            (Some((from, value)), _) => value.after(line).map(|value| (from, value)),
            (None, Some((_, value))) if !cursor::is_header(line) => {
                Value::default().after(value).map(|value| (start, value))
            }
            _ => None,
        };
        start += line.len();
    }
    found.extend(open.map(|(from, _)| from..source.len()));
    found
}

/// What a value leaves open at the end of a line.
#[derive(Clone, Copy, Default)]
struct Value {
    brackets: i32,
    /// Within `\"\"\"`.
    text: bool,
}

impl Value {
    /// `None` if nothing is open any more.
    fn after(self, line: &str) -> Option<Self> {
        let text = self.text ^ (line.matches("\"\"\"").count() % 2 == 1);
        let brackets = if self.text || text { self.brackets } else { self.brackets + cursor::depth(line) };
        (text || brackets > 0).then_some(Self { brackets, text })
    }
}

/// The faulty line, without its break. An error after the last non-blank line belongs to that line.
fn line_at(source: &str, error: &Error) -> Option<Range<usize>> {
    let at = error.span().map_or(0, |span| span.start).min(source.len());
    let filled = source.trim_end().len();
    let at = at.min(filled);
    let start = source.get(..at)?.rfind('\n').map_or(0, |line| line + 1);
    let end = source.get(at..)?.find('\n').map_or(source.len(), |line| at + line);
    (!source.get(start..end)?.trim().is_empty()).then_some(start..end)
}

/// The parser's message in plain words.
fn words(message: &str, line: &str) -> String {
    let key = line.split('=').next().unwrap_or_default().trim();
    if message.starts_with("duplicate key") {
        return match line.trim_start().starts_with('[') {
            true => format!("`{}` cannot stand here a second time", line.trim()),
            false => format!("`{key}` stands twice in this entry; keep one"),
        };
    }
    if message.starts_with("key with no value") {
        return "a line is written key = \"value\"; here the `=` is missing".into();
    }
    if message.contains("string values must be quoted") {
        return format!("text stands in quotes: {key} = \"…\"");
    }
    if message.starts_with("invalid date") || message.starts_with("invalid time") {
        return format!("a date stands in quotes: {key} = \"2023-07\"");
    }
    if message.contains("string, expected") {
        return "the closing quote is missing".into();
    }
    if message.contains("unclosed array table") || message.contains("unclosed table") {
        return "the closing brackets are missing: [[person]]".into();
    }
    format!("this is no TOML: {message}")
}
