//! The offices of a hover as one list: what profiles state and what articles say, each office once, with from
//! when to when and where that is written.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use jiff::civil::Date;

use crate::ide::offices::{MentionedOffice, OfficeMention, belonging, mentioned_offices};
use crate::ide::{Linker, show};
use crate::lang::Language;
use crate::lang::offices::OfficeClass;
use crate::names::countries::{self, Country};
use crate::names::{Qualifier, role_of};
use crate::profiles::{OfficeEntry, PersonEntry};
use crate::time::{Window, wording};
use crate::world::{DocId, Entity, Place, World};

/// Offices shown, and wordings per office.
const MAX_OFFICES: usize = 6;

/// Places shown per office: if there are more, the first and the last ones.
const MAX_PLACES: usize = 3;

/// An office of a person, from every source.
pub struct HeldOffice<'w> {
    name: String,
    /// The office that articles name, without mentions.
    office: Option<MentionedOffice>,
    /// What a profile states of it.
    entry: Option<(&'w DocId, &'w OfficeEntry)>,
    /// By date; undated ones last.
    said: Vec<OfficeMention>,
    /// Those that call the person a former holder.
    former: Vec<OfficeMention>,
}

/// The offices of a person, the latest first.
pub fn held_offices<'w>(
    world: &'w World,
    entity: &Entity,
    entry: Option<(&'w DocId, &'w PersonEntry)>,
) -> Vec<HeldOffice<'w>> {
    let entries = entry.into_iter().flat_map(|(doc, person)| person.offices.iter().map(move |o| (doc, o)));
    let mut all: Vec<HeldOffice<'w>> = entries
        .map(|(doc, office)| HeldOffice {
            name: stated_name(office),
            office: None,
            entry: Some((doc, office)),
            said: Vec::new(),
            former: Vec::new(),
        })
        .collect();
    let (former, mut said): (Vec<_>, Vec<_>) = mentioned_offices(world, entity)
        .into_iter()
        .partition(|office| office.qualifier == Some(Qualifier::Former));
    // What is said in full comes before what is said in short, which may belong to it.
    said.sort_by_key(|office| {
        let bare = office.country.is_none() && office.org.is_none();
        (bare, Reverse(office.role.split(' ').count()))
    });
    for office in said {
        let rest = into_terms(&mut all, &office);
        let rest = into_longer(&mut all, &office, rest);
        if !rest.is_empty() {
            let office = MentionedOffice { mentions: rest, ..office };
            let name = office.name();
            let said = office.mentions;
            let office = Some(MentionedOffice { mentions: Vec::new(), ..office });
            all.push(HeldOffice { name, office, entry: None, said, former: Vec::new() });
        }
    }
    for office in former {
        let name = office.name();
        let former = office.mentions;
        let held = MentionedOffice { qualifier: None, mentions: Vec::new(), ..office };
        let home = all.iter_mut().find(|known| {
            known.office.as_ref().is_some_and(|office| office.is(&held))
                || known.entry.is_some_and(|(_, entry)| is(entry, &held))
        });
        match home {
            Some(home) => home.former.extend(former),
            None => {
                let office = Some(held);
                all.push(HeldOffice { name, office, entry: None, said: Vec::new(), former });
            }
        }
    }
    all.sort_by_cached_key(|office| {
        (Reverse(office.known_until()), Reverse(office.began()), office.name.clone())
    });
    all
}

