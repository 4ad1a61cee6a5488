//! Units counted from the article or from what was said, quarters, and vague references.

use super::reads;

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
fn vague() {
    reads(
        "Now the future looks like the past.",
        &["Now=PRESENT_REF", "the future=FUTURE_REF", "the past=PAST_REF"],
    );
    reads("Now, he said, it is over.", &[]);
    reads("Recently he moved, just the other day.", &["Recently=PAST_REF", "the other day=PAST_REF"]);
}

#[test]
fn that_weekend_is_the_one_just_mentioned() {
    reads("On May 1 they met. That weekend they left.", &["May 1=2024-05-01", "That weekend=2024-W18-WE"]);
    reads(
        "They left that weekend, 20 and 21 April, by sea.",
        &["that weekend=2024-W16-WE", "20=2024-04-20", "21 April=2024-04-21"],
    );
    // No week was mentioned.
    reads("That weekend was warm.", &["That weekend=XXXX-WXX-WE"]);
    reads("They will come in the week of the 20th.", &["the week of the 20th=2024-W21"]);
}

#[test]
fn nothing_far_is_made_up() {
    // "later" than what?
    reads("A year later, talks began.", &["A year later=XXXX"]);
    reads("The film “28 Years Later” opened; 28 Years Later did well.", &[]);
    reads(
        "It began in 1990, grew in 1995, closed in 2001 and burnt in 2004. This year it opened again.",
        &["1990=1990", "1995=1995", "2001=2001", "2004=2004", "This year=2024"],
    );
    reads(
        "In the third quarter they led. Four years prior they lost.",
        &["the third quarter=2023-Q3", "Four years prior=2019"],
    );
}
