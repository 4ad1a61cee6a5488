//! What the corpus knows about a meeting: what, when, where, who, and every account of it, including where
//! they disagree.

use std::fmt::Write as _;

use crate::events::Account;
use crate::ide::target::told_at;
use crate::ide::{Linker, show};
use crate::meetings::Status;
use crate::profiles::EventEntry;
use crate::world::{EntityId, Event, EventMentionRef, World};

/// The hover on a mention of a meeting.
pub fn of_mention(world: &World, mention: &EventMentionRef, link: Linker<'_>) -> Option<String> {
    let event = world.event_of(mention)?;
    let entry = entry(world, event);
    let mut out = format!("**{}**", show::plain(&event.name));
    let _ = write!(out, "  \n{}", when_and_where(world, event));
    let who = names(world, &event.who);
    if !who.is_empty() {
        let _ = write!(out, "  \nwith {}", who.join(", "));
    }
    edition(world, &mut out, event, link);
    if let Some(note) = entry.and_then(|entry| entry.note.as_deref()) {
        let _ = write!(out, "\n\n**Note** {}", show::plain(note));
    }
    if let Some(entry) = entry.filter(|entry| !entry.source.is_empty()) {
        let sources: Vec<_> = entry.source.iter().map(|source| show::source(source)).collect();
        let _ = write!(out, "\n\n**Source** {}", sources.join(", "));
    }
    if let Some(whole) = event.part_of.as_ref().and_then(|id| world.event(id)) {
        let _ = write!(out, "\n\n**Part of** {}", line(world, whole, None, link));
    }
    out.push_str("\n\n**Accounts**\n");
    for account in &event.accounts {
        let _ = writeln!(out, "- {}", account_line(world, account, link));
    }
    disagreement(world, &mut out, event);
    if !event.why.is_empty() {
        let why: Vec<_> = event.why.iter().map(|why| show::plain(why)).collect();
        let _ = write!(out, "\n\n*Why one meeting:* {}", why.join("; "));
    }
    Some(out)
}

/// One line for lists: "2025-06-12 talks with Angela Merkel, Beijing — file.txt:3". `seen_by` is left out of
/// "with".
pub fn line(world: &World, event: &Event, seen_by: Option<&EntityId>, link: Linker<'_>) -> String {
    let mut out = event.when.map_or_else(|| "undated".to_owned(), show::window);
    let _ = write!(out, " · {}", show::plain(&event.name));
    let others: Vec<_> = event.who.iter().filter(|id| Some(*id) != seen_by).cloned().collect();
    let missing: Vec<_> =
        names(world, &others).into_iter().filter(|name| !event.name.contains(name.as_str())).collect();
    if !missing.is_empty() {
        let _ = write!(out, " with {}", missing.join(", "));
    }
    if let Some(place) = venue(world, event) {
        let _ = write!(out, ", {place}");
    }
    if let Some(place) = event.accounts.first().and_then(|account| told_at(world, account)) {
        let _ = write!(out, " — {}", show::place(world, &place, link));
    }
    out
}

/// The profile entry of the meeting.
fn entry<'w>(world: &'w World, event: &Event) -> Option<&'w EventEntry> {
    world.event_profile_at(event.profile.as_ref()?)
}

/// The place: what the profile says, else what the accounts agree on.
fn venue(world: &World, event: &Event) -> Option<String> {
    let stated = entry(world, event).and_then(|entry| entry.place.as_deref());
    let told = || Some(&*world.entity(event.place.as_ref()?)?.name);
    stated.or_else(told).map(show::plain)
}

fn when_and_where(world: &World, event: &Event) -> String {
    let mut out = event.kind.as_str().to_owned();
    let _ = write!(out, " · {}", event.when.map_or_else(|| "date open".to_owned(), show::window));
    if let Some(place) = venue(world, event) {
        let _ = write!(out, " · {place}");
    }
    if let Some(format) = entry(world, event).and_then(|entry| entry.format.as_deref()) {
        let _ = write!(out, " · {}", show::plain(format));
    }
    if event.accounts.iter().all(|account| account.status == Status::Planned) {
        out.push_str(" · planned");
    } else if event.accounts.iter().any(|account| account.status == Status::Off) {
        out.push_str(" · called off in some account");
    }
    out
}

fn names(world: &World, ids: &[EntityId]) -> Vec<String> {
    ids.iter().filter_map(|id| world.entity(id)).map(|entity| show::plain(&entity.name)).collect()
}

fn edition(world: &World, out: &mut String, event: &Event, link: Linker<'_>) {
    let Some(series) = &event.series else { return };
    let name = world
        .series_profile(series)
        .map_or_else(|| show::plain(series), |(_, series)| show::plain(&series.name.value));
    let number = event.edition.map_or_else(String::new, |n| format!("edition {n} of "));
    let _ = write!(out, "\n\n**Series** {number}{name}");
    if let Some(entry) = &event.profile {
        let _ = write!(out, " — profile, {}", show::place(world, entry, link));
    }
}

fn account_line(world: &World, account: &Account, link: Linker<'_>) -> String {
    let mut out = told_at(world, account)
        .map_or_else(|| account.doc.to_string(), |place| show::place(world, &place, link));
    let _ = write!(out, " ({})", show::dated(world, &account.doc));
    if let Some((window, place)) = &account.when {
        let words =
            world.text(&place.doc).map_or_else(String::new, |text| show::plain(text.slice(place.span)));
        let _ = write!(out, ": “{words}” → {}", show::window(*window));
    }
    if let Some((id, _)) = &account.place
        && let Some(entity) = world.entity(id)
    {
        let _ = write!(out, ", {}", show::plain(&entity.name));
    }
    match account.status {
        Status::Held => {}
        Status::Planned => out.push_str(", planned"),
        Status::Off => out.push_str(", called off"),
    }
    out
}

/// Points out accounts that cannot both be right about the day.
fn disagreement(world: &World, out: &mut String, event: &Event) {
    let mut days: Vec<_> =
        event.accounts.iter().filter_map(|account| Some((account.when.as_ref()?.0, &account.doc))).collect();
    days.sort();
    let apart = days.iter().enumerate().any(|(i, (a, _))| days.iter().skip(i + 1).any(|(b, _)| !a.meets(*b)));
    if apart {
        let said: Vec<_> = days
            .iter()
            .map(|(window, doc)| {
                format!(
                    "{} ({})",
                    show::window(*window),
                    show::plain(world.article(doc).map_or("", |_| doc.file_name()))
                )
            })
            .collect();
        let _ = write!(out, "\n\n**The accounts disagree** on the day: {}", said.join(", "));
    }
}
