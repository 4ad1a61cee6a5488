//! Between paths and documents: a document is a path below its root, with `/`; with several roots, it is
//! prefixed by the root's name. A path whose first part contains a colon gets `./`, so that no path looks
//! like a URI.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use crate::world::DocId;

/// The roots, in the order given.
#[derive(Clone, Debug, Default)]
pub struct Roots(Vec<Root>);

#[derive(Clone, Debug)]
pub struct Root {
    /// Absolute, without `.` and `..`. Links are not resolved, so that paths appear as the user wrote them.
    pub dir: PathBuf,
    /// Prefix of its documents; empty if there is only one root.
    prefix: String,
    /// The files asked for by name; `None` means the whole folder.
    pub only: Option<BTreeSet<String>>,
}

impl Root {
    /// Whether a file was asked for by name: then it counts, whatever the globs say.
    pub fn names(&self, relative: &str) -> bool {
        self.only.as_ref().is_some_and(|only| only.contains(relative))
    }
}

impl Roots {
    pub fn new(paths: &[PathBuf]) -> Self {
        let mut roots: Vec<Root> = Vec::new();
        for path in paths {
            let path = normal(path);
            let file = path.is_file().then(|| path.file_name()).flatten();
            let (dir, file) = match file {
                Some(name) => {
                    (path.parent().unwrap_or(&path).to_owned(), Some(name.to_string_lossy().into_owned()))
                }
                None => (path, None),
            };
            let index = roots.iter().position(|root| root.dir == dir).unwrap_or_else(|| {
                roots.push(Root { dir, prefix: String::new(), only: Some(BTreeSet::new()) });
                roots.len() - 1
            });
            let Some(root) = roots.get_mut(index) else { continue };
            match (file, &mut root.only) {
                (Some(name), Some(only)) => drop(only.insert(name)),
                (Some(_), None) => {}
                (None, only) => *only = None,
            }
        }
        if roots.len() > 1 {
            let mut taken = BTreeSet::new();
            for root in &mut roots {
                root.prefix = unique(&root.dir, &mut taken);
            }
        }
        Self(roots)
    }

    /// One folder whose documents are all named with `prefix`.
    pub fn at(dir: &Path, prefix: &str) -> Self {
        Self(vec![Root { dir: normal(dir), prefix: prefix.to_owned(), only: None }])
    }

    pub fn iter(&self) -> impl Iterator<Item = &Root> {
        self.0.iter()
    }

    /// The document of a path, named by the deepest root that contains it.
    pub fn doc(&self, path: &Path) -> Option<DocId> {
        let path = normal(path);
        let holding = self.0.iter().filter(|root| path.starts_with(&root.dir));
        let root = holding.max_by_key(|root| root.dir.components().count())?;
        let relative = path.strip_prefix(&root.dir).ok()?;
        let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let guard = if root.prefix.is_empty() && parts.first()?.contains(':') { "./" } else { "" };
        Some(DocId::new(format!("{}{guard}{}", root.prefix, parts.join("/"))))
    }

    pub fn path(&self, doc: &DocId) -> Option<PathBuf> {
        let (root, relative) = self.split(doc)?;
        Some(relative.split('/').fold(root.dir.clone(), |path, part| path.join(part)))
    }

    /// The root of a document and its path below it.
    pub fn split<'a>(&'a self, doc: &'a DocId) -> Option<(&'a Root, &'a str)> {
        // A URI is the name of a document that has no root.
        let name =
            Some(doc.as_str()).filter(|name| !name.contains("://") && !name.starts_with("untitled:"))?;
        self.0.iter().find_map(|root| Some((root, name.strip_prefix(root.prefix.as_str())?)))
    }
}

/// Absolute and without `.` and `..`, by text alone.
fn normal(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(out.pop()),
            part => out.push(part),
        }
    }
    out
}

/// The folder's name with a `/`; numbered if another root already has that name.
fn unique(dir: &Path, taken: &mut BTreeSet<String>) -> String {
    let name = dir.file_name().map_or_else(|| "root".into(), |name| name.to_string_lossy());
    let numbered = (1u32..).map(|n| if n == 1 { format!("{name}/") } else { format!("{name}-{n}/") });
    let free = numbered.into_iter().find(|prefix| !taken.contains(prefix)).unwrap_or_default();
    taken.insert(free.clone());
    free
}
