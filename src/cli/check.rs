//! `dateline check`: the findings of a corpus, for people and for machines.

mod github;
mod json;
mod sarif;
mod text;

use std::process::ExitCode;

use super::{CheckArgs, Failure, Format, print, workspace};
use crate::checks::{self, Finding, Severity};
use crate::corpus::{DocId, Place, World};

/// A finding with its place.
struct Found {
    place: Place,
    finding: Finding,
}

/// What a report is made of.
struct Report<'w> {
    world: &'w World,
    found: Vec<Found>,
    /// Files that were not read, with the reason.
    skipped: Vec<(String, String)>,
    articles: usize,
}

pub fn run(args: &CheckArgs) -> Result<ExitCode, Failure> {
    let loaded = workspace::load(&args.paths)?;
    let world = &loaded.world;
    let docs = world.articles().map(|(doc, _)| doc).chain(world.profile_files().map(|(doc, _)| doc));
    let mut found: Vec<_> = docs
        .filter(|doc| loaded.wanted(doc))
        .flat_map(|doc| {
            checks::findings(world, doc, &loaded.config.rules)
                .into_iter()
                .map(|finding| Found { place: Place { doc: doc.clone(), span: finding.span }, finding })
        })
        .collect();
    found.sort_by(|a, b| (&a.place, a.finding.code).cmp(&(&b.place, b.finding.code)));
    let report = Report { world, found, skipped: loaded.skipped, articles: world.articles().count() };
    let out = match args.format {
        Format::Text => text::render(&report, args.color),
        Format::Json => json::render(&report)?,
        Format::Sarif => sarif::render(&report)?,
        Format::Github => github::render(&report),
    };
    print(&out)?;
    // Hints inform; they do not fail a build.
    let clean = report.found.iter().all(|found| found.finding.severity == Severity::Hint);
    Ok(if clean { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// A place as line and column, both from one; columns count code points.
fn line_column(world: &World, doc: &DocId, offset: u32) -> (u32, u32) {
    let Some(text) = world.text(doc) else { return (1, 1) };
    let position = text.position(offset, crate::text::position::Encoding::Utf32);
    (position.line + 1, position.column + 1)
}
