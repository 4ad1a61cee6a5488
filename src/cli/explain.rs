//! `dateline explain`: the page of a check, or everything known about a place in an article.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{Failure, print, workspace};
use crate::checks::{self, Code};
use crate::ide::mention_at::{MentionAt, mention_at};
use crate::ide::{goto, hover, show, time_words};
use crate::text::normalise::one_line;
use crate::text::position::{Encoding, Position};
use crate::world::{DocId, World};

pub fn run(what: &str, folder: Option<&Path>) -> Result<ExitCode, Failure> {
    if let Some(code) = Code::parse(what) {
        let check =
            code.check().ok_or_else(|| format!("there is no check {code}; the codes are {}", codes()))?;
        print(check.page)?;
        return Ok(ExitCode::SUCCESS);
    }
    let (path, line, column) = place(what)?;
    let root = folder.map_or_else(|| root_of(&path), Path::to_path_buf);
    let loaded = workspace::load(&[root])?;
    let file = loaded.doc_of(&path).ok_or_else(|| {
        format!("{} is not an article of this corpus (skipped, ignored or excluded?)", path.display())
    })?;
    let text = loaded.world.text(&file).ok_or("the article is gone")?;
    let offset = text.offset(Position { line: line - 1, column: column - 1 }, Encoding::Utf32);
    let (doc, offset) = loaded.world.document_at(&file, offset);
    print(&explain(&loaded.world, &doc, offset, &loaded.config.rules))?;
    Ok(ExitCode::SUCCESS)
}

fn explain(world: &World, doc: &DocId, offset: u32, rules: &checks::Rules) -> String {
    let mut out = String::new();
    match hover::hover(world, doc, offset, &|_| None) {
        Some(hover) => {
            let _ = writeln!(out, "{}", show::without_markdown(&hover.markdown));
        }
        None => out.push_str("plain words: no name, meeting or time stands here\n"),
    }
    if let Some(codes) = codes_at(world, doc, offset) {
        let _ = writeln!(out, "{codes}");
    }
    for target in goto::definition(world, doc, offset) {
        let _ = writeln!(out, "\ndefinition: {}", place_words(world, &target.place));
    }
    if let Some(dated) = world.article(doc) {
        let date = time_words::about_date(dated).unwrap_or_else(|| "open".to_owned());
        let _ = writeln!(out, "\narticle date: {date}");
        for evidence in &dated.dating.evidence {
            let at = evidence
                .place
                .as_ref()
                .map_or_else(String::new, |place| format!(" ({})", place_words(world, place)));
            let _ = writeln!(out, "  - {}{at}", evidence.words);
        }
    }
    for finding in checks::findings(world, doc, rules).iter().filter(|finding| finding.span.touches(offset)) {
        let _ = writeln!(out, "\n{}[{}]: {}", finding.severity.as_str(), finding.code, finding.message);
        for related in &finding.related {
            let _ = writeln!(out, "  - {}: {}", place_words(world, &related.place), related.message);
        }
    }
    out
}

/// The TIMEX3 value of a time and the rule that read it: "DATE 2025-06 · rule: unit".
fn codes_at(world: &World, doc: &DocId, offset: u32) -> Option<String> {
    let dated = world.article(doc)?;
    let MentionAt::Time(index) = mention_at(&dated.article, offset)? else { return None };
    let (timex, (resolved, _)) = (index.of(&dated.article.times)?, dated.shown_time(index)?);
    let modifier = timex.modifier.map_or_else(String::new, |m| format!(" mod={}", m.as_str()));
    Some(format!("{} {}{modifier} · rule: {}", timex.kind.as_str(), resolved.value, timex.rule))
}

fn place_words(world: &World, place: &crate::world::Place) -> String {
    let text = world.text(&place.doc);
    let line = show::line(world, place);
    let words: String = one_line(text.map_or("", |text| text.slice(place.span)));
    format!("{}:{line} “{words}”", place.doc.file())
}

fn codes() -> String {
    Code::all().iter().map(|check| check.code.to_string()).collect::<Vec<_>>().join(", ")
}

/// FILE:LINE:COL, or FILE:LINE for the first column; both from one.
fn place(what: &str) -> Result<(PathBuf, u32, u32), Failure> {
    let wrong = || format!("`{what}` is neither a code such as DL101 nor a place such as seeds/a.txt:12:5");
    let (head, last) = what.rsplit_once(':').ok_or_else(wrong)?;
    let last: u32 = last.parse().map_err(|_| wrong())?;
    let (path, line, column) =
        match head.rsplit_once(':').and_then(|(path, line)| Some((path, line.parse::<u32>().ok()?))) {
            Some((path, line)) => (path, line, last),
            None => (head, last, 1),
        };
    if line == 0 || column == 0 {
        return Err("lines and columns count from one".into());
    }
    if !Path::new(path).is_file() {
        return Err(format!("there is no file {path}"));
    }
    Ok((path.into(), line, column))
}

/// The nearest folder upwards with a `dateline.toml`, else the file's own folder.
fn root_of(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let above = absolute.ancestors().skip(1).find(|folder| folder.join("dateline.toml").is_file());
    above.or(absolute.parent()).map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}
