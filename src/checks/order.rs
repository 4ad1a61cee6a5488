//! Order and containment: DL203 order-conflict, DL206 outside-container. DatedArticle meetings of an article are stretches
//! of days; "before", "after", "during" bind them; what cannot all be laid out is reported.

use jiff::civil::{Date, date};

use super::Finding;
use super::case::{Case, contains_words, told_window};
use super::report::Report;
use super::solver::{Network, ORIGIN, Point};
use super::told::{Frame, Told, told};
use crate::meetings::{EventMention, Status};
use crate::text::Span;
use crate::time::{Window, window::days_between};

const DAY_ZERO: Date = date(1990, 1, 1);

/// Mentions that are looked at: the network's cost grows with their square.
const MOST: usize = 200;

/// Why a constraint holds.
#[derive(Clone, Debug, PartialEq)]
enum Because {
    /// A mention's date: index into the stretches.
    DatedArticle(usize),
    /// An order word between two mentions: first, then.
    Order { first: usize, then: usize, word: &'static str },
    /// The inner one is part of the outer one.
    Within { inner: usize, outer: usize },
    /// What ends has begun.
    Nature,
}

/// A dated meeting.
struct Stretch<'a> {
    mention: &'a EventMention,
    index: u32,
    window: Window,
    /// The mentions of its dates.
    when: Span,
    start: Point,
    end: Point,
}

pub(super) fn check(case: &Case<'_>, report: &mut Report) {
    let mut net = Network::new();
    let stretches = stretches(case, report, &mut net);
    if stretches.len() < 2 {
        return;
    }
    containment(case, &stretches, &mut net);
    order(case, &stretches, &mut net);
    let Some(cycle) = net.conflict() else { return };
    if let Some(finding) = explain(case, &stretches, &cycle) {
        report.add(finding);
    }
}

fn stretches<'a>(case: &'a Case<'_>, report: &Report, net: &mut Network<Because>) -> Vec<Stretch<'a>> {
    let mut out = Vec::new();
    for (index, mention) in case.article.meetings.mentions.iter().enumerate().take(MOST) {
        if mention.status == Status::Off || case.unsettled(mention.sentence) {
            continue;
        }
        let Some(Told { window, span: when, frame: Frame::Calendar, .. }) = told(case, mention) else {
            continue;
        };
        if report.is_tainted(when) {
            continue;
        }
        let (start, end) = (net.point(), net.point());
        let at = out.len();
        if let Some(from) = window.earliest {
            net.at_most(start, ORIGIN, -i64::from(days_between(DAY_ZERO, from)), Because::DatedArticle(at));
        }
        if let Some(to) = window.latest {
            net.at_most(ORIGIN, end, i64::from(days_between(DAY_ZERO, to)), Because::DatedArticle(at));
        }
        net.in_order(start, end, Because::Nature);
        out.push(Stretch { mention, index: index as u32, window, when, start, end });
    }
    out
}

/// During a visit, on the sidelines of a summit: within its days. Only where the sentence says so.
fn containment(case: &Case<'_>, stretches: &[Stretch<'_>], net: &mut Network<Because>) {
    for (inner_at, inner) in stretches.iter().enumerate() {
        let sentence = case.sentence(inner.mention.sentence);
        let said =
            ["during", "sidelines", "margins", "as part of"].iter().any(|w| contains_words(&sentence, w));
        let Some(outer_at) = inner.mention.part_of.filter(|_| said).and_then(|p| holder(case, stretches, p))
        else {
            continue;
        };
        // A visit told with one day has more days than that.
        let Some(outer) = stretches.get(outer_at).filter(|s| s.window.single().is_none()) else { continue };
        let because = Because::Within { inner: inner_at, outer: outer_at };
        net.in_order(outer.start, inner.end, because.clone());
        net.in_order(inner.start, outer.end, because);
    }
}

