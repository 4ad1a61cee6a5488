//! Data flows one way. Reads every `crate::` path of `src/` and fails on an arrow that ARCHITECTURE.md does not draw.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Room → rooms it is built on. What those are built on may be named too: an arrow may be long, but it never turns.
const ARROWS: &[(&str, &[&str])] = &[
    ("main", &["cli", "server", "config"]),
    ("server", &["ide", "checks", "world", "config", "text"]),
    ("cli", &["ide", "checks", "export", "world", "config"]),
    ("config", &["checks", "world"]),
    ("export", &["checks", "annotations", "world"]),
    ("ide", &["checks", "world", "annotations", "profiles"]),
    ("checks", &["world", "profiles"]),
    ("world", &["events", "entities", "article", "annotations", "profiles", "parallel"]),
    ("events", &["entities", "article", "profiles", "parallel"]),
    ("entities", &["article", "profiles", "parallel"]),
    ("article", &["meetings", "names", "time", "text"]),
    ("meetings", &["names", "time", "text"]),
    ("names", &["text"]),
    ("time", &["text"]),
    ("annotations", &["text"]),
    ("profiles", &["time", "text"]),
    ("text", &["lang"]),
    ("parallel", &[]),
    ("lang", &[]),
];

/// Files that may touch the disk, by the start of their path below `src/`.
const DISK: &[&str] = &["world/load", "config", "profiles/file", "annotations/store", "cli"];

#[test]
fn arrows_never_turn() {
    let allowed: BTreeMap<&str, BTreeSet<&str>> =
        ARROWS.iter().map(|(room, _)| (*room, reachable(room))).collect();
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        let room = room(&path);
        let Some(allowed) = allowed.get(room.as_str()) else {
            assert_eq!(room, "lib", "{} is in no room that ARROWS knows", path.display());
            continue;
        };
        for (number, line) in code.lines().enumerate() {
            for used in used_rooms(line) {
                if used != room && !allowed.contains(used.as_str()) {
                    wrong.push(format!("{}:{}: {room} must not use {used}", path.display(), number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_server_speaks_lsp() {
    let wrong: Vec<_> = sources()
        .into_iter()
        .filter(|(path, code)| {
            !matches!(room(path).as_str(), "server")
                && code.lines().any(|l| {
                    !l.trim_start().starts_with("//") && (l.contains("tower_lsp::") || l.contains("tokio::"))
                })
        })
        .map(|(path, _)| path)
        .collect();
    assert!(wrong.is_empty(), "{wrong:?} name LSP types or tokio");
}

#[test]
fn few_files_touch_the_disk() {
    let wrong: Vec<_> = sources()
        .into_iter()
        .filter(|(path, code)| {
            !DISK.iter().any(|start| path.to_string_lossy().starts_with(start))
                && code.lines().any(|l| {
                    !l.trim_start().starts_with("//")
                        && (l.contains("std::fs") || l.contains("fs::read") || l.contains("File::open"))
                })
        })
        .map(|(path, _)| path)
        .collect();
    assert!(wrong.is_empty(), "{wrong:?} touch the disk");
}

#[test]
fn nothing_asks_what_day_it_is() {
    let clock = ["SystemTime::now", "Zoned::now", "Timestamp::now", "Local::now", "Utc::now"];
    let wrong: Vec<_> = sources()
        .into_iter()
        .filter(|(_, code)| clock.iter().any(|c| code.contains(c)))
        .map(|(path, _)| path)
        .collect();
    assert!(wrong.is_empty(), "{wrong:?} read the clock");
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

fn room(path: &Path) -> String {
    let first = path.components().next().expect("a path").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// Every file of `src/`, its path below `src/`, without its unit tests' module.
fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut open = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let code = fs::read_to_string(&path).unwrap();
                let code = code.split("#[cfg(test)]\nmod").next().unwrap_or_default().to_owned();
                found.push((path.strip_prefix(&root).unwrap().to_path_buf(), code));
            }
        }
    }
    assert!(found.len() > 30, "found only {} files", found.len());
    found
}
