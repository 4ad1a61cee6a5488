//! Laws of events over generated accounts, and cases that must or must not be one meeting.

use jiff::civil::date;
use proptest::prelude::*;

use std::collections::BTreeMap;

use super::compare::Pinned;
use super::features::Features;
use super::update::change;
use super::*;
use crate::meetings::series::key;
use crate::names::CountryCode;
use crate::text::{Index, Span};

fn id(name: &str) -> EntityId {
    EntityId(name.into())
}

fn doc(n: usize) -> DocId {
    DocId::new(format!("{n}.txt"))
}

/// An account from the `n`th document: kind and people only.
fn account(n: usize, local: usize, kind: MeetingKind, who: &[&str]) -> Features {
    let who: Vec<EntityId> = who.iter().map(|w| id(w)).collect();
    let mut people = who.clone();
    people.sort();
    Features {
        account: Arc::new(Account {
            doc: doc(n),
            local: Index::new(local),
            best: Index::new(0),
            when: None,
            place: None,
            who,
            status: Status::Held,
        }),
        kind,
        label: kind.as_str().into(),
        series: None,
        edition: None,
        people,
        country: None,
        whole_country: false,
        assumed: Window { earliest: None, latest: None },
        vague: false,
        part_of: None,
        taken_up: false,
        likely: None,
        written: None,
    }
}

fn on(mut features: Features, from: (i16, i8, i8), days: i32) -> Features {
    let first = date(from.0, from.1, from.2);
    let last = first.checked_add(jiff::Span::new().days(days - 1)).unwrap();
    let place = Place { doc: features.account.doc.clone(), span: Span::new(0, 1) };
    Arc::make_mut(&mut features.account).when = Some((Window::new(first, last), place));
    features
}

fn at(mut features: Features, town: &str, country: CountryCode) -> Features {
    let place = Place { doc: features.account.doc.clone(), span: Span::new(2, 3) };
    Arc::make_mut(&mut features.account).place = Some((id(town), place));
    features.country = Some(country);
    features
}

fn called(mut features: Features, name: &str, edition: Option<u16>) -> Features {
    features.series = Some(key(name));
    features.edition = edition;
    features
}

fn all(features: Vec<Features>) -> EventStore {
    let mut docs: BTreeMap<DocId, Vec<Arc<Features>>> = BTreeMap::new();
    for features in features {
        docs.entry(features.doc().clone()).or_default().push(Arc::new(features));
    }
    change(&EventStore::default(), &[], docs.into_iter().collect(), &Arc::default())
}

fn one(a: Features, b: Features) -> bool {
    let (x, y) = ((a.doc().clone(), a.account.local), (b.doc().clone(), b.account.local));
    let all = all(vec![a, b]);
    all.event_of_chain(&x.0, x.1).unwrap().id == all.event_of_chain(&y.0, y.1).unwrap().id
}

use MeetingKind::{Call, Summit, Talks, Visit};

#[test]
fn the_same_two_on_the_same_day() {
    let talks = |n| account(n, 0, Talks, &["roe", "ling"]);
    assert!(one(on(talks(1), (2024, 5, 3), 1), on(talks(2), (2024, 5, 3), 1)));
    assert!(!one(on(talks(1), (2024, 5, 3), 1), on(talks(2), (2024, 5, 20), 1)), "another day");
    assert!(
        !one(on(talks(1), (2024, 5, 3), 1), on(account(2, 0, Call, &["roe", "ling"]), (2024, 5, 3), 1)),
        "a call"
    );
    assert!(
        !one(on(talks(1), (2024, 5, 3), 1), on(account(2, 0, Talks, &["roe", "moe"]), (2024, 5, 3), 1)),
        "another pair"
    );
    assert!(one(on(talks(1), (2024, 5, 1), 31), on(talks(2), (2024, 5, 3), 1)), "May agrees with May 3");
}

#[test]
fn one_town_ties_what_two_dates_pull_apart() {
    let talks = |n, day| on(account(n, 0, Talks, &["roe", "ling"]), (2024, 5, day), 1);
    assert!(one(
        at(talks(1, 3), "oslo", CountryCode::new("no").unwrap()),
        at(talks(2, 5), "oslo", CountryCode::new("no").unwrap())
    ));
    assert!(!one(talks(1, 3), talks(2, 5)));
    assert!(
        !one(
            at(talks(1, 3), "oslo", CountryCode::new("no").unwrap()),
            at(talks(2, 3), "bonn", CountryCode::new("de").unwrap())
        ),
        "another country"
    );
}

#[test]
fn editions_apart_and_together() {
    let forum = |n, edition| called(account(n, 0, Summit, &[]), "Harbour Forum", edition);
    assert!(one(forum(1, Some(2)), forum(2, Some(2))));
    assert!(!one(forum(1, Some(2)), forum(2, Some(3))));
    assert!(one(on(forum(1, Some(2)), (2024, 5, 3), 2), on(forum(2, None), (2024, 5, 4), 1)));
    assert!(
        !one(on(forum(1, Some(2)), (2024, 5, 3), 2), on(forum(2, None), (2025, 5, 4), 1)),
        "a year later"
    );
}

