//! Every kind of time expression, and text that must not be read as one. Each line: text, then what is read,
//! in order.

use crate::lang::Language;
use jiff::civil::Date;

use super::{Anchor, RangeEnd, TimexKind, read, resolve};
use crate::text::{Index, Layout};

/// "span=value" of every mention, for an article of 2024-05-17 (a Friday).
fn at(text: &str, date: Option<Date>) -> Vec<String> {
    let layout = Layout::of(text, Language::english());
    let times = read(&layout);
    let resolved = resolve(&times, date);
    times.iter().zip(&resolved).map(|(t, r)| format!("{}={}", t.span.of(text), r.value)).collect()
}

const FRIDAY: Date = Date::constant(2024, 5, 17);

#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    assert_eq!(at(text, Some(FRIDAY)), expected, "{text}");
}

#[test]
fn dates() {
    reads("He left on 5 May 2019.", &["5 May 2019=2019-05-05"]);
    reads("Signed on Tues., Jan. 9, 2024 in Oslo.", &["Tues., Jan. 9, 2024=2024-01-09"]);
    reads("They met on the 21st of March.", &["the 21st of March=2024-03-21"]);
    reads("It fell on March twenty-first.", &["March twenty-first=2024-03-21"]);
    reads("The law of June 2001 was dropped in 2010.", &["June 2001=2001-06", "2010=2010"]);
    reads("That was in nineteen ninety-six.", &["nineteen ninety-six=1996"]);
    reads("It began in June last year.", &["June last year=2023-06"]);
    reads("The war of 1812 came after 490 BC.", &["1812=1812", "490 BC=BC0490"]);
    reads("The siege of 264-241 BC ended.", &["264=BC0264", "241 BC=BC0241"]);
    reads("They came in December.", &["December=2023-12"]);
    reads("They will come in December.", &["December=2024-12"]);
    reads("He arrived May\u{a0}14.The visit was short.", &["May\u{a0}14=2024-05-14"]);
}

#[test]
fn numeric_dates() {
    reads("Version of 2024-05-13 and 2024-W20.", &["2024-05-13=2024-05-13", "2024-W20=2024-W20"]);
    reads("Logged at 2024-05-13T10:00Z there.", &["2024-05-13T10:00Z=2024-05-13T10:00Z"]);
    reads("Updated 2024-05-13 22:31:10 here.", &["2024-05-13 22:31:10=2024-05-13T22:31:10"]);
    reads("Due 25/12/2023 as said.", &["25/12/2023=2023-12-25"]);
    reads("Due 12/25/2023 as said.", &["12/25/2023=2023-12-25"]);
    // Another date settles the order.
    reads("From 25/12/2023, then 04/03/2024.", &["25/12/2023=2023-12-25", "04/03/2024=2024-03-04"]);
    reads("Sent 14.05.2018 by post.", &["14.05.2018=2018-05-14"]);
    let layout = Layout::of("It was sent on 02/03/2019 by post.", Language::english());
    let times = read(&layout);
    assert_eq!(resolve(&times, None)[0].others.len(), 1, "the order is open");
    // The weekday shows which number is the day.
    reads("He met her on Wednesday, 10/09/2014 in Oslo.", &["Wednesday, 10/09/2014=2014-09-10"]);
    reads("He met her on Thursday, 10/09/2014 in Oslo.", &["Thursday, 10/09/2014=2014-10-09"]);
}

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
fn days_of_a_month() {
    reads("Held on the first Monday of May.", &["the first Monday of May=2024-05-06"]);
    reads("It closed on the last Friday in March 2023.", &["the last Friday in March 2023=2023-03-31"]);
    reads("It closed on the last day of April.", &["the last day of April=2024-04-30"]);
    reads("Held on the 6th and 7th.", &["the 6th=2024-05-06", "7th=2024-05-07"]);
    reads("They meet every second Tuesday.", &["every second Tuesday=XXXX-WXX-2"]);
    reads("He works on the first Monday of every month.", &["the first Monday of every month=XXXX-WXX-1"]);
    reads("It was her last day at work, the last night of a tour with three stops in as many days.", &[]);
    reads("He works on the first Friday of the month.", &["the first Friday of the month=XXXX-WXX-5"]);
}

