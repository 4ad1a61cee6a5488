//! `dateline.toml` and client settings, combined into one `Config` that can list its sources. An editor's
//! setting outranks the file, because a user who sets something in an editor wants it there.

pub mod cache;
mod client;
mod describe;
mod file;
pub mod state;
pub mod write;

use std::fmt;
use std::path::{Path, PathBuf};

use crate::checks::{Code, Rules, Severity};
use crate::world::sources::{ConfiguredDate, SourceOptions};

/// The name of the file that holds a workspace's settings.
pub const FILE: &str = "dateline.toml";

/// Everything a user can set.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Globs of the files that are articles, from the workspace's folder.
    pub include: Vec<String>,
    /// Globs of those among them that are not.
    pub exclude: Vec<String>,
    /// Globs of the profile files.
    pub profiles: Vec<String>,
    /// Bytes; larger files are skipped with a reason.
    pub max_file_size: u64,
    /// Whether editors show the days that times resolve to.
    pub inlay_hints: bool,
    /// Whether hovers link to places; an editor that hides the addresses may still wrap lines at them.
    pub hover_links: bool,
    /// The level of each check, and what is ignored.
    pub rules: Rules,
    /// What `[[article]]` entries state, in order of place.
    pub dates: Vec<ConfiguredDate>,
    /// Whether public facts of the almanac date articles and stand in hovers.
    pub almanac: bool,
    /// What was read, in order: later sources outrank earlier ones.
    pub sources: Vec<String>,
    /// What could not be read; everything else counts.
    pub problems: Vec<SettingProblem>,
}

/// A setting that cannot be read, with the fix.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SettingProblem {
    /// The file, or "client settings".
    pub source: String,
    /// From one.
    pub line: Option<u32>,
    /// One line: the problem and its fix.
    pub message: String,
}

impl fmt::Display for SettingProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.source, self.message),
            None => write!(f, "{}: {}", self.source, self.message),
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        let SourceOptions { include, exclude, profiles, max_file_size, dates, almanac } =
            SourceOptions::default();
        Self {
            include,
            exclude,
            profiles,
            max_file_size,
            dates,
            almanac,
            inlay_hints: true,
            hover_links: true,
            rules: Rules::default(),
            sources: Vec::new(),
            problems: Vec::new(),
        }
    }
}

impl Config {
    /// The settings of a workspace: the defaults, then `dateline.toml` if the folder has one.
    pub fn load(folder: &Path) -> Self {
        let path = folder.join(FILE);
        match Self::text(folder) {
            Ok(Some(text)) => Self::parse(&text, &path.display().to_string()),
            Ok(None) => Self::default(),
            Err(error) => {
                let message = format!("cannot be read: {error}; the defaults are used");
                let problem = SettingProblem { source: path.display().to_string(), line: None, message };
                Self { problems: vec![problem], ..Self::default() }
            }
        }
    }

    /// The text of a folder's `dateline.toml`, if it has one. A pipe or a device is never opened, because it
    /// could block forever or never end.
    pub fn text(folder: &Path) -> std::io::Result<Option<String>> {
        let path = folder.join(FILE);
        match path.metadata() {
            Ok(metadata) if metadata.is_file() => std::fs::read_to_string(path).map(Some),
            Ok(_) => Err(std::io::Error::other("it is not a regular file")),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The settings in a `dateline.toml`; `source` names it in problems.
    pub fn parse(text: &str, source: &str) -> Self {
        file::parse(text, source)
    }

    /// These settings, overridden by those of an editor.
    #[must_use]
    pub fn with_client(self, settings: &serde_json::Value) -> Self {
        client::merge(self, settings)
    }

    /// The nearest folder with a `dateline.toml`, from `start` upwards.
    pub fn find(start: &Path) -> Option<PathBuf> {
        let start = std::path::absolute(start).ok()?;
        start.ancestors().find(|folder| folder.join(FILE).is_file()).map(Path::to_owned)
    }

    /// The options of the loader.
    pub fn options(&self) -> SourceOptions {
        SourceOptions {
            include: self.include.clone(),
            exclude: self.exclude.clone(),
            profiles: self.profiles.clone(),
            max_file_size: self.max_file_size,
            dates: self.dates.clone(),
            almanac: self.almanac,
        }
    }

    /// The path of the first profile file to create: in the folder that the first pattern refers to.
    pub fn first_profile_file(&self) -> String {
        let pattern = self.profiles.first().map_or("", String::as_str);
        if !pattern.contains(['*', '?', '[', '{']) && pattern.ends_with(".toml") {
            return pattern.to_owned();
        }
        let plain = |part: &&str| !part.contains(['*', '?', '[', '{']);
        let folders: Vec<&str> =
            pattern.split('/').take_while(plain).filter(|part| !part.is_empty()).collect();
        folders.into_iter().chain(["people.toml"]).collect::<Vec<_>>().join("/")
    }

    /// What was read and the resulting settings, for people.
    pub fn describe(&self) -> String {
        describe::describe(self)
    }
}

/// "off", "hint", "info", "warning", "error".
fn level(text: &str) -> Result<Option<Severity>, String> {
    match text {
        "off" => Ok(None),
        "hint" => Ok(Some(Severity::Hint)),
        "info" => Ok(Some(Severity::Info)),
        "warning" => Ok(Some(Severity::Warning)),
        "error" => Ok(Some(Severity::Error)),
        _ => Err(format!("`{text}` is no level; write off, hint, info, warning or error")),
    }
}

fn code(text: &str) -> Result<Code, String> {
    let known = |code: &Code| Code::all().is_empty() || code.check().is_some();
    let wrong = || format!("`{text}` is no check; `dateline explain` lists them");
    Code::parse(text).filter(known).ok_or_else(wrong)
}

fn glob(text: &str) -> Result<String, String> {
    match crate::world::sources::glob_problem(text) {
        Some(why) => Err(format!("`{text}` is no glob: {why}")),
        None => Ok(text.to_owned()),
    }
}

#[cfg(test)]
mod tests;
