//! Every form in which an article may state its date.

use super::*;
use crate::article::Article;
use crate::lang::Language;
use crate::names::Lexicon;
use crate::text::position::Text;

fn first(name: &str, text: &str) -> Option<(String, Cow<'static, str>)> {
    let hints = Hints { file_name: name.into(), ..Hints::default() };
    let article = Article::read(Text::new(text), hints, &Lexicon::default(), Language::english());
    article.own_dates.stated.first().map(|stated| (stated.date.to_string(), stated.words.clone()))
}

#[test]
fn the_most_trusted_source_counts() {
    let body = "The ministers spoke for an hour about the harbour and about little else.";
    for (name, text, words) in [
        ("a.txt", format!("Ministers Open The Harbour\nPublished 3 May 2024\n\n{body}"), "the byline"),
        (
            "a.txt",
            format!("The Harbour\nUpdated May 4, 2024; first published May 3, 2024\n\n{body}"),
            "the byline",
        ),
        ("a.txt", format!("URL: https://example.org/2024/05/03/oslo.html\n\n{body}"), "the page’s address"),
        ("2024-05-09.txt", format!("OSLO, May 3, 2024 (Wire) -- {body}"), "the dateline"),
        ("a.md", format!("---\ndate: 2024-05-03\n---\n{body}"), "the front matter"),
        ("a.txt", format!("https://example.org/2024/05/03/oslo.html\n\n{body}"), "the page’s address"),
        (
            "a.txt",
            format!(
                "The Courier\n\nMay 3, 2024 Friday\nFinal Edition\n\nTalks\n\nSECTION: NEWS; Pg. 4\n\nLENGTH: 90 words\n\n{body}\n\nLOAD-DATE: May 4, 2024\n"
            ),
            "the byline",
        ),
        (
            "a.txt",
            format!(
                "Talks\n\nAuthor: Roe, Ann\nFull text: {body}\nPublication title: The Courier\nPublication date: May 3, 2024\nLast updated: 2024-05-08\n"
            ),
            "the archive’s record",
        ),
        (
            "a.txt",
            format!("HD Talks\nWC 90 words\nPD 3 May 2024\nSN The Courier\nLP\n{body}\n"),
            "the archive’s record",
        ),
        ("oslo 3-May-2024.txt", body.to_owned(), "the file name"),
        ("会谈2024-05-03.txt", body.to_owned(), "the file name"),
    ] {
        assert_eq!(first(name, &text), Some(("2024-05-03".into(), words.into())), "{text}");
    }
}

#[test]
fn a_part_s_date_is_not_the_article_s_own() {
    for text in [
        "A year of talks\n\n3 May 2024\n\nRoe came.\n\n5 May 2024\n\nDoe left.\n\n9 May 2024\n\nIt ends.\n",
        "# Talks\n\n## 3 May 2024\n\nRoe came.\n",
    ] {
        assert_eq!(first("notes.txt", text), None, "{text}");
    }
}

#[test]
fn a_date_that_is_told_is_not_the_article_s_own() {
    for text in [
        "On May 3, 2024, the ministers spoke for an hour about the harbour.",
        "The Harbour Treaty of May 3, 2024, and What Became of It\n\nNobody remembers it today, said the mayor.",
        "The ministers met.\n\nRead more: the talks of 3 May 2024",
    ] {
        assert_eq!(first("notes.txt", text), None, "{text}");
    }
}

const BODY: &str = "The ministers spoke for an hour about the harbour and about little else.";

