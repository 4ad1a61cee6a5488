//! Titles with their holders. Those that refer to no one are dropped.

use super::apposition::NounPhrases;
use super::edges::Edges;
use super::{TitlePhrase, is_national};
use crate::lang::names::NameClass;
use crate::names::words::Words;
use crate::names::{CountryCode, Lexicon, LocalEntity, Mention, NameKind, Title};
use crate::text::normalise::one_line;
use crate::text::{Index, Layout, Span};

/// Assigns titles to their holders and drops those that refer to no one. `mentions` are in order.
pub(in crate::names) fn attach(
    layout: &Layout<'_>,
    words: &Words<'_>,
    phrases: &[TitlePhrase],
    mentions: &mut [Mention],
    lexicon: &Lexicon,
) -> Vec<Title> {
    let edges = Edges::of(mentions);
    let phrases: Vec<_> = phrases.iter().map(|phrase| before_name(layout, &edges, phrase.clone())).collect();
    let phrases = &*phrases;
    let grammar = NounPhrases { layout, words, phrases, edges: &edges };
    let mut out: Vec<Title> = Vec::new();
    let mut nearest = NearestPerson::default();
    for (at, phrase) in phrases.iter().enumerate() {
        if phrase.honorific() {
            continue;
        }
        // The holder is the counterpart of the nearest person before.
        let mut of = |mentions: &[Mention], title: &Title| {
            nearest.before(mentions, title.span.start).filter(|_| phrase.counterpart)
        };
        let holders = grammar.holders(at);
        if holders.is_empty() {
            let alone = !phrase.plural && (phrase.definite || phrase.country.is_some());
            let title = title(layout, phrase, None, mentions, lexicon).filter(|_| alone);
            out.extend(title.map(|title| Title { counterpart_of: of(mentions, &title), ..title }));
        }
        for holder in holders {
            let Some(title) = title(layout, phrase, Some(holder), mentions, lexicon) else { continue };
            if let Some(mention) = mentions.get_mut(holder) {
                mention.title.get_or_insert(Index::new(out.len()));
            }
            out.push(Title { counterpart_of: of(mentions, &title), ..title });
        }
    }
    out
}

/// "Secretary of the Harbour Council Ann Roe": a name that an organisation seemed to go on with ends a title.
fn before_name(layout: &Layout<'_>, edges: &Edges, mut phrase: TitlePhrase) -> TitlePhrase {
    let inside = phrase.head.1 + 1..phrase.last;
    if let Some(name) = inside.clone().find(|at| edges.begins(layout, *at).is_some()) {
        phrase.last = name;
        phrase.org =
            phrase.org.map(|(first, last)| (first, last.min(name))).filter(|(first, last)| first < last);
    }
    phrase
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

/// A title with its holder, given by the index of a mention.
fn title(
    layout: &Layout<'_>,
    phrase: &TitlePhrase,
    holder: Option<usize>,
    mentions: &[Mention],
    lexicon: &Lexicon,
) -> Option<Title> {
    let span = layout.token(phrase.first)?.span.cover(layout.token(phrase.last - 1)?.span);
    let holder = holder.and_then(|at| mentions.get(at));
    let placed = phrase.country.is_some() || phrase.org.is_some();
    // In "Union Chair Prime Minister Ann Roe of France" only the title beside the name is of France.
    let beside = |mention: &&Mention| {
        let name = layout.tokens.partition_point(|token| token.span.start < mention.span.start);
        name <= phrase.last + 1
            || (phrase.last..name)
                .any(|at| layout.language.names.classes.has(layout.word(at), NameClass::TitleJoint))
    };
    let behind = holder.filter(|_| !placed).filter(beside);
    let behind = behind.and_then(|mention| place_behind(layout, mention, lexicon));
    let national = behind
        .filter(|(place, _)| is_national(layout, lexicon, phrase.role, *place))
        .map(|(_, country)| country);
    let org = phrase.org.or_else(|| behind.filter(|_| national.is_none()).map(|(place, _)| place));
    Some(Title {
        span,
        holder: holder.map(|mention| mention.entity),
        role: phrase.role.into(),
        org: org.and_then(|tokens| Some(one_line(layout.slice(covered(layout, tokens)?)).into())),
        country: phrase.country.or(national),
        behind: behind.and_then(|(place, _)| covered(layout, place)),
        qualifier: phrase.qualifier,
        counterpart_of: None,
        sentence: layout.sentence_of(phrase.first),
    })
}

/// The place in "Foreign Minister Ann Roe of France" by its tokens, and its country.
fn place_behind(
    layout: &Layout<'_>,
    mention: &Mention,
    lexicon: &Lexicon,
) -> Option<((usize, usize), CountryCode)> {
    let end = mention.span.end;
    let mut next = layout.tokens.partition_point(|token| token.span.start < end);
    let classes = &layout.language.names.classes;
    if !classes.has(layout.word(next), NameClass::Of) {
        return None;
    }
    next += 1 + usize::from(classes.has(layout.word(next + 1), NameClass::The));
    let found = lexicon.longest_place((next..next + 6).map(|at| layout.word(at)));
    found.map(|(count, country)| ((next, next + count), country))
}

/// The bytes of some tokens.
fn covered(layout: &Layout<'_>, (first, last): (usize, usize)) -> Option<Span> {
    Some(layout.token(first)?.span.cover(layout.token(last.checked_sub(1)?)?.span))
}
