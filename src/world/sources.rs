//! Which documents count, what each is read as, and what the user's settings say about them. Paths and globs
//! only: `load` reads files, and an open document needs no file.

mod roots;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};
use jiff::civil::Date;

use super::{Change, DocId};
use crate::article::{Hints, StatedDate};
use crate::text::position::Text;
use roots::Roots;

pub(super) use roots::Root;

/// What counts as an article or a profile. Globs are relative to a root.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceOptions {
    pub include: Vec<String>,
    pub exclude: Vec<String>,
    pub profiles: Vec<String>,
    /// Bytes; larger files are skipped with a reason.
    pub max_file_size: u64,
    /// Articles whose date the user states.
    pub dates: Vec<ConfiguredDate>,
    /// Whether public facts of the almanac date articles and stand in hovers.
    pub almanac: bool,
}

/// One `[[article]]` of `dateline.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfiguredDate {
    /// Path below the root.
    pub file: String,
    pub date: Date,
    /// Who states it.
    pub source: Option<String>,
}

impl Default for SourceOptions {
    fn default() -> Self {
        Self {
            include: vec!["**/*.txt".into(), "**/*.md".into()],
            exclude: Vec::new(),
            profiles: vec!["profiles/**/*.toml".into()],
            max_file_size: 8 << 20,
            dates: Vec::new(),
            almanac: true,
        }
    }
}

/// What a document is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    Article,
    Profile,
}

/// The roots of a corpus and what counts below them.
#[derive(Clone, Debug)]
pub struct Sources {
    pub(super) roots: Roots,
    include: GlobSet,
    exclude: GlobSet,
    profiles: GlobSet,
    pub(super) max_file_size: u64,
    /// By path below the root.
    dates: HashMap<String, ConfiguredDate>,
    almanac: bool,
    /// The same for articles among several in a file, by number: "wire.txt#3".
    numbered: HashMap<String, BTreeMap<usize, StatedDate>>,
}

impl Sources {
    /// `roots` are folders or single files. Globs that do not parse are left out; `Config` reports them.
    pub fn new(roots: &[PathBuf], options: &SourceOptions) -> Self {
        Self::of(Roots::new(roots), options)
    }

    /// One folder of several, when the caller names their documents: `prefix` and the path below it.
    pub fn at(dir: &Path, prefix: &str, options: &SourceOptions) -> Self {
        Self::of(Roots::at(dir, prefix), options)
    }

    fn of(roots: Roots, options: &SourceOptions) -> Self {
        let mut dates = HashMap::new();
        let mut numbered: HashMap<String, BTreeMap<usize, StatedDate>> = HashMap::new();
        // The first entry for a document counts.
        for stated in &options.dates {
            dates.entry(stated.file.clone()).or_insert_with(|| stated.clone());
            if let Some((file, number)) = stated.file.rsplit_once('#')
                && let Ok(number) = number.parse()
            {
                let articles = numbered.entry(file.to_owned()).or_default();
                articles.entry(number).or_insert_with(|| said(stated));
            }
        }
        Self {
            roots,
            include: globs(&options.include),
            exclude: globs(&options.exclude),
            profiles: globs(&options.profiles),
            max_file_size: options.max_file_size,
            dates,
            almanac: options.almanac,
            numbered,
        }
    }

    /// The document at a path, if it lies below a root; whether it counts is another question.
    pub fn doc(&self, path: &Path) -> Option<DocId> {
        self.roots.doc(path)
    }

    /// The path of a document on disk, if it is below a root.
    pub fn path(&self, doc: &DocId) -> Option<PathBuf> {
        self.roots.path(doc)
    }

    /// What a document below a root is read as; `None` if it does not count.
    pub fn kind(&self, doc: &DocId) -> Option<DocumentKind> {
        let (root, relative) = self.roots.split(doc)?;
        if root.names(relative) {
            let profile = relative.ends_with(".toml");
            return Some(if profile { DocumentKind::Profile } else { DocumentKind::Article });
        }
        match relative {
            _ if root.only.is_some() || self.exclude.is_match(relative) => None,
            _ if self.profiles.is_match(relative) => Some(DocumentKind::Profile),
            _ if self.include.is_match(relative) => Some(DocumentKind::Article),
            _ => None,
        }
    }

    /// The change that gives a document this text, on disk or in an editor. A document outside every root, or
    /// matched by no glob, is still an article: the user opened it.
    pub fn change(&self, doc: DocId, text: Text) -> Change {
        if self.kind(&doc) == Some(DocumentKind::Profile) {
            return Change::Profile { doc, text };
        }
        let file_name = doc.decoded_name().into();
        let hints = Hints { file_name, without_almanac: !self.almanac, ..self.stated(&doc) };
        Change::Article { doc, text, hints }
    }

    /// The path of a document below its root, as `dateline.toml` names it; with the number of an article
    /// among several.
    pub fn relative<'a>(&'a self, doc: &'a DocId) -> Option<Cow<'a, str>> {
        let (_, relative) = self.roots.split(doc)?;
        Some(doc.number().map_or(relative.into(), |number| format!("{relative}#{number}").into()))
    }

    /// What the user states of the dates of a file and of articles in it.
    fn stated(&self, doc: &DocId) -> Hints {
        let Some((_, relative)) = self.roots.split(doc) else { return Hints::default() };
        let whole = self.dates.get(relative).map(said);
        let (date, source) = whole.unzip();
        let numbered = self.numbered.get(relative).cloned().unwrap_or_default();
        Hints { date, source: source.flatten(), numbered, ..Hints::default() }
    }
}

/// A date with who states it.
fn said(stated: &ConfiguredDate) -> StatedDate {
    (stated.date, stated.source.as_deref().map(Into::into))
}

/// Why a glob cannot be used, in words.
pub fn glob_problem(glob: &str) -> Option<String> {
    Glob::new(glob).err().map(|error| error.kind().to_string())
}

/// The globs that parse.
fn globs(patterns: &[String]) -> GlobSet {
    let mut set = GlobSetBuilder::new();
    for glob in patterns.iter().filter_map(|pattern| parse(pattern)) {
        set.add(glob);
    }
    set.build().unwrap_or_default()
}

/// Matches regardless of case: old exports are called `WIRE.TXT`.
fn parse(pattern: &str) -> Option<Glob> {
    GlobBuilder::new(pattern).case_insensitive(true).build().ok()
}
