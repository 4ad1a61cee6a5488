use super::articles_in;
use crate::lang::Language;

/// The first words of each article.
fn articles(text: &str) -> Vec<String> {
    let spans = articles_in(text, Language::english());
    let words = |text: &str| text.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    spans.iter().map(|span| words(span.of(text))).collect()
}

const BODY: &str = "Ann Roe met Igor Lund in Oslo on Friday to talk about the price of fish.";

#[test]
fn numbered_articles() {
    let of = |mark: fn(usize) -> String| {
        let parts =
            (1..=3).map(|n| format!("{}\n\nThe Courier\n\nMay {n}, 2016 Monday\n\n{BODY}\n\n", mark(n)));
        articles(&parts.collect::<String>())
    };
    assert_eq!(of(|n| format!("      {n} of 3 DOCUMENTS")), ["1 of 3", "2 of 3", "3 of 3"]);
    assert_eq!(of(|n| format!("Document {n} of 200")), ["Document 1 of", "Document 2 of", "Document 3 of"]);
    assert_eq!(of(|n| format!("____________ Document {n} of 10")).len(), 3);
    // The page of the export is no article; an article without its number is one.
    let page = format!("Search: fish\n\n1 of 2 documents\n\n{BODY}\n\n2 of 2 documents\n\n{BODY}\n");
    assert_eq!(articles(&page), ["1 of 2", "2 of 2"]);
    let cut = format!("{BODY}\n\n2 of 3 documents\n\n{BODY}\n\n3 of 3 documents\n\n{BODY}\n");
    assert_eq!(articles(&cut), ["Ann Roe met", "2 of 3", "3 of 3"]);
}

#[test]
fn articles_with_a_last_line() {
    let nexis = |n: usize| {
        format!(
            "Fish {n} again\nThe Courier\nMay {n}, 2016 Monday\n\nBody\n\n{BODY}\n\nLoad-Date: May 8, 2016\n\nEnd of Document\n\n"
        )
    };
    assert_eq!(articles(&(nexis(1) + &nexis(2))), ["Fish 1 again", "Fish 2 again"]);
    let cover = "Job Number: 12345\n\nDocuments (2)\n\n1. Fish 1 again\n\n2. Fish 2 again\n\n| About LexisNexis | Privacy Policy\n\n";
    assert_eq!(articles(&(cover.to_owned() + &nexis(1) + &nexis(2))), ["Fish 1 again", "Fish 2 again"]);
    let factiva = |n: usize| {
        format!(
            "Fish {n} again\n\n512 words\n{n} May 2016\nThe Courier\n\n{BODY}\n\nDocument COUR00002016050{n}ec57000ab\n\n"
        )
    };
    let coded = |n: usize| {
        format!(
            "HD Fish {n}\nPD {n} May 2016\nSN The Courier\nTD\n{BODY}\nAN Document COUR00002016050{n}ec57000ab\n\n"
        )
    };
    let summary = "Search Summary\nText\tfish\nDate\tAll Dates\n";
    let text = coded(1) + &coded(2) + summary;
    let last = articles_in(&text, Language::english()).last().copied();
    assert!(last.is_some_and(|last| !last.of(&text).contains("Search")), "{last:?}");
    let summary = "Search Summary\nText\tfish\nDate\tAll Dates\nResults Found\t2\n";
    assert_eq!(articles(&(factiva(1) + &factiva(2) + summary)), ["Fish 1 again", "Fish 2 again"]);
}

#[test]
fn records() {
    let factiva = |n: usize| {
        format!(
            "HD Fish {n} again\nBY By Jane Roe\nWC 512 words\nPD {n} May 2016\nSN The Courier\nLP\n{BODY}\nTD\n{BODY}\n\n"
        )
    };
    assert_eq!(articles(&(factiva(1) + &factiva(2))), ["HD Fish 1", "HD Fish 2"]);
    let proquest = |n: usize| {
        format!(
            "Title: Fish {n}\nPublication title: The Courier\nPublication date: May {n}, 2016\nFull text: {BODY}\n\n"
        )
    };
    assert_eq!(articles(&(proquest(1) + &proquest(2))), ["Title: Fish 1", "Title: Fish 2"]);
    let lexis = |n: usize| {
        format!(
            "The Courier\n\nMay {n}, 2016 Monday\n\nFish {n}\n\nLENGTH: 512 words\n\n{BODY}\n\nLOAD-DATE: May 8, 2016\n\nLANGUAGE: ENGLISH\n\nCopyright 2016 The Courier\nAll Rights Reserved\n\n"
        )
    };
    assert_eq!(articles(&(lexis(1) + &lexis(2) + &lexis(3))).len(), 3);
}

