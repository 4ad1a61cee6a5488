use crate::lang::Language;
use std::sync::Arc;

use proptest::prelude::*;

use super::{Entity, EntityStore, Link, TitleRef};
use crate::article::{Article, Hints};
use crate::names::{CountryCode, Lexicon, LocalEntity, Mention, MentionForm, NameKind, Names, Title};
use crate::profiles::file::File;
use crate::profiles::{OfficeEntry, PersonEntry, Spanned};
use crate::text::{DocId, Index};
use crate::text::{Span, position::Text};
use crate::time::Window;

/// An article of names only, one per line: "Ann Roe | president fr" gives her a title; "Ann Roe = Roe" also
/// uses a short name for her.
fn article(lines: &[&str]) -> Arc<Article> {
    let text = lines.join("\n");
    let mut names = Names::default();
    let mut at = 0;
    for line in lines {
        let (name, title) = line.split_once(" | ").unwrap_or((line, ""));
        let (name, short) = name.split_once(" = ").unwrap_or((name, ""));
        let entity = Index::new(names.entities.len());
        let mut mentions = Vec::new();
        for (text, form) in [(name, MentionForm::Full), (short, MentionForm::Short)] {
            let Some(from) = line.find(text).filter(|_| !text.is_empty()) else { continue };
            let span = Span::new((at + from) as u32, (at + from + text.len()) as u32);
            mentions.push(Index::new(names.mentions.len()));
            let form = if name.contains(' ') { form } else { MentionForm::Short };
            let kind = NameKind::Person;
            names.mentions.push(Mention { span, kind, form, entity, title: None, sentence: Index::new(0) });
        }
        if let Some((role, country)) = title.rsplit_once(' ') {
            names.titles.push(Title {
                span: Span::default(),
                holder: Some(entity).filter(|_| !name.is_empty()),
                role: role.into(),
                org: None,
                country: CountryCode::new(country),
                behind: None,
                qualifier: None,
                counterpart_of: None,
                sentence: Index::new(0),
            });
        }
        let family = if short.is_empty() { name.rsplit(' ').next().unwrap() } else { short };
        let family_first = (!short.is_empty()).then(|| name.starts_with(short));
        let (name, family) = (name.into(), family.into());
        names.entities.push(LocalEntity { kind: NameKind::Person, name, family, family_first, mentions });
        at += line.len() + 1;
    }
    let article =
        Article::read(Text::new(text.as_str()), Hints::default(), &Lexicon::default(), Language::english());
    Arc::new(Article { names, ..article })
}

fn profile(id: &str, name: &str, aliases: &[&str]) -> PersonEntry {
    let spanned = |text: &str| Spanned { value: text.into(), span: Span::default() };
    PersonEntry {
        span: Span::default(),
        id: spanned(id),
        name: spanned(name),
        aliases: aliases.iter().map(|alias| spanned(alias)).collect(),
        native: Vec::new(),
        family_first: None,
        gender: None,
        born: None,
        died: None,
        wikidata: None,
        not: Vec::new(),
        note: None,
        offices: Vec::new(),
    }
}

fn file(persons: Vec<PersonEntry>) -> Vec<(DocId, Arc<File>)> {
    let file = File { persons, ..File::parse(Text::new("")) };
    vec![(DocId::new("people.toml"), Arc::new(file))]
}

fn corpus(articles: &[&[&str]]) -> EntityStore {
    let added: Vec<_> = articles
        .iter()
        .enumerate()
        .map(|(at, lines)| (DocId::new(format!("{at}")), article(lines), None))
        .collect();
    EntityStore::default().update(&[], &added)
}

fn id(store: &EntityStore, doc: usize, local: usize) -> String {
    store
        .entity_of_chain(&DocId::new(format!("{doc}")), Index::new(local))
        .map_or_else(String::new, |link| link.entity.0.to_string())
}

#[test]
fn spellings_of_one_name_are_one() {
    let store = corpus(&[&["Sergey Petrenko"], &["Sergei Petrenko"], &["Sergei Petrenko", "Oleg Petrenko"]]);
    assert_eq!(id(&store, 0, 0), "sergei-petrenko");
    assert_eq!(id(&store, 1, 0), "sergei-petrenko");
    assert_eq!(id(&store, 2, 1), "oleg-petrenko");
}

#[test]
fn a_surname_alone_is_the_only_one_with_it() {
    let store = corpus(&[&["Ann Roe"], &["Roe | minister fr"], &["Doe"]]);
    assert_eq!(id(&store, 1, 0), "ann-roe");
    assert_eq!(id(&store, 2, 0), "doe");
    let link = store.entity_of_chain(&DocId::new("1"), Index::new(0)).unwrap();
    assert!(link.confidence < 100 && link.why.contains("only"), "{link:?}");
}

