//! Which words of one article tell of the same meeting.

use super::*;

#[test]
fn later_words_take_a_meeting_up() {
    let text = "Ann Roe paid a visit to Norway on Friday. During the visit she held talks with Bo Ling. \
                The talks lasted an hour. Ling called the visit a success.";
    assert_eq!(
        told(text, &["Ann Roe", "Bo Ling", "@Norway"]),
        ["0 visit: Roe @Norway", "0 visit: ", "1 held talks: Roe Ling <0", "1 talks: ", "0 visit: ",]
    );
}

#[test]
fn two_pairs_are_two_meetings() {
    let text = "Ann Roe met Bo Ling in Oslo. Later Roe met Cy Moe. Roe’s meeting with Moe was short.";
    assert_eq!(
        told(text, &["Ann Roe", "Bo Ling", "Cy Moe", "@Oslo"]),
        ["0 met: Roe Ling @Oslo", "1 met: Roe Moe", "1 meeting: Roe Moe",]
    );
}

#[test]
fn a_bilateral_beside_a_summit() {
    let text = "Ann Roe met Bo Ling on the sidelines of the NATO summit in Oslo. The summit ended on Friday.";
    assert_eq!(
        told(text, &["Ann Roe", "Bo Ling", "@Oslo"]),
        ["0 met: Roe Ling @Oslo <1", "1 NATO summit:  @Oslo", "1 summit: ",]
    );
}

#[test]
fn pronouns_guests_and_pairs() {
    let text =
        "Ann Roe flew in on Friday. Bo Ling met her in Oslo. The two leaders held talks again on Sunday.";
    assert_eq!(
        told(text, &["Ann Roe", "Bo Ling", "@Oslo"]),
        ["0 met: Ling Roe @Oslo", "1 held talks: Ling Roe",]
    );
    let text = "Ann Roe received Bo Ling for a state visit. Cy Moe praised a visit by Roe to Oslo.";
    assert_eq!(
        told(text, &["Ann Roe", "Bo Ling", "Cy Moe", "@Oslo"]),
        ["0 visit: Ling", "1 visit: Roe @Oslo"]
    );
}

#[test]
fn the_main_visit_outlives_the_background() {
    let text = "Ann Roe will visit Oslo in May. She last visited Bonn in 2019. The visit is her third as a minister.";
    assert_eq!(
        told(text, &["Ann Roe", "@Oslo", "@Bonn"]),
        ["0 visit: Roe @Oslo planned", "1 visited: Roe @Bonn", "0 visit: ",]
    );
}

#[test]
fn editions_of_one_series_apart() {
    let text = "The 12th EU-Norway Summit ended in Oslo. The 11th summit was held in Bonn. The next summit comes in May.";
    assert_eq!(
        told(text, &["@Oslo", "@Bonn"]),
        ["0 12th EU-Norway Summit:  @Oslo", "1 summit:  @Bonn", "2 summit:  planned",]
    );
}

#[test]
fn one_edition_is_one_meeting_whatever_its_dates() {
    let text =
        "The 3rd EU–Chile Summit met in Oslo on 3 May 2024. The 3rd EU–Chile Summit was held on 9 May 2024.";
    let told = told(text, &["@Oslo"]);
    assert_eq!(told.iter().filter(|line| line.starts_with("0 3rd EU–Chile Summit")).count(), 2, "{told:?}");
}

#[test]
fn meetings_of_others_are_others() {
    let all = &["Ann Roe", "Bo Ling", "Cy Moe", "@Oslo", "@Bonn"];
    for text in [
        // Of ministers, of a trio, of a council.
        "Ann Roe met Bo Ling. Both will be at the meeting of foreign ministers.",
        "Ann Roe met Bo Ling. Cy Moe took the chair for the fifteenth meeting of the trio.",
        "Ann Roe met Bo Ling. The council ended its spring meeting.",
        // Of one of them with people who are not named.
        "Ann Roe met Bo Ling. Roe held talks with the leaders of Chile.",
        // An earlier one.
        "Ann Roe met Bo Ling. It was a year after their first meeting in Bonn.",
        "Ann Roe met Bo Ling. Both look forward to their next meeting.",
        "Ann Roe met Bo Ling. Experts held working-level talks.",
        // A guest and a host who have nothing else in common.
        "Ann Roe visited Oslo and met the press. Bo Ling met Cy Moe.",
    ] {
        let told = told(text, all);
        let number = |line: &String| line.split_once(' ').unwrap().0.to_owned();
        let (last, first) = (told.last().unwrap(), told.first().unwrap());
        assert_ne!(number(last), number(first), "{text}: {told:?}");
    }
}

#[test]
fn the_visit_is_that_of_the_main_clause() {
    let text =
        "Ann Roe visited Oslo on Monday. It is a year after Bo Ling visited Oslo. The visit is her third.";
    assert_eq!(
        told(text, &["Ann Roe", "Bo Ling", "@Oslo"]),
        ["0 visited: Roe @Oslo", "1 visited: Ling @Oslo", "0 visit: "]
    );
}

#[test]
fn a_counterpart_without_a_name_is_nobody_in_particular() {
    let text = "Ann Roe met the ministers of the bloc. Over the weekend Roe had held talks with Bo Ling.";
    assert_eq!(told(text, &["Ann Roe", "Bo Ling"]), ["0 met: Roe", "1 held talks: Roe Ling"]);
}

#[test]
fn a_meeting_told_anew_is_not_that_of_a_host_and_a_guest() {
    let text =
        "Bo Ling arrived in Oslo. Ann Roe held talks next week. Cy Moe broke off a meeting with Bo Ling.";
    let found = told(text, &["Ann Roe", "Bo Ling", "Cy Moe", "@Oslo"]);
    let numbers: Vec<_> = found.iter().map(|one| one.split(' ').next()).collect();
    assert!(numbers.get(1) != numbers.get(2), "{found:?}");
}
