//! JSON Lines: one article per line, as `dateline annotate` writes it. `schema/annotate.schema.json`
//! describes a line.

use std::io::{self, Write};

use serde::Serialize;

use super::findings::{FindingRecord, finding_record};
use super::record::{ArticleRecord, PlaceRecord, article_record, in_file};
use super::{Corpus, Format};
use crate::checks::{self, Rules};
use crate::world::{DocId, World};

/// The row of the registry.
pub const FORMAT: Format = Format {
    name: "jsonl",
    extension: "jsonl",
    about: "JSON Lines: one article a line, as `dateline annotate` writes it",
    write,
};

/// The line of one article, without its break; `None` if the World does not contain it.
pub fn line(world: &World, doc: &DocId, rules: &Rules) -> serde_json::Result<Option<String>> {
    let Some(article) = article_record(world, doc) else { return Ok(None) };
    let findings = checks::findings(world, doc, rules);
    let findings = findings.iter().map(|finding| {
        let (start, end) = in_file(world, doc, finding.span);
        finding_record(finding, Extent { start, end }, |place| PlaceRecord::of(world, place))
    });
    serde_json::to_string(&Line { article, findings: findings.collect() }).map(Some)
}

#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    article: ArticleRecord,
    findings: Vec<FindingRecord<'a, Extent, PlaceRecord>>,
}

/// A place in the line's own article, in code points.
#[derive(Serialize)]
struct Extent {
    start: u32,
    end: u32,
}

fn write(corpus: &Corpus<'_>, out: &mut dyn Write) -> io::Result<()> {
    for doc in &corpus.articles {
        if let Some(line) = line(corpus.world, doc, corpus.rules)? {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}