#[test]
fn a_day_without_its_year_may_be_of_another_year() {
    let summit = |n| called(account(n, 0, Summit, &[]), "Harbour Forum", None);
    let dated = on(summit(1), (2018, 5, 3), 2);
    assert!(one(dated.clone(), summit(2)), "nothing speaks against it");
    let vague = Features { vague: true, ..summit(2) };
    assert!(!one(dated, vague));
}

#[test]
fn what_could_go_two_ways_stays_alone() {
    let visit = |n, day, days| {
        on(
            at(account(n, 0, Visit, &["roe"]), "norway", CountryCode::new("no").unwrap()),
            (2024, 5, day),
            days,
        )
    };
    let found = all(vec![visit(1, 1, 31), visit(2, 3, 2), visit(3, 20, 2)]);
    assert_eq!(found.iter().count(), 3);
    assert!(one(visit(1, 1, 31), visit(2, 3, 2)), "with one there is no doubt");
}

#[test]
fn an_article_keeps_its_own_meetings_apart() {
    let talks = |n, local| on(account(n, local, Talks, &["roe", "ling"]), (2024, 5, 3), 1);
    assert!(!one(talks(1, 0), talks(1, 1)));
}

#[test]
fn talks_know_the_visit_they_are_part_of() {
    let visit = at(account(1, 0, Visit, &["roe"]), "norway", CountryCode::new("no").unwrap());
    let mut talks = on(account(1, 1, Talks, &["roe", "ling"]), (2024, 5, 3), 1);
    talks.part_of = Some(Index::new(0));
    let elsewhere = on(account(2, 0, Talks, &["roe", "ling"]), (2024, 5, 3), 1);
    let found = all(vec![visit, talks, elsewhere]);
    let whole = found.event_of_chain(&doc(1), Index::new(0)).unwrap();
    assert_eq!(found.event_of_chain(&doc(2), Index::new(0)).unwrap().part_of.as_ref(), Some(&whole.id));
}

#[test]
fn a_profile_names_and_joins() {
    let text = "[[event]]\nid = \"forum-2\"\nname = \"2nd Harbour Forum\"\nedition = 2\nkind = \"conference\"\nwhen = \"2024-05-03/2024-05-04\"\n";
    let profile_events = profile_events(text);
    let a = on(called(account(1, 0, Summit, &[]), "Harbour Forum", None), (2024, 5, 3), 1);
    let b = called(account(2, 0, Summit, &[]), "Harbour Forum", Some(2));
    let told = vec![(doc(1), vec![Arc::new(a)]), (doc(2), vec![Arc::new(b)])];
    let without = change(&EventStore::default(), &[], told.clone(), &Arc::default());
    let found = change(&EventStore::default(), &[], told, &profile_events);
    let forum = found.event_of_chain(&doc(2), Index::new(0)).unwrap();
    assert_eq!((&*forum.id.0, forum.accounts.len()), ("forum-2", 2));
    assert_eq!(&*forum.name, "2nd Harbour Forum");
    // Adding the profile later gives the same result.
    assert_eq!(change(&without, &[], vec![], &profile_events), found);
}

fn profile_events(text: &str) -> Arc<ProfileEvents> {
    let file = crate::profiles::file::File::parse(crate::text::position::Text::new(text));
    Arc::new(ProfileEvents::new([(&DocId::new("profiles/events.toml"), &file)]))
}

#[test]
fn a_profile_that_is_typed_ends_where_it_would_have_begun() {
    let a = on(called(account(1, 0, Summit, &[]), "Harbour Forum", None), (2024, 5, 3), 1);
    let b = called(account(2, 0, Summit, &[]), "Harbour Forum", Some(2));
    let c = called(account(3, 0, Summit, &[]), "Quay Days", Some(2));
    let other = on(account(4, 0, Talks, &["roe", "ling"]), (2024, 5, 3), 1);
    let told: Vec<_> =
        [a, b, c, other].into_iter().map(|it| (it.doc().clone(), vec![Arc::new(it)])).collect();
    let series = "[[series]]\nid = \"harbour\"\nname = \"Harbour Forum\"\n";
    let event = "[[event]]\nid = \"forum-2\"\nname = \"2nd Harbour Forum\"\nedition = 2\n";
    let mut store = change(&EventStore::default(), &[], told.clone(), &Arc::default());
    for text in [
        series.to_owned(),
        format!("{series}aliases = [\"Quay Days\"]\n"),
        format!("{series}aliases = [\"Quay Days\"]\n{event}"),
        format!("{series}{event}series = \"harbour\"\n"),
        format!("\n{series}\n{event}series = \"harbour\"\nwhen = \"2024-05-03\"\n"),
        format!("{event}when = \"2023-05-03\"\n"),
        // Two equal entries, neither of which is meant.
        event.to_owned(),
        format!("{event}{event}"),
        format!("[[event]]\nid = \"a\"\nname = \"Talks\"\n{event}"),
        String::new(),
    ] {
        let events = profile_events(&text);
        let next = change(&store, &[], vec![], &events);
        assert_eq!(next, change(&EventStore::default(), &[], told.clone(), &events), "{text}");
        let accounts = |store: &EventStore| store.docs.get(&doc(4)).unwrap().clone();
        assert!(Arc::ptr_eq(&accounts(&next), &accounts(&store)), "talks are no forum: {text}");
        store = next;
    }
}

