//! What somebody is called and when: every title of the corpus under the office it names, each with its line, and the
//! terms that profiles state.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::entities::TitleRef;
use crate::ide::{Linker, show};
use crate::names::countries::{self, Country};
use crate::names::{Qualifier, Title};
use crate::profiles::{OfficeEntry, PersonEntry};
use crate::time;
use crate::world::{DocId, Entity, Place, World};

/// Offices shown.
const MOST: usize = 8;

/// Articles shown of one office: with more, the first and the last ones.
const FEW: usize = 4;

/// An office in the corpus's words, with every time it is said.
pub struct Said {
    role: Box<str>,
    qualifier: Option<Qualifier>,
    org: Option<String>,
    country: Option<&'static Country>,
    /// By date, then place; undated ones last.
    by: Vec<Saying>,
}

/// One article's word for an office.
pub struct Saying {
    /// The article's date, else the day its lead tells of; empty when unknown.
    pub date: String,
    pub place: Place,
    /// As written.
    pub words: String,
    /// Whether that holds the office's usual name.
    pub plain: bool,
    /// Said without the name: "the Russian foreign minister".
    pub alone: bool,
    /// Titles said in the same breath.
    with: Vec<String>,
}

impl Said {
    /// "Foreign Minister of China".
    pub fn name(&self) -> String {
        let mut out = match self.qualifier {
            Some(Qualifier::Former) => "former ".to_owned(),
            Some(Qualifier::Acting) => "acting ".to_owned(),
            Some(Qualifier::Deputy) if !self.role.starts_with("deputy") => "deputy ".to_owned(),
            Some(Qualifier::Designate) => "incoming ".to_owned(),
            _ => String::new(),
        };
        out.push_str(&headline(&self.role));
        match (&self.org, self.country) {
            (Some(org), _) => out.push_str(&format!(", {org}")),
            (None, Some(country)) => out.push_str(&format!(" of {}", country.name)),
            (None, None) => {}
        }
        show::plain(&out)
    }

    /// The newest dated saying, else any.
    pub fn newest(&self) -> Option<&Saying> {
        self.by.iter().rev().find(|saying| !saying.date.is_empty()).or(self.by.last())
    }

    pub fn len(&self) -> usize {
        self.by.len()
    }

    pub fn role(&self) -> &str {
        &self.role
    }
}

/// The offices that the corpus gives somebody, the one said last first.
pub fn said(world: &World, entity: &Entity) -> Vec<Said> {
    let alone = world.titles_alone(&entity.id);
    let all = entity.titles.iter().map(|title| (title, false)).chain(alone.iter().map(|title| (title, true)));
    let mut found: Vec<Said> = Vec::new();
    for (at, alone) in all {
        let Some((title, saying)) = saying(world, at, alone) else { continue };
        let org = title.org.as_deref().map(str::to_owned);
        let country = title.country.and_then(|code| countries::of(std::str::from_utf8(&code).ok()?));
        let role = if title.is_counterpart() { continue } else { title.role.clone() };
        let same = |said: &&mut Said| {
            said.role == role
                && said.qualifier == title.qualifier
                && said.org == org
                && said.country.map(|c| c.code) == country.map(|c| c.code)
        };
        match found.iter_mut().find(same) {
            Some(said) => said.by.push(saying),
            None => {
                found.push(Said { role, qualifier: title.qualifier, org, country, by: vec![saying] });
            }
        }
    }
    let mut found = merged(found);
    for said in &mut found {
        said.by.sort_by(|a, b| {
            (a.date.is_empty(), &a.date, &a.place).cmp(&(b.date.is_empty(), &b.date, &b.place))
        });
    }
    let date = |said: &Said| said.newest().map_or("", |saying| saying.date.as_str()).to_owned();
    found.sort_by(|a, b| {
        date(b).cmp(&date(a)).then(b.by.len().cmp(&a.by.len())).then_with(|| a.name().cmp(&b.name()))
    });
    found
}

/// "Foreign Minister" alone is the Foreign Minister of China, if this is the only country somebody is that of.
fn merged(found: Vec<Said>) -> Vec<Said> {
    let (bare, mut whole): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|said| said.country.is_none() && said.org.is_none());
    for said in bare {
        let mut homes = whole.iter_mut().filter(|w| w.role == said.role && w.qualifier == said.qualifier);
        match (homes.next(), homes.next()) {
            (Some(home), None) if home.country.is_some() => home.by.extend(said.by),
            _ => whole.push(said),
        }
    }
    whole
}

