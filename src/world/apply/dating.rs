//! Dates in two passes. The first dates each article from its own words and the profiles; the second tries
//! again those left open, with what the dated ones showed. One step, never a chain, so the order of articles
//! does not matter.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::{DocId, Step, World};
use crate::article::{Article, DatedArticle, DocumentDate};
use crate::parallel;
use crate::time::{self, Resolved};
use crate::world::dates::{self, Edition, Known};

pub(super) fn date(world: &mut World, read: &[(DocId, Arc<Article>)], step: &mut Step) {
    let mut dated = first(world, read, step);
    let changed = teach(world, &dated, step);
    let open = left_open(world, &dated, &changed);
    let known = &world.known;
    dated.extend(parallel::map(open, |(doc, article)| ask(doc, article, known)));
    let fresh: BTreeSet<&DocId> = read.iter().map(|(doc, _)| doc).collect();
    for (doc, now) in dated {
        if fresh.contains(&doc) || !world.articles.get(&doc).is_some_and(|old| same(old, &now)) {
            world.articles.insert_mut(doc.clone(), Arc::new(now));
            step.changed.insert(doc);
        }
    }
}

/// Whether an article's date, and the dates of its mentions, are what they were.
fn same(old: &DatedArticle, now: &DatedArticle) -> bool {
    old.dating == now.dating && old.times == now.times
}

/// Dates what was read; everything, if the profiles state other dates.
fn first(world: &World, read: &[(DocId, Arc<Article>)], step: &Step) -> BTreeMap<DocId, DatedArticle> {
    let mut articles: BTreeMap<DocId, Arc<Article>> = read.iter().cloned().collect();
    if step.dates {
        for (doc, dated) in &world.articles {
            articles.entry(doc.clone()).or_insert_with(|| dated.article.clone());
        }
    }
    let known = world.profiles.stated();
    parallel::map(articles.into_iter().collect(), |(doc, article)| ask(doc, article, known))
        .into_iter()
        .collect()
}

/// Records what the dated articles show, and returns the editions for which something else is now known.
fn teach(world: &mut World, dated: &BTreeMap<DocId, DatedArticle>, step: &Step) -> BTreeSet<Edition> {
    let mut changed = BTreeSet::new();
    let gone = step.removed.iter().map(|doc| (doc, Vec::new()));
    let told = dated.iter().map(|(doc, dated)| match dated.dating.date {
        Some(_) => (doc, dates::taught(&dated.article, &dated.times)),
        None => (doc, Vec::new()),
    });
    for (doc, taught) in gone.chain(told) {
        let before = world.taught.get(doc).map_or(&[][..], |before| before);
        if before == taught {
            continue;
        }
        changed.extend(before.iter().chain(&taught).map(|(edition, _)| edition.clone()));
        if taught.is_empty() {
            world.taught.remove_mut(doc);
        } else {
            world.taught.insert_mut(doc.clone(), taught.into());
        }
    }
    for (doc, dated) in dated {
        if dated.dating.date.is_some() {
            world.open.remove_mut(doc);
        } else {
            world.open.insert_mut(doc.clone(), ());
        }
    }
    if step.dates || !changed.is_empty() {
        let mut known = Known::clone(world.profiles.stated());
        world.taught.values().for_each(|taught| known.learn(taught));
        world.known = Arc::new(known);
    }
    changed
}

/// Undated articles that name an edition whose date may now be known: those of this step, and earlier ones
/// that name one of `changed`.
fn left_open(
    world: &World,
    dated: &BTreeMap<DocId, DatedArticle>,
    changed: &BTreeSet<Edition>,
) -> Vec<(DocId, Arc<Article>)> {
    let now = dated.iter().filter(|(_, dated)| dated.dating.date.is_none());
    let now = now.filter(|(_, dated)| names_any(&dated.article, &|edition| world.known.learned(edition)));
    let mut open: Vec<_> = now.map(|(doc, dated)| (doc.clone(), dated.article.clone())).collect();
    if !changed.is_empty() {
        let before = world.open.keys().filter(|doc| !dated.contains_key(doc));
        let before = before.filter_map(|doc| Some((doc, &world.articles.get(doc)?.article)));
        let before = before.filter(|(_, article)| names_any(article, &|edition| changed.contains(edition)));
        open.extend(before.map(|(doc, article)| (doc.clone(), article.clone())));
    }
    open
}

/// Whether an article names an edition for which `counts` holds.
fn names_any(article: &Article, counts: &dyn Fn(&Edition) -> bool) -> bool {
    article.meetings.mentions.iter().filter_map(dates::edition).any(|edition| counts(&edition))
}

fn ask(doc: DocId, article: Arc<Article>, known: &Known) -> (DocId, DatedArticle) {
    let dating: DocumentDate = dates::of(&doc, &article, known);
    let times = resolved(&article, dating.date);
    let likely_times = dating.likely.map_or_else(Vec::new, |likely| resolved(&article, Some(likely.day)));
    (doc, DatedArticle { article, dating, times, likely_times })
}

fn resolved(article: &Article, date: Option<Date>) -> Vec<Resolved> {
    let mut times = time::resolve(&article.times, date);
    // Kept by the thousand, like the articles themselves.
    times.shrink_to_fit();
    times.iter_mut().for_each(|time| time.value.shrink_to_fit());
    times
}
