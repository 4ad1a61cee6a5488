//! From triggers and names to meetings with their roles.

use super::roles::{Discourse, Roles, Scene};
use super::triggers::{self, Form, Lead, Trigger};
use super::view::View;
use super::{Local, MeetingKind, Meetings, Mention, Status, chain, part_of};
use crate::names::{Lexicon, Names, Title};
use crate::text::Layout;
use crate::time::Timex;

/// A trigger with its roles.
pub(super) struct Told {
    pub trigger: Trigger,
    pub roles: Roles,
    /// The country of the place.
    pub country: Option<[u8; 2]>,
    /// The place is the country itself.
    pub is_country: bool,
}

impl Told {
    /// Whether the words say by themselves if it has happened: a verb does, "the visit" does not.
    pub fn is_firm(&self) -> bool {
        self.trigger.form == Form::Verb
            || self.roles.status != Status::Held
            || (self.trigger.verb.is_some() && self.trigger.lead != Lead::Definite)
    }
}

pub(super) fn read(layout: &Layout<'_>, times: &[Timex], names: &Names, lexicon: &Lexicon) -> Meetings {
    let view = View::of(layout, times, names);
    let triggers = triggers::find(&view);
    let mut discourse = Discourse::default();
    let mut told = Vec::with_capacity(triggers.len());
    let mut from = 0;
    for sentence in 0..layout.sentences.len() {
        let to = from + triggers.iter().skip(from).take_while(|t| t.sentence == sentence).count();
        let here: Vec<&Trigger> = triggers.iter().take(to).skip(from).collect();
        let scene = Scene::of(&view, sentence, &mut discourse);
        for (at, trigger) in here.iter().enumerate() {
            // Only neighbours bound what belongs to a trigger.
            let near: Vec<&Trigger> = here
                .iter()
                .enumerate()
                .filter(|(i, _)| i.abs_diff(at) <= 2 && *i != at)
                .map(|(_, t)| *t)
                .collect();
            let mut roles = scene.roles(trigger, &near);
            settle_titles(names, &mut roles);
            let place = roles.place.and_then(|p| names.entities.get(p as usize)).map_or("", |e| &e.name);
            // "in the Chinese capital"
            let country = lexicon.place_country(place).or_else(|| lexicon.demonym(place));
            let is_country = lexicon.country(place).is_some();
            told.push(Told { trigger: (*trigger).clone(), roles, country, is_country });
        }
        from = to;
    }
    inherit(&view, &mut told);
    let local = chain::group(&view, &mut told);
    let parts = part_of::find(&view, &told, &local);
    assemble(&view, told, &local, &parts)
}

/// "a visit to Oslo for talks": the talks have the visit's visitor and place.
fn inherit(view: &View<'_>, told: &mut [Told]) {
    for at in 1..told.len() {
        let Some((before, rest)) = told.split_at_mut_checked(at) else { break };
        let (Some(visit), Some(talks)) = (before.last(), rest.first_mut()) else { break };
        let bare =
            talks.roles.who.is_empty() && talks.roles.place.is_none() && talks.trigger.form == Form::Noun;
        let one =
            visit.trigger.sentence == talks.trigger.sentence && visit.trigger.kind == MeetingKind::Visit;
        let errand = (talks.trigger.first.saturating_sub(4)..talks.trigger.first)
            .any(|i| i >= visit.trigger.last && view.low(i) == "for");
        if bare && one && errand && talks.trigger.kind == MeetingKind::Talks {
            talks.roles.who.clone_from(&visit.roles.who);
            talks.roles.place = visit.roles.place;
            talks.roles.status = visit.roles.status;
            talks.country = visit.country;
            talks.is_country = visit.is_country;
        }
    }
}

/// A title that stands alone means the person the article gives it to, if there is just one.
fn settle_titles(names: &Names, roles: &mut Roles) {
    let mut left = Vec::new();
    for index in std::mem::take(&mut roles.titled) {
        match names.titles.get(index as usize).and_then(|title| holder(names, title)) {
            Some(person) if !roles.who.contains(&person) => roles.who.push(person),
            Some(_) => {}
            None => left.push(index),
        }
    }
    roles.titled = left;
}

fn holder(names: &Names, title: &Title) -> Option<u32> {
    if title.holder.is_some() {
        return title.holder;
    }
    let same = |other: &&Title| {
        other.role == title.role
            && other.qualifier == title.qualifier
            && (title.country.is_none() || other.country.is_none() || other.country == title.country)
    };
    let mut holders = names.titles.iter().filter(same).filter_map(|other| other.holder);
    let first = holders.next()?;
    holders.all(|other| other == first).then_some(first)
}

fn assemble(view: &View<'_>, told: Vec<Told>, local: &[u32], parts: &[Option<u32>]) -> Meetings {
    let mut out = Meetings::default();
    let locals = local.iter().max().map_or(0, |last| *last as usize + 1);
    out.local.resize_with(locals, || Local { mentions: Vec::new() });
    for ((told, local), part_of) in told.into_iter().zip(local).zip(parts) {
        if let Some(meeting) = out.local.get_mut(*local as usize) {
            meeting.mentions.push(out.mentions.len() as u32);
        }
        let Told { trigger, roles, country, is_country } = told;
        out.mentions.push(Mention {
            span: view.span(trigger.first, trigger.last),
            kind: trigger.kind,
            status: roles.status,
            series: trigger.name.as_ref().map(|n| n.series.clone()),
            edition: trigger.edition,
            who: roles.who,
            titled: roles.titled,
            sides: roles.sides,
            edge: roles.edge,
            when: roles.when,
            place: roles.place,
            country,
            whole_country: is_country,
            part_of: *part_of,
            local: *local,
            sentence: trigger.sentence as u32,
        });
    }
    out
}