/// Each is of 6 May 2024.
#[test]
fn every_form_of_a_stated_date() {
    for head in [
        "---\ntitle: x\ndate: 2024-05-06T23:30:00-07:00\n---\n",
        "---\nsource: \"https://example.org/a\"\nauthor:\n  - \"[[Ann Roe]]\"\npublished: 2024-05-06\ncreated: 2024-06-20\n---\n",
        "---\nid: 20240620101500\ndate: 2024-05-06 10:15\n---\n",
        "+++\ndate = 2024-05-06T07:20:00Z\n[taxonomies]\ntags = [\"a\"]\n+++\n",
        "# The Harbour\n\n**Item Type:** newspaperArticle\n**Author:** Ann Roe\n**Date:** 2024-05-06\n**Date Added:** 2024-06-20\n\n",
        "The Harbour Opens\n\nType\tNewspaper Article\nDate\t2024-05-06\nDate Added\t6/20/2024\n\n",
        "From: Ann Roe <a@example.org>\nDate: Mon, 6 May 2024 10:12:00 +0200\nSubject: Harbour\n\n",
        "From: Ann Roe\nSubject: Harbour\nDate: Mon May 6 10:12:00 2024\n\n",
        "<meta property=\"article:published_time\" content=\"2024-05-06T10:00:00Z\">\nThe Harbour Opens\n\n",
        "<time datetime=\"2024-05-06T10:00:00Z\">May 6</time>\n\nThe Harbour Opens\n\n",
        "The Harbour Opens\n\nPublished: 06 May 2024, 10:15 AM IST\n\n",
        "The Harbour Opens\n\nPosted on May 6, 2024 by admin\n\n",
        "The Harbour Opens\n\nUpdated 10:15 AM EDT, May 6, 2024\n\n",
        "The Harbour Opens\n\nUpdated May 9, 2024\nMay 6, 2024\n\n",
        "The Harbour Opens\n\nUpdated May 9, 2024 · Published May 6, 2024\n\n",
        "The Harbour Opens\n\nBy Ann Roe | May 6, 2024\n\n",
        "The Harbour Opens\nSource: Wire | 2024-05-06 10:15:00 | Editor: roe\n\n",
        "Press release | 6 May 2024 | Oslo\n\nThe Harbour Opens\n\n",
        "The Harbour Opens\n\n(May 6, 2024)\n\n",
        "Text of report in English by the news agency Wire, dated 6 May 2024\n\n",
        "(LEAD) The Harbour Opens\n\nSEOUL, May 6, 2024 (Yonhap) -- ",
        "OSLO, May 6, 2024. /TASS/. ",
        "May 6, 2024 (OSLO) - ",
        "NEW YORK – May 6, 2024 – ",
        "New Delhi, May 6, 2024 (PTI): ",
        "https://example.org/202405/06/content_1.html\n\nThe Harbour Opens\n\n",
        "The Harbour Opens\n\nKYODO NEWS - May 6, 2024 - 10:15 | World\n\n",
    ] {
        let found = first("notes.txt", &format!("{head}{BODY}"));
        assert_eq!(found.map(|(day, _)| day), Some("2024-05-06".into()), "{head}");
    }
    for name in
        ["Interview%202024-05-06.txt", "20240506T101500 talk.txt", "6th May 2024.md", "2024_05_06 a.txt"]
    {
        assert_eq!(first(name, BODY), Some(("2024-05-06".into(), "the file name".into())), "{name}");
    }
}

#[test]
fn an_old_paper_is_dated_as_a_new_one() {
    for (text, day) in [
        ("MUNICH, Sept. 30, 1938 (AP) -- ", "1938-09-30"),
        ("LONDON, Sept. 30, 1938.--", "1938-09-30"),
        ("The Evening Star\n\nWASHINGTON, SATURDAY, APRIL 15, 1865.\n\n", "1865-04-15"),
        ("The Harbour Opens\n\nSaturday Morning, April 15, 1865.\n\n", "1865-04-15"),
    ] {
        assert_eq!(
            first("notes.txt", &format!("{text}{BODY}")).map(|(day, _)| day),
            Some(day.into()),
            "{text}"
        );
    }
}

#[test]
fn a_note_s_own_day_and_an_address_below_come_last() {
    let note = format!("---\ncreated: 2024-06-20\n---\nPublished May 6, 2024\n\n{BODY}\n");
    assert_eq!(first("notes.md", &note), Some(("2024-05-06".into(), "the byline".into())));
    let below = format!("The Harbour Opens\n\n{BODY}\n\nhttps://example.org/2019/01/02/harbour.html\n");
    assert_eq!(first("2024-05-06.txt", &below), Some(("2024-05-06".into(), "the file name".into())));
    assert_eq!(first("notes.txt", &below), Some(("2019-01-02".into(), "the page’s address".into())));
}
