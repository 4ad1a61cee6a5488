//! From triggers and names to meetings with their roles.

use rustc_hash::{FxHashMap, FxHashSet};

use super::roles::{Discourse, Roles, SentenceActors, TriggerWithRoles, is_one_day};
use super::trigger::{Lead, Trigger, TriggerForm};
use super::view::TokenView;
use super::{EventMention, LocalEvent, MeetingKind, Meetings, Status, chain, part_of, triggers};
use crate::lang::meetings::MeetingClass as Class;
use crate::names::{CountryCode, Lexicon, LocalEntity, Names, Qualifier, Title};
use crate::text::{Index, Layout, indexed};
use crate::time::{Sections, Timex};

/// Finds the meetings of a text, their roles, and their coreference chains.
pub(super) fn read(
    layout: &Layout<'_>,
    times: &[Timex],
    sections: &Sections,
    names: &Names,
    lexicon: &Lexicon,
) -> Meetings {
    let view = TokenView::of(layout, times, sections, names);
    let triggers = triggers::find(&view);
    let mut discourse = Discourse::default();
    let holders = holders(names);
    let homes = homes(names);
    let mut told = Vec::with_capacity(triggers.len());
    let mut from = 0;
    for (sentence, _) in indexed(&layout.sentences) {
        let rest = triggers.get(from..).unwrap_or_default();
        let here: Vec<&Trigger> = rest.iter().take_while(|t| t.sentence == sentence).collect();
        let to = from + here.len();
        let scene = SentenceActors::of(&view, sentence, &mut discourse);
        for (at, trigger) in here.iter().enumerate() {
            // Only neighbours limit what belongs to a trigger.
            let from = at.saturating_sub(2);
            let near = here.get(from..here.len().min(at + 3)).unwrap_or_default().iter().enumerate();
            let near: Vec<&Trigger> = near.filter(|(i, _)| from + i != at).map(|(_, t)| *t).collect();
            let mut roles = scene.roles(trigger, &near);
            settle_titles(names, &holders, &mut roles);
            let place = roles.place.and_then(|p| p.of(&names.entities)).map_or("", |e| &e.name);
            // "in the Chinese capital"
            let country = lexicon.place_country(place).or_else(|| lexicon.demonym(place));
            let is_country = lexicon.country(place).is_some();
            if trigger.kind == MeetingKind::Visit && is_country {
                roles.who.retain(|person| country.is_none_or(|country| !homes.contains(&(*person, country))));
            }
            let background = scene.is_background(trigger);
            let meets_others = scene.meets_others(trigger, &roles);
            let trigger = (*trigger).clone();
            told.push(TriggerWithRoles { trigger, roles, country, is_country, background, meets_others });
        }
        from = to;
    }
    inherit(&view, &mut told);
    let local = chain::group(&view, &mut told);
    let parts = part_of::find(&view, &told, &local);
    share(&mut told, &parts, times);
    settle_status(&view, &mut told, &local);
    assemble(&view, told, &local, &parts)
}

/// The countries that people hold offices of, which are no places for them to visit.
fn homes(names: &Names) -> FxHashSet<(Index<LocalEntity>, CountryCode)> {
    names.titles.iter().filter_map(|title| Some((title.holder?, title.country?))).collect()
}

/// "a visit to Oslo for talks": the talks share the visit's visitor and place.
fn inherit(view: &TokenView<'_>, told: &mut [TriggerWithRoles]) {
    for at in 1..told.len() {
        let Some((before, rest)) = told.split_at_mut_checked(at) else { break };
        let (Some(visit), Some(talks)) = (before.last(), rest.first_mut()) else { break };
        let bare = talks.roles.who.is_empty()
            && talks.roles.place.is_none()
            && talks.trigger.form == TriggerForm::Noun;
        let one =
            visit.trigger.sentence == talks.trigger.sentence && visit.trigger.kind == MeetingKind::Visit;
        let errand = (talks.trigger.first.saturating_sub(4)..talks.trigger.first)
            .any(|i| i >= visit.trigger.last && view.is(i, Class::For));
        if bare && one && errand && talks.trigger.kind == MeetingKind::Talks {
            talks.roles.who.clone_from(&visit.roles.who);
            talks.roles.place = visit.roles.place;
            talks.roles.status = visit.roles.status;
            talks.country = visit.country;
            talks.is_country = visit.is_country;
        }
    }
}

