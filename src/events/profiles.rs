//! What profiles say about meetings: `[[event]]` and `[[series]]` entries and their names. They outrank
//! whatever the articles suggest.

use rustc_hash::{FxHashMap, FxHashSet};

use super::compare::gap;
use super::features::Features;
use super::{EntityId, Place};
use crate::meetings::MeetingKind;
use crate::meetings::series::{SeriesKey, key};
use crate::profiles::file::File;
use crate::text::DocId;
use crate::time::Window;

/// The events and series of all profile files, in order of id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProfileEvents {
    pub(super) events: Vec<Occasion>,
    /// The id of each series, by the keys of its names.
    series: FxHashMap<SeriesKey, Box<str>>,
}

/// One `[[event]]`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Occasion {
    pub id: Box<str>,
    pub name: Box<str>,
    /// Keys of its name and aliases.
    pub names: Vec<SeriesKey>,
    pub series: Option<Box<str>>,
    pub edition: Option<u16>,
    pub when: Option<Window>,
    pub kind: Option<Box<str>>,
    pub country: Option<Box<str>>,
    pub attended: Vec<EntityId>,
    pub at: Place,
}

impl ProfileEvents {
    /// The order of `files` does not matter.
    pub fn new<'f>(files: impl IntoIterator<Item = (&'f DocId, &'f File)>) -> Self {
        let (mut events, mut series) = (Vec::new(), Vec::new());
        for (doc, file) in files {
            for row in &file.series {
                let aliases = row.aliases.iter().map(|alias| &*alias.value);
                let names = [&*row.name.value, &*row.id.value].into_iter().chain(aliases).map(key);
                series.extend(names.map(|name| (&row.id.value, doc, row.span, name)));
            }
            for row in &file.events {
                let aliases = row.aliases.iter().map(|alias| &*alias.value);
                events.push(Occasion {
                    id: row.id.value.clone(),
                    name: row.name.value.clone(),
                    names: [&*row.name.value].into_iter().chain(aliases).map(key).collect(),
                    series: row.series.as_ref().map(|id| id.value.clone()),
                    edition: row.edition,
                    when: row.when.as_ref().map(|when| when.value.window),
                    kind: row.kind.clone(),
                    country: row.country.as_ref().map(|code| code.value.clone()),
                    attended: row.attended.iter().map(|id| EntityId((&*id.value).into())).collect(),
                    at: Place { doc: doc.clone(), span: row.span },
                });
            }
        }
        // Of two with one name the first counts, so it is entered last.
        series.sort();
        let series = series.into_iter().rev().map(|(id, .., name)| (name, id.clone())).collect();
        events.sort_by(|a, b| (&a.id, &a.at).cmp(&(&b.id, &b.at)));
        Self { events, series }
    }

    /// The profile's id of a series with this key.
    pub(super) fn series(&self, key: &SeriesKey) -> Option<&str> {
        self.series.get(key).map(|id| &**id)
    }

    /// The profile event an account matches: the best fit, or none if two fit equally well.
    pub(super) fn pin(&self, features: &Features) -> Option<usize> {
        let series = features.series.as_ref().and_then(|key| self.series(key));
        let scored =
            self.events.iter().enumerate().filter_map(|(i, event)| Some((event.fit(features, series)?, i)));
        let scored: Vec<(u32, usize)> = scored.collect();
        let best = scored.iter().map(|(score, _)| *score).max()?;
        let mut first = scored.iter().filter(|(score, _)| *score == best);
        let (_, index) = first.next()?;
        first.next().is_none().then_some(*index)
    }
}

/// What has changed in the profiles, for asking which accounts may notice.
pub(super) struct ProfileChanges<'p> {
    old: &'p ProfileEvents,
    new: &'p ProfileEvents,
    /// The events that only one of the two has, wherever in their files.
    events: Vec<&'p Occasion>,
    /// The names that mean another series now.
    names: FxHashSet<&'p SeriesKey>,
}

impl<'p> ProfileChanges<'p> {
    /// Between the profiles before and after.
    pub fn between(old: &'p ProfileEvents, new: &'p ProfileEvents) -> Self {
        let names = old.series.keys().chain(new.series.keys());
        let names = names.filter(|name| old.series(name) != new.series(name)).collect();
        let (gone, come) = (not_in(&old.events, &new.events), not_in(&new.events, &old.events));
        Self { old, new, events: gone.chain(come).collect(), names }
    }

    /// Whether an account with this profile event may now be in another block or match another event.
    pub fn may_touch(&self, features: &Features, pin: Option<usize>) -> bool {
        let series = features.series.as_ref();
        let named = series.and_then(|key| self.new.series(key));
        pin.is_some_and(|event| self.old.events.get(event) != self.new.events.get(event))
            || series.is_some_and(|key| self.names.contains(key))
            || self.events.iter().any(|event| event.fit(features, named).is_some())
    }
}

/// The events of `all` that `others` do not have as often: of two equal ones neither is meant. Both are in
/// order of id.
fn not_in<'p>(all: &'p [Occasion], others: &'p [Occasion]) -> impl Iterator<Item = &'p Occasion> {
    all.iter().filter(|event| times_in(all, event) > times_in(others, event))
}

fn times_in(all: &[Occasion], event: &Occasion) -> usize {
    let first = all.partition_point(|other| other.id < event.id);
    let namesakes = all.iter().skip(first).take_while(|other| other.id == event.id);
    namesakes.filter(|other| other.content() == event.content()).count()
}

impl Occasion {
    /// All it says, wherever in its file.
    fn content(&self) -> impl PartialEq + use<'_> {
        let Self { id, name, names, series, edition, when, kind, country, attended, at: _ } = self;
        (id, name, names, series, edition, when, kind, country, attended)
    }

    /// How well an account fits; `None` if it is about something else.
    fn fit(&self, features: &Features, series: Option<&str>) -> Option<u32> {
        let edition = match (self.edition, features.edition) {
            (Some(a), Some(b)) if a != b => return None,
            (Some(_), Some(_)) => 4,
            _ => 0,
        };
        let named = features.series.as_ref().is_some_and(|key| self.names.contains(key));
        let of_series = series.is_some() && self.series.as_deref() == series;
        if named || of_series {
            let close = self.close(features, 31);
            // Without an edition or a date, "the summit" may be any in its series.
            return (edition > 0 || close?).then_some(edition + u32::from(named) + 1);
        }
        let everyone =
            features.people.len() >= 2 && features.people.iter().all(|id| self.attended.contains(id));
        let visitor = features.kind == MeetingKind::Visit
            && features.people.iter().any(|id| self.attended.contains(id));
        let kind = self.kind.as_deref() == Some(features.kind.as_str());
        let dated = features.stated().is_some() && self.close(features, 3)?;
        (features.series.is_none() && kind && (everyone || visitor) && dated && self.country_fits(features))
            .then_some(1)
    }

    /// Whether the dates are within `days`; `None` if one side has none.
    fn close(&self, features: &Features, days: i32) -> Option<bool> {
        let when = self.when?;
        match features.stated() {
            Some(stated) => Some(gap(when, stated) <= days),
            None => {
                features.assumed.earliest?;
                Some(when.meets(features.assumed))
            }
        }
    }

    fn country_fits(&self, features: &Features) -> bool {
        match (&self.country, features.country) {
            (Some(a), Some(b)) => **a == *b.as_str(),
            (_, b) => features.kind != MeetingKind::Visit || b.is_none(),
        }
    }
}
