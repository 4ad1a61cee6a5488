//! Titles that stand alone: "the Russian foreign minister" is a person if the article, a profile's term at
//! the article's date, or the rest of the corpus says which.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::disambiguate::entity_of_chain;
use super::key::{Month, OfficeKey, month_of, office_of};
use super::spelling::Spelling;
use super::store::{EntityStore, IndexedArticle};
use super::{EntityId, Link, TitleRef};
use crate::lang::Language;
use crate::lang::offices::OfficeClass;
use crate::names::{COUNTERPART, CountryCode, LocalEntity, Qualifier, Title, variants};
use crate::text::{DocId, Index, indexed};
use crate::time::Window;

/// Months before and after an article in which another may say who holds an office. More would let a
/// successor's time go to the predecessor.
pub const MAX_OFFICE_MONTHS: Month = 6;

/// The person a title refers to: its holder or, for a title alone, the one given by the article, by a profile
/// term that covers `when`, or by the corpus. `when` is the window of the article's date, if known.
pub fn holder_of(store: &EntityStore, title: &TitleRef, when: Option<Window>) -> Option<Link> {
    let TitleRef { doc, title } = title;
    let article = store.doc(doc)?;
    let said = title.of(&article.article.names.titles)?;
    if let Some(holder) = said.holder {
        return entity_of_chain(store, doc, holder).cloned();
    }
    let office = meant(store, article, said)?;
    let here = holder_here(store, article, *title, &office);
    if let Some(link) = here.and_then(|holder| entity_of_chain(store, doc, holder)) {
        let why = format!("the article gives {} the title `{}`", store.name(&link.entity), office.0);
        return Some(Link { why: why.into(), confidence: link.confidence.min(95), ..link.clone() });
    }
    // "The French ministry's spokesman" is one of many, and so is "the French senator".
    if office.1.is_none() || said.org.is_some() || !has_one_holder(&office.0) {
        return None;
    }
    by_term(store, &office, when).or_else(|| by_corpus(store, &office, month_of(when)))
}

/// The office a title stands for. "His Russian counterpart" has the role of the other person.
fn meant(store: &EntityStore, doc: &IndexedArticle, title: &Title) -> Option<OfficeKey> {
    let Some(other) = title.counterpart_of else { return office_of(title) };
    let held = doc.held.by(other).filter_map(|title| title.of(&doc.article.names.titles));
    let mut unqualified = held.filter(|title| title.qualifier.is_none());
    if let Some((role, _)) = unqualified.find_map(office_of) {
        return Some((role, title.country));
    }
    let group = store.spellings.get(doc.keys.get(other.row())?)?;
    Some((group.usual_office()?.0.clone(), title.country))
}

/// The titles that stand alone and refer to this person, by document and place. `when` gives an article's
/// date.
pub fn titles_alone(
    store: &EntityStore,
    id: &EntityId,
    when: &dyn Fn(&DocId) -> Option<Window>,
) -> Vec<TitleRef> {
    let Some(cluster) = store.clusters.get(id) else { return Vec::new() };
    let terms =
        store.spellings_of(cluster).flat_map(|spelling| &spelling.claims).flat_map(|claim| &claim.terms);
    let held = store
        .spellings_of(cluster)
        .flat_map(|spelling| spelling.offices.keys())
        .chain(terms.map(|term| &term.office));
    let held: BTreeSet<&OfficeKey> = held.collect();
    let shorts = cluster.shorts.iter().flat_map(|short| store.ambiguous_names(cluster.kind, short));
    let members = store
        .spellings_of(cluster)
        .chain(shorts.filter_map(|key| store.spellings.get(key)))
        .flat_map(|g| &g.members);
    let mut slots: BTreeSet<u32> = members.map(|(slot, _)| *slot).collect();
    for (role, country) in held.iter().filter(|(_, country)| country.is_some()) {
        for role in [role, COUNTERPART] {
            slots
                .extend(store.alone.get(&(role.into(), *country)).into_iter().flat_map(|slots| slots.iter()));
        }
    }
    let mut found = Vec::new();
    for doc in slots.into_iter().filter_map(|slot| store.slot(slot)) {
        let alone = indexed(&doc.article.names.titles).filter(|(_, said)| said.holder.is_none());
        for (title, said) in alone {
            let may = said.counterpart_of.is_some() || held.iter().any(|(role, _)| *role == said.role);
            let title = TitleRef::new(&doc.id, title);
            if may && holder_of(store, &title, when(&doc.id)).is_some_and(|link| link.entity == *id) {
                found.push(title);
            }
        }
    }
    found.sort();
    found
}

/// The slots of the articles where a title that stands alone may refer to this office.
pub fn naming(store: &EntityStore, (role, country): &OfficeKey) -> impl Iterator<Item = u32> {
    let qualified = [Qualifier::Former, Qualifier::Deputy].into_iter().find_map(|one| one.stripped(role));
    let roles = [Some(&**role), qualified, Some(COUNTERPART)].into_iter().flatten();
    let slots = roles.filter_map(|role| store.alone.get(&(role.into(), *country)));
    slots.flat_map(|slots| slots.iter().copied())
}

