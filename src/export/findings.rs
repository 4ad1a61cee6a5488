//! Findings as records, for every format that tells of them: what a finding is made of is said here, how a
//! place is given is the format's own.

use serde::Serialize;

use crate::checks::{Finding, Fix};
use crate::world::Place;

/// A finding. `At` says where it stands, `P` is how its other places are given.
#[derive(Debug, Serialize)]
pub struct FindingRecord<'a, At, P> {
    code: String,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    at: At,
    related: Vec<RelatedRecord<'a, P>>,
    fixes: Vec<FixRecord<'a, P>>,
}

/// What a finding rests on.
#[derive(Debug, Serialize)]
pub struct RelatedRecord<'a, P> {
    #[serde(flatten)]
    at: P,
    message: &'a str,
}

/// One way to mend a finding: all its edits together.
#[derive(Debug, Serialize)]
pub struct FixRecord<'a, P> {
    title: &'a str,
    edits: Vec<EditRecord<'a, P>>,
}

/// Replaces what stands at a place.
#[derive(Debug, Serialize)]
pub struct EditRecord<'a, P> {
    #[serde(flatten)]
    at: P,
    new: &'a str,
}

/// The record of a finding that stands at `at`.
pub fn finding_record<'a, At, P>(
    finding: &'a Finding,
    at: At,
    place: impl Fn(&Place) -> P,
) -> FindingRecord<'a, At, P> {
    let related = finding.related.iter();
    FindingRecord {
        code: finding.code.to_string(),
        severity: finding.severity.as_str(),
        message: &finding.message,
        at,
        related: related.map(|r| RelatedRecord { at: place(&r.place), message: &r.message }).collect(),
        fixes: finding.fixes.iter().map(|fix| fix_record(fix, &place)).collect(),
    }
}

fn fix_record<'a, P>(fix: &'a Fix, place: &impl Fn(&Place) -> P) -> FixRecord<'a, P> {
    let edits = fix.edits.iter().map(|edit| EditRecord { at: place(&edit.place), new: &edit.new });
    FixRecord { title: &fix.title, edits: edits.collect() }
}
