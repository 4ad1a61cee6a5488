//! The pages in `tests/checks/`: documentation and test in one. Every fenced block that begins with `//-
//! file` is a corpus; its expected findings stand under its lines, and nothing else may be found:
//!
//! ```text
//! //- 2024-05-03.txt
//! They met on Monday, May 3, 2024.
//!             ^^^^^^^^^^^^^^^^^^^ DL101 `May 3, 2024` is a Friday, not a Monday
//!             = fix: change the weekday to Friday → They met on Friday, May 3, 2024.
//! ```
//!
//! `~~~` marks related places; `= help:` and `= fix:` belong to the finding above. Where a page and the
//! program disagree, the test prints both; `UPDATE_PAGES=1 cargo test pages` writes the program's findings
//! into the page, for a person to judge the difference.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use dateline::checks::{self, Code, Finding, Fix, Rules};
use dateline::text::Span;
use dateline::world::{DocId, Place, World};

use crate::fixture::{change, files};

#[test]
fn every_page_tells_what_is_found() {
    let mut wrong = String::new();
    for (path, page) in pages() {
        let code = code_of(&path);
        let told = rewrite(&page, |block| render(block, code));
        if told == page {
            continue;
        }
        if std::env::var_os("UPDATE_PAGES").is_some() {
            fs::write(&path, told).unwrap();
        } else {
            let _ = writeln!(
                wrong,
                "{}\n{}",
                path.file_name().unwrap().to_string_lossy(),
                difference(&page, &told)
            );
        }
    }
    assert!(wrong.is_empty(), "`-` is what the page says, `+` what is found:\n\n{wrong}");
}

#[test]
fn every_code_has_a_page_with_loud_and_silent_cases() {
    for check in Code::all() {
        let heading = format!("# {} {}", check.code, check.name);
        assert_eq!(check.page.lines().next(), Some(heading.as_str()));
        let (loud, silent) = check
            .page
            .split_once("## Must stay silent")
            .unwrap_or_else(|| panic!("{}: a page says what must stay silent", check.code));
        let count = |part: &str| part.matches("```text\n//- ").count();
        assert!(count(loud) >= 1 && count(silent) >= count(loud).min(3), "{}: too few cases", check.code);
        let mark = format!("^ {} ", check.code);
        assert!(loud.contains(&mark) && !silent.contains(&mark), "{}: loud means marked", check.code);
    }
    assert_eq!(pages().len(), Code::all().len(), "a page without a code");
}

#[test]
fn every_check_is_one_file_named_by_its_rule() {
    for check in Code::all() {
        let file = format!("src/checks/{}.rs", check.name.replace('-', "_"));
        let code = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&file)).unwrap();
        let title = format!("//! {} {}: ", check.code, check.name);
        assert!(code.starts_with(&title), "{file} begins with `{title}`");
        let number = check.code.to_string().replace("DL", "");
        let mut reported = code.split("Finding::new(").skip(1).map(|rest| rest.get(..3).unwrap());
        assert!(reported.all(|code| code == number), "{file} reports {} and nothing else", check.code);
    }
}

fn pages() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

fn code_of(path: &Path) -> Code {
    Code::parse(path.file_stem().unwrap().to_str().unwrap()).expect("a page is named after its code")
}

/// The page with every block of articles replaced.
fn rewrite(page: &str, block: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some(at) = rest.find("```text\n//- ") {
        let start = at + "```text\n".len();
        let end = start + rest[start..].find("```").expect("a block ends");
        out.push_str(&rest[..start]);
        out.push_str(&block(&rest[start..end]));
        rest = &rest[end..];
    }
    out + rest
}

