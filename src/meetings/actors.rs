//! The actors of a sentence: people by name, by title or by pronoun, and countries, each with the word that
//! governs it. Roles are derived from these.

use super::view::TokenView;
use crate::lang::meetings::MeetingClass as Class;
use crate::names::{LocalEntity, NameKind, Title};
use crate::text::Index;

/// Who an actor is, as far as one sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    Person(Index<LocalEntity>),
    /// A title that stands alone.
    Title(Index<Title>),
    /// A country or an organisation.
    Side(Index<LocalEntity>),
    /// he, she
    One,
    /// they, both leaders
    Pair,
}

/// The relation of a noun phrase to the word before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// At the head of its clause.
    Subject,
    /// After the preposition at this token.
    Oblique(usize),
    /// After "and" or a comma in a list: the same case as the actor before it.
    Joined,
    /// After another word, most likely its verb, at this token.
    Object(usize),
}

/// A person or a country that a sentence names as acting.
#[derive(Clone, Copy, Debug)]
pub(super) struct Actor {
    pub who: Who,
    /// Tokens of the noun phrase with its titles, half-open.
    pub first: usize,
    pub last: usize,
    pub case: Case,
    /// "Merkel’s": a possessive, which owns what follows.
    pub owner: bool,
}

impl Actor {
    /// Whether it is a person by name or by title, not a country or a pronoun.
    pub fn is_someone(&self) -> bool {
        matches!(self.who, Who::Person(_) | Who::Title(_))
    }
}

/// The actors among the tokens `first..last` of one sentence, in order.
pub(super) fn find(view: &TokenView<'_>, first: usize, last: usize) -> Vec<Actor> {
    let mut out: Vec<Actor> = Vec::new();
    let mut at = first;
    while at < last {
        let Some((who, begin, end)) = actor_at(view, at, first, last) else {
            at += 1;
            continue;
        };
        let case = case_of(view, begin, first, out.last());
        // "met her in Oslo" – "her visit".
        let object = view.is(begin, Class::Her)
            && (!view.is_word(end) || view.is(end, Class::Preposition) || view.is(end, Class::Conjunction));
        let pronoun = matches!(who, Who::One | Who::Pair) && view.is(begin, Class::Owner) && !object;
        let owner = pronoun || view.is_possessive(end) && end < last;
        out.push(Actor { who, first: begin, last: end, case, owner });
        at = end.max(at + 1);
    }
    // Members of a list have the case of its first.
    let mut lead = None;
    for actor in &mut out {
        match actor.case {
            Case::Joined => actor.case = lead.unwrap_or(Case::Subject),
            case => lead = Some(case),
        }
    }
    out
}

/// The actor whose phrase begins at this token: who, first and last token.
fn actor_at(view: &TokenView<'_>, at: usize, floor: usize, last: usize) -> Option<(Who, usize, usize)> {
    if let Some(index) = view.title_index(at) {
        let title = index.of(&view.names.titles)?;
        let mut end = at + 1;
        while end < last && view.title_index(end) == Some(index) {
            end += 1;
        }
        // A name after its title forms one phrase with it.
        if let Some(mention) = view.person(end).filter(|m| end < last && m.title == Some(index)) {
            let entity = mention.entity;
            return Some((Who::Person(entity), at, end_of_name(view, end, last)));
        }
        if let Some(holder) = title.holder {
            // A title after its name belongs to the name's phrase; alone, it still names its holder.
            let named = at.checked_sub(1).is_some_and(|b| b >= floor && near_name(view, b, floor));
            return (!named).then_some((Who::Person(holder), at, end));
        }
        return Some((Who::Title(index), at, end));
    }
    if let Some(mention) = view.mention(at) {
        let who = match mention.kind {
            NameKind::Person => Who::Person(mention.entity),
            NameKind::Place | NameKind::Organisation => Who::Side(mention.entity),
        };
        return Some((who, at, end_of_name(view, at, last)));
    }
    let word = view.known(at);
    // "Ling, who had met …"
    let who = word.is(Class::Who) && at > floor && (view.low(at - 1) == "," || view.person(at - 1).is_some());
    if word.is(Class::OnePerson) || who {
        return Some((Who::One, at, at + 1));
    }
    if word.is(Class::Both) && view.is(at + 1, Class::PairNoun) {
        let last = if view.is(at + 1, Class::Side) { at + 1 } else { at + 2 };
        return Some((Who::Pair, at, last));
    }
    let two = word.is(Class::Two) && view.is(at + 1, Class::TwoTail);
    // "the leaders of the Quad" are not the two named before.
    let alone =
        word.is(Class::PairAlone) && at > floor && view.is(at - 1, Class::The) && !view.is(at + 1, Class::Of);
    (word.is(Class::Pair) || two || alone).then_some((Who::Pair, at, at + 1))
}

