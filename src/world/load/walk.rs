//! The walk itself: in order of name, without following links to folders, so that it cannot loop.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use ignore::{DirEntry, WalkBuilder};
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
    let found: Vec<_> = find(sources, &mut loaded).into_iter().collect();
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

/// The documents below the roots; what is wrong with the others goes into `loaded`.
pub(super) fn find(sources: &Sources, loaded: &mut LoadedFiles) -> Found {
    let (mut found, mut links) = (Found::new(), Found::new());
    for root in sources.roots.iter() {
        walk(sources, root, &mut found, &mut links, loaded);
    }
    follow(sources, links, &mut found, loaded);
    found
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
pub(super) type Found = BTreeMap<DocId, PathBuf>;

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
    let blocked: Arc<Mutex<Vec<PathBuf>>> = Arc::default();
    let told = blocked.clone();
    let walk = walker(&root.dir, move |entry| {
        let file = blocking_file(entry.path());
        let free = file.is_none();
        told.lock().into_iter().for_each(|mut told| told.extend(file.clone()));
        free
    });
    for (seen, entry) in walk.build().enumerate() {
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
    let blocked = blocked.lock().map(|mut blocked| std::mem::take(&mut *blocked)).unwrap_or_default();
    loaded.skipped.extend(
        blocked
            .into_iter()
            .map(|path| Skipped { path, reason: "not a regular file, so its folder is not read".into() }),
    );
}

/// Which of these documents, and which documents in folders of these names, a walk would find; it looks only
/// where they are.
pub(super) fn reached(sources: &Sources, docs: &BTreeSet<DocId>) -> BTreeSet<DocId> {
    let paths: Arc<BTreeSet<PathBuf>> = Arc::new(docs.iter().filter_map(|doc| sources.path(doc)).collect());
    let mut reached = BTreeSet::new();
    for root in sources.roots.iter() {
        let wanted = paths.clone();
        let walk = walker(&root.dir, move |entry| {
            let path = entry.path();
            (leads_there(&wanted, path) || lies_below(&wanted, path)) && blocking_file(path).is_none()
        });
        let found = walk.build().flatten().filter(|entry| lies_below(&paths, entry.path()));
        let found = found.filter(|entry| !entry.path_is_symlink() || !is_in(sources, root, entry.path()));
        reached.extend(found.filter_map(|entry| sources.doc(entry.path())));
    }
    reached.retain(|doc| sources.kind(doc).is_some());
    reached
}

/// Whether a link leads to a document of the root, which counts under its own name.
fn is_in(sources: &Sources, root: &Root, link: &Path) -> bool {
    let target = real(link);
    let inside = target.strip_prefix(real(&root.dir)).ok().map(|relative| root.dir.join(relative));
    inside.and_then(|path| sources.doc(&path)).is_some_and(|doc| sources.kind(&doc).is_some())
}

/// Whether this is one of the wanted paths or lies below one.
fn lies_below(wanted: &BTreeSet<PathBuf>, path: &Path) -> bool {
    path.ancestors().any(|above| wanted.contains(above))
}

/// Whether one of the wanted paths is this folder or lies below it.
fn leads_there(wanted: &BTreeSet<PathBuf>, folder: &Path) -> bool {
    // In path order, the contents of a folder come right after it.
    let from = (Bound::Included(folder), Bound::Unbounded);
    wanted.range::<Path, _>(from).next().is_some_and(|path| path.starts_with(folder))
}

/// Ignore files below and above the root count; those of one machine (git's global ones) do not. `enters`
/// decides about everything below the root.
fn walker(dir: &Path, enters: impl Fn(&DirEntry) -> bool + Send + Sync + 'static) -> WalkBuilder {
    let mut walker = WalkBuilder::new(dir);
    let own = blocking_file(dir).is_none();
    let above = real(dir).ancestors().skip(1).all(|above| blocking_file(above).is_none());
    walker
        .git_global(false)
        .git_exclude(false)
        .require_git(false)
        .ignore(own)
        .git_ignore(own)
        .parents(above)
        .follow_links(false)
        .filter_entry(enters)
        .sort_by_file_name(|a, b| a.cmp(b));
    walker
}

/// The ignore file of a folder that is a pipe or a device, which could block its reader forever.
fn blocking_file(dir: &Path) -> Option<PathBuf> {
    let files = [".ignore", ".gitignore"].map(|name| dir.join(name));
    files.into_iter().find(|file| file.metadata().is_ok_and(|file| !file.is_file() && !file.is_dir()))
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
