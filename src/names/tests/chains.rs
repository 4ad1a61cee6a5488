//! Which mentions of one article mean the same person or organisation.

use super::*;

#[test]
fn surnames_alone_are_the_full_name() {
    let text = "Elena Marković arrived on Monday. Asked about it, Marković said little. “We listened,” said Marković’s aide.";
    let all = chained(text);
    assert_eq!(all.len(), 3, "{all:?}");
    assert!(all.iter().all(|(_, entity)| entity == "Elena Marković"), "{all:?}");
    assert!(names(text).mentions.iter().skip(1).all(|mention| mention.form == MentionForm::Short));
}

#[test]
fn a_family_name_may_come_first() {
    let text = "President Chen Guowei spoke in Hanoi. Chen said talks went well. South Korean leader Park Min-jun agreed, and Park flew home.";
    let names = names(text);
    let chen = names.entities.iter().find(|entity| &*entity.name == "Chen Guowei").unwrap();
    assert_eq!((&*chen.family, chen.family_first, chen.mentions.len()), ("Chen", Some(true), 2));
    let park = names.entities.iter().find(|entity| &*entity.name == "Park Min-jun").unwrap();
    assert_eq!((&*park.family, park.mentions.len()), ("Park", 2));
}

#[test]
fn a_slip_of_the_pen_is_the_same_person() {
    let all = chained(
        "Spokeswoman Maria Petrovskaya spoke first. Petrovskaja added nothing. “No,” Petrovskyaya said.",
    );
    assert!(all.len() == 3 && all.iter().all(|(_, entity)| entity == "Maria Petrovskaya"), "{all:?}");
}

#[test]
fn two_people_of_one_surname_stay_two() {
    let all = chained("Tarik Rahimi greeted the crowd. Later Karim Rahimi spoke, and Rahimi was cheered.");
    let entities: Vec<&str> = all.iter().map(|(_, entity)| entity.as_str()).collect();
    assert_eq!(entities, ["Tarik Rahimi", "Karim Rahimi", "Rahimi"], "never who was named last");
}

#[test]
fn acronyms_are_chained_to_what_they_stand_for() {
    let text =
        "Leaders of the Shanghai Cooperation Organisation (SCO) met in June. The SCO agreed on little.";
    let names = names(text);
    let one = names.entities.iter().find(|entity| entity.name.contains("Shanghai")).unwrap();
    assert_eq!((one.kind, one.mentions.len()), (NameKind::Organisation, 3));
    assert_eq!(of_kind("The talks were held in Vienna.", NameKind::Place), ["Vienna"]);
}

#[test]
fn a_headline_says_no_more_of_a_name_than_the_article() {
    let text = "Solberg and Moreau Unveil 'Entente Rurale' as Three-Day Visit Ends\n\nPrime Minister Kari Solberg and President Jean-Luc Moreau closed the visit on Thursday.";
    assert_eq!(people(text), ["Solberg", "Moreau", "Kari Solberg", "Jean-Luc Moreau"]);
    let text = "Talks with President of Guinea-Bissau Adulai Sanco Mbaye\n\nVasili Orlov: Good day.\n\nAdulai Sanco Mbaye (retranslated): Thank you.";
    assert_eq!(people(text), ["Adulai Sanco Mbaye", "Vasili Orlov", "Adulai Sanco Mbaye"]);
}

#[test]
fn a_short_name_stays_with_whom_it_has_meant() {
    let text = "Luis Inacio Tula da Rocha arrived. Tula smiled. Tula and his wife, Jana Tula da Rocha, held a dinner. Tula praised the food.";
    let all = chained(text);
    let of = |at: usize| all.get(at).map(|one| one.1.as_str());
    assert_eq!(of(1), Some("Luis Inacio Tula da Rocha"), "{all:?}");
    assert_eq!(all.last().map(|one| one.1.as_str()), Some("Luis Inacio Tula da Rocha"), "{all:?}");
}

#[test]
fn a_given_name_alone_is_nobody_who_comes_later() {
    let text = "Prime Minister Dan Halevi was abroad with his son Yoram on Monday. Opposition leader Yoram Lavi called it a shame.";
    let all = chained(text);
    let son = all.iter().find(|(word, _)| word == "Yoram");
    assert!(son.is_none_or(|(_, entity)| entity != "Yoram Lavi"), "{all:?}");
}

