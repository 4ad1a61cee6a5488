//! DL910 name-variant: a slip within an article, or another spelling across articles.

use super::case::Case;
use super::report::Report;
use super::{Finding, Severity};
use crate::names::{LocalEntity, NameKind};
use crate::text::Span;

pub(super) fn check(case: &Case<'_>, report: &mut Report) {
    slips(case, report);
    variants(case, report);
}

/// A surname met once that differs in one letter from one met more often: "Zakaharova" beside "Zakharova".
fn slips(case: &Case<'_>, report: &mut Report) {
    let names = &case.article.names;
    let words = words(case);
    for (at, (word, spans)) in words.iter().enumerate() {
        let [span] = spans.as_slice() else { continue };
        let twin = words.iter().enumerate().find(|(other, (twin, places))| {
            *other != at && places.len() > spans.len() && looks_like_slip(word, twin)
        });
        let Some((_, (twin, places))) = twin else { continue };
        let message = format!("`{word}` is also written `{twin}` ({} times)", places.len());
        let mut finding = Finding::new(910, *span, message);
        finding.severity = Severity::Warning;
        if let Some(first) = places.first() {
            finding = finding.related(case.place(*first), format!("`{twin}` here"));
        }
        let edit = vec![(case.place(*span), twin.clone())];
        report.add(finding.fix(format!("write {twin}"), edit));
    }
    let _ = names;
}

/// The words of people's names as they are written, each with its places.
fn words(case: &Case<'_>) -> Vec<(String, Vec<Span>)> {
    let text = case.article.text.as_str();
    let mut out: Vec<(String, Vec<Span>)> = Vec::new();
    let people = case.article.names.mentions.iter().filter(|m| m.kind == NameKind::Person);
    for mention in people {
        let mut at = mention.span.start;
        for word in mention.span.of(text).split_inclusive(char::is_whitespace) {
            let start = at;
            at += word.len() as u32;
            let word = word.trim_end();
            let span = Span::new(start, start + word.len() as u32);
            match out.iter_mut().find(|(known, _)| known == word) {
                Some((_, places)) => places.push(span),
                None => out.push((word.to_owned(), vec![span])),
            }
        }
    }
    out
}

/// One letter more, less, other or exchanged, within a long word: not at its end, where gender and number live.
fn looks_like_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().min(b.len()) < 6 || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let back = back.min(a.len().min(b.len()) - front.min(a.len().min(b.len())));
    let (rest_a, rest_b) = (a.len() - front - back, b.len() - front - back);
    let exchanged =
        rest_a == 2 && rest_b == 2 && a.get(front) == b.get(front + 1) && a.get(front + 1) == b.get(front);
    front >= 1 && back >= 1 && (rest_a.max(rest_b) <= 1 || exchanged)
}

/// The full name is spelled otherwise elsewhere in the corpus.
fn variants(case: &Case<'_>, report: &mut Report) {
    let names = &case.article.names;
    for (local, entity) in names.entities.iter().enumerate() {
        let Some(link) = case.world.link(case.doc, local as u32) else { continue };
        let Some(known) = case.world.entity(&link.entity) else { continue };
        if entity.kind != NameKind::Person || known.spellings.len() < 2 || *known.name == *entity.name {
            continue;
        }
        let Some((usual, count)) = known.spellings.iter().find(|(s, _)| differs(s, entity)) else { continue };
        let first = entity.mentions.iter().filter_map(|at| names.mentions.get(*at as usize));
        let Some(first) = first.map(|m| m.span).find(|s| case.quote(*s) == *entity.name) else { continue };
        if report.is_tainted(first) {
            continue;
        }
        let times = if *count == 1 { "once".to_owned() } else { format!("{count} times") };
        let mut finding =
            Finding::new(910, first, format!("`{}` is also written `{usual}` ({times})", entity.name));
        let elsewhere = known.mentions.iter().filter_map(|m| {
            let article = &case.world.article(&m.doc)?.article;
            let span = article.names.mentions.get(m.mention as usize)?.span;
            (article.text.slice(span) == &**usual).then(|| crate::corpus::Place { doc: m.doc.clone(), span })
        });
        if let Some(place) = elsewhere.into_iter().next() {
            finding = finding.related(place, format!("`{usual}` here"));
        }
        report.note(finding);
    }
}

/// A spelling of as many words, not the same in capitals or small letters.
fn differs(spelling: &str, entity: &LocalEntity) -> bool {
    let words = |s: &str| s.split([' ', '-']).count();
    spelling.to_lowercase() != entity.name.to_lowercase() && words(spelling) == words(&entity.name)
}
