//! Weekdays: which one is meant.

use super::{FRIDAY, reads};
use crate::lang::Language;
use crate::text::Layout;
use crate::time::{read, resolve};

#[test]
fn weekdays_follow_the_governing_verb() {
    reads("She spoke on Monday.", &["Monday=2024-05-13"]);
    reads("She will speak on Monday.", &["Monday=2024-05-20"]);
    reads("He said Thursday that she would come.", &["Thursday=2024-05-16"]);
    reads(
        "He spoke last Friday and returns next Friday.",
        &["last Friday=2024-05-10", "next Friday=2024-05-24"],
    );
    reads("The vote is Wednesday of next week.", &["Wednesday of next week=2024-05-22"]);
    reads("The vote is a week from Monday.", &["a week from Monday=2024-05-27"]);
    reads(
        "Talks failed on May 8. The Friday before, he had left.",
        &["May 8=2024-05-08", "The Friday before=2024-05-03"],
    );
    reads(
        "It is on May 20. The Friday before the vote he spoke.",
        &["May 20=2024-05-20", "The Friday=2024-05-17"],
    );
    reads("Shops fell silent on Black Friday, wrote the Sunday Times.", &[]);
}

#[test]
fn the_present_of_a_schedule_looks_ahead() {
    reads("The visit ends on Monday.", &["Monday=2024-05-20"]);
    reads("The summit opens on Tuesday and closes Thursday.", &["Tuesday=2024-05-21", "Thursday=2024-05-23"]);
    reads("Ministers meet in Rome on Wednesday.", &["Wednesday=2024-05-22"]);
    reads("The vote follows Monday's visits, which ended badly.", &["Monday=2024-05-13"]);
    reads("He returns home after Sunday's win.", &["Sunday=2024-05-12"]);
    reads("The visits on Monday failed.", &["Monday=2024-05-13"]);
    reads("The talks were moved to Wednesday.", &["Wednesday=2024-05-22"]);
    reads("The truce had been due to end on Wednesday.", &["Wednesday=2024-05-15"]);
    // Captions describe past events in the present tense.
    reads(
        "The envoys agree\n\nJane Roe meets the envoys in Oslo on Monday. (Photo: Wire)\n\nThey agreed.",
        &["Monday=2024-05-13"],
    );
    // A weekday beside a day is that day.
    reads(
        "They meet on May 20 (Monday) or tomorrow, Saturday.",
        &["May 20=2024-05-20", "Monday=2024-05-20", "tomorrow=2024-05-18", "Saturday=2024-05-18"],
    );
    reads("They meet on Monday (May 27).", &["Monday=2024-05-27", "May 27=2024-05-27"]);
    reads("He stays through Sunday.", &["Sunday=2024-05-19"]);
    // On a Friday "Friday" is today, or a week from now.
    let layout = Layout::of("The talks are planned for Friday.", Language::english());
    let times = read(&layout);
    let friday = &resolve(&times, Some(FRIDAY))[0];
    assert_eq!((friday.value.as_str(), friday.others.len()), ("2024-05-17", 2));
    reads("The election is Sunday.", &["Sunday=2024-05-19"]);
    reads("The talks are on Monday in Oslo.", &["Monday=2024-05-20"]);
    reads("The leaders gather this weekend.", &["this weekend=2024-W20-WE"]);
    reads("The leaders gathered this weekend.", &["this weekend=2024-W19-WE"]);
    reads("They talked over the weekend.", &["the weekend=2024-W19-WE"]);
}

#[test]
fn weeks_from_a_weekday() {
    reads("A week ago Monday he resigned.", &["A week ago Monday=2024-05-06"]);
    reads("He will speak Tuesday week.", &["Tuesday week=2024-05-28"]);
    reads("They come back Monday fortnight.", &["Monday fortnight=2024-06-03"]);
    reads("He left the Monday before last.", &["the Monday before last=2024-05-06"]);
    reads(
        "Due the Friday after next, or the month after next.",
        &["the Friday after next=2024-05-24", "the month after next=2024-07"],
    );
    reads("He spoke following Tuesday's talks.", &["Tuesday=2024-05-14"]);
    reads("He left two Tuesdays ago.", &["two Tuesdays ago=2024-05-07"]);
    reads("A fortnight ago he left for a fortnight.", &["A fortnight ago=2024-W18", "a fortnight=P2W"]);
}

#[test]
fn what_is_announced_looks_ahead() {
    reads("The talks are at 8 p.m. on Monday.", &["8 p.m. on Monday=2024-05-20T20:00"]);
    reads("She is flying to Lima on Monday.", &["Monday=2024-05-20"]);
    reads("On Tuesday, the envoy is scheduled to speak.", &["Tuesday=2024-05-21"]);
    reads("The tour includes a stop in Lima on Sunday.", &["Sunday=2024-05-19"]);
    reads("They travel ahead of a much anticipated Sunday meeting.", &["Sunday=2024-05-19"]);
    reads("Lima vowed to close the port on Monday.", &["Monday=2024-05-20"]);
    reads("They signed an agreement to meet in July.", &["July=2024-07"]);
    reads("Envoys to meet in Lima on Monday\n\nThey will talk.", &["Monday=2024-05-20"]);
    // What goes on is not on a schedule, and a clause behind "ahead" has its own verb.
    reads("Her office is rejecting what he said on Thursday.", &["Thursday=2024-05-16"]);
    reads("Ahead of the trip, the office on Sunday issued a warning.", &["Sunday=2024-05-12"]);
    reads("January sales figures are due on Monday.", &["January=2024-01", "Monday=2024-05-20"]);
}

#[test]
fn what_happened_before_looks_back() {
    reads("It is his first trip since taking office in December.", &["December=2023-12"]);
    reads("They vowed to act in response to the October 7 attack.", &["October 7=2023-10-07"]);
    reads(
        "He told the prime minister of the island in talks at a palace in December that it would act.",
        &["December=2023-12"],
    );
}

#[test]
fn weekdays_in_order() {
    reads(
        "She will visit Rome on Tuesday before flying home on Monday.",
        &["Tuesday=2024-05-21", "Monday=2024-05-27"],
    );
    reads("He is away from next Monday to Friday.", &["next Monday=2024-05-20", "Friday=2024-05-24"]);
}

#[test]
fn weekdays_with_the_day_of_the_month() {
    reads("They meet Friday 31st in Lima.", &["Friday 31st=2024-05-31"]);
    reads("They met on Tuesday the seventh.", &["Tuesday the seventh=2024-05-07"]);
    reads("She will speak on Thurs 13th, he said.", &["Thurs 13th=2024-06-13"]);
    reads("On Monday first ladies met.", &["Monday=2024-05-13"]);
}

#[test]
fn an_edge_of_a_weekday() {
    reads("He told the press later Monday.", &["later Monday=2024-05-13"]);
    reads(
        "She left early on Tuesday and late on Tuesday night.",
        &["early on Tuesday=2024-05-14", "late on Tuesday night=2024-05-14TNI"],
    );
    reads("She met them on Tuesday in the afternoon.", &["Tuesday in the afternoon=2024-05-14TAF"]);
    reads(
        "She will land on Monday and speak later in the day.",
        &["Monday=2024-05-20", "later in the day=2024-05-20"],
    );
}