#[test]
fn a_king_has_a_number_and_no_family_name() {
    let text = "Jordan’s King Abdallah II met Prince Faisal bin Turki bin Abdallah.";
    let all = chained(text);
    assert_eq!(
        all,
        [
            ("Abdallah II".to_owned(), "Abdallah II".to_owned()),
            ("Faisal bin Turki bin Abdallah".to_owned(), "Faisal bin Turki bin Abdallah".to_owned()),
        ]
    );
}

#[test]
fn initials_are_the_given_names_of_the_same_article() {
    let all = chained("Deputy Minister Andrei Rudakov came to Oslo. A.Yu. Rudakov was received by the king.");
    assert_eq!(
        all,
        [
            ("Andrei Rudakov".to_owned(), "Andrei Rudakov".to_owned()),
            ("A.Yu. Rudakov".to_owned(), "Andrei Rudakov".to_owned()),
        ]
    );
    assert_eq!(
        people("A senior police officer K Ramesh Naidu met Lt Gen SM Kamal Hosain."),
        ["K Ramesh Naidu", "SM Kamal Hosain"]
    );
}

#[test]
fn two_surnames_are_the_end_of_a_longer_name() {
    let all = chained("Joaquin Barros Lopez landed on Friday. A lawyer said Barros Lopez was well.");
    assert!(all.iter().all(|(_, entity)| entity == "Joaquin Barros Lopez"), "{all:?}");
}

/// The last names of a text, each with the name of its entity.
fn check_bearers(text: &str, wanted: &[(&str, &str)]) {
    let all = chained(text);
    let found: Vec<(&str, &str)> = all.iter().map(|(word, name)| (&**word, &**name)).collect();
    assert_eq!(found.get(found.len().saturating_sub(wanted.len())..), Some(wanted), "{text}");
}

#[test]
fn titles_and_gender_tell_two_bearers_of_a_surname_apart() {
    let text = "Foreign Minister Anna Rowe met President Paul Rowe in Oslo. President Rowe was glad. Foreign Minister Rowe left. Mrs Rowe said so. Mr Rowe stayed.";
    check_bearers(
        text,
        &[("Rowe", "Paul Rowe"), ("Rowe", "Anna Rowe"), ("Rowe", "Anna Rowe"), ("Rowe", "Paul Rowe")],
    );
}

#[test]
fn a_relative_does_not_take_the_surname_over() {
    let text = "North Korean leader Kim Jong Un came by train. His father, Kim Jong Il, came seven times. Kim met the mayor.";
    check_bearers(text, &[("Kim", "Kim Jong Un")]);
    let text = "President Jan Rowe came with his wife Ann Rowe. Rowe spoke.";
    check_bearers(text, &[("Rowe", "Jan Rowe")]);
}

#[test]
fn a_surname_of_two_people_is_nobody_where_nothing_tells_which() {
    check_bearers("Anna Rowe and Paul Rowe met in Oslo. Rowe said little.", &[("Rowe", "Rowe")]);
    check_bearers(
        "Peter and Anna Rowe came to Oslo. Rowe spoke.",
        &[("Peter", "Peter"), ("Anna Rowe", "Anna Rowe"), ("Rowe", "Rowe")],
    );
    check_bearers(
        "Anna Rowe spoke in Oslo. Rowe said little. Paul Holm agreed. Rowe left.",
        &[("Rowe", "Anna Rowe")],
    );
}

#[test]
fn a_king_is_not_who_bears_his_name_as_a_surname() {
    let found = chained("He met King Omar and Crown Prince Said bin Omar. Prince Said spoke.");
    let of = |name: &str| found.iter().filter(|(_, entity)| entity == name).count();
    assert_eq!((of("Said bin Omar"), of("Omar")), (2, 1), "{found:?}");
}

#[test]
fn a_first_lady_is_not_the_president_of_her_name() {
    let found = chained("First Lady Jill Rowe wrote to teachers. President Rowe has kept his promises.");
    assert_eq!(found.iter().map(|(_, entity)| entity.as_str()).collect::<Vec<_>>(), ["Jill Rowe", "Rowe"]);
    let found = chained("His mother, Mary Rowe, came from Cork. President Rowe went there in May.");
    assert_eq!(found.iter().map(|(_, entity)| entity.as_str()).collect::<Vec<_>>(), ["Mary Rowe", "Rowe"]);
}
