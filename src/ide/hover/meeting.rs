//! What the corpus knows about a meeting: what, when, where, who, and every account of it, including where
//! they disagree.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::events::Account;
use crate::ide::meeting_name::{meeting_name, not_named};
use crate::ide::target::told_at;
use crate::ide::{Linker, almanac, show};
use crate::meetings::Status;
use crate::profiles::EventEntry;
use crate::text::normalise::ordinal;
use crate::time::{Window, wording};
use crate::world::{EntityId, Event, EventMentionRef, World};

/// Participants named before a list is cut: in the hover of the meeting, and in a list of meetings.
const MAX_PARTICIPANTS: usize = 12;
const MAX_PARTICIPANTS_IN_LIST: usize = 3;

/// Accounts shown.
const MAX_ACCOUNTS: usize = 8;

/// The hover on a mention of a meeting.
pub fn of_mention(world: &World, mention: &EventMentionRef, link: Linker<'_>) -> Option<String> {
    let event = world.event_of(mention)?;
    let entry = entry(world, event);
    let name = meeting_name(world, event, None);
    let mut out = format!("**{}**", show::plain(&show::capital(&name)));
    let _ = write!(out, "  \n{}", when_and_where(world, event, &name));
    let who = not_named(world, event, None);
    if !who.is_empty() {
        let _ = write!(out, "  \nwith {}", show::plain(&show::listed(&who, MAX_PARTICIPANTS)));
    }
    out.push_str("\n\n**Accounts**\n");
    for account in event.accounts.iter().take(MAX_ACCOUNTS) {
        let _ = writeln!(out, "- {}", account_line(world, account, link));
    }
    show::left(&mut out, event.accounts.len(), MAX_ACCOUNTS);
    disagreement(&mut out, event);
    if let Some(one) = almanac::gathering(world, mention, event) {
        let _ = write!(out, "\n\n**Almanac** {}", show::plain(&almanac::gathering_line(&one)));
    }
    if let Some(whole) = event.part_of.as_ref().and_then(|id| world.event(id)) {
        let _ = write!(out, "\n\n**Part of** {}", line(world, whole, None, link));
    }
    edition(world, &mut out, event, link);
    if let Some(note) = entry.and_then(|entry| entry.note.as_deref()) {
        let _ = write!(out, "\n\n**Note** {}", show::plain(note));
    }
    if let Some(entry) = entry.filter(|entry| !entry.source.is_empty()) {
        let sources: Vec<_> = entry.source.iter().map(|source| show::source(source)).collect();
        let _ = write!(out, "\n\n**Source** {}", sources.join(", "));
    }
    if !event.why.is_empty() {
        let why: Vec<_> = event.why.iter().map(|why| show::plain(why)).collect();
        let _ = write!(out, "\n\n*Why one meeting:* {}", why.join("; "));
    }
    Some(out)
}

/// One line for lists: "Thu 12 June 2025 · talks with Angela Merkel, Beijing — file.txt:3". `seen_by` is left
/// out of "with".
pub fn line(world: &World, event: &Event, seen_by: Option<&EntityId>, link: Linker<'_>) -> String {
    let mut out = told(world, event, seen_by);
    if let Some(place) = event.accounts.first().and_then(|account| told_at(world, account)) {
        let _ = write!(out, " — {}", show::place(world, &place, link));
    }
    out
}

/// The line without the place where it is told.
pub fn told(world: &World, event: &Event, seen_by: Option<&EntityId>) -> String {
    let when = event.when.map_or_else(String::new, |when| format!("{} · ", wording::window(when)));
    let name = meeting_name(world, event, seen_by);
    let mut out = format!("{when}{}", show::plain(&name));
    let others = not_named(world, event, seen_by);
    if !others.is_empty() {
        let _ = write!(out, " with {}", show::plain(&show::listed(&others, MAX_PARTICIPANTS_IN_LIST)));
    }
    if let Some(place) = venue(world, event).filter(|place| !name.contains(place.as_str())) {
        let _ = write!(out, ", {}", show::plain(&place));
    }
    out.push_str(if event.when.is_none() { ", undated" } else { "" });
    out.push_str(status(event));
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
    stated.or_else(told).map(str::to_owned)
}

