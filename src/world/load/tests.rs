use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::Date;

use super::*;
use crate::world::sources::{ConfiguredDate, DocumentKind, SourceOptions};

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    dir
}

fn docs(loaded: &LoadedFiles) -> Vec<String> {
    let doc = |change: &Change| match change {
        Change::Article { doc, .. } => doc.to_string(),
        Change::Profile { doc, .. } => format!("profile {doc}"),
        Change::Remove { .. } => panic!(),
    };
    loaded.changes.iter().map(doc).collect()
}

fn load_one(dir: &tempfile::TempDir, options: &SourceOptions) -> LoadedFiles {
    load_all(&[dir.path().to_owned()], options)
}

fn load_all(roots: &[PathBuf], options: &SourceOptions) -> LoadedFiles {
    load(&Sources::new(roots, options), &|_, _| {})
}

#[test]
fn what_counts_and_in_which_order() {
    let dir = folder(&[
        ("b.txt", b"B"),
        ("a/z.md", b"Z"),
        ("a/picture.png", b"\x89PNG"),
        ("profiles/people.toml", b""),
        ("dateline.toml", b""),
        ("build/out.txt", b"ignored"),
        (".gitignore", b"build/\n"),
        (".hidden.txt", b"hidden"),
        ("README.md", b"excluded"),
    ]);
    let options = SourceOptions { exclude: vec!["README.md".into()], ..SourceOptions::default() };
    let loaded = load_one(&dir, &options);
    assert_eq!(docs(&loaded), ["a/z.md", "b.txt", "profile profiles/people.toml"]);
    assert_eq!(loaded.skipped, []);
}

#[test]
fn encodings_and_what_is_none() {
    let dir = folder(&[
        ("bom.txt", b"\xef\xbb\xbfHej"),
        ("le.txt", b"\xff\xfeH\0e\0j\0"),
        ("be.txt", b"\xfe\xff\0H\0e\0j"),
        ("latin.txt", b"a \x93quoted\x94 caf\xe9 in the old harbour"),
        ("bare-le.txt", b"H\0e\0j\0"),
        ("greek.txt", b"\xc3\xe5\xe9\xe1"),
        ("WIRE.TXT", b"Hej"),
        ("nul.txt", b"PK\0\0"),
        ("odd.txt", b"\xff\xfeH"),
        ("large.txt", &[b'x'; 3000]),
    ]);
    let loaded = load_one(&dir, &SourceOptions { max_file_size: 2048, ..SourceOptions::default() });
    assert_eq!(docs(&loaded), ["WIRE.TXT", "bare-le.txt", "be.txt", "bom.txt", "latin.txt", "le.txt"]);
    for change in &loaded.changes {
        let Change::Article { doc, text, .. } = change else { panic!("{change:?}") };
        let latin = doc.as_str() == "latin.txt";
        assert_eq!(text.as_str(), if latin { "a “quoted” café in the old harbour" } else { "Hej" }, "{doc}");
    }
    let [note] = loaded.notes.as_slice() else { panic!("{:?}", loaded.notes) };
    assert!(note.contains("latin.txt` is not UTF-8 and was read as Windows-1252"), "{note}");
    let reasons: Vec<_> = loaded.skipped.iter().map(|s| s.reason.as_str()).collect();
    assert_eq!(
        skipped_in_short(reasons.iter().copied()),
        "skipped 4 files: 1 binary, 1 broken UTF-16, 1 neither UTF-8 nor a western encoding, 1 too large"
    );
    assert_eq!(
        reasons,
        [
            "neither UTF-8 nor a western encoding: byte 0xc3 at offset 0; save it as UTF-8",
            "too large: 2.9 KiB is more than max_file_size allows (2.0 KiB)",
            "binary: a NUL byte at offset 2",
            "broken UTF-16: half a character at the end",
        ]
    );
}

#[test]
fn several_roots_keep_their_documents_apart() {
    let dir = folder(&[("one/news/a.txt", b"1"), ("two/news/a.txt", b"2"), ("two/news/deep/b.txt", b"3")]);
    let roots = ["one/news", "two/news", "two/news/deep"].map(|name| dir.path().join(name));
    let sources = Sources::new(&roots, &SourceOptions::default());
    let loaded = load(&sources, &|_, _| {});
    assert_eq!(docs(&loaded), ["deep/b.txt", "news-2/a.txt", "news/a.txt"]);
    for change in &loaded.changes {
        let Change::Article { doc, .. } = change else { panic!() };
        let path = sources.path(doc).unwrap();
        assert!(path.is_file(), "{path:?}");
        assert_eq!(sources.doc(&path).as_ref(), Some(doc));
    }
}

#[test]
fn a_colon_in_a_name_is_no_uri() {
    let dir = folder(&[("re: talks.txt", b"1")]);
    for prefix in ["", "//more/"] {
        let sources = Sources::at(dir.path(), prefix, &SourceOptions::default());
        let docs = docs(&load(&sources, &|_, _| {}));
        assert_eq!(docs, [format!("{}re: talks.txt", if prefix.is_empty() { "./" } else { prefix })]);
        let doc = DocId::new(docs[0].as_str());
        assert_eq!(sources.path(&doc), Some(dir.path().join("re: talks.txt")));
        assert_eq!(sources.kind(&doc), Some(DocumentKind::Article));
        assert_eq!(sources.path(&DocId::new("untitled:1")), None);
    }
}

