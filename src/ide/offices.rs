//! The offices a person has in articles, and when: every title of the corpus, grouped by the office it names.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::civil::Date;

use super::show;
use crate::entities::TitleRef;
use crate::lang::Language;
use crate::lang::names::NameClass;
use crate::lang::offices::OfficeClass;
use crate::names::countries::{self, Country};
use crate::names::{CountryCode, Qualifier, Title};
use crate::text::normalise::one_line;
use crate::time;
use crate::world::{Entity, Place, World};

/// Offices written into a new profile: with more, a user has more to delete than to add.
const MAX_STATED_OFFICES: usize = 3;

/// An office as the corpus words it, with every mention of it.
pub struct MentionedOffice {
    /// In lower case: "foreign minister".
    pub role: Box<str>,
    pub qualifier: Option<Qualifier>,
    pub org: Option<String>,
    pub country: Option<&'static Country>,
    /// By date, then place; undated ones last.
    pub mentions: Vec<OfficeMention>,
}

/// One article's wording of an office.
#[derive(Clone)]
pub struct OfficeMention {
    /// The article's date, else the day its lead reports on.
    pub date: Option<Date>,
    pub place: Place,
    /// As written: "Chinese Foreign Minister", "Foreign Minister of China" where the country stands behind
    /// the name. A former holder's without "former".
    pub words: String,
    /// Whether the words say of which country or organisation the office is.
    pub whole: bool,
    /// Whether the words contain the office's usual name.
    pub usual: bool,
}

impl MentionedOffice {
    /// The office in the articles' own words: those that say of what it is, of them the most frequent, of
    /// them the newest.
    pub fn name(&self) -> String {
        let mut words: Vec<(bool, usize, &str)> = Vec::new();
        for mention in self.mentions.iter().rev() {
            match words.iter_mut().find(|(_, _, known)| known.to_lowercase() == mention.words.to_lowercase())
            {
                Some((_, n, _)) => *n += 1,
                None => words.push((mention.whole, 1, &mention.words)),
            }
        }
        let best = words.iter().rev().max_by_key(|(whole, n, _)| (*whole, *n));
        best.map_or_else(String::new, |(_, _, words)| show::capital(words))
    }

    /// The newest dated mention, else any.
    pub fn newest(&self) -> Option<&OfficeMention> {
        self.mentions.iter().rev().find(|mention| mention.date.is_some()).or(self.mentions.last())
    }

    /// The day of the newest mention, if any mention has one.
    fn newest_date(&self) -> Option<Date> {
        self.newest()?.date
    }

    /// The office that a title names, without mentions.
    fn of(title: &Title) -> Self {
        let code = title.country.as_ref().map(CountryCode::as_str);
        Self {
            role: title.role.clone(),
            qualifier: title.qualifier,
            org: title.org.as_deref().map(str::to_owned),
            country: code.and_then(countries::of),
            mentions: Vec::new(),
        }
    }

    pub fn is(&self, other: &Self) -> bool {
        let code = |country: Option<&Country>| country.map(|country| country.code);
        (&self.role, self.qualifier, &self.org) == (&other.role, other.qualifier, &other.org)
            && code(self.country) == code(other.country)
    }
}

/// The offices that the articles give a person, the latest first.
pub fn mentioned_offices(world: &World, entity: &Entity) -> Vec<MentionedOffice> {
    let alone = world.titles_alone(&entity.id);
    let mut found: Vec<MentionedOffice> = Vec::new();
    for at in entity.titles.iter().chain(&alone) {
        let Some((title, mention)) = office_mention(world, at) else { continue };
        let style = Language::english().offices.has(&title.role, OfficeClass::Style);
        if title.is_counterpart() || style {
            continue;
        }
        let office = MentionedOffice::of(title);
        match found.iter_mut().find(|known| known.is(&office)) {
            Some(known) => known.mentions.push(mention),
            None => found.push(MentionedOffice { mentions: vec![mention], ..office }),
        }
    }
    let mut found = merged(found);
    for office in &mut found {
        office
            .mentions
            .sort_by(|a, b| (a.date.is_none(), a.date, &a.place).cmp(&(b.date.is_none(), b.date, &b.place)));
    }
    found.sort_by(|a, b| {
        let newest = b.newest_date().cmp(&a.newest_date());
        newest.then(b.mentions.len().cmp(&a.mentions.len())).then_with(|| a.name().cmp(&b.name()))
    });
    found
}

