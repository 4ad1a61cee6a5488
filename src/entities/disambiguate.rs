//! A surname alone: which of its bearers an article means. The evidence is the title beside it, its country,
//! a term that covers the day, who else is named, and who is in the news at that time. Without evidence it is
//! the person most articles mean, or no one.

use jiff::civil::Date;

use super::key::{NameKey, OfficeKey, hash, office_of};
use super::profile_persons::{ProfilePerson, Term};
use super::spelling::Member;
use super::store::{AmbiguousName, EntityCluster, EntityStore, SpellingLink};
use super::{EntityId, Link};
use crate::lang::Language;
use crate::lang::offices::OfficeClass;
use crate::names::{LocalEntity, Qualifier};
use crate::text::{DocId, Index};
use crate::time::Window;

/// Days around a term in which a person may still, or already, be called by the office. More would let a
/// successor's first weeks go to the predecessor.
const MAX_HANDOVER_DAYS: i32 = 31;

/// Points by which the best candidate must lead the next. With one point, nothing of weight would tell
/// "President Roe" from another President Roe.
const MIN_LEAD_POINTS: i32 = 2;

/// Points for a profile term that covers the day, or is certain not to: as much as a title, and more than one
/// point.
const TERM_POINTS: i32 = 4;

/// Days within which an article about a person puts that person in the news. More would reach into the next
/// season's.
const MAX_NEWS_DAYS: i32 = 90;

/// Days of the longest year. A date with a wider window says nothing about the time.
const YEAR_DAYS: i32 = 366;

/// How many times as many mentions as all others together make a person the one usually meant.
const MIN_FAME_RATIO: usize = 8;

/// See `EntityStore::entity_of_chain`.
pub fn entity_of_chain<'s>(
    store: &'s EntityStore,
    doc: &DocId,
    chain: Index<LocalEntity>,
) -> Option<&'s Link> {
    let doc = store.doc(doc)?;
    link_of(store, doc.slot, doc.keys.get(chain.row())?, chain)
}

/// The link of a member of a spelling; computed on first use.
pub fn link_of<'s>(
    store: &'s EntityStore,
    slot: u32,
    key: &NameKey,
    local: Index<LocalEntity>,
) -> Option<&'s Link> {
    match store.links.get(key)? {
        SpellingLink::Cluster(link) => Some(link),
        SpellingLink::Ambiguous(ambiguous) => {
            let group = store.spellings.get(key)?;
            let at = group.members.binary_search(&(slot, local)).ok()?;
            Some(
                ambiguous
                    .links
                    .get(at)?
                    .get_or_init(|| Box::new(resolve(store, ambiguous, key, (slot, local)))),
            )
        }
    }
}

/// The link of this member of an ambiguous name.
fn resolve(store: &EntityStore, ambiguous: &AmbiguousName, key: &NameKey, member: Member) -> Link {
    let Some(doc) = store.slot(member.0) else { return own(ambiguous, String::new()) };
    let titles = doc.held.by(member.1).filter_map(|title| title.of(&doc.article.names.titles));
    let offices: Vec<OfficeKey> = titles.filter_map(office_of).collect();
    let name = member.1.of(&doc.article.names.entities).map_or("", |local| &local.name);
    let mut ranked: Vec<(i32, usize, &EntityId, &EntityCluster)> = ambiguous
        .candidates
        .iter()
        .filter_map(|id| store.clusters.get(id).map(|cluster| (id, cluster.as_ref())))
        .map(|(id, cluster)| (score(store, cluster, &offices, doc.when), weight(store, cluster), id, cluster))
        .filter(|(score, ..)| *score >= 0)
        .collect();
    ranked.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.cmp(&a.1)).then(a.2.cmp(b.2)));
    match ranked.as_slice() {
        [] => own(ambiguous, format!("no full name of the corpus goes with `{name}`")),
        [(score, _, id, cluster)] => Link {
            entity: (*id).clone(),
            why: format!("{} is the only `{name}` of the corpus{}", cluster.name, fits(*score)).into(),
            confidence: if *score > 0 { 95 } else { 85 },
            candidates: Vec::new(),
        },
        [(first, _, id, cluster), (second, ..), ..] if first - second >= MIN_LEAD_POINTS => Link {
            entity: (*id).clone(),
            why: match cluster.claim.as_ref().and_then(|claim| held(claim, &offices, doc.when)) {
                Some(true) => {
                    format!("of those called `{name}`, {}’s term is the one of that time", cluster.name)
                }
                _ => format!("of those called `{name}`, {} has this title", cluster.name),
            }
            .into(),
            confidence: 90,
            candidates: ranked.iter().skip(1).map(|(_, _, id, _)| (*id).clone()).collect(),
        },
        _ => by_company(store, ambiguous, key, member, name, &ranked),
    }
}

