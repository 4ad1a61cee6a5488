//! Small articles, marked up by hand: the names are given, so that only the reading of meetings is tested.

mod chains;
mod roles;
mod triggers;

use super::*;
use crate::lang::Language;
use crate::names::{self, Lexicon, LocalEntity, MentionForm, NameKind, Names};
use crate::text::{Index, Layout};
use crate::time::Sections;

/// The names of a text: people by full name and by their last word, places with `@` in front.
fn names(text: &str, layout: &Layout<'_>, all: &[&str]) -> Names {
    let mut names = Names::default();
    for (index, spec) in all.iter().enumerate() {
        let (kind, name) = match spec.strip_prefix('@') {
            Some(place) => (NameKind::Place, place),
            None => (NameKind::Person, *spec),
        };
        let family = name.rsplit(' ').next().unwrap();
        names.entities.push(LocalEntity {
            kind,
            name: name.into(),
            family: family.into(),
            family_first: None,
            mentions: vec![],
        });
        for (at, _) in text.match_indices(family) {
            let full = text.get(..at + family.len()).unwrap().ends_with(name);
            let start = if full { at + family.len() - name.len() } else { at };
            let span = Span::new(start as u32, (at + family.len()) as u32);
            let sentence = layout.sentences.iter().position(|s| s.span.contains(span)).unwrap();
            let form = if full { MentionForm::Full } else { MentionForm::Short };
            names.mentions.push(names::Mention {
                span,
                kind,
                form,
                entity: Index::new(index),
                title: None,
                sentence: Index::new(sentence),
            });
        }
    }
    names.mentions.sort_by_key(|m| m.span);
    for (i, mention) in names.mentions.iter().enumerate() {
        names.entities[mention.entity.row()].mentions.push(Index::new(i));
    }
    names
}

/// The meetings of a text, one line per mention: number, words, people, place, status.
fn told(text: &str, all: &[&str]) -> Vec<String> {
    let layout = Layout::of(text, Language::english());
    let names = names(text, &layout, all);
    let times = crate::time::read(&layout);
    let meetings = read(&layout, &times, &Sections::default(), &names, &Lexicon::default());
    let name = |i: &Index<LocalEntity>| names.entities[i.row()].family.to_string();
    let line = |m: &EventMention| {
        let who: Vec<_> = m.who.iter().map(name).collect();
        let place = m.place.as_ref().map_or(String::new(), |p| format!(" @{}", name(p)));
        let status = match m.status {
            Status::Held => "",
            Status::Planned => " planned",
            Status::Off => " off",
        };
        let part = m.part_of.map_or(String::new(), |p| format!(" <{}", meetings.mentions[p.row()].local));
        format!("{} {}: {}{place}{status}{part}", m.local, m.span.of(text), who.join(" "))
    };
    meetings.mentions.iter().map(line).collect()
}

fn spans(text: &str) -> Vec<String> {
    let layout = Layout::of(text, Language::english());
    let meetings = read(&layout, &[], &Sections::default(), &Names::default(), &Lexicon::default());
    meetings.mentions.iter().map(|m| m.span.of(text).to_owned()).collect()
}

#[test]
fn hostile_text_is_read_without_harm() {
    for text in [
        "",
        "met",
        "visit to",
        "the summit of",
        "’s visit",
        "held held held talks talks",
        "🎉 met 🎉 with 🎉",
    ] {
        let _ = spans(text);
    }
}

/// No rule scans a whole sentence for each of its words: this test would hang if one did.
#[test]
fn one_endless_sentence_comes_to_an_end() {
    let text = "Roe met Ling on a visit to Oslo for talks with Moe and ".repeat(4_000);
    let layout = Layout::of(&text, Language::english());
    let mut names = Names::default();
    for (at, _) in text.match_indices("Roe") {
        let span = Span::new(at as u32, at as u32 + 3);
        let index = Index::new(names.mentions.len());
        names.mentions.push(names::Mention {
            span,
            kind: NameKind::Person,
            form: MentionForm::Full,
            entity: Index::new(0),
            title: None,
            sentence: Index::new(0),
        });
        if names.entities.is_empty() {
            names.entities.push(LocalEntity {
                kind: NameKind::Person,
                name: "Roe".into(),
                family: "Roe".into(),
                family_first: None,
                mentions: vec![],
            });
        }
        names.entities[0].mentions.push(index);
    }
    let meetings = read(&layout, &[], &Sections::default(), &names, &Lexicon::default());
    assert!(meetings.mentions.len() >= 8_000);
}

/// The words of the dates of every meeting.
fn dates(text: &str, all: &[&str]) -> Vec<String> {
    let layout = Layout::of(text, Language::english());
    let names = names(text, &layout, all);
    let times = crate::time::read(&layout);
    let meetings = read(&layout, &times, &Sections::default(), &names, &Lexicon::default());
    let words = |m: &EventMention| {
        let when: Vec<_> = m.when.iter().map(|t| times[t.row()].span.of(text)).collect();
        format!("{}: {}", m.span.of(text), when.join(" + "))
    };
    meetings.mentions.iter().map(words).collect()
}
