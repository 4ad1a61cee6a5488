//! Code actions: the fixes of findings, and what a user can decide at a place.

mod date;
mod person;

use jiff::civil::Date;

use crate::checks::{self, Code, Fix, Rules};
use crate::text::Span;
use crate::time::wording;
use crate::world::{DocId, World};

pub use date::in_front_matter;
pub(super) use person::add_alias;

/// Something the user can do.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeAction {
    /// The edits. They may name a document that does not exist yet and is to be created.
    pub fix: Fix,
    /// A quick fix for findings, or a refactoring.
    pub quick: bool,
    /// The code and the span of the finding it fixes.
    pub mends: Option<(Code, Span)>,
    /// The article's date, to be stated in the workspace's settings. Those are not part of a World, so the
    /// fix has no edits yet.
    pub states: Option<Date>,
}

/// Everything that can be done within `range`. All fixes of a finding are offered and none is preferred:
/// fixing a date changes what the article says, and only a person may decide that.
///
/// `home` is the profile file to create if the workspace has none yet; `None` if it cannot have one.
pub fn code_actions(
    world: &World,
    doc: &DocId,
    range: Span,
    rules: &Rules,
    home: Option<&DocId>,
) -> Vec<CodeAction> {
    let findings = checks::findings(world, doc, rules);
    let here: Vec<_> = findings
        .into_iter()
        .filter(|finding| finding.span.touches(range.start) || finding.span.overlaps(range))
        .collect();
    let undated = here
        .iter()
        .map(|finding| (finding.code, finding.span))
        .find(|(code, _)| [Code::new(901), Code::new(902)].contains(code));
    let dates = dates(world, doc, range, undated);
    let fixes = here.into_iter().flat_map(|finding| {
        let mends = Some((finding.code, finding.span));
        finding.fixes.into_iter().map(move |fix| CodeAction { fix, quick: true, mends, states: None })
    });
    let decisions = person::actions(world, doc, range.start, home).into_iter().map(|fix| CodeAction {
        fix,
        quick: false,
        mends: None,
        states: None,
    });
    fixes.chain(dates).chain(decisions).collect()
}

/// "Set the article's date", for every day on offer here.
fn dates(world: &World, doc: &DocId, range: Span, mends: Option<(Code, Span)>) -> Vec<CodeAction> {
    let Some(dated) = world.article(doc) else { return Vec::new() };
    let in_text = date::in_text(dated);
    let days = date::days(dated, range).into_iter();
    days.map(|day| CodeAction {
        fix: Fix {
            title: format!("Set the article’s date to {}", wording::day(day)),
            edits: in_text.then(|| in_front_matter(doc, dated, day)).into_iter().collect(),
        },
        quick: mends.is_some(),
        mends,
        states: (!in_text).then_some(day),
    })
    .collect()
}
