//! Words that tell of a meeting, and words that only look like it.

use super::*;

#[test]
fn verbs_and_nouns_that_tell_of_a_meeting() {
    for (text, expected) in [
        ("The ministers met in Oslo and held talks on fish.", vec!["met", "held talks"]),
        ("She will hold detailed talks with the king.", vec!["talks"]),
        ("His visit to Norway began with a phone call to Bonn.", vec!["visit", "phone call"]),
        ("A parade and a state funeral filled the square.", vec!["parade", "funeral"]),
        ("They spoke by phone for an hour.", vec!["spoke"]),
        ("The delegation arrived in Oslo after its trip to Bonn.", vec!["arrived", "trip"]),
    ] {
        assert_eq!(spans(text), expected, "{text}");
    }
}

#[test]
fn what_only_looks_like_a_meeting() {
    for text in [
        "The company met its targets and met with criticism.",
        "We must meet the needs of all and solve this through dialogue.",
        "He called for calm, and the plan was on the summit-level agenda.",
        "Such visits are rare, and no meeting is planned.",
        "They meet every year.",
        "The two did not meet.",
        "She opened a press conference after the signing ceremony.",
    ] {
        assert_eq!(spans(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn names_with_their_ordinals() {
    for (text, expected) in [
        ("The 12th EU-Norway Summit ends today.", vec!["12th EU-Norway Summit"]),
        ("He joined the fourth Cape and Sound Forum.", vec!["fourth Cape and Sound Forum"]),
        ("She left before the NATO leaders’ summit.", vec!["NATO leaders’ summit"]),
        (
            "It spoke at the Second Global Congress on Cold Water in Oslo.",
            vec!["Second Global Congress on Cold Water"],
        ),
        (
            "They joined the Meeting of Ports of Norway, Iceland, and Chile.",
            vec!["Meeting of Ports of Norway, Iceland, and Chile"],
        ),
        ("Crowds came to the Harbour Day parade.", vec!["Harbour Day parade"]),
    ] {
        assert_eq!(spans(text), expected, "{text}");
    }
}

#[test]
fn what_is_only_talked_of_is_no_meeting() {
    for text in [
        "The palace had no interest in a meeting.",
        "The palace ruled out a summit and turned down talks.",
        "Roe dismissed the idea of a summit.",
        "Roe wanted to meet Ling, but Ling refused to meet her.",
        "Roe visited Oslo three times in May.",
    ] {
        assert_eq!(told(text, &["Roe", "Ling", "@Oslo"]), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn after_an_auxiliary_a_verb_is_no_noun() {
    let text = "Ann Roe will also meet with Bo Ling. She will then also visit Oslo.";
    assert_eq!(
        told(text, &["Ann Roe", "Bo Ling", "@Oslo"]),
        ["0 meet: Roe Ling planned <1", "1 visit: Roe @Oslo planned"]
    );
}

#[test]
fn one_meeting_with_two_nouns_or_two_names() {
    assert_eq!(
        spans("They hold summit talks after a summit meeting."),
        ["hold summit talks", "summit meeting"]
    );
    let text = "Roe spoke at the UN Climate Change Conference (COP29) in Oslo.";
    let told = told(text, &["Roe", "@Oslo"]);
    assert!(told.len() == 2 && told.iter().all(|line| line.starts_with("0 ")), "{told:?}");
    // The day is no part of a name.
    assert_eq!(dates("They will speak at the Monday summit.", &[]), ["summit: Monday"]);
    // In a headline, too, a name goes on after "of the".
    assert_eq!(
        spans("Mayor Announces City for Ninth Summit of the Americas"),
        ["Ninth Summit of the Americas"]
    );
}

#[test]
fn what_is_met_may_be_a_goal() {
    assert_eq!(spans("Norway had met for the first time its spending goal of two percent."), [""; 0]);
    assert_eq!(spans("The milk that meets U.S. health and safety standards reached the shops."), [""; 0]);
}

#[test]
fn travel_meals_and_words_with_somebody() {
    let told = |text: &str| told(text, &["Ann Roe", "Bo Ling", "@Peru"]);
    assert_eq!(told("A spokesman announced Ann Roe's travel to Peru.").len(), 1);
    assert!(told("Ann Roe wrote about travel to Peru.").is_empty());
    assert_eq!(told("Ann Roe's meetings in Peru went well.").len(), 1);
    assert_eq!(told("Ann Roe spoke today with Bo Ling about the harbour."), ["0 spoke: Roe Ling"]);
    assert!(told("Ann Roe spoke today with reporters.").is_empty());
    assert_eq!(told("Ann Roe sat down with Bo Ling."), ["0 sat: Roe Ling"]);
    assert!(told("Ann Roe sat down with a book.").is_empty());
    assert_eq!(spans("They met again at the state dinner."), ["met", "dinner"]);
    assert_eq!(spans("They went home for dinner."), [""; 0]);
}
