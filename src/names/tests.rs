//! Names in small texts, by kind: their bounds, what is none, who is who, titles; here what profiles teach.

mod bounds;
mod chains;
mod silence;
mod titles;

use super::{
    CountryCode, Lexicon, LocalEntity, MentionForm, NameKind, Names, Qualifier, lexicon::KnownName, read,
};
use crate::lang::Language;
use crate::text::{Index, Layout};

fn names(text: &str) -> Names {
    read(&Layout::of(text, Language::english()), &Lexicon::default())
}

fn of_kind(text: &str, kind: NameKind) -> Vec<String> {
    let names = names(text);
    let mentions = names.mentions.iter().filter(|mention| mention.kind == kind);
    mentions.map(|mention| mention.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn people(text: &str) -> Vec<String> {
    of_kind(text, NameKind::Person)
}

/// Every mention of a person with the name of its entity.
fn chained(text: &str) -> Vec<(String, String)> {
    let names = names(text);
    let mentions = names.mentions.iter().filter(|mention| mention.kind == NameKind::Person);
    let entity = |at: Index<LocalEntity>| {
        at.of(&names.entities).map_or(String::new(), |entity| entity.name.to_string())
    };
    mentions.map(|mention| (mention.span.of(text).to_owned(), entity(mention.entity))).collect()
}

#[test]
fn profiles_teach_names() {
    let known = KnownName { name: "Zzyx Qwerty".into(), kind: NameKind::Person, family_first: true };
    let text = "They waited for Zzyx Qwerty. Zzyx came late.";
    let names = read(&Layout::of(text, Language::english()), &Lexicon::new([known]));
    let one = names.entities.iter().find(|entity| &*entity.name == "Zzyx Qwerty").unwrap();
    assert_eq!((one.family_first, one.mentions.len()), (Some(true), 2));
}

#[test]
fn any_text_is_read() {
    for text in [
        "",
        "—",
        "A",
        "A.",
        "J.",
        "Mr",
        "Mr.",
        "President",
        "-X-",
        "Al-",
        "al-al-al-",
        "“\"(",
        "King of of of",
        "J. J. J. J. J. J.",
    ] {
        names(text);
    }
}

#[test]
fn a_profile_s_person_is_known_by_the_surname_alone() {
    let known = ["Kathleen Macroy", "Macroy", "Iron Lady of Bergen"].map(|name| KnownName {
        name: name.into(),
        kind: NameKind::Person,
        family_first: false,
    });
    let lexicon = Lexicon::new(known);
    for (text, wanted) in [
        ("Macroy and Bertini stayed in Geneva.", "Macroy"),
        ("Reporters asked the Iron Lady of Bergen.", "Iron Lady of Bergen"),
    ] {
        let names = read(&Layout::of(text, Language::english()), &lexicon);
        let people = names.mentions.iter().filter(|mention| mention.kind == NameKind::Person);
        assert_eq!(people.map(|mention| mention.span.of(text)).next(), Some(wanted));
    }
}
