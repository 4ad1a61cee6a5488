//! Markdown elements shared by all hovers: links to places, escaped text, lists.

use std::fmt::Write as _;

use super::{Linker, time_words};
use crate::text::normalise::one_line;
use crate::world::{DocId, Place, World};

/// Text from an article or a profile, escaped for Markdown and on one line.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// `file.txt:12`, as a link where the client can follow one. Line numbers start at one.
pub fn place(world: &World, place: &Place, link: Linker<'_>) -> String {
    let line = line(world, place);
    linked(&format!("{}:{line}", place.doc.file_name()), link(place))
}

/// The line of its file that a place begins in, from one.
pub fn line(world: &World, place: &Place) -> u32 {
    let file = world.file_text(&place.doc);
    file.map_or(0, |(text, start)| text.line_of(start + place.span.start)) + 1
}

/// The label, as a Markdown link if there is an address.
pub fn linked(label: &str, address: Option<String>) -> String {
    match address {
        Some(address) => format!("[{}]({address})", plain(label)),
        None => plain(label),
    }
}

/// The source that a profile gives: a web address as a link without its `https://`, otherwise the words.
pub fn source(source: &str) -> String {
    let address = source.strip_prefix("https://").or_else(|| source.strip_prefix("http://"));
    match address
        .filter(|address| !address.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '\\')))
    {
        Some(label) => linked(label, Some(source.replace('(', "%28").replace(')', "%29"))),
        None => plain(source),
    }
}

/// When the article was written, if that is known: "Mon 18 March 2024".
pub fn dated(world: &World, doc: &DocId) -> Option<String> {
    time_words::article_date(world.article(doc)?)
}

/// A country or a place as it stands in a sentence: "the United States", "France".
pub fn in_a_sentence(name: &str) -> String {
    let first = ["United ", "Central African", "Czech Rep", "Dominican Rep"];
    let last = ["Islands", "Emirates", "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia"];
    let has_article =
        first.iter().any(|part| name.starts_with(part)) || last.iter().any(|part| name.ends_with(part));
    if has_article { format!("the {name}") } else { name.to_owned() }
}

/// With a capital at the beginning.
pub fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A list of at most `most`: "Ann Roe, Bo Li and 3 others".
pub fn listed(names: &[String], most: usize) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        all if all.len() > most + 1 => {
            format!("{} and {} others", all.get(..most).unwrap_or(all).join(", "), all.len() - most)
        }
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

/// "1 mention", "12 mentions".
pub fn count(n: usize, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}

/// The last line of a list that shows `most` of `total`.
pub fn left(out: &mut String, total: usize, most: usize) {
    if total > most {
        let _ = writeln!(out, "- … and {} more", total - most);
    }
}

/// Removes the Markdown, for clients that show plain text.
pub fn without_markdown(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut chars = markdown.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next()),
            '*' | '`' => {}
            '[' => {}
            ']' if chars.peek() == Some(&'(') => for _ in chars.by_ref().take_while(|c| *c != ')') {},
            ']' => {}
            _ => out.push(c),
        }
    }
    out
}

/// Removes the addresses of links and keeps their labels.
pub fn without_links(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut opened = None;
    let mut chars = markdown.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, opened) {
            ('\\', _) => out.extend(std::iter::once(c).chain(chars.next())),
            ('[', _) => {
                opened = Some(out.len());
                out.push(c);
            }
            (']', Some(at)) if chars.peek() == Some(&'(') => {
                for _ in chars.by_ref().take_while(|c| *c != ')') {}
                out.remove(at);
                opened = None;
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lose_their_addresses_and_nothing_else() {
        let text = "**A\\[x\\]** ([file.txt:3](file:///x), [b](https://c)) [d] `e`";
        assert_eq!(without_links(text), "**A\\[x\\]** (file.txt:3, b) [d] `e`");
    }

    #[test]
    fn markdown_is_escaped_and_taken_out_again() {
        assert_eq!(plain("a*b\n [c]  d"), "a\\*b \\[c\\] d");
        assert_eq!(without_markdown("**A\\*B** ([file.txt:3](file:///x)) `c`"), "A*B (file.txt:3) c");
    }

    #[test]
    fn only_web_addresses_are_links() {
        assert_eq!(
            source("https://example.org/a_(b)"),
            "[example.org/a\\_(b)](https://example.org/a_%28b%29)"
        );
        assert_eq!(source("the yearbook, p. 7"), "the yearbook, p. 7");
        assert_eq!(source("https://a b](javascript:x)"), "https://a b\\](javascript:x)");
    }

    #[test]
    fn long_lists_are_cut() {
        let names =
            |n: usize| ["A", "B", "C", "D"].iter().take(n).map(|s| (*s).to_owned()).collect::<Vec<_>>();
        assert_eq!(listed(&names(1), 2), "A");
        assert_eq!(listed(&names(2), 2), "A and B");
        assert_eq!(listed(&names(3), 2), "A, B and C");
        assert_eq!(listed(&names(4), 2), "A, B and 2 others");
    }
}
