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
            Annalena Baerbock · born 1980-12-15  
            Foreign Minister · DE · 2021-12-08 to 2025-05-06  
            3 mentions in 2 articles, last 2024-05-03 in 2024-05-03-berlin.txt:1

            Offices
            - Foreign Minister — said 2024-05-02 2024-05-02-warsaw.txt:1
            - Foreign Minister · DE · 2021-12-08 to 2025-05-06 — profile, people.toml:5, example.org/

            Meetings
            - 2024-05-02 · talks of Annalena Baerbock and Donald Tusk, Warsaw — 2024-05-02-warsaw.txt:1
            - undated · visit of Annalena Baerbock — 2024-05-02-warsaw.txt:1

            Why: Annalena Baerbock is the only `Baerbock` of the corpus (85 % sure)"#]],
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
            last month → 2025-06  
            DATE 2025-06 · rule: unit  
            reckoned from the article’s date 2025-07-13, which rests on the file name"#]],
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
            talks of Annalena Baerbock and Donald Tusk  
            talks · 2024-05-02 · Warsaw  
            with Annalena Baerbock, Donald Tusk

            Accounts
            - 2024-05-02-warsaw.txt:1 (2024-05-02): “Thursday, May 2, 2024” → 2024-05-02, Warsaw
            - 2024-05-06-week.txt:1 (2024-05-06): “last Thursday” → 2024-05-02, Warsaw

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
            former Foreign Minister of China — said 2024-01-05 in 2024-01-05-oslo.txt:1  
            4 mentions in 4 articles, last 2024-01-05 in 2024-01-05-oslo.txt:1

            Offices
            - former Foreign Minister of China — said 2024-01-05 2024-01-05-oslo.txt:1
            - Foreign Minister of China — said 2017-12-11 2017-12-11-delhi.txt:1, 2019-05-13 2019-05-13-sochi.txt:1 with State Councilor, “China's top diplomat” 2023-09-18 2023-09-18-moscow.txt:1, “Chinese foreign minister” 2023-09-18 2023-09-18-moscow.txt:1 without the name
            - State Councilor of China — said 2019-05-13 2019-05-13-sochi.txt:1 with Foreign Minister

            Meetings
            - undated · visit of Bo Li to Rome, Rome — 2023-09-18-moscow.txt:1"#]],
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
            Foreign Minister of China — said 2019-05-13 in readout.txt:1  
            1 mention in 1 article

            Offices
            - Foreign Minister of China — said 2019-05-13 readout.txt:1

            Meetings
            - 2019-05-13 · talks of Bo Li, Bergen — readout.txt:1

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

            Why: 2 people are called `Petrenko` and nothing tells which is meant (50 % sure)

            Could also be: Ann Petrenko (1 mention) · Bob Petrenko (1 mention)"#]],
    );
}
