use serde_json::json;

use super::*;

fn problems(config: &Config) -> Vec<String> {
    config.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn a_whole_file() {
    let text = "include = [\"news/**/*.txt\"]\nmax_file_size = 1_000\n[almanac]\nuse = false\n[checks]\nDL902 = \"off\"\ndl101 = \"info\"\n\
        [[ignore]]\ncode = \"DL101\"\nfiles = \"a/*\"\nreason = \"as printed\"\n[[article]]\nfile = \"a.txt\"\ndate = \"2024-07-04\"\nsource = \"archive\"\n";
    let config = Config::parse(text, "dateline.toml");
    assert_eq!(config.problems, []);
    assert_eq!(config.include, ["news/**/*.txt"]);
    assert_eq!((config.max_file_size, config.inlay_hints), (1000, true));
    let levels = [(Code::new(902), None), (Code::new(101), Some(Severity::Info))];
    assert!(levels.iter().all(|level| config.rules.levels.contains(level)));
    assert_eq!(config.rules.ignores[0].files, "a/*");
    let stated = ConfiguredDate {
        file: "a.txt".into(),
        date: jiff::civil::date(2024, 7, 4),
        source: Some("archive".into()),
    };
    assert_eq!(config.dates, [stated]);
    expect_test::expect![[r#"
        read      dateline.toml
        articles  news/**/*.txt
        profiles  profiles/**/*.toml
        largest   1000 bytes
        hints     shown
        almanac   off
        check     DL902 off
        check     DL101 info
        ignored   DL101 in a/*
        dated     a.txt 2024-07-04 (archive)
    "#]]
    .assert_eq(&config.describe());
}

#[test]
fn every_mistake_has_its_line_and_its_cure() {
    let text = "inclde = []\nexclude = [\"a[\"]\nprofiles = \"p.toml\"\nmax_file_size = \"8 MB\"\nnonsense\n[checks]\nDL101 = \"loud\"\nX1 = \"off\"\n\
        [[ignore]]\nfiles = \"a\"\n[[article]]\nfile = \"a\"\ndate = \"2024\"\n";
    let config = Config::parse(text, "d.toml");
    expect_test::expect![[r#"
        d.toml:1: `inclde` is not a key of dateline.toml; did you mean `include`?
        d.toml:2: `a[` is no glob: unclosed character class; missing ']'
        d.toml:3: `profiles` wants a list of texts, such as ["one", "two"]
        d.toml:4: `max_file_size` wants a whole number without quotes
        d.toml:5: a line is written key = "value"; here the `=` is missing
        d.toml:7: `loud` is no level; write off, hint, info, warning or error
        d.toml:8: `X1` is no check; `dateline explain` lists them
        d.toml:9: this ignore has no `code`; add code = "…"
        d.toml:13: `2024` is more than one day; an article is written on one
    "#]]
    .assert_eq(&(problems(&config).join("\n") + "\n"));
    assert_eq!(config.max_file_size, Config::default().max_file_size);
}

#[test]
fn an_editor_outranks_the_file() {
    let config = Config::parse("exclude = [\"a\"]\n[checks]\nDL902 = \"info\"\n", "dateline.toml");
    let settings = json!({ "dateline": { "checks": { "DL902": "off" }, "exclude": ["b"], "inlayHints": { "enabled": false }, "hoverLinks": false, "almanac": { "use": false }, "maxFileSize": null, "trace": {} } });
    let config = config.with_client(&settings);
    assert_eq!(config.problems, []);
    assert_eq!(config.exclude, ["b"]);
    assert!(!config.inlay_hints && !config.hover_links && !config.almanac);
    assert_eq!(config.rules.levels.last(), Some(&(Code::new(902), None)));
    assert_eq!(config.sources, ["dateline.toml", "client settings"]);
}

#[test]
fn a_wrong_setting_costs_only_itself() {
    let settings =
        json!({ "checks": { "DL101": 3, "nope": "off" }, "include": "x", "exlude": [], "maxFileSize": 10 });
    let config = Config::default().with_client(&settings);
    assert_eq!(
        problems(&config),
        [
            "client settings: `dateline.checks.DL101`: a level stands in quotes",
            "client settings: `dateline.checks.nope`: `nope` is no check; `dateline explain` lists them",
            "client settings: `dateline.exlude` is no setting; did you mean `dateline.exclude`?",
            "client settings: `dateline.include` wants a list of globs",
        ]
    );
    assert_eq!(config.max_file_size, 10);
    assert_eq!(Config::default().with_client(&serde_json::Value::Null), Config::default());
}

#[test]
fn the_demo_corpus_is_set_up_well() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let config = Config::load(&seeds);
    assert_eq!(config.problems, []);
    assert_eq!(Config::find(&seeds.join("notes")), Some(seeds.clone()));
    let sources = crate::world::sources::Sources::new(&[seeds], &config.options());
    let loaded = crate::world::load::load(&sources, &|_, _| {});
    assert_eq!((loaded.skipped.len(), loaded.notes.len()), (0, 0));
    let profiles = loaded.changes.into_iter().filter_map(|change| match change {
        crate::world::Change::Profile { text, .. } => Some(text),
        _ => None,
    });
    for text in profiles {
        assert_eq!(crate::profiles::file::File::parse(text).problems, []);
    }
}

#[cfg(unix)]
#[test]
fn settings_that_are_no_file_hold_nobody_up() {
    let dir = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink("/dev/zero", dir.path().join(crate::config::FILE)).unwrap();
    let config = Config::load(dir.path());
    let [problem] = config.problems.as_slice() else { panic!("{:?}", config.problems) };
    assert!(problem.message.contains("not a regular file"), "{problem:?}");
}
