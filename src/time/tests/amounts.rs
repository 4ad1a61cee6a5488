//! Lengths, amounts before and after something, and what recurs.

use super::reads;
use crate::lang::Language;
use crate::text::Layout;
use crate::time::{TimexKind, read};

#[test]
fn bounds_that_are_denied_turn_round() {
    let modifier = |text: &str| {
        let times = read(&Layout::of(text, Language::english()));
        times.first().and_then(|time| time.modifier).map(|modifier| modifier.as_str())
    };
    assert_eq!(modifier("It took more than three days."), Some("MORE_THAN"));
    assert_eq!(modifier("It took no more than three days."), Some("EQUAL_OR_LESS"));
    assert_eq!(modifier("It took no fewer than three days."), Some("EQUAL_OR_MORE"));
    reads("The rain came a month earlier than usual.", &["a month=P1M"]);
    reads("It ended two days later than planned.", &["two days=P2D"]);
}

#[test]
fn away() {
    reads("He left three days ago.", &["three days ago=2024-05-14"]);
    reads("He left two weeks ago, not ten years ago.", &["two weeks ago=2024-W18", "ten years ago=2014"]);
    reads("A decade ago they were poor.", &["A decade ago=2014"]);
    reads(
        "Found on March 3, it was lost two days later.",
        &["March 3=2024-03-03", "two days later=2024-03-05"],
    );
    reads(
        "Profit in the third quarter of 2023 was up from a year earlier.",
        &["the third quarter of 2023=2023-Q3", "a year earlier=2022-Q3"],
    );
    reads(
        "Found on March 3, it had sunk two days prior.",
        &["March 3=2024-03-03", "two days prior=2024-03-01"],
    );
    reads("It broke several years ago.", &["several years ago=PAST_REF"]);
}

#[test]
fn lengths_and_sets() {
    reads("It took twenty-four hours.", &["twenty-four hours=PT24H"]);
    reads("A five-year plan needs two and a half years.", &["five-year=P5Y", "two and a half years=P2.5Y"]);
    reads("It ran for more than three months.", &["more than three months=P3M"]);
    reads("The four previous weeks were calm.", &["The four previous weeks=P4W"]);
    reads("It ran for over three months.", &["over three months=P3M"]);
    reads("The money is paid out over three years.", &["three years=P3Y"]);
    reads("In the past two years it grew.", &["the past two years=P2Y"]);
    reads("He has waited for weeks.", &["weeks=PXW"]);
    reads(
        "They meet every day, each Thursday and on Sundays.",
        &["every day=P1D", "each Thursday=XXXX-WXX-4", "Sundays=XXXX-WXX-7"],
    );
    reads("It sells 15 a year.", &["a year=P1Y"]);
    reads("Monday opens a week of talks.", &["Monday=2024-05-20"]);
    reads("It died out a few years back.", &["a few years back=PAST_REF"]);
    reads("He waited a decade and a half.", &["a decade and a half=P1.5DE"]);
    reads("It grew over the past year and a half.", &["the past year and a half=P1.5Y"]);
    reads("They sleep late at weekends.", &["weekends=XXXX-WXX-WE"]);
    reads("She won in 9.58 seconds.", &[]);
    let layout = Layout::of("They meet every two weeks.", Language::english());
    assert_eq!(read(&layout)[0].quant, Some("EVERY"));
    for (text, span, times_a_unit) in [
        ("They train twice a week.", "twice a week", 2),
        ("They meet three times a year.", "three times a year", 3),
        ("It is held once every four years.", "once every four years", 1),
    ] {
        let times = read(&Layout::of(text, Language::english()));
        assert_eq!(times.len(), 1, "{text}");
        assert_eq!((times[0].span.of(text), times[0].freq), (span, Some(times_a_unit)));
        assert_eq!(times[0].kind, TimexKind::Set);
    }
}

#[test]
fn what_belongs_to_an_amount() {
    reads("They met again after just two months.", &["just two months=P2M"]);
    reads("It lasted exactly one week.", &["exactly one week=P1W"]);
    reads("It may take no more than three days.", &["no more than three days=P3D"]);
    reads("The talks will last three days.", &["three days=P3D"]);
    reads("It grew over the last 20 or so years.", &["the last 20 or so years=P20Y"]);
    reads("It took six long years.", &["six long years=P6Y"]);
    reads("It takes between 60 and 90 days.", &["60=P60D", "90 days=P90D"]);
    reads("Over the past year it fell.", &["the past year=P1Y"]);
}

#[test]
fn amounts_counted_from_a_day() {
    reads("He left two days before yesterday.", &["two days before yesterday=2024-05-14"]);
    reads("It opens three weeks from tomorrow.", &["three weeks from tomorrow=2024-06-08"]);
    reads("He left 1 month, 21 days ago.", &["1 month, 21 days ago=2024-03-27"]);
    reads("He left two years, one month ago.", &["two years, one month ago=2022-04"]);
    // In a story, "days later" is not the future.
    reads("They met in May 2019 and spoke again days later.", &["May 2019=2019-05", "days later=PXD"]);
}

#[test]
fn sets_with_their_hour() {
    reads("They meet every Monday at 4 p.m. in Lima.", &["every Monday at 4 p.m.=XXXX-WXX-1T16:00"]);
    reads("The shop opens at 9am on Sundays.", &["9am on Sundays=XXXX-WXX-7T09:00"]);
    reads("It rings at 3pm every day.", &["3pm every day=XXXX-XX-XXT15:00"]);
    reads("A biweekly letter and a bi-monthly one.", &["biweekly=P2W", "bi-monthly=P2M"]);
    reads("They met at the annual summit.", &["annual=P1Y"]);
}

#[test]
fn lengths_without_a_number() {
    reads("It rained all day.", &["all day=P1D"]);
    reads("The talks will go on for another week.", &["another week=P1W"]);
    reads("They spoke for 45 min, then left.", &["45 min=PT45M"]);
    reads("He calls every night at 9.", &["every night at 9=XXXX-XX-XXT21:00"]);
}

#[test]
fn a_short_while_ago_was_today() {
    reads("He left half an hour ago.", &["half an hour ago=2024-05-17"]);
    reads("He left 15 hours ago.", &["15 hours ago=PT15H"]);
    reads("They walk there everyday; it is everyday life.", &["everyday=P1D"]);
}
