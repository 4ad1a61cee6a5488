//! Dates as people write them, and dates that do not exist.

use super::{at, reads};
use crate::lang::Language;
use crate::text::{Index, Layout};
use crate::time::{Anchor, read, resolve};

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
fn days_and_years_in_words() {
    reads("It closed on the twenty second of June 2017.", &["the twenty second of June 2017=2017-06-22"]);
    reads("They met on May twenty nine, 2018.", &["May twenty nine, 2018=2018-05-29"]);
    reads("It ran until two thousand and fifteen.", &["two thousand and fifteen=2015"]);
    reads(
        "Signed this third day of May, in the year of our Lord two thousand twenty-three, in Lima.",
        &["third day of May, in the year of our Lord two thousand twenty-three=2023-05-03"],
    );
    reads("Signed on 3 May in the year 2021.", &["3 May in the year 2021=2021-05-03"]);
    reads("In the nineteen seventies and the 70's.", &["the nineteen seventies=197", "the 70's=197"]);
}

#[test]
fn years_in_two_figures() {
    reads("Signed 19-Nov-12 in Lima.", &["19-Nov-12=2012-11-19"]);
    reads("He was born on 3 Aug 96.", &["3 Aug 96=1996-08-03"]);
    reads("On 3 August 96 people met.", &["3 August=2023-08-03"]);
}

#[test]
fn dates_with_parts_in_another_order() {
    reads("Logged Oct. 26 15:50:06 2016 there.", &["Oct. 26 15:50:06 2016=2016-10-26T15:50:06"]);
    reads("It was filed on 6/12/2008 by post.", &["6/12/2008=2008-06-12"]);
    reads("She was born twenty five January 1986.", &["twenty five January 1986=1986-01-25"]);
    reads("It was the last week of December 2016.", &["the last week of December 2016=2016-W52"]);
    reads("It was 2018 March 18 in the readout.", &["2018 March 18=2018-03-18"]);
    reads("It fell on March 20 in 2003.", &["March 20=2003-03-20", "2003=2003"]);
    reads("They met on March 29, 190 BC.", &["March 29, 190 BC=BC0190-03-29"]);
    reads("He came back on 22/04 at last.", &["22/04=2024-04-22"]);
    reads("It was filed on 28-Nov by post.", &["28-Nov=2023-11-28"]);
    reads("The month of May 2019 was dry.", &["The month of May 2019=2019-05"]);
    reads("The term is 10/1/2018-10/7/2018 only.", &["10/1/2018=2018-10-01", "10/7/2018=2018-10-07"]);
    reads("On the 13th Putin met him in May.", &["the 13th=2024-05-13", "May=2024-05"]);
    reads("On the 13th Amendment they voted.", &[]);
    // There is no month 13.
    reads("Build 2024-13-01 came out.", &[]);
}

#[test]
fn a_year_stated_once_in_a_sentence() {
    reads(
        "He was elected on May 5, 2015 and took office on June 1.",
        &["May 5, 2015=2015-05-05", "June 1=2015-06-01"],
    );
    reads("Arrested in May 2015, he will stand trial in June.", &["May 2015=2015-05", "June=2024-06"]);
}

#[test]
fn weeks_of_a_month_without_an_article() {
    reads("It opens in first week of June 2024.", &["first week of June 2024=2024-W22"]);
    reads("Last week of 2015 was warm.", &["Last week of 2015=2015-W53"]);
    reads("They come on 20th of next month.", &["20th of next month=2024-06-20"]);
    reads(
        "It is due by end of year, or end of this month.",
        &["end of year=2024", "end of this month=2024-05"],
    );
    reads("Last quarter was good.", &["Last quarter=2024-Q1"]);
    reads("The rest of the year will be hard.", &["The rest of the year=2024"]);
}

#[test]
fn named_days() {
    reads("On Presidents' Day 2017 they met.", &["Presidents' Day 2017=2017-02-20"]);
    reads("On Martin Luther King Jr. Day 2021 they met.", &["Martin Luther King Jr. Day 2021=2021-01-18"]);
    reads("They sang on Whit Monday 2024.", &["Whit Monday 2024=2024-05-20"]);
}

#[test]
fn a_day_in_two_calendars_has_one_year() {
    reads(
        "The palace fell on Wednesday, 25 October (7 November) 1917.",
        &["Wednesday, 25 October=1917-10-25", "7 November=1917-11-07", "1917=1917"],
    );
    reads(
        "He died on April 15 (April 27) 1865.",
        &["April 15=1865-04-15", "April 27=1865-04-27", "1865=1865"],
    );
}