#[test]
fn a_file_asked_for_by_name_counts() {
    let dir = folder(&[("a.log", b"A"), ("b.txt", b"B")]);
    let loaded = load_all(&[dir.path().join("a.log")], &SourceOptions::default());
    assert_eq!(docs(&loaded), ["a.log"]);
    let loaded = load_all(&[dir.path().join("missing")], &SourceOptions::default());
    assert!(loaded.notes[0].ends_with("is no folder"));
}

#[cfg(unix)]
#[test]
fn loops_and_pipes_hold_nobody_up() {
    let dir = folder(&[("a/b.txt", b"B")]);
    std::os::unix::fs::symlink(dir.path(), dir.path().join("a/loop")).unwrap();
    std::os::unix::fs::symlink(dir.path().join("a/b.txt"), dir.path().join("linked.txt")).unwrap();
    std::os::unix::fs::symlink("nowhere", dir.path().join("dangling.txt")).unwrap();
    let pipe = dir.path().join("pipe.txt");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let elsewhere = folder(&[("c.txt", b"C"), ("d.txt", b"D")]);
    for link in ["c.txt", "again.txt"] {
        std::os::unix::fs::symlink(elsewhere.path().join("c.txt"), dir.path().join(link)).unwrap();
    }
    std::os::unix::fs::symlink(elsewhere.path(), dir.path().join("shared")).unwrap();
    let loaded = load_one(&dir, &SourceOptions::default());
    // `linked.txt` is `a/b.txt` under another name, and two links to one file are one article.
    assert_eq!(docs(&loaded), ["a/b.txt", "again.txt"]);
    let [note] = loaded.notes.as_slice() else { panic!("{:?}", loaded.notes) };
    assert!(note.contains("shared` is a link to a folder and is not followed"), "{note}");
}

#[test]
fn progress_reaches_the_total() {
    let names: Vec<_> = (0..20).map(|n| format!("{n}.txt")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
    let dir = folder(&files);
    let most = AtomicUsize::new(0);
    let sources = Sources::new(&[dir.path().to_owned()], &SourceOptions::default());
    load(&sources, &|done, total| {
        assert_eq!(total, 20);
        most.fetch_max(done, Ordering::Relaxed);
    });
    assert_eq!(most.into_inner(), 20);
}

#[test]
fn a_stated_date_reaches_its_article() {
    let dir = folder(&[("wire/a.txt", b"A"), ("b.txt", b"B")]);
    let date = Date::new(2024, 7, 4).unwrap();
    let loaded = load_one(
        &dir,
        &SourceOptions {
            dates: vec![ConfiguredDate { file: "wire/a.txt".into(), date, source: Some("the desk".into()) }],
            ..SourceOptions::default()
        },
    );
    let dates = loaded.changes.iter().map(|change| match change {
        Change::Article { hints, .. } => hints.date.zip(hints.source.clone()),
        _ => None,
    });
    assert_eq!(dates.collect::<Vec<_>>(), [None, Some((date, "the desk".into()))]);
}

#[test]
fn a_single_file_is_reached_as_the_walk_reaches_it() {
    let dir = folder(&[
        ("a.txt", b"A"),
        ("a/b.txt", b"B"),
        ("a b/c.txt", b"C"),
        ("build/out.txt", b"ignored"),
        (".hidden/d.txt", b"hidden"),
        ("picture.png", b""),
        (".gitignore", b"build/\n"),
    ]);
    let sources = Sources::new(&[dir.path().to_owned()], &SourceOptions::default());
    let all = ["a.txt", "a/b.txt", "a b/c.txt", "build/out.txt", ".hidden/d.txt", "picture.png", "gone.txt"];
    let docs = all.into_iter().map(DocId::new).collect();
    let names: Vec<_> = reached(&sources, &docs).iter().map(ToString::to_string).collect();
    assert_eq!(names, ["a b/c.txt", "a.txt", "a/b.txt"]);
    let one = BTreeSet::from([DocId::new("a/b.txt")]);
    assert_eq!(reached(&sources, &one), one);
}

/// A pipe has no end until somebody writes to it.
#[cfg(unix)]
#[test]
fn a_pipe_in_place_of_an_ignore_file_blocks_nothing() {
    let dir = folder(&[("a.txt", b"A"), ("b/c.txt", b"C")]);
    let pipe = dir.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    std::os::unix::fs::symlink(&pipe, dir.path().join("b/.gitignore")).unwrap();
    std::os::unix::fs::symlink(&pipe, dir.path().join("d.txt")).unwrap();
    let loaded = load_one(&dir, &SourceOptions::default());
    assert_eq!(docs(&loaded), ["a.txt"]);
    let [Skipped { path, reason }] = loaded.skipped.as_slice() else { panic!("{:?}", loaded.skipped) };
    assert!(path.ends_with("b/.gitignore") && reason.contains("not a regular file"), "{reason}");
    std::os::unix::fs::symlink(&pipe, dir.path().join(".ignore")).unwrap();
    assert_eq!(docs(&load_one(&dir, &SourceOptions::default())), ["a.txt"]);
}

#[test]
fn a_folder_is_reached_with_what_is_in_it() {
    let dir = folder(&[("a/b.txt", b"B"), ("a/c/d.md", b"D"), ("a/e.png", b""), ("f.txt", b"F")]);
    let sources = Sources::new(&[dir.path().to_owned()], &SourceOptions::default());
    let docs: BTreeSet<DocId> = [DocId::new("a")].into();
    let names: Vec<_> = reached(&sources, &docs).iter().map(ToString::to_string).collect();
    assert_eq!(names, ["a/b.txt", "a/c/d.md"]);
}
