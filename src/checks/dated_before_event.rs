//! DL207 dated-before-event: a meeting of known date that an article dated earlier reports as held.

use super::Finding;
use super::context::Context;
use super::reasoning::past::past_verb;
use super::reasoning::wording;
use super::report::Report;
use crate::article::Cue;
use crate::meetings::{EventMention, Status};

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    for finding in told_too_early(context, report) {
        report.add(finding);
    }
}

fn told_too_early(context: &Context<'_>, report: &Report) -> Vec<Finding> {
    let Some(article) = context.dating().date.filter(|_| context.dating().stated) else { return Vec::new() };
    let mut out = Vec::new();
    for (account, event) in context.accounts() {
        let Some(profile) = &event.profile else { continue };
        let Some(window) = context.event_at(profile) else { continue };
        let eve = window.earliest.and_then(|first| first.yesterday().ok());
        if eve.is_none_or(|eve| article >= eve) {
            continue;
        }
        let mut mentions = context.mentions_of(account).filter(|mention| !report.is_tainted(mention.span));
        let Some(mention) = mentions.find(|mention| is_told_as_held(context, mention)) else { continue };
        let message = format!(
            "article is dated {}, before `{}` ({}), which it reports as past",
            wording::day(article),
            context.quote(mention.span),
            wording::window(window)
        );
        out.push(Finding::new(207, mention.span, message).related(profile.clone(), "the known date"));
    }
    out
}

fn is_told_as_held(context: &Context<'_>, mention: &EventMention) -> bool {
    mention.status == Status::Held
        && !context.article.is_of_another_day(mention.sentence)
        && !context.is_unsettled(mention.sentence)
        && !context.holds(mention.sentence, Cue::Foretells)
        && past_verb(context, mention.span, mention.sentence).is_some()
}
