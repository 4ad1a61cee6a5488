//! From one World to the next: read what changed, date it, link it. Everything else is shared with the World before.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::index::Shelf;
use super::{Change, Dated, Dating, DocId, Evidence, Place, World};
use crate::article::{Article, Hints};
use crate::names::Lexicon;
use crate::profiles::file::File;
use crate::text::position::Text;
use crate::time;

/// Articles to be read.
type Unread = BTreeMap<DocId, (Text, Hints)>;

pub(super) fn apply(old: &World, changes: Vec<Change>) -> World {
    let mut world = old.clone();
    let mut unread = sort(&mut world, changes);
    if !Arc::ptr_eq(&world.shelf, &old.shelf) {
        relearn(&mut world, &mut unread);
    }
    for (doc, article) in read(unread, &world.lexicon) {
        let dated = dated(&doc, article);
        world.articles.insert_mut(doc, Arc::new(dated));
    }
    world
}

/// Takes away what is gone, puts new profile files on the shelf, and returns the articles that must be read. Of
/// several changes to one document the last counts; the order of documents is forgotten here.
fn sort(world: &mut World, changes: Vec<Change>) -> Unread {
    let mut unread = Unread::new();
    let mut files: BTreeMap<_, _> =
        world.shelf.files().map(|(doc, file)| (doc.clone(), file.clone())).collect();
    let mut moved = false;
    for change in changes {
        let (Change::Article { doc, .. } | Change::Profile { doc, .. } | Change::Remove { doc }) = &change;
        // Whatever it was before, it is that no longer.
        moved |= files.remove(doc).is_some();
        unread.remove(doc);
        match change {
            Change::Article { doc, text, hints } => {
                unread.insert(doc, (text, hints));
            }
            Change::Profile { doc, text } => {
                world.articles.remove_mut(&doc);
                files.insert(doc, Arc::new(File::parse(text)));
                moved = true;
            }
            Change::Remove { doc } => {
                world.articles.remove_mut(&doc);
            }
        }
    }
    if moved {
        world.shelf = Arc::new(Shelf::new(files));
    }
    unread
}

/// Teaches the lexicon what the profiles say now, and marks the articles that may be read otherwise for it.
fn relearn(world: &mut World, unread: &mut Unread) {
    let known = world.shelf.known();
    if known == world.lexicon.known() {
        return;
    }
    world.lexicon = Lexicon::new(known);
    for (doc, dated) in &world.articles {
        let article = &dated.article;
        unread.entry(doc.clone()).or_insert_with(|| (article.text.clone(), article.hints.clone()));
    }
}

/// Reads articles; on all cores where there are several.
fn read(unread: Unread, lexicon: &Lexicon) -> Vec<(DocId, Article)> {
    let one = |(doc, (text, hints))| (doc, Article::read(text, hints, lexicon));
    if unread.len() > 1 {
        let unread: Vec<_> = unread.into_iter().collect();
        return unread.into_par_iter().map(one).collect();
    }
    unread.into_iter().map(one).collect()
}

fn dated(doc: &DocId, article: Article) -> Dated {
    let front = article.front.date.map(|(date, span)| (date, "the front matter", Some(span)));
    let stated = article.hints.date.map(|date| (date, "the configuration", None)).or(front);
    let evidence = stated.map(|(_, words, span)| Evidence {
        words: words.into(),
        place: span.map(|span| Place { doc: doc.clone(), span }),
    });
    let date = stated.map(|(date, ..)| date);
    let dating = Dating {
        date,
        stated: date.is_some(),
        fitting: date.map(|_| 1),
        evidence: evidence.into_iter().collect(),
        days: None,
    };
    let times = time::resolve(&article.times, date);
    Dated { article: Arc::new(article), dating, times }
}
