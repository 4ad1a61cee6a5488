//! DL202 headline-disagrees: the headline and the body give different lengths for one thing.

use super::Finding;
use super::context::Context;
use super::report::Report;
use crate::article::cues::DayLength;
use crate::text::ZoneKind;

/// A length, and what lasts that long, in lower case.
type LastingLength<'w> = (&'w DayLength, String);

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let body = lengths_in(context, |kind| matches!(kind, ZoneKind::Body | ZoneKind::Summary));
    for (said, what) in lengths_in(context, |kind| kind == ZoneKind::Headline) {
        let mut same = body.iter().filter(|(_, other)| *other == what).map(|(length, _)| length);
        let Some(other) = same.next().filter(|other| other.days != said.days) else { continue };
        // Exactly one length in the body, and a different one.
        let tainted = report.is_tainted(said.span) || report.is_tainted(other.span);
        if tainted || same.any(|length| length.days != other.days) {
            continue;
        }
        let (x, y) = (context.quote(said.span), context.quote(other.span));
        let edit = (context.place(said.number), other.days.to_string());
        report.add(
            Finding::new(202, said.span, format!("headline says `{x}`, body says `{y}`"))
                .related(context.place(other.span), "the body")
                .fix(format!("change the headline to {}", other.days), vec![edit]),
        );
    }
}

/// The lengths right before what lasts that long: "4-day visit". Only those certainly belong to it.
fn lengths_in<'w>(context: &Context<'w>, is_wanted: impl Fn(ZoneKind) -> bool) -> Vec<LastingLength<'w>> {
    let (article, mut out) = (context.article, Vec::new());
    for zone in article.zones.iter().filter(|zone| is_wanted(zone.kind)) {
        let lengths = article.cues.lengths_in(zone.span).filter(|length| !length.plural && length.days > 0);
        out.extend(
            lengths.filter_map(|length| Some((length, article.text.slice(length.what?).to_lowercase()))),
        );
    }
    out
}
