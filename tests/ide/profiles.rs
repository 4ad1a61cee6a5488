//! Profile files as a language: what a field means, where it leads, and what can be completed.

use dateline::ide::completion::completions;
use dateline::ide::hover::hover;
use dateline::ide::{goto, references, show};
use expect_test::{Expect, expect};

use crate::fixture::Fixture;

/// A minister in articles of two countries, the person before her, and a meeting; each test places the
/// cursor.
const PEOPLE: &str = "
//- profiles/people.toml
[[person]]
id = \"ann-roe\"
name = \"Ann Roe\"
aliases = [\"Anne Roe\"]
native = { el = \"Άννα Ρο\" }
family_first = false
born = \"1961~\"
not = [\"bo-roe\"]
[[person.office]]
title = \"Minister of Foreign Affairs\"
country = \"no\"
when = \"2021-10-14/..\"
asof = \"2024-06\"

[[person]]
id = \"bo-roe\"
name = \"Bo Roe\"

[[series]]
id = \"harbour-forum\"
name = \"Harbour Forum\"

[[event]]
id = \"harbour-forum-3\"
name = \"third Harbour Forum\"
series = \"harbour-forum\"
edition = 3
when = \"2024-05-03\"
host = \"ann-roe\"
attended = [\"ann-roe\", \"bo-roe\"]
//- 2024-05-03-oslo.txt
Norwegian Foreign Minister Ann Roe opened the third Harbour Forum in Oslo on May 3, 2024. Roe spoke first.
//- 2024-05-08-week.txt
Anne Roe, Norway's top diplomat, met reporters in Oslo on Wednesday. The Norwegian foreign minister smiled.
";

/// The fixture with the cursor at the `nth` place where `words` stand in the profile file.
fn at(words: &str, nth: usize) -> (Fixture, dateline::world::DocId, u32) {
    let fixture = Fixture::new(PEOPLE);
    let doc = dateline::world::DocId::new("profiles/people.toml");
    let text = fixture.world.text(&doc).unwrap().as_str();
    let (at, _) = text.match_indices(words).nth(nth).unwrap();
    (fixture, doc, at as u32)
}

fn check_hover(words: &str, nth: usize, wanted: &Expect) {
    let (fixture, doc, offset) = at(words, nth);
    let shown = hover(&fixture.world, &doc, offset, &|_| None)
        .map_or_else(|| "nothing".to_owned(), |hover| hover.markdown);
    wanted.assert_eq(&show::without_markdown(&shown));
}

#[test]
fn a_key_says_what_it_is_for() {
    check_hover(
        "asof",
        0,
        &expect![[r#"
            asof — When somebody last checked; an open term is known to last until then.  
            A date in quotes, such as "2025-07-01", "2025-07" or "2014-03/.."  
            asof = "2025-07-15""#]],
    );
    check_hover(
        "[[person.office]]",
        0,
        &expect![[r#"
        person.office — An office the person above held, and when.  
        title · org · country · to · when · asof · source"#]],
    );
}

#[test]
fn a_date_says_what_it_comes_to() {
    check_hover(
        "1961~",
        0,
        &expect![[r#"
            1961, more or less  
            1 Jan 1961 to 31 Dec 1961, 365 days  
            Day, month or year of birth."#]],
    );
    check_hover(
        "2021-10-14/..",
        0,
        &expect![[r#"
            from Thu 14 Oct 2021  
            not ended, as far as anybody wrote down  
            The term; 2021-07/.. is one that has not ended."#]],
    );
}

#[test]
fn a_country_has_a_name() {
    check_hover(
        "no\"",
        0,
        &expect![[r#"
        Norway · no  
        Norwegian · capital Oslo"#]],
    );
}

#[test]
fn a_title_is_what_the_articles_call_it() {
    check_hover(
        "Minister of Foreign",
        0,
        &expect![[r#"
            Minister of Foreign Affairs  
            the same office as “foreign minister”  
            articles say “Norwegian Foreign Minister” 2×, “Norway's top diplomat” 1×, last on Wed 8 May 2024 in 2024-05-08-week.txt:1"#]],
    );
}

#[test]
fn an_alias_is_written_so_often() {
    check_hover(
        "Anne Roe",
        0,
        &expect![[r#"
            Anne Roe  
            1 of 3 mentions is written so
            - 2024-05-08-week.txt:1 (Wed 8 May 2024)"#]],
    );
}

#[test]
fn an_id_shows_whom_or_what_it_stands_for() {
    check_hover(
        "bo-roe",
        0,
        &expect![[r#"
            Bo Roe  
            no article names them

            Meetings
            - Fri 3 May 2024 · third Harbour Forum with Ann Roe, Oslo — 2024-05-03-oslo.txt:1"#]],
    );
    check_hover(
        "harbour-forum\"",
        1,
        &expect![[r#"
            Harbour Forum  
            1 edition in the corpus
            - Fri 3 May 2024 · third Harbour Forum with Ann Roe and Bo Roe, Oslo — 2024-05-03-oslo.txt:1"#]],
    );
    check_hover(
        "ann-roe",
        0,
        &expect![[r#"
            Ann Roe Άννα Ρο · born 1961  
            Minister of Foreign Affairs of Norway, since 14 Oct 2021 (checked June 2024)  
            3 mentions in 2 articles, last on Wed 8 May 2024 in 2024-05-08-week.txt:1

            Meetings
            - Fri 3 May 2024 · third Harbour Forum with Bo Roe, Oslo — 2024-05-03-oslo.txt:1

            Offices
            - Minister of Foreign Affairs of Norway · since 14 Oct 2021 (checked June 2024) — people.toml:9, 2024-05-03-oslo.txt:1, “Norway's top diplomat” 2024-05-08-week.txt:1, 2024-05-08-week.txt:1

            Also written Anne Roe (1)"#]],
    );
}

/// The target of a jump: the file and the first line of the selection.
fn lands(targets: Vec<dateline::ide::Target>, fixture: &Fixture) -> Vec<String> {
    let line = |words: String| words.lines().take(2).collect::<Vec<_>>().join(" ");
    targets.iter().map(|target| line(fixture.words(&target.place))).collect()
}

#[test]
fn from_an_id_to_its_entry_and_from_an_entry_to_the_articles() {
    for (words, nth, wanted) in [
        ("bo-roe", 0, "profiles/people.toml: [[person]] id = \"bo-roe\""),
        ("harbour-forum\"", 1, "profiles/people.toml: [[series]] id = \"harbour-forum\""),
        ("ann-roe", 1, "profiles/people.toml: [[person]] id = \"ann-roe\""),
        ("ann-roe", 0, "2024-05-03-oslo.txt: Ann Roe"),
        ("Anne Roe", 0, "2024-05-03-oslo.txt: Ann Roe"),
        ("third Harbour", 0, "2024-05-03-oslo.txt: third Harbour Forum"),
        ("harbour-forum\"", 0, "2024-05-03-oslo.txt: third Harbour Forum"),
    ] {
        let (fixture, doc, offset) = at(words, nth);
        let found = lands(goto::definition(&fixture.world, &doc, offset), &fixture);
        assert_eq!(found, [wanted], "{words}");
    }
}

#[test]
fn from_a_mention_to_the_entry_and_its_offices() {
    let fixture = Fixture::new(PEOPLE);
    let doc = dateline::world::DocId::new("2024-05-08-week.txt");
    let entry = lands(goto::type_definition(&fixture.world, &doc, 2), &fixture);
    assert_eq!(entry, ["profiles/people.toml: [[person]] id = \"ann-roe\""]);
    let offices = lands(goto::implementation(&fixture.world, &doc, 2), &fixture);
    assert_eq!(offices, ["profiles/people.toml: [[person.office]] title = \"Minister of Foreign Affairs\""]);
}

#[test]
fn references_are_in_the_articles_and_in_other_entries() {
    let (fixture, doc, offset) = at("Ann Roe", 0);
    let found = references::references(&fixture.world, &doc, offset, true);
    let found: Vec<_> = found.iter().map(|place| fixture.words(place)).collect();
    assert_eq!(
        found,
        [
            "2024-05-03-oslo.txt: Ann Roe",
            "2024-05-03-oslo.txt: Roe",
            "2024-05-08-week.txt: Anne Roe",
            "profiles/people.toml: ann-roe",
            "profiles/people.toml: ann-roe",
            "profiles/people.toml: ann-roe",
        ]
    );
}

/// What is offered at the end of `typed`, appended to the entries of the fixture; `|` is a line of its own.
fn offered(typed: &str) -> Vec<String> {
    let articles = PEOPLE.find("//- 2024-05-03").unwrap();
    let (before, behind) = PEOPLE.split_at(articles);
    let fixture = Fixture::new(&format!("{before}{typed}\n{behind}"));
    let doc = dateline::world::DocId::new("profiles/people.toml");
    let text = fixture.world.text(&doc).unwrap().as_str();
    let offset = (text.rfind(typed).unwrap() + typed.len()) as u32;
    let found = completions(&fixture.world, &doc, offset);
    found.into_iter().map(|item| format!("{} ({})", item.insert.trim_end(), item.detail)).collect()
}

#[test]
fn values_of_every_kind_in_half_typed_lines() {
    assert_eq!(
        offered("[[event]]\nhost = \"a"),
        ["ann-roe (Ann Roe)"],
        "an id, without the quotes that are there"
    );
    assert_eq!(
        offered("[[event]]\nattended = [\"ann-roe\", "),
        ["\"ann-roe\" (Ann Roe)", "\"bo-roe\" (Bo Roe)"]
    );
    assert_eq!(offered("[[event]]\nattended = [\n  \"bo"), ["bo-roe (Bo Roe)"]);
    assert_eq!(offered("[[event]]\nseries = \""), ["harbour-forum (Harbour Forum)"]);
    assert_eq!(offered("[[event]]\nkind = \"su"), ["summit ()"]);
    assert_eq!(offered("[[event]]\ncountry = \"norw"), ["no (Norway)"]);
    let countries = offered("[[event]]\ncountry = \"");
    assert!(countries.len() > 190 && countries[0] == "no (Norway)", "{:?}", &countries[..3]);
    assert_eq!(offered("[[person]]\nid = \"x\"\n[[person.office]]\ntitle = \"harbour m"), [] as [&str; 0]);
    assert!(offered("[[person.office]]\ntitle = \"fore").contains(&"Foreign Minister ()".to_owned()));
    assert_eq!(offered("[[person]]\nfamily_first = t"), ["true ()"]);
    assert_eq!(offered("[[pers").len(), 4);
    let keys = offered("[[person]]\nname = \"X\"\n");
    assert!(keys[0].starts_with("id =") && !keys.iter().any(|key| key.starts_with("name =")), "{keys:?}");
}

#[test]
fn a_key_shows_the_same_in_the_list_as_under_the_cursor() {
    let fixture = Fixture::new("\n//- profiles/people.toml\n[[person]]\nbor\n   |\n");
    let (doc, offset) = fixture.cursor();
    let documentation = completions(&fixture.world, doc, offset)[0].documentation.clone();
    let fixture = Fixture::new("\n//- profiles/people.toml\n[[person]]\nborn = \"1961\"\n |\n");
    let (doc, offset) = fixture.cursor();
    assert_eq!(hover(&fixture.world, doc, offset, &|_| None).unwrap().markdown, documentation);
}
