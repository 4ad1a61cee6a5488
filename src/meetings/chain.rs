//! Coreference chains of meetings within one article. Mentions are taken in order; each joins the meeting it
//! fits best, or begins a new one.

mod compare;

use super::evidence_weights::SAME_MEETING;
use super::roles::TriggerWithRoles;
use super::trigger::{Lead, TriggerForm};
use super::view::TokenView;
use super::{LocalEvent, MeetingKind, Status};
use crate::lang::meetings::MeetingClass as Class;
use crate::names::{CountryCode, LocalEntity, Title};
use crate::text::Index;
use crate::time::Timex;

/// What is known of one meeting so far.
#[derive(Default)]
struct Chain {
    members: Vec<usize>,
    who: Vec<Index<LocalEntity>>,
    titled: Vec<Index<Title>>,
    sides: Vec<Index<LocalEntity>>,
    places: Vec<Index<LocalEntity>>,
    country: Option<CountryCode>,
    when: Vec<Index<Timex>>,
    series: Option<Box<str>>,
    edition: Option<u16>,
    status: Option<Status>,
    other: bool,
    /// Its only person met somebody who is not named: "Roe met her counterpart".
    met_others: bool,
}

/// The index of the meeting of each mention; meetings are numbered by first mention.
pub(super) fn group(view: &TokenView<'_>, told: &mut [TriggerWithRoles]) -> Vec<Index<LocalEvent>> {
    let mut chains: Vec<Chain> = Vec::new();
    let visitors: Vec<Index<LocalEntity>> = told
        .iter()
        .filter(|t| t.trigger.kind == MeetingKind::Visit)
        .flat_map(|t| t.roles.who.clone())
        .take(64)
        .collect();
    let mut out = Vec::with_capacity(told.len());
    for at in 0..told.len() {
        let Some((before, rest)) = told.split_at_mut_checked(at) else { break };
        let Some(this) = rest.first_mut() else { break };
        resolve_pair(this, before);
        // Only the latest meetings are candidates, so that work is bounded in a text full of meetings.
        let floor = chains.len().saturating_sub(64);
        let latest = chains.iter().enumerate().skip(floor);
        let glossed = before.last().is_some_and(|last| is_gloss(view, this, last));
        let best =
            latest.filter_map(|(i, chain)| Some((fit(view, this, chain, before, &visitors)?, i))).max();
        let index = match best {
            _ if glossed => out.last().map_or(0, |last: &Index<LocalEvent>| last.row()),
            Some((_, index)) => index,
            None => {
                chains.push(Chain::default());
                chains.len() - 1
            }
        };
        if let Some(chain) = chains.get_mut(index) {
            chain.take(at, this);
        }
        out.push(Index::new(index));
    }
    out
}

/// "They met", "both leaders": two people just named together, else those of the last meeting of two.
fn resolve_pair(this: &mut TriggerWithRoles, before: &[TriggerWithRoles]) {
    if !this.roles.pair || this.roles.who.len() >= 2 {
        return;
    }
    let pair = before.iter().rev().take(12).find(|t| t.roles.who.len() == 2);
    if this.trigger.kind == MeetingKind::Visit {
        return;
    }
    match (this.roles.couple, pair) {
        (Some(couple), _) if couple.together => merge(&mut this.roles.who, &couple.people),
        // "The leaders met Roe": the two of them, and her.
        (_, Some(pair)) => merge(&mut this.roles.who, &pair.roles.who),
        (Some(couple), None) => merge(&mut this.roles.who, &couple.people),
        (None, None) => {}
    }
}

/// "the UN Climate Change Conference (COP27)": the acronym in brackets is the name just given.
fn is_gloss(view: &TokenView<'_>, this: &TriggerWithRoles, last: &TriggerWithRoles) -> bool {
    let open = this.trigger.first.checked_sub(1).filter(|i| view.low(*i) == "(");
    let name = this.trigger.form == TriggerForm::Metonym && last.trigger.form == TriggerForm::Name;
    // "the 27th Conference of the Parties to the Framework Convention (COP27)"
    open.is_some_and(|open| {
        name && open < last.trigger.last + 12
            && (last.trigger.last..open).all(|i| view.is_capital(i) || view.is(i, Class::InGloss))
    })
}

impl Chain {
    fn take(&mut self, at: usize, told: &TriggerWithRoles) {
        let roles = &told.roles;
        // "The first summit was in Oslo" is about another summit than the article's own.
        let looks_back = at > 0 && told.trigger.form == TriggerForm::Noun && told.trigger.edition.is_some();
        self.other |=
            self.members.is_empty() && (told.trigger.lead == Lead::Other || looks_back || told.is_aside());
        self.members.push(at);
        self.met_others |= told.meets_others && roles.who.len() == 1;
        merge(&mut self.who, &roles.who);
        merge(&mut self.titled, &roles.titled);
        merge(&mut self.sides, &roles.sides);
        merge(&mut self.when, &roles.when);
        self.places.extend(roles.place.filter(|p| !self.places.contains(p)));
        self.country = self.country.or(told.country);
        self.edition = self.edition.or(told.trigger.edition);
        if let Some(name) = &told.trigger.name
            && self.series.as_ref().is_none_or(|s| s.len() < name.series.len())
        {
            self.series = Some(name.series.clone());
        }
        if told.is_firm() {
            self.status = self.status.or(Some(roles.status));
        }
    }
}

/// What is kept of one kind for one meeting, so that work is bounded in a text full of meetings.
const MAX_KEPT: usize = 64;

fn merge<T: Copy + PartialEq>(into: &mut Vec<T>, from: &[T]) {
    for item in from {
        if into.len() < MAX_KEPT && !into.contains(item) {
            into.push(*item);
        }
    }
}

/// How well a mention fits a meeting: by the evidence, then by how recently the meeting was mentioned.
fn fit(
    view: &TokenView<'_>,
    this: &TriggerWithRoles,
    chain: &Chain,
    before: &[TriggerWithRoles],
    visitors: &[Index<LocalEntity>],
) -> Option<(i16, usize)> {
    let last = *chain.members.last()?;
    let score = compare::compare(view, this, chain, before, visitors)?.score();
    // A background meeting ("Roe last visited …") is chosen only where nothing else can be meant.
    (score >= SAME_MEETING).then_some((score, if chain.other { 0 } else { last + 1 }))
}
