//! Names of documents and places in them. Every later room refers to texts by these.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::Span;

/// Names a document: a path with `/` below its root, or a URI for a document outside every root. Ordered as
/// text.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocId(Arc<str>);

impl DocId {
    /// The document at a path below its workspace folder, with forward slashes.
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        Self(path.into())
    }

    /// The path as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part after the last `/`.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The file's name as its folder shows it: in a URI it is percent-encoded ("Interview%202024-05-07.txt").
    pub fn decoded_name(&self) -> Cow<'_, str> {
        let name = self.file_name();
        let is_uri = self.0.split('/').next().is_some_and(|first| first.contains(':'));
        if !is_uri || !name.contains('%') {
            return name.into();
        }
        let mut bytes = Vec::with_capacity(name.len());
        let mut rest = name.as_bytes();
        while let Some((first, after)) = rest.split_first() {
            let code =
                after.get(..2).filter(|_| *first == b'%').and_then(|code| std::str::from_utf8(code).ok());
            let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok());
            bytes.push(byte.unwrap_or(*first));
            rest = after.get(if byte.is_some() { 2 } else { 0 }..).unwrap_or_default();
        }
        String::from_utf8(bytes).map_or(name.into(), Cow::Owned)
    }
}

impl fmt::Debug for DocId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for DocId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A span in a document.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Place {
    pub doc: DocId,
    pub span: Span,
}

#[cfg(test)]
mod tests {
    use super::DocId;

    #[test]
    fn a_uri_s_name_is_decoded() {
        for (doc, name) in [
            ("file:///a%20b/Interview%202024-05-07.txt", "Interview 2024-05-07.txt"),
            ("file:///a/Zo%C3%AB%20100%25.txt", "Zoë 100%.txt"),
            ("file:///a/odd%2.txt", "odd%2.txt"),
            ("file:///a/odd%ff.txt", "odd%ff.txt"),
            ("untitled:Untitled-1", "untitled:Untitled-1"),
            ("news/100%20.txt", "100%20.txt"),
        ] {
            assert_eq!(DocId::new(doc).decoded_name(), name);
        }
    }
}
