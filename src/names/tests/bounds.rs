//! What belongs to a name: where it begins and ends.

use super::*;

#[test]
fn titles_and_possessives_come_off() {
    assert_eq!(
        people("Norwegian Prime Minister Kari Solberg's visit pleased French President Jean-Luc Moreau."),
        ["Kari Solberg", "Jean-Luc Moreau"]
    );
    assert_eq!(
        people("Mr. Okafor and Dr Amina Bello flew home with Gen. Ahmed Rahal."),
        ["Okafor", "Amina Bello", "Ahmed Rahal"]
    );
}

#[test]
fn cells_and_dashes_part_names() {
    assert_eq!(
        of_kind("Plymouth—Kingston ferries stopped on Monday, said Mary Holt.", NameKind::Place),
        ["Plymouth", "Kingston"]
    );
    let rows = "Anna Berg\tOslo\tNorway\nLars Holm\tCopenhagen\tDenmark\nParis\tLondon\tRome\n";
    assert_eq!(people(rows), ["Anna Berg", "Lars Holm"]);
    assert_eq!(
        of_kind(rows, NameKind::Place),
        ["Oslo", "Norway", "Copenhagen", "Denmark", "Paris", "London", "Rome"]
    );
    assert_eq!(people("2024-05-03,Anna Berg,Oslo\n2024-05-04,Lars Holm,Rome\n"), ["Anna Berg", "Lars Holm"]);
}

#[test]
fn headlines_in_title_case() {
    assert_eq!(people("Remarks by Vice President Harris Before Meeting with State Legislators"), ["Harris"]);
    let text = "Chen Guowei Holds Talks with Foreign Minister Piotr Nowak of Poland\n\nForeign Minister Chen Guowei met Foreign Minister Piotr Nowak of Poland in Warsaw on Friday.";
    assert_eq!(people(text), ["Chen Guowei", "Piotr Nowak", "Chen Guowei", "Piotr Nowak"]);
}

#[test]
fn particles_hyphens_initials_and_suffixes() {
    assert_eq!(
        people(
            "President Ursula van der Berg met King Salman bin Faisal, Prime Minister J. P. Mehta and Senator Robert K. Dunn, Jr., in Delhi."
        ),
        ["Ursula van der Berg", "Salman bin Faisal", "J. P. Mehta", "Robert K. Dunn, Jr."]
    );
}

#[test]
fn a_name_may_cross_a_line_and_hold_odd_spaces() {
    let text = "The ministry told reporters in Warsaw that Piotr\nNowak would come in the spring to see the new\nport, and that Kari\u{a0}Solberg had agreed.\n";
    assert_eq!(people(text), ["Piotr Nowak", "Kari Solberg"]);
}

#[test]
fn two_surnames_with_a_hyphen() {
    let text = "President Kari Solberg met President Piotr Nowak. The Solberg-Nowak summit was short.";
    assert_eq!(people(text), ["Kari Solberg", "Piotr Nowak", "Solberg", "Nowak"]);
}

#[test]
fn initials_may_be_glued_and_have_two_letters() {
    assert_eq!(
        people(
            "A.Yu. Rudakov was received by Foreign Minister B. Batsukh. It was recalled that S.V. Larin last came in July."
        ),
        ["A.Yu. Rudakov", "B. Batsukh", "S.V. Larin"]
    );
}

#[test]
fn forms_of_address_are_no_part_of_a_name() {
    assert_eq!(
        people(
            "His Highness Sheikh Saif bin Turki hosted Datuk Seri Anwar Rashid and Mallam Nuhu Garba, and His Highness smiled."
        ),
        ["Saif bin Turki", "Anwar Rashid", "Nuhu Garba"]
    );
}

#[test]
fn given_names_may_be_short() {
    assert_eq!(
        people(
            "Foreign Secretary Md. Jamil Uddin met Secretary Ma. Teresa Lozano in Dhaka on Friday to talk about trade, and Mohd. Hasan came too."
        ),
        ["Md. Jamil Uddin", "Ma. Teresa Lozano", "Mohd. Hasan"]
    );
}

#[test]
fn what_stands_before_a_surname_belongs_to_it() {
    assert_eq!(
        people(
            "Vice President JD Vance flew to Rome on Friday for talks with the pope. JD Vance said little about it, and Hossein Amir-Rahimian, who came from Tehran by train, said nothing."
        ),
        ["JD Vance", "JD Vance", "Hossein Amir-Rahimian"]
    );
    assert_eq!(
        people(
            "The plan was late, and UN officials said that EU Commissioner Ann Roe had asked for more time."
        ),
        ["Ann Roe"]
    );
}

#[test]
fn bylines_keep_the_whole_name() {
    assert_eq!(people("By Han Seo-yeon\n\nSEOUL — The talks began."), ["Han Seo-yeon"]);
}

#[test]
fn somebody_s_office_is_somebody_s() {
    assert_eq!(
        people(
            "Vasili Orlov spoke. Andrei Yarmak is the head of Vasili Zelin's office. Bilal Batto-Zardan and Asif Zardan agreed."
        ),
        ["Vasili Orlov", "Andrei Yarmak", "Vasili Zelin", "Bilal Batto-Zardan", "Asif Zardan"]
    );
}

#[test]
fn headlines_keep_their_verbs_out_of_names() {
    assert_eq!(
        people("President Dohler Announces Host City for Next Summit\n\nThe city is Oslo."),
        ["Dohler"]
    );
    let text = "India, US Postpone Trade Deal Meet Amid Dohler's Tariff Setback\n\nPresident Jan Dohler lost. Dohler's team met.";
    assert_eq!(people(text), ["Dohler", "Jan Dohler", "Dohler"]);
}

#[test]
fn names_keep_their_last_syllable_and_full_stop() {
    assert_eq!(people("President Joseph R. Dohler Jr. spoke in Oslo."), ["Joseph R. Dohler Jr."]);
    assert_eq!(people("Then President Moon Jae-in visited it in May."), ["Moon Jae-in"]);
    assert_eq!(people("Critics say Theresa May may never recover."), ["Theresa May"]);
}

#[test]
fn a_pair_with_a_hyphen_is_two_people() {
    let text = "Ann Quorbat met Bo Ling on Monday. The Quorbat-Harris talks were long.";
    assert_eq!(people(text), ["Ann Quorbat", "Bo Ling", "Quorbat", "Harris"]);
}
