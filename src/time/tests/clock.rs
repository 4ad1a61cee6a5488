//! Times of day.

use super::reads;

#[test]
fn times_of_day() {
    reads("It opened at 10:35 a.m. on Tuesday.", &["10:35 a.m. on Tuesday=2024-05-14T10:35"]);
    reads("They land at 18:00 UTC.", &["18:00 UTC=2024-05-17T18:00Z"]);
    reads("He called at noon Thursday.", &["noon Thursday=2024-05-16T12:00"]);
    reads(
        "It rained on Friday morning and last night.",
        &["Friday morning=2024-05-17TMO", "last night=2024-05-16TNI"],
    );
    reads("Talks end at 5pm tomorrow.", &["5pm tomorrow=2024-05-18T17:00"]);
    reads("It starts at 9.30pm on Monday.", &["9.30pm on Monday=2024-05-20T21:30"]);
    reads(
        "Between 10:00 and 11:30 GMT on Tuesday.",
        &["10:00=2024-05-14T10:00", "11:30 GMT on Tuesday=2024-05-14T11:30Z"],
    );
    reads("They met on Tuesday night – it was late.", &["Tuesday night=2024-05-14TNI"]);
    reads("He rose at 4 in the morning.", &["4 in the morning=2024-05-17T04:00"]);
    reads("They met at noon local time on May 14.", &["noon local time on May 14=2024-05-14T12:00"]);
    reads("He came at half past three.", &["half past three=2024-05-17T03:30"]);
    reads("It was a quarter to nine on Monday.", &["a quarter to nine on Monday=2024-05-13T08:45"]);
    reads("It ended ten minutes to midnight.", &["ten minutes to midnight=2024-05-17T23:50"]);
    reads(
        "They dined at five past eight in the evening.",
        &["five past eight in the evening=2024-05-17T20:05"],
    );
    reads("The match began at 21.30 on Thursday.", &["21.30 on Thursday=2024-05-16T21:30"]);
    reads("Shares closed at 21.30 on Thursday.", &["Thursday=2024-05-16"]);
    reads("Dinner is at half seven.", &["half seven=2024-05-17T07:30"]);
    reads("By dawn they were gone.", &["dawn=2024-05-17TMO"]);
    reads("They left at dusk on Monday.", &["dusk on Monday=2024-05-13TEV"]);
    reads("In the early hours of Monday it burnt.", &["the early hours of Monday=2024-05-13TMO"]);
    reads("At 10 o'clock on Friday morning.", &["10 o'clock on Friday morning=2024-05-17T10:00"]);
    reads("He spoke at eight last night.", &["eight last night=2024-05-16T20:00"]);
    reads("Closed between 2 and 4 p.m. today.", &["2=2024-05-17T14:00", "4 p.m. today=2024-05-17T16:00"]);
    reads("The board voted five to eight; sales rose a quarter to nine million.", &[]);
}

#[test]
fn hours_beside_a_day() {
    reads("They meet tonight at 7.", &["tonight at 7=2024-05-17T19:00"]);
    reads("They meet tomorrow morning at seven.", &["tomorrow morning at seven=2024-05-18T07:00"]);
    reads("On 5 May 12:00 it began.", &["5 May=2024-05-05", "12:00=2024-05-05T12:00"]);
    reads("It was 8:00:31am then.", &["8:00:31am=2024-05-17T08:00:31"]);
    reads("It ended at 12 noon.", &["12 noon=2024-05-17T12:00"]);
    reads("It is at 10 a.m. Lima time.", &["10 a.m. Lima time=2024-05-17T10:00"]);
    reads("It is at 11 am UTC+02:45.", &["11 am UTC+02:45=2024-05-17T11:00"]);
    reads("It measured 37.1 in the morning.", &["the morning=2024-05-17TMO"]);
    reads("It struck at half past 8pm.", &["half past 8pm=2024-05-17T20:30"]);
}
