//! Small articles, marked up by hand: the names are given, so that only the reading of meetings is tested.

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
fn who_where_and_whether() {
    let text = "Ann Roe met Bo Ling in Oslo on Monday. She will visit Bonn in May.";
    assert_eq!(
        told(text, &["Ann Roe", "Bo Ling", "@Oslo", "@Bonn"]),
        ["0 met: Roe Ling @Oslo", "1 visit: Roe @Bonn planned",]
    );
}

#[test]
fn later_words_take_a_meeting_up() {
    let text = "Ann Roe paid a visit to Norway on Friday. During the visit she held talks with Bo Ling. \
                The talks lasted an hour. Ling called the visit a success.";
    assert_eq!(
        told(text, &["Ann Roe", "Bo Ling", "@Norway"]),
        ["0 visit: Roe @Norway", "0 visit: ", "1 held talks: Roe Ling <0", "1 talks: ", "0 visit: ",]
    );
}

#[test]
fn two_pairs_are_two_meetings() {
    let text = "Ann Roe met Bo Ling in Oslo. Later Roe met Cy Moe. Roe’s meeting with Moe was short.";
    assert_eq!(
        told(text, &["Ann Roe", "Bo Ling", "Cy Moe", "@Oslo"]),
        ["0 met: Roe Ling @Oslo", "1 met: Roe Moe", "1 meeting: Roe Moe",]
    );
}

#[test]
fn a_bilateral_beside_a_summit() {
    let text = "Ann Roe met Bo Ling on the sidelines of the NATO summit in Oslo. The summit ended on Friday.";
    assert_eq!(
        told(text, &["Ann Roe", "Bo Ling", "@Oslo"]),
        ["0 met: Roe Ling @Oslo <1", "1 NATO summit:  @Oslo", "1 summit: ",]
    );
}

