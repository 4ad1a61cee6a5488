//! The walk itself: in order of name, without following links to folders, so that it cannot loop.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ignore::WalkBuilder;
use rayon::prelude::*;

use super::{Decoded, LoadedFiles, Skipped, decode};
use crate::text::position::Text;
use crate::world::sources::{Root, Sources};
use crate::world::{Change, DocId};

/// A home directory or a whole disk is hardly meant as a corpus; this many of its files are read.
const STRAY: usize = 2_000;
/// And at most this many entries are looked at.
const STRAY_ENTRIES: usize = 100_000;

pub(super) fn load(sources: &Sources, progress: &(dyn Fn(usize, usize) + Sync)) -> LoadedFiles {
    let mut loaded = LoadedFiles::default();
    let mut found = BTreeMap::new();
    let mut links = BTreeMap::new();
    for root in sources.roots.iter() {
        walk(sources, root, &mut found, &mut links, &mut loaded);
    }
    follow(sources, links, &mut found, &mut loaded);
    let found: Vec<_> = found.into_iter().collect();
    let (total, done) = (found.len(), AtomicUsize::new(0));
    let read = found.into_par_iter().map(|(doc, path)| read(sources, doc, path));
    let read = read.inspect(|_| progress(done.fetch_add(1, Ordering::Relaxed) + 1, total));
    let read: Vec<_> = read.collect();
    let mut western = Vec::new();
    for result in read {
        match result {
            Ok((change, path)) => {
                loaded.changes.push(change);
                western.extend(path);
            }
            Err(skipped) => loaded.skipped.push(skipped),
        }
    }
    loaded.notes.extend(note_of_encoding(&western));
    loaded.skipped.sort();
    loaded.skipped.dedup();
    loaded
}

/// Reads one file; its path comes with the change if it was read as Windows-1252.
fn read(sources: &Sources, doc: DocId, path: PathBuf) -> Result<(Change, Option<PathBuf>), Skipped> {
    match decode::read(&path, sources.max_file_size) {
        Ok(Decoded { text, windows_1252 }) => {
            Ok((sources.change(doc, Text::new(text)), windows_1252.then_some(path)))
        }
        Err(reason) => Err(Skipped { path, reason }),
    }
}

/// One line for all files that were read as Windows-1252, with the fix.
fn note_of_encoding(files: &[PathBuf]) -> Option<String> {
    let first = files.first()?.display();
    Some(match files.len() {
        1 => format!(
            "`{first}` is not UTF-8 and was read as Windows-1252; save it as UTF-8 if letters look wrong"
        ),
        count => format!(
            "{count} files are not UTF-8 and were read as Windows-1252, `{first}` first; save them as UTF-8 if letters look wrong"
        ),
    })
}

/// Adds the files that links lead to, each once: a file that the walk or another link has already found is
/// the same article. A link to a folder is not followed, because it may form a loop; one that leads outside
/// is reported.
fn follow(sources: &Sources, links: Found, found: &mut Found, loaded: &mut LoadedFiles) {
    let real_roots: Vec<(PathBuf, &Root)> =
        sources.roots.iter().map(|root| (real(&root.dir), root)).collect();
    let mut targets = BTreeSet::new();
    for (doc, link) in links {
        let target = real(&link);
        let inside = real_roots.iter().find_map(|(dir, root)| Some((root, target.strip_prefix(dir).ok()?)));
        if target.is_dir() {
            if inside.is_none() {
                let cure =
                    "is a link to a folder and is not followed; open the folder itself beside this one";
                loaded.notes.push(format!("`{}` {cure}", link.display()));
            }
            continue;
        }
        let known = inside
            .and_then(|(root, relative)| sources.doc(&root.dir.join(relative)))
            .is_some_and(|doc| found.contains_key(&doc));
        if !known && sources.kind(&doc).is_some() && target.is_file() && targets.insert(target) {
            found.insert(doc, link);
        }
    }
}

/// Documents with their paths.
type Found = BTreeMap<DocId, PathBuf>;

/// Finds the files of one root that count; links are set aside.
fn walk(sources: &Sources, root: &Root, found: &mut Found, links: &mut Found, loaded: &mut LoadedFiles) {
    if let Some(only) = &root.only {
        let paths = only.iter().map(|name| root.dir.join(name));
        found.extend(paths.filter_map(|path| Some((sources.doc(&path)?, path))));
        return;
    }
    if !root.dir.is_dir() {
        loaded.notes.push(format!("`{}` is no folder", root.dir.display()));
        return;
    }
    let stray = is_stray(&root.dir);
    let mut mine = 0;
    for (seen, entry) in walker(&root.dir).build().enumerate() {
        if stray && (mine >= STRAY || seen >= STRAY_ENTRIES) {
            let note = "is a home directory or a whole disk, so only its first files are read; open your corpus's folder";
            loaded.notes.push(format!("`{}` {note}", root.dir.display()));
            return;
        }
        match entry {
            Ok(entry) => {
                let link = entry.path_is_symlink();
                let path = entry.into_path();
                let Some(doc) = sources.doc(&path) else { continue };
                if link {
                    links.insert(doc, path);
                } else if sources.kind(&doc).is_some() && path.is_file() && found.insert(doc, path).is_none()
                {
                    mine += 1;
                }
            }
            Err(error) => {
                let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                loaded
                    .skipped
                    .push(Skipped { path: path_of(&error).unwrap_or(&root.dir).to_owned(), reason });
            }
        }
    }
}

/// Which of these documents a walk would find; it looks only into their folders.
pub(super) fn reached(sources: &Sources, docs: &BTreeSet<DocId>) -> BTreeSet<DocId> {
    let paths: Arc<BTreeSet<PathBuf>> = Arc::new(docs.iter().filter_map(|doc| sources.path(doc)).collect());
    let mut reached = BTreeSet::new();
    for root in sources.roots.iter() {
        let wanted = paths.clone();
        let mut walker = walker(&root.dir);
        let found = walker.filter_entry(move |entry| leads_there(&wanted, entry.path())).build().flatten();
        reached.extend(found.filter_map(|entry| sources.doc(entry.path())));
    }
    reached.retain(|doc| docs.contains(doc) && sources.kind(doc).is_some());
    reached
}

/// Whether one of the wanted paths is this folder or lies below it.
fn leads_there(wanted: &BTreeSet<PathBuf>, folder: &Path) -> bool {
    // In path order, the contents of a folder come right after it.
    let from = (Bound::Included(folder), Bound::Unbounded);
    wanted.range::<Path, _>(from).next().is_some_and(|path| path.starts_with(folder))
}

/// Ignore files below and above the root count; those of one machine (git's global ones) do not.
fn walker(dir: &Path) -> WalkBuilder {
    let mut walker = WalkBuilder::new(dir);
    walker
        .git_global(false)
        .git_exclude(false)
        .require_git(false)
        .follow_links(false)
        .sort_by_file_name(|a, b| a.cmp(b));
    walker
}

fn is_stray(dir: &Path) -> bool {
    let dir = real(dir);
    dir.parent().is_none() || std::env::home_dir().is_some_and(|home| real(&home) == dir)
}

/// Where a path leads once all links are followed; the path itself if it leads nowhere.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}
