//! Where sentences end. Abbreviations, initials and decimal points do not end one; a full stop glued to the
//! next capitalised word ("… on Friday.The visit") does.

use super::{Index, Layout, Sentence, Span, TokenKind, Zone};
use crate::lang::WordClasses;
use crate::lang::text::TextClass;

/// Splits the tokens of zone `zone`, which begin at index `first`, and appends the sentences.
pub(super) fn split(layout: &mut Layout<'_>, zone: Index<Zone>, first: usize) {
    let mut begin = first;
    let mut at = first;
    let len = layout.tokens.len();
    while at < len {
        if let Some(next) = end_after(layout, at) {
            push(layout, zone, begin, next);
            begin = next;
            at = next;
        } else {
            at += 1;
        }
    }
    push(layout, zone, begin, len);
}

fn push(layout: &mut Layout<'_>, zone: Index<Zone>, first: usize, last: usize) {
    let tokens = layout.tokens.get(first..last).unwrap_or_default();
    let (Some(a), Some(b)) = (tokens.first(), tokens.last()) else { return };
    let span = Span::new(a.span.start, b.span.end);
    layout.sentences.push(Sentence { span, zone, tokens: (first as u32, last as u32) });
}

/// If the token at `at` ends a sentence, the index of the first token after it (closing quotes included).
fn end_after(layout: &Layout<'_>, at: usize) -> Option<usize> {
    let token = layout.token(at)?;
    let (words, word) = (&layout.language.text, layout.word(at));
    let initials = token.kind == TokenKind::Word && word.ends_with('.');
    if !initials && !matches!(word, "." | "!" | "?" | "…") {
        return None;
    }
    let mut next = at + 1;
    while layout
        .token(next)
        .is_some_and(|t| t.kind == TokenKind::Punct && !t.spaced && closes(layout.word(next)))
    {
        next += 1;
    }
    let Some(following) = layout.token(next) else { return Some(next) };
    if layout.word(next) == "\t" {
        return Some(next + 1);
    }
    let before = at.checked_sub(1).and_then(|i| layout.token(i));
    if !following.spaced && next == at + 1 {
        // A full stop without a space was a lost space only between a full word or number and a capitalised
        // word.
        let left = before.is_some_and(|t| {
            !token.spaced
                && t.span.len() >= 2
                && matches!(t.kind, TokenKind::Word | TokenKind::Number | TokenKind::Mixed)
                && !t.upper
        });
        let right = following.kind == TokenKind::Word
            && following.capital
            && following.span.len() >= 2
            && !following.upper;
        return (word == "." && left && right).then_some(next);
    }
    if following.kind == TokenKind::Punct && !opens(layout.word(next)) {
        return None;
    }
    if word == "…"
        || initials
        || (word == "." && before.is_some_and(|t| abbreviates(words, layout.slice(t.span), t.upper)))
    {
        // After an abbreviation, the sentence ends only if the next word usually begins one.
        let starter =
            if following.kind == TokenKind::Punct { layout.word(next + 1) } else { layout.word(next) };
        return words.has(starter, TextClass::SentenceStarter).then_some(next);
    }
    let lower = following.kind == TokenKind::Word && !following.capital;
    (!lower).then_some(next)
}

fn closes(mark: &str) -> bool {
    matches!(mark, "\"" | "”" | "’" | "'" | ")" | "]" | "»" | "." | "!" | "?" | "…")
}

fn opens(mark: &str) -> bool {
    matches!(
        mark,
        "\"" | "“" | "‘" | "'" | "(" | "[" | "«" | "-" | "–" | "—" | "•" | "*" | "#" | "$" | "€" | "£"
    )
}

/// Whether a full stop after `word` most likely belongs to it.
fn abbreviates(words: &WordClasses<TextClass>, word: &str, upper: bool) -> bool {
    let known = words.find(word);
    let single = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    single && !known.is(TextClass::NoInitial)
        || known.is(TextClass::InitialPair)
        || known.is(TextClass::ShortName)
        || (!upper && words.has_folded(word, TextClass::Abbreviation))
}

#[cfg(test)]
mod tests {
    use crate::lang::Language;
    use crate::text::Layout;

    fn sentences(text: &str) -> Vec<&str> {
        let layout = Layout::of(text, Language::english());
        layout.sentences.iter().map(|s| s.span.of(text)).collect()
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_one() {
        assert_eq!(
            sentences("Mr. Doe met J. Roe on Feb. 21 in the U.S. capital. They spoke. The U.S. The end."),
            ["Mr. Doe met J. Roe on Feb. 21 in the U.S. capital.", "They spoke.", "The U.S.", "The end."]
        );
    }

    #[test]
    fn glued_sentences_part() {
        assert_eq!(
            sentences("It ended on May 21.The visit was short.”He left at 3.30 p.m. today."),
            ["It ended on May 21.", "The visit was short.”", "He left at 3.30 p.m. today."]
        );
    }

    #[test]
    fn a_quotation_keeps_its_closing_mark() {
        assert_eq!(sentences("“Go home.” She left."), ["“Go home.”", "She left."]);
    }
}
