//! Runs a command and returns its exit code.

use std::process::ExitCode;

use clap::Parser as _;
use dateline::cli::{Args, Command};

fn main() -> ExitCode {
    match Args::parse().command {
        Command::Lsp { .. } => dateline::server::run(),
        command => dateline::cli::run(command),
    }
}
