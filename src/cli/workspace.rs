//! Loads what the user named on the command line into a World, showing progress on a terminal.

use std::borrow::Cow;
use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use super::Failure;
use crate::config::Config;
use crate::world::sources::{DocumentKind, SourceOptions, Sources};
use crate::world::{Change, DocId, World, load};

/// A corpus, loaded.
pub struct LoadedCorpus {
    pub world: World,
    pub config: Config,
    /// Files that were not read, with the reason.
    pub skipped: Vec<(String, String)>,
    sources: Sources,
    /// The files the user named; empty if only folders were named.
    files: Vec<PathBuf>,
}

impl LoadedCorpus {
    /// Whether the user asked about this document: all of a folder, or the files named.
    pub fn wanted(&self, doc: &DocId) -> bool {
        self.files.is_empty() || self.files.iter().any(|file| self.doc_of(file) == Some(doc.file()))
    }

    /// Whether a file that the user named, or every file of the folders, could not be read: then nothing can
    /// be reported.
    pub fn unread(&self) -> bool {
        let nothing = self.world.article_count() == 0 && !self.skipped.is_empty();
        nothing || self.files.iter().any(|file| self.doc_of(file).is_none())
    }

    /// The document at a path, if the corpus contains it.
    pub fn doc_of(&self, path: &Path) -> Option<DocId> {
        self.sources.doc(path).filter(|doc| self.world.text(doc).is_some())
    }

    /// The path of a document on disk.
    pub fn path(&self, doc: &DocId) -> Option<PathBuf> {
        self.sources.path(doc)
    }

    /// The path of a document below its folder, as `dateline.toml` names it.
    pub fn relative<'a>(&'a self, doc: &'a DocId) -> Option<Cow<'a, str>> {
        self.sources.relative(doc)
    }

    /// The name of an article: the path of its file, and its number if the file holds several.
    pub fn named(&self, doc: &DocId) -> String {
        let file = self.shown(doc);
        doc.number().map_or_else(|| file.clone(), |number| format!("{file}#{number}"))
    }

    /// The path of a document's file as a user in this folder would type it.
    pub fn shown(&self, doc: &DocId) -> String {
        self.sources.path(doc).map_or_else(|| doc.to_string(), |path| shown(&path))
    }
}

/// Loads folders whole; for a file, the corpus it belongs to: the nearest folder upwards with a
/// `dateline.toml`, else its own folder.
pub fn load(paths: &[PathBuf]) -> Result<LoadedCorpus, Failure> {
    let mut roots = Vec::new();
    let mut files = Vec::new();
    let mut folders = false;
    for path in paths {
        if path.is_file() {
            files.push(path.clone());
            let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
            roots.push(Config::find(path).unwrap_or_else(|| parent.unwrap_or(Path::new(".")).to_path_buf()));
        } else if path.is_dir() {
            folders = true;
            roots.push(path.clone());
        } else {
            return Err(format!("there is no file or folder {}", path.display()));
        }
    }
    let same = |path: &PathBuf| std::fs::canonicalize(path).unwrap_or_else(|_| path.clone());
    roots.dedup_by_key(|path| same(path));
    if folders {
        files.clear();
    }
    let config = settings(roots.first().map_or(Path::new("."), PathBuf::as_path))?;
    let sources = Sources::new(&roots, &config.options());
    let loaded = load::load(&sources, &progress("reading"));
    for note in &loaded.notes {
        eprintln!("note: {note}");
    }
    let world = World::default().apply(loaded.changes);
    let asked =
        |path: &Path| files.is_empty() || files.iter().any(|file| same(file) == same(&path.to_path_buf()));
    let skipped = loaded.skipped.into_iter().filter(|skipped| asked(&skipped.path));
    let skipped = skipped.map(|skipped| (shown(&skipped.path), skipped.reason)).collect();
    if world.article_count() == 0 {
        let where_ = roots.iter().map(|root| root.display().to_string()).collect::<Vec<_>>().join(", ");
        eprintln!("note: no articles in {where_}; they are files named {}", config.include.join(", "));
    }
    Ok(LoadedCorpus { world, config, skipped, sources, files })
}

/// A folder's profiles and settings, without its articles.
pub fn profiles_only(folder: &Path) -> Result<(World, Config), Failure> {
    if !folder.is_dir() {
        return Err(format!("there is no folder {}", folder.display()));
    }
    let config = settings(folder)?;
    // No articles: they come from elsewhere.
    let options = SourceOptions { include: Vec::new(), ..config.options() };
    let sources = Sources::new(&[folder.to_path_buf()], &options);
    let mut loaded = load::load(&sources, &|_, _| {});
    let is_profile = |doc: &DocId| sources.kind(doc) == Some(DocumentKind::Profile);
    loaded.changes.retain(|change| matches!(change, Change::Profile { doc, .. } if is_profile(doc)));
    Ok((World::default().apply(loaded.changes), config))
}

/// The settings of a folder; unreadable ones are an error, because a check that ignored them would mislead.
fn settings(root: &Path) -> Result<Config, Failure> {
    let folder = Config::find(root).unwrap_or_else(|| root.to_path_buf());
    let config = Config::load(&folder);
    if config.problems.is_empty() {
        return Ok(config);
    }
    let problems: Vec<_> = config.problems.iter().map(ToString::to_string).collect();
    Err(problems.join("\nerror: "))
}

/// A line on the terminal with the progress of a long load; silent elsewhere.
fn progress(what: &'static str) -> impl Fn(usize, usize) + Sync {
    let terminal = std::io::stderr().is_terminal();
    move |done, total| {
        if terminal && total >= 500 && (done.is_multiple_of(100) || done == total) {
            let end = if done == total { "\r\x1b[K" } else { "" };
            let _ = write!(std::io::stderr(), "\r{what} {done} of {total} articles{end}");
        }
    }
}

/// A path as a user in this folder would type it.
pub fn shown(path: &Path) -> String {
    let relative =
        std::env::current_dir().ok().and_then(|here| path.strip_prefix(here).ok().map(Path::to_path_buf));
    relative.as_deref().unwrap_or(path).display().to_string()
}
