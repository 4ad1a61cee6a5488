//! Several articles in one file: exports of news archives number them ("2 of 37 DOCUMENTS"), or give each its
//! length. What follows the first counts from a day of its own, which its head may state.

use super::zone_times::ZoneTimes;
use super::{Draft, Section};
use crate::lang::text::TextClass;
use crate::time::Anchor;

/// Zones of an article's head in which its date may stand.
const MAX_HEAD_ZONES: usize = 8;

/// Bytes in the longest line that numbers an article.
const MAX_MARK_BYTES: usize = 48;

/// Words in the longest line that holds an article's date: "Monday, March 14, 2016 Final Edition".
const MAX_DATE_LINE_TOKENS: usize = 12;

pub(super) fn mark(view: &ZoneTimes<'_, '_>, draft: &mut Draft) {
    let marks: Vec<usize> = (0..view.count()).filter(|zone| numbers_article(view, *zone)).collect();
    for (at, zone) in marks.iter().enumerate().skip(1) {
        let end = marks.get(at + 1).copied().unwrap_or(view.count());
        draft.further_articles.extend(view.zone(*zone).map(|zone| zone.span));
        let head = (*zone + 1..end.min(*zone + 1 + MAX_HEAD_ZONES)).find_map(|zone| {
            let short = view.tokens(zone).len() <= MAX_DATE_LINE_TOKENS;
            let whole = |parts: &crate::time::Parts| parts.year.is_some() && parts.day.is_some();
            let mut days = view.times(zone).filter(|(_, timex)| whole(&timex.parts));
            days.next().filter(|_| short).map(|(head, _)| (zone, head))
        });
        if let Some((zone, head)) = head {
            draft.head(zone, head);
        }
        let from = head.map_or(Anchor::Unknown, |(_, head)| Anchor::Mention(head));
        draft.set(*zone, end, Section { from, tells: false });
    }
}

/// "2 of 37 DOCUMENTS", "Document 2 of 37".
fn numbers_article(view: &ZoneTimes<'_, '_>, zone: usize) -> bool {
    let text = view.text(zone);
    if text.len() > MAX_MARK_BYTES {
        return false;
    }
    let words = &view.layout.language.text;
    let (mut numbers, mut named) = (0, false);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let number = word.bytes().all(|byte| byte.is_ascii_digit());
        numbers += usize::from(number);
        named |= words.has_folded(word, TextClass::ArticleNumber);
        if !number && !words.has_folded(word, TextClass::ArticleNumber) {
            return false;
        }
    }
    named && numbers == 2
}
