//! Two files of code and comments fit beside each other on one screen: 110 columns, as in `rustfmt.toml`.
//! Rustfmt does not wrap comments. Text in quotes is data, an article or a message, and may be as wide as it
//! is.

use std::collections::BTreeMap;
use std::path::Path;

use super::source::{files, without_texts};

const MAX_COLUMNS: usize = 110;

/// Folders with wider lines today, and how many at most. One that has none left must go from here.
const NOT_YET: &[(&str, usize)] = &[];

#[test]
fn no_line_is_too_wide() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut wide: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in ["src", "tests", "tools", "benches"].iter().flat_map(|folder| files(&root.join(folder))) {
        let path = file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        let code = without_texts(&std::fs::read_to_string(&file).unwrap());
        let too_wide = code.lines().enumerate().filter(|(_, line)| line.chars().count() > MAX_COLUMNS);
        for (number, _) in too_wide {
            wide.entry(area(&path).to_owned()).or_default().push(format!("{path}:{}", number + 1));
        }
    }
    let allowed: BTreeMap<&str, usize> = NOT_YET.iter().copied().collect();
    let mut wrong = Vec::new();
    for (area, lines) in &wide {
        let most = allowed.get(area.as_str()).copied().unwrap_or(0);
        if lines.len() > most {
            let count = lines.len();
            wrong.push(format!(
                "{area}: {count} lines are wider than {MAX_COLUMNS} columns, {most} may be: {}",
                lines.join(" ")
            ));
        }
    }
    let fitting = allowed.keys().filter(|area| !wide.contains_key(**area));
    wrong.extend(fitting.map(|area| format!("{area} has no wide line, take it out of NOT_YET")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn area(path: &str) -> &str {
    path.split('/').next().unwrap_or_default()
}
