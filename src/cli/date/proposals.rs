//! The dates to state: from a table, from file names, or the likely ones. Of several the first counts.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Asked, DateArgs, Failure, from_csv, from_names};
use crate::text::DocId;
use crate::time::wording;
use crate::world::DatedArticle;
use crate::world::sources::ConfiguredDate;

/// Files named one by one in a note.
const MAX_NAMED: usize = 5;

/// A date to be stated.
pub(super) struct Proposal {
    pub stated: ConfiguredDate,
    /// What the article states itself, where that is another day.
    pub instead_of: Option<Date>,
}

/// What the user's options give, in order of path; what an article states already is left out.
pub(super) fn gather(asked: &Asked, args: &DateArgs) -> Result<Vec<Proposal>, Failure> {
    let mut found: BTreeMap<DocId, (Date, String)> = BTreeMap::new();
    if let Some(file) = &args.from_csv {
        let source = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        for (doc, date) in from_csv::dates(asked, file)? {
            found.insert(doc, (date, source.clone()));
        }
    }
    if let Some(pattern) = &args.from_names {
        let pattern = from_names::Pattern::parse(pattern)?;
        let mut unfit = Vec::new();
        for (doc, _) in asked.dated() {
            match asked.loaded.relative(doc).and_then(|path| pattern.date(&path)) {
                Some(date) => drop(found.entry(doc.clone()).or_insert((date, "file name".into()))),
                None => unfit.push(doc),
            }
        }
        note(asked, &unfit, "do not fit the pattern");
    }
    if args.accept_likely {
        let likely = asked.dated().filter_map(|(doc, dated)| Some((doc, dated.dating.likely?)));
        for (doc, likely) in likely {
            let source = format!("likely {}", wording::window(likely.window));
            found.entry(doc.clone()).or_insert((likely.day, source));
        }
    }
    let proposals = found.into_iter().filter_map(|(doc, (date, source))| {
        let dated = asked.loaded.world.article(&doc)?;
        let file = asked.loaded.relative(&doc)?.into_owned();
        proposal(dated, ConfiguredDate { file, date, source: Some(source) })
    });
    let proposals: Vec<_> = proposals.collect();
    overruled(&proposals);
    Ok(proposals)
}

/// `None` if the article states this date itself.
fn proposal(dated: &DatedArticle, stated: ConfiguredDate) -> Option<Proposal> {
    let own = dated.dating.date.filter(|_| dated.dating.stated);
    (own != Some(stated.date)).then_some(Proposal { stated, instead_of: own })
}

/// Tells of articles that state another day: a pattern that reads the wrong figures shows here.
fn overruled(proposals: &[Proposal]) {
    let other = proposals.iter().filter_map(|proposal| Some((&proposal.stated, proposal.instead_of?)));
    let other: Vec<_> = other.collect();
    for (stated, own) in other.iter().take(MAX_NAMED) {
        let (own, new) = (wording::day(*own), wording::day(stated.date));
        eprintln!("note: {} states {own}; {new} outranks it once written", stated.file);
    }
    if other.len() > MAX_NAMED {
        eprintln!("note: {} more state another day (`--format json` lists them)", other.len() - MAX_NAMED);
    }
}

/// "note: 3 of 38 articles do not fit the pattern: a.txt, b.txt, c.txt".
fn note(asked: &Asked, docs: &[&DocId], what: &str) {
    if docs.is_empty() {
        return;
    }
    let mut named: Vec<String> = docs.iter().take(MAX_NAMED).map(|doc| asked.loaded.named(doc)).collect();
    if docs.len() > MAX_NAMED {
        named.push("…".into());
    }
    eprintln!("note: {} of {} articles {what}: {}", docs.len(), asked.articles.len(), named.join(", "));
}
