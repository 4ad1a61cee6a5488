//! Sorts changes by what they concern, updates the profiles, and reads articles.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::name_search::NameSearch;
use super::{Change, DocId, ProfileIndex, Progress, Step, World};
use crate::article::{Article, DatedArticle, Hints};
use crate::lang::Language;
use crate::names::Lexicon;
use crate::parallel;
use crate::profiles::file::File;
use crate::text::position::Text;

/// Articles to be read.
pub(super) type Unread = BTreeMap<DocId, (Text, Hints)>;

/// Removes what is gone, replaces profile files, and returns the articles that must be read. If a document
/// has several changes, the last counts; the order of documents is dropped here.
pub(super) fn sort(world: &mut World, changes: Vec<Change>, step: &mut Step) -> Unread {
    let last: BTreeMap<DocId, Change> =
        changes.into_iter().map(|change| (change.doc().clone(), change)).collect();
    let mut unread = Unread::new();
    let mut files: BTreeMap<_, _> =
        world.profiles.files().map(|(doc, file)| (doc.clone(), file.clone())).collect();
    for (doc, change) in last {
        if is_known(world, &change) {
            continue;
        }
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
        let profiles = ProfileIndex::new(files);
        step.dates = profiles.stated() != world.profiles.stated();
        world.profiles = Arc::new(profiles);
    }
    unread
}

/// Whether the World has read exactly this: a file that is opened, or saved, usually is as it was on disk.
fn is_known(world: &World, change: &Change) -> bool {
    match change {
        Change::Article { doc, text, hints } => world
            .article(doc)
            .is_some_and(|dated| dated.article.text == *text && dated.article.hints == *hints),
        Change::Profile { doc, text } => world.profile_file(doc).is_some_and(|file| file.text == *text),
        Change::Remove { .. } => false,
    }
}

/// Reads the articles that changed, and those that changed profiles may cause to be read differently.
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
    parallel::map_on_pool(unread.into_iter().collect(), |(doc, (text, hints))| {
        let article = Article::read(text, hints, lexicon, Language::english());
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        (doc, Arc::new(article))
    })
}

/// Updates the lexicon from the profiles, and marks the articles that may now be read differently.
fn relearn(world: &mut World, unread: &mut Unread) {
    let (before, now) = (world.lexicon.known(), world.profiles.known());
    if now == before {
        return;
    }
    // Both are sorted.
    let gone = before.iter().filter(|name| now.binary_search(name).is_err());
    let come = now.iter().filter(|name| before.binary_search(name).is_err());
    let search = NameSearch::of(gone.chain(come).map(|known| &*known.name));
    let articles = world.articles.iter().filter(|(doc, _)| !unread.contains_key(doc)).collect();
    let touched = parallel::map(articles, |(doc, dated): (&DocId, &Arc<DatedArticle>)| {
        let article = &dated.article;
        let touched = search.finds_any(article.text.as_str(), Language::english());
        touched.then(|| (doc.clone(), (article.text.clone(), article.hints.clone())))
    });
    unread.extend(touched.into_iter().flatten());
    world.lexicon = Lexicon::new(now);
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROFILE: &str = "[[person]]\nid = \"li-wei\"\nname = \"Li Wei\"\n";

    fn article(name: &str, text: &str) -> Change {
        Change::Article { doc: DocId::new(name), text: Text::new(text), hints: Hints::default() }
    }

    fn profile(text: &str) -> Change {
        Change::Profile { doc: DocId::new("p.toml"), text: Text::new(text) }
    }

    /// Whether an article was read again between two Worlds.
    fn is_read_again(before: &World, after: &World, name: &str) -> bool {
        let article = |world: &World| world.article(&DocId::new(name)).unwrap().article.clone();
        !Arc::ptr_eq(&article(before), &article(after))
    }

    #[test]
    fn what_is_opened_unchanged_is_not_read_again() {
        let changes = || vec![article("a.txt", "Ann Roe met Li Wei."), profile(PROFILE)];
        let before = World::default().apply(changes());
        let after = before.apply(changes());
        assert!(!is_read_again(&before, &after, "a.txt"));
        let file = |world: &World| world.profile_file(&DocId::new("p.toml")).unwrap().clone();
        assert!(Arc::ptr_eq(&file(&before), &file(&after)));
        let hints = Hints { file_name: "2024-05-03.txt".into(), ..Hints::default() };
        let dated =
            Change::Article { doc: DocId::new("a.txt"), text: Text::new("Ann Roe met Li Wei."), hints };
        assert!(is_read_again(&before, &before.apply(vec![dated]), "a.txt"));
    }

    #[test]
    fn a_name_in_a_profile_is_looked_for_whole() {
        let before = World::default()
            .apply(vec![article("a.txt", "Li Qiang and Wei smiled."), article("b.txt", "Said Li Wei: no.")]);
        let after = before.apply(vec![profile(PROFILE)]);
        assert!(!is_read_again(&before, &after, "a.txt") && is_read_again(&before, &after, "b.txt"));
    }
}
