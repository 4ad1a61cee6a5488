//! Definition and references between articles.

use dateline::ide::{goto, references};

use crate::fixture::Fixture;

/// The definition at the cursor must be the range labelled `definition`.
fn check_definition(source: &str) {
    let fixture = Fixture::new(source);
    let (doc, offset) = fixture.cursor();
    let found: Vec<_> =
        goto::definition(&fixture.world, doc, offset).iter().map(|t| fixture.words(&t.place)).collect();
    let wanted: Vec<_> = fixture.labelled("definition").iter().map(|place| fixture.words(place)).collect();
    assert_eq!(found, wanted);
}

/// The references at the cursor must be the ranges labelled `ref`.
fn check_references(source: &str) {
    let fixture = Fixture::new(source);
    let (doc, offset) = fixture.cursor();
    let found = references::references(&fixture.world, doc, offset, true);
    assert_eq!(found, fixture.labelled("ref"));
}

#[test]
fn from_a_surname_to_the_full_name_in_another_article() {
    check_definition(
        "
//- 2018-06-18-paris.txt
Chancellor Angela Merkel hosts President Emmanuel Macron on Tuesday.
           ^^^^^^^^^^^^^ definition
//- 2018-06-19-meseberg.txt
Merkel praised the plan.
  |
",
    );
}

#[test]
fn every_mention_of_a_person() {
    check_references(
        "
//- 2024-05-02.txt
Foreign Minister Annalena Baerbock met Prime Minister Donald Tusk in Warsaw on Thursday. Baerbock’s visit was short.
                 ^^^^^^^^^^^^^^^^^ ref
                                                                                         ^^^^^^^^ ref
//- 2024-05-03.txt
Baerbock, who had met Tusk in Warsaw a day earlier, flew home.
^^^^^^^^ ref
   |
",
    );
}

#[test]
fn from_a_meeting_to_its_fuller_account() {
    check_definition(
        "
//- 2024-05-02-warsaw.txt
Foreign Minister Annalena Baerbock met Prime Minister Donald Tusk in Warsaw on Thursday, May 2, 2024.
                                   ^^^ definition
//- 2024-05-06-week.txt
Annalena Baerbock met Donald Tusk in Warsaw last Thursday.
                  |
",
    );
}

#[test]
fn plain_words_lead_nowhere() {
    check_definition(
        "
//- a.txt
The plan was praised on all sides.
     |
",
    );
}

const TWO_VISITS: [&str; 2] = [
    "
//- february.txt
Foreign Minister Annalena Baerbock held talks with Prime Minister Donald Tusk in Warsaw on Feb. 21-22.
                                   ^^^^^^^^^^ definition
//- september.txt
Foreign Minister Annalena Baerbock arrived in Warsaw on Monday. It is her second visit to Warsaw since February.
                                                                                 |
",
    "
//- february.txt
Foreign Minister Annalena Baerbock held talks with Prime Minister Donald Tusk in Warsaw on Feb. 21-22.
                                     |
//- september.txt
Foreign Minister Annalena Baerbock arrived in Warsaw on Monday. It is her second visit to Warsaw since February.
                                                                                 ^^^^^ definition
",
];

#[test]
fn a_counted_visit_leads_to_the_one_it_counts_from_and_back() {
    for source in TWO_VISITS {
        check_definition(source);
    }
}

#[test]
fn a_surname_of_two_leads_to_both() {
    let fixture = Fixture::new(
        "
//- a.txt
Ann Petrenko met reporters in Oslo.
//- b.txt
Bob Petrenko met reporters in Bergen.
//- c.txt
Petrenko was seen at the harbour.
   |
",
    );
    let (doc, offset) = fixture.cursor();
    let found: Vec<_> =
        goto::definition(&fixture.world, doc, offset).iter().map(|t| fixture.words(&t.place)).collect();
    assert_eq!(found, ["a.txt: Ann Petrenko", "b.txt: Bob Petrenko"]);
}
