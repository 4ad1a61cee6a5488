//! People in articles, keys and ids in profiles.

use dateline::ide::completion::completions;
use dateline::text::position::Text;
use dateline::world::{Change, DocId, World};

use crate::fixture::Fixture;

/// What is offered at the cursor: label and what it inserts.
fn offered(source: &str) -> Vec<(String, String)> {
    let fixture = Fixture::new(source);
    let (doc, offset) = fixture.cursor();
    completions(&fixture.world, doc, offset).into_iter().map(|item| (item.label, item.insert)).collect()
}

fn labels(source: &str) -> Vec<String> {
    offered(source).into_iter().map(|(label, _)| label).collect()
}

#[test]
fn a_person_of_the_corpus_after_an_at_sign() {
    let source = "
//- a.txt
Foreign Minister Annalena Baerbock met reporters in Oslo on Tuesday.
//- b.txt
The minister spoke with @baer
                             |
";
    assert_eq!(labels(source), ["Annalena Baerbock"]);
}

#[test]
fn the_surname_once_the_full_name_stands() {
    let source = "
//- a.txt
Foreign Minister Annalena Baerbock met reporters in Oslo on Tuesday. Later @baer
                                                                                |
";
    assert_eq!(labels(source), ["Baerbock"]);
}

#[test]
fn nobody_after_plain_small_letters() {
    let source = "
//- a.txt
Foreign Minister Annalena Baerbock met reporters in Oslo on Tuesday. Later baer
                                                                               |
";
    assert!(labels(source).is_empty());
}

#[test]
fn the_keys_that_an_entry_still_lacks() {
    let source = "
//- profiles/people.toml
[[person]]
id = \"ann-roe\"
name = \"Ann Roe\"
n
 |
";
    let labels = labels(source);
    assert_eq!(labels, ["native", "not", "note"], "what begins so, but for the name that is there");
}

#[test]
fn ids_where_an_id_is_wanted() {
    let source = "
//- profiles/people.toml
[[person]]
id = \"ann-roe\"
name = \"Ann Roe\"

[[event]]
id = \"oslo\"
name = \"Oslo talks\"
host = \"a
         |
";
    assert_eq!(offered(source), [("ann-roe".to_owned(), "ann-roe".to_owned())]);
}

/// LSP: the edit of a completion is on the cursor's line and holds the cursor.
#[test]
fn an_edit_holds_the_cursor_wherever_that_is() {
    let texts = [
        "[[person]]\nid = \"ann-roe\"\nname = \"Ann Roe\"\naliases = [\n    \"A. Roe\",\n    \"Roe\"\n]\n  n\n",
        "  [[per\n\n   ti\n[[person.office]]\ntitle   =   \"Minister\"   # her second\ncountry=\nwhen = 2016\n",
        "[[event]]\r\nid=\"a\"\r\nkind = 'sum\r\nattended = [\"ann\", \"\"]\r\nhost = \"\"\"x\r\ny\"\"\"\r\n   \r\n",
        "p",
        "",
    ];
    for text in texts {
        let doc = DocId::new("profiles/p.toml");
        let world = World::default().apply(vec![Change::Profile { doc: doc.clone(), text: Text::new(text) }]);
        for offset in (0..=text.len() as u32).filter(|at| text.is_char_boundary(*at as usize)) {
            for item in completions(&world, &doc, offset) {
                let span = item.replace;
                assert!(span.start <= offset && offset <= span.end, "{text:?} {offset} {item:?}");
                assert!(!span.of(text).contains(['\n', '\r']), "{text:?} {offset} {item:?}");
            }
        }
    }
}
