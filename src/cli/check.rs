//! `dateline check`: the findings of a corpus, for people and for machines.

mod github;
mod json;
mod sarif;
mod text;

use std::process::ExitCode;

use rayon::prelude::*;

use super::{CheckArgs, Failure, ReportFormat, print, workspace, workspace::LoadedCorpus};
use crate::checks::{self, Finding, Severity};
use crate::world::{DocId, Place, World};

/// A finding with its place.
struct Found {
    place: Place,
    finding: Finding,
}

/// The contents of a report.
struct Report<'a> {
    loaded: &'a LoadedCorpus,
    world: &'a World,
    /// The articles that the user asked about.
    articles: usize,
    /// By document and place.
    found: Vec<Found>,
    /// Whether formats for people show hints.
    hints: bool,
}

impl Report<'_> {
    /// The name of an article in a file that holds several: "wire.txt#3".
    fn article(&self, doc: &DocId) -> Option<String> {
        doc.number().map(|_| self.loaded.named(doc))
    }

    /// The findings that a format for people shows, the loudest first.
    fn shown(&self) -> Vec<&Found> {
        let shown = self.found.iter().filter(|found| self.hints || found.finding.severity != Severity::Hint);
        let mut shown: Vec<&Found> = shown.collect();
        shown.sort_by_key(|found| found.finding.severity);
        shown
    }
}

pub fn run(args: &CheckArgs) -> Result<ExitCode, Failure> {
    let loaded = workspace::load(&args.paths)?;
    let world = &loaded.world;
    let articles = world.articles().filter(|(doc, _)| loaded.wanted(doc)).count();
    let report = Report { loaded: &loaded, world, articles, found: found(&loaded), hints: args.hints };
    let out = match args.format {
        ReportFormat::Text => text::render(&report, args.color),
        ReportFormat::Json => json::render(&report)?,
        ReportFormat::Sarif => sarif::render(&report)?,
        ReportFormat::Github => github::render(&report),
    };
    print(&out)?;
    if loaded.unread() {
        return Ok(ExitCode::from(2));
    }
    // Hints inform; they do not fail a build.
    let clean = report.found.iter().all(|found| found.finding.severity == Severity::Hint);
    Ok(if clean { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// All findings in the documents the user asked for, by document and place.
fn found(loaded: &LoadedCorpus) -> Vec<Found> {
    let world = &loaded.world;
    let docs: Vec<_> =
        world.articles().map(|(doc, _)| doc).chain(world.profile_files().map(|(doc, _)| doc)).collect();
    let wanted = docs.into_par_iter().filter(|doc| loaded.wanted(doc));
    let mut found: Vec<_> = wanted.flat_map_iter(|doc| found_in(loaded, doc)).collect();
    found.sort_by(|a, b| (&a.place, a.finding.code).cmp(&(&b.place, b.finding.code)));
    found
}

fn found_in(loaded: &LoadedCorpus, doc: &DocId) -> Vec<Found> {
    let findings = checks::findings(&loaded.world, doc, &loaded.config.rules).into_iter();
    findings.map(|finding| Found { place: Place { doc: doc.clone(), span: finding.span }, finding }).collect()
}

/// A place as line and column of its file, both from one; columns count code points.
fn line_column(world: &World, doc: &DocId, offset: u32) -> (u32, u32) {
    let Some((text, start)) = world.file_text(doc) else { return (1, 1) };
    let position = text.position(start + offset, crate::text::position::Encoding::Utf32);
    (position.line + 1, position.column + 1)
}
