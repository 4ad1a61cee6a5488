//! Dates from a table with the columns path and date, as spreadsheets save it.

use std::collections::HashMap;
use std::path::Path;

use jiff::civil::Date;

use super::{Asked, Failure, workspace};
use crate::profiles::file::entry::nearest;
use crate::text::DocId;
use crate::time::written;
use crate::world::load;

/// Problems listed one by one; a table that is wrong throughout is wrong for one reason.
const MAX_PROBLEMS: usize = 10;

/// The dates of a table by article, or all that is wrong with it.
pub(super) fn dates(asked: &Asked, file: &Path) -> Result<Vec<(DocId, Date)>, Failure> {
    let failed = |error: String| format!("cannot read {}: {error}", file.display());
    let bytes = std::fs::read(file).map_err(|error| failed(error.to_string()))?;
    let text = load::decode(bytes).map_err(failed)?.text;
    let paths = Paths::of(asked);
    let mut lines: HashMap<DocId, (usize, Date)> = HashMap::new();
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    for (line, fields) in rows(&text) {
        match row(&paths, &fields, line == 1, problems.len()) {
            Ok(None) => {}
            Ok(Some((doc, date))) => match lines.insert(doc.clone(), (line, date)) {
                Some((first, other)) if other != date => {
                    problems
                        .push((line, format!("line {first} gives this article {other}; keep one of them")));
                }
                Some(_) => {}
                None => found.push((doc, date)),
            },
            Err(problem) => problems.push((line, problem)),
        }
    }
    if problems.is_empty() {
        return Ok(found);
    }
    let more = problems.len().saturating_sub(MAX_PROBLEMS);
    let told = problems.into_iter().take(MAX_PROBLEMS);
    let mut told: Vec<String> =
        told.map(|(line, what)| format!("{}:{line}: {what}", file.display())).collect();
    if more > 0 {
        told.push(format!("{}: {more} more rows cannot be read", file.display()));
    }
    Err(told.join("\nerror: "))
}

/// The article and the day of a row; `None` for the head of the table and for empty rows.
fn row(
    paths: &Paths<'_>,
    fields: &[String],
    first: bool,
    before: usize,
) -> Result<Option<(DocId, Date)>, String> {
    let (path, date) = match fields {
        [] => return Ok(None),
        [one] if one.trim().is_empty() => return Ok(None),
        [_] => return Err("a row is written path,date".into()),
        [path, date, ..] => (path.trim(), date.trim()),
    };
    if first && date.chars().all(|c| !c.is_ascii_digit()) {
        return Ok(None);
    }
    let doc = paths.doc(path).ok_or_else(|| paths.missing(path, before < MAX_PROBLEMS))?;
    Ok(Some((doc.clone(), day(date)?)))
}

fn day(text: &str) -> Result<Date, String> {
    let written = || written::find_day(text).filter(|(_, span)| span.start == 0).map(|(date, _)| date);
    text.parse().ok().or_else(written).ok_or_else(|| match text {
        "" => "the date is missing; write a day such as 2024-05-03, or leave the row out".to_owned(),
        _ => format!("`{text}` is no day, or may be two; write it like 2024-05-03"),
    })
}

/// The articles by the paths that name them: below the folder, and as `dateline date` lists them.
struct Paths<'a> {
    asked: &'a Asked,
    docs: HashMap<String, &'a DocId>,
}

impl<'a> Paths<'a> {
    fn of(asked: &'a Asked) -> Self {
        let loaded = &asked.loaded;
        let all = || loaded.world.articles().map(|(doc, _)| doc);
        let mut docs: HashMap<String, &DocId> = all().map(|doc| (loaded.named(doc), doc)).collect();
        docs.extend(all().filter_map(|doc| Some((loaded.relative(doc)?.into_owned(), doc))));
        Self { asked, docs }
    }

    fn doc(&self, path: &str) -> Option<&'a DocId> {
        let path = path.replace('\\', "/");
        let path = path.strip_prefix("./").unwrap_or(&path);
        self.docs.get(path).copied()
    }

    /// Why there is no such article, with the nearest path where it is still worth looking for.
    fn missing(&self, path: &str, look: bool) -> String {
        let folder = workspace::shown(&self.asked.folder);
        let near = if look { nearest(path, self.docs.keys().map(String::as_str)) } else { None };
        let hint = near.map(|near| format!("; did you mean `{near}`?"));
        format!("`{path}` is no article of {folder}{}", hint.unwrap_or_default())
    }
}

/// The rows with the number of their line. A field in quotes may contain commas, and quotes doubled.
fn rows(text: &str) -> impl Iterator<Item = (usize, Vec<String>)> {
    text.lines().enumerate().map(|(at, line)| (at + 1, fields(line)))
}

fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let field = fields.last_mut();
        match (letter, field) {
            ('"', Some(field)) if quoted && letters.peek() == Some(&'"') => {
                field.extend(letters.next());
            }
            ('"', Some(field)) if quoted || field.is_empty() => quoted = !quoted,
            (',', _) if !quoted => fields.push(String::new()),
            (letter, Some(field)) => field.push(letter),
            (_, None) => {}
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_spreadsheets_write_them() {
        for (line, wanted) in [
            ("a.txt,2024-05-03", vec!["a.txt", "2024-05-03"]),
            ("\"a, b.txt\",2024-05-03,note", vec!["a, b.txt", "2024-05-03", "note"]),
            ("\"the \"\"end\"\".txt\",", vec!["the \"end\".txt", ""]),
            ("5\" map.txt,x", vec!["5\" map.txt", "x"]),
            ("", vec![""]),
        ] {
            assert_eq!(fields(line), wanted, "{line}");
        }
    }

    #[test]
    fn a_day_is_read_only_where_it_is_certain() {
        for (text, wanted) in [
            ("2024-05-03", Some("2024-05-03")),
            ("1938-05-03", Some("1938-05-03")),
            ("3 May 2024", Some("2024-05-03")),
            ("25/12/2023", Some("2023-12-25")),
            ("03/04/2023", None),
            ("2024-05", None),
            ("2024-02-30", None),
            ("", None),
        ] {
            assert_eq!(day(text).ok().map(|date| date.to_string()).as_deref(), wanted, "{text}");
        }
    }
}