/// The offices section of a profile.
pub fn section(world: &World, out: &mut String, offices: &[HeldOffice<'_>], link: Linker<'_>) {
    if offices.is_empty() {
        return;
    }
    out.push_str("\n\n**Offices**\n");
    for office in offices.iter().take(MAX_OFFICES) {
        let _ = writeln!(out, "- {}{} — {}", office.name, office.when(" · "), office.places(world, link));
    }
    show::left(out, offices.len(), MAX_OFFICES);
}

/// The office of the line that says who somebody is.
pub fn in_short(world: &World, office: &HeldOffice<'_>, link: Linker<'_>) -> String {
    if office.entry.is_some() {
        return format!("{}{}", office.name, office.when(", "));
    }
    let (said, former) = (newest(&office.said), newest(&office.former));
    let ended = former.map(|mention| mention.date) > said.map(|mention| mention.date);
    let Some(mention) = (if ended { former } else { said }) else { return office.name.clone() };
    let former = if ended { "former " } else { "" };
    let date = mention.date.map_or_else(String::new, |date| format!("{}, ", wording::day(date)));
    format!("{former}{} ({date}{})", office.name, show::place(world, &mention.place, link))
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
        .max_by(|a, b| (a.date, &a.place).cmp(&(b.date, &b.place)))?;
    let listed: Vec<String> =
        words.iter().take(MAX_OFFICES).map(|(n, words)| format!("“{words}” {n}×")).collect();
    let date = newest.date.map_or_else(String::new, |date| format!(" on {}", wording::day(date)));
    Some(format!(
        "articles say {}, last{date} in {}",
        listed.join(", "),
        show::place(world, &newest.place, link)
    ))
}

impl HeldOffice<'_> {
    fn term(&self) -> Option<Window> {
        self.entry.and_then(|(_, entry)| entry.when.as_ref()).map(|when| when.value.window)
    }

    /// The last day of which anybody says that the office was held: the end of the term or its last check,
    /// else the newest article.
    fn known_until(&self) -> Option<Date> {
        let ended = self.term().and_then(|term| term.latest);
        let checked = self.entry.and_then(|(_, entry)| entry.asof?.window.latest);
        let seen = newest(&self.said).or_else(|| newest(&self.former)).and_then(|mention| mention.date);
        ended.or(checked.max(seen))
    }

    fn began(&self) -> Option<Date> {
        self.term().and_then(|term| term.earliest)
    }

    /// ", since 14 May 2017 (checked Sept 2025)", " · as of Tue 19 June 2018"; the separator comes first.
    fn when(&self, separator: &str) -> String {
        let mut out = match (self.term(), self.entry) {
            (Some(term), Some((_, entry))) => {
                let checked = entry.asof.filter(|_| term.latest.is_none());
                let checked = checked
                    .map_or_else(String::new, |asof| format!(" (checked {})", wording::stretch(asof.window)));
                format!("{separator}{}{checked}", wording::stretch(term))
            }
            _ => as_of(&self.said).map_or_else(String::new, |when| format!("{separator}as of {when}")),
        };
        // That a term which is known to have ended is former is no news.
        if let Some(when) =
            as_of(&self.former).filter(|_| self.term().is_none_or(|term| term.latest.is_none()))
        {
            let _ = write!(out, "{separator}former as of {when}");
        }
        out
    }

    /// Where it is written: the profile with its sources, then the articles.
    fn places(&self, world: &World, link: Linker<'_>) -> String {
        let mut all = Vec::new();
        if let Some((doc, entry)) = self.entry {
            all.push(show::place(world, &Place { doc: doc.clone(), span: entry.span }, link));
            all.extend(entry.source.iter().map(|source| show::source(source)));
        }
        // One place per article and wording: the first.
        let mut seen = BTreeSet::new();
        let mut said: Vec<&OfficeMention> = self.said.iter().chain(&self.former).collect();
        said.retain(|mention| {
            seen.insert((&mention.place.doc, (!mention.usual).then(|| mention.words.to_lowercase())))
        });
        let (first, last) = match said.len() {
            all if all <= MAX_PLACES => (all, 0),
            _ => (1, MAX_PLACES - 1),
        };
        let told = |mention: &&OfficeMention| told(world, mention, &self.name, link);
        all.extend(said.iter().take(first).map(told));
        if last > 0 {
            all.push(format!("… {} more …", said.len() - first - last));
            all.extend(said.iter().skip(said.len() - last).map(told));
        }
        all.join(", ")
    }
}

/// "c.txt:2", "“top diplomat” c.txt:2".
fn told(world: &World, mention: &OfficeMention, name: &str, link: Linker<'_>) -> String {
    let words = format!("“{}”", mention.words);
    let words = if mention.usual || mention.words.eq_ignore_ascii_case(name) {
        String::new()
    } else {
        format!("{words} ")
    };
    format!("{words}{}", show::place(world, &mention.place, link))
}

