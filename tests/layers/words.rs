//! No English word is spelt out where meaning is decided: `checks/`, `entities/`, `events/` and `world/` use
//! cues, times and meetings, whose words are the tables of `lang/`. The text of a message does not count.

use std::collections::BTreeMap;

use super::source::{Source, Token, sources};

const ROOMS: &[&str] = &["checks", "entities", "events", "world"];

/// Words of file formats, of our own codes, ids and levels, and letters common to all languages.
const NO_LANGUAGE: &[&str] =
    &["toml", "txt", "md", "json", "dl", "-unlisted", "error", "warning", "info", "hint", "off", "aeiou"];

/// Functions that ask whether a text contains, equals or begins with their argument.
const QUESTIONS: &[&str] = &[
    "contains",
    "contains_words",
    "ends_with",
    "eq_ignore_ascii_case",
    "find",
    "find_iter",
    "matches",
    "rfind",
    "rsplit_once",
    "split_once",
    "starts_with",
    "strip_prefix",
    "strip_suffix",
    "trim_end_matches",
    "trim_start_matches",
    // Patterns: `Some("the") => …`.
    "Ok",
    "Some",
];

#[test]
fn no_english_word_is_compared_with() {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources().iter().filter(|source| ROOMS.contains(&source.room())) {
        let words = compared(source);
        if !words.is_empty() {
            found.insert(source.path.clone(), words);
        }
    }
    let wrong: Vec<_> =
        found.iter().map(|(path, words)| format!("{path} spells {}", words.join(", "))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The words that a file compares a text with: in a list or a constant, in a pattern, beside `==`, or in a
/// question.
fn compared(source: &Source) -> Vec<String> {
    let tokens = source.tokens();
    let mut open: Vec<Bracket> = Vec::new();
    let mut constant = false;
    let mut out = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        match token {
            Token::Word(word) if matches!(word.as_str(), "const" | "static") => constant = true,
            Token::Sign(sign) if sign == ";" && open.is_empty() => constant = false,
            Token::Sign(sign) if matches!(sign.as_str(), "(" | "[" | "{") => {
                // `const fn f() {` is not a constant, and a list within a call of `format!` is a message.
                constant &= sign != "{";
                open.push(Bracket { list: sign == "[", asks: sign == "(" && asks(&tokens[..at]) });
            }
            Token::Sign(sign) if matches!(sign.as_str(), ")" | "]" | "}") => drop(open.pop()),
            Token::Text(text) if is_word(text) => {
                let inner = open.last();
                let compared = constant
                    || inner.is_some_and(|bracket| bracket.list || bracket.asks)
                    || is_sign(before, &["==", "!=", "|"])
                    || is_sign(tokens.get(at + 1), &["==", "!=", "|", "=>"]);
                if compared {
                    out.push(format!("\"{text}\""));
                }
            }
            _ => {}
        }
    }
    out
}

struct Bracket {
    list: bool,
    asks: bool,
}

/// Whether a bracket after these tokens holds a question: `contains(`, `matches!(`.
fn asks(before: &[Token]) -> bool {
    match before {
        [.., Token::Word(word), Token::Sign(bang)] if bang == "!" => word == "matches",
        [.., Token::Word(word)] => QUESTIONS.contains(&word.as_str()),
        _ => false,
    }
}

fn is_sign(token: Option<&Token>, signs: &[&str]) -> bool {
    matches!(token, Some(Token::Sign(sign)) if signs.contains(&sign.as_str()))
}

/// Lower-case letters, with spaces, hyphens and apostrophes between.
fn is_word(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_ascii_lowercase()).count();
    letters >= 2
        && text.chars().all(|c| c.is_ascii_lowercase() || matches!(c, ' ' | '-' | '\'' | '’'))
        && !NO_LANGUAGE.contains(&text)
}

#[test]
fn messages_are_told_from_words_that_are_looked_for() {
    let words = |code: &str| {
        compared(&Source { path: String::new(), module: Vec::new(), code: code.to_owned() }).join(" ")
    };
    assert_eq!(
        words("const A: &[&str] = &[\"was to\", \"due\"]; fn f() { g(\"said\") }"),
        "\"was to\" \"due\""
    );
    assert_eq!(words("const A: &str = \"then\"; const fn f() -> &str { \"now\" }"), "\"then\"");
    assert_eq!(
        words("match w { \"the\" | \"an\" => 1, Some(\"no\") => 2, _ => g(\"message\") }"),
        "\"the\" \"an\" \"no\""
    );
    assert_eq!(
        words("if w == \"of\" || x.starts_with(\"ex-\") || matches!(w, \"on\") {}"),
        "\"of\" \"ex-\" \"on\""
    );
    assert_eq!(
        words("format!(\"{n} days\"); r.related(p, \"the other date\"); Error.as_str() // \"not\""),
        ""
    );
}
