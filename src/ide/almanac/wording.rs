//! Rows of the almanac in words, each with how sure it is.

use crate::almanac::{AlmanacPerson, AlmanacTerm, BaseDate, Gathering};
use crate::ide::show;
use crate::names::countries;
use crate::text::normalise::ordinal;
use crate::time::{edtf, wording};

/// "Foreign Minister of China, since 25 July 2023, as of 2 Dec 2025".
pub fn term(term: &AlmanacTerm) -> String {
    let (title, to) = match term.title.split_once(" to ") {
        Some((title, to)) => (title, format!(" to {to}")),
        None => (term.title, String::new()),
    };
    let home = match (countries::of(term.country), term.org) {
        (Some(country), _) => format!(" of {}", show::in_a_sentence(country.name)),
        (None, "") => String::new(),
        // "UN Secretary-General" has it already.
        (None, org) if begins_with_initials(title, org) => String::new(),
        (None, org) => format!(", {org}"),
    };
    let memory = match (term.is_from_memory(), term.has_checked_start()) {
        (false, _) => "",
        (true, true) => " (end from memory)",
        (true, false) => " (from memory)",
    };
    format!("{title}{home}{to}, {}{memory}", term_when(term))
}

/// Whether the first word is what the other words begin with: "UN", "United Nations".
fn begins_with_initials(title: &str, org: &str) -> bool {
    let initials: String = org.split(' ').filter_map(|word| word.chars().next()).collect();
    title.split(' ').next() == Some(&initials)
}

/// An open term is never called current: it was open when somebody last looked.
fn term_when(term: &AlmanacTerm) -> String {
    let checked = edtf::parse(term.checked).ok().map(|day| wording::stretch(day.window));
    let (stretch, from) = (wording::stretch(term.when), wording::beginning(term.when));
    match (term.when.latest, checked) {
        (Some(_), _) => stretch,
        (None, _) if term.ended => format!("{from}, ended on an unknown day"),
        (None, Some(checked)) => format!("{stretch}, as of {checked}"),
        (None, None) => format!("{from}, how long is not known"),
    }
}

/// "Belt and Road Forum 2023 (the 3rd) · 17–18 Oct 2023 · Beijing, China".
pub fn gathering_line(one: &Gathering) -> String {
    let edition = one.edition.map_or_else(String::new, |n| format!(" (the {})", ordinal(n.into())));
    let country =
        countries::of(one.country).map_or_else(String::new, |country| format!(", {}", country.name));
    let memory = if one.sure { "" } else { " (from memory)" };
    format!("{}{edition} · {} · {}{country}{memory}", one.name, wording::window(one.when), one.city)
}

/// "independence of Colombia · Fri 20 July 1810".
pub fn base_date(base: &BaseDate) -> String {
    let memory = if base.is_sure() { "" } else { " (from memory)" };
    let name = base.names().next().unwrap_or_default();
    format!("{} · {}{memory}", show::capital(name), wording::window(base.when))
}

/// "王毅", in brackets behind a name.
pub fn native_name(person: AlmanacPerson) -> String {
    person.native().map_or_else(String::new, |native| format!(" ({native})"))
}

/// The other names of an entry: " — also Belt and Road summit, BRF".
pub fn names_of(names: impl Iterator<Item = &'static str>) -> String {
    let others: Vec<&str> = names.skip(1).collect();
    if others.is_empty() { String::new() } else { format!(" — also {}", others.join(", ")) }
}
