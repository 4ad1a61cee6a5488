//! DL401 office-outside-term: a person called by an office that a profile ends before, or begins after, the
//! article's date.

use super::Finding;
use super::context::Context;
use super::reasoning::office_terms::{MAX_HANDOVER_DAYS, terms_of};
use super::reasoning::wording;
use super::report::Report;
use crate::article::Cue;
use crate::names::Title;
use crate::text::{Index, Sentence, indexed};
use crate::time::{Tense, Timex};
use crate::world::{Place, TitleRef};

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let mut seen = Vec::new();
    for (index, title) in indexed(&context.article.names.titles) {
        if seen.contains(&(title.holder, &title.role)) {
            continue;
        }
        if let Some(finding) = outside_term(context, index, title) {
            // Once per person and office.
            seen.push((title.holder, &title.role));
            report.add(finding);
        }
    }
}

fn outside_term(context: &Context<'_>, index: Index<Title>, title: &Title) -> Option<Finding> {
    let article = context.dating().date?;
    let holder = title.holder.filter(|_| title.qualifier.is_none())?;
    let link = context.world.holder_of(&TitleRef::new(context.doc, index));
    let link = link.filter(|link| link.confidence == 100)?;
    let (doc, person) = context.world.person_profile(&link.entity.0)?;
    let terms = terms_of(person, title);
    let is_in_term = terms.iter().any(|(_, term)| term.widened(MAX_HANDOVER_DAYS).contains(article));
    if terms.is_empty() || is_in_term || looks_back(context, title.sentence) {
        return None;
    }
    let name = holder.of(&context.article.names.entities).map_or("", |entity| &entity.name);
    let spelled: Vec<String> = terms.iter().map(|(_, term)| wording::stretch(*term)).collect();
    let message =
        format!("{name} was not {} on {} ({})", title.role, wording::day(article), spelled.join("; "));
    let mut finding = Finding::new(401, title.span, message);
    for (office, _) in &terms {
        finding = finding.related(Place { doc: doc.clone(), span: office.span }, "the term");
    }
    Some(finding)
}

/// Whether a title may belong to another time: the sentence is about one, quotes, or retracts something.
fn looks_back(context: &Context<'_>, sentence: Index<Sentence>) -> bool {
    let text = context.article.text.slice(context.article.sentence(sentence));
    context.article.times.iter().any(|timex| timex.sentence == sentence && is_other_time(timex))
        || context.holds(sentence, Cue::OtherTime)
        || text.contains(['"', '“', '«'])
        || context.takes_back(sentence)
}

fn is_other_time(timex: &Timex) -> bool {
    timex.parts.year.is_some() || timex.tense == Some(Tense::Past) && timex.parts.weekday.is_none()
}
