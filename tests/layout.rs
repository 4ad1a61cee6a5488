//! The layout of a file says nothing about the world: an article says the same whether its lines are wrapped
//! at a column, end in LF, CRLF or CR, or hold no-break spaces and a byte order mark.

use dateline::article::{Article, Hints};
use dateline::lang::Language;
use dateline::names::Lexicon;
use dateline::text::normalise::one_line;
use dateline::text::{Span, position::Text};
use dateline::time;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const PARAGRAPHS: &[&str] = &[
    "Foreign Minister Anna Berg of Norway met her Danish counterpart Lars Holm in Copenhagen on Monday. The two \
     ministers spoke about fishing rights and about the bridge, which was opened on 3 May 2019. They will meet \
     again next month.",
    "Prime Minister Kari Solberg, who took office in March, praised the talks. “We agreed on nearly everything,” \
     said Solberg, a former mayor of Bergen. Her two-day visit to Lima begins on Thursday.",
    "Joan de la Cruz, the president of the Harbour Workers’ Union, called for a meeting with Jean-Luc Moreau of \
     the European Commission. Moreau told reporters last week that he was ready. The union has 40,000 members \
     in twelve countries.",
    "The third Harbour Forum took place in Bergen from Feb. 21-22. Delegations from South Korea, the United Arab \
     Emirates and the Netherlands took part. Chairman McKendrick Van der Merve opened it on the first day.",
    "Three years ago, Holm visited the Nordic Council in Helsinki with Interior Minister Ulla Lehtinen. The \
     council has met every autumn since 1998. It holds its next session in the fourth quarter.",
];

/// What an article says, wherever it is written: names with their entities, times with their values, meetings
/// with who took part and when.
fn facts(text: &str) -> Vec<String> {
    let date = "2024-05-08".parse().ok();
    let hints = Hints { date, ..Hints::default() };
    let article = Article::read(Text::new(text), hints, &Lexicon::default(), Language::english());
    let at = |span: Span| one_line(span.of(text));
    let entity = |at: &dateline::text::Index<_>| {
        let entities: &[dateline::names::LocalEntity] = &article.names.entities;
        at.of(entities).map_or(String::new(), |entity| entity.name.to_string())
    };
    let times = time::resolve(&article.times, date);
    let mut facts: Vec<String> = Vec::new();
    for mention in &article.names.mentions {
        facts.push(format!("{:?} {} is {}", mention.kind, at(mention.span), entity(&mention.entity)));
    }
    for (timex, resolved) in article.times.iter().zip(&times) {
        facts.push(format!("{} is {}", at(timex.span), resolved.value));
    }
    for meeting in &article.meetings.mentions {
        let who: Vec<_> = meeting.who.iter().map(entity).collect();
        let when: Vec<_> = meeting.when.iter().filter_map(|when| times.get(when.row())).collect();
        let when: Vec<_> = when.iter().map(|when| when.value.as_str()).collect();
        facts.push(format!("{:?} {} of {who:?} on {when:?}", meeting.kind, at(meeting.span)));
    }
    facts
}

/// The text with its paragraphs wrapped at a column; `divide` also divides long words at line ends.
fn wrapped(text: &str, column: usize, divide: bool) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| {
        let mut lines = vec![String::new()];
        for word in paragraph.split(' ') {
            let line = lines.last_mut().unwrap();
            let room = column.saturating_sub(line.chars().count() + 1);
            if line.is_empty() {
                line.push_str(word);
            } else if word.chars().count() <= room {
                line.push(' ');
                line.push_str(word);
            } else if divide && word.len() >= 9 && room >= 4 && word.bytes().all(|b| b.is_ascii_lowercase()) {
                let (head, tail) = word.split_at((room - 1).min(word.len() - 3));
                line.push_str(&format!(" {head}-"));
                lines.push(tail.into());
            } else {
                lines.push(word.into());
            }
        }
        lines.join("\n")
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

fn article() -> impl Strategy<Value = String> {
    // A paragraph that follows itself would be a caption and its alternative text.
    subsequence(PARAGRAPHS, 2..=PARAGRAPHS.len())
        .prop_shuffle()
        .prop_map(|paragraphs| format!("Ministers Meet In Copenhagen\n\n{}\n", paragraphs.join("\n\n")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn line_ends_and_spaces_say_nothing(text in article()) {
        let plain = facts(&text);
        prop_assert_eq!(facts(&text.replace('\n', "\r")), plain.clone());
        prop_assert_eq!(facts(&text.replace('\n', "\r\n")), plain.clone());
        prop_assert_eq!(facts(&text.replace(' ', "\u{a0}")), plain.clone());
        prop_assert_eq!(facts(&format!("\u{feff}{text}")), plain);
    }

    #[test]
    fn a_hard_wrap_says_nothing(text in article(), column in 56usize..100, breaks in select(&["\n", "\r\n", "\r"][..])) {
        let plain = facts(&text);
        prop_assert_eq!(facts(&wrapped(&text, column, false).replace('\n', breaks)), plain.clone());
        prop_assert_eq!(facts(&wrapped(&text, column, true).replace('\n', breaks)), plain);
    }
}