/// "Minister of Foreign Affairs of Norway", "Ambassador of China to Russia": a profile's own words.
fn stated_name(entry: &OfficeEntry) -> String {
    let to = entry.to.as_ref().and_then(|to| countries::of(&to.value));
    let to = to.map_or_else(String::new, |to| format!(" to {}", show::in_a_sentence(to.name)));
    let title = &*entry.title.value;
    show::plain(&format!("{title}{}{to}", belonging(entry.org.as_deref(), country_of(entry))))
}

fn country_of(entry: &OfficeEntry) -> Option<&'static Country> {
    countries::of(&entry.country.as_ref()?.value)
}

/// Whether a profile's office is the one that articles name. Words without a country or an organisation fit
/// any.
fn is(entry: &OfficeEntry, office: &MentionedOffice) -> bool {
    let code = |country: Option<&Country>| country.map(|country| country.code);
    let country = office.country.is_none() || code(office.country) == code(country_of(entry));
    let org = match (&office.org, &entry.org) {
        (Some(said), Some(stated)) => said.to_lowercase() == stated.to_lowercase(),
        (Some(_), None) => false,
        (None, _) => true,
    };
    let same = role_of(&entry.title.value) == office.role && country && org;
    office.qualifier.is_none() && (same || office.mentions.iter().any(|mention| words_are(entry, mention)))
}

/// "President of the European Commission" are the words of a profile's "President" in that organisation.
fn words_are(entry: &OfficeEntry, mention: &OfficeMention) -> bool {
    let Some(org) = &entry.org else { return false };
    let words = mention.words.to_lowercase();
    let rest = words.strip_prefix(&entry.title.value.to_lowercase());
    rest.is_some_and(|rest| rest.ends_with(&org.to_lowercase()))
}

/// Adds every mention of an office to the term it falls in; the rest are no term's.
fn into_terms(all: &mut [HeldOffice<'_>], office: &MentionedOffice) -> Vec<OfficeMention> {
    let mut rest = Vec::new();
    for mention in &office.mentions {
        let mut terms = all.iter_mut().filter(|held| held.entry.is_some_and(|(_, entry)| is(entry, office)));
        let home = match mention.date {
            Some(date) => terms.find(|held| held.term().is_none_or(|term| term.contains(date))),
            None => terms.next(),
        };
        match home {
            Some(home) => home.said.push(mention.clone()),
            None => rest.push(mention.clone()),
        }
    }
    rest
}

/// "The director" says nothing beside "Director of the Harbour Office": such a mention belongs to the longer
/// office if there is one.
fn into_longer(
    all: &mut [HeldOffice<'_>],
    office: &MentionedOffice,
    mentions: Vec<OfficeMention>,
) -> Vec<OfficeMention> {
    if office.country.is_some() || office.org.is_some() || office.qualifier.is_some() {
        return mentions;
    }
    let longer = all.iter_mut().find(|held| {
        let name = held.name.to_lowercase();
        let mut words = name.split([' ', ',']);
        let deputy = words.clone().any(|word| Language::english().offices.has(word, OfficeClass::Several));
        let same = held.office.as_ref().is_some_and(|held| held.role == office.role);
        (same || words.any(|word| word == &*office.role)) && !deputy
    });
    match longer {
        Some(held) => {
            held.said.extend(mentions.into_iter().map(|mention| OfficeMention { usual: false, ..mention }));
            held.said.sort_by_key(|mention| (mention.date.is_none(), mention.date));
            Vec::new()
        }
        None => mentions,
    }
}

/// The newest dated mention, else any.
fn newest(mentions: &[OfficeMention]) -> Option<&OfficeMention> {
    mentions.iter().rev().find(|mention| mention.date.is_some()).or(mentions.last())
}

/// "Tue 19 June 2018", "11 Dec 2017 – 18 Sept 2023": from the first to the last day that mentions have.
fn as_of(mentions: &[OfficeMention]) -> Option<String> {
    let mut dates = mentions.iter().filter_map(|mention| mention.date);
    let first = dates.next()?;
    Some(wording::window(Window::new(first, dates.next_back().unwrap_or(first))))
}
