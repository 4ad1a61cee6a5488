//! `seeds/README.md` is a promise to anyone who tries Dateline: each row of its tables is read here and
//! compared with what the program says. A row marked *(not yet)* must really not hold, so that the mark is
//! removed in time.

use std::path::Path;

use dateline::checks;
use dateline::export::record::{ArticleRecord, article_record};
use dateline::world::{DocId, World};

use crate::seeds;

pub const NOT_YET: &str = "(not yet)";

/// The demo corpus and its README.
fn open() -> (World, checks::Rules, String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let readme = std::fs::read_to_string(folder.join("README.md")).unwrap();
    let (world, config) = seeds::open(&folder);
    (world, config.rules, readme)
}

/// The cells of the table below a heading, without the table's own head.
fn table(readme: &str, heading: &str) -> Vec<Vec<String>> {
    let (_, below) = readme.split_once(&format!("## {heading}\n")).expect("the heading");
    let lines = below.lines().take_while(|line| !line.starts_with("## "));
    let rows = lines.filter(|line| line.starts_with('|')).skip(2);
    let cells = |row: &str| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    rows.map(cells).collect()
}

/// The text between two marks: `files` in backticks, *words* in italics.
fn marked<'t>(cell: &'t str, mark: &'static str) -> impl Iterator<Item = &'t str> {
    cell.split(mark).skip(1).step_by(2)
}

fn record_of(world: &World, file: &str) -> ArticleRecord {
    article_record(world, &DocId::new(file))
        .unwrap_or_else(|| panic!("{file} is no article of the demo corpus"))
}

/// The meetings mentioned where `words` begin: at most one, or several for a plural.
fn events_at(world: &World, file: &str, words: &str) -> Vec<String> {
    let text = world.text(&DocId::new(file)).unwrap();
    let found: Vec<_> = text.as_str().match_indices(words).collect();
    let [(at, _)] = found.as_slice() else {
        panic!("{file}: “{words}” stands there {} times", found.len())
    };
    let at = text.code_points(*at as u32);
    let record = record_of(world, file);
    let here = record.events.into_iter().filter(|event| (event.start..event.end).contains(&at));
    here.map(|event| event.event).collect()
}

#[test]
fn meetings_told_more_than_once() {
    let (world, _, readme) = open();
    let mut broken = Vec::new();
    let rows = table(&readme, "Told more than once");
    assert!(rows.len() > 15, "{rows:?}");
    for row in rows {
        let [meeting, articles] = row.as_slice() else { panic!("{row:?}") };
        let files: Vec<_> = marked(articles, "`").collect();
        let words: Vec<_> = marked(articles, "*").collect();
        // Each account extends to the next one's file name; the mark is in that part.
        let open: Vec<_> =
            articles.split('`').skip(2).step_by(2).map(|rest| rest.contains(NOT_YET)).collect();
        assert!(files.len() >= 2 && files.len() == words.len(), "{row:?}");
        let first = events_at(&world, files[0], words[0]);
        for ((file, words), open) in files.iter().zip(&words).zip(&open).skip(1) {
            let linked = events_at(&world, file, words).iter().any(|event| first.contains(event));
            match (linked, open) {
                (true, true) => broken.push(format!("{meeting}: {file} is linked now; take {NOT_YET} away")),
                (false, false) => broken.push(format!("{meeting}: {file} *{words}* is not linked")),
                _ => {}
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn how_each_article_is_dated() {
    let (world, _, readme) = open();
    let mut broken = Vec::new();
    let rows = table(&readme, "How each article is dated");
    assert_eq!(rows.len(), world.article_count());
    for row in rows {
        let [file, date, why] = row.as_slice() else { panic!("{row:?}") };
        let file = file.trim_matches('`');
        let dating = &world.article(&DocId::new(file)).unwrap_or_else(|| panic!("no {file}")).dating;
        let said = match (dating.date, dating.window()) {
            (Some(date), _) => date.to_string(),
            (None, Some(window)) => crate::seeds::days(window),
            (None, None) => "open".to_owned(),
        };
        let holds = said == in_iso(date.trim_end_matches(NOT_YET).trim());
        if holds == date.contains(NOT_YET) {
            broken.push(format!("{file}: README says {date}, Dateline {said}"));
        }
        if dating.date.is_some() && dating.stated == why.starts_with("inferred") {
            broken.push(format!("{file}: README says “{why}”, stated is {}", dating.stated));
        }
        for (said, reason) in [
            ("file name", "the file name"),
            ("byline", "the byline"),
            ("front matter", "the front matter"),
            ("dateline;", "the dateline"),
            ("address", "the address"),
        ] {
            let given = dating.evidence.iter().any(|evidence| evidence.words.contains(reason));
            if why.starts_with(said) && !given {
                broken.push(format!("{file}: README says “{why}”, the evidence is {:?}", dating.evidence));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// "12 to 19 May 2019" in the form that hovers use.
fn in_iso(date: &str) -> String {
    let words: Vec<_> = date.split(' ').collect();
    match words.as_slice() {
        [first, "to", last, "May", year] => format!("{year}-05-{first:0>2} to {year}-05-{last:0>2}"),
        _ => date.to_owned(),
    }
}

#[test]
fn planted_faults() {
    let (world, rules, readme) = open();
    let suppressed = "ignored in `dateline.toml`";
    for row in table(&readme, "Planted faults") {
        let [files, says, why, code] = row.as_slice() else { panic!("{row:?}") };
        for file in marked(files, "`") {
            let doc = DocId::new(file);
            let article = &world.article(&doc).unwrap_or_else(|| panic!("no {file}")).article;
            let with = |rules: &checks::Rules| {
                let all = checks::findings(&world, &doc, rules).into_iter();
                all.filter(|finding| finding.code.to_string() == *code)
                    .map(|finding| article.text.slice(finding.span).to_owned())
                    .collect::<Vec<_>>()
            };
            assert_eq!(with(&rules).is_empty(), why.contains(suppressed), "{row:?}");
            // The words under the squiggle are those of the table.
            let blamed = with(&checks::Rules::default());
            assert!(blamed.iter().any(|words| agree(says, words)), "{row:?}: {blamed:?}");
        }
    }
}

/// Whether a cell of the table quotes what is blamed, or paraphrases it with most of its words.
fn agree(says: &str, blamed: &str) -> bool {
    let words: Vec<_> = blamed.split_whitespace().collect();
    let there = words.iter().filter(|word| says.contains(word.trim_matches(','))).count();
    there * 2 > words.len()
}
