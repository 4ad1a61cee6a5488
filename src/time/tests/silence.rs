//! Text that must not be read as a time, and what quotation marks mean.

use super::{FRIDAY, at};
use crate::lang::Language;
use crate::text::Layout;
use crate::time::read;

#[test]
fn quotations_are_marked() {
    let layout = Layout::of("He said “we meet on Monday” and left on Tuesday.", Language::english());
    let times = read(&layout);
    assert_eq!(times.iter().map(|t| t.quoted).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn silence() {
    for text in [
        "She won 6-4 and 3:2.",
        "The vote was 315 to 290.",
        "It cost $1990 and 1,990 people came.",
        "Call 555-1990 or +41 1998 2000.",
        "Version 2.10 of the G20 app.",
        "The man, aged 52, and his 52-year-old wife.",
        "They may march; the sun sat low.",
        "Her second visit was the second of its kind.",
        "See https://a.example/2024/05/13/talks for more.",
        "After 9/11 much changed.",
        "About three-quarters of them left.",
        "He lives at 1600 Broad Street.",
        "Mr. May met Ms. March.",
        "Children aged 8 to 10 years scored in the bottom of the 9th.",
        "Rates stood at 1.25 on average.",
        "A video, 12:45 long, had 29 comments by then.",
        "He scored in the first quarter of the game and in the second half of a match, said USA Today reporters.",
        "Flight 1990 left as Article 2019 says.",
    ] {
        assert_eq!(at(text, Some(FRIDAY)), [""; 0], "{text}");
    }
}
