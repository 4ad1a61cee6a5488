//! The meetings that are probably, or perhaps, the one of a hover, each with what speaks for it.

use std::fmt::Write as _;

use super::meeting::line;
use crate::events::likely::{LikelyEvent, Likeness};
use crate::ide::{Linker, show};
use crate::world::{EventMentionRef, World};

/// Meetings listed under each heading, and reasons given for each.
const MAX_LISTED: usize = 5;
const MAX_REASONS: usize = 3;

/// "**Probably the same** … **Perhaps the same** …"; nothing where the meeting is told of once.
pub(super) fn section(world: &World, mention: &EventMentionRef, link: Linker<'_>) -> String {
    let mut out = String::new();
    let Some(event) = world.event_of(mention) else { return out };
    list(world, &mut out, "Probably the same", &world.probably_same(&event.id), link);
    list(world, &mut out, "Perhaps the same", &world.perhaps_same(&event.id), link);
    out
}

fn list(world: &World, out: &mut String, heading: &str, all: &[LikelyEvent], link: Linker<'_>) {
    if all.is_empty() {
        return;
    }
    let _ = write!(out, "\n\n**{heading}**\n");
    for other in all.iter().take(MAX_LISTED) {
        let Some(event) = world.event(&other.event) else { continue };
        let why: Vec<&str> = other.why.iter().take(MAX_REASONS).map(|one| in_words(*one)).collect();
        let why = if why.is_empty() { String::new() } else { format!(": {}", why.join(", ")) };
        let _ = writeln!(out, "- {}{why}", line(world, event, None, link));
    }
    show::left(out, all.len(), MAX_LISTED);
}

const fn in_words(one: Likeness) -> &'static str {
    match one {
        Likeness::SamePair => "the same people",
        Likeness::PairAmongOthers => "two of the same people",
        Likeness::SamePersonAlone => "the same person",
        Likeness::PartnersUnknown => "the same person, whoever the others are",
        Likeness::PersonAmongOthers => "one of the same people",
        Likeness::OneInCommon => "only one person in common",
        Likeness::NobodyInCommon => "nobody in common",
        Likeness::NobodyNamed => "one account names nobody",
        Likeness::SameName => "the same name",
        Likeness::NameWithin => "one name within the other",
        Likeness::SimilarName => "similar names",
        Likeness::DifferentName => "other names",
        Likeness::OneNamed => "only one has a name",
        Likeness::SameNumber => "the same number",
        Likeness::OtherNumber => "another number",
        Likeness::SameTownNamed => "the same town",
        Likeness::OtherTownNamed => "another town",
        Likeness::SameCountryNamed => "the same country",
        Likeness::OtherCountryNamed => "another country",
        Likeness::PlaceUnknown => "a place is not given",
        Likeness::DaysMeet => "the same days",
        Likeness::MonthsMeet => "the same month",
        Likeness::YearsMeet => "times that overlap",
        Likeness::DaysApart => "days apart",
        Likeness::WeeksApart => "weeks apart",
        Likeness::MonthsApart => "months apart",
        Likeness::MayBeSameDays => "it may be the same days",
        Likeness::CannotBeSameDays => "it cannot be the same days",
        Likeness::DaysUnknown => "a date is not given",
        Likeness::SameKind => "the same kind of meeting",
        Likeness::TalksOrSummit => "talks and a summit",
        Likeness::TalksAtGathering => "talks and a gathering",
        Likeness::MeetingOnVisit => "a visit and a meeting",
        Likeness::CallOnly => "only one is a call",
        Likeness::DifferentKind => "different kinds of meeting",
        Likeness::SameVisitor => "the same visitor",
        Likeness::OtherVisitor => "another visitor",
        Likeness::PlannedAndHeld => "planned here, held there",
        Likeness::BothPlanned => "planned in both",
        Likeness::NewsOfSameDays => "news of the same days",
        Likeness::NewsOfOtherMonths => "news of other months",
        Likeness::SameStory => "the articles tell of the same people",
        Likeness::OtherStory => "the articles tell of other people",
        Likeness::OneArticle => "one article tells of both",
    }
}
