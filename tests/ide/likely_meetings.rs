//! Meetings that are probably the same, although nothing shows it for certain: jumps, references, hovers.

use dateline::ide::{goto, hover::hover, references::references};

use crate::fixture::Fixture;

const PLAN: &str = "
//- plan.md
---
date: 2024-05-03
---

# Roe To See Holm In Lima

President Ann Roe of Peru will hold talks with President Lars Holm of Norway in Lima, her office said.
                               ^^^^^ there
";

const REPORT: &str = "
//- report.md
# A Bridge Between Two Presidents

President Ann Roe of Peru and President Lars Holm of Norway held talks in Lima about a bridge.
                                                            ^^^^^^^^^^ here
";

fn two() -> Fixture {
    Fixture::new(&format!("{PLAN}{}", REPORT.trim_start()))
}

#[test]
fn the_definition_is_the_likely_account() {
    let fixture = two();
    let here = fixture.labelled("here").remove(0);
    let plan = fixture.world.events().find(|event| event.accounts[0].doc.as_str() == "plan.md").unwrap();
    assert_eq!(plan.accounts.len(), 1, "one article has no date: not certain");
    let found = goto::definition(&fixture.world, &here.doc, here.span.start);
    let docs: Vec<&str> = found.iter().map(|target| target.place.doc.as_str()).collect();
    assert_eq!(docs, ["plan.md"]);
}

#[test]
fn the_hover_says_probably_and_why() {
    let fixture = two();
    let here = fixture.labelled("here").remove(0);
    let hover = hover(&fixture.world, &here.doc, here.span.start, &|_| None).unwrap();
    let (_, probably) = hover.markdown.split_once("**Probably the same**").unwrap();
    assert!(probably.contains("plan.md") && probably.contains("the same town"), "{}", hover.markdown);
}

#[test]
fn references_have_both() {
    let fixture = two();
    let here = fixture.labelled("here").remove(0);
    let found = references(&fixture.world, &here.doc, here.span.start, true);
    let docs: Vec<&str> = found.iter().map(|place| place.doc.as_str()).collect();
    assert!(docs.contains(&"plan.md") && docs.contains(&"report.md"), "{docs:?}");
}

#[test]
fn other_people_are_no_likely_account() {
    let other = REPORT.replace("Lars Holm of Norway", "Igor Lund of Latvia");
    let fixture = Fixture::new(&format!("{PLAN}{}", other.trim_start()));
    for event in fixture.world.events() {
        assert!(fixture.world.probably_same(&event.id).is_empty(), "{event:?}");
    }
}

#[test]
fn the_talks_of_a_headline_are_those_of_the_text() {
    let fixture = Fixture::new(
        "
//- a.md
# A Summit In The Rain
    ^^^^^^ there

President Ann Roe of Peru met President Lars Holm of Norway in Lima.
                          ^^^ here
",
    );
    let event = |label: &str| {
        let place = fixture.labelled(label).remove(0);
        let found = references(&fixture.world, &place.doc, place.span.start, true);
        found.len()
    };
    assert_eq!((event("there"), event("here")), (2, 2));
}

#[test]
fn a_likely_date_keeps_apart_what_was_years_apart() {
    let page = |day: &str| {
        format!("# The Week In Lima, {day}\n\nPresident Ann Roe met President Lars Holm in Lima.\n")
    };
    let fixture =
        Fixture::new(&format!("//- a.md\n{}//- b.md\n{}", page("4 March 2021"), page("9 May 2023")));
    for event in fixture.world.events() {
        assert!(fixture.world.probably_same(&event.id).is_empty(), "{event:?}");
    }
}

#[test]
fn one_person_whoever_the_others_are_is_not_enough() {
    let fixture = Fixture::new(
        "
//- a.md
# Roe Meets The Crews

President Ann Roe held talks with local leaders about ferries.
//- b.md
# Roe Meets The Bakers

President Ann Roe held talks with union leaders about bread.
",
    );
    assert!(fixture.world.events().count() >= 2);
    for event in fixture.world.events() {
        assert!(fixture.world.probably_same(&event.id).iter().all(|other| {
            let other = fixture.world.event(&other.event).unwrap();
            other.accounts[0].doc == event.accounts[0].doc
        }));
    }
}
