//! The offices of a hover: the titles a person has in articles, each with its line, and the terms that
//! profiles state.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::ide::offices::{MentionedOffice, OfficeMention, mentioned_offices};
use crate::ide::{Linker, show};
use crate::profiles::{OfficeEntry, PersonEntry};
use crate::world::{DocId, Entity, Place, World};

/// Offices shown, and wordings per office.
const MAX_OFFICES: usize = 8;

/// Articles shown per office: if there are more, the first and the last ones.
const MAX_ARTICLES: usize = 4;

/// The offices section of a profile: what the articles say, then what profiles state.
pub fn section(
    world: &World,
    out: &mut String,
    entry: Option<(&DocId, &PersonEntry)>,
    said: &[MentionedOffice],
    link: Linker<'_>,
) {
    let held = entry.map_or(&[][..], |(_, person)| person.offices.as_slice());
    if said.is_empty() && held.is_empty() {
        return;
    }
    out.push_str("\n\n**Offices**\n");
    for one in said.iter().take(MAX_OFFICES) {
        let _ = writeln!(out, "- {} — said {}", one.name(), mention_lines(world, one, link));
    }
    show::left(out, said.len(), MAX_OFFICES);
    let Some((doc, person)) = entry else { return };
    let mut held: Vec<_> = person.offices.iter().collect();
    held.sort_by_key(|o| std::cmp::Reverse(o.when.as_ref().and_then(|when| when.value.window.earliest)));
    for office in held {
        let place = Place { doc: doc.clone(), span: office.span };
        let _ = write!(out, "- {} — profile, {}", line(office), show::place(world, &place, link));
        for source in &office.source {
            let _ = write!(out, ", {}", show::source(source));
        }
        out.push('\n');
    }
}

/// How the corpus words one office of a person: every wording with its count and its last place.
pub fn wordings(world: &World, entity: &Entity, role: &str, link: Linker<'_>) -> Option<String> {
    let mut said = mentioned_offices(world, entity);
    said.retain(|office| &*office.role == role);
    let mut words: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    for mention in said.iter().flat_map(|office| &office.mentions) {
        words.entry(mention.words.to_lowercase()).or_insert((0, &mention.words)).0 += 1;
    }
    let mut words: Vec<(usize, &str)> = words.into_values().collect();
    words.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    let newest = said
        .iter()
        .filter_map(MentionedOffice::newest)
        .max_by(|a, b| (&a.date, &a.place).cmp(&(&b.date, &b.place)))?;
    let listed: Vec<String> =
        words.iter().take(MAX_OFFICES).map(|(n, words)| format!("“{words}” {n}×")).collect();
    let date = if newest.date.is_empty() { "undated" } else { &newest.date };
    Some(format!("said {}, last {date} in {}", listed.join(", "), show::place(world, &newest.place, link)))
}

/// An office of a profile on one line.
pub fn line(office: &OfficeEntry) -> String {
    let mut line = show::plain(&office.title.value);
    if let Some(org) = &office.org {
        let _ = write!(line, ", {}", show::plain(org));
    }
    if let Some(country) = &office.country {
        let _ = write!(line, " · {}", country.value.to_uppercase());
    }
    if let Some(to) = &office.to {
        let _ = write!(line, " to {}", to.value.to_uppercase());
    }
    if let Some(when) = &office.when {
        let term = when.value.window;
        let _ = match (term.latest, office.asof) {
            (None, Some(asof)) => {
                write!(line, " · {}, checked {}", show::window(term), show::window(asof.window))
            }
            _ => write!(line, " · {}", show::window(term)),
        };
    }
    line
}

/// "2017-12-11 a.txt:3, 2019-05-13 b.txt:1 with State Councilor, “top diplomat” 2023-09-18 c.txt:2".
fn mention_lines(world: &World, office: &MentionedOffice, link: Linker<'_>) -> String {
    // One place per article and wording: the first.
    let mut seen = BTreeSet::new();
    let by: Vec<&OfficeMention> = office
        .mentions
        .iter()
        .filter(|mention| {
            seen.insert((&mention.place.doc, (!mention.usual).then(|| mention.words.to_lowercase())))
        })
        .collect();
    let (first, last) = match by.len() {
        all if all <= MAX_ARTICLES => (all, 0),
        _ => (1, MAX_ARTICLES - 2),
    };
    let line = |mention: &&OfficeMention| mention_line(world, mention, link);
    let mut shown: Vec<String> = by.iter().take(first).map(line).collect();
    if last > 0 {
        shown.push(format!("… {} more …", by.len() - first - last));
        shown.extend(by.iter().skip(by.len() - last).map(line));
    }
    shown.join(", ")
}

/// "“top diplomat” 2023-09-18 c.txt:2 with State Councilor".
fn mention_line(world: &World, mention: &OfficeMention, link: Linker<'_>) -> String {
    let date = if mention.date.is_empty() { "undated" } else { &mention.date };
    let usual = mention.usual && !mention.alone;
    let words = if usual { String::new() } else { format!("“{}” ", mention.words) };
    let mut out = format!("{words}{date} {}", show::place(world, &mention.place, link));
    if !mention.with.is_empty() {
        let _ = write!(out, " with {}", mention.with.join(", "));
    }
    if mention.alone {
        out.push_str(" without the name");
    }
    out
}
