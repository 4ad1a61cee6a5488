//! Who took part, where and when, and whether it took place.

use super::*;

#[test]
fn who_where_and_whether() {
    let text = "Ann Roe met Bo Ling in Oslo on Monday. She will visit Bonn in May.";
    assert_eq!(
        told(text, &["Ann Roe", "Bo Ling", "@Oslo", "@Bonn"]),
        ["0 met: Roe Ling @Oslo", "1 visit: Roe @Bonn planned",]
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
