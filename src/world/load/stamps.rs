//! What shows that files have changed, without reading them.

use std::collections::BTreeMap;
use std::time::SystemTime;

use super::{LoadedFiles, walk};
use crate::world::DocId;
use crate::world::sources::Sources;

/// The size of a file and when it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileStamp {
    pub bytes: u64,
    pub written: Option<SystemTime>,
}

/// The stamps of all files that a load would read.
pub(super) fn stamps(sources: &Sources) -> BTreeMap<DocId, FileStamp> {
    let found = walk::find(sources, &mut LoadedFiles::default()).into_iter();
    let stamped = found.filter_map(|(doc, path)| {
        let file = path.metadata().ok()?;
        Some((doc, FileStamp { bytes: file.len(), written: file.modified().ok() }))
    });
    stamped.collect()
}
