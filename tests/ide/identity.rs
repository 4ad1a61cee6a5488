//! Identity across articles: one name in several spellings, two people with one spelling.

use dateline::names::Mention;
use dateline::text::{Index, indexed};
use dateline::world::{DocId, MentionRef, TitleRef, World};

use crate::fixture::Fixture;

/// A world of articles: "name: text" each.
fn world(articles: &[&str]) -> World {
    let files: String = articles
        .iter()
        .map(|article| article.split_once(": ").unwrap())
        .map(|(name, text)| format!("//- {name}\n{text}\n"))
        .collect();
    Fixture::new(&files).world
}

/// The entity of the `nth` mention `words` in a document.
fn who(world: &World, doc: &str, words: &str, nth: usize) -> String {
    let doc = DocId::new(doc);
    let article = &world.article(&doc).unwrap().article;
    let written =
        |m: &Mention| article.text.slice(m.span).trim_end_matches('.') == words.trim_end_matches('.');
    let mut mentions = indexed(&article.names.mentions).filter(|(_, mention)| written(mention));
    let (at, _) = mentions.nth(nth).unwrap_or_else(|| panic!("{words} is no mention in {doc}"));
    world.entity_of(&MentionRef::new(&doc, at)).unwrap().entity.0.to_string()
}

/// Whether two spellings, each in an article of its own, are one person.
fn same(a: &str, b: &str) -> bool {
    let text = |name: &str| format!("{name} met reporters in Oslo on Tuesday and spoke of the harbour.");
    let world = world(&[&format!("a.txt: {}", text(a)), &format!("b.txt: {}", text(b))]);
    who(&world, "a.txt", a, 0) == who(&world, "b.txt", b, 0)
}

