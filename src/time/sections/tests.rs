use crate::lang::Language;
use crate::text::{Layout, Source};
use crate::time::{read, resolve, sections};

/// The times of an article of Wed 12 June 2024, each with its value.
fn values(text: &str) -> Vec<String> {
    let language = Language::english();
    let source = Source::of(text, language);
    let layout = Layout::of_source(&source, language);
    let mut times = read(&layout);
    sections(&layout, &mut times);
    let resolved = resolve(&times, "2024-06-12".parse().ok());
    let value = |(timex, resolved): (&crate::time::Timex, &crate::time::Resolved)| {
        format!("{}={}", timex.span.of(text).replace('\n', " "), resolved.value)
    };
    times.iter().zip(&resolved).map(value).collect()
}

/// The value of the one time written so.
fn value(text: &str, words: &str) -> String {
    let values = values(text);
    let mut found = values.iter().filter_map(|value| value.strip_prefix(words)?.strip_prefix('='));
    let first = found.next().unwrap_or_else(|| panic!("{words} in {values:?}"));
    first.to_owned()
}

#[test]
fn a_row_counts_from_its_date() {
    for row in [
        "3 May 2024: Roe meets Doe, who came the day before yesterday.",
        "- 3 May 2024: Roe meets Doe, who came the day before yesterday.",
        "* **3 May 2024:** Roe meets Doe, who came the day before yesterday.",
        "3 May 2024 – Roe meets Doe, who came the day before yesterday.",
        "May 3, 2024 | Roe meets Doe, who came the day before yesterday.",
        "| 2024-05-03 | Oslo | Roe meets Doe, who came the day before yesterday. |",
        "| Oslo | 3 May 2024 | Roe meets Doe, who came the day before yesterday. |",
        "2024-05-03\tRoe meets Doe, who came the day before yesterday.",
        "2024-05-03,Oslo,\"Roe meets Doe, who came the day before yesterday.\"",
    ] {
        let text = format!("She left yesterday.\n\n{row}\n\nIt ends tomorrow.\n");
        assert_eq!(value(&text, "yesterday"), "2024-06-11", "{text}");
        assert_eq!(value(&text, "the day before yesterday"), "2024-05-01", "{text}");
        assert_eq!(value(&text, "tomorrow"), "2024-06-13", "{text}");
    }
}

#[test]
fn other_dates_at_the_start_are_no_rows() {
    for text in [
        "3 May 2024 was a Friday, said Roe yesterday.",
        "May 3-5, 2024: Roe visits Rome, as she said yesterday.",
        "On 3 May 2024, Roe said: she had met Doe yesterday.",
        "Roe met Doe on 3 May 2024 | yesterday.",
    ] {
        assert_eq!(value(text, "yesterday"), "2024-06-11", "{text}");
    }
}

#[test]
fn a_heading_dates_what_stands_under_it() {
    let text = "# A year of talks\n\nIt began yesterday.\n\n## 3 May 2024\n\nRoe came. She leaves tomorrow.\n\n### Guests\n\nDoe came yesterday.\n\n## Sources\n\nAll seen today.\n";
    assert_eq!(value(text, "tomorrow"), "2024-05-04");
    assert_eq!(values(text)[3], "yesterday=2024-05-02");
    assert_eq!(value(text, "today"), "2024-06-12");
    let plain = "A year of talks\n\n3 May 2024\n\nRoe came yesterday.\n\n5 May 2024\n\nDoe left today.\n\n9 May 2024\n\nIt ends tomorrow.\n";
    assert_eq!(value(plain, "yesterday"), "2024-05-02");
    assert_eq!(value(plain, "tomorrow"), "2024-05-10");
    // Two dates on their lines may be those of publication and update.
    let page = "Talks begin\n\n3 May 2024\n\nRoe came yesterday.\n\n5 May 2024\n\nDoe left today.\n";
    assert_eq!(value(page, "yesterday"), "2024-06-11");
}

#[test]
fn a_quoted_letter_keeps_its_own_day() {
    let mail = "We agree, and meet today.\n\nOn Mon, 6 May 2024 at 10:12, Ann Roe wrote:\n> I leave tomorrow.\n>\n> On Thu, 2 May 2024, Bo Doe wrote:\n>> I came yesterday.\n>\n> So do I, said Doe last Friday.\n";
    assert_eq!(value(mail, "today"), "2024-06-12");
    assert_eq!(value(mail, "tomorrow"), "2024-05-07");
    assert_eq!(value(mail, "yesterday"), "2024-05-01");
    assert_eq!(value(mail, "last Friday"), "2024-05-03");
    let open = "The note said:\n\n> We leave tomorrow.\n\nThey left yesterday.\n";
    assert_eq!(value(open, "tomorrow"), "XXXX-XX-XX");
    assert_eq!(value(open, "yesterday"), "2024-06-11");
    let sent = "See below, we meet today.\n\nFrom: Ann Roe\nSent: Monday, May 6, 2024 10:12 AM\nTo: Bo Doe\n\nI leave tomorrow.\n";
    assert_eq!(value(sent, "tomorrow"), "2024-05-07");
}

#[test]
fn entries_of_a_live_blog_count_from_their_day() {
    let text = "Talks – live\n\nSat 8 June 2024 17.02 BST\nFirst published on Fri 7 June 2024 06.45 BST\n\n17.02 BST\nThat is all. Roe meets Doe tomorrow.\n\nYesterday\n18.40 BST\nDoe has left and meets the pope in two days' time, not last Monday.\n";
    assert_eq!(value(text, "tomorrow"), "2024-06-09", "{:?}", values(text));
    assert_eq!(value(text, "Yesterday"), "2024-06-07");
    assert_eq!(value(text, "18.40 BST"), "2024-06-07T18:40");
    assert_eq!(value(text, "last Monday"), "2024-06-03");
}
