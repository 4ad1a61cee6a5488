//! A selection grows from the mention under the cursor to the sentence, the paragraph and the article.

use dateline::ide::selection_range::selection_ranges;

use crate::fixture::Fixture;

/// The words of the spans around the cursor, the widest first.
fn around(source: &str) -> Vec<String> {
    let fixture = Fixture::new(source);
    let (doc, offset) = fixture.cursor();
    let text = fixture.world.text(doc).unwrap();
    let spans = selection_ranges(&fixture.world, doc, offset).unwrap();
    spans.into_iter().map(|span| text.slice(span).to_owned()).collect()
}

#[test]
fn a_mention_its_sentence_its_paragraph_and_the_article() {
    let found = around(
        "
//- a.txt
President Ann Roe landed in Oslo. She left on Friday.
              |

Nobody knows why.
",
    );
    let paragraph = "President Ann Roe landed in Oslo. She left on Friday.";
    let article = format!("{paragraph}\n\nNobody knows why.\n");
    assert_eq!(found, [article.as_str(), paragraph, "President Ann Roe landed in Oslo.", "Ann Roe"]);
}

#[test]
fn plain_words_have_no_selection_of_their_own() {
    let found = around(
        "
//- a.txt
Nobody knows why. It rained.
   |
",
    );
    assert_eq!(
        found,
        ["Nobody knows why. It rained.\n", "Nobody knows why. It rained.", "Nobody knows why."]
    );
}
