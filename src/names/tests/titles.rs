//! What a title says, and whose it is.

use super::*;

#[test]
fn titles_say_role_country_and_body() {
    let text = "Poland’s top diplomat Piotr Nowak met Deputy Foreign Minister Li Wen of China, Kari Solberg, the former Norwegian prime minister, and Joao Reis, Director of the Baltic Science Council.";
    let names = names(text);
    let titles: Vec<_> = names
        .titles
        .iter()
        .map(|title| {
            let holder = title.holder.and_then(|at| at.of(&names.entities)).map_or("", |entity| &entity.name);
            (holder, &*title.role, title.country.map(|code| code.to_string()), title.qualifier)
        })
        .collect();
    let country = |code: &str| Some(code.to_owned());
    assert_eq!(titles.first(), Some(&("Piotr Nowak", "foreign minister", country("pl"), None)));
    assert_eq!(titles.get(1), Some(&("Li Wen", "deputy foreign minister", country("cn"), None)));
    assert_eq!(
        titles.get(2),
        Some(&("Kari Solberg", "prime minister", country("no"), Some(Qualifier::Former)))
    );
    assert_eq!(titles.get(3).map(|title| title.0), Some("Joao Reis"));
    assert_eq!(names.titles.get(3).and_then(|title| title.org.as_deref()), Some("Baltic Science Council"));
}

#[test]
fn two_titles_with_and_have_one_holder() {
    let names = names("State Councilor and Foreign Minister Chen Guowei left on Friday.");
    let holders: Vec<_> = names.titles.iter().map(|title| (&*title.role, title.holder.is_some())).collect();
    assert_eq!(holders, [("state councilor", true), ("foreign minister", true)]);
}

#[test]
fn titles_alone_are_kept_where_they_mean_somebody() {
    let names = names(
        "Foreign Minister Piotr Nowak met his Chinese counterpart. The Norwegian prime minister phoned. A minister resigned.",
    );
    let alone: Vec<_> = names.titles.iter().filter(|title| title.holder.is_none()).collect();
    assert_eq!(alone.len(), 2, "{alone:?}");
    assert_eq!((alone[0].country, alone[0].counterpart_of), (CountryCode::new("cn"), Some(Index::new(0))));
    assert_eq!((&*alone[1].role, alone[1].country), ("prime minister", CountryCode::new("no")));
}

/// Every title with its holder; "–" for one that stands alone.
fn titles(text: &str) -> Vec<(String, String)> {
    let names = names(text);
    let holder = |at: Option<Index<LocalEntity>>| {
        at.and_then(|at| at.of(&names.entities)).map_or("–".to_owned(), |entity| entity.name.to_string())
    };
    names.titles.iter().map(|title| (title.span.of(text).to_owned(), holder(title.holder))).collect()
}