/// Where titles do not decide: who is named with the same people elsewhere, then who is named far more often.
fn by_company(
    store: &EntityStore,
    ambiguous: &AmbiguousName,
    key: &NameKey,
    member: Member,
    name: &str,
    ranked: &[(i32, usize, &EntityId, &EntityCluster)],
) -> Link {
    let best = ranked.first().map_or(0, |first| first.0);
    let mut rivals: Vec<(usize, usize, &EntityId, &EntityCluster)> = ranked
        .iter()
        .filter(|(score, ..)| best - score < MIN_LEAD_POINTS)
        .map(|(_, weight, id, cluster)| (company(store, cluster, key, member), *weight, *id, *cluster))
        .collect();
    rivals.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.cmp(&a.1)).then(a.2.cmp(b.2)));
    let (Some(first), Some(second)) = (rivals.first(), rivals.get(1)) else {
        return own(ambiguous, String::new());
    };
    if first.0 >= 2 && first.0 >= 3 * second.0 {
        return Link {
            entity: first.2.clone(),
            why: format!("of those called `{name}`, {} is named beside the same people", first.3.name).into(),
            confidence: 75,
            candidates: rivals.iter().skip(1).map(|rival| rival.2.clone()).collect(),
        };
    }
    let mut near: Vec<_> =
        rivals.iter().filter_map(|rival| Some((apart(store, rival.3, member)?, rival.2, rival.3))).collect();
    near.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(b.1)));
    if near.len() == rivals.len()
        && let [(days, id, cluster), (next, ..), ..] = near.as_slice()
        && *days <= MAX_NEWS_DAYS
        && *next >= 2 * YEAR_DAYS
    {
        return Link {
            entity: (*id).clone(),
            why: format!("of those called `{name}`, only {} is in the articles of that time", cluster.name)
                .into(),
            confidence: 70,
            candidates: rivals.iter().map(|r| r.2).filter(|other| other != id).cloned().collect(),
        };
    }
    let famous = rivals.iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.2.cmp(a.2)));
    let rest: usize = rivals.iter().map(|rival| rival.1).sum();
    if let Some((_, weight, id, cluster)) = famous
        && *weight >= MIN_FAME_RATIO * (rest - weight).max(1)
    {
        return Link {
            entity: (*id).clone(),
            why: format!("of those called `{name}`, {} is named by far the most", cluster.name).into(),
            confidence: 70,
            candidates: rivals.iter().map(|r| r.2).filter(|other| other != id).cloned().collect(),
        };
    }
    let why = format!("{} people are called `{name}` and nothing tells which is meant", rivals.len());
    Link { candidates: rivals.iter().map(|rival| rival.2.clone()).collect(), ..own(ambiguous, why) }
}

/// How well titles fit: the same office best, another country not at all.
fn score(store: &EntityStore, cluster: &EntityCluster, said: &[OfficeKey], when: Option<Window>) -> i32 {
    let known = &Language::english().offices;
    let is_style = |(role, _): &OfficeKey| known.has(role, OfficeClass::Style);
    let mut best = 0;
    for (role, country) in said {
        let mut offices = offices_of(store, cluster).peekable();
        let styled = offices.peek().is_some() && offices.all(is_style);
        let same_role = offices_of(store, cluster).any(|(other, _)| plain(other) == plain(role));
        // "King Abdullah" is nobody whose family is called so, "President Roe" not the first lady.
        if !same_role && (known.has(role, OfficeClass::ByGivenName) || styled) {
            return -4;
        }
        let of_country = country.is_some() && offices_of(store, cluster).any(|(_, other)| other == country);
        let elsewhere =
            country.is_some() && !of_country && offices_of(store, cluster).any(|(_, other)| other.is_some());
        let score = if elsewhere { -4 } else { 2 * i32::from(same_role) + 3 * i32::from(of_country) };
        if score < 0 {
            return score;
        }
        best = best.max(score);
    }
    match cluster.claim.as_ref().and_then(|claim| held(claim, said, when)) {
        Some(true) => best + TERM_POINTS,
        Some(false) => (best - TERM_POINTS).max(0),
        None => best,
    }
}

