//! Ranges: two mentions that belong together.

use super::reads;
use crate::lang::Language;
use crate::text::{Index, Layout};
use crate::time::{RangeEnd, read};

#[test]
fn ranges_are_two_tags_and_one_range() {
    let text = "It ran Feb. 21-22, 2023 in Lima.";
    reads(text, &["Feb. 21=2023-02-21", "22, 2023=2023-02-22"]);
    let layout = Layout::of(text, Language::english());
    let times = read(&layout);
    assert_eq!(times[0].range, Some((RangeEnd::Begin, Index::new(1))));
    assert_eq!(times[1].range, Some((RangeEnd::End, Index::new(0))));
    assert_eq!(times[0].parts.year.map(|y| y.value), Some(2023));
    assert_eq!(times[1].parts.month.map(|m| m.value), Some(2));
    reads("From 17 to 19 February 2020 they met.", &["17=2020-02-17", "19 February 2020=2020-02-19"]);
    reads("From August 31 to September 3, 2022.", &["August 31=2022-08-31", "September 3, 2022=2022-09-03"]);
    reads("Dec. 30 to Jan. 2, 2022", &["Dec. 30=2021-12-30", "Jan. 2, 2022=2022-01-02"]);
    reads("Open Monday to Friday.", &["Monday=2024-05-13", "Friday=2024-05-17"]);
    reads("Monday to Wednesday next week.", &["Monday=2024-05-20", "Wednesday next week=2024-05-22"]);
    reads("He rests between now and Sunday.", &["now=PRESENT_REF", "Sunday=2024-05-19"]);
    // The second end follows the first, whatever each would mean alone.
    reads("It rained Thursday through Saturday.", &["Thursday=2024-05-16", "Saturday=2024-05-18"]);
    reads("In the April-June quarter it fell.", &["April=2024-04", "June=2024-06"]);
    reads("From the 3rd to the 5th of May they met.", &["the 3rd=2024-05-03", "the 5th of May=2024-05-05"]);
}

#[test]
fn ranges_that_say_their_month_once() {
    reads("He is away from 4 to 22 this month.", &["4=2024-05-04", "22 this month=2024-05-22"]);
    reads("He was away from 3 until 12 of Sept. 2023.", &["3=2023-09-03", "12 of Sept. 2023=2023-09-12"]);
    reads("It ran from December to the end of March.", &["December=2023-12", "the end of March=2024-03"]);
    reads(
        "It ran between November 15th through the 19th.",
        &["November 15th=2023-11-15", "the 19th=2023-11-19"],
    );
    reads(
        "He is away from Friday the 24th until Tuesday the 28th.",
        &["Friday the 24th=2024-05-24", "Tuesday the 28th=2024-05-28"],
    );
}
