//! Who holds a title: the person named right after it or, after a comma, before it.

use crate::lang::names::NameClass;
use rustc_hash::FxHashMap;

use super::TitlePhrase;
use crate::names::CountryCode;
use crate::names::{Lexicon, LocalEntity, Mention, NameKind, Title};
use crate::text::normalise::one_line;
use crate::text::{Index, Layout};

/// Assigns titles to their holders and drops those that refer to no one. `mentions` are in order.
pub(in crate::names) fn attach(
    layout: &Layout<'_>,
    phrases: &[TitlePhrase],
    mentions: &mut [Mention],
    edges: &Edges,
    lexicon: &Lexicon,
) -> Vec<Title> {
    let mut out: Vec<Title> = Vec::new();
    let mut nearest = NearestPerson::default();
    for (at, phrase) in phrases.iter().enumerate() {
        if phrase.honorific() {
            continue;
        }
        let holder = holder(layout, phrases, at, edges)
            .filter(|m| mentions.get(*m).is_some_and(|mention| mention.kind == NameKind::Person));
        let (Some(first), Some(last)) = (layout.token(phrase.first), layout.token(phrase.last - 1)) else {
            continue;
        };
        let mut country = phrase.country;
        if let Some(m) = holder
            && country.is_none()
        {
            country = of_country(layout, mentions.get(m), lexicon);
        }
        if holder.is_none() && !(phrase.definite || phrase.country.is_some()) {
            continue;
        }
        let span = first.span.cover(last.span);
        // The holder is the counterpart of the nearest person before.
        let counterpart = nearest.before(mentions, span.start).filter(|_| phrase.counterpart);
        if let Some(mention) = holder.and_then(|m| mentions.get_mut(m)) {
            mention.title.get_or_insert(Index::new(out.len()));
        }
        out.push(Title {
            span,
            holder: holder.and_then(|m| mentions.get(m)).map(|mention| mention.entity),
            role: phrase.role.into(),
            org: phrase.org.and_then(|(a, b)| {
                let span = layout.token(a)?.span.cover(layout.token(b.checked_sub(1)?)?.span);
                Some(one_line(layout.slice(span)).into())
            }),
            country,
            qualifier: phrase.qualifier,
            counterpart_of: counterpart,
            sentence: layout.sentence_of(phrase.first),
        });
    }
    out
}

/// The person named last, as the text goes on.
#[derive(Default)]
struct NearestPerson {
    /// How many mentions have been passed.
    passed: usize,
    person: Option<Index<LocalEntity>>,
}

impl NearestPerson {
    /// The last person named before an offset that is not before an earlier one.
    fn before(&mut self, mentions: &[Mention], offset: u32) -> Option<Index<LocalEntity>> {
        let rest = mentions.get(self.passed..).unwrap_or_default();
        for mention in rest.iter().take_while(|mention| mention.span.end <= offset) {
            self.passed += 1;
            if mention.kind == NameKind::Person {
                self.person = Some(mention.entity);
            }
        }
        self.person
    }
}

/// Where mentions begin and end: from a token to the index of its mention.
#[derive(Debug, Default)]
pub(in crate::names) struct Edges {
    begin: FxHashMap<u32, usize>,
    end: FxHashMap<u32, usize>,
}

impl Edges {
    /// Where each of the mentions begins and ends, in bytes.
    pub fn of(mentions: &[Mention]) -> Self {
        let begin = mentions.iter().enumerate().map(|(at, mention)| (mention.span.start, at)).collect();
        let end = mentions.iter().enumerate().map(|(at, mention)| (mention.span.end, at)).collect();
        Self { begin, end }
    }

    fn begins(&self, layout: &Layout<'_>, token: usize) -> Option<usize> {
        self.begin.get(&layout.token(token)?.span.start).copied()
    }

    fn ends(&self, layout: &Layout<'_>, token: usize) -> Option<usize> {
        self.end.get(&layout.token(token)?.span.end).copied()
    }
}

/// The mention that holds a title: right after it, or before it and a comma.
fn holder(layout: &Layout<'_>, phrases: &[TitlePhrase], at: usize, edges: &Edges) -> Option<usize> {
    let phrase = phrases.get(at)?;
    if let Some(mention) = edges.begins(layout, phrase.last) {
        return Some(mention);
    }
    // "Foreign Minister Dr Ann Roe", "State Councilor and Foreign Minister Ann Roe"
    let classes = &layout.language.names.classes;
    let joined = usize::from(classes.has(layout.word(phrase.last), NameClass::TitleJoint));
    if let Some(next) = phrases.get(at + 1)
        && next.first == phrase.last + joined
        && (joined == 0 || !next.honorific())
        && let Some(mention) = edges.begins(layout, next.last)
    {
        return Some(mention);
    }
    // "Ann Roe, the US national security adviser, …"
    let mut before = phrase.first.checked_sub(1)?;
    if classes.has(layout.word(before), NameClass::BeforeTitle) {
        before = before.checked_sub(1)?;
    }
    matches!(layout.word(before), "," | "(" | "–" | "—")
        .then(|| edges.ends(layout, before.checked_sub(1)?))
        .flatten()
}

/// "Foreign Minister Ann Roe of France".
fn of_country(layout: &Layout<'_>, mention: Option<&Mention>, lexicon: &Lexicon) -> Option<CountryCode> {
    let end = mention?.span.end;
    let mut next = layout.tokens.partition_point(|token| token.span.start < end);
    let classes = &layout.language.names.classes;
    if !classes.has(layout.word(next), NameClass::Of) {
        return None;
    }
    next += 1 + usize::from(classes.has(layout.word(next + 1), NameClass::The));
    lexicon.longest_place((next..next + 6).map(|at| layout.word(at))).map(|(_, country)| country)
}
