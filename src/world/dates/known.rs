//! Facts outside an article that can date it: editions of series, named meetings, terms of office.

use std::collections::BTreeMap;

use crate::article::Article;
use crate::meetings::EventMention;
use crate::meetings::series::key;
use crate::profiles::file::File;
use crate::text::normalise::one_line;
use crate::time::{Resolved, Window};

/// Dated editions, named events and terms of office; equal regardless of the order they were added in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// (series, edition) → when; `None` where two sources disagree.
    editions: BTreeMap<Edition, Option<Window>>,
    /// The same from dated articles, for editions not in a profile.
    learned: BTreeMap<Edition, Option<Window>>,
    /// Name or alias in lower case → when.
    events: BTreeMap<Box<str>, Option<Window>>,
    /// Name or alias in lower case → (title in lower case, term).
    offices: BTreeMap<Box<str>, Vec<(Box<str>, Window)>>,
}

/// A series and the number of one edition of it.
pub type Edition = (Box<str>, u16);

/// The numbered meetings that a dated article dates to a month or closer.
pub fn taught(article: &Article, times: &[Resolved]) -> Vec<(Edition, Window)> {
    let mut taught = Vec::new();
    for mention in &article.meetings.mentions {
        let Some(edition) = edition(mention) else { continue };
        let windows = mention.when.iter().filter_map(|at| times.get(at.row())?.window);
        let window = windows.reduce(Window::hull).filter(|w| w.days().is_some_and(|n| n <= 31));
        taught.extend(window.map(|window| (edition, window)));
    }
    taught
}

/// The edition a mention names, if it names one.
pub fn edition(mention: &EventMention) -> Option<Edition> {
    mention.series.as_ref().zip(mention.edition).map(|(series, edition)| (key(series).0, edition))
}

/// Lower case, single spaces.
pub(super) fn folded(name: &str) -> Box<str> {
    one_line(&name.to_lowercase()).into()
}

impl Known {
    /// What the profiles state.
    pub fn of<'a>(files: impl IntoIterator<Item = &'a File> + Clone) -> Self {
        let mut known = Self::default();
        let mut series: BTreeMap<&str, Vec<Box<str>>> = BTreeMap::new();
        for entry in files.clone().into_iter().flat_map(|file| &file.series) {
            let names = std::iter::once(&entry.name).chain(&entry.aliases);
            series.entry(&entry.id.value).or_default().extend(names.map(|n| key(&n.value).0));
        }
        for event in files.clone().into_iter().flat_map(|file| &file.events) {
            let Some(when) = &event.when else { continue };
            let window = when.value.window;
            for name in std::iter::once(&event.name).chain(&event.aliases) {
                note(&mut known.events, folded(&name.value), window);
            }
            let Some((id, edition)) = event.series.as_ref().zip(event.edition) else { continue };
            note(&mut known.editions, (key(&id.value).0, edition), window);
            for name in series.get(&*id.value).into_iter().flatten() {
                note(&mut known.editions, (name.clone(), edition), window);
            }
        }
        for person in files.into_iter().flat_map(|file| &file.persons) {
            for name in std::iter::once(&person.name).chain(&person.aliases) {
                let terms = person.offices.iter();
                let terms =
                    terms.filter_map(|o| Some((folded(&o.title.value), o.when.as_ref()?.value.window)));
                known.offices.entry(folded(&name.value)).or_default().extend(terms);
            }
        }
        for terms in known.offices.values_mut() {
            terms.sort();
            terms.dedup();
        }
        known
    }

    /// Records what one dated article shows.
    pub fn learn(&mut self, taught: &[(Edition, Window)]) {
        for (edition, window) in taught {
            note(&mut self.learned, edition.clone(), *window);
        }
    }

    /// Whether an article showed anything about this edition.
    pub fn learned(&self, edition: &Edition) -> bool {
        self.learned.contains_key(edition)
    }

    /// When the meeting of a mention took place or will.
    pub(super) fn when(&self, mention: &EventMention, written: &str) -> Option<Window> {
        let by_edition = edition(mention)
            .and_then(|edition| *self.editions.get(&edition).or_else(|| self.learned.get(&edition))?);
        by_edition.or_else(|| *self.events.get(&folded(written))?)
    }

    /// The terms in which this person held this office; empty where the profiles do not know both.
    pub(super) fn terms<'a>(&'a self, name: &str, role: &'a str) -> impl Iterator<Item = Window> + 'a {
        let offices = self.offices.get(&folded(name));
        offices.into_iter().flatten().filter(move |(title, _)| **title == *role).map(|(_, term)| *term)
    }

    /// Whether a profile knows offices of somebody of this name.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.offices.contains_key(&folded(name))
    }

    pub fn is_empty(&self) -> bool {
        self.editions.is_empty() && self.events.is_empty() && self.offices.is_empty()
    }
}

/// Two sources that can both be right leave the days that both allow; two that cannot leave nothing.
fn note<K: Ord>(map: &mut BTreeMap<K, Option<Window>>, key: K, window: Window) {
    map.entry(key).and_modify(|old| *old = old.and_then(|old| old.intersect(window))).or_insert(Some(window));
}
