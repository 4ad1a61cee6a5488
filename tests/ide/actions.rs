//! What a reader can write down from an article.

use dateline::checks::Rules;
use dateline::corpus::DocId;
use dateline::ide::actions::actions;
use dateline::profiles::file::File;
use dateline::text::{Span, position::Text};

use crate::fixture::Fixture;

#[test]
fn a_new_profile_lands_behind_the_others_and_can_be_read() {
    let fixture = Fixture::new(
        "
//- profiles/people.toml
[[person]]
id = \"ann-roe\"
name = \"Ann Roe\"
//- a.txt
Foreign Minister Annalena Baerbock met reporters in Oslo.
                   |
",
    );
    let (doc, offset) = fixture.cursor();
    let all = actions(
        &fixture.world,
        doc,
        Span::new(offset, offset),
        &Rules::default(),
        Some(&DocId::new("profiles/people.toml")),
    );
    let new =
        all.iter().find(|action| action.fix.title.starts_with("New profile")).expect("the action is offered");
    let edit = &new.fix.edits[0];
    let mut text = fixture.world.text(&edit.place.doc).unwrap().as_str().to_owned();
    text.replace_range(edit.place.span.start as usize..edit.place.span.end as usize, &edit.new);
    let file = File::parse(Text::new(text));
    assert!(file.problems.is_empty(), "{:?}", file.problems);
    assert_eq!(&*file.persons[1].id.value, "annalena-baerbock");
    assert_eq!(&*file.persons[1].name.value, "Annalena Baerbock");
}

/// What is offered at the cursor of a fixture, each with its title, whether it mends a finding, and the file it edits.
fn dates(source: &str) -> Vec<(String, bool, bool)> {
    let fixture = Fixture::new(source);
    let (doc, offset) = fixture.cursor();
    let all = actions(
        &fixture.world,
        doc,
        Span::new(offset, offset),
        &Rules::default(),
        Some(&DocId::new("profiles/people.toml")),
    );
    let dates = all.into_iter().filter_map(|action| {
        let day = action.fix.title.strip_prefix("Set the article’s date to ")?.to_owned();
        assert_ne!(action.states.is_some(), !action.fix.edits.is_empty(), "stated in one place");
        Some((day, action.mends.is_some(), action.states.is_some()))
    });
    dates.collect()
}

#[test]
fn a_date_in_full_and_the_days_that_fit_are_offered_as_the_article_s_date() {
    let mention = "
//- a.txt
Ministers open the harbour

Nobody expected much of it, and nobody got much. The treaty was signed on 13 May 2019 in Oslo.
                                                                           |
";
    assert_eq!(dates(mention), [("2019-05-13".into(), false, true)]);
    assert_eq!(dates(&mention.replace("a.txt", "a.md")), [("2019-05-13".into(), false, false)]);
    assert_eq!(dates(&mention.replace("a.txt", "2019-05-14.txt")), []);
    let fitting = "
//- a.txt
Ministers open the harbour
     |

On Monday, May 13, the ministers opened the harbour, and on Thursday, May 16, they closed it again.

This year marks the 70th anniversary of the treaty, signed in 1949.
";
    let days = dates(fitting);
    assert!(
        !days.is_empty() && days.iter().all(|(day, mends, _)| day.starts_with("2019-05-") && *mends),
        "{days:?}"
    );
}