#[test]
fn of_two_bearers_the_title_tells() {
    let store = corpus(&[
        &["Ann Roe | president fr", "Bob Roe | foreign minister de"],
        &["Roe | foreign minister de"],
        &["Roe"],
        &["Roe | king dk"],
    ]);
    assert_eq!(id(&store, 1, 0), "bob-roe");
    assert_eq!(id(&store, 2, 0), "roe");
    assert_eq!(store.entity_of_chain(&DocId::new("2"), Index::new(0)).unwrap().candidates.len(), 2);
    assert_eq!(id(&store, 3, 0), "roe", "a king of another country is neither");
}

#[test]
fn a_shorter_name_is_the_longer_only_if_longer_names_agree() {
    let one = corpus(&[&["Omar bin Said"], &["Omar bin Said Al Harthi"], &["Omar bin Said Al Harthi"]]);
    assert_eq!(id(&one, 0, 0), "omar-bin-said-harthi");
    let two = corpus(&[&["Ann Roe"], &["Ann Mary Roe"], &["Ann Jane Roe"]]);
    assert_eq!([id(&two, 0, 0), id(&two, 1, 0)], ["ann-roe", "ann-mary-roe"]);
}

#[test]
fn families_first() {
    let store = corpus(&[&["Tanaka Ichiro = Tanaka"], &["Ichiro Tanaka"], &["Tanaka"]]);
    assert_eq!(id(&store, 0, 0), id(&store, 1, 0));
    assert_eq!(id(&store, 2, 0), id(&store, 1, 0));
    let plain = corpus(&[&["Ali Hassan"], &["Hassan Ali"]]);
    assert_ne!(id(&plain, 0, 0), id(&plain, 1, 0));
}

#[test]
fn profiles_outrank() {
    let store = corpus(&[&["Lula"], &["Luiz Silva"], &["Ann Roe"], &["Ann M. Roe"]]);
    let known = file(vec![profile("lula", "Luiz Silva", &["Lula"]), profile("a-roe", "Ann Roe", &[])]);
    let told = store.with_profiles(&known);
    assert_eq!([id(&told, 0, 0), id(&told, 1, 0)], ["lula", "lula"]);
    assert_eq!([id(&told, 2, 0), id(&told, 3, 0)], ["a-roe", "a-roe"]);
    let back = told.with_profiles(&[]);
    assert_eq!(dump(&back), dump(&store));
}

#[test]
fn a_title_alone_is_whoever_holds_it() {
    let store = corpus(&[
        &["Ann Roe | foreign minister fr", " | foreign minister fr"],
        &[" | foreign minister fr"],
        &[" | foreign minister de"],
    ]);
    let title = |doc: &str, at: usize| {
        store
            .holder_of(&TitleRef::new(&DocId::new(doc), Index::new(at)), None)
            .map(|l| l.entity.0.to_string())
    };
    assert_eq!(title("0", 1).as_deref(), Some("ann-roe"));
    assert_eq!(title("1", 0).as_deref(), Some("ann-roe"));
    assert_eq!(title("2", 0), None);

    let mut doe = profile("doe", "Bob Doe", &[]);
    let when = crate::time::edtf::parse("2019/2021").unwrap();
    doe.offices.push(OfficeEntry {
        span: Span::default(),
        title: Spanned { value: "Foreign Minister".into(), span: Span::default() },
        org: None,
        country: Some(Spanned { value: "de".into(), span: Span::default() }),
        to: None,
        when: Some(Spanned { value: when, span: Span::default() }),
        asof: None,
        source: Vec::new(),
    });
    let told = store.with_profiles(&file(vec![doe]));
    let at = |year: i16| {
        told.holder_of(&TitleRef::new(&DocId::new("2"), Index::new(0)), Window::year(year))
            .map(|link| link.entity.0.to_string())
    };
    assert_eq!(at(2020).as_deref(), Some("doe"));
    assert_eq!(at(2023), None);
}

#[test]
fn a_title_alone_needs_the_one_holder_who_fits() {
    let holder = |lines: &[&str]| {
        let store = corpus(&[lines]);
        let alone = TitleRef::new(&DocId::new("0"), Index::new(lines.len() - 1));
        store.holder_of(&alone, None).map(|link| link.entity.0.to_string())
    };
    assert_eq!(holder(&["Ann Roe | president fr", " | president -"]).as_deref(), Some("ann-roe"));
    assert_eq!(holder(&["Ann Roe | president fr", "Bob Doe | president de", " | president -"]), None);
    assert_eq!(holder(&["Ann Roe | president -", " | president de"]), None, "of which country is not said");
}

#[test]
fn the_corpus_gives_no_office_with_several_holders() {
    let holder = |role: &str| {
        let store = corpus(&[&[&format!("Ann Roe | {role} fr")], &[&format!(" | {role} fr")]]);
        store.holder_of(&TitleRef::new(&DocId::new("1"), Index::new(0)), None).is_some()
    };
    assert!(["president", "foreign minister", "national security adviser"].into_iter().all(holder));
    assert!(!["ambassador", "senator", "spokesperson", "deputy foreign minister"].into_iter().any(holder));
}

