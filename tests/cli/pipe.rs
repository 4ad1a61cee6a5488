//! `dateline … | head -0`: a reader that has enough closes the pipe, which is not an error.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

#[test]
fn a_closed_pipe_ends_quietly() {
    let commands: [&[&str]; 8] = [
        &["schema", "profile"],
        &["schema", "annotate"],
        &["completions", "bash"],
        &["check", "seeds"],
        &["stats", "seeds/notes"],
        &["explain", "DL101"],
        &["export", "seeds"],
        &["annotate"],
    ];
    for args in commands {
        let output = unread(args);
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
        assert!(output.status.success(), "{args:?}: {}", output.status);
    }
}

/// The result of a command whose output is not read.
fn unread(args: &[&str]) -> Output {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(writer)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Only `annotate` waits for input; the others may be gone.
    let _ = child.stdin.take().unwrap().write_all(b"{\"id\":\"a\",\"text\":\"One.\"}\n");
    child.wait_with_output().unwrap()
}
