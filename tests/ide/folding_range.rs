//! What folds: front matter, page furniture, and paragraphs of more than one line.

use dateline::ide::folding_range::folding_ranges;
use dateline::text::ZoneKind;
use dateline::world::DocId;

use crate::fixture::Fixture;

#[test]
fn zones_of_more_than_one_line_fold() {
    let fixture = Fixture::new(
        "
//- note.md
---
date: 2024-05-03
source: the wire
---
# Roe lands in Oslo

OSLO, May 3 (Wire) -- President Ann Roe landed in Oslo
on Friday.

One line stands by itself.
",
    );
    let ranges = folding_ranges(&fixture.world, &DocId::new("note.md")).unwrap();
    let found: Vec<_> = ranges.iter().map(|r| (r.first_line, r.last_line, r.zone)).collect();
    assert_eq!(found, [(0, 3, ZoneKind::FrontMatter), (6, 7, ZoneKind::Body)]);
}

#[test]
fn what_is_no_article_has_no_folds() {
    let fixture = Fixture::new("\n//- profiles/people.toml\n[[person]]\nid = \"a\"\nname = \"A\"\n");
    assert_eq!(folding_ranges(&fixture.world, &DocId::new("profiles/people.toml")), None);
}