#[test]
fn the_corpus_gives_an_office_to_whoever_has_it_at_that_time() {
    let year = |year| Window::year(year);
    let articles = [
        (&["Ann Roe | president fr"][..], year(2012)),
        (&["Ann Roe | president fr"], year(2012)),
        (&["Bob Doe | president fr"], year(2024)),
        (&[" | president fr"], year(2012)),
        (&[" | president fr"], year(2024)),
        (&[" | president fr"], year(2018)),
    ];
    let dated = articles.iter().enumerate();
    let added: Vec<_> =
        dated.map(|(i, (lines, when))| (DocId::new(i.to_string()), article(lines), *when)).collect();
    let store = EntityStore::default().update(&[], &added);
    let holder = |doc: &str, when| {
        let link = store.holder_of(&TitleRef::new(&DocId::new(doc), Index::new(0)), when);
        link.map(|link| link.entity.0.to_string())
    };
    assert_eq!(holder("3", year(2012)).as_deref(), Some("ann-roe"));
    assert_eq!(holder("4", year(2024)).as_deref(), Some("bob-doe"));
    assert_eq!(holder("5", year(2018)), None);
}

/// Every answer, for comparison.
fn dump(store: &EntityStore) -> (Vec<Entity>, Vec<Option<Link>>) {
    let entities = store.entities().map(|entity| entity.as_ref().clone()).collect();
    let docs = (0..8).flat_map(|doc| (0..6).map(move |local| (DocId::new(format!("{doc}")), local)));
    (entities, docs.map(|(doc, local)| store.entity_of_chain(&doc, Index::new(local)).cloned()).collect())
}

const POOL: &[&str] = &[
    "Ann Roe",
    "Ann Roe = Roe",
    "Roe",
    "Roe | president fr",
    "Ann Mary Roe | president fr",
    "Ann M. Roe",
    "Ann Roe Jr.",
    "Ann Roe Sr.",
    "Ann Jane Roe",
    "Bob Roe | president de",
    "Sergey Petrenko",
    "Sergei Petrenko | minister ru",
    "Petrenko",
    "Petrenkko",
    "Tanaka Ichiro = Tanaka",
    "Ichiro Tanaka",
    "Tanaka",
    "Ali Hassan",
    "Hassan Ali",
    "Hassan",
    "Omar bin Said",
    "Omar bin Said Al Harthi",
    "Ann",
    "bin Said",
    "Kim Jong Un = Kim",
    "Kim Jongun",
    "Kim",
];

#[derive(Clone, Debug)]
enum Step {
    Put(usize, Vec<usize>),
    Take(usize),
    Profiles(usize),
    /// Ask everything, so that a stale cached answer would show.
    Ask,
}

fn profiles(which: usize) -> Vec<(DocId, Arc<File>)> {
    let mut persons = Vec::new();
    if which & 1 != 0 {
        persons.push(profile("roe", "Ann Roe", &["Annie Roe"]));
    }
    if which & 2 != 0 {
        persons.push(profile("kim-jong-un", "Kim Jong-un", &["Kim"]));
    }
    if which & 4 != 0 {
        let mut x = profile("x", "Ann Mary Roe", &["Sergei Petrenko"]);
        x.not.push(Spanned { value: "sergey-petrenko".into(), span: Span::default() });
        persons.push(x);
        persons.push(profile("one", "Hassan Ali", &[]));
        persons.push(profile("y", "Sergei Petrenko", &["Hassan Ali"]));
    }
    file(persons)
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..8usize, prop::collection::vec(0..POOL.len(), 0..6))
            .prop_map(|(doc, names)| Step::Put(doc, names)),
        2 => (0..8usize).prop_map(Step::Take),
        1 => (0..8usize).prop_map(Step::Profiles),
        2 => Just(Step::Ask),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    /// However a store came about, it equals the one built at once from the remaining articles.
    #[test]
    fn history_does_not_show(steps in prop::collection::vec(step(), 1..24)) {
        let mut store = EntityStore::default();
        let mut left = std::collections::BTreeMap::new();
        let mut which = 0;
        for step in steps {
            match step {
                Step::Put(doc, names) => {
                    let lines: Vec<&str> = names.iter().map(|at| POOL[*at]).collect();
                    let (doc, article) = (DocId::new(format!("{doc}")), article(&lines));
                    let when = Window::year(2000 + names.len() as i16);
                    store = store.update(&[], &[(doc.clone(), article.clone(), when)]);
                    left.insert(doc, (article, when));
                }
                Step::Take(doc) => {
                    let doc = DocId::new(format!("{doc}"));
                    store = store.update(std::slice::from_ref(&doc), &[]);
                    left.remove(&doc);
                }
                Step::Profiles(now) => {
                    which = now;
                    store = store.with_profiles(&profiles(now));
                }
                Step::Ask => {
                    dump(&store);
                }
            }
        }
        let all: Vec<_> =
            left.into_iter().rev().map(|(doc, (article, when))| (doc, article, when)).collect();
        let scratch = EntityStore::default().update(&[], &all).with_profiles(&profiles(which));
        prop_assert_eq!(dump(&store), dump(&scratch));
        let other = EntityStore::default().with_profiles(&profiles(which)).update(&[], &all);
        prop_assert_eq!(dump(&store), dump(&other));
    }
}
