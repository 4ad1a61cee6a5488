//! What a reader can write down from an article.

use dateline::checks::Rules;
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
    let all = actions(&fixture.world, doc, Span::new(offset, offset), &Rules::default());
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