/// "foreign minister" as a title: "Foreign Minister", "Minister of State".
pub fn title_case(role: &str) -> String {
    role.split(' ').map(capitalised).collect::<Vec<_>>().join(" ")
}

/// The roles that the corpus gives a person, with their counts.
pub fn roles(world: &World, entity: &Entity) -> Vec<(Box<str>, usize)> {
    let mut roles: BTreeMap<Box<str>, usize> = BTreeMap::new();
    for office in mentioned_offices(world, entity).iter().filter(|office| office.qualifier.is_none()) {
        *roles.entry(office.role.clone()).or_default() += office.mentions.len();
    }
    let mut roles: Vec<_> = roles.into_iter().collect();
    roles.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    roles
}

/// The offices of a country that the articles give a person, as a profile would state them: title and
/// country.
pub fn country_offices(world: &World, entity: &Entity) -> Vec<(String, &'static str)> {
    let mentioned = mentioned_offices(world, entity);
    let plain = mentioned.iter().filter(|office| office.qualifier.is_none() && office.org.is_none());
    let stated = plain.filter_map(|office| Some((title_case(&office.role), office.country?.code)));
    stated.take(MAX_STATED_OFFICES).collect()
}

/// "Foreign Minister" alone is the Foreign Minister of China, if that is the only country whose foreign
/// minister the person is.
fn merged(found: Vec<MentionedOffice>) -> Vec<MentionedOffice> {
    let (bare, mut whole): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|office| office.country.is_none() && office.org.is_none());
    for office in bare {
        let mut homes = whole.iter_mut().filter(|w| w.role == office.role && w.qualifier == office.qualifier);
        match (homes.next(), homes.next()) {
            (Some(home), None) if home.country.is_some() => home.mentions.extend(office.mentions),
            _ => whole.push(office),
        }
    }
    whole
}

/// ", European Commission" or " of China": what stands behind an office.
pub fn belonging(org: Option<&str>, country: Option<&Country>) -> String {
    match (org, country) {
        (Some(org), _) => format!(", {org}"),
        (None, Some(country)) => format!(" of {}", show::in_a_sentence(country.name)),
        (None, None) => String::new(),
    }
}

fn office_mention<'w>(world: &'w World, at: &TitleRef) -> Option<(&'w Title, OfficeMention)> {
    let dated = world.article(&at.doc)?;
    let names = &dated.article.names;
    let title = at.title.of(&names.titles)?;
    let text = &dated.article.text;
    let mut words = one_line(text.slice(title.span));
    if title.qualifier == Some(Qualifier::Former) {
        words = without_former(&words);
    }
    if let Some(behind) = title.behind {
        let _ = write!(words, " of {}", show::in_a_sentence(&one_line(text.slice(behind))));
    }
    let words = show::plain(&words);
    let whole = title.country.is_some() || title.org.is_some();
    let usual = words.to_lowercase().contains(&*title.role);
    // An article that gives only the day it reports on gives it for its titles too.
    let date = dated.dating.date.or_else(|| time::lead_day(&dated.article.times));
    let place = Place { doc: at.doc.clone(), span: title.span };
    Some((title, OfficeMention { date, place, words, whole, usual }))
}

/// "former Chinese president" and "ex-president" as what the office was.
fn without_former(words: &str) -> String {
    let classes = &Language::english().names.classes;
    let office = words.split(' ').filter_map(|word| {
        let word =
            word.split_once('-').filter(|(ex, _)| classes.has(ex, NameClass::Ex)).map_or(word, |(_, w)| w);
        (!classes.has(word, NameClass::Former)).then_some(word)
    });
    office.collect::<Vec<_>>().join(" ")
}

/// A word of a title with a capital, "Secretary-General" with two; small words keep lower case.
fn capitalised(word: &str) -> String {
    if matches!(word, "of" | "for" | "the" | "and" | "to") {
        return word.to_owned();
    }
    word.split('-').map(show::capital).collect::<Vec<_>>().join("-")
}
