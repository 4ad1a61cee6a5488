//! Words that must not be read as a person's name, by kind.

use super::*;

#[test]
fn first_words_of_sentences_are_no_names() {
    assert_eq!(
        people(
            "Noting Kari Solberg's record, he smiled. When Solberg left, rain fell. Although Solberg won, few cheered."
        ),
        ["Kari Solberg", "Solberg", "Solberg"]
    );
}

#[test]
fn a_lone_surname_before_who_is_a_person() {
    assert_eq!(people("Wexelhoff, who had spent the week in Oslo, left at noon."), ["Wexelhoff"]);
    assert_eq!(people("Lisbon, whose mayors change often, waits."), [""; 0]);
}

#[test]
fn an_office_is_no_organisation_and_two_countries_are_two() {
    let text = "State Councilor Qiu Lan spoke of China-Russia trade at the World Bank.";
    assert_eq!(of_kind(text, NameKind::Organisation), ["World Bank"]);
    assert_eq!(of_kind(text, NameKind::Place), ["China", "Russia"]);
}

#[test]
fn what_is_named_after_people_is_no_person() {
    assert_eq!(
        people("The emir was welcomed at Al Batin airport and driven past Ben Halevi stadium."),
        [""; 0]
    );
    assert_eq!(people("They waited for Ben Halevi at the stadium."), ["Ben Halevi"]);
}

#[test]
fn companies_named_after_people_are_companies() {
    assert_eq!(
        people(
            "The actor Vikram Anand, who has been in the news, owns a company that is called Vikram Anand Films and has sold Ratna Motors to the owners of Kamal Pictures."
        ),
        ["Vikram Anand"]
    );
}

#[test]
fn a_transcript_names_who_speaks() {
    let text = "Press conference\n\nQuestion: What of the port?\n\nAdulai Sanco: Nothing new.\n\nKey points: the port, the road.";
    assert_eq!(people(text), ["Adulai Sanco"]);
}

#[test]
fn things_and_places_are_no_people() {
    for text in [
        "They met in Gyeongju, North Gyeongsang, on Monday.",
        "Asian and Pacific Rim leaders left.",
        "It shored up North American supply chains.",
        "Aid came through Kerem Shalom on Monday.",
        "No K-Pop concert was held.",
        "The carrier USS Abraham Lincoln sailed. Storm Kristen hit Porto.",
        "He vetoed S. 4199 on Monday.",
        "Drug maker Eli Lilly grew.",
    ] {
        assert_eq!(people(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(people("Senior Director for East Asia Craig Dohler left."), ["Craig Dohler"]);
    assert_eq!(people("McRowe CEO Dave Dohler left."), ["Dave Dohler"]);
    assert_eq!(
        people("We like the Rowe-Dohler administration's plan. Ann Rowe and Jan Dohler won."),
        ["Rowe", "Dohler", "Ann Rowe", "Jan Dohler"]
    );
}

#[test]
fn what_stands_beside_a_name_is_not_part_of_it() {
    assert_eq!(people("Remarks by APNSA Peter Dohler in Oslo."), ["Peter Dohler"]);
    assert_eq!(people("Justice Department critics cited Trump-appointee Dohler, who spoke."), ["Dohler"]);
    assert_eq!(
        people("Present: Peter Dohler -   Mary Lindqvist -   Paul Jensen"),
        ["Peter Dohler", "Mary Lindqvist", "Paul Jensen",]
    );
}

#[test]
fn a_case_a_month_and_a_town_are_no_people() {
    assert_eq!(people("It was the 50th anniversary of Roe v. Wade, the court’s decision."), [""; 0]);
    assert_eq!(people("According to a November poll, one senior Democrat said so."), [""; 0]);
    assert_eq!(
        people("The Planetary Instrument for X-ray Lithochemistry, said Peter Dohler, found it."),
        ["Peter Dohler"]
    );
    assert_eq!(people("It hit a field in the Arab town of Majdal Shams. Majdal Shams mourned."), [""; 0]);
}