/// "met on the sidelines of the summit in Oslo on Thursday": both share the day and the place.
fn share(told: &mut [TriggerWithRoles], parts: &[Option<Index<EventMention>>], times: &[Timex]) {
    for (at, part) in parts.iter().enumerate() {
        if *part != Some(Index::new(at + 1)) {
            continue;
        }
        let Some((before, rest)) = told.split_at_mut_checked(at + 1) else { break };
        let (Some(this), Some(whole)) = (before.last_mut(), rest.first_mut()) else { break };
        if this.trigger.sentence != whole.trigger.sentence {
            continue;
        }
        if this.roles.when.is_empty() && whole.roles.when.len() == 1 {
            this.roles.when.clone_from(&whole.roles.when);
        }
        // The day is that of the talks. A summit lasts longer, and "on its sidelines" may be any of its days.
        if let [day] = whole.roles.when.as_slice()
            && day.of(times).is_some_and(|day| is_one_day(day) && day.parts.year.is_none())
            && !matches!(whole.trigger.kind, MeetingKind::Talks | MeetingKind::Call)
        {
            whole.roles.when.clear();
        }
        if this.roles.place.is_none() {
            this.roles.place = whole.roles.place;
            this.country = whole.country;
            this.is_country = whole.is_country;
        }
    }
}

/// "met on Monday to continue consultations": what has been held is not planned any more.
fn settle_status(view: &TokenView<'_>, told: &mut [TriggerWithRoles], local: &[Index<LocalEvent>]) {
    let held: FxHashSet<Index<LocalEvent>> = (told.iter().zip(local))
        .filter(|(t, _)| {
            t.roles.status == Status::Held && (t.trigger.form == TriggerForm::Verb || is_over(view, t))
        })
        .map(|(_, local)| *local)
        .collect();
    for (one, local) in told.iter_mut().zip(local) {
        if one.roles.status == Status::Planned && held.contains(local) {
            one.roles.status = Status::Held;
        }
    }
}

/// "following a meeting with Roe"
fn is_over(view: &TokenView<'_>, told: &TriggerWithRoles) -> bool {
    let first = told.trigger.first;
    (first.saturating_sub(3)..first).any(|i| view.is(i, Class::Following))
        && told.trigger.lead == Lead::Indefinite
}

/// The holders of each role in this article: the country and the organisation, if given, and the holder.
type Holders<'n> = FxHashMap<(&'n str, Option<Qualifier>), Vec<Holding<'n>>>;
type Holding<'n> = (Option<CountryCode>, Option<&'n str>, Index<LocalEntity>);

fn holders(names: &Names) -> Holders<'_> {
    let mut out = Holders::default();
    for title in &names.titles {
        let Some(holder) = title.holder else { continue };
        let list = out.entry((&title.role, title.qualifier)).or_default();
        // Where many people hold an office, a title alone refers to none of them.
        let held = (title.country, title.org.as_deref(), holder);
        if list.len() < 32 && !list.contains(&held) {
            list.push(held);
        }
    }
    out
}

/// A title that stands alone refers to the person with that title in the article, if there is only one.
fn settle_titles(names: &Names, holders: &Holders<'_>, roles: &mut Roles) {
    let mut left = Vec::new();
    for index in std::mem::take(&mut roles.titled) {
        match index.of(&names.titles).and_then(|title| holder(holders, title)) {
            Some(person) if !roles.who.contains(&person) => roles.who.push(person),
            Some(_) => {}
            None => left.push(index),
        }
    }
    roles.titled = left;
}

fn holder(holders: &Holders<'_>, title: &Title) -> Option<Index<LocalEntity>> {
    if title.holder.is_some() {
        return title.holder;
    }
    let all = holders.get(&(&*title.role, title.qualifier))?.iter();
    // Which country's president "President Roe" is, the rest of the corpus may know.
    let org = title.org.as_deref();
    let mut fit = all.filter(|(country, known, _)| {
        (title.country.is_none() || *country == title.country) && (org.is_none() || *known == org)
    });
    let (.., first) = fit.next()?;
    fit.all(|(.., other)| other == first).then_some(*first)
}

fn assemble(
    view: &TokenView<'_>,
    told: Vec<TriggerWithRoles>,
    local: &[Index<LocalEvent>],
    parts: &[Option<Index<EventMention>>],
) -> Meetings {
    let mut out = Meetings::default();
    let locals = local.iter().max().map_or(0, |last| last.row() + 1);
    out.local.resize_with(locals, || LocalEvent { mentions: Vec::new() });
    for ((told, local), part_of) in told.into_iter().zip(local).zip(parts) {
        if let Some(meeting) = local.of_mut(&mut out.local) {
            meeting.mentions.push(Index::new(out.mentions.len()));
        }
        let TriggerWithRoles { trigger, roles, country, is_country, .. } = told;
        out.mentions.push(EventMention {
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
            sentence: trigger.sentence,
        });
    }
    out
}
