//! DL910 name-variant: a slip within an article, another spelling across articles, or an unknown surname that
//! is one letter away from a known one.

use rustc_hash::FxHashMap;

use super::context::Context;
use super::reasoning::spelling::{is_other_spelling, looks_like_slip};
use super::report::Report;
use super::{Finding, Severity};
use crate::names::{LocalEntity, NameKind};
use crate::text::Span;
use crate::text::normalise::slip_hashes;
use crate::world::{Entity, Link, MentionRef, Place};

/// Similar names examined: if there are more, the prefix is too common to prove anything.
const MAX_NEAR_NAMES: usize = 64;

/// Letters at the beginning of a name that a slip leaves unchanged.
const KEPT_LETTERS: usize = 3;

/// The highest confidence of a link whose only reason is that no one else fits.
const MAX_NOBODY_CONFIDENCE: u8 = 50;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    slips(context, report);
    for (entity, link) in linked_persons(context) {
        if let Some(finding) = variant(context, entity, link).filter(|f| !report.is_tainted(f.span)) {
            report.note(finding);
        }
    }
    let mut known = KnownPeople::default();
    for (entity, link) in linked_persons(context) {
        let finding = orphan(context, &mut known, entity, link);
        if let Some(finding) = finding.filter(|f| !report.is_tainted(f.span)) {
            report.note(finding);
        }
    }
}

/// The people of the article, each with the link to its entity.
fn linked_persons<'w>(context: &Context<'w>) -> impl Iterator<Item = (&'w LocalEntity, &'w Link)> {
    let entities = context.article.names.entities.iter();
    let persons = entities.filter(|entity| entity.kind == NameKind::Person);
    persons.filter_map(|entity| Some((entity, link_of(context, entity)?)))
}

/// The link of the first mention of a name.
fn link_of<'w>(context: &Context<'w>, entity: &LocalEntity) -> Option<&'w Link> {
    context.world.entity_of(&MentionRef::new(context.doc, *entity.mentions.first()?))
}

/// A word of a name as written, with its places.
struct NameWord<'t> {
    text: &'t str,
    spans: Vec<Span>,
}

/// Reports a word of a name that occurs once and differs in one letter from one that occurs more often:
/// "Baerbok" beside "Baerbock". A known name is not a slip: Johnson and Johnston are two people.
fn slips(context: &Context<'_>, report: &mut Report) {
    let words = name_words(context);
    let mut by_hash: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| word.spans.len() > 1) {
        slip_hashes(word.text).for_each(|hash| by_hash.entry(hash).or_default().push(at));
    }
    for word in &words {
        let [span] = word.spans.as_slice() else { continue };
        let kin = slip_hashes(word.text).filter_map(|hash| by_hash.get(&hash)).flatten();
        let twins = kin.filter_map(|at| Some((*at, words.get(*at)?)));
        let twins = twins.filter(|(_, twin)| looks_like_slip(word.text, twin.text));
        let Some((_, twin)) = twins.min_by_key(|(at, _)| *at) else { continue };
        if context.world.lexicon().person_name(word.text) {
            continue;
        }
        let message = format!("`{}` is also written `{}` ({} times)", word.text, twin.text, twin.spans.len());
        let mut finding = Finding::new(910, *span, message);
        finding.severity = Severity::Warning;
        if let Some(first) = twin.spans.first() {
            finding = finding.related(context.place(*first), format!("`{}` here", twin.text));
        }
        let edit = vec![(context.place(*span), twin.text.to_owned())];
        report.add(finding.fix(format!("write {}", twin.text), edit));
    }
}

/// The words of people's names, in order of their first place.
fn name_words<'t>(context: &Context<'t>) -> Vec<NameWord<'t>> {
    let text = context.article.text.as_str();
    let mut out: Vec<NameWord<'_>> = Vec::new();
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    let people = context.article.names.mentions.iter().filter(|m| m.kind == NameKind::Person);
    for mention in people {
        let mut at = mention.span.start;
        for piece in mention.span.of(text).split_inclusive(char::is_whitespace) {
            let start = at;
            at += piece.len() as u32;
            let word = piece.trim_end();
            let index = *seen.entry(word).or_insert_with(|| {
                out.push(NameWord { text: word, spans: Vec::new() });
                out.len() - 1
            });
            if let Some(word) = out.get_mut(index) {
                word.spans.push(Span::new(start, start + word.text.len() as u32));
            }
        }
    }
    out
}

