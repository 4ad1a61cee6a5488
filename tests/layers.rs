//! The rules of the architecture, checked by reading `src/` itself. Data flows one way: every `crate::` path
//! is read, and an arrow that ARCHITECTURE.md does not draw fails the test. So do cycles within a room, two
//! types of one name, English words where meaning is decided, and lines too wide to read. Known exceptions
//! are in a table in each file.

mod circles;
mod source;
mod type_names;
mod width;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use source::sources;

/// Room → rooms it is built on. What those are built on may be named too: an arrow may be long, but never
/// backwards.
const ARROWS: &[(&str, &[&str])] = &[
    ("main", &["cli", "server", "config"]),
    ("server", &["ide", "checks", "world", "config", "text"]),
    ("cli", &["ide", "checks", "export", "world", "config"]),
    ("config", &["checks", "world"]),
    ("export", &["checks", "annotations", "world"]),
    ("ide", &["checks", "world", "annotations", "profiles"]),
    ("checks", &["world", "profiles"]),
    ("world", &["events", "entities", "article", "almanac", "annotations", "profiles", "parallel"]),
    ("events", &["entities", "article", "profiles", "parallel"]),
    ("entities", &["article", "profiles", "parallel"]),
    ("article", &["meetings", "names", "time", "text"]),
    ("almanac", &["meetings", "time", "text"]),
    ("meetings", &["names", "time", "text"]),
    ("names", &["text"]),
    ("time", &["text"]),
    ("annotations", &["text"]),
    ("profiles", &["time", "text"]),
    ("text", &["lang"]),
    ("parallel", &[]),
    ("lang", &[]),
];

/// Files that may access the disk, by the start of their path below `src/`.
const DISK: &[&str] = &["world/load", "config", "profiles/file", "annotations/store", "cli"];

#[test]
fn arrows_never_turn() {
    let allowed: BTreeMap<&str, BTreeSet<&str>> =
        ARROWS.iter().map(|(room, _)| (*room, reachable(room))).collect();
    let mut wrong = Vec::new();
    for source in sources() {
        let (path, room) = (&source.path, source.room());
        let Some(allowed) = allowed.get(room) else {
            assert_eq!(room, "lib", "{path} is in no room that ARROWS knows");
            continue;
        };
        for (number, line) in source.code.lines().enumerate() {
            for used in used_rooms(line) {
                if used != room && !allowed.contains(used.as_str()) {
                    wrong.push(format!("{path}:{}: {room} must not use {used}", number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_server_speaks_lsp() {
    let wrong =
        naming(&["tower_lsp::", "tokio::"], |path| path == "server.rs" || path.starts_with("server/"));
    assert!(wrong.is_empty(), "{wrong:?} name LSP types or tokio");
}

#[test]
fn few_files_touch_the_disk() {
    let wrong = naming(&["std::fs", "fs::read", "File::open"], |path| {
        DISK.iter().any(|start| path.starts_with(start))
    });
    assert!(wrong.is_empty(), "{wrong:?} touch the disk");
}

#[test]
fn nothing_asks_what_day_it_is() {
    let clock = ["SystemTime::now", "Zoned::now", "Timestamp::now", "Local::now", "Utc::now"];
    let wrong = naming(&clock, |_| false);
    assert!(wrong.is_empty(), "{wrong:?} read the clock");
}

/// The files, other than those allowed, with one of these words in a line of code.
fn naming(words: &[&str], may: impl Fn(&str) -> bool) -> Vec<String> {
    let holds =
        |line: &str| !line.trim_start().starts_with("//") && words.iter().any(|word| line.contains(word));
    let of_others = sources().into_iter().filter(|source| !may(&source.path));
    of_others.filter(|source| source.code.lines().any(holds)).map(|source| source.path).collect()
}

fn reachable(room: &'static str) -> BTreeSet<&'static str> {
    let mut seen = BTreeSet::new();
    let mut open = vec![room];
    while let Some(room) = open.pop() {
        let (_, next) = ARROWS.iter().find(|(name, _)| *name == room).expect("an arrow to a room");
        open.extend(next.iter().filter(|next| seen.insert(**next)));
    }
    seen
}

/// The rooms named by `crate::room` in one line of code, brace groups (`crate::{a, b::c}`) included.
fn used_rooms(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap_or_default();
    let mut found = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let word = |text: &str| {
            text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
        };
        match rest.strip_prefix('{') {
            Some(group) => found.extend(
                group.split('}').next().unwrap_or_default().split(',').map(word).filter(|w| !w.is_empty()),
            ),
            None => found.push(word(rest)),
        }
    }
    found
}
