//! `explain`, `stats`, `schema` and `completions`.

use expect_test::expect;

use super::{dateline, text};

#[test]
fn unknown_codes_and_places_get_a_cure() {
    let output = dateline(&["explain", "DL999"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("DL101"));
    let output = dateline(&["explain", "nowhere.txt:1:1"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("nowhere.txt"));
}

#[test]
fn a_code_is_explained_by_its_page() {
    let output = dateline(&["explain", "DL301"], "");
    assert!(output.status.success());
    assert_eq!(text(&output.stdout), include_str!("../checks/DL301.md"));
}

/// Codes and rules are told here, and nowhere else.
#[test]
fn a_place_is_explained_with_its_codes() {
    let article = include_str!("../../seeds/wang-lavrov-beijing.txt");
    let mut lines = article.lines().enumerate();
    let (line, column) = lines.find_map(|(at, line)| Some((at, line.find("last month")?))).unwrap();
    let column = article.lines().nth(line).unwrap()[..column].chars().count();
    let place = format!("seeds/wang-lavrov-beijing.txt:{}:{}", line + 1, column + 1);
    let shown = text(&dateline(&["explain", &place], "").stdout);
    assert!(shown.contains("last month → June 2025") && shown.contains("DATE 2025-06 · rule: "), "{shown}");
}

/// Counts and names of requests are the same everywhere. Times and memory are not: figures with a unit are
/// blanked, and only Linux reports memory.
#[test]
fn stats_measures_every_request() {
    let output = dateline(&["stats", "seeds/notes"], "");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let blanked = |pattern: &str, by: &str, text: &str| {
        regex_lite::Regex::new(pattern).unwrap().replace_all(text, by).into_owned()
    };
    let shown = blanked(" {2,}", "  ", &text(&output.stdout));
    let shown = blanked(r"[0-9.]+ (µs|ms|s|kB|MB)\b", "…", &shown);
    let shown = blanked(r"memory … \([0-9.]+ × the text\)\n", "", &shown);
    expect![[r#"
        4 articles, 4549 B of text, 160 mentions, 66 entities, 18 meetings
        loaded in …

        request  calls  p50  p90  p99  max
        hover  160  …  …  …  …
        definition  160  …  …  …  …
        declaration  160  …  …  …  …
        typeDefinition  160  …  …  …  …
        implementation  160  …  …  …  …
        references  160  …  …  …  …
        documentHighlight  160  …  …  …  …
        documentSymbol  4  …  …  …  …
        inlayHint  4  …  …  …  …
        semanticTokens  4  …  …  …  …
        diagnostics  4  …  …  …  …
        codeAction  4  …  …  …  …
        keystroke  4  …  …  …  …
        workspaceSymbol  4  …  …  …  …
    "#]]
    .assert_eq(&shown);
}

#[test]
fn stats_of_nothing_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let output = dateline(&["stats", folder.path().to_str().unwrap()], "");
    assert!(output.status.success());
    assert!(text(&output.stderr).contains("no articles in"), "{}", text(&output.stderr));
    assert!(
        text(&output.stdout).starts_with("0 articles, 0 B of text, 0 mentions, 0 entities, 0 meetings\n")
    );
}

#[test]
fn the_schemas_are_the_published_files() {
    for (what, published) in [
        ("profile", include_str!("../../schema/profile.schema.json")),
        ("annotate", include_str!("../../schema/annotate.schema.json")),
    ] {
        let output = dateline(&["schema", what], "");
        assert!(output.status.success());
        assert_eq!(text(&output.stdout), published, "{what}");
    }
    assert_eq!(dateline(&["schema", "sarif"], "").status.code(), Some(2));
}

#[test]
fn completions_know_every_command_in_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = dateline(&["completions", shell], "");
        assert!(output.status.success(), "{shell}");
        let script = text(&output.stdout);
        for word in
            ["lsp", "check", "explain", "annotate", "stats", "schema", "completions", "workspace", "from-csv"]
        {
            assert!(script.contains(word), "{shell} does not complete {word}");
        }
    }
}
