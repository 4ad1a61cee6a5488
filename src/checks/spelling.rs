//! DL910 name-variant: a slip within an article, or another spelling across articles.

use rustc_hash::FxHashMap;

use super::case::Case;
use super::report::Report;
use super::{Finding, Severity};
use crate::names::{LocalEntity, NameKind};
use crate::text::Span;
use crate::text::normalise::Difference;

pub(super) fn check(case: &Case<'_>, report: &mut Report) {
    slips(case, report);
    variants(case, report);
    orphans(case, report);
}

/// Names looked at for one that is near.
const MOST: usize = 64;

/// A name's word as it is written, with its places.
struct Word<'t> {
    text: &'t str,
    spans: Vec<Span>,
}

/// A word of a name met once that differs in one letter from one met more often: "Baerbok" beside "Baerbock".
/// What is a known name by itself is no slip: Johnson and Johnston are two men.
fn slips(case: &Case<'_>, report: &mut Report) {
    let words = words(case);
    let mut by_initial: FxHashMap<Option<char>, Vec<&Word<'_>>> = FxHashMap::default();
    for word in words.iter().filter(|w| w.spans.len() > 1) {
        by_initial.entry(word.text.chars().next()).or_default().push(word);
    }
    for word in &words {
        let [span] = word.spans.as_slice() else { continue };
        let kin = by_initial.get(&word.text.chars().next()).into_iter().flatten();
        let Some(twin) = kin.into_iter().find(|twin| looks_like_slip(word.text, twin.text)) else { continue };
        if case.world.lexicon().person_name(word.text) {
            continue;
        }
        let message = format!("`{}` is also written `{}` ({} times)", word.text, twin.text, twin.spans.len());
        let mut finding = Finding::new(910, *span, message);
        finding.severity = Severity::Warning;
        if let Some(first) = twin.spans.first() {
            finding = finding.related(case.place(*first), format!("`{}` here", twin.text));
        }
        let edit = vec![(case.place(*span), twin.text.to_owned())];
        report.add(finding.fix(format!("write {}", twin.text), edit));
    }
}

/// The words of people's names, in order of their first place.
fn words<'t>(case: &Case<'t>) -> Vec<Word<'t>> {
    let text = case.article.text.as_str();
    let mut out: Vec<Word<'_>> = Vec::new();
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    let people = case.article.names.mentions.iter().filter(|m| m.kind == NameKind::Person);
    for mention in people {
        let mut at = mention.span.start;
        for word in mention.span.of(text).split_inclusive(char::is_whitespace) {
            let start = at;
            at += word.len() as u32;
            let word = word.trim_end();
            let span = Span::new(start, start + word.len() as u32);
            let index = *seen.entry(word).or_insert_with(|| {
                out.push(Word { text: word, spans: Vec::new() });
                out.len() - 1
            });
            if let Some(word) = out.get_mut(index) {
                word.spans.push(span);
            }
        }
    }
    out
}

/// One letter more, less, other or exchanged, within a long word: not at its end, where gender and number live.
fn looks_like_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let difference = Difference::of(&a, &b);
    a.len().min(b.len()) >= 6 && difference.before >= 1 && difference.after >= 1 && difference.is_one_slip()
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
            (article.text.slice(span) == &**usual).then(|| crate::world::Place { doc: m.doc.clone(), span })
        });
        if let Some(place) = elsewhere.into_iter().next() {
            finding = finding.related(place, format!("`{usual}` here"));
        }
        report.note(finding);
    }
}

/// Letters that a slip leaves alone at the beginning of a name.
const START: usize = 3;

/// A surname of nobody's that differs in one letter from that of one person elsewhere. It is told, never linked.
fn orphans(case: &Case<'_>, report: &mut Report) {
    let names = &case.article.names;
    for (local, entity) in names.entities.iter().enumerate() {
        let Some(link) = case.world.link(case.doc, local as u32) else { continue };
        let nobody = entity.kind == NameKind::Person && !entity.name.contains(' ') && link.confidence <= 50;
        if !nobody || !link.candidates.is_empty() || case.world.lexicon().person_name(&entity.name) {
            continue;
        }
        let start: String = entity.name.chars().take(START).collect();
        let elsewhere =
            case.world.named(&start).filter(|e| e.kind == NameKind::Person && e.id != link.entity);
        let near = elsewhere.take(MOST).filter_map(|other| {
            let family = other.name.rsplit(' ').next().filter(|word| looks_like_slip(&entity.name, word))?;
            Some((other, family))
        });
        let near: Vec<_> = near.collect();
        let [(other, word)] = near.as_slice() else { continue };
        let first = entity.mentions.iter().find_map(|at| names.mentions.get(*at as usize));
        let Some(span) = first.map(|mention| mention.span).filter(|span| !report.is_tainted(*span)) else {
            continue;
        };
        let message = format!("`{}` is one letter away from `{word}` of {}", entity.name, other.name);
        let mut finding = Finding::new(910, span, message);
        if let Some(place) = other.mentions.first().and_then(|mention| case.world.place_of(mention)) {
            finding = finding.related(place, format!("`{word}` here"));
        }
        report.note(finding);
    }
}

/// A spelling of as many words, one of them written otherwise. Capitals, hyphens, initials and short forms ("J.",
/// "Greg" for "Gregory") make no other spelling.
fn differs(spelling: &str, entity: &LocalEntity) -> bool {
    let words = |s: &str| s.to_lowercase().split([' ', '-']).map(str::to_owned).collect::<Vec<_>>();
    let (mut a, mut b) = (words(spelling), words(&entity.name));
    let short = |x: &String, y: &String| {
        let (x, y) = (x.trim_end_matches('.'), y.trim_end_matches('.'));
        {
            let (n, m) = (x.chars().count(), y.chars().count());
            n.min(m) == 1 && x != y || n.abs_diff(m) >= 2 && (x.starts_with(y) || y.starts_with(x))
        }
    };
    if a.len() != b.len() || a.iter().zip(&b).any(|(x, y)| short(x, y)) {
        return false;
    }
    let told = a != b;
    // The same words in another order are another spelling; words that do not begin alike are another name.
    a.sort();
    b.sort();
    let vowel = |c: Option<char>| c.is_some_and(|c| "aeiou".contains(c));
    let alike = |x: &String, y: &String| {
        let (x, y) = (x.chars().next(), y.chars().next());
        x == y || vowel(x) && vowel(y)
    };
    told && a.iter().zip(&b).all(|(x, y)| alike(x, y))
}
