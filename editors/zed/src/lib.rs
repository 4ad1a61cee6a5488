//! Tells Zed how to start the Dateline server: the `dateline` program from the PATH.

use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

struct Dateline;

impl zed::Extension for Dateline {
    fn new() -> Self {
        Self
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let command = worktree
            .which("dateline")
            .ok_or("`dateline` is not on the PATH: run `cargo install --path .` in the Dateline repository")?;
        Ok(Command { command, args: vec!["lsp".into(), "--stdio".into()], env: worktree.shell_env() })
    }
}

zed::register_extension!(Dateline);
