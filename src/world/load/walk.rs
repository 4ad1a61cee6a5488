//! The walk itself: in order of name, without following links to folders, so that no loop can form.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ignore::WalkBuilder;
use rayon::prelude::*;

use super::roots::Root;
use super::{Loaded, Loader, Skipped, decode};
use crate::text::position::Text;
use crate::world::DocId;

/// A home directory or a whole disk was hardly meant as a corpus: this many files of it are read.
const STRAY: usize = 2_000;
/// And no more than this many entries looked at.
const STRAY_ENTRIES: usize = 100_000;

pub(super) fn load(loader: &Loader, progress: &(dyn Fn(usize, usize) + Sync)) -> Loaded {
    let mut loaded = Loaded::default();
    let mut found = BTreeMap::new();
    for root in loader.roots.iter() {
        walk(loader, root, &mut found, &mut loaded);
    }
    let found: Vec<_> = found.into_iter().collect();
    let (total, done) = (found.len(), AtomicUsize::new(0));
    let read = |(doc, path): (DocId, PathBuf)| {
        let text = decode::read(&path, loader.max_file_size);
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        match text {
            Ok(text) => Ok(loader.change(doc, Text::new(text))),
            Err(reason) => Err(Skipped { path, reason }),
        }
    };
    let read: Vec<_> = found.into_par_iter().map(read).collect();
    for result in read {
        match result {
            Ok(change) => loaded.changes.push(change),
            Err(skipped) => loaded.skipped.push(skipped),
        }
    }
    loaded.skipped.sort();
    loaded.skipped.dedup();
    loaded
}

/// Finds the files of one root that count.
fn walk(loader: &Loader, root: &Root, found: &mut BTreeMap<DocId, PathBuf>, loaded: &mut Loaded) {
    if let Some(only) = &root.only {
        let paths = only.iter().map(|name| root.dir.join(name));
        found.extend(paths.filter_map(|path| Some((loader.doc(&path)?, path))));
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
                let path = entry.into_path();
                let Some(doc) = loader.doc(&path) else { continue };
                // A link to a file is read; a link to a folder, and the folder itself, are not files.
                if loader.kind(&doc).is_some() && path.is_file() && found.insert(doc, path).is_none() {
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

/// Which of these documents a walk would come upon: it looks into their folders only.
pub(super) fn reached(loader: &Loader, docs: &BTreeSet<DocId>) -> BTreeSet<DocId> {
    let paths: Arc<BTreeSet<PathBuf>> = Arc::new(docs.iter().filter_map(|doc| loader.path(doc)).collect());
    let mut reached = BTreeSet::new();
    for root in loader.roots.iter() {
        let wanted = paths.clone();
        // In order of path, what lies below a folder stands right behind it.
        let leads_there = move |folder: &Path| {
            let from = (Bound::Included(folder), Bound::Unbounded);
            wanted.range::<Path, _>(from).next().is_some_and(|path| path.starts_with(folder))
        };
        let found = walker(&root.dir).filter_entry(move |entry| leads_there(entry.path())).build().flatten();
        reached.extend(found.filter_map(|entry| loader.doc(entry.path())));
    }
    reached.retain(|doc| docs.contains(doc) && loader.kind(doc).is_some());
    reached
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
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let dir = real(dir);
    dir.parent().is_none() || std::env::home_dir().is_some_and(|home| real(&home) == dir)
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}