/// The offices that the articles and the profile give to a person.
fn offices_of<'s>(store: &'s EntityStore, cluster: &'s EntityCluster) -> impl Iterator<Item = &'s OfficeKey> {
    let terms = cluster.claim.iter().flat_map(|claim| &claim.terms);
    let spelt = store.spellings_of(cluster).flat_map(|spelling| spelling.offices.keys());
    spelt.chain(terms.map(|term| &term.office))
}

/// Whether an office may be that of a term: with any country, unless both name one.
fn fits_term((role, country): &OfficeKey, term: &Term) -> bool {
    *role == term.office.0 && (country.is_none() || term.office.1.is_none() || *country == term.office.1)
}

/// The role without "former".
fn plain(role: &str) -> &str {
    Qualifier::Former.stripped(role).unwrap_or(role)
}

/// Days between this article and the nearest one that names the person in full.
fn apart(store: &EntityStore, cluster: &EntityCluster, member: Member) -> Option<i32> {
    let own = day_of(store, member.0)?;
    let spellings = cluster.keys.iter().filter_map(|key| store.spellings.get(key));
    let others = spellings.flat_map(|spelling| &spelling.members).filter(|(slot, _)| *slot != member.0);
    others.filter_map(|(slot, _)| Some(own.until(day_of(store, *slot)?).ok()?.get_days().abs())).min()
}

/// The first day of an article's date, if that is known well enough.
fn day_of(store: &EntityStore, slot: u32) -> Option<Date> {
    let when = store.slot(slot)?.when?;
    when.days().filter(|days| *days <= YEAR_DAYS.into()).and(when.earliest)
}

/// The number of articles that name the person in full.
fn weight(store: &EntityStore, cluster: &EntityCluster) -> usize {
    cluster
        .keys
        .iter()
        .filter_map(|key| store.spellings.get(key))
        .map(|spelling| spelling.members.len())
        .sum()
}

/// The number of articles in which the person is named together with people of this one.
fn company(store: &EntityStore, cluster: &EntityCluster, key: &NameKey, member: Member) -> usize {
    let Some(doc) = store.slot(member.0) else { return 0 };
    let own = hash(key);
    let beside: Vec<u64> = doc.people.iter().copied().filter(|person| *person != own).collect();
    let members =
        cluster.keys.iter().filter_map(|key| store.spellings.get(key)).flat_map(|spelling| &spelling.members);
    let mut articles: Vec<u32> = members.map(|(slot, _)| *slot).filter(|slot| *slot != member.0).collect();
    articles.sort_unstable();
    articles.dedup();
    let others = articles.iter().filter_map(|slot| store.slot(*slot));
    others.filter(|other| other.names_one_of(&beside)).count()
}

/// Whether a profile's terms of a stated office cover the day: certainly, certainly not, or unknown. A former
/// office says nothing about the day.
fn held(claim: &ProfilePerson, said: &[OfficeKey], when: Option<Window>) -> Option<bool> {
    let when = when?;
    let terms = claim.terms.iter().filter(|term| said.iter().any(|office| fits_term(office, term)));
    let terms: Vec<Window> = terms.filter_map(|term| term.when).collect();
    if terms.iter().any(|term| term.intersect(when) == Some(when)) {
        return Some(true);
    }
    let elsewhere = terms.iter().all(|term| term.widened(MAX_HANDOVER_DAYS).intersect(when).is_none());
    (!terms.is_empty() && elsewhere).then_some(false)
}

fn own(ambiguous: &AmbiguousName, why: String) -> Link {
    Link { entity: ambiguous.own.clone(), why: why.into(), confidence: 50, candidates: Vec::new() }
}

fn fits(score: i32) -> &'static str {
    if score > 0 { ", and the title fits" } else { "" }
}
