//! Offices of public record: whoever is called "foreign minister" held that office then.

use super::{Clue, ClueKind};
use crate::almanac::{self, AlmanacTerm};
use crate::article::{Article, Days};
use crate::names::Title;
use crate::text::normalise::slug;
use crate::time::{Window, edtf};
use crate::world::dates::Known;

/// More people add nothing but time.
const MAX_PEOPLE: usize = 6;

/// Days before and after a handover in which people are still called by their office.
const HANDOVER_DAYS: i32 = 14;

/// How long an open term may have gone on after it was last checked, in days: about as long as a government
/// lasts.
const OPEN_DAYS: i32 = 1200;

pub(super) fn clues(article: &Article, known: &Known) -> Vec<Clue> {
    let titles = article.names.titles.iter().filter(|title| title.qualifier.is_none());
    let mut seen = Vec::new();
    let mut out = Vec::new();
    for title in titles {
        let Some(holder) = title.holder.filter(|holder| !seen.contains(holder)) else { continue };
        let Some(entity) = holder.of(&article.names.entities) else { continue };
        if known.knows(&entity.name) {
            continue;
        }
        let terms = terms(&entity.name, title);
        if terms.is_empty() {
            continue;
        }
        seen.push(holder);
        let mut days = Days::none();
        terms.iter().for_each(|term| days.add(term.widened(HANDOVER_DAYS)));
        let words = format!("{} is {}", entity.name, title.role);
        out.push(Clue { kind: ClueKind::Term, words, span: Some(title.span), bins: vec![days] });
        if out.len() == MAX_PEOPLE {
            break;
        }
    }
    out
}

/// The terms in which the almanac's only person of this name held the office of the title.
fn terms(name: &str, title: &Title) -> Vec<Window> {
    let people = almanac::people_named(name);
    let [person] = people.as_slice() else { return Vec::new() };
    let role = slug(&title.role);
    person.terms().filter(|term| slug(term.title) == role).map(known).collect()
}

/// The days of a term; one that is open lasts some years beyond the day it was last seen to be.
fn known(term: AlmanacTerm) -> Window {
    let seen = edtf::parse(term.checked).ok().and_then(|day| day.window.latest).or(term.when.earliest);
    let open = seen.and_then(|day| day.checked_add(jiff::Span::new().days(OPEN_DAYS)).ok());
    Window { latest: term.when.latest.or(open), ..term.when }
}