#[test]
fn one_person_in_many_spellings() {
    for (a, b) in [
        ("Viktor Orbán", "Viktor Orban"),
        ("Abdel Fattah El-Sisi", "Abdel Fattah al-Sisi"),
        ("Chung Eui-yong", "Chung Eui Yong"),
        ("Sergey Kislyak", "Sergei Kislyak"),
        ("Mohammed Al-Sudani", "Mohammad al-Sudani"),
        ("Josep Borrell", "Josep Borrel"),
        ("John F. Kerry", "John Kerry"),
        ("Joseph Muscat", "Joe Muscat"),
        ("Nguyễn Phú Trọng", "Nguyen Phu Trong"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Anthony Rowley", "Tony Rowley"),
        ("Antony Rowley", "Anthony Rowley"),
    ] {
        assert!(same(a, b), "{a} is {b}");
    }
}

#[test]
fn two_people_in_similar_spellings() {
    for (a, b) in [
        ("Li Qiang", "Li Keqiang"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("Sara Netanyahu", "Benjamin Netanyahu"),
        ("Viktor Ivanov", "Viktoria Ivanova"),
        ("George W. Bush", "George H. W. Bush"),
        ("Wang Yi", "Wang Yang"),
        ("Hassan Rouhani", "Hussein Rouhani"),
    ] {
        assert!(!same(a, b), "{a} is not {b}");
    }
}

#[test]
fn a_father_and_a_son_are_two_and_the_bare_name_may_be_either() {
    let son = "a.txt: Senator Robert Hanley Jr. met reporters in Oslo on Tuesday.";
    let bare = "c.txt: Robert Hanley met reporters in Bergen on Friday.";
    let one = world(&[son, bare]);
    assert_eq!(who(&one, "a.txt", "Robert Hanley Jr.", 0), who(&one, "c.txt", "Robert Hanley", 0));
    let both = world(&[son, bare, "b.txt: Robert Hanley Sr. met reporters in Rome on Monday."]);
    let ids = [("a.txt", "Robert Hanley Jr."), ("b.txt", "Robert Hanley Sr."), ("c.txt", "Robert Hanley")];
    let ids: std::collections::BTreeSet<_> =
        ids.iter().map(|(doc, words)| who(&both, doc, words, 0)).collect();
    assert_eq!(ids.len(), 3, "{ids:?}");
    let together = world(&[
        "a.txt: Senator Robert Hanley Jr. met reporters in Oslo. His father Robert Hanley Sr. stayed in Rome.",
    ]);
    let ids = ["Robert Hanley Jr.", "Robert Hanley Sr."].map(|words| who(&together, "a.txt", words, 0));
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn a_couple_in_one_article_and_the_surname_of_whoever_has_the_title() {
    let world = world(&[
        "a.txt: Prime Minister Benjamin Halevi and his wife Sara Halevi landed in Oslo. Sara Halevi visited a school.",
        "b.txt: Prime Minister Halevi said on Tuesday that the talks would go on.",
        "c.txt: Halevi visited the fish market in Bergen on Friday.",
    ]);
    assert_eq!(who(&world, "a.txt", "Sara Halevi", 1), "sara-halevi");
    assert_eq!(who(&world, "b.txt", "Halevi", 0), "benjamin-halevi");
    let link = world.entity_of(&MentionRef::new(&DocId::new("c.txt"), Index::new(0))).unwrap();
    assert_eq!(link.candidates.len(), 2, "nothing tells which: both are shown, {link:?}");
    assert!(link.confidence <= 50 && link.why.contains("nothing tells"), "{link:?}");
}

#[test]
fn a_family_name_that_comes_first() {
    let world = world(&[
        "a.txt: Prime Minister Kishida Fumio spoke in Oslo. Kishida said the talks were good.",
        "b.txt: Prime Minister Fumio Kishida left Oslo on Friday.",
        "c.txt: Kishida was seen at the harbour.",
    ]);
    let ids =
        [("a.txt", "Kishida Fumio"), ("a.txt", "Kishida"), ("b.txt", "Fumio Kishida"), ("c.txt", "Kishida")];
    let ids: Vec<_> = ids.iter().map(|(doc, words)| who(&world, doc, words, 0)).collect();
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
}

#[test]
fn a_title_that_changes_from_article_to_article() {
    let world = world(&[
        "2021-03-01.txt: Defence Minister Marit Solberg of Norway met troops in Bodo.",
        "2023-03-01.txt: Norwegian Foreign Minister Marit Solberg flew to Rome.",
        "2023-04-01.txt: Norwegian Foreign Minister Solberg flew to Bern.",
        "2023-05-01.txt: Swedish Defence Minister Karl Solberg met troops in Kiruna.",
        "2023-05-02.txt: Swedish Defence Minister Solberg met more troops.",
    ]);
    assert_eq!(who(&world, "2021-03-01.txt", "Marit Solberg", 0), "marit-solberg");
    assert_eq!(who(&world, "2023-04-01.txt", "Solberg", 0), "marit-solberg");
    assert_eq!(who(&world, "2023-05-02.txt", "Solberg", 0), "karl-solberg");
}

#[test]
fn of_father_and_son_in_one_office_the_date_tells() {
    let world = world(&[
        "profiles/people.toml: [[person]]\nid = \"hugo-lind\"\nname = \"Hugo Lind\"\n[[person.office]]\ntitle = \"President\"\ncountry = \"no\"\nwhen = \"1989-01-20/1993-01-20\"\n[[person]]\nid = \"max-lind\"\nname = \"Max Lind\"\n[[person.office]]\ntitle = \"President\"\ncountry = \"no\"\nwhen = \"2001-01-20/2009-01-20\"",
        "1990-05-04.txt: President Lind opened the harbour in Bergen on Friday.",
        "2004-05-07.txt: President Lind opened the harbour in Bergen on Friday.",
        "1991-05-03.txt: Hugo Lind spoke in Oslo.",
        "2005-05-06.txt: Max Lind spoke in Oslo.",
    ]);
    assert_eq!(who(&world, "1990-05-04.txt", "Lind", 0), "hugo-lind");
    assert_eq!(who(&world, "2004-05-07.txt", "Lind", 0), "max-lind");
    let link = world.entity_of(&MentionRef::new(&DocId::new("2004-05-07.txt"), Index::new(0))).unwrap();
    assert!(link.why.contains("term"), "{link:?}");
}

#[test]
fn of_two_ministers_of_other_years_the_one_written_about_at_the_time() {
    let world = world(&[
        "1999-05-04.txt: Olav Dahl met reporters in Oslo on Tuesday.",
        "2019-05-07.txt: Knut Dahl met reporters in Oslo on Tuesday.",
        "2019-05-10.txt: Dahl met reporters in Bergen on Friday.",
        "2009-05-08.txt: Dahl met reporters in Bergen on Friday.",
    ]);
    assert_eq!(who(&world, "2019-05-10.txt", "Dahl", 0), "knut-dahl");
    assert_eq!(who(&world, "2009-05-08.txt", "Dahl", 0), "dahl", "ten years from either");
}

#[test]
fn an_acronym_is_what_it_stands_for_in_another_article() {
    let world = world(&[
        "a.txt: The Shanghai Cooperation Organisation met in Astana.",
        "b.txt: The Shanghai Cooperation Organization met again in Astana.",
        "c.txt: The SCO met once more in Astana.",
    ]);
    let ids = [
        ("a.txt", "Shanghai Cooperation Organisation"),
        ("b.txt", "Shanghai Cooperation Organization"),
        ("c.txt", "SCO"),
    ];
    for (doc, words) in ids {
        assert_eq!(who(&world, doc, words, 0), "org/shanghai-cooperation-organisation");
    }
}

#[test]
fn a_country_and_its_abbreviations_are_one_and_its_capital_is_not() {
    let world = world(&[
        "a.txt: Talks between China and the United States went on in Oslo.",
        "b.txt: The US said that China would come to Oslo, but Beijing said no more.",
        "c.txt: The U.S. and the UK sent ministers to Oslo. Scotland sent nobody.",
        "d.txt: The United Kingdom sent a minister to Oslo.",
    ]);
    for (doc, words) in [("a.txt", "United States"), ("b.txt", "US"), ("c.txt", "U.S.")] {
        assert_eq!(who(&world, doc, words, 0), "place/united-states");
    }
    assert_ne!(who(&world, "b.txt", "Beijing", 0), "place/china", "said of a government, left alone");
    assert_eq!(who(&world, "c.txt", "UK", 0), who(&world, "d.txt", "United Kingdom", 0));
    let name = |id: &str| world.entities().find(|e| &*e.id.0 == id).unwrap().name.to_string();
    assert_eq!(name("place/united-states"), "United States");
}

const TWO_ROES: &str = "profiles/people.toml: [[person]]\nid = \"nikolai-sever\"\nname = \"Nikolai Sever\"\n";

#[test]
fn not_keeps_apart_what_spelling_would_join() {
    let a = "a.txt: Nikolai Sever met reporters in Oslo.";
    let b = "b.txt: Nikolay Sever met reporters in Bergen.";
    let joined = world(&[TWO_ROES, a, b]);
    assert_eq!(who(&joined, "b.txt", "Nikolay Sever", 0), "nikolai-sever");
    let apart = world(&[&format!("{TWO_ROES}not = [\"nikolay-sever\"]"), a, b]);
    assert_eq!(who(&apart, "a.txt", "Nikolai Sever", 0), "nikolai-sever");
    assert_eq!(who(&apart, "b.txt", "Nikolay Sever", 0), "nikolay-sever");
}

#[test]
fn a_name_that_two_profiles_share_is_decided_mention_by_mention() {
    let profiles = "profiles/people.toml: [[person]]\nid = \"john-sever\"\nname = \"John Sever\"\n[[person.office]]\ntitle = \"Ambassador\"\ncountry = \"no\"\n[[person]]\nid = \"john-sever-painter\"\nname = \"John Sever\"\nnot = [\"john-sever\"]";
    let world = world(&[
        profiles,
        "a.txt: Norwegian Ambassador John Sever met reporters in Oslo.",
        "b.txt: John Sever showed his pictures in Bergen.",
    ]);
    assert_eq!(who(&world, "a.txt", "John Sever", 0), "john-sever");
    let link = world.entity_of(&MentionRef::new(&DocId::new("b.txt"), Index::new(0))).unwrap();
    assert_eq!(link.candidates.len(), 2, "{link:?}");
}

/// The person that the title `words`, standing alone, refers to, and why.
fn holder(world: &World, doc: &str, words: &str) -> Option<(String, String)> {
    let doc = DocId::new(doc);
    let article = &world.article(&doc).unwrap().article;
    let titles = indexed(&article.names.titles);
    let mut alone = titles.filter(|(_, title)| title.holder.is_none());
    let (title, _) = alone.find(|(_, title)| words.ends_with(article.text.slice(title.span)))?;
    world.holder_of(&TitleRef::new(&doc, title)).map(|link| (link.entity.0.to_string(), link.why.to_string()))
}

#[test]
fn a_title_alone_is_whoever_article_profile_and_corpus_give_it_to() {
    let profiles = "profiles/people.toml: [[person]]\nid = \"una-berg\"\nname = \"Una Berg\"\n[[person.office]]\ntitle = \"Foreign Minister\"\ncountry = \"no\"\nwhen = \"2013/2017-10\"\n[[person]]\nid = \"ida-holm\"\nname = \"Ida Holm\"\n[[person.office]]\ntitle = \"Foreign Minister\"\ncountry = \"no\"\nwhen = \"2017-10/2021\"";
    let world = world(&[
        profiles,
        "2015-05-04.txt: Reporters in Bergen waited for the Norwegian foreign minister on Monday.",
        "2019-05-06.txt: Reporters in Bergen waited for the Norwegian foreign minister on Monday.",
        "2020-05-06.txt: Chinese Foreign Minister Bo Li came to Oslo. His Norwegian counterpart met him at the harbour.",
        "2020-05-07.txt: China's top diplomat left Oslo on Thursday.",
        "2020-05-08.txt: Mia Stone, the US national security adviser, called Oslo on Friday.",
        "2020-06-08.txt: Oslo had a call from the US national security adviser on Monday.",
    ]);
    for (doc, words, wanted, why) in [
        ("2015-05-04.txt", "the Norwegian foreign minister", "una-berg", "at that time"),
        ("2019-05-06.txt", "the Norwegian foreign minister", "ida-holm", "at that time"),
        ("2020-05-06.txt", "His Norwegian counterpart", "ida-holm", "at that time"),
        ("2020-05-07.txt", "China's top diplomat", "bo-li", "the corpus has one"),
        ("2020-06-08.txt", "the US national security adviser", "mia-stone", "the corpus has one"),
    ] {
        let (id, reason) =
            holder(&world, doc, words).unwrap_or_else(|| panic!("{words} means nobody in {doc}"));
        assert_eq!(id, wanted, "{words} in {doc}");
        assert!(reason.contains(why), "{reason}");
    }
}

#[test]
fn a_surname_misspelt_in_another_article_joins_nobody() {
    let world = world(&[
        "a.txt: Maria Zaytseva met reporters in Oslo. Zaytseva smiled.",
        "b.txt: Zaytesva met reporters in Bergen, and Zaytesva smiled.",
    ]);
    assert_ne!(who(&world, "b.txt", "Zaytesva", 0), "maria-zaytseva");
}
