//! Renaming a person: in the profile at once, in the articles after confirmation.

use dateline::ide::rename::{prepare_rename, rename};

use crate::fixture::Fixture;

#[test]
fn the_profile_and_every_spelling() {
    let fixture = Fixture::new(
        "
//- profiles/people.toml
[[person]]
id = \"annalena-baerbock\"
name = \"Annalena Baerbock\"
//- a.txt
Foreign Minister Annalena Baerbock met reporters in Oslo. Baerbock smiled.
                                                            |
",
    );
    let (doc, offset) = fixture.cursor();
    assert_eq!(prepare_rename(&fixture.world, doc, offset).unwrap().1, "Annalena Baerbock");
    let edits = rename(&fixture.world, doc, offset, "Annalena Berg");
    let mut shown: Vec<_> = edits
        .iter()
        .map(|r| {
            format!("{} → {}{}", fixture.words(&r.edit.place), r.edit.new, if r.confirm { " ?" } else { "" })
        })
        .collect();
    shown.sort();
    assert_eq!(
        shown,
        [
            "a.txt: Annalena Baerbock → Annalena Berg ?",
            "a.txt: Baerbock → Berg ?",
            "profiles/people.toml:  → \naliases = [\"Annalena Baerbock\"]",
            "profiles/people.toml: Annalena Baerbock → Annalena Berg",
        ]
    );
}

#[test]
fn a_blank_name_changes_nothing() {
    let fixture = Fixture::new(
        "
//- a.txt
Foreign Minister Annalena Baerbock met reporters in Oslo.
                   |
",
    );
    let (doc, offset) = fixture.cursor();
    assert!(rename(&fixture.world, doc, offset, "  ").is_empty());
    assert!(rename(&fixture.world, doc, offset, "Annalena Baerbock").is_empty());
}
