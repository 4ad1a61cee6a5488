//! Properties that hold for every text.

use crate::lang::Language;
use jiff::ToSpan;
use jiff::civil::Date;
use proptest::prelude::*;

use super::{counts, explain, read, resolve};
use crate::text::Layout;

/// Pieces of time expressions, of hostile text, and of neither.
const PIECES: &[&str] = &[
    "Monday",
    "Tues.",
    "May",
    "Feb. 30",
    "13/05/2019",
    "2019-W20-3",
    "2018-05-14T10:00Z",
    "the",
    "last",
    "next",
    "week",
    "years",
    "ago",
    "-",
    "–",
    "to",
    "and",
    "of",
    "5",
    "21st",
    "1990s",
    "'98",
    "p.m.",
    "10:35",
    "thousand",
    "twenty",
    "half",
    "a",
    "quarter",
    "third",
    "\u{a0}",
    "\u{ad}",
    "🐟",
    "“",
    "”",
    ".",
    "\n",
    ",",
    "two",
    "later",
    "mid",
    "early",
    "end",
    "99999999999",
    "Christmas",
    "noon",
    "every",
    "BC",
    "1,990",
    "e\u{301}",
    "since",
    "anniversary",
    "until",
    "fiscal",
    "(",
    ")",
    "each",
    "now",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec((0..PIECES.len(), any::<bool>()), 0..40).prop_map(|pieces| {
        pieces.iter().map(|&(i, space)| format!("{}{}", PIECES[i], if space { " " } else { "" })).collect()
    })
}

fn check(text: &str) {
    let layout = Layout::of(text, Language::english());
    let times = read(&layout);
    let mut end = 0;
    for time in &times {
        let (a, b) = (time.span.start as usize, time.span.end as usize);
        assert!(end <= a && a < b && b <= text.len(), "{time:?} in {text:?}");
        assert!(text.is_char_boundary(a) && text.is_char_boundary(b));
        if let Some((_, other)) = time.range {
            assert!(other.row() < times.len());
        }
        for part in [
            time.parts.day.map(|p| p.span),
            time.parts.month.map(|p| p.span),
            time.parts.year.map(|p| p.span),
        ] {
            assert!(part.is_none_or(|p| text.get(p.start as usize..p.end as usize).is_some()));
        }
        end = b;
    }
    for date in [None, Some(Date::constant(2024, 2, 29)), Some(Date::MIN), Some(Date::MAX)] {
        let resolved = resolve(&times, date);
        assert_eq!(resolved.len(), times.len());
        for (time, meaning) in times.iter().zip(&resolved) {
            assert!(!meaning.value.is_empty());
            assert!(!explain(time, meaning).is_empty());
            if let Some(window) = meaning.window {
                assert!(window.earliest <= window.latest, "{meaning:?}");
            }
        }
    }
    let _ = counts(&layout, &times);
}

/// Expressions that depend on the article's date by days and weeks only.
const WEEKLY: &[&str] = &[
    "on Monday",
    "last Friday",
    "next Tuesday",
    "today",
    "yesterday",
    "this week",
    "last week",
    "two weeks ago",
    "three days ago",
    "a week from Tuesday",
    "Sunday night",
    "this weekend",
    "Wednesday of next week",
    "the day before yesterday",
    "tomorrow morning",
    "this coming Thursday",
    "in two days from now",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_mixture_is_safe(text in text()) {
        check(&text);
    }

    #[test]
    fn any_text_is_safe(text in "\\PC{0,80}") {
        check(&text);
    }

    /// Moving the article by whole weeks moves every value counted in days and weeks by the same amount.
    #[test]
    fn whole_weeks_move_everything(
        picks in prop::collection::vec(0..WEEKLY.len(), 1..6),
        day in 0i32..20000,
        weeks in -200i32..200,
        past in any::<bool>(),
    ) {
        let verb = if past { "They met" } else { "They will meet" };
        let text: String = picks.iter().map(|&i| format!("{verb} {}. ", WEEKLY[i])).collect();
        let layout = Layout::of(&text, Language::english());
        let times = read(&layout);
        prop_assert!(times.len() >= picks.len(), "{:?}", times);
        let date = Date::constant(1990, 1, 1).checked_add(day.days()).unwrap();
        let moved = date.checked_add((7 * weeks).days()).unwrap();
        for (a, b) in resolve(&times, Some(date)).iter().zip(resolve(&times, Some(moved))) {
            let shift = |d: Option<Date>| d.map(|d| d.checked_add((7 * weeks).days()).unwrap());
            let (Some(x), Some(y)) = (a.window, b.window) else { panic!("{a:?} {b:?}") };
            prop_assert_eq!((shift(x.earliest), shift(x.latest)), (y.earliest, y.latest));
            prop_assert_eq!(a.others.len(), b.others.len());
        }
    }
}

/// Long texts that make every rule look far ahead obey the same properties. (A rule that is not linear makes
/// this test hang.)
#[test]
fn long_repetition_is_safe() {
    for unit in [
        "thousand ",
        "twenty-",
        "1-",
        "last ",
        "10:",
        "the ",
        "May ",
        "a half ",
        "'98 ",
        "early in ",
        "each other ",
        "5 to ",
        "Monday, ",
        "the end of ",
        "1 May to ",
    ] {
        check(&unit.repeat(20_000));
    }
}
