//! Offices of public record: whoever is called "foreign minister" held that office then.

use jiff::Span;

use super::{Clue, ClueKind};
use crate::almanac::{self, AlmanacTerm};
use crate::article::{Article, Days};
use crate::names::Title;
use crate::text::normalise::{one_line, slug};
use crate::time::{Window, wording};
use crate::world::dates::Known;

/// More people add nothing but time.
const MAX_PEOPLE: usize = 6;

/// Days before and after a handover in which people are still called by their office.
const HANDOVER_DAYS: i32 = 14;

/// How long an open term may have gone on after the almanac was made, in days: about as long as a government
/// lasts.
const OPEN_DAYS: i32 = 1200;

/// How long a term that ended on an unknown day may have lasted, in years: two long terms.
const ENDED_YEARS: i32 = 12;

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
        let called = called(article, title, &entity.name);
        let mut held = Days::none();
        let mut clue = Clue::new(ClueKind::Term, format!("{called} at the time"), title.span, Vec::new());
        for term in terms {
            let window = days(term).widened(HANDOVER_DAYS);
            held.add(window);
            clue.better.push((window, format!("{called} {}", when(term))));
        }
        clue.bins.push(held);
        out.push(clue);
        if out.len() == MAX_PEOPLE {
            break;
        }
    }
    out
}

/// "“Russian President” Vladimir Putin: in office", "“top diplomat” Wang Yi: foreign minister".
fn called(article: &Article, title: &Title, name: &str) -> String {
    let words = one_line(article.text.slice(title.span));
    let is_said = words.to_lowercase().contains(&*title.role);
    format!("“{words}” {name}: {}", if is_said { "in office" } else { &title.role })
}

/// "since 9 March 2004", and of a term that ended on an unknown day "from 9 March 2004".
fn when(term: AlmanacTerm) -> String {
    if term.ended { wording::beginning(term.when) } else { wording::stretch(term.when) }
}

/// The terms in which the almanac's only person of this name held the office of the title.
fn terms(name: &str, title: &Title) -> Vec<AlmanacTerm> {
    let role = slug(&title.role);
    let holds = |term: &AlmanacTerm| {
        slug(term.title) == role && title.country.is_none_or(|country| country.as_str() == term.country)
    };
    let mut people = almanac::people_named(name);
    if people.is_empty() {
        people = almanac::people_named(&without_initials(name));
    }
    if people.is_empty() && !name.contains(' ') {
        people = almanac::people_by_surname(name);
        people.retain(|person| person.terms().any(|term| holds(&term)));
    }
    let [person] = people.as_slice() else { return Vec::new() };
    person.terms().filter(holds).collect()
}

/// "Joseph Roe" for "Joseph R. Roe, Jr.".
fn without_initials(name: &str) -> String {
    let main = name.split(',').next().unwrap_or(name);
    let is_initial = |word: &&str| word.trim_end_matches('.').chars().count() == 1;
    main.split(' ').filter(|word| !is_initial(word)).collect::<Vec<_>>().join(" ")
}

/// The days of a term. One that is open may last beyond what the almanac knows.
fn days(term: AlmanacTerm) -> Window {
    let longest = match term.ended {
        true => term.when.earliest.and_then(|day| day.checked_add(Span::new().years(ENDED_YEARS)).ok()),
        false => almanac::MADE.checked_add(Span::new().days(OPEN_DAYS)).ok(),
    };
    Window { latest: term.when.latest.or(longest), ..term.when }
}
