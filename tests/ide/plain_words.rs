//! Nothing that readers see of the demo corpus holds an internal code: no TIMEX3 value, no name of a rule, no
//! date as machines write it.

use std::path::Path;

use dateline::checks;
use dateline::ide::document_symbol::{DocumentSymbol, document_symbols};
use dateline::ide::hover::hover;
use dateline::ide::inlay_hint::inlay_hints;
use dateline::ide::workspace_symbol::workspace_symbols;
use dateline::text::Span;
use dateline::world::{DocId, World};
use regex_lite::Regex;

/// What a reader cannot know.
const CODES: &[&str] = &[
    r"\b\d{4}-\d{2}",
    r"XXXX",
    r"\bP(T?[0-9X]+(\.5)?[A-Z]{1,2})+\b",
    r"\d[T-]W\d\d",
    r"\b(PAST|PRESENT|FUTURE)\\?_REF",
    r"\b(DATE|TIME|DURATION|SET) ",
    r"\bmod=",
    r"\brule:",
    r"(^|[\s(“])(org|place)/",
    r"\bDL\d{3}\b",
    r"· [A-Z]{2}( ·|,| —|$)",
    r"\bedition \d",
    r"said undated|last undated|without the name|% sure",
    r"\b2040\b",
    r"is dated `",
];

/// Places: "2023-09-18-moscow.txt:3".
const FILES: &str = r"[\w().-]+( \(\d\))?\.(txt|md|toml)";

/// A text that is shown, and where.
type Shown = (String, String);

#[test]
fn no_code_is_shown() {
    let (world, config) = crate::seeds::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds"));
    let mut all = Vec::new();
    for (doc, dated) in world.articles() {
        let article = &dated.article;
        let names = article.names.mentions.iter().map(|mention| mention.span);
        let titles = article.names.titles.iter().map(|title| title.span);
        let meetings = article.meetings.mentions.iter().map(|mention| mention.span);
        let times = article.times.iter().map(|time| time.span);
        let spans: Vec<Span> = names.chain(titles).chain(meetings).chain(times).collect();
        all.extend(spans.into_iter().filter_map(|span| hovered(&world, doc, span.start)));
        lists(&mut all, &world, doc);
        for finding in checks::findings(&world, doc, &config.rules) {
            let related = finding.related.into_iter().map(|related| related.message);
            let fixes = finding.fixes.into_iter().map(|fix| fix.title);
            let said = std::iter::once(finding.message).chain(finding.help).chain(related).chain(fixes);
            all.extend(said.map(|said| (format!("finding of {doc}"), said)));
        }
    }
    for (doc, _) in world.profile_files() {
        let text = world.text(doc).unwrap();
        for (at, _) in text.as_str().match_indices(" = ") {
            // Profiles explain how dates are written, in `…`.
            let code = Regex::new("`[^`]*`|\"[^\"]*\"").unwrap();
            let hover = hovered(&world, doc, at as u32 + 4);
            all.extend(hover.map(|(place, said)| (place, code.replace_all(&said, "").into_owned())));
        }
        lists(&mut all, &world, doc);
    }
    for query in ["", "wang", "talks", "summit", "visit"] {
        let found = workspace_symbols(&world, query, 100).into_iter();
        all.extend(
            found.map(|symbol| ("search".to_owned(), format!("{} {}", symbol.name, symbol.container))),
        );
    }
    assert!(all.len() > 2000, "only {} texts", all.len());
    let coded = coded(&all);
    assert!(coded.is_empty(), "{} texts: {:#?}", coded.len(), coded.get(..5).unwrap_or(&coded));
}

#[test]
fn codes_are_found() {
    for code in [
        "Tuesday XXXX-WXX-6",
        "DATE 2023-10 · rule: unit",
        "days → PXD",
        "edition 3 of belt road",
        "President of France — said undated in a.txt:3",
        "8423 days fit, 10 Dec 2017 – 31 Dec 2040",
        "this meeting is dated `today`",
        "Chancellor · DE · since 2005",
        "“visit” 2023-W37",
    ] {
        assert_eq!(coded(&[("x".to_owned(), code.to_owned())]).len(), 1, "{code}");
    }
}

/// Texts that hold a code, each with its place.
fn coded(all: &[Shown]) -> Vec<String> {
    let files = Regex::new(FILES).unwrap();
    let codes: Vec<Regex> = CODES.iter().map(|code| Regex::new(code).unwrap()).collect();
    let mut found = Vec::new();
    for (place, said) in all {
        let rest = files.replace_all(said, "FILE");
        let bad: Vec<&str> =
            codes.iter().filter_map(|code| code.find(&rest)).map(|found| found.as_str()).collect();
        if !bad.is_empty() {
            found.push(format!("{place}: {bad:?} in {said}"));
        }
    }
    found.sort();
    found.dedup();
    found
}

fn hovered(world: &World, doc: &DocId, offset: u32) -> Option<Shown> {
    let text = world.text(doc)?;
    let hover = hover(world, doc, offset, &|_| None)?;
    // The words of the text are not ours.
    let said = hover.markdown.replacen(text.slice(hover.span), "…", 1);
    Some((format!("hover {doc}:{}", text.line_of(offset) + 1), said))
}

/// Inlay hints and the outline.
fn lists(all: &mut Vec<Shown>, world: &World, doc: &DocId) {
    let whole = Span::new(0, world.text(doc).unwrap().as_str().len() as u32);
    let hints = inlay_hints(world, doc, whole).into_iter();
    all.extend(hints.map(|hint| (format!("hint {doc}"), format!("{} {}", hint.label, hint.tooltip))));
    fn outline(all: &mut Vec<Shown>, doc: &DocId, symbols: Vec<DocumentSymbol>) {
        for symbol in symbols {
            all.push((format!("outline {doc}"), symbol.detail));
            outline(all, doc, symbol.children);
        }
    }
    let symbols = if world.article(doc).is_some() { document_symbols(world, doc) } else { Vec::new() };
    outline(all, doc, symbols);
}
