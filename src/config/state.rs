//! The edit that states an article's date in a `dateline.toml`, leaving every other byte as it is.

use jiff::civil::Date;
use toml::de::{DeTable, DeValue};

use crate::text::Span;

/// The span of `text` to replace, and its new text; `None` if `article` is something that cannot be added to.
pub fn date(text: &str, file: &str, date: Date) -> Option<(Span, String)> {
    let span = |range: std::ops::Range<usize>| Span::new(range.start as u32, range.end as u32);
    // A file with mistakes can still be added to, since a mistake affects only itself.
    if let Ok(root) = DeTable::parse(text)
        && let Some(articles) = root.get_ref().get("article")
    {
        let DeValue::Array(entries) = articles.get_ref() else { return None };
        let entries: Vec<_> = entries.iter().filter_map(|entry| entry.get_ref().as_table()).collect();
        let mut named = entries.iter().filter_map(|entry| {
            let name = entry.get("file")?;
            (name.get_ref().as_str() == Some(file)).then_some((entry, name))
        });
        if let Some((entry, name)) = named.next() {
            return Some(match entry.get("date") {
                Some(old) => (span(old.span()), format!("\"{date}\"")),
                None => (span(name.span().end..name.span().end), format!("\ndate = \"{date}\"")),
            });
        }
        if !text.contains("[[article]]") {
            return None; // A list in one line: TOML takes no tables behind it.
        }
    }
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = match text {
        "" => String::new(),
        _ if text.ends_with('\n') => line_break.to_owned(),
        _ => line_break.repeat(2),
    };
    let name = toml_edit::Value::from(file).to_string();
    let entry =
        [format!("{gap}[[article]]"), format!("file = {}", name.trim()), format!("date = \"{date}\"")];
    Some((span(text.len()..text.len()), entry.join(line_break) + line_break))
}

#[cfg(test)]
mod tests {
    use super::super::Config;
    use super::*;

    fn after(text: &str) -> Option<String> {
        let (span, new) = date(text, "a \"b\".txt", jiff::civil::date(2024, 5, 3))?;
        let mut text = text.to_owned();
        text.replace_range(span.start as usize..span.end as usize, &new);
        Some(text)
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
            let own: Vec<_> = config.dates.iter().filter(|own| own.file == "a \"b\".txt").collect();
            assert_eq!(own.len(), 1, "{after}");
            assert_eq!(own[0].date.to_string(), "2024-05-03");
        }
        assert_eq!(after("article = [{ file = \"x\", date = \"2020-01-01\" }]\n"), None);
    }
}
