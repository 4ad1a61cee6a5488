//! The demo corpus as a whole: every finding and every link is one snapshot, so that a change of behaviour
//! shows as a difference a person can read. `UPDATE_EXPECT=1 cargo test` rewrites it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use dateline::checks;
use dateline::config::Config;
use dateline::meetings::Status;
use dateline::names::NameKind;
use dateline::text::indexed;
use dateline::time::Window;
use dateline::world::{DocId, EventMentionRef, MentionRef, World, load, sources::Sources};

/// A folder's World and rules, as `dateline check` loads it.
pub fn open(folder: &Path) -> (World, Config) {
    let config = Config::load(folder);
    assert!(config.problems.is_empty(), "{:?}", config.problems);
    let sources = Sources::new(&[PathBuf::from(folder)], &config.options());
    let loaded = load::load(&sources, &|_, _| {});
    (World::default().apply(loaded.changes), config)
}

#[test]
fn every_link_and_every_finding() {
    let (world, config) = open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds"));
    for (doc, _) in world.profile_files() {
        assert_eq!(checks::findings(&world, doc, &config.rules), [], "{doc}");
    }
    let mut out = String::new();
    for (doc, dated) in world.articles() {
        let date = dated.dating.date.map_or_else(|| "open".to_owned(), |date| date.to_string());
        let stated = if dated.dating.stated || dated.dating.date.is_none() { "" } else { " (inferred)" };
        writeln!(out, "== {doc} · {date}{stated}").unwrap();
        for kind in [NameKind::Person, NameKind::Organisation, NameKind::Place] {
            names(&mut out, &world, doc, kind);
        }
        meetings(&mut out, &world, doc);
        let times = dated.article.times.iter().zip(&dated.times);
        let times: Vec<_> = times
            .map(|(t, r)| format!("{} = {}", one_line(dated.article.text.slice(t.span)), r.value))
            .collect();
        writeln!(out, "times: {}", times.join(" | ")).unwrap();
        for finding in checks::findings(&world, doc, &config.rules) {
            let line = dated.article.text.line_of(finding.span.start) + 1;
            writeln!(out, "{}[{}] line {line}: {}", finding.severity.as_str(), finding.code, finding.message)
                .unwrap();
        }
        out.push('\n');
    }
    expect_test::expect_file!["seeds.expect.txt"].assert_eq(&out);
}

/// Only the faults planted according to the README are errors or warnings.
#[test]
fn only_planted_faults() {
    let (world, config) = open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds"));
    let loud = |doc: &DocId| {
        let all = checks::findings(&world, doc, &config.rules).into_iter();
        all.filter(|f| f.severity <= checks::Severity::Warning)
            .map(|f| f.code.to_string())
            .collect::<Vec<_>>()
    };
    let found: BTreeMap<String, Vec<String>> = world
        .articles()
        .map(|(doc, _)| (doc.to_string(), loud(doc)))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    let planted = [
        ("astana-wire.txt", "DL102"),
        ("brics-johannesburg.txt", "DL910"),
        ("cairo-partnership.txt", "DL301"),
        ("cairo-weekly.txt", "DL301"),
        ("macron-merkel-look-back.txt", "DL106"),
        ("moscow-parade.txt", "DL103"),
        ("notes/asean-jakarta.md", "DL101"),
        ("notes/eu-celac.md", "DL201"),
    ];
    let planted: BTreeMap<String, Vec<String>> =
        planted.iter().map(|(doc, code)| (doc.to_string(), vec![code.to_string()])).collect();
    assert_eq!(found, planted);
}

fn names(out: &mut String, world: &World, doc: &DocId, kind: NameKind) {
    let article = &world.article(doc).unwrap().article;
    let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (at, mention) in indexed(&article.names.mentions).filter(|(_, mention)| mention.kind == kind) {
        let link = world.entity_of(&MentionRef::new(doc, at));
        let id = link.map_or_else(|| "?".to_owned(), |link| link.entity.0.to_string());
        lines.entry(id).or_default().push(one_line(article.text.slice(mention.span)));
    }
    let lines: Vec<_> = lines.into_iter().map(|(id, words)| format!("{id}: {}", counted(words))).collect();
    writeln!(out, "{}: {}", kind.as_str(), lines.join(" | ")).unwrap();
}

fn meetings(out: &mut String, world: &World, doc: &DocId) {
    let article = &world.article(doc).unwrap().article;
    for local in &article.meetings.local {
        let words = local
            .mentions
            .iter()
            .map(|m| one_line(article.text.slice(article.meetings.mentions[m.row()].span)));
        let words = counted(words.collect());
        match world.event_of(&EventMentionRef::new(doc, local.mentions[0])) {
            Some(event) => {
                let when = event.when.map_or_else(|| "undated".to_owned(), days);
                let others: Vec<_> =
                    event.accounts.iter().filter(|a| a.doc != *doc).map(|a| a.doc.to_string()).collect();
                let also = if others.is_empty() {
                    String::new()
                } else {
                    format!(" · also in {}", others.join(", "))
                };
                let place = event.place.as_ref().and_then(|id| world.entity(id));
                let place = place.map_or_else(String::new, |place| format!(" · {}", place.name));
                let who: Vec<_> =
                    event.who.iter().filter_map(|id| world.entity(id)).map(|person| &*person.name).collect();
                let who = if who.is_empty() { String::new() } else { format!(" · with {}", who.join(", ")) };
                let status = event.accounts.iter().find(|account| account.doc == *doc).map(|a| a.status);
                let status = match status {
                    Some(Status::Planned) => " · planned",
                    Some(Status::Off) => " · off",
                    _ => "",
                };
                writeln!(out, "meeting: {words} → {} · {when}{place}{who}{status}{also}", event.name)
                    .unwrap();
            }
            None => writeln!(out, "meeting: {words} → ?").unwrap(),
        }
    }
}

/// "2025-06-12", "2025-07", "2025-05-31 to 2025-06-03": short, for a snapshot.
pub fn days(window: Window) -> String {
    match (window.earliest, window.latest) {
        (Some(a), Some(b)) if a == b => a.to_string(),
        (Some(a), Some(_)) if Window::year(a.year()) == Some(window) => a.strftime("%Y").to_string(),
        (Some(a), Some(_)) if Window::month(a.year(), a.month()) == Some(window) => {
            a.strftime("%Y-%m").to_string()
        }
        (Some(a), Some(b)) => format!("{a} to {b}"),
        (Some(a), None) => format!("since {a}"),
        (None, Some(b)) => format!("until {b}"),
        (None, None) => "at an unknown time".to_owned(),
    }
}

/// "Wang ×3, Wang Yi", in order of first appearance.
fn counted(words: Vec<String>) -> String {
    let mut seen: Vec<(String, usize)> = Vec::new();
    for word in words {
        match seen.iter_mut().find(|(w, _)| *w == word) {
            Some((_, n)) => *n += 1,
            None => seen.push((word, 1)),
        }
    }
    seen.into_iter().map(|(w, n)| if n == 1 { w } else { format!("{w} ×{n}") }).collect::<Vec<_>>().join(", ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