#[test]
fn pieces_of_a_unit_beside_this_one() {
    reads("It will meet on the last Friday of this month.", &["the last Friday of this month=2024-05-31"]);
    reads("They vote on the second Tuesday of next month.", &["the second Tuesday of next month=2024-06-11"]);
    reads("It fell on the 14th of last month.", &["the 14th of last month=2024-04-14"]);
    reads("It opens on the 15th day of next month.", &["the 15th day of next month=2024-06-15"]);
    reads("He left in the last week of last year.", &["the last week of last year=2023-W52"]);
    reads("He left in the last week of 2015.", &["the last week of 2015=2015-W53"]);
    // There is no sixth Friday and no 31st of April: nothing is made up.
    reads("It is due on the 31st of last month.", &["the 31st of last month=XXXX-XX-31"]);
}

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
fn units() {
    reads("It fell last week and last month.", &["last week=2024-W19", "last month=2024-04"]);
    reads("This year and next year count.", &["This year=2024", "next year=2025"]);
    reads("Born in 1990, he left the following year.", &["1990=1990", "the following year=1991"]);
    reads("It was yesterday; tomorrow is another day.", &["yesterday=2024-05-16", "tomorrow=2024-05-18"]);
    reads("They met over the weekend.", &["the weekend=2024-W19-WE"]);
    reads("They met the day before yesterday.", &["the day before yesterday=2024-05-15"]);
    reads("The end of last month was calm.", &["The end of last month=2024-04"]);
    reads("They met the week of March 6.", &["the week of March 6=2024-W10"]);
    reads(
        "Earlier in the week he fell; earlier Tuesday he rose.",
        &["Earlier in the week=2024-W20", "Tuesday=2024-05-14"],
    );
    reads("They met the weekend of May 18-19.", &["the weekend of May 18-19=2024-W20-WE"]);
    reads("Due by end-June, or end-2025.", &["end-June=2024-06", "end-2025=2025"]);
    reads("Due in the second half of June.", &["the second half of June=2024-06"]);
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
fn business() {
    reads("Sales rose in the third quarter.", &["the third quarter=2023-Q3"]);
    reads("The first half of 2022 beat Q3 2021.", &["The first half of 2022=2022-H1", "Q3 2021=2021-Q3"]);
    reads("Fiscal 2023 was better than the fiscal year.", &["Fiscal 2023=2023", "the fiscal year=2024"]);
    reads("In the quarter ended Sept. 30 it lost money.", &["the quarter=2023-Q3", "Sept. 30=2023-09-30"]);
    reads("Next year's first quarter looks weak.", &["Next year's first quarter=2025-Q1"]);
    reads("Output in fiscal 2019/20 fell.", &["fiscal 2019=2019", "20=2020"]);
    reads("Growth in FY2021-22 and 1H 2023.", &["FY2021=2021", "22=2022", "1H 2023=2023-H1"]);
    reads(
        "The 1999/2000 season, the 2008-2009 crisis.",
        &["1999=1999", "2000=2000", "2008=2008", "2009=2009"],
    );
    // Future events lie in the next such quarter, reported ones in the last.
    reads("The plant will open in the third quarter.", &["the third quarter=2024-Q3"]);
    reads("The plant will open in the first quarter.", &["the first quarter=2025-Q1"]);
    reads("It will report the first quarter.", &["the first quarter=2024-Q1"]);
    reads("It grew more than expected in the third quarter.", &["the third quarter=2023-Q3"]);
}

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
fn seasons_decades_centuries_feasts() {
    reads("The summer of 1920 was dry.", &["The summer of 1920=1920-SU"]);
    reads("He came last spring.", &["last spring=2023-SP"]);
    reads("Strikes in the 1930’s were common.", &["the 1930’s=193"]);
    reads("In the 1990s and the late '80s.", &["the 1990s=199", "the late '80s=198"]);
    reads("In the 20th and 21st centuries.", &["the 20th=19", "21st centuries=20"]);
    reads("The late 19th and early 20th centuries.", &["The late 19th=18", "early 20th centuries=19"]);
    reads("A 19th-century house of the 20th century.", &["19th-century=18", "the 20th century=19"]);
    reads("On Christmas Eve 2021 it snowed.", &["Christmas Eve 2021=2021-12-24"]);
    reads("At Easter 2024 they rested.", &["Easter 2024=2024-03-31"]);
    reads("They rest during the Spring Festival.", &["Spring Festival=2024-02-10"]);
    reads("After the Winter Olympics, the Five-Year Plan.", &[]);
    reads("By mid-May and early 2023 it was over.", &["mid-May=2024-05", "early 2023=2023"]);
}

#[test]
fn vague() {
    reads(
        "Now the future looks like the past.",
        &["Now=PRESENT_REF", "the future=FUTURE_REF", "the past=PAST_REF"],
    );
    reads("Now, he said, it is over.", &[]);
    reads("Recently he moved, just the other day.", &["Recently=PAST_REF", "the other day=PAST_REF"]);
}

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
fn an_impossible_date_keeps_its_parts() {
    let text = "They met on February 30, 2024.";
    reads(text, &["February 30, 2024=2024-02-30"]);
    let layout = Layout::of(text, Language::english());
    let times = read(&layout);
    assert_eq!(times[0].parts.day.map(|d| (d.value, d.span.of(text))), Some((30, "30")));
    assert_eq!(resolve(&times, None)[0].window, None);
}

#[test]
fn without_a_date_only_what_stands_by_itself() {
    assert_eq!(
        at("He left. She wept. They sang. On May 3, 2019 he left; last week he came back on Tuesday.", None),
        ["May 3, 2019=2019-05-03", "last week=XXXX-WXX", "Tuesday=XXXX-WXX-2"]
    );
    // The full date of a lead stands for the article's own.
    assert_eq!(
        at("LIMA, May 3, 2019 (Wire) -- He came back last week.", None),
        ["May 3, 2019=2019-05-03", "last week=2019-W17"]
    );
    let text = "Founded in 1990, it closed the following year and met on May 3.";
    assert_eq!(at(text, None), ["1990=1990", "the following year=1991", "May 3=XXXX-05-03"]);
    let layout = Layout::of(text, Language::english());
    let anchors: Vec<_> = resolve(&read(&layout), None).iter().map(|r| r.anchor).collect();
    assert_eq!(anchors, [Anchor::Itself, Anchor::Mention(Index::new(0)), Anchor::Unknown]);
}

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