fn near_name(view: &TokenView<'_>, mut at: usize, floor: usize) -> bool {
    for _ in 0..4 {
        if view.person(at).is_some() {
            return true;
        }
        if at <= floor || !(view.low(at) == "," || view.is(at, Class::Determiner)) {
            return false;
        }
        at -= 1;
    }
    false
}

fn end_of_name(view: &TokenView<'_>, at: usize, last: usize) -> usize {
    let index = view.mention_index(at);
    let mut end = at + 1;
    while end < last && view.mention_index(end) == index {
        end += 1;
    }
    // "Angela Merkel of Russia" is one phrase.
    if view.is(end, Class::Of) && view.person(at).is_some() {
        let place = if view.is(end + 1, Class::The) { end + 2 } else { end + 1 };
        if place < last && view.place(place).is_some() {
            return end_of_name(view, place, last);
        }
    }
    end
}

/// The word that governs the phrase, skipping determiners, adjectives and titles.
fn case_of(view: &TokenView<'_>, begin: usize, floor: usize, previous: Option<&Actor>) -> Case {
    if view.is(begin, Class::SubjectPronoun) {
        return Case::Subject;
    }
    let mut at = begin;
    while let Some(b) = at.checked_sub(1).filter(|b| *b >= floor && begin - *b <= 8) {
        let word = view.known(b);
        if b == floor && view.is_capital(b) && !word.is(Class::Preposition) {
            return Case::Subject;
        }
        if previous.is_some_and(|p| p.first <= b && b < p.last && !view.is(b, Class::Owner)) {
            // Names side by side: "UAE President", an apposition.
            return if previous.is_some_and(|p| matches!(p.who, Who::Side(_))) {
                previous.map_or(Case::Subject, |p| p.case)
            } else {
                Case::Subject
            };
        }
        // "alongside Russia’s Ann Roe": as the country is governed, so is the name.
        if view.is_possessive(b)
            && let Some(Actor { who: Who::Side(_), case: Case::Oblique(at), .. }) =
                previous.filter(|p| p.last == b)
        {
            return Case::Oblique(*at);
        }
        if view.is_filler(b) {
            at = b;
            continue;
        }
        if word.is(Class::ListJoint) || word.is(Class::As) && view.is(at, Class::Well) {
            // Right after the previous actor: a list. Otherwise the comma closes an opening phrase.
            let adjacent = previous.is_some_and(|p| p.last + 1 >= b && !p.owner);
            let list = adjacent && (view.low(b) != "," || is_listed(view, begin));
            return if list { Case::Joined } else { Case::Subject };
        }
        if word.is(Class::Preposition) {
            return Case::Oblique(b);
        }
        let mark = !view.is_word(b) && !matches!(view.low(b), "-" | "'" | "’");
        if word.is(Class::Conjunction) || word.is(Class::Saying) || mark {
            return Case::Subject;
        }
        let modifier = word.is(Class::Determiner)
            || word.is(Class::People)
            || view.is_capital(b) && b > floor
            || view.title(b).is_some()
            || word.is(Class::BeforeName);
        if !modifier {
            return Case::Object(b);
        }
        at = b;
    }
    Case::Subject
}

/// Whether a comma or "and" follows the phrase that begins here before the next verb, as inside a list.
fn is_listed(view: &TokenView<'_>, begin: usize) -> bool {
    let mut at = begin;
    while view.mention(at).is_some() || view.title(at).is_some() || view.is_capital(at) {
        at += 1;
    }
    view.is(at, Class::AndComma)
}