/// Reports a full name that is spelt differently elsewhere in the corpus.
fn variant(context: &Context<'_>, entity: &LocalEntity, link: &Link) -> Option<Finding> {
    let known = context.world.entity(&link.entity)?;
    if known.spellings.len() < 2 || *known.name == *entity.name || declared(context, link, &entity.name) {
        return None;
    }
    let (usual, count) =
        known.spellings.iter().find(|(spelling, _)| is_other_spelling(spelling, &entity.name))?;
    let mut spans = mention_spans(context, entity);
    let first = spans.find(|span| context.quote(*span) == *entity.name)?;
    let times = if *count == 1 { "once".to_owned() } else { format!("{count} times") };
    let message = format!("`{}` is also written `{usual}` ({times})", entity.name);
    let finding = Finding::new(910, first, message);
    Some(match written_elsewhere(context, known, usual) {
        Some(place) => finding.related(place, format!("`{usual}` here")),
        None => finding,
    })
}

/// Whether the person's profile declares this spelling: then whoever keeps it knows.
fn declared(context: &Context<'_>, link: &Link, spelling: &str) -> bool {
    let profile = context.world.person_profile(&link.entity.0);
    let spelling = spelling.to_lowercase();
    profile
        .is_some_and(|(_, person)| person.aliases.iter().any(|alias| alias.value.to_lowercase() == spelling))
}

/// The first mention of the person with this spelling.
fn written_elsewhere(context: &Context<'_>, known: &Entity, spelling: &str) -> Option<Place> {
    known.mentions.iter().find_map(|mention| {
        let article = &context.world.article(&mention.doc)?.article;
        let span = mention.mention.of(&article.names.mentions)?.span;
        (article.text.slice(span) == spelling).then(|| Place { doc: mention.doc.clone(), span })
    })
}

fn mention_spans<'w>(context: &Context<'w>, entity: &'w LocalEntity) -> impl Iterator<Item = Span> + use<'w> {
    let mentions = &context.article.names.mentions;
    entity.mentions.iter().filter_map(|at| at.of(mentions)).map(|mention| mention.span)
}

/// By the first letters of a word of their names, the people mentioned most.
type KnownPeople<'w> = FxHashMap<String, Vec<&'w Entity>>;

/// Reports an unknown surname that differs in one letter from that of a single person elsewhere. It is never
/// linked.
fn orphan<'w>(
    context: &Context<'w>,
    known: &mut KnownPeople<'w>,
    entity: &LocalEntity,
    link: &Link,
) -> Option<Finding> {
    let nobody = !entity.name.contains(' ') && link.confidence <= MAX_NOBODY_CONFIDENCE;
    if !nobody || !link.candidates.is_empty() || context.world.lexicon().person_name(&entity.name) {
        return None;
    }
    let start: String = entity.name.chars().take(KEPT_LETTERS).collect();
    // One more than needed, because the name itself may be among them.
    let people = known.entry(start).or_insert_with_key(|start| {
        let people = context.world.named(start).filter(|other| other.kind == NameKind::Person);
        people.take(MAX_NEAR_NAMES + 1).map(|other| &**other).collect()
    });
    let others = people.iter().filter(|other| other.id != link.entity);
    let mut near = others.take(MAX_NEAR_NAMES).filter_map(|other| {
        let surname = other.name.rsplit(' ').next()?;
        looks_like_slip(&entity.name, surname).then_some((other, surname))
    });
    let (other, surname) = near.next().filter(|_| near.next().is_none())?;
    let span = mention_spans(context, entity).next()?;
    let message = format!("`{}` is one letter away from `{surname}` of {}", entity.name, other.name);
    let finding = Finding::new(910, span, message);
    Some(match other.mentions.first().and_then(|mention| context.world.place_of(mention)) {
        Some(place) => finding.related(place, format!("`{surname}` here")),
        None => finding,
    })
}