/// A block of articles with its findings.
fn render(block: &str, page: Code) -> String {
    let plain: Vec<(&str, String)> = files(block)
        .into_iter()
        .map(|(name, body)| (name, body.split_inclusive('\n').filter(|line| !is_marker(line)).collect()))
        .collect();
    let world = World::default()
        .apply(plain.iter().map(|(name, text)| change(DocId::new(*name), text.clone())).collect());
    // Every article without a date has one of these; only their own pages show them.
    let about_dates = [Code::new(901), Code::new(902)];
    let levels =
        about_dates.iter().filter(|code| !about_dates.contains(&page) || **code != page).map(|c| (*c, None));
    let rules = Rules { levels: levels.collect(), ignores: Vec::new() };
    let found: Vec<(DocId, Finding)> = plain
        .iter()
        .map(|(name, _)| DocId::new(*name))
        .flat_map(|file| world.documents_of(&file))
        .flat_map(|doc| checks::findings(&world, &doc, &rules).into_iter().map(move |f| (doc.clone(), f)))
        .map(|(doc, mut found)| {
            found.span = world.in_file(&Place { doc: doc.clone(), span: found.span }).span;
            (doc.file(), found)
        })
        .collect();
    let mut out = String::new();
    for (name, text) in &plain {
        let _ = writeln!(out, "//- {name}");
        let doc = DocId::new(*name);
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            out.push_str(line);
            let span = Span::new(start, start + line.trim_end().len() as u32);
            for (_, finding) in found.iter().filter(|(d, f)| *d == doc && begins_in(f.span, span)) {
                mark(
                    &mut out,
                    text,
                    span,
                    finding.span,
                    '^',
                    &format!("{} {}", finding.code, finding.message),
                );
                let indent = " ".repeat(column(text, span, finding.span.start));
                if let Some(help) = &finding.help {
                    let _ = writeln!(out, "{indent}= help: {help}");
                }
                for fix in &finding.fixes {
                    let _ = writeln!(out, "{indent}= fix: {} → {}", fix.title, mended(&world, fix));
                }
            }
            for (_, finding) in &found {
                for related in
                    finding.related.iter().filter(|r| r.place.doc == doc && begins_in(r.place.span, span))
                {
                    mark(
                        &mut out,
                        text,
                        span,
                        related.place.span,
                        '~',
                        &format!("{} {}", finding.code, related.message),
                    );
                }
            }
            start += line.len() as u32;
        }
    }
    out
}

fn begins_in(span: Span, line: Span) -> bool {
    line.start <= span.start && span.start < line.end.max(line.start + 1)
}

fn column(text: &str, line: Span, at: u32) -> usize {
    text[line.start as usize..at as usize].chars().count()
}

fn mark(out: &mut String, text: &str, line: Span, span: Span, sign: char, words: &str) {
    let from = column(text, line, span.start);
    let width = column(text, line, span.end.min(line.end)).saturating_sub(from).max(1);
    let _ = writeln!(out, "{}{} {words}", " ".repeat(from), sign.to_string().repeat(width));
}

/// The lines that a fix changes, in their new form.
fn mended(world: &World, fix: &Fix) -> String {
    let doc = &fix.edits[0].place.doc;
    let mut text = world.text(doc).unwrap().as_str().to_owned();
    let first = fix.edits.iter().map(|e| e.place.span.start).min().unwrap() as usize;
    let mut edits: Vec<_> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.place.span));
    for edit in edits {
        text.replace_range(edit.place.span.start as usize..edit.place.span.end as usize, &edit.new);
    }
    let start = text[..first].rfind('\n').map_or(0, |at| at + 1);
    text[start..].lines().next().unwrap_or_default().to_owned()
}

fn is_marker(line: &str) -> bool {
    let line = line.trim();
    let signs = |sign: char| line.trim_start_matches(sign).starts_with(" DL") && line.starts_with(sign);
    signs('^') || signs('~') || line.starts_with("= fix: ") || line.starts_with("= help: ")
}

/// A line difference good enough for pages: what is on one side only, in order.
fn difference(page: &str, told: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (page.lines().collect(), told.lines().collect());
    let mut out = String::new();
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        if old.get(i) == new.get(j) {
            if old[i].starts_with("//- ") {
                let _ = writeln!(out, "  {}", old[i]);
            }
            (i, j) = (i + 1, j + 1);
        } else if let Some(marker) = old.get(i).filter(|line| is_marker(line)) {
            let _ = writeln!(out, "- {marker}");
            i += 1;
        } else if let Some(line) = new.get(j) {
            // The line above shows where.
            let above = new[..j].iter().rfind(|line| !is_marker(line)).unwrap_or(&"");
            let _ = writeln!(out, "  {above}\n+ {line}");
            j += 1;
        } else {
            break;
        }
    }
    out
}
