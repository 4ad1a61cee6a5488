//! The files of `src/` as the rules read them: their place among the modules, their lines, their tokens.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// One file of `src/`, without its unit tests.
pub struct Source {
    /// Below `src/`: `world/load.rs`.
    pub path: String,
    /// `["world", "load"]`; `x.rs` is the facade of `x/`. Empty for `lib.rs` and `main.rs`.
    pub module: Vec<String>,
    pub code: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    Word(String),
    /// A string literal, as written between its quotes.
    Text(String),
    Sign(String),
}

impl Source {
    /// The room: the first folder, or the file that is its facade.
    pub fn room(&self) -> &str {
        self.path.split('/').next().unwrap().trim_end_matches(".rs")
    }

    pub fn tokens(&self) -> Vec<Token> {
        tokens(&self.code)
    }
}

/// Every file but those that are tests, in order of path.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found: Vec<Source> = files(&root).iter().map(|path| source(&root, path)).collect();
    let tests: BTreeSet<Vec<String>> = found.iter().flat_map(test_modules).collect();
    for source in &mut found {
        source.code = source.code.split("#[cfg(test)]\nmod").next().unwrap_or_default().to_owned();
    }
    found.retain(|source| !tests.contains(&source.module));
    assert!(found.len() > 100, "found only {} files", found.len());
    found
}

/// Every Rust file below a folder, in order of path.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut open = vec![folder.to_path_buf()];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn source(root: &Path, file: &Path) -> Source {
    let path = file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    let module = path.trim_end_matches(".rs").split('/').map(str::to_owned);
    let module = module.filter(|name| !matches!(name.as_str(), "lib" | "main")).collect();
    Source { path, module, code: fs::read_to_string(file).unwrap() }
}

/// The files included by `#[cfg(test)] mod name;`.
fn test_modules(source: &Source) -> Vec<Vec<String>> {
    let declared = source.code.split("#[cfg(test)]\nmod ").skip(1);
    let names = declared.filter_map(|rest| rest.split_once(';')).map(|(name, _)| name);
    let names = names.filter(|name| name.chars().all(|c| c.is_alphanumeric() || c == '_'));
    names.map(|name| [source.module.as_slice(), &[name.to_owned()]].concat()).collect()
}

/// Words, string literals and signs; without comments, characters and lifetimes.
pub fn tokens(code: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let (token, len) = next(rest, first);
        out.extend(token);
        rest = &rest[len..];
    }
    out
}

/// The code with nothing between the quotes of its string literals.
pub fn without_texts(code: &str) -> String {
    let mut out = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let (token, len) = next(rest, first);
        match token {
            Some(Token::Text(_)) => out.extend(rest[..len].chars().filter(|c| *c == '\n')),
            _ => out.push_str(&rest[..len]),
        }
        rest = &rest[len..];
    }
    out
}

fn next(rest: &str, first: char) -> (Option<Token>, usize) {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    if first.is_whitespace() {
        return (None, first.len_utf8());
    }
    if rest.starts_with("//") {
        return (None, rest.find('\n').unwrap_or(rest.len()));
    }
    if let Some((text, len)) = literal(rest) {
        return (Some(Token::Text(text)), len);
    }
    if first == '\'' {
        return (None, quoted_char(rest));
    }
    if is_word(first) {
        let len = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        return (Some(Token::Word(rest[..len].to_owned())), len);
    }
    let double = ["::", "=>", "==", "!=", "||", "->", ".."].iter().find(|sign| rest.starts_with(**sign));
    let len = double.map_or(first.len_utf8(), |sign| sign.len());
    (Some(Token::Sign(rest[..len].to_owned())), len)
}

/// A string literal of any kind at the beginning, and how long it is.
fn literal(rest: &str) -> Option<(String, usize)> {
    let bare = rest.trim_start_matches(['b', 'c']);
    let prefix = rest.len() - bare.len();
    if prefix <= 1
        && let Some(raw) = bare.strip_prefix('r')
    {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if let Some(body) = raw[hashes..].strip_prefix('"') {
            let end = body.find(&format!("\"{}", "#".repeat(hashes))).expect("a raw string ends");
            return Some((body[..end].to_owned(), prefix + 1 + hashes + 1 + end + 1 + hashes));
        }
    }
    let body = bare.strip_prefix('"').filter(|_| prefix <= 1)?;
    let mut escaped = false;
    let end = body.find(|c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    let end = end.expect("a string ends");
    Some((body[..end].to_owned(), prefix + 1 + end + 1))
}

/// The length of a character literal, or of the tick of a lifetime.
fn quoted_char(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), Some((at, escaped))) => {
            let from = at + escaped.len_utf8();
            from + rest[from..].find('\'').expect("a character ends") + 1
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

#[test]
fn tokens_are_told_apart() {
    let code = "use a::b; // \"no\"\nf('\\'', '\"', b\"x\", r#\"y\"z\"#, \"q\\\"\") as &'a str";
    let shown: Vec<String> = tokens(code)
        .into_iter()
        .map(|token| match token {
            Token::Word(word) => word,
            Token::Text(text) => format!("<{text}>"),
            Token::Sign(sign) => sign,
        })
        .collect();
    assert_eq!(shown.join(" "), "use a :: b ; f ( , , <x> , <y\"z> , <q\\\"> ) as & a str");
}
