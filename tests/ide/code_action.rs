//! What a user can record from an article.

use dateline::checks::Rules;
use dateline::ide::code_action::code_actions;
use dateline::profiles::file::File;
use dateline::text::{Index, Span, position::Text};
use dateline::world::{DocId, MentionRef};

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
    let all = code_actions(
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

/// The actions offered at the cursor of a fixture, each with its title, whether it fixes a finding, and the
/// file it edits.
fn dates(source: &str) -> Vec<(String, bool, bool)> {
    let fixture = Fixture::new(source);
    let (doc, offset) = fixture.cursor();
    let all = code_actions(
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
    assert_eq!(dates(mention), [("Mon 13 May 2019".into(), false, true)]);
    assert_eq!(dates(&mention.replace("a.txt", "a.md")), [("Mon 13 May 2019".into(), false, false)]);
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
        !days.is_empty() && days.iter().all(|(day, mends, _)| day.ends_with(" May 2019") && *mends),
        "{days:?}"
    );
}

/// The profile file after the action with this title, offered at the cursor, and the resulting links:
/// "article: words = id" for each mention asked about.
fn decided(source: &str, title: &str) -> (String, dateline::world::World) {
    let fixture = Fixture::new(source);
    let (doc, offset) = fixture.cursor();
    let home = DocId::new("profiles/people.toml");
    let all = code_actions(&fixture.world, doc, Span::new(offset, offset), &Rules::default(), Some(&home));
    let titles: Vec<_> = all.iter().map(|action| action.fix.title.as_str()).collect();
    let action = all.iter().find(|action| action.fix.title == title).unwrap_or_else(|| panic!("{titles:?}"));
    let mut text = fixture.world.text(&home).map_or_else(String::new, |text| text.as_str().to_owned());
    let mut edits: Vec<_> = action.fix.edits.iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.place.span));
    for edit in edits {
        assert_eq!(edit.place.doc, home);
        text.replace_range(edit.place.span.start as usize..edit.place.span.end as usize, &edit.new);
    }
    let file = File::parse(Text::new(text.as_str()));
    assert_eq!(file.problems, [], "{text}");
    let world = fixture.world.apply(vec![crate::fixture::change(home.clone(), text.clone())]);
    assert_eq!(dateline::checks::findings(&world, &home, &Rules::default()), [], "{text}");
    (text, world)
}

fn who(world: &dateline::world::World, doc: &str, words: &str) -> String {
    let doc = DocId::new(doc);
    let article = &world.article(&doc).unwrap().article;
    let mention = article.names.mentions.iter().position(|m| article.text.slice(m.span) == words).unwrap();
    world.entity_of(&MentionRef::new(&doc, Index::new(mention))).unwrap().entity.0.to_string()
}

const SPELLINGS: &str = "
//- profiles/people.toml
[[person]]
id = \"nikolai-sever\"
name = \"Nikolai Sever\"
aliases = []
//- a.txt
Nikolai Sever met reporters in Oslo.
//- b.txt
Nikolay Sever met reporters in Bergen.
    |
";

#[test]
fn a_spelling_becomes_an_alias() {
    let (text, world) = decided(SPELLINGS, "Add the spelling “Nikolay Sever” to Nikolai Sever’s profile");
    assert!(text.contains("aliases = [\"Nikolay Sever\"]"), "{text}");
    assert_eq!(who(&world, "b.txt", "Nikolay Sever"), "nikolai-sever");
}

#[test]
fn a_spelling_is_somebody_else() {
    let (text, world) = decided(SPELLINGS, "“Nikolay Sever” is somebody else than Nikolai Sever");
    assert!(text.contains("not = [\"nikolai-sever\"]"), "{text}");
    assert_eq!(who(&world, "a.txt", "Nikolai Sever"), "nikolai-sever");
    assert_eq!(who(&world, "b.txt", "Nikolay Sever"), "nikolay-sever");
    let alone =
        SPELLINGS.replace("[[person]]\nid = \"nikolai-sever\"\nname = \"Nikolai Sever\"\naliases = []\n", "");
    let (_, world) = decided(&alone, "“Nikolay Sever” is somebody else than Nikolai Sever");
    assert_ne!(who(&world, "a.txt", "Nikolai Sever"), who(&world, "b.txt", "Nikolay Sever"));
}

const NAMESAKES: &str = "
//- a.txt
Ann Petrenko met reporters in Oslo.
//- b.txt
Bob Petrenko met reporters in Bergen.
//- c.txt
Petrenko was seen at the harbour.
 |
";

#[test]
fn a_surname_of_two_is_always_one_of_them() {
    let (text, world) = decided(NAMESAKES, "“Petrenko” alone is always Ann Petrenko");
    assert!(text.contains("name = \"Ann Petrenko\"\naliases = [\"Petrenko\"]"), "{text}");
    assert_eq!(who(&world, "c.txt", "Petrenko"), "ann-petrenko");
}
