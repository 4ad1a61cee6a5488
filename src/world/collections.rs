//! Files that hold several articles. Each article is a document of its own, with offsets into its own text;
//! here they are found in their file and led back to it.

use crate::article::Hints;
use crate::text::position::Text;
use crate::text::{DocId, Place, Span};

use super::World;

/// A file with several articles.
#[derive(Debug)]
pub(super) struct Collection {
    pub text: Text,
    pub hints: Hints,
    /// Where each article stands, in order. What lies between them belongs to the export.
    pub articles: Box<[Span]>,
}

impl Collection {
    /// The documents of its articles.
    pub fn docs(&self, file: &DocId) -> impl Iterator<Item = (DocId, Span)> {
        self.articles.iter().enumerate().map(|(at, span)| (file.article(at + 1), *span))
    }
}

impl World {
    /// Every file, by name: of a file with several articles only the file itself.
    pub fn files(&self) -> impl Iterator<Item = &DocId> {
        let articles = self.articles.keys().filter(|doc| doc.number().is_none());
        articles.chain(self.collections.keys()).chain(self.profile_files().map(|(doc, _)| doc))
    }

    /// The documents that a file consists of: its articles, if it holds several, else the file itself.
    pub fn documents_of(&self, file: &DocId) -> Vec<DocId> {
        match self.collections.get(file) {
            Some(collection) => collection.docs(file).map(|(doc, _)| doc).collect(),
            None => vec![file.clone()],
        }
    }

    /// The document at an offset of a file, and the offset in that document. Between two articles it is the
    /// one above.
    pub fn document_at(&self, file: &DocId, offset: u32) -> (DocId, u32) {
        let Some(collection) = self.collections.get(file) else { return (file.clone(), offset) };
        let after = collection.articles.partition_point(|article| article.start <= offset).max(1);
        let start = collection.articles.get(after - 1).map_or(0, |article| article.start);
        let doc = file.article(after);
        (doc, offset.saturating_sub(start))
    }

    /// The documents in a range of a file, each with the range in its own text.
    pub fn documents_in(&self, file: &DocId, range: Span) -> Vec<(DocId, Span)> {
        let Some(collection) = self.collections.get(file) else { return vec![(file.clone(), range)] };
        let within = |at: &Span| at.touches(range.start) || at.overlaps(range);
        let articles = collection.articles.iter().enumerate().filter(|(_, at)| within(at));
        let own = articles.map(|(number, at)| {
            let end = range.end.min(at.end).saturating_sub(at.start);
            (file.article(number + 1), Span::new(range.start.saturating_sub(at.start), end))
        });
        own.collect()
    }

    /// The text of the file that holds a document, and where in it the document begins.
    pub fn file_text(&self, doc: &DocId) -> Option<(&Text, u32)> {
        let Some(number) = doc.number() else { return Some((self.text(doc)?, 0)) };
        let collection = self.collections.get(&doc.file())?;
        Some((&collection.text, collection.articles.get(number.checked_sub(1)?)?.start))
    }

    /// A place of a document as a place of its file.
    pub fn in_file(&self, place: &Place) -> Place {
        let start = self.file_text(&place.doc).map_or(0, |(_, start)| start);
        let Span { start: from, end } = place.span;
        Place { doc: place.doc.file(), span: Span::new(from + start, end.saturating_add(start)) }
    }
}
