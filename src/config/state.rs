//! The edits that state articles' dates in a `dateline.toml`, leaving every other byte as it is.

use std::collections::HashMap;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::text::Span;
use crate::world::sources::ConfiguredDate;

/// The span of `text` to replace, and its new text; `None` if `article` is something that cannot be added to.
pub fn date(text: &str, file: &str, date: Date) -> Option<(Span, String)> {
    let stated = ConfiguredDate { file: file.to_owned(), date, source: None };
    dates(text, &[stated])?.into_iter().next()
}

/// The same for many articles: the edits in order of place.
pub fn dates(text: &str, stated: &[ConfiguredDate]) -> Option<Vec<(Span, String)>> {
    // A file with mistakes can still be added to, since a mistake affects only itself.
    let root = DeTable::parse(text).ok();
    let articles = root.as_ref().and_then(|root| root.get_ref().get("article"));
    let entries = match articles.map(Spanned::get_ref) {
        None => HashMap::new(),
        // A list in one line: TOML takes no tables behind it.
        Some(_) if !text.contains("[[article]]") => return None,
        Some(DeValue::Array(entries)) => by_file(entries),
        Some(_) => return None,
    };
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut edits = Vec::new();
    let mut new = Vec::new();
    for one in stated {
        match entries.get(one.file.as_str()) {
            Some(entry) => edits.extend(restated(entry, one, line_break)),
            None => new.push(added(one, line_break)),
        }
    }
    edits.sort_by_key(|(span, _)| *span);
    if !new.is_empty() {
        let gap = match text {
            "" => String::new(),
            _ if text.ends_with('\n') => line_break.to_owned(),
            _ => line_break.repeat(2),
        };
        edits.push((span(text.len()..text.len()), gap + &new.join(line_break)));
    }
    Some(edits)
}

/// The entry of each file, the first where several name it: that is the one that counts.
fn by_file<'e, 't>(entries: &'e [Spanned<DeValue<'t>>]) -> HashMap<&'e str, &'e DeTable<'t>> {
    let mut found = HashMap::new();
    for entry in entries.iter().filter_map(|entry| entry.get_ref().as_table()) {
        if let Some(file) = entry.get("file").and_then(|file| file.get_ref().as_str()) {
            found.entry(file).or_insert(entry);
        }
    }
    found
}

/// The edits of an entry; where nobody is named as the source, the one it has stays.
fn restated(entry: &DeTable<'_>, stated: &ConfiguredDate, line_break: &str) -> Vec<(Span, String)> {
    let mut edits = Vec::new();
    let mut after = entry.get("file").map_or(0, |file| file.span().end);
    let mut missing = String::new();
    let source = stated.source.as_deref().map(quoted);
    for (key, value) in [("date", Some(format!("\"{}\"", stated.date))), ("source", source)] {
        let Some(value) = value else { continue };
        match entry.get(key) {
            Some(old) => {
                edits.push((span(old.span()), value));
                after = if key == "date" { old.span().end } else { after };
            }
            None => missing.push_str(&format!("{line_break}{key} = {value}")),
        }
    }
    if !missing.is_empty() {
        edits.push((span(after..after), missing));
    }
    edits
}

/// A new entry, with the break that ends it.
fn added(stated: &ConfiguredDate, line_break: &str) -> String {
    let file = quoted(&stated.file);
    let mut lines =
        vec!["[[article]]".to_owned(), format!("file = {file}"), format!("date = \"{}\"", stated.date)];
    lines.extend(stated.source.as_deref().map(|source| format!("source = {}", quoted(source))));
    lines.join(line_break) + line_break
}

fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string().trim().to_owned()
}

fn span(range: std::ops::Range<usize>) -> Span {
    Span::new(range.start as u32, range.end as u32)
}

#[cfg(test)]
mod tests {
    use super::super::Config;
    use super::*;

    const FILE: &str = "a \"b\".txt";

    fn edited(text: &str, edits: Vec<(Span, String)>) -> String {
        let mut text = text.to_owned();
        for (span, new) in edits.into_iter().rev() {
            text.replace_range(span.start as usize..span.end as usize, &new);
        }
        text
    }

    fn after(text: &str) -> Option<String> {
        let edit = date(text, FILE, jiff::civil::date(2024, 5, 3))?;
        Some(edited(text, vec![edit]))
    }

    #[test]
    fn every_file_can_be_read_afterwards() {
        let entry = "[[article]]\nfile = 'a \"b\".txt'\n";
        for text in [
            "",
            "include = [\"*\"] # no break at the end",
            "include = [\"*\"]\r\n[checks]\r\nDL902 = \"off\"\r\n",
            "[[article]]\nfile = \"other.txt\"\ndate = \"2020-01-01\"\n",
            entry,
            &format!("{entry}date = \"2020-01-01\" # a guess\nsource = \"me\"\n[checks]\n"),
        ] {
            let after = after(text).unwrap();
            let config = Config::parse(&after, "dateline.toml");
            assert_eq!(config.problems, [], "{after}");
            let own: Vec<_> = config.dates.iter().filter(|own| own.file == FILE).collect();
            assert_eq!(own.len(), 1, "{after}");
            assert_eq!(own[0].date.to_string(), "2024-05-03");
        }
        assert_eq!(after("article = [{ file = \"x\", date = \"2020-01-01\" }]\n"), None);
    }

    #[test]
    fn many_dates_are_stated_at_once_with_their_source() {
        let text = "[[article]]\nsource = \"me\"\nfile = \"a\"\ndate = \"2020-01-01\"\n\n[[article]]\nfile = \"b\"\n";
        let stated = |file: &str, day| ConfiguredDate {
            file: file.into(),
            date: jiff::civil::date(2024, 5, day),
            source: Some("dates.csv".into()),
        };
        let wanted = [stated("c", 3), stated("b", 2), stated("a", 1), stated("d", 4)];
        let after = edited(text, dates(text, &wanted).unwrap());
        let config = Config::parse(&after, "dateline.toml");
        assert_eq!(config.problems, [], "{after}");
        let mut read = config.dates;
        read.sort_by_key(|stated| stated.date);
        assert_eq!(read, [stated("a", 1), stated("b", 2), stated("c", 3), stated("d", 4)], "{after}");
    }
}