#[test]
fn plans_and_what_came_of_them() {
    let text = "The talks between Ann Roe and Bo Ling were postponed. Cy Moe is expected to visit Oslo.";
    assert_eq!(
        told(text, &["Ann Roe", "Bo Ling", "Cy Moe", "@Oslo"]),
        ["0 talks: Roe Ling off", "1 visit: Moe @Oslo planned",]
    );
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

#[test]
fn pronouns_guests_and_pairs() {
    let text =
        "Ann Roe flew in on Friday. Bo Ling met her in Oslo. The two leaders held talks again on Sunday.";
    assert_eq!(
        told(text, &["Ann Roe", "Bo Ling", "@Oslo"]),
        ["0 met: Ling Roe @Oslo", "1 held talks: Ling Roe",]
    );
    let text = "Ann Roe received Bo Ling for a state visit. Cy Moe praised a visit by Roe to Oslo.";
    assert_eq!(
        told(text, &["Ann Roe", "Bo Ling", "Cy Moe", "@Oslo"]),
        ["0 visit: Ling", "1 visit: Roe @Oslo"]
    );
}

#[test]
fn the_main_visit_outlives_the_background() {
    let text = "Ann Roe will visit Oslo in May. She last visited Bonn in 2019. The visit is her third as a minister.";
    assert_eq!(
        told(text, &["Ann Roe", "@Oslo", "@Bonn"]),
        ["0 visit: Roe @Oslo planned", "1 visited: Roe @Bonn", "0 visit: ",]
    );
}

#[test]
fn editions_of_one_series_apart() {
    let text = "The 12th EU-Norway Summit ended in Oslo. The 11th summit was held in Bonn. The next summit comes in May.";
    assert_eq!(
        told(text, &["@Oslo", "@Bonn"]),
        ["0 12th EU-Norway Summit:  @Oslo", "1 summit:  @Bonn", "2 summit:  planned",]
    );
}

#[test]
fn one_edition_is_one_meeting_whatever_its_dates() {
    let text =
        "The 3rd EU–Chile Summit met in Oslo on 3 May 2024. The 3rd EU–Chile Summit was held on 9 May 2024.";
    let told = told(text, &["@Oslo"]);
    assert_eq!(told.iter().filter(|line| line.starts_with("0 3rd EU–Chile Summit")).count(), 2, "{told:?}");
}

#[test]
fn a_first_day_is_no_whole_visit() {
    let text =
        "Ann Roe arrived in Oslo on Monday. Her visit to Oslo ends on Friday. She met Bo Ling on Tuesday.";
    let layout = Layout::of(text, Language::english());
    let names = names(text, &layout, &["Ann Roe", "Bo Ling", "@Oslo"]);
    let meetings =
        read(&layout, &crate::time::read(&layout), &Sections::default(), &names, &Lexicon::default());
    let edges: Vec<_> = meetings.mentions.iter().map(|m| (m.when.len(), m.edge)).collect();
    assert_eq!(edges, [(1, Some(RangeEnd::Begin)), (1, Some(RangeEnd::End)), (1, None)]);
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

#[test]
fn titles_with_a_full_stop_and_marks_around_names_hide_nobody() {
    for (text, expected) in [
        ("Mr. Holm and Ms. Berg met in Oslo on Monday.", "0 met: Holm Berg"),
        ("Lars Holm met with Mr. Berg in Oslo on Monday.", "0 met: Holm Berg"),
        ("Talks were held between Mr. Holm and Ms. Berg on Monday.", "0 Talks: Holm Berg"),
        ("President Holm met Mr. Berg in Helsinki on Monday.", "0 met: Holm Berg"),
        ("Minister [[Lars Holm]] met [[Anna Berg]] to talk about fish.", "0 met: Holm Berg"),
        ("**Lars Holm** met **Anna Berg** to talk about fish.", "0 met: Holm Berg"),
        ("Lars Holm met [Anna Berg](https://example.org/a) on Monday.", "0 met: Holm Berg"),
    ] {
        let all: &[&str] = if text.contains("Anna") {
            &["Lars Holm", "Anna Berg"]
        } else if text.contains("Lars") {
            &["Lars Holm", "Berg"]
        } else {
            &["Holm", "Berg"]
        };
        assert_eq!(told(text, all), [expected], "{text}");
    }
}

#[test]
fn marks_around_a_place_do_not_hide_it() {
    let text = "[[Lars Holm]] met [[Anna Berg]] in [[Oslo]] to talk about fish.";
    assert_eq!(told(text, &["Lars Holm", "Anna Berg", "@Oslo"]), ["0 met: Holm Berg @Oslo"]);
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
fn where_somebody_will_go_lies_ahead() {
    for (text, expected) in [
        ("Roe will visit Oslo in May for a summit.", "1 summit: "),
        ("The talks of Roe and Ling were earlier slated to take place in Oslo.", "0 talks: Roe Ling @Oslo"),
        (
            "The meeting of Roe and Ling in Oslo on Monday was due to be held soon.",
            "0 meeting: Roe Ling @Oslo",
        ),
        ("Roe came to Oslo in what will be a long visit.", "0 visit: "),
    ] {
        let all = told(text, &["Roe", "Ling", "@Oslo"]);
        let line = all.last().unwrap();
        assert!(line.starts_with(expected) && line.contains("planned"), "{text}: {all:?}");
    }
    let text = "Roe praised Ling’s work with the bank and will meet the press.";
    assert!(told(text, &["Roe", "Ling"]).iter().all(|line| !line.starts_with("0 work")));
    let held = "Ann Roe met Bo Ling on Monday in Oslo to continue consultations.";
    let all = told(held, &["Ann Roe", "Bo Ling", "@Oslo"]);
    assert!(all.iter().filter(|line| line.starts_with('0')).all(|line| !line.contains("planned")), "{all:?}");
}

#[test]
fn a_place_belongs_to_the_words_before_it() {
    for text in [
        "Roe met Ling to discuss the war in Oslo.",
        "Roe and Ling held talks aimed at ending the war in Oslo.",
        "Roe met Ling and praised the port in Oslo.",
        "Roe met Ling — a friend of the people in Oslo.",
    ] {
        assert!(told(text, &["Roe", "Ling", "@Oslo"])[0].ends_with("Roe Ling"), "{text}");
    }
    let text = "Talks between Roe and Ling will be held in Oslo.";
    assert_eq!(told(text, &["Roe", "Ling", "@Oslo"]), ["0 Talks: Roe Ling @Oslo planned"]);
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

#[test]
fn a_day_belongs_to_what_was_done_on_it() {
    for (text, expected) in [
        (
            "Roe spoke by phone with Ling on Monday to discuss his visit to Oslo.",
            ["spoke: Monday", "visit: "],
        ),
        ("Roe left for Oslo on Sunday for talks with Ling.", ["left: Sunday", "talks: "]),
        ("Roe met Ling on Monday on the sidelines of the NATO summit.", ["met: Monday", "NATO summit: "]),
        ("Roe said on Friday that the talks with Ling had begun after the visit.", ["talks: ", "visit: "]),
    ] {
        assert_eq!(dates(text, &["Roe", "Ling", "@Oslo"]), expected, "{text}");
    }
    for (text, expected) in [
        ("On Friday Roe claimed the talks with Ling might fail.", "talks: "),
        ("A spokesman confirmed the meeting with Ling in a briefing on Thursday.", "meeting: "),
        ("Roe attended the NATO summit on Friday.", "NATO summit: "),
        ("On Monday, the talks with Ling began.", "talks: Monday"),
        ("In Oslo on 13 May, Roe sat down with Ling for talks on fish.", "talks: 13 May"),
        ("Roe and Ling held talks on 16 and 17 September.", "held talks: 16 + 17 September"),
        ("They opened the gate on Wednesday, at a parade for the king.", "parade: Wednesday"),
        ("The SCO summit last week was long.", "SCO summit: last week"),
    ] {
        assert_eq!(dates(text, &["Roe", "Ling", "@Oslo"]), [expected], "{text}");
    }
}

#[test]
fn a_summit_at_the_end_of_a_month_does_not_end_then() {
    let text = "Roe prepared a summit in Oslo at the end of August.";
    let layout = Layout::of(text, Language::english());
    let names = names(text, &layout, &["Roe", "@Oslo"]);
    let meetings =
        read(&layout, &crate::time::read(&layout), &Sections::default(), &names, &Lexicon::default());
    assert!(meetings.mentions.iter().all(|mention| mention.edge.is_none()));
}

#[test]
fn whom_they_means() {
    let all = &["Ann Roe", "Bo Ling", "Cy Moe"];
    for (text, expected) in [
        // Two people named together, not the last two names.
        ("Ann Roe met Cy Moe. Roe and Ling were at school together. They met again in May.", "met: Roe Ling"),
        // Who only reports is no participant.
        ("Ann Roe travels by train, Cy Moe said. The two leaders met in May.", "met: "),
        ("The leaders of the bloc met in May after a speech by Ann Roe and a song by Bo Ling.", "met: "),
        ("Ann Roe and Bo Ling disagree. The two sides held talks.", "held talks: "),
    ] {
        let all = told(text, all);
        let line = all.last().unwrap();
        assert_eq!(line.split_once(' ').unwrap().1, expected, "{text}");
    }
}

#[test]
fn who_travels() {
    let all = &["Ann Roe", "Bo Ling", "Cy Moe", "@Oslo"];
    for (text, expected) in [
        ("The week ended with a state visit hosted by Ann Roe.", "visit: "),
        ("Cy Moe explained Ann Roe’s plan to visit Oslo.", "visit: Roe @Oslo planned"),
        ("Ann Roe will join the rest of her visiting counterparts.", "visiting: "),
        (
            "Cy Moe sings. Ann Roe’s last stay was in May, when she came at the end of a tour of Oslo.",
            "tour: Roe",
        ),
        (
            "Ann Roe met Bo Ling, recently praised by Cy Moe, and invited him to visit Oslo.",
            "visit: Ling @Oslo planned",
        ),
        ("Ann Roe had flown in to prepare a state visit.", "visit:  planned"),
    ] {
        let all = told(text, all);
        let line = all.last().map_or("", |line| line);
        assert_eq!(line.split_once(' ').unwrap_or_default().1, expected, "{text}: {all:?}");
    }
    let text = "Ann Roe saved her strength for the G20, which meets in Oslo.";
    assert!(!told(text, all)[0].contains("Roe"));
}

#[test]
fn meetings_of_others_are_others() {
    let all = &["Ann Roe", "Bo Ling", "Cy Moe", "@Oslo", "@Bonn"];
    for text in [
        // Of ministers, of a trio, of a council.
        "Ann Roe met Bo Ling. Both will be at the meeting of foreign ministers.",
        "Ann Roe met Bo Ling. Cy Moe took the chair for the fifteenth meeting of the trio.",
        "Ann Roe met Bo Ling. The council ended its spring meeting.",
        // Of one of them with people who are not named.
        "Ann Roe met Bo Ling. Roe held talks with the leaders of Chile.",
        // An earlier one.
        "Ann Roe met Bo Ling. It was a year after their first meeting in Bonn.",
        "Ann Roe met Bo Ling. Both look forward to their next meeting.",
        "Ann Roe met Bo Ling. Experts held working-level talks.",
        // A guest and a host who have nothing else in common.
        "Ann Roe visited Oslo and met the press. Bo Ling met Cy Moe.",
    ] {
        let told = told(text, all);
        let number = |line: &String| line.split_once(' ').unwrap().0.to_owned();
        let (last, first) = (told.last().unwrap(), told.first().unwrap());
        assert_ne!(number(last), number(first), "{text}: {told:?}");
    }
}

#[test]
fn the_visit_is_that_of_the_main_clause() {
    let text =
        "Ann Roe visited Oslo on Monday. It is a year after Bo Ling visited Oslo. The visit is her third.";
    assert_eq!(
        told(text, &["Ann Roe", "Bo Ling", "@Oslo"]),
        ["0 visited: Roe @Oslo", "1 visited: Ling @Oslo", "0 visit: "]
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
fn a_counterpart_without_a_name_is_nobody_in_particular() {
    let text = "Ann Roe met the ministers of the bloc. Over the weekend Roe had held talks with Bo Ling.";
    assert_eq!(told(text, &["Ann Roe", "Bo Ling"]), ["0 met: Roe", "1 held talks: Roe Ling"]);
}
