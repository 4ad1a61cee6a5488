//! Who met whom, who took part in what, and what belongs to what.

use dateline::ide::call_hierarchy::{HierarchyCall, incoming_calls, outgoing_calls};
use dateline::ide::hierarchy::{self, HierarchyItem};
use dateline::ide::type_hierarchy::{subtypes, supertypes};

use crate::fixture::Fixture;

const CORPUS: &str = "
//- profiles/people.toml
[[person]]
id = \"ann-roe\"
name = \"Ann Roe\"
[[person.office]]
title = \"president\"
org = \"Harbour Bank\"
when = \"2020/2023\"

[[person]]
id = \"bo-li\"
name = \"Bo Li\"
[[person.office]]
title = \"governor\"
org = \"harbour bank\"
//- 2024-05-04.txt
President Ann Roe met Foreign Minister Bo Li in Oslo on May 3, 2024.

President Ann Roe met Prime Minister Jane Doe in Bergen on May 1, 2024.
//- 2024-06-04.txt
President Ann Roe held talks with Foreign Minister Bo Li in Turku on June 3, 2024.
";

fn prepared(fixture: &Fixture) -> HierarchyItem {
    let (doc, offset) = fixture.cursor();
    hierarchy::prepare(&fixture.world, doc, offset).expect("something to begin with")
}

/// Puts the cursor under the first `words` of the fixture's line that begins with them.
fn at(line: &str, column: usize) -> Fixture {
    let cursor = format!("{line}\n{}|", " ".repeat(column));
    assert!(CORPUS.contains(line));
    Fixture::new(&CORPUS.replacen(line, &cursor, 1))
}

const OSLO: &str = "President Ann Roe met Foreign Minister Bo Li in Oslo on May 3, 2024.";

fn told(calls: &[HierarchyCall]) -> Vec<(String, String, usize)> {
    let told = |call: &HierarchyCall| (call.item.name.clone(), call.item.detail.clone(), call.ranges.len());
    calls.iter().map(told).collect()
}

#[test]
fn whom_a_person_met_by_date() {
    let fixture = at(OSLO, 12);
    let roe = prepared(&fixture);
    assert_eq!(
        (roe.name.as_str(), fixture.words(&roe.target.place)),
        ("Ann Roe", "2024-05-04.txt: Ann Roe".into())
    );
    let (doc, _) = fixture.cursor();
    let met = outgoing_calls(&fixture.world, &roe.node, doc);
    assert_eq!(
        told(&met),
        [
            ("Jane Doe".into(), "Wed 1 May 2024, Bergen".into(), 1),
            ("Bo Li".into(), "Fri 3 May 2024, Oslo · Mon 3 June 2024, Turku".into(), 1),
        ]
    );
    assert_eq!(met[1].ranges[0].of(fixture.world.text(doc).unwrap().as_str()), "met");
    let meetings = incoming_calls(&fixture.world, &roe.node);
    let seen: Vec<_> = meetings
        .iter()
        .map(|call| {
            let day = call.item.detail.split(',').next().unwrap();
            (&*call.item.name, day, call.item.target.place.doc.file_name())
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("Jane Doe", "Wed 1 May 2024", "2024-05-04.txt"),
            ("Bo Li", "Fri 3 May 2024", "2024-05-04.txt"),
            ("Bo Li", "Mon 3 June 2024", "2024-06-04.txt"),
        ]
    );
    for call in &meetings {
        assert!(call.ranges.contains(&call.item.target.place.span), "it stands where the meeting is told");
    }
}

#[test]
fn who_took_part_and_what_it_was_part_of() {
    let fixture = at(OSLO, 19);
    let meeting = prepared(&fixture);
    let who = incoming_calls(&fixture.world, &meeting.node);
    assert_eq!(who.iter().map(|call| &*call.item.name).collect::<Vec<_>>(), ["Ann Roe", "Bo Li"]);
    assert_eq!(fixture.words(&who[1].item.target.place), "2024-05-04.txt: Bo Li");
    let (doc, _) = fixture.cursor();
    assert_eq!(outgoing_calls(&fixture.world, &meeting.node, doc), []);
}

#[test]
fn a_series_its_editions_and_the_talks_beside_one() {
    let fixture = Fixture::new(
        "
//- 2024-05-04.txt
President Ann Roe met Foreign Minister Bo Li on the sidelines of the third Harbour Forum in Oslo on May 3, 2024.
                   |
//- 2023-05-04.txt
The second Harbour Forum was held in Turku on May 3, 2023.
",
    );
    let world = &fixture.world;
    let talks = prepared(&fixture);
    let (doc, _) = fixture.cursor();
    let forum = outgoing_calls(world, &talks.node, doc);
    assert_eq!(forum.len(), 1, "{forum:?}");
    assert_eq!(forum[0].ranges.len(), 1);
    assert!(incoming_calls(world, &forum[0].item.node).iter().any(|call| call.item.node == talks.node));

    let above = supertypes(world, &talks.node);
    assert_eq!(above.iter().map(|item| &item.node).collect::<Vec<_>>(), [&forum[0].item.node]);
    assert!(subtypes(world, &above[0].node).iter().any(|item| item.node == talks.node));
    let series = supertypes(world, &above[0].node);
    assert_eq!(series.len(), 1, "{series:?}");
    let editions = subtypes(world, &series[0].node);
    let days: Vec<_> = editions.iter().map(|item| item.detail.split(',').next().unwrap()).collect();
    assert_eq!(days, ["Wed 3 May 2023", "Fri 3 May 2024"]);
    assert_eq!(series[0].detail, "2 editions");
    assert_eq!(supertypes(world, &series[0].node), []);
}

#[test]
fn an_organisation_and_who_held_office_in_it() {
    let fixture = at(OSLO, 12);
    let roe = prepared(&fixture);
    let above = supertypes(&fixture.world, &roe.node);
    assert_eq!(above.len(), 1);
    assert_eq!((&*above[0].name, &*above[0].detail), ("Harbour Bank", "president · 2020–2023"));
    let officers = subtypes(&fixture.world, &above[0].node);
    let names: Vec<_> = officers.iter().map(|item| (&*item.name, &*item.detail)).collect();
    assert_eq!(names, [("Ann Roe", "president · 2020–2023"), ("Bo Li", "governor")]);
    assert_eq!(officers[0].node, roe.node);
}
