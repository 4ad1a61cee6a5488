//! Reads `dateline.toml`. A wrong line affects only itself.

use jiff::civil::Date;

use super::{Config, SettingProblem, code, glob, level};
use crate::checks::Ignore;
use crate::profiles::Spanned;
use crate::profiles::file::{self, entry::TomlTable, recover};
use crate::text::Span;
use crate::text::position::Text;
use crate::time::edtf;
use crate::world::sources::ConfiguredDate;

type Problems = Vec<file::ProfileProblem>;

const KEYS: &[&str] =
    &["include", "exclude", "profiles", "max_file_size", "checks", "ignore", "article", "almanac"];

pub(super) fn parse(text: &str, source: &str) -> Config {
    let mut config = Config { sources: vec![source.to_owned()], ..Config::default() };
    let mut problems = Problems::new();
    recover::whole(text, &mut problems, |root, p| take(&mut config, root, p));
    problems.sort_by_key(|problem| problem.span);
    let text = Text::new(text);
    config.problems = problems
        .into_iter()
        .map(|file::ProfileProblem { span, message, .. }| SettingProblem {
            source: source.to_owned(),
            line: Some(text.line_of(span.start) + 1),
            message,
        })
        .collect();
    config
}

fn take(config: &mut Config, root: &TomlTable<'_>, p: &mut Problems) {
    root.known(KEYS, super::FILE, p);
    for (key, globs) in [
        ("include", &mut config.include),
        ("exclude", &mut config.exclude),
        ("profiles", &mut config.profiles),
    ] {
        if root.has(key) {
            *globs = root.texts(key, p).into_iter().filter_map(|text| checked(text, glob, p)).collect();
        }
    }
    config.max_file_size = root.number("max_file_size", p).unwrap_or(config.max_file_size);
    if let Some(almanac) = root.table("almanac", p) {
        almanac.known(&["use"], "[almanac]", p);
        config.almanac = almanac.flag("use", p).unwrap_or(config.almanac);
    }
    if let Some(checks) = root.table("checks", p) {
        for (name, span) in checks.keys() {
            let code = heard(code(name), span, p);
            let level = checks.text(name, p).and_then(|text| checked(text, level, p));
            config.rules.levels.extend(code.zip(level));
        }
    }
    for entry in root.tables("ignore", p) {
        entry.known(&["code", "files", "reason"], "[[ignore]]", p);
        let code = entry.required("code", p).and_then(|text| checked(text, code, p));
        let files = entry.required("files", p).and_then(|text| checked(text, glob, p));
        config.rules.ignores.extend(code.zip(files).map(|(code, files)| Ignore { code, files }));
    }
    for entry in root.tables("article", p) {
        entry.known(&["file", "date", "source"], "[[article]]", p);
        let file = entry.required("file", p).map(|file| String::from(file.value));
        let date = entry.required("date", p).and_then(|text| checked(text, day, p));
        let source = entry.text("source", p).map(|source| String::from(source.value));
        let stated = file.zip(date).map(|(file, date)| ConfiguredDate { file, date, source });
        config.dates.extend(stated);
    }
}

fn day(text: &str) -> Result<Date, String> {
    let date = edtf::parse(text)?;
    date.window.single().ok_or_else(|| format!("`{text}` is more than one day; an article is written on one"))
}

fn checked<T>(
    text: Spanned<Box<str>>,
    check: impl Fn(&str) -> Result<T, String>,
    p: &mut Problems,
) -> Option<T> {
    heard(check(&text.value), text.span, p)
}

fn heard<T>(result: Result<T, String>, span: Span, p: &mut Problems) -> Option<T> {
    result.map_err(|message| p.push(file::ProfileProblem::new(span, message))).ok()
}