fn any_facts() -> impl Strategy<Value = Features> {
    let who = prop::sample::subsequence(vec!["roe", "ling", "moe"], 0..=2);
    let kind = prop::sample::select(vec![Talks, Visit, Summit]);
    let when = prop::option::of((1i8..=28, 1i32..=4));
    let place = prop::option::of(prop::sample::select(vec![
        ("oslo", CountryCode::new("no").unwrap()),
        ("bergen", CountryCode::new("no").unwrap()),
        ("bonn", CountryCode::new("de").unwrap()),
    ]));
    let series = prop::option::of((
        prop::sample::select(vec!["Harbour Forum", "AB-CD Summit"]),
        prop::option::of(1u16..3),
    ));
    (who, kind, when, place, series, prop::option::of(0usize..2)).prop_map(
        |(who, kind, when, place, series, part_of)| {
            let mut features = account(0, 0, kind, &who);
            if let Some((day, days)) = when {
                features = on(features, (2024, 5, day), days);
            }
            if let Some((town, country)) = place {
                features = at(features, town, country);
            }
            if let Some((name, edition)) = series {
                features = called(features, name, edition);
            }
            features.part_of = part_of.map(Index::new);
            features
        },
    )
}

/// The accounts of one document, numbered and placed.
fn settle(n: usize, features: &[Features]) -> (DocId, Vec<Arc<Features>>) {
    let numbered = features.iter().enumerate().map(|(local, features)| {
        let mut features = features.clone();
        let account = Arc::make_mut(&mut features.account);
        account.doc = doc(n);
        account.local = Index::new(local);
        features.part_of = features.part_of.filter(|p| p.row() != local);
        Arc::new(features)
    });
    (doc(n), numbered.collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Any edits, in any order, give the same result as a fresh start with the same documents.
    #[test]
    fn the_same_articles_give_the_same_meetings(
        edits in prop::collection::vec((0usize..6, prop::collection::vec(any_facts(), 0..4)), 1..14),
    ) {
        let mut now = EventStore::default();
        let mut last: BTreeMap<usize, Vec<Features>> = BTreeMap::new();
        for (n, features) in edits {
            if features.is_empty() {
                last.remove(&n);
                now = change(&now, &[doc(n)], vec![], &Arc::default());
            } else {
                now = change(&now, &[], vec![settle(n, &features)], &Arc::default());
                last.insert(n, features);
            }
        }
        let told: Vec<_> = last.iter().map(|(n, features)| settle(*n, features)).collect();
        let backwards = told.iter().rev().cloned().collect();
        let fresh = change(&EventStore::default(), &[], backwards, &Arc::default());
        prop_assert_eq!(&now, &fresh);
        // Every account is in exactly one meeting, and is found there.
        for (doc, features) in &told {
            for features in features {
                let of = now.event_of_chain(doc, features.account.local).unwrap();
                let local = features.account.local;
                let mine = of.accounts.iter().filter(|a| a.doc == *doc && a.local == local);
                prop_assert_eq!(mine.count(), 1);
            }
        }
        let accounts: usize = now.iter().map(|g| g.accounts.len()).sum();
        prop_assert_eq!(accounts, told.iter().map(|(_, f)| f.len()).sum::<usize>());
    }

    /// Comparing only possible ties gives the same result as comparing everything.
    #[test]
    fn parts_come_to_what_the_whole_comes_to(
        told in prop::collection::vec((any_facts(), 0i32..8, prop::option::of(0usize..2)), 0..14),
    ) {
        let months = |window: Window, n: i32| {
            let shift = |day: jiff::civil::Date| day.checked_add(jiff::Span::new().days(n * 25)).unwrap();
            Window { earliest: window.earliest.map(shift), latest: window.latest.map(shift) }
        };
        let told: Vec<_> = told.into_iter().enumerate().map(|(n, (mut features, by, pin))| {
            let account = Arc::make_mut(&mut features.account);
            account.doc = doc(n / 2);
            account.local = Index::new(n);
            match &mut account.when {
                Some((window, _)) => *window = months(*window, by),
                // Some have no date, some the days that the article's own date leaves.
                None if by > 2 => {
                    let spring = Window::new(date(2024, 5, 1), date(2024, 6, 20));
                    features.assumed = months(spring, by);
                }
                None => {}
            }
            (features, pin.filter(|_| by > 5))
        }).collect();
        let items: Vec<Pinned<'_>> = told.iter().map(|(features, pin)| (features, *pin)).collect();
        prop_assert_eq!(cluster::cluster(&items), cluster::all_at_once(&items));
    }
}
