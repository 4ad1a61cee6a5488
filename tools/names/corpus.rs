//! Reads annotated texts, for the programs that train and measure the name tagger.

use std::error::Error;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use dateline::names::{Lexicon, NameKind};
use serde_json::Value;

pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A text with its names, in byte offsets.
#[derive(Clone, Debug, Default)]
pub struct Document {
    pub id: String,
    pub text: String,
    pub names: Vec<(Range<usize>, NameKind)>,
    /// Where the annotation gives nothing to learn from.
    pub unknown: Vec<Range<usize>>,
    /// Debatable: neither right nor wrong.
    pub optional: Vec<Range<usize>>,
    /// Only some names are annotated.
    pub partial: bool,
}

/// All `.jsonl` files of a folder (or the one file), by name.
pub fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files: Vec<_> =
        fs::read_dir(path)?.map(|e| e.map(|e| e.path())).collect::<std::io::Result<_>>()?;
    files.retain(|f| f.extension().is_some_and(|e| e == "jsonl"));
    files.sort();
    Ok(files)
}

pub fn read(file: &Path) -> Result<Vec<Document>> {
    let is = |name: &str| file.file_name().is_some_and(|n| n.to_string_lossy().starts_with(name));
    let (partial, titled) = (is("meantime"), is("btc") || is("wnut") || is("meantime"));
    fs::read_to_string(file)?
        .lines()
        .map(|line| document(&serde_json::from_str(line)?, partial, titled))
        .collect()
}

fn document(json: &Value, partial: bool, titled: bool) -> Result<Document> {
    let text = json["text"].as_str().ok_or("no text")?.to_owned();
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let mut out =
        Document { id: json["id"].as_str().unwrap_or_default().into(), partial, ..Document::default() };
    for mention in mentions(json) {
        let at = |key: &str| mention[key].as_u64().and_then(|i| bytes.get(i as usize)).copied();
        let (Some(start), Some(end)) = (at("start"), at("end")) else { continue };
        let range = start..end.max(start);
        let kind = match mention["type"].as_str().unwrap_or("PER") {
            "PER" | "PERSON" => NameKind::Person,
            "ORG" => NameKind::Organisation,
            "LOC" | "GPE" | "FAC" => NameKind::Place,
            _ => continue,
        };
        let range = if titled && kind == NameKind::Person { name_alone(&text, range) } else { range };
        if partial {
            // Its spans are whole noun phrases, so only a name with nothing around it is used.
            if mention["propn"].as_bool() != Some(true) {
                continue;
            }
            let slice = &text[range.clone()];
            let plain = slice.split_whitespace().all(|w| w.starts_with(char::is_uppercase));
            if !plain
                || slice.contains(['(', ','])
                || kind == NameKind::Person && slice.starts_with("Senator")
            {
                continue;
            }
        }
        if text[..start].trim_end().ends_with('@') || text[range.clone()].starts_with('@') {
            out.unknown.push(range);
        } else if mention["opt"].as_bool() == Some(true) {
            out.optional.push(range);
        } else {
            out.names.push((range, kind));
        }
    }
    for mention in json["people_optional"].as_array().into_iter().flatten() {
        if let (Some(s), Some(e)) = (mention["start"].as_u64(), mention["end"].as_u64())
            && let (Some(&s), Some(&e)) = (bytes.get(s as usize), bytes.get(e as usize))
        {
            out.optional.push(s..e);
        }
    }
    out.names.sort_by_key(|(r, _)| (r.start, std::cmp::Reverse(r.end)));
    let mut end = 0;
    out.names.retain(|(r, _)| {
        let keep = r.start >= end && !r.is_empty();
        end = if keep { r.end } else { end };
        keep
    });
    out.text = text;
    Ok(out)
}

/// A person without the title that some annotators include: "President Jane Roe", "Dr. Roe".
fn name_alone(text: &str, range: Range<usize>) -> Range<usize> {
    let words: Vec<&str> = text[range.clone()].split(' ').collect();
    match Lexicon::default().longest_role(words.iter().copied()) {
        Some((count, _)) if count < words.len() => {
            range.start + words[..count].iter().map(|w| w.len() + 1).sum::<usize>()..range.end
        }
        _ => range,
    }
}

fn mentions(json: &Value) -> impl Iterator<Item = &Value> {
    ["mentions", "people"].into_iter().filter_map(|key| json[key].as_array()).flatten()
}

/// Reads our own texts: a name stands in brackets followed by its kind, "[Jane Roe]p met [the UN]o in
/// [Oslo]l"; an empty line separates documents.
pub fn read_marked(file: &Path) -> Result<Vec<Document>> {
    let source = fs::read_to_string(file)?;
    let mut out = Vec::new();
    for (number, block) in source.split("\n\n").enumerate() {
        let mut document = Document { id: format!("own-{number}"), ..Document::default() };
        let mut open = None;
        let mut chars = block.trim().chars().peekable();
        while let Some(c) = chars.next() {
            match (c, open) {
                ('[', None) => open = Some(document.text.len()),
                (']', Some(start)) => {
                    let kind = match chars.next() {
                        Some('p') => NameKind::Person,
                        Some('o') => NameKind::Organisation,
                        Some('l') => NameKind::Place,
                        other => {
                            return Err(format!("{other:?} behind ] in {:?}", &document.text[start..]).into());
                        }
                    };
                    document.names.push((start..document.text.len(), kind));
                    open = None;
                }
                _ => document.text.push(c),
            }
        }
        if open.is_some() {
            return Err(format!("an open bracket in {block:?}").into());
        }
        out.push(document);
    }
    Ok(out)
}
