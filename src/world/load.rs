//! Reads from disk what [`Sources`] name: walks the folders, skips what is not an article and gives a reason,
//! and reads the rest in parallel.

mod decode;
mod stamps;
mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::sources::Sources;
use super::{Change, DocId};
use crate::text::position::Text;

pub use decode::{Decoded, decode};
pub use stamps::FileStamp;

/// A file that should be read but cannot be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    pub path: PathBuf,
    /// In words, with the fix where there is one.
    pub reason: String,
}

/// All that was skipped, in one line: "skipped 7 files: 4 binary, 2 too large, 1 broken UTF-16".
pub fn skipped_in_short<'r>(reasons: impl Iterator<Item = &'r str>) -> String {
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    let mut files = 0;
    for reason in reasons {
        files += 1;
        let kind = reason.split(": ").next().unwrap_or(reason);
        match kinds.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((kind, 1)),
        }
    }
    kinds.sort_by_key(|(kind, count)| (std::cmp::Reverse(*count), *kind));
    let kinds: Vec<_> = kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    format!("skipped {files} file{}: {}", if files == 1 { "" } else { "s" }, kinds.join(", "))
}

/// Everything found under the roots.
#[derive(Debug, Default)]
pub struct LoadedFiles {
    /// In order of document.
    pub changes: Vec<Change>,
    /// In order of path.
    pub skipped: Vec<Skipped>,
    /// What the user should know: a root that is not a folder, a home directory read only in part.
    pub notes: Vec<String>,
}

/// Walks the roots and reads everything that counts; `progress` receives how many files of how many are read.
pub fn load(sources: &Sources, progress: &(dyn Fn(usize, usize) + Sync)) -> LoadedFiles {
    walk::load(sources, progress)
}

/// Reads one document; the error says why it cannot be read.
pub fn read(sources: &Sources, doc: &DocId) -> Result<Change, String> {
    let path = sources.path(doc).ok_or_else(|| "it lies outside every folder of the workspace".to_owned())?;
    let decoded = decode::read(&path, sources.max_file_size)?;
    Ok(sources.change(doc.clone(), Text::new(decoded.text)))
}

/// What shows which files have changed since: the size and the time of every file that [`load`] would read.
pub fn stamps(sources: &Sources) -> BTreeMap<DocId, FileStamp> {
    stamps::stamps(sources)
}

/// Which of these documents, and of the documents in folders of these names, [`load`] would read. Ignore
/// files count here too.
pub fn reached(sources: &Sources, docs: &BTreeSet<DocId>) -> BTreeSet<DocId> {
    walk::reached(sources, docs)
}

#[cfg(test)]
mod tests;
