//! Likely dates, seen through a World: what makes one, and what must not rest on it.

use std::sync::Arc;

use jiff::civil::date;

use crate::article::{Hints, LikelyDate};
use crate::checks::{self, Rules};
use crate::text::position::Text;
use crate::time::Window;
use crate::world::{Change, DatedArticle, DocId, World};

fn world(text: &str) -> World {
    let doc = DocId::new("page.txt");
    World::default().apply(vec![Change::Article { doc, text: Text::new(text), hints: Hints::default() }])
}

fn dated(world: &World) -> Arc<DatedArticle> {
    world.article(&DocId::new("page.txt")).unwrap().clone()
}

fn likely(text: &str) -> LikelyDate {
    dated(&world(text)).dating.likely.unwrap()
}

const KAZAN: &str = "Leaders Gather On The Volga\n\nThe hosts of the BRICS summit said on Saturday that every bed in \
                     town was taken.\n\nOn Tuesday the leaders will sit down in Kazan.\n";

#[test]
fn a_gathering_on_record_dates_a_page() {
    let dated = dated(&world(KAZAN));
    assert_eq!(dated.dating.date, None);
    let likely = dated.dating.likely.unwrap();
    assert!(likely.window.contains(date(2024, 10, 19)) && likely.window.days().unwrap() <= 7, "{likely:?}");
    assert!(likely.share >= 0.85);
    let words: Vec<&str> = dated.dating.evidence.iter().map(|evidence| &*evidence.words).collect();
    assert!(words.iter().any(|words| words.contains("BRICS summit 2024 (22–24 Oct 2024)")), "{words:#?}");
}

#[test]
fn times_are_shown_from_it_and_marked() {
    let dated = dated(&world(KAZAN));
    let (at, _) = crate::text::indexed(&dated.article.times).nth(1).unwrap();
    let (resolved, likely) = dated.shown_time(at).unwrap();
    assert!(likely);
    assert_eq!(resolved.window, Some(Window::day(date(2024, 10, 22))));
    assert_eq!(dated.times.get(at.row()).unwrap().window, None, "what checks see stays open");
}

#[test]
fn a_post_is_of_the_day_of_the_news() {
    let likely = likely(
        "The Harbour Burns\n\nSmoke rose. pic.example — The Watch (@harbour) March 4, 2021\n\n\
                         It was seen from the hills, the watch said.\n",
    );
    assert!(likely.window.contains(date(2021, 3, 4)), "{likely:?}");
}

#[test]
fn a_page_written_where_a_gathering_is_held() {
    let likely = likely(
        "A Handshake On The Volga\n\nKAZAN, Russia -- The leaders of the BRICS summit shook hands \
                         and President Vladimir Putin smiled.\n",
    );
    assert!(likely.window.contains(date(2024, 10, 23)), "{likely:?}");
}

#[test]
fn a_president_called_by_surname_tells_the_years() {
    let likely = likely(
        "Statement from President Biden\n\nAs we look forward to the holiday this Saturday, \
                         December 10, I thank the crews of the ferries.\n",
    );
    // A Saturday in 2022; the next is in 2033.
    assert!(likely.window.contains(date(2022, 12, 9)), "{likely:?}");
}

#[test]
fn the_day_that_is_commemorated_is_not_the_page() {
    let text = "A Day To Remember\n\nOn September 11, 2001, the towers fell, and the harbour went dark.\n";
    assert!(dated(&world(text)).dating.likely.is_none());
}

#[test]
fn a_signed_document_gives_its_day() {
    let signed =
        |day: &str| format!("A Proclamation\n\nI ask everybody to rest.\n\nI have set my hand {day}.\n");
    let year = "in the year of our Lord two thousand twenty-three";
    let dating = &dated(&world(&signed(&format!("this third day of May, {year}")))).dating;
    assert_eq!(dating.date, Some(date(2023, 5, 3)), "{dating:#?}");
    let dating = &dated(&world(&signed(&format!("on the third day of May, {year}")))).dating;
    assert_eq!(dating.date, None, "some other day: {dating:#?}");
}

#[test]
fn a_line_at_the_top_prints_the_day() {
    let likely =
        dated(&world("The Week At The Harbour, 4 March 2021\n\nA crane was sold and another was hired.\n"));
    assert_eq!(likely.dating.likely.unwrap().window, Window::new(date(2021, 3, 4), date(2021, 3, 5)));
}

#[test]
fn no_finding_rests_on_a_likely_date() {
    // 23 October 2024 was a Wednesday: certain, it would be a finding.
    let text = format!("{KAZAN}\nA dinner on Friday, October 23, closes the week.\n");
    let world = world(&text);
    assert!(dated(&world).dating.date.is_none());
    let findings = checks::findings(&world, &DocId::new("page.txt"), &Rules::default());
    let codes: Vec<String> = findings.iter().map(|finding| finding.code.to_string()).collect();
    assert_eq!(codes, ["DL902"], "{findings:#?}");
}

#[test]
fn plain_words_date_nothing() {
    assert!(
        dated(&world("A Seating Plan\n\nThe plan was moved because a delegation grew.\n"))
            .dating
            .likely
            .is_none()
    );
}

#[test]
fn without_the_almanac_nothing_of_it_dates_a_page() {
    let doc = DocId::new("page.txt");
    let hints = Hints { without_almanac: true, ..Hints::default() };
    let world = World::default().apply(vec![Change::Article { doc, text: Text::new(KAZAN), hints }]);
    assert_eq!(dated(&world).dating.likely, None);
}

#[test]
fn reasons_say_which_term_and_which_gathering() {
    let text = format!("{KAZAN}\nThe host, Russian President Vladimir Putin, smiled.\n");
    let dated = dated(&world(&text));
    let words: Vec<&str> = dated.dating.evidence.iter().map(|evidence| &*evidence.words).collect();
    for wanted in [
        "“Tuesday” in Kazan is the BRICS summit 2024 (22–24 Oct 2024)",
        "“Russian President” Vladimir Putin: in office since 7 May 2012",
    ] {
        assert!(words.contains(&wanted), "{words:#?}");
    }
}