/// The dated stretch of a mention: its own, one of the same meeting, or, for "the visit", the only visit told.
fn holder(case: &Case<'_>, stretches: &[Stretch<'_>], mention: u32) -> Option<usize> {
    let this = case.article.meetings.mentions.get(mention as usize)?;
    let own = stretches.iter().position(|s| s.index == mention);
    let same = || stretches.iter().position(|s| s.mention.local == this.local);
    own.or_else(same).or_else(|| {
        let undated = this.when.is_empty() && this.series.is_none();
        let mut kin = stretches.iter().enumerate().filter(|(_, s)| s.mention.kind == this.kind);
        let (at, only) = kin.next().filter(|_| undated && kin.next().is_none())?;
        let shared = this.who.is_empty() || this.who.iter().any(|who| only.mention.who.contains(who));
        shared.then_some(at)
    })
}

const BEFORE: &[&str] = &["before", "ahead of", "prior to"];
const AFTER: &[&str] = &["after", "following"];

/// "met X on 17 May before the summit on 15 May": an order word between two mentions of one sentence.
fn order(case: &Case<'_>, stretches: &[Stretch<'_>], net: &mut Network<Because>) {
    for (at, pair) in stretches.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        if a.mention.sentence != b.mention.sentence || a.mention.span.end > b.mention.span.start {
            continue;
        }
        let between =
            case.article.text.slice(Span::new(a.mention.span.end, b.mention.span.start)).to_lowercase();
        let (before, after) = (only(&between, BEFORE), only(&between, AFTER));
        match (before, after) {
            (Some(word), None) => {
                net.in_order(a.start, b.end, Because::Order { first: at, then: at + 1, word });
            }
            (None, Some(word)) => {
                net.in_order(b.start, a.end, Because::Order { first: at + 1, then: at, word });
            }
            _ => {}
        }
    }
}

/// The order word, if the words between hold just one, near the second mention, and neither ends the clause.
fn only(between: &str, words: &[&'static str]) -> Option<&'static str> {
    let mut found = words.iter().filter(|word| contains_words(between, word));
    let word = found.next().filter(|_| found.next().is_none())?;
    let (left, rest) = between.split_once(word)?;
    let near = rest.split_whitespace().count() <= 4 && !rest.contains([',', ';', '.', ':']);
    let denied = ["not ", "never ", "shortly ", "until", "day ", "days ", "week", "month", "year"];
    (near && !denied.iter().any(|d| left.trim_end().ends_with(d.trim_end()))).then_some(word)
}

fn explain(case: &Case<'_>, stretches: &[Stretch<'_>], cycle: &[Because]) -> Option<Finding> {
    let bond = cycle.iter().find(|b| !matches!(b, Because::DatedArticle(_) | Because::Nature))?;
    let quote = |s: &Stretch<'_>| case.quote(s.mention.span);
    let finding = match bond {
        Because::Order { first, then, word } => {
            let (first, then) = (stretches.get(*first)?, stretches.get(*then)?);
            // The one told later in the text is blamed.
            let later = if first.when.start > then.when.start { first } else { then };
            let (a, b) = (quote(first), quote(then));
            let reason = format!("{} is after {}", told_window(first.window), told_window(then.window));
            let message = if AFTER.contains(word) {
                format!("`{b}` cannot be {word} `{a}`: {reason}")
            } else {
                format!("`{a}` cannot be {word} `{b}`: {reason}")
            };
            let other = if first.when.start > then.when.start { then } else { first };
            Finding::new(203, later.when, message)
                .related(case.place(other.when), format!("`{}`", quote(other)))
        }
        Because::Within { inner, outer } => {
            let (inner, outer) = (stretches.get(*inner)?, stretches.get(*outer)?);
            let message = format!(
                "`{}` on {} falls outside `{}` ({})",
                quote(inner),
                told_window(inner.window),
                quote(outer),
                told_window(outer.window)
            );
            Finding::new(206, inner.when, message)
                .related(case.place(outer.when), format!("`{}`", quote(outer)))
        }
        Because::DatedArticle(_) | Because::Nature => return None,
    };
    Some(finding)
}
