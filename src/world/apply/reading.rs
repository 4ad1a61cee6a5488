//! Sorts changes by what they concern, updates the profiles, and reads articles.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Change, DocId, ProfileIndex, Progress, Step, World};
use crate::article::{Article, DatedArticle, Hints};
use crate::lang::Language;
use crate::names::Lexicon;
use crate::parallel;
use crate::profiles::file::File;
use crate::text::is_invisible;
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
    parallel::map(unread.into_iter().collect(), |(doc, (text, hints))| {
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
    let words: BTreeSet<String> = gone.chain(come).map(|known| first_word(&known.name)).collect();
    let articles = world.articles.iter().filter(|(doc, _)| !unread.contains_key(doc)).collect();
    let touched = parallel::map(articles, |(doc, dated): (&DocId, &Arc<DatedArticle>)| {
        let article = &dated.article;
        let touched = words.iter().any(|word| holds(article.text.as_str(), word));
        touched.then(|| (doc.clone(), (article.text.clone(), article.hints.clone())))
    });
    unread.extend(touched.into_iter().flatten());
    world.lexicon = Lexicon::new(now);
}

/// The prefix of a name, in lower case: a text without it cannot contain the name, however it is hyphenated.
fn first_word(name: &str) -> String {
    let word = name.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    word.unwrap_or_default().to_lowercase()
}

/// Whether the text may contain a word, regardless of case and invisible characters.
fn holds(text: &str, word: &str) -> bool {
    let Some(&first) = word.as_bytes().first() else { return true };
    if !word.is_ascii() || text.contains(is_invisible) {
        let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
        return visible.to_lowercase().contains(word);
    }
    let bytes = text.as_bytes();
    memchr::memchr2_iter(first, first.to_ascii_uppercase(), bytes)
        .filter_map(|start| bytes.get(start..start + word.len()))
        .any(|found| found.eq_ignore_ascii_case(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_holds_a_word_in_any_dress() {
        for text in ["xx WANG", "Wangs", "said Wa\u{ad}ng.", "ŁUKASZ and wang"] {
            assert!(holds(text, &first_word("Wang Yi")), "{text}");
        }
        assert!(!holds("Wan g", "wang") && !holds("", "wang"));
        assert!(holds("by ŁUKASZ Nowak", &first_word("Łukasz Nowak")));
        assert!(holds("王毅说", &first_word("王毅")));
        assert!(holds("anything", &first_word("!")));
    }
}