/// Whether a country has one holder of the office at a time.
fn has_one_holder(role: &str) -> bool {
    let offices = &Language::english().offices;
    let last = role.rsplit(' ').next().unwrap_or(role);
    let several = role.split(' ').any(|word| offices.has(word, OfficeClass::Several));
    let one = offices.has(role, OfficeClass::OneSeat) || offices.has(role, OfficeClass::OneHolder);
    one || role != last && !several && offices.has(last, OfficeClass::Portfolio)
}

fn by_term(store: &EntityStore, office: &OfficeKey, when: Option<Window>) -> Option<Link> {
    let when = when?;
    let holders: BTreeSet<&Arc<str>> = store
        .claims
        .holding(office)
        .filter(|claim| {
            let terms = claim.terms.iter().filter(|term| term.office == *office);
            terms.filter_map(|term| term.when).any(|term| term.intersect(when).is_some())
        })
        .map(|claim| &claim.id)
        .collect();
    let mut ids = holders.into_iter().map(|id| EntityId(id.clone()));
    let entity = ids.next()?;
    let candidates: Vec<EntityId> = ids.collect();
    let why = format!("a profile has {} as {} at that time", store.name(&entity), office.0);
    let confidence = if candidates.is_empty() { 95 } else { 50 };
    Some(Link { entity, why: why.into(), confidence, candidates })
}

/// The person to whom the articles of that time give the office, if it is nearly always the same one. An
/// article of an unknown month may be of any time.
pub fn by_corpus(store: &EntityStore, office: &OfficeKey, month: Option<Month>) -> Option<Link> {
    let keys = store.by_office.get(office)?;
    let mut holders: Vec<(u32, EntityId)> = Vec::new();
    for key in keys.iter() {
        let Some((id, _)) = store.cluster_of(key) else { continue };
        let n = store.spellings.get(key).map_or(0, |spelling| times_said(spelling, office, month));
        if n == 0 {
            continue;
        }
        match holders.iter_mut().find(|(_, other)| other == id) {
            Some((count, _)) => *count += n,
            None => holders.push((n, id.clone())),
        }
    }
    holders.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let all: u32 = holders.iter().map(|(n, _)| n).sum();
    let mut ids = holders.into_iter();
    let (n, entity) = ids.next()?;
    let candidates: Vec<EntityId> = ids.map(|(_, id)| id).collect();
    let clear = n * 10 >= all * 8;
    let why = if candidates.is_empty() {
        format!("the corpus has one {}: {}", office.0, store.name(&entity))
    } else {
        format!("the corpus mostly has {} as {}", store.name(&entity), office.0)
    };
    clear.then_some(Link {
        entity,
        why: why.into(),
        confidence: if candidates.is_empty() { 80 } else { 60 },
        candidates,
    })
}

/// Titles between one that stands alone and its holder: more than any article has, but a list may go on
/// without end.
const MAX_TITLES_BETWEEN: usize = 200;

/// How often a spelling has the office in the months around this one.
fn times_said(spelling: &Spelling, office: &OfficeKey, month: Option<Month>) -> u32 {
    let Some(month) = month else { return spelling.offices.get(office) };
    let near = spelling
        .offices_in
        .iter()
        .filter(|((other, then), _)| other == office && (then - month).abs() <= MAX_OFFICE_MONTHS);
    near.map(|(_, n)| n).sum()
}

/// The local entity that holds the office in the same article, if only one does. A title without a country
/// fits any; one with a country fits a holder said to be of that country, here or elsewhere in the corpus.
fn holder_here(
    store: &EntityStore,
    article: &IndexedArticle,
    title: Index<Title>,
    office: &OfficeKey,
) -> Option<Index<LocalEntity>> {
    let titles = &article.article.names.titles;
    let org = title.of(titles).and_then(|said| said.org.as_deref()).map(variants::plain_key);
    let from = title.row().saturating_sub(MAX_TITLES_BETWEEN);
    let around = titles.iter().skip(from).take(2 * MAX_TITLES_BETWEEN);
    let mut of_role = around.filter(|said| is_of_org(said, org.as_deref())).filter_map(|title| {
        let (role, country) = office_of(title)?;
        (role == office.0).then_some((title.holder?, country))
    });
    let of_country =
        of_role.by_ref().filter(|(holder, said)| is_of_country(store, article, *holder, *said, office));
    let mut holders = of_country.map(|(holder, _)| holder);
    let first = holders.next()?;
    holders.all(|other| other == first).then_some(first)
}

/// Whether a title names this organisation, if one is wanted: "the president of the Harbour Board" is nobody
/// who is only called "President".
fn is_of_org(said: &Title, wanted: Option<&str>) -> bool {
    let Some(wanted) = wanted else { return true };
    let own = said.org.as_deref().map(variants::plain_key);
    own.is_some_and(|own| own.contains(wanted) || wanted.contains(&*own))
}

/// Whether a holder of the role has the office of its country: said to be of it here, or elsewhere.
fn is_of_country(
    store: &EntityStore,
    article: &IndexedArticle,
    holder: Index<LocalEntity>,
    said: Option<CountryCode>,
    office: &OfficeKey,
) -> bool {
    let known = article.keys.get(holder.row()).and_then(|key| store.spellings.get(key));
    office.1.is_none()
        || said == office.1
        || said.is_none() && known.is_some_and(|known| known.offices.get(office) > 0)
}