#[test]
fn pasted_articles() {
    for rule in ["----------", "==========", "____________________", "---"] {
        let pasted = format!(
            "Fish again\nBy Jane Roe\nMay 7, 2016\n\n{BODY}\n\n{rule}\n\nTalks in Lima\nMay 9, 2016\n\n{BODY}\n\n{rule}\n\nIt is over\nBy Sam Coe\n\n{BODY}\n"
        );
        assert_eq!(articles(&pasted), ["Fish again By", "Talks in Lima", "It is over"], "{rule}");
    }
    let wires = format!(
        "OSLO, May 7, 2016 (Wire) -- {BODY}\n\n=====\n\nTalks end\n\nLIMA, May 9, 2016 (Wire) -- {BODY}\n\n=====\n\nROME, May 9, 2016 (Wire) -- {BODY}\n"
    );
    assert_eq!(articles(&wires), ["OSLO, May 7,", "Talks end LIMA,", "ROME, May 9,"]);
    let two = format!(
        "# Fish again\n\nBy Jane Roe\n\n{BODY} {BODY}\n\n---\n\n# Lima\n\nMay 9, 2016\n\n{BODY} {BODY}\n"
    );
    assert_eq!(articles(&two), ["# Fish again", "# Lima May"]);
    let notes = format!(
        "---\ntitle: Fish\ndate: 2016-05-07\n---\n{BODY}\n\n---\ntitle: Lima\ndate: 2016-05-09\n---\n{BODY}\n"
    );
    assert_eq!(articles(&notes), ["--- title: Fish", "--- title: Lima"]);
}

#[test]
fn one_article_is_one() {
    let rules = format!(
        "Fish again\nMay 7, 2016\n\n{BODY}\n\n---\n\nWhat they said\n\n{BODY}\n\n---\n\nWhat comes next\n\n{BODY}\n"
    );
    let prose =
        format!("Ann Roe signed document 1 of 2.\n\nDocument 2 of 2 was signed by Igor Lund.\n\n{BODY}\n");
    let pages = format!("{BODY}\n\nPage 1 of 2\n\n{BODY}\n\nPage 2 of 2\n\n{BODY}\n");
    let one = format!(
        "2 of 37 DOCUMENTS\n\nThe Courier\n\nFish again\n\nLENGTH: 512 words\n\n{BODY}\n\nLOAD-DATE: May 8, 2016\n\nEnd of Document\n"
    );
    let apart = format!("1 of 37 DOCUMENTS\n\n{BODY}\n\n9 of 37 DOCUMENTS\n\n{BODY}\n");
    let timeline = format!("The talks\n\n---\n\n3 May 2024\n\n{BODY}\n\n---\n\n5 May 2024\n\n{BODY}\n");
    let note = format!("---\ntitle: Fish\ndate: 2016-05-07\n---\n{BODY}\n\n---\n\n{BODY}\n");
    let broadcast = format!("TV Today\n\nHD sets sell well\n\n{BODY}\n\nHD again\n\n{BODY}\n");
    let teaser = format!(
        "Fish again\nMay 7, 2016\n\n{BODY} {BODY}\n\n---\n\nTalks in Lima\nMay 6, 2016\n\nThey went well.\n"
    );
    for text in [teaser, rules, prose, pages, one, apart, timeline, note, broadcast] {
        assert_eq!(articles(&text), [] as [String; 0], "{text}");
    }
}

#[test]
fn separators_alone_divide_nothing() {
    for line in [
        "1 of 2 documents\n2 of 2 documents\n",
        "End of Document\n",
        "----\n",
        "HD\nPD\nLP\n",
        "---\ntitle: x\n",
    ] {
        let articles = articles_in(&line.repeat(50_000), Language::english()).len();
        assert!(articles <= 20_000, "{line}: {articles}");
    }
}
