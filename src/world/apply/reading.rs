//! Sorts changes by what they concern, updates the profiles, and reads articles.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::name_search::NameSearch;
use super::{Change, DocId, ProfileIndex, Progress, Step, World};
use crate::article::{Article, DatedArticle, Hints, several};
use crate::lang::Language;
use crate::names::Lexicon;
use crate::parallel;
use crate::profiles::file::File;
use crate::text::position::Text;
use crate::world::collections::Collection;

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
        // The articles that were in this file.
        let mut gone: BTreeSet<DocId> = world.documents_of(&doc).into_iter().collect();
        world.collections.remove_mut(&doc);
        match change {
            Change::Article { text, hints, .. } => {
                for (doc, article) in articles(world, &doc, text, hints) {
                    gone.remove(&doc);
                    unread.extend(article.map(|article| (doc, article)));
                }
            }
            Change::Profile { text, .. } => {
                files.insert(doc.clone(), Arc::new(File::parse(text)));
                step.profiles = true;
            }
            Change::Remove { .. } => {}
        }
        for doc in gone {
            if world.articles.remove_mut(&doc) {
                world.open.remove_mut(&doc);
                step.removed.push(doc);
            }
        }
    }
    if step.profiles {
        let profiles = ProfileIndex::new(files);
        step.dates = profiles.stated() != world.profiles.stated();
        world.profiles = Arc::new(profiles);
    }
    unread
}

/// The articles of a file, of which one with several is recorded as such; what the World has read is not to
/// be read again.
fn articles(world: &mut World, doc: &DocId, text: Text, hints: Hints) -> Vec<(DocId, Option<(Text, Hints)>)> {
    let spans = several::articles_in(text.as_str(), Language::english());
    if spans.is_empty() {
        return vec![(doc.clone(), Some((text, hints)))];
    }
    let collection = Collection { text, hints, articles: spans.into() };
    let articles = collection.docs(doc).enumerate().map(|(at, (doc, span))| {
        let (text, hints) = (collection.text.slice(span), collection.hints.of_article(at + 1));
        let read = world.article(&doc).map(|dated| &dated.article);
        let known = read.is_some_and(|article| article.text.as_str() == text && article.hints == hints);
        (doc, (!known).then(|| (Text::new(text), hints)))
    });
    let articles = articles.collect();
    world.collections.insert_mut(doc.clone(), Arc::new(collection));
    articles
}

/// Whether the World has read exactly this: a file that is opened, or saved, usually is as it was on disk.
fn is_known(world: &World, change: &Change) -> bool {
    match change {
        Change::Article { doc, text, hints } => {
            let read = world.article(doc).map(|dated| (&dated.article.text, &dated.article.hints));
            let file = || world.collections.get(doc).map(|file| (&file.text, &file.hints));
            read.or_else(file).is_some_and(|known| known == (text, hints))
        }
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
    let (lexicon, articles) = (&world.lexicon, &world.articles);
    let read = parallel::map(unread.into_iter().collect(), |(doc, (text, hints))| {
        let article = Article::read(text, hints, lexicon, Language::english());
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        // A profile's new name changes few of the articles that hold its words. To keep those as they are
        // costs no second copy of half a corpus, and nothing that rests on them is worked out again.
        let same = articles.get(&doc).is_some_and(|known| *known.article == article);
        (!same).then(|| (doc, Arc::new(article)))
    });
    read.into_iter().flatten().collect()
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
    fn one_article_of_several_is_read_again_alone() {
        let file = |last: &str| {
            let part = |n, says| {
                format!("{n} of 3 documents\n\nMay {n}, 2016\n\nAnn Roe met Li Wei in Oslo {says}.\n\n")
            };
            article("a.txt", &[part(1, "on Monday"), part(2, last), part(3, "on Friday")].concat())
        };
        let before = World::default().apply(vec![file("on Tuesday")]);
        let after = before.apply(vec![file("on Wednesday evening")]);
        let doc = |number| DocId::new("a.txt").article(number);
        let read = |world: &World, number| world.article(&doc(number)).unwrap().article.clone();
        let again: Vec<_> = (1..=3).filter(|n| !Arc::ptr_eq(&read(&before, *n), &read(&after, *n))).collect();
        assert_eq!(again, [2]);
        assert_eq!(after.document_at(&DocId::new("a.txt"), 90).0, doc(2));
        // One article again, and none.
        let one = after.apply(vec![article("a.txt", "Ann Roe met Li Wei.")]);
        assert_eq!(one.articles().map(|(doc, _)| doc.to_string()).collect::<Vec<_>>(), ["a.txt"]);
        let none = after.apply(vec![Change::Remove { doc: DocId::new("a.txt") }]);
        assert_eq!((none.article_count(), none.files().count()), (0, 0));
    }

    #[test]
    fn a_name_in_a_profile_is_looked_for_whole() {
        let before = World::default().apply(vec![
            article("a.txt", "Iron and Bergen smiled at a lady."),
            article("b.txt", "Reporters asked the Iron Lady of Bergen."),
            article("c.txt", "Said Li Wei: no."),
        ]);
        let iron = "[[person]]\nid = \"ann-roe\"\nname = \"Iron Lady of Bergen\"\n";
        let after = before.apply(vec![profile(&format!("{PROFILE}{iron}"))]);
        assert!(!is_read_again(&before, &after, "a.txt") && is_read_again(&before, &after, "b.txt"));
        // The name is in it, but says nothing new: it is kept as it was.
        assert!(!is_read_again(&before, &after, "c.txt"));
    }
}
