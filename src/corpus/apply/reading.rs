//! Changes sorted by what they concern, profiles put on the shelf, articles read.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Change, DocId, Progress, Shelf, Step, World, each};
use crate::article::{Article, Hints};
use crate::names::Lexicon;
use crate::profiles::file::File;
use crate::text::position::Text;

/// Articles to be read.
pub(super) type Unread = BTreeMap<DocId, (Text, Hints)>;

/// Takes away what is gone, puts new profile files on the shelf, and returns the articles that must be read. Of
/// several changes to one document the last counts; the order of documents is forgotten here.
pub(super) fn sort(world: &mut World, changes: Vec<Change>, step: &mut Step) -> Unread {
    let last: BTreeMap<DocId, Change> =
        changes.into_iter().map(|change| (change.doc().clone(), change)).collect();
    let mut unread = Unread::new();
    let mut files: BTreeMap<_, _> =
        world.shelf.files().map(|(doc, file)| (doc.clone(), file.clone())).collect();
    for (doc, change) in last {
        step.profiles |= files.remove(&doc).is_some();
        match change {
            Change::Article { text, hints, .. } => {
                unread.insert(doc, (text, hints));
                continue;
            }
            Change::Profile { text, .. } => {
                files.insert(doc.clone(), Arc::new(File::parse(text)));
                step.profiles = true;
            }
            Change::Remove { .. } => {}
        }
        if world.articles.remove_mut(&doc) {
            world.open.remove_mut(&doc);
            step.removed.push(doc);
        }
    }
    if step.profiles {
        world.shelf = Arc::new(Shelf::new(files));
    }
    unread
}

/// Reads the articles that changed, and those that other profiles let read otherwise.
pub(super) fn read(
    world: &mut World,
    mut unread: Unread,
    step: &Step,
    progress: Progress<'_>,
) -> Vec<(DocId, Arc<Article>)> {
    if step.profiles {
        relearn(world, &mut unread);
    }
    let (total, done) = (unread.len(), AtomicUsize::new(0));
    let lexicon = &world.lexicon;
    each(unread.into_iter().collect(), |(doc, (text, hints))| {
        let article = Article::read(text, hints, lexicon);
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        (doc, Arc::new(article))
    })
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