fn saying<'w>(world: &'w World, at: &TitleRef, alone: bool) -> Option<(&'w Title, Saying)> {
    let dated = world.article(&at.doc)?;
    let names = &dated.article.names;
    let title = at.title.of(&names.titles)?;
    let words = show::plain(dated.article.text.slice(title.span));
    let beside = names.titles.iter().filter(|other| {
        let gap = other
            .span
            .start
            .saturating_sub(title.span.end)
            .max(title.span.start.saturating_sub(other.span.end));
        !alone
            && other.holder == title.holder
            && other.sentence == title.sentence
            && other.span != title.span
            && gap <= 5
    });
    let with: BTreeSet<String> =
        beside.map(|other| show::plain(dated.article.text.slice(other.span))).collect();
    let plain = words.to_lowercase().contains(&*title.role);
    // An article that says only what day it tells of says so of its people too.
    let date = dated.dating.date.or_else(|| time::lead_day(&dated.article.times));
    let date = date.map_or_else(String::new, |date| date.to_string());
    let place = Place { doc: at.doc.clone(), span: title.span };
    Some((title, Saying { date, place, words, plain, alone, with: with.into_iter().collect() }))
}

/// The section of a profile: what the articles say, then what profiles state.
pub fn section(
    world: &World,
    out: &mut String,
    entry: Option<(&DocId, &PersonEntry)>,
    said: &[Said],
    link: Linker<'_>,
) {
    let held = entry.map_or(&[][..], |(_, person)| person.offices.as_slice());
    if said.is_empty() && held.is_empty() {
        return;
    }
    out.push_str("\n\n**Offices**\n");
    for one in said.iter().take(MOST) {
        let _ = writeln!(out, "- {} — said {}", one.name(), sayings(world, one, link));
    }
    super::person::left(out, said.len(), MOST);
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

/// "2017-12-11 a.txt:3, 2019-05-13 b.txt:1 with State Councilor, “top diplomat” 2023-09-18 c.txt:2".
fn sayings(world: &World, said: &Said, link: Linker<'_>) -> String {
    // One place an article and wording: the first that says so.
    let mut seen = BTreeSet::new();
    let by: Vec<&Saying> = said
        .by
        .iter()
        .filter(|saying| {
            seen.insert((&saying.place.doc, (!saying.plain).then(|| saying.words.to_lowercase())))
        })
        .collect();
    let one = |saying: &&Saying| {
        let date = if saying.date.is_empty() { "undated" } else { &saying.date };
        let words =
            if saying.plain && !saying.alone { String::new() } else { format!("“{}” ", saying.words) };
        let mut out = format!("{words}{date} {}", show::place(world, &saying.place, link));
        if !saying.with.is_empty() {
            let _ = write!(out, " with {}", saying.with.join(", "));
        }
        if saying.alone {
            out.push_str(" without the name");
        }
        out
    };
    let mut shown: Vec<String> = Vec::new();
    if by.len() <= FEW {
        shown.extend(by.iter().map(one));
    } else {
        shown.extend(by.iter().take(1).map(one));
        shown.push(format!("… {} more …", by.len() - FEW + 1));
        shown.extend(by.iter().skip(by.len() + 2 - FEW).map(one));
    }
    shown.join(", ")
}

/// How the corpus calls one office of somebody: every wording with its number, and where it was said last.
pub fn wordings(world: &World, entity: &Entity, role: &str, link: Linker<'_>) -> Option<String> {
    let said: Vec<Said> = said(world, entity).into_iter().filter(|said| said.role() == role).collect();
    let mut words: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    for saying in said.iter().flat_map(|said| &said.by) {
        words.entry(saying.words.to_lowercase()).or_insert((0, &saying.words)).0 += 1;
    }
    let mut words: Vec<(usize, &str)> = words.into_values().collect();
    words.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    let newest =
        said.iter().filter_map(Said::newest).max_by(|a, b| (&a.date, &a.place).cmp(&(&b.date, &b.place)))?;
    let listed: Vec<String> = words.iter().take(MOST).map(|(n, words)| format!("“{words}” {n}×")).collect();
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

/// "foreign minister" as a title: "Foreign Minister", "Minister of State".
pub fn headline(role: &str) -> String {
    let word = |word: &str| match word {
        "of" | "for" | "the" | "and" | "to" => word.to_owned(),
        word => {
            let mut chars = word.chars();
            chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
        }
    };
    role.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The roles that the corpus gives somebody, with how often it does.
pub fn roles(world: &World, entity: &Entity) -> Vec<(Box<str>, usize)> {
    let mut roles: BTreeMap<Box<str>, usize> = BTreeMap::new();
    for said in said(world, entity).iter().filter(|said| said.qualifier.is_none()) {
        *roles.entry(said.role.clone()).or_default() += said.len();
    }
    let mut roles: Vec<_> = roles.into_iter().collect();
    roles.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    roles
}

/// The offices of a country that the corpus gives somebody, as a profile would state them: title and country.
pub fn offices(world: &World, entity: &Entity) -> Vec<(String, &'static str)> {
    let said = said(world, entity);
    let plain = said.iter().filter(|said| said.qualifier.is_none() && said.org.is_none());
    plain.filter_map(|said| Some((headline(&said.role), said.country?.code))).take(3).collect()
}
