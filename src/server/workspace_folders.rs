//! Between URIs and documents. The only place that knows both kinds of name.
//!
//! Below the first root a document is its path; below a further root, `//` and the root's name precede it; a
//! document outside every root, or not on disk, is its URI. A path whose first part contains a colon gets
//! `./`, so that no path looks like a URI.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use tower_lsp::ls_types::Uri;

use crate::config::Config;
use crate::world::DocId;
use crate::world::sources::Sources;

/// A folder of the workspace, with its settings.
#[derive(Clone, Debug)]
pub struct WorkspaceFolder {
    pub path: PathBuf,
    /// Prefix of the path in a document's name; unique to the root.
    pub prefix: String,
    pub config: Arc<Config>,
    pub sources: Arc<Sources>,
}

/// The folders of the workspace, in the order the client named them.
#[derive(Clone, Debug)]
pub struct WorkspaceFolders {
    all: Vec<WorkspaceFolder>,
    /// The settings of documents outside every root.
    pub config: Arc<Config>,
    pub sources: Arc<Sources>,
}

impl Default for WorkspaceFolders {
    fn default() -> Self {
        let config = Config::default();
        let sources = Arc::new(Sources::new(&[], &config.options()));
        Self { all: Vec::new(), config: Arc::new(config), sources }
    }
}

impl WorkspaceFolders {
    /// In the order the client named them.
    pub fn iter(&self) -> impl Iterator<Item = &WorkspaceFolder> {
        self.all.iter()
    }

    /// The same, to change their settings.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut WorkspaceFolder> {
        self.all.iter_mut()
    }

    /// Adds a folder. One that is there already, or is not a folder on disk, changes nothing.
    pub fn add(&mut self, folder: &Uri) {
        let Some(path) = file_path(folder).filter(|path| self.all.iter().all(|root| root.path != *path))
        else {
            return;
        };
        let prefix = self.free_prefix(&path);
        let sources = Arc::new(Sources::at(&path, &prefix, &self.config.options()));
        self.all.push(WorkspaceFolder { path, prefix, config: self.config.clone(), sources });
    }

    /// Removes a folder; the others keep their documents' names.
    pub fn remove(&mut self, folder: &Uri) {
        let path = file_path(folder);
        self.all.retain(|root| Some(&root.path) != path.as_ref());
    }

    /// The document that a URI means; the URI itself outside every folder.
    pub fn doc(&self, uri: &Uri) -> DocId {
        file_path(uri).and_then(|path| self.doc_of_path(&path)).unwrap_or_else(|| DocId::new(uri.as_str()))
    }

    /// The name of a file below a root, the innermost if roots are nested.
    pub fn doc_of_path(&self, path: &Path) -> Option<DocId> {
        let holding = self.all.iter().filter(|root| path.starts_with(&root.path));
        holding.max_by_key(|root| root.path.components().count())?.sources.doc(path)
    }

    /// The URI of a document.
    pub fn uri(&self, doc: &DocId) -> Option<Uri> {
        match self.root_of(doc) {
            Some(root) => Uri::from_file_path(root.sources.path(doc)?.components().collect::<PathBuf>()),
            None => Uri::from_str(doc.as_str()).ok(),
        }
    }

    /// The root a document lies below, by its name alone.
    pub fn root_of(&self, doc: &DocId) -> Option<&WorkspaceFolder> {
        let name = doc.as_str();
        if name.starts_with("//") {
            return self.all.iter().find(|root| !root.prefix.is_empty() && name.starts_with(&root.prefix));
        }
        let is_uri = name.split('/').next().is_some_and(|first| first.contains(':'));
        self.all.iter().find(|root| root.prefix.is_empty() && !is_uri)
    }

    /// The settings that apply to a document.
    pub fn config_of(&self, doc: &DocId) -> &Arc<Config> {
        self.root_of(doc).map_or(&self.config, |root| &root.config)
    }

    /// Decides how the document's text is read.
    pub fn sources_of(&self, doc: &DocId) -> &Sources {
        self.root_of(doc).map_or(&self.sources, |root| &root.sources)
    }

    fn free_prefix(&self, path: &Path) -> String {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let numbered = (2..).map(|n| format!("//{name}~{n}/"));
        let mut names = [String::new(), format!("//{name}/")].into_iter().chain(numbered);
        let taken = |prefix: &String| self.all.iter().any(|root| root.prefix == *prefix);
        names.find(|prefix| !taken(prefix)).unwrap_or_default()
    }
}

/// The path of a `file:` URI.
pub fn file_path(uri: &Uri) -> Option<PathBuf> {
    let is_file = uri.scheme().as_str().eq_ignore_ascii_case("file");
    let path = uri.to_file_path().filter(|path| is_file && path.is_absolute())?;
    Some(path.components().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uri(text: &str) -> Uri {
        Uri::from_str(text).unwrap()
    }

    fn roots(folders: &[&str]) -> WorkspaceFolders {
        let mut roots = WorkspaceFolders::default();
        folders.iter().for_each(|folder| roots.add(&uri(folder)));
        roots
    }

    #[test]
    fn every_uri_has_a_name_and_comes_back() {
        let roots =
            roots(&["file:///a/my%20news", "file:///b/news/", "file:///c/news", "file:///b/news/deep"]);
        for (text, name) in [
            ("file:///a/my%20news/x/2024%20%C3%A9.txt", "x/2024 é.txt"),
            ("file:///a/my%20news/re%3A.txt", "./re:.txt"),
            ("file:///b/news/x.txt", "//news/x.txt"),
            ("file:///c/news/x.txt", "//news~2/x.txt"),
            ("file:///b/news/deep/x.txt", "//deep/x.txt"),
            ("file:///elsewhere/x.txt", "file:///elsewhere/x.txt"),
            ("untitled:Untitled-1", "untitled:Untitled-1"),
        ] {
            let doc = roots.doc(&uri(text));
            assert_eq!(doc.as_str(), name);
            assert_eq!(roots.uri(&doc), Some(uri(text)), "{name}");
        }
    }

    #[test]
    fn editors_spell_one_uri_in_several_ways() {
        let roots = roots(&["file:///a"]);
        for text in ["file:///a/b%2Dc.txt", "file:///a/b-c.txt", "file:///a//b-c.txt", "FILE:///a/b-c.txt"] {
            assert_eq!(roots.doc(&uri(text)).as_str(), "b-c.txt", "{text}");
        }
    }

    #[test]
    fn without_roots_a_document_is_its_uri() {
        let roots = roots(&[]);
        let doc = roots.doc(&uri("file:///a/b.txt"));
        assert_eq!(doc.as_str(), "file:///a/b.txt");
        assert_eq!(roots.uri(&doc), Some(uri("file:///a/b.txt")));
    }

    #[test]
    fn a_removed_root_takes_no_other_with_it() {
        let mut roots = roots(&["file:///a", "file:///b"]);
        roots.remove(&uri("file:///a"));
        assert_eq!(roots.doc(&uri("file:///b/x.txt")).as_str(), "//b/x.txt");
        assert_eq!(roots.doc(&uri("file:///a/x.txt")).as_str(), "file:///a/x.txt");
    }
}