fn check_titles(text: &str, wanted: &[(&str, &str)]) {
    let found = titles(text);
    let found: Vec<(&str, &str)> = found.iter().map(|(title, name)| (&**title, &**name)).collect();
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn a_title_in_a_list_is_not_that_of_the_name_before_it() {
    check_titles("He met Ann Rowe, Jan Dohler and the French ambassador.", &[("French ambassador", "–")]);
    check_titles("He met Ann Rowe, the French ambassador and others.", &[("French ambassador", "–")]);
    check_titles(
        "He met Ann Rowe, Karl Dohler, the French ambassador, and Kari Lund.",
        &[("French ambassador", "–")],
    );
    check_titles(
        "They saw Ann Rowe, Prime Minister of Norway Sheikh Omar Haddad, and others.",
        &[("Prime Minister of Norway", "Omar Haddad"), ("Sheikh", "Omar Haddad")],
    );
    check_titles("Present were Ann Rowe, Chief of Defense Jan Dohler, and Kari Lund.", &[]);
}

#[test]
fn a_title_is_an_apposition_only_where_its_noun_phrase_ends() {
    check_titles("“No,” he told Ann Rowe, the president said.", &[("president", "–")]);
    check_titles("He called Ann Rowe, the president’s aide.", &[("president", "–")]);
    check_titles(
        "He called Ann Rowe, the Norwegian president, on Monday.",
        &[("Norwegian president", "Ann Rowe")],
    );
    check_titles(
        "He called Ann Rowe, president of Norway since May.",
        &[("president of Norway", "Ann Rowe")],
    );
    check_titles(
        "Kari Lund, chair and president of the club, left.",
        &[("chair", "Kari Lund"), ("president", "Kari Lund")],
    );
}

#[test]
fn two_titles_before_a_name_may_be_those_of_two_people() {
    check_titles(
        "The President and Prime Minister Lund met.",
        &[("President", "–"), ("Prime Minister", "Lund")],
    );
    check_titles(
        "Talks between the US leader and French President Luc Moreau went on.",
        &[("US leader", "–"), ("French President", "Luc Moreau")],
    );
    check_titles(
        "Chinese State Councilor and Foreign Minister Chen Guowei left.",
        &[("Chinese State Councilor", "Chen Guowei"), ("Foreign Minister", "Chen Guowei")],
    );
    check_titles(
        "Deputy White House chief of staff Ann Rowe left.",
        &[("Deputy White House chief of staff", "Ann Rowe")],
    );
}

#[test]
fn a_title_may_stand_before_a_comma_an_honorific_or_several_names() {
    check_titles(
        "Qatar’s prime minister, Sheikh Omar Haddad, said no.",
        &[("Qatar’s prime minister", "Omar Haddad"), ("Sheikh", "Omar Haddad")],
    );
    check_titles("He met Foreign Minister Mr. Dohler.", &[("Foreign Minister", "Dohler")]);
    check_titles("It was said by Sen. Kari Lund in Oslo.", &[("Sen", "Kari Lund")]);
    let both = [("Presidents", "Rowe"), ("Presidents", "Haddad")];
    check_titles(
        "A truce between Presidents Rowe and Haddad holds. Ann Rowe and Omar Haddad met.",
        &[("Presidents", "Ann Rowe"), ("Presidents", "Omar Haddad")],
    );
    check_titles("A truce between Presidents Rowe and Haddad holds.", &both);
}

#[test]
fn the_place_of_a_title_is_a_country_only_where_the_office_is_the_countrys() {
    let places = |text: &str| {
        let names = names(text);
        let title = names.titles.first().unwrap();
        let country = title.country.map_or_else(String::new, |code| code.to_string());
        let behind = title.behind.map_or("", |span| span.of(text)).to_owned();
        (country, title.org.as_deref().unwrap_or_default().to_owned(), behind)
    };
    let found = |country: &str, org: &str, behind: &str| (country.into(), org.into(), behind.into());
    assert_eq!(places("He met French President Ann Rowe."), found("fr", "", ""));
    assert_eq!(places("He met President Ann Rowe of France."), found("fr", "", "France"));
    assert_eq!(places("He met Texas Governor Ann Rowe."), found("", "Texas", ""));
    assert_eq!(places("He met Governor of California Ann Rowe."), found("", "California", ""));
    assert_eq!(places("He met Mayor Ann Rowe of London."), found("", "London", "London"));
    assert_eq!(places("He met Tokyo’s governor, Ann Rowe."), found("", "Tokyo", ""));
}

#[test]
fn a_title_ends_where_a_name_or_another_title_begins() {
    check_titles(
        "Tom Reed, Senior Advisor to Maine Governor Ann Rowe, spoke.",
        &[("Senior Advisor to Maine", "–"), ("Governor", "Ann Rowe")],
    );
    check_titles(
        "Ann Rowe said so. He met Secretary of the National Security Council Ann Rowe on Monday.",
        &[("Secretary of the National Security Council", "Ann Rowe")],
    );
}

#[test]
fn a_title_at_the_end_of_a_headline_is_not_that_of_the_first_name_below() {
    let text = "On the Election of Kevin Dohler as Speaker of the House\n\nJill Rowe wrote to him.";
    check_titles(text, &[]);
}

#[test]
fn a_place_behind_a_name_is_that_of_the_title_beside_it() {
    let names = names("He met Union Chair Prime Minister Ann Rowe of Cambodia.");
    let placed: Vec<_> = names.titles.iter().map(|title| (&*title.role, title.country.is_some())).collect();
    assert_eq!(placed, [("chairman", false), ("prime minister", true)]);
}

#[test]
fn the_second_of_two_titles_is_not_that_of_the_next_in_the_list() {
    check_titles(
        "Present were Jan Dohler, Senior Advisor to the President and Director of the White House Office of Trade, \
         Ambassador Ann Rowe, and others.",
        &[
            ("Senior Advisor", "Jan Dohler"),
            ("President", "–"),
            ("Director of the White House Office", "–"),
            ("Ambassador", "Ann Rowe"),
        ],
    );
}
