//! Findings as records, for every format that includes them. The contents of a finding are defined here; each
//! format decides how to give a place.

use serde::Serialize;

use crate::checks::{Finding, Fix};
use crate::world::Place;

/// A finding. `At` is the type of its place, `P` that of its other places.
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

/// One fix of a finding: all its edits together.
#[derive(Debug, Serialize)]
pub struct FixRecord<'a, P> {
    title: &'a str,
    edits: Vec<EditRecord<'a, P>>,
}

/// Replaces the text at a place.
#[derive(Debug, Serialize)]
pub struct EditRecord<'a, P> {
    #[serde(flatten)]
    at: P,
    new: &'a str,
}

/// The record of a finding at `at`.
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