fn when_and_where(world: &World, event: &Event, name: &str) -> String {
    let when = event.when.map_or_else(|| undated(event).to_owned(), wording::window);
    let kind = event.kind.as_str();
    let kind = if name.to_lowercase().contains(kind) { String::new() } else { format!("{kind} · ") };
    let mut out = format!("{kind}{when}");
    if let Some(place) = venue(world, event).filter(|place| !name.contains(place.as_str())) {
        let _ = write!(out, " · {}", show::plain(&place));
    }
    if let Some(format) = entry(world, event).and_then(|entry| entry.format.as_deref()) {
        let _ = write!(out, " · {}", show::plain(format));
    }
    out.push_str(status(event));
    out
}

/// Why the meeting has no day.
fn undated(event: &Event) -> &'static str {
    let mut dated = event.accounts.iter().filter(|account| account.when.is_some());
    match (dated.next().is_some(), event.accounts.len()) {
        (true, _) => "the accounts disagree on the day",
        (false, 1) => "the article does not say when",
        (false, _) => "no account says when",
    }
}

fn status(event: &Event) -> &'static str {
    let is = |status| move |account: &std::sync::Arc<Account>| account.status == status;
    if event.accounts.iter().all(is(Status::Planned)) {
        ", planned"
    } else if event.accounts.iter().all(is(Status::Off)) {
        ", called off"
    } else if event.accounts.iter().any(is(Status::Off)) {
        ", called off in some account"
    } else {
        ""
    }
}

/// The series, where a profile knows it, and which of its meetings this is.
fn edition(world: &World, out: &mut String, event: &Event, link: Linker<'_>) {
    let series = event.series.as_deref().and_then(|series| world.series_profile(series));
    if let Some((_, series)) = series {
        let number = event.edition.map_or_else(String::new, |n| format!("{} ", ordinal(n.into())));
        let _ = write!(out, "\n\n**Series** {number}{}", show::plain(&series.name.value));
    }
    if let Some(entry) = &event.profile {
        let lead = if series.is_some() { " — " } else { "\n\n**Profile** " };
        let _ = write!(out, "{lead}{}", show::place(world, entry, link));
    }
}

fn account_line(world: &World, account: &Account, link: Linker<'_>) -> String {
    let mut out = told_at(world, account)
        .map_or_else(|| account.doc.to_string(), |place| show::place(world, &place, link));
    if let Some(date) = show::dated(world, &account.doc) {
        let _ = write!(out, " ({date})");
    }
    let mut said = Vec::new();
    if let Some((window, place)) = &account.when {
        let words = world.text(&place.doc).map_or("", |text| text.slice(place.span));
        let meaning = wording::window(*window);
        said.push(if show::plain(words) == meaning {
            meaning
        } else {
            format!("“{}” → {meaning}", show::plain(words))
        });
    }
    if let Some((id, _)) = &account.place
        && let Some(entity) = world.entity(id)
    {
        said.push(show::plain(&entity.name));
    }
    match account.status {
        Status::Held => {}
        Status::Planned => said.push("planned".to_owned()),
        Status::Off => said.push("called off".to_owned()),
    }
    if !said.is_empty() {
        let _ = write!(out, ": {}", said.join(", "));
    }
    out
}

/// Points out accounts that cannot both be right about the day.
fn disagreement(out: &mut String, event: &Event) {
    let mut days: BTreeMap<Window, Vec<String>> = BTreeMap::new();
    for account in &event.accounts {
        if let Some((window, _)) = &account.when {
            days.entry(*window).or_default().push(account.doc.short_name());
        }
    }
    let windows: Vec<Window> = days.keys().copied().collect();
    let apart = windows.iter().enumerate().any(|(i, a)| windows.iter().skip(i + 1).any(|b| !a.meets(*b)));
    if apart {
        let said: Vec<_> = days
            .iter()
            .map(|(window, docs)| format!("{} ({})", wording::window(*window), show::plain(&docs.join(", "))))
            .collect();
        let _ = write!(out, "\n\n**The accounts disagree** on the day: {}", said.join(" · "));
    }
}
