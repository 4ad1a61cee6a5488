//! `dateline annotate`: JSON Lines in, JSON Lines out, in input order. A bad line affects only itself.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read as _};
use std::path::Path;
use std::process::ExitCode;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Failure, print, workspace};
use crate::article::Hints;
use crate::checks::Rules;
use crate::config::Config;
use crate::export::jsonl;
use crate::text::position::Text;
use crate::world::{Change, DocId, World};

/// A line one byte longer gets an error line instead, so that memory stays bounded.
const MAX_LINE_BYTES: u64 = 64 << 20;

/// Annotates stdin; exit code 2 if any line could not be read.
pub fn run(each: bool, folder: Option<&Path>) -> Result<ExitCode, Failure> {
    let (base, config) = match folder {
        Some(folder) => workspace::profiles_only(folder)?,
        None => (World::default(), Config::default()),
    };
    let rules = &config.rules;
    let mut stdin = BufReader::with_capacity(1 << 16, std::io::stdin());
    let mut bad = false;
    let mut lines = Vec::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut number = 0;
    while let Some(bytes) = next_line(&mut stdin)? {
        number += 1;
        if matches!(&bytes, Ok(bytes) if bytes.iter().all(u8::is_ascii_whitespace)) {
            continue;
        }
        let mut line =
            bytes.map_err(|error| Bad { id: None, error }).and_then(|bytes| parse(&bytes, number, &config));
        if each {
            bad |= line.is_err();
            let (world, one) = match line {
                Ok((doc, change)) => (base.apply(vec![change]), Ok(doc)),
                Err(bad) => (World::default(), Err(bad)),
            };
            write(&world, one, rules)?;
            continue;
        }
        if let Ok((doc, _)) = &line
            && let Some(first) = seen.insert(doc.to_string(), number)
        {
            seen.insert(doc.to_string(), first);
            line = Err(Bad {
                id: Some(doc.to_string()),
                error: format!("line {number}: the id stands in line {first} already; ids must differ"),
            });
        }
        bad |= line.is_err();
        lines.push(line);
    }
    if !each {
        let mut changes = Vec::with_capacity(lines.len());
        let docs: Vec<_> = lines
            .into_iter()
            .map(|line| {
                line.map(|(doc, change)| {
                    changes.push(change);
                    doc
                })
            })
            .collect();
        let world = base.apply(changes);
        for doc in docs {
            write(&world, doc, rules)?;
        }
    }
    Ok(if bad { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

#[derive(Deserialize)]
struct Input {
    id: String,
    text: String,
    #[serde(default)]
    date: Option<String>,
}

/// The output line for an input line that cannot be read.
#[derive(Serialize)]
struct Bad {
    id: Option<String>,
    error: String,
}

impl Bad {
    fn line(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }
}

/// One line of input, parsed.
type Line = Result<(DocId, Change), Bad>;

/// The next line without its break, or why it cannot be read; `None` at the end.
fn next_line(stdin: &mut impl BufRead) -> Result<Option<Result<Vec<u8>, String>>, Failure> {
    let mut line = Vec::new();
    let failed = |e: std::io::Error| format!("cannot read stdin: {e}");
    let read = stdin.by_ref().take(MAX_LINE_BYTES).read_until(b'\n', &mut line).map_err(failed)?;
    if read == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if read as u64 == MAX_LINE_BYTES {
        // Discard the rest of the line piece by piece.
        let mut rest = Vec::new();
        while stdin.by_ref().take(1 << 20).read_until(b'\n', &mut rest).map_err(failed)? > 0
            && rest.last() != Some(&b'\n')
        {
            rest.clear();
        }
        return Ok(Some(Err(format!(
            "the line is longer than {} MB; split the article",
            MAX_LINE_BYTES >> 20
        ))));
    }
    Ok(Some(Ok(line)))
}

fn parse(bytes: &[u8], number: usize, config: &Config) -> Line {
    let bad = |id: Option<String>, error: String| Bad { id, error: format!("line {number}: {error}") };
    let input: Input = serde_json::from_slice(bytes).map_err(|e| {
        let id = serde_json::from_slice::<serde_json::Value>(bytes)
            .ok()
            .and_then(|v| v.get("id")?.as_str().map(str::to_owned));
        bad(id, format!("not an article: {e}; write {{\"id\": \"…\", \"text\": \"…\"}}"))
    })?;
    let date =
        match input.date.as_deref() {
            None | Some("") => None,
            Some(date) => Some(date.parse::<Date>().map_err(|_| {
                bad(Some(input.id.clone()), format!("`{date}` is not a day; write 2024-03-18"))
            })?),
        };
    let doc = DocId::new(input.id);
    let hints = Hints {
        file_name: doc.file_name().into(),
        date,
        without_almanac: !config.almanac,
        ..Default::default()
    };
    Ok((doc.clone(), Change::Article { doc, text: Text::new(input.text), hints }))
}

fn write(world: &World, line: Result<DocId, Bad>, rules: &Rules) -> Result<(), Failure> {
    let text = match line {
        Ok(file) => world.documents_of(&file).iter().map(|doc| annotated(world, doc, rules)).collect(),
        Err(bad) => bad.line().map(|line| line + "\n"),
    };
    print(&text.map_err(|e| e.to_string())?)
}

/// The line of one article.
fn annotated(world: &World, doc: &DocId, rules: &Rules) -> serde_json::Result<String> {
    let line = match jsonl::line(world, doc, rules)? {
        Some(line) => line,
        None => Bad { id: Some(doc.to_string()), error: "the article could not be read".into() }.line()?,
    };
    Ok(line + "\n")
}
