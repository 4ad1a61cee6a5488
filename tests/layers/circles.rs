//! Files of one folder depend on each other in one direction only, so that a reader has a place to begin.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Source, Token, sources};

/// Arrows between siblings that close a cycle today: from, to. One that is gone or closes no cycle any more
/// must be removed here.
const NOT_YET: &[(&str, &str)] = &[];

type Module = Vec<String>;

/// From → to, modules with the same parent.
type Arrows = BTreeSet<(Module, Module)>;

#[test]
fn siblings_do_not_run_in_circles() {
    let arrows = arrows(&sources());
    let known: Arrows = NOT_YET.iter().map(|(from, to)| (module(from), module(to))).collect();
    let left: Arrows = arrows.difference(&known).cloned().collect();
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for (from, to) in &left {
        let Some(back) = way(&left, to, from) else { continue };
        if seen.insert(back.iter().cloned().collect::<BTreeSet<_>>()) {
            let circle: Vec<_> = [from].into_iter().chain(&back).map(|module| module.join("/")).collect();
            wrong.push(format!("a circle: {}", circle.join(" → ")));
        }
    }
    for (from, to) in &known {
        if !arrows.contains(&(from.clone(), to.clone())) || way(&arrows, to, from).is_none() {
            wrong.push(format!("closes no circle, take it out: {} → {}", from.join("/"), to.join("/")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn module(path: &str) -> Module {
    path.split('/').map(str::to_owned).collect()
}

/// The shortest path from one module to another along the arrows, both ends included.
fn way(arrows: &Arrows, from: &Module, to: &Module) -> Option<Vec<Module>> {
    let mut open = vec![vec![from.clone()]];
    let mut seen = BTreeSet::from([from.clone()]);
    let mut at = 0;
    while let Some(path) = open.get(at).cloned() {
        at += 1;
        let last = path.last().unwrap();
        if last == to {
            return Some(path);
        }
        for (_, next) in arrows.iter().filter(|(from, _)| from == last) {
            if seen.insert(next.clone()) {
                open.push([path.as_slice(), std::slice::from_ref(next)].concat());
            }
        }
    }
    None
}

/// What siblings name of each other, in themselves or in the files below them. `arrows_never_turn` covers the
/// rooms.
fn arrows(sources: &[Source]) -> Arrows {
    let modules: BTreeSet<&Module> = sources.iter().map(|source| &source.module).collect();
    let paths: BTreeMap<&Module, Vec<Path>> =
        sources.iter().map(|source| (&source.module, paths(source, &modules))).collect();
    let mut arrows = Arrows::new();
    for source in sources {
        for path in &paths[&source.module] {
            let Some(target) = home(&path.segments, &modules, &paths, 0) else { continue };
            let shared = source.module.iter().zip(&target).take_while(|(a, b)| a == b).count();
            let below = |module: &Module| module.get(..=shared).map(<[String]>::to_vec);
            if let (Some(from), Some(to)) = (below(&source.module), below(&target))
                && shared > 0
            {
                arrows.insert((from, to));
            }
        }
    }
    arrows
}

/// A path that a file names, from the crate's root.
struct Path {
    segments: Vec<String>,
    /// Its name in the file, if `use` imports it.
    name: Option<String>,
}

/// The module that a path ends in. What a facade re-exports belongs to the file that defines it.
fn home(
    segments: &[String],
    modules: &BTreeSet<&Module>,
    paths: &BTreeMap<&Module, Vec<Path>>,
    depth: u32,
) -> Option<Module> {
    let len = (1..=segments.len()).rev().find(|len| modules.contains(&segments[..*len].to_vec()))?;
    let module = segments[..len].to_vec();
    let item = segments.get(len).filter(|_| depth < 5);
    let handed_on = item.and_then(|item| {
        let brought = paths.get(&module)?.iter().find(|path| path.name.as_ref() == Some(item))?;
        home(&brought.segments, modules, paths, depth + 1).filter(|home| home.starts_with(&module))
    });
    Some(handed_on.unwrap_or(module))
}

fn paths(source: &Source, modules: &BTreeSet<&Module>) -> Vec<Path> {
    let tokens = source.tokens();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            Token::Word(word) if word == "use" => at = tree(&tokens, at, &[], &mut out),
            Token::Word(word) if matches!(word.as_str(), "crate" | "super" | "self") => {
                let mut segments = vec![word.clone()];
                while let (Some(Token::Sign(sign)), Some(Token::Word(word))) =
                    (tokens.get(at), tokens.get(at + 1))
                    && sign == "::"
                {
                    segments.push(word.clone());
                    at += 2;
                }
                out.push(Path { segments, name: None });
            }
            _ => {}
        }
    }
    out.into_iter()
        .filter_map(|path| Some(Path { segments: absolute(&path.segments, source, modules)?, ..path }))
        .collect()
}

/// One branch of a `use`, from `at` on; returns where it ends.
fn tree(tokens: &[Token], mut at: usize, before: &[String], out: &mut Vec<Path>) -> usize {
    let mut segments = before.to_vec();
    let mut name = None;
    while let Some(token) = tokens.get(at) {
        match token {
            Token::Word(word) if word == "as" => {
                at += 1;
                if let Some(Token::Word(word)) = tokens.get(at) {
                    name = Some(word.clone());
                }
            }
            Token::Word(word) if word == "self" && !before.is_empty() => {}
            Token::Word(word) => segments.push(word.clone()),
            Token::Sign(sign) if sign == "::" => {}
            Token::Sign(sign) if sign == "{" => {
                at += 1;
                while !matches!(tokens.get(at), None | Some(Token::Sign(_)))
                    || matches!(tokens.get(at), Some(Token::Sign(sign)) if sign == "{")
                {
                    at = tree(tokens, at, &segments, out);
                    if matches!(tokens.get(at), Some(Token::Sign(sign)) if sign == ",") {
                        at += 1;
                    }
                }
                return at + 1;
            }
            _ => break,
        }
        at += 1;
    }
    let name = name.or_else(|| segments.last().cloned());
    out.push(Path { segments, name });
    at
}

/// From the crate's root; `None` for another crate's.
fn absolute(segments: &[String], source: &Source, modules: &BTreeSet<&Module>) -> Option<Vec<String>> {
    let supers = segments.iter().take_while(|segment| *segment == "super").count();
    let base = source.module.get(..source.module.len().checked_sub(supers)?)?;
    let rest = &segments[supers..];
    match rest.first().map(String::as_str) {
        Some("crate") => Some(rest[1..].to_vec()),
        Some("self") => Some([base, &rest[1..]].concat()),
        _ if supers > 0 => Some([base, rest].concat()),
        Some(first) => {
            let child = [base, &[first.to_owned()]].concat();
            modules.contains(&child).then(|| [base, rest].concat())
        }
        None => None,
    }
}

#[test]
fn a_circle_is_seen_through_braces_facades_and_folders() {
    let source = |path: &str, code: &str| Source {
        path: path.to_owned(),
        module: module(path.trim_end_matches(".rs")),
        code: code.to_owned(),
    };
    let sources = [
        source("room.rs", "mod a; mod b; mod c; pub use c::deep::Thing;"),
        source("room/a.rs", "use super::{b::{self, X as Y}, Other};"),
        source("room/b.rs", "fn f() -> crate::room::Thing { todo }"),
        source("room/c.rs", "mod deep; use std::fmt;"),
        source("room/c/deep.rs", "use super::super::a;"),
        source("elsewhere.rs", "use crate::room::a;"),
    ];
    let arrow = |from: &str, to: &str| (module(from), module(to));
    let wanted =
        Arrows::from([arrow("room/a", "room/b"), arrow("room/b", "room/c"), arrow("room/c", "room/a")]);
    let found = arrows(&sources);
    assert_eq!(found, wanted);
    let back = way(&found, &module("room/b"), &module("room/a")).unwrap();
    assert_eq!(back, [module("room/b"), module("room/c"), module("room/a")]);
}
