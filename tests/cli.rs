//! The commands, run as a user runs them.

mod almanac;
mod annotate;
mod check;
mod date;
mod others;
mod pipe;
mod several;

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::fixture;

/// Runs the program in the project's own folder.
fn dateline(args: &[&str], input: &str) -> Output {
    dateline_in(Path::new(env!("CARGO_MANIFEST_DIR")), args, input)
}

fn dateline_in(folder: &Path, args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads no input may have ended before it is written.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn lines(output: &Output) -> Vec<serde_json::Value> {
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A new folder with these files (`//- name` begins one).
fn written(source: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, body) in fixture::files(source) {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, body).unwrap();
    }
    folder
}
