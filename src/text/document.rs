//! Names of documents and places in them. Every later room refers to texts by these.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::Span;

/// Names a document: a path with `/` below its root, or a URI for a document outside every root; or an
/// article among several in such a file. Ordered as text, the articles of a file by number.
// An article's number follows the path after a byte that no path has, so that "a.txt#3" may be a file too.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocId(Arc<str>);

/// Stands between a path and the number of an article in that file.
const NUMBER_MARK: char = '\0';

impl DocId {
    /// The document at a path below its workspace folder, with forward slashes.
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        let path = path.into();
        if path.contains(NUMBER_MARK) {
            Self(path.replace(NUMBER_MARK, "\u{fffd}").into())
        } else {
            Self(path)
        }
    }

    /// The article with this number, from one, in the file.
    pub fn article(&self, number: usize) -> Self {
        // Ten digits sort as numbers do.
        Self(format!("{}{NUMBER_MARK}{number:010}", self.as_str()).into())
    }

    /// The file that holds the document: for an ordinary one, the document itself.
    pub fn file(&self) -> Self {
        if self.number().is_none() { self.clone() } else { Self(self.as_str().into()) }
    }

    /// The article's number in a file that holds several.
    pub fn number(&self) -> Option<usize> {
        self.0.split_once(NUMBER_MARK)?.1.parse().ok()
    }

    /// The path as it was given, without an article's number.
    pub fn as_str(&self) -> &str {
        self.0.split_once(NUMBER_MARK).map_or(&self.0, |(path, _)| path)
    }

    /// The part of the path after the last `/`.
    pub fn file_name(&self) -> &str {
        self.as_str().rsplit('/').next().unwrap_or_default()
    }

    /// The same, with the number of an article in a file of several: "wire.txt#3".
    pub fn short_name(&self) -> String {
        self.number()
            .map_or_else(|| self.file_name().to_owned(), |number| format!("{}#{number}", self.file_name()))
    }

    /// The file's name as its folder shows it: in a URI it is percent-encoded ("Interview%202024-05-07.txt").
    pub fn decoded_name(&self) -> Cow<'_, str> {
        let name = self.file_name();
        let is_uri = self.as_str().split('/').next().is_some_and(|first| first.contains(':'));
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
        fmt::Display::fmt(self, f)
    }
}

/// The path; for an article among several "wire.txt#3".
impl fmt::Display for DocId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())?;
        self.number().map_or(Ok(()), |number| write!(f, "#{number}"))
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
    fn articles_of_a_file_are_named_after_it() {
        let file = DocId::new("a/wire.txt");
        let third = file.article(3);
        assert_eq!((third.to_string(), third.as_str()), ("a/wire.txt#3".into(), "a/wire.txt"));
        assert_eq!((third.file_name(), third.short_name()), ("wire.txt", "wire.txt#3".into()));
        assert_eq!((third.number(), third.file()), (Some(3), file.clone()));
        assert_eq!((file.number(), file.file()), (None, file.clone()));
        assert!(file < third && third < file.article(20));
        assert_ne!(DocId::new("a/wire.txt#3"), third);
        assert_eq!(DocId::new("a/wire.txt\0").number(), None);
    }

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
