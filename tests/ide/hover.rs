//! What a hover says, word for word.

use dateline::ide::{hover::hover, show};
use expect_test::{Expect, expect};

use crate::fixture::Fixture;

fn check(source: &str, wanted: &Expect) {
    let fixture = Fixture::new(source);
    let (doc, offset) = fixture.cursor();
    let markdown = hover(&fixture.world, doc, offset, &|_| None)
        .map_or_else(|| "nothing".to_owned(), |hover| hover.markdown);
    wanted.assert_eq(&show::without_markdown(&markdown));
}

#[test]
fn a_surname_shows_the_profile() {
    check(
        "
//- profiles/people.toml
[[person]]
id = \"annalena-baerbock\"
name = \"Annalena Baerbock\"
born = \"1980-12-15\"
[[person.office]]
title = \"Foreign Minister\"
country = \"de\"
when = \"2021-12-08/2025-05-06\"
source = \"https://example.org/\"
//- 2024-05-02-warsaw.txt
Foreign Minister Annalena Baerbock met Prime Minister Donald Tusk in Warsaw on Thursday. Baerbock’s visit was short.
//- 2024-05-03-berlin.txt
Baerbock, who had met Tusk in Warsaw a day earlier, flew home.
   |
",
        &expect![[r#"
            Annalena Baerbock · born 15 Dec 1980  
            Foreign Minister of Germany, 8 Dec 2021 – 6 May 2025  
            3 mentions in 2 articles, last on Fri 3 May 2024 in 2024-05-03-berlin.txt:1

            Meetings
            - Thu 2 May 2024 · talks with Donald Tusk, Warsaw — 2024-05-02-warsaw.txt:1
            - visit, undated — 2024-05-02-warsaw.txt:1

            Offices
            - Foreign Minister of Germany · 8 Dec 2021 – 6 May 2025 — people.toml:5, example.org/, 2024-05-02-warsaw.txt:1

            Why: Annalena Baerbock is the only “Baerbock” of the corpus (probably)"#]],
    );
}

#[test]
fn a_relative_date_shows_its_reckoning() {
    check(
        "
//- 2025-07-13-beijing.txt
The aide said last month that the visit would take four days.
               |
",
        &expect![[r#"
            last month → June 2025  
            counted from the article’s date, Sun 13 July 2025, known from the file name"#]],
    );
}

#[test]
fn a_meeting_shows_its_accounts() {
    check(
        "
//- 2024-05-02-warsaw.txt
Foreign Minister Annalena Baerbock met Prime Minister Donald Tusk in Warsaw on Thursday, May 2, 2024.
                                    |
//- 2024-05-06-week.txt
Annalena Baerbock met Donald Tusk in Warsaw last Thursday.
",
        &expect![[r#"
            Talks of Annalena Baerbock and Donald Tusk  
            Thu 2 May 2024 · Warsaw

            Accounts
            - 2024-05-02-warsaw.txt:1 (Thu 2 May 2024): “Thursday, May 2, 2024” → Thu 2 May 2024, Warsaw
            - 2024-05-06-week.txt:1 (Mon 6 May 2024): “last Thursday” → Thu 2 May 2024, Warsaw

            Why one meeting: the same people; the same town within three days"#]],
    );
}

#[test]
fn plain_words_show_nothing() {
    check(
        "
//- a.txt
The plan was praised on all sides.
     |
",
        &expect![[r#"nothing"#]],
    );
}

#[test]
fn offices_are_told_with_every_word_for_them_and_when() {
    check(
        "
//- 2017-12-11-delhi.txt
Chinese Foreign Minister Bo Li came to Oslo on Monday.
                          |
//- 2019-05-13-sochi.txt
State Councilor and Foreign Minister Bo Li of China met reporters in Bergen.
//- 2023-09-18-moscow.txt
Bo Li, China's top diplomat, flew to Rome. The Chinese foreign minister was late.
//- 2024-01-05-oslo.txt
Former Chinese Foreign Minister Bo Li has written a book.
",
        &expect![[r#"
            Bo Li  
            former Chinese foreign minister (Fri 5 Jan 2024, 2024-01-05-oslo.txt:1)  
            4 mentions in 4 articles, last on Fri 5 Jan 2024 in 2024-01-05-oslo.txt:1

            Meetings
            - visit to Rome, undated — 2023-09-18-moscow.txt:1

            Offices
            - Chinese foreign minister · as of 11 Dec 2017 – 18 Sept 2023 · former as of Fri 5 Jan 2024 — 2017-12-11-delhi.txt:1, … 2 more …, 2023-09-18-moscow.txt:1, 2024-01-05-oslo.txt:1
            - State Councilor of China · as of Mon 13 May 2019 — 2019-05-13-sochi.txt:1"#]],
    );
}

#[test]
fn offices_are_in_the_words_of_the_articles() {
    check(
        "
//- 2024-05-02-a.txt
Governor of California Ann Roe met Sheikh Omar Haddad.
                        |
//- 2024-05-03-b.txt
Ann Roe, the president of the Harbour Board, spoke. The president of the Fisheries Council did not.
//- 2024-05-04-c.txt
The US governor was late.
",
        &expect![[r#"
            Ann Roe  
            President of the Harbour Board (Fri 3 May 2024, 2024-05-03-b.txt:1)  
            2 mentions in 2 articles, last on Fri 3 May 2024 in 2024-05-03-b.txt:1

            Meetings
            - talks with Omar Haddad, undated — 2024-05-02-a.txt:1

            Offices
            - President of the Harbour Board · as of Fri 3 May 2024 — 2024-05-03-b.txt:1
            - Governor of California · as of Thu 2 May 2024 — 2024-05-02-a.txt:1"#]],
    );
    check(
        "
//- 2024-05-02-a.txt
Governor of California Ann Roe met Sheikh Omar Haddad.
                                          |
",
        &expect![[r#"
            Omar Haddad  
            1 mention in 1 article

            Meetings
            - talks with Ann Roe, undated — 2024-05-02-a.txt:1"#]],
    );
}

#[test]
fn a_readout_says_titles_of_the_day_it_tells_of() {
    check(
        "
//- readout.txt
On May 13, 2019, Foreign Minister Bo Li of China held talks with reporters in Bergen.
                                 |
",
        &expect![[r#"
            Bo Li  
            Foreign Minister of China (Mon 13 May 2019, readout.txt:1)  
            1 mention in 1 article

            Meetings
            - Mon 13 May 2019 · talks, Bergen — readout.txt:1

            Offices
            - Foreign Minister of China · as of Mon 13 May 2019 — readout.txt:1

            Why: the full name"#]],
    );
}

#[test]
fn a_surname_of_two_shows_both() {
    check(
        "
//- a.txt
Ann Petrenko met reporters in Oslo.
//- b.txt
Bob Petrenko met reporters in Bergen.
//- c.txt
Petrenko was seen at the harbour.
   |
",
        &expect![[r#"
            Petrenko  
            1 mention in 1 article

            Why: 2 people are called “Petrenko” and nothing tells which is meant

            Could also be: Ann Petrenko (1 mention) · Bob Petrenko (1 mention)"#]],
    );
}

/// What the hover at the cursor says of offices, one line each.
fn offices(source: &str) -> Vec<String> {
    let fixture = Fixture::new(source);
    let (doc, offset) = fixture.cursor();
    let shown = hover(&fixture.world, doc, offset, &|_| None).unwrap().markdown;
    let shown = show::without_markdown(&shown);
    let section = shown.split("\n\n").find_map(|part| part.strip_prefix("Offices\n"));
    section.map_or_else(Vec::new, |list| list.lines().map(str::to_owned).collect())
}

/// What a profile states and what articles say of one office is one line; the words of an article are shown
/// where they are not the office's name, and a short word belongs to the long one.
#[test]
fn an_office_is_listed_once() {
    let source = "
//- profiles/people.toml
[[person]]
id = \"ann-roe\"
name = \"Ann Roe\"
[[person.office]]
title = \"Minister of Fisheries\"
country = \"no\"
when = \"2021-10-14/..\"
asof = \"2024-06\"
//- 2024-05-03.txt
Norwegian Minister of Fisheries Ann Roe came to Oslo. The minister, Ann Roe, smiled.
                                 |
//- 2024-05-08.txt
Minister Ann Roe met reporters in Bergen.
";
    let listed = offices(source);
    assert_eq!(listed.len(), 1, "{listed:?}");
    let start = "- Minister of Fisheries of Norway · since 14 Oct 2021 (checked June 2024) — people.toml:4, ";
    assert!(listed[0].starts_with(start) && listed[0].contains("“Minister” 2024-05-08.txt:1"), "{listed:?}");
}

/// Nobody named these: they are called by the names that the whole corpus knows, once.
#[test]
fn a_meeting_without_a_name_is_called_by_who_and_where() {
    let source = "
//- 2024-05-03.txt
President Ann Roe arrived in the United States on Friday.
                |
//- 2024-05-08.txt
Foreign Minister Bo Li met Roe in Bergen on Monday.
";
    let fixture = Fixture::new(source);
    let (doc, offset) = fixture.cursor();
    let shown = hover(&fixture.world, doc, offset, &|_| None).unwrap().markdown;
    assert!(
        shown.contains("- from Fri 3 May 2024 · visit to the United States — 2024-05-03.txt:1"),
        "{shown}"
    );
    assert!(shown.contains("- Mon 6 May 2024 · talks with Bo Li, Bergen — 2024-05-08.txt:1"), "{shown}");
    let text = fixture.world.text(doc).unwrap().as_str();
    let arrived =
        hover(&fixture.world, doc, text.find("arrived").unwrap() as u32, &|_| None).unwrap().markdown;
    assert!(arrived.starts_with("**Visit of Ann Roe to the United States**"), "{arrived}");
}

#[test]
fn a_weekday_that_does_not_fit_is_said_so() {
    check(
        "
//- a.txt
The ministers met on Monday, 5 September 2023, in Oslo.
                       |
",
        &expect![[r#"
            Monday, 5 September 2023 → Tue 5 Sept 2023  
            the weekday in the text does not fit this day"#]],
    );
}

#[test]
fn how_long_after_is_no_bare_length() {
    check(
        "
//- 2024-05-02-oslo.txt
Ann Roe bought the mill. A few months later she sold it to Bo Li.
                             |
",
        &expect![[r#"
            A few months later → some months  
            after what was told before"#]],
    );
}
