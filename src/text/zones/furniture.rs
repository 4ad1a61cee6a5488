//! What scraped pages carry along that nobody wrote as part of the article, told by form and position, line by line.

use rustc_hash::FxHashMap;

use super::{Line, ZoneKind};

/// Marks furniture, and captions that a video length announces.
pub(super) fn mark(text: &str, all: &mut [Line]) {
    let repeated = repeated(text, all);
    let chronicle = is_chronicle(text, all);
    let mut after_video = false;
    for line in all.iter_mut() {
        let content = line.span.of(text);
        if content.is_empty() {
            continue;
        }
        line.kind = if chronicle && year(content).is_some() {
            Some(ZoneKind::Headline)
        } else if is_furniture(content) {
            after_video = is_clock(content);
            Some(ZoneKind::Furniture)
        } else if (repeated.contains_key(content) && content.len() <= 300)
            || (after_video && content.len() <= 200 && !ends_sentence(content))
        {
            Some(ZoneKind::Caption)
        } else {
            after_video = false;
            None
        };
    }
}

/// Lines that stand twice with nothing but blank lines between: a caption and its alternative text.
fn repeated<'t>(text: &'t str, all: &[Line]) -> FxHashMap<&'t str, ()> {
    let mut found = FxHashMap::default();
    let mut last = "";
    for line in all.iter().map(|line| line.span.of(text)).filter(|line| !line.is_empty()) {
        if line == last && line.len() > 12 {
            found.insert(line, ());
        }
        last = line;
    }
    found
}

/// Whether years alone on their lines head the sections of a history: several, each later than the one before, and
/// something under the last. One such number is a comment count.
fn is_chronicle(text: &str, all: &[Line]) -> bool {
    let mut lines = all.iter().map(|line| line.span.of(text)).filter(|line| !line.is_empty()).peekable();
    let (mut last, mut heads) = (0, 0);
    while let Some(line) = lines.next() {
        let Some(year) = year(line) else { continue };
        if year <= last || lines.peek().is_none() {
            return false;
        }
        last = year;
        heads += 1;
    }
    heads >= 2
}

fn year(line: &str) -> Option<u16> {
    line.parse().ok().filter(|year| line.len() == 4 && (1000..2100).contains(year))
}

fn is_furniture(line: &str) -> bool {
    is_clock(line)
        || is_count(line)
        || is_breadcrumb(line)
        || is_rule(line)
        || is_address(line)
        || is_phrase(line)
}

/// A video length: `04:14`, `1:02:33`.
fn is_clock(line: &str) -> bool {
    line.contains(':')
        && line.len() <= 8
        && line
            .split(':')
            .all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

/// A comment or share count, or a list number left alone.
fn is_count(line: &str) -> bool {
    line.len() <= 9
        && line
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.' | b'K' | b'k' | b'M' | b'#' | b'(' | b')'))
}

/// "Home > China News", "World / Asia", "News » Europe": short steps, no sentence.
fn is_breadcrumb(line: &str) -> bool {
    line.len() <= 120
        && [" > ", " » ", " › ", " / ", " | "].iter().any(|separator| {
            let steps: Vec<_> = line.split(separator).collect();
            steps.len() >= 2
                && steps.iter().all(|step| {
                    step.split_whitespace().count() <= 4 && !step.bytes().any(|b| b.is_ascii_digit())
                })
                && (*separator == " > "
                    || *separator == " » "
                    || *separator == " › "
                    || is_section(steps.first().copied().unwrap_or_default()))
        })
}

fn is_section(step: &str) -> bool {
    const SECTIONS: &[&str] = &[
        "home",
        "news",
        "world",
        "politics",
        "business",
        "asia",
        "europe",
        "china",
        "opinion",
        "africa",
        "americas",
        "international",
        "latest",
        "economy",
        "diplomacy",
    ];
    SECTIONS.contains(&step.trim().to_ascii_lowercase().as_str())
}

fn is_rule(line: &str) -> bool {
    line.chars().all(|c| !c.is_alphanumeric())
}

fn is_address(line: &str) -> bool {
    !line.contains(char::is_whitespace)
        && (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www."))
}

fn is_phrase(line: &str) -> bool {
    if line.len() > 120 {
        return false;
    }
    let lower = line.trim_end_matches([':', '.', '…', '!', '→', '»', ' ']).replace('’', "'").to_lowercase();
    WHOLE.contains(&lower.as_str())
        || STARTS.iter().any(|start| lower.starts_with(start) && line.len() <= 100)
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', ')', '\'']).ends_with(['.', '!', '?'])
}

/// Whole lines, lower case, final marks dropped.
const WHOLE: &[&str] = &[
    "advertisement",
    "advertising",
    "ad",
    "sponsored",
    "sponsored content",
    "promoted",
    "skip to content",
    "skip to main content",
    "skip advertisement",
    "suggest to a friend",
    "share",
    "share this",
    "share this article",
    "share on facebook",
    "share on twitter",
    "print",
    "print this page",
    "email",
    "e-mail",
    "tweet",
    "facebook",
    "twitter",
    "whatsapp",
    "linkedin",
    "telegram",
    "copy link",
    "learn more",
    "read more",
    "see more",
    "show more",
    "more",
    "menu",
    "search",
    "home",
    "close",
    "back",
    "next",
    "previous",
    "back to top",
    "top",
    "sign in",
    "sign up",
    "log in",
    "login",
    "register",
    "subscribe",
    "subscribe now",
    "newsletter",
    "follow us",
    "comments",
    "comment",
    "leave a comment",
    "post a comment",
    "view comments",
    "related",
    "related articles",
    "related stories",
    "related topics",
    "related news",
    "you may also like",
    "recommended",
    "recommended for you",
    "most read",
    "most popular",
    "trending",
    "trending now",
    "watch",
    "watch now",
    "watch live",
    "watch more",
    "listen",
    "listen to this article",
    "play",
    "play video",
    "video",
    "photos",
    "gallery",
    "image",
    "file photo",
    "copyright",
    "all rights reserved",
    "contact us",
    "about us",
    "privacy policy",
    "terms of use",
    "cookie policy",
    "accept cookies",
    "get more with mynews",
    "font size",
    "save",
    "bookmark",
    "live",
    "breaking",
    "breaking news",
    "editor's picks",
    "editors' picks",
    "in this article",
    "table of contents",
    "loading",
    "continue reading",
    "story continues below",
    "article continues below",
    "click to expand",
    "english",
    "tags",
    "topics",
    "source",
];

/// Lines that begin so, up to 100 bytes.
const STARTS: &[&str] = &[
    "suggest to a friend",
    "story continues",
    "article continues",
    "continue reading",
    "read more:",
    "read also:",
    "also read:",
    "see also:",
    "related:",
    "read next",
    "more from ",
    "sign up for ",
    "subscribe to ",
    "click here",
    "follow us on ",
    "follow our ",
    "download our ",
    "download the app",
    "get the latest",
    "get our ",
    "get more with ",
    "a personalised news feed",
    "a personalized news feed",
    "this website uses cookies",
    "we use cookies",
    "by continuing to ",
    "all rights reserved",
    "© ",
    "copyright ©",
    "(c) ",
    "share this ",
    "share on ",
    "join our ",
    "tap here",
    "min read",
    "reading time",
    "estimated reading",
    "watch:",
    "listen:",
    "skip to ",
    "add us as ",
    "make us preferred ",
    "comments (",
    "view all ",
    "report a typo",
];
