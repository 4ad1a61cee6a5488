//! Pages of the almanac: `dateline-almanac:` documents for clients that ask for their text, files in the
//! user's cache for all others.

use std::str::FromStr as _;

use serde::Deserialize;
use tower_lsp::ls_types::Uri;

use super::snapshot::Snapshot;
use crate::config::cache;
use crate::ide::almanac::{AlmanacEntry, document};

/// Asks for the text of a page. A client that declares `experimental.almanacDocuments` sends it.
pub const METHOD: &str = "dateline/almanacDocument";

const SCHEME: &str = "dateline-almanac:";

#[derive(Debug, Deserialize)]
pub struct AlmanacDocumentParams {
    pub uri: String,
}

/// `dateline/almanacDocument`: the text, `None` for a page that does not exist.
pub fn almanac_document(_: &Snapshot, params: &AlmanacDocumentParams) -> Option<String> {
    document(&AlmanacEntry::of_path(params.uri.strip_prefix(SCHEME)?)?)
}

/// Where a client can open the page of an entry.
pub fn uri(snapshot: &Snapshot, entry: &AlmanacEntry) -> Option<Uri> {
    if snapshot.client.almanac_documents {
        return Uri::from_str(&format!("{SCHEME}/{}", entry.path())).ok();
    }
    Uri::from_file_path(cache::keep(&format!("almanac/{}", entry.path()), &document(entry)?)?)
}
