//! Commands: one file each. A thin adapter over `ide`, `checks` and `export`.

mod almanac;
mod annotate;
mod check;
mod date;
mod explain;
mod export;
mod stats;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use crate::export::FORMATS;

/// Reads a folder of news articles as programmers' tools read code.
#[derive(Debug, Parser)]
#[command(
    name = "dateline",
    version,
    about = "A language server for news corpora: who is who, which meeting is meant, and where dates cannot all be true",
    after_help = "Try:\n  dateline check seeds                    what cannot be true in a folder of articles\n  dateline explain DL101                  what a finding means\n  dateline explain seeds/a.txt:12:5       why this word is read so\n  dateline lsp                            the language server, for your editor\n\nSet-up of editors: editors/README.md."
)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the language server on stdin and stdout.
    Lsp {
        /// Accepted for clients that pass it; stdio is all there is.
        #[arg(long)]
        stdio: bool,
    },
    /// Check a corpus: findings with both places shown. Exit code 0 clean, 1 findings, 2 could not run.
    Check(CheckArgs),
    /// List when each article was written and why, and date many of them at once.
    Date(date::DateArgs),
    /// Search the public facts that come with the program: offices, gatherings, anniversaries.
    Almanac(almanac::AlmanacArgs),
    /// Tell what a code means (DL101), or why a place is read as it is (FILE:LINE:COL).
    Explain {
        /// A code such as DL101, or FILE:LINE:COL with line and column from one.
        what: String,
        /// The corpus the file belongs to; the nearest folder with a dateline.toml if not given.
        #[arg(long, value_name = "DIR")]
        workspace: Option<PathBuf>,
    },
    /// Annotate JSON Lines from stdin: people, meetings, times and findings, linked across all lines.
    #[command(
        after_help = "Input, one article a line:  {\"id\": \"a1\", \"text\": \"…\", \"date\": \"2024-03-18\"}   (date optional)\nOutput, one line an article in input order; offsets are code points, half-open. An input that holds several\narticles (an export of Lexis, Factiva, ProQuest) gives a line for each: a1#1, a1#2, with offsets into the input.\n`dateline schema annotate` prints its JSON Schema."
    )]
    Annotate {
        /// Handle every line by itself, in constant memory.
        #[arg(long)]
        each: bool,
        /// Use this folder's profiles and dateline.toml.
        #[arg(long, value_name = "DIR")]
        workspace: Option<PathBuf>,
    },
    /// Write a corpus in a format that other programs read: people, meetings, times, findings.
    #[command(after_help = "Example:  dateline export seeds -o seeds.jsonl\n\n\
            A line of jsonl is what `dateline annotate` writes: its id is the article's path below\n\
            PATHS, offsets are code points, half-open. `dateline schema annotate` prints its JSON Schema.")]
    Export(ExportArgs),
    /// Load a corpus and measure: load time, memory, latency of every request over every mention.
    Stats {
        /// Folders or files; each folder is a corpus root.
        #[arg(default_value = ".")]
        paths: Vec<PathBuf>,
    },
    /// Print a JSON Schema.
    Schema {
        /// What the schema is of.
        what: Schema,
    },
    /// Print shell completions.
    Completions {
        /// The shell that will read them.
        shell: clap_complete::Shell,
    },
}

#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Folders or files; each folder is a corpus root. A file is read with its corpus, and reported alone.
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// How to report.
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
    /// Show hints too, in the formats for people (text, github); json and sarif always hold them.
    #[arg(long)]
    pub hints: bool,
    /// When to colour text output.
    #[arg(long, value_enum, default_value_t = Colour::Auto)]
    pub color: Colour,
}

#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    /// Folders or files; each folder is a corpus root.
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// The format to write; if not given, the one that FILE ends in, else jsonl.
    #[arg(long, value_parser = export_formats())]
    pub format: Option<String>,
    /// Write to this file instead of stdout.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

fn export_formats() -> PossibleValuesParser {
    let values = FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(values)
}

/// How `check` reports its findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people: source lines with both places shown.
    Text,
    /// One JSON document.
    Json,
    /// SARIF 2.1.0, for code-scanning services.
    Sarif,
    /// GitHub workflow commands.
    Github,
}

/// When text is coloured; `Auto` looks for a terminal and `NO_COLOR`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Even in a file or a pipe.
    Always,
    /// Plain text.
    Never,
}

/// The schemas that can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Schema {
    /// Profile files: persons, events, series.
    #[value(alias = "profiles")]
    Profile,
    /// A line that `annotate` writes.
    Annotate,
}

/// What went wrong, worded for the user; ends the program with exit code 2.
pub type Failure = String;

/// Runs every command but `lsp`.
pub fn run(command: Command) -> ExitCode {
    let done = match command {
        Command::Lsp { .. } => Err("the server is started by `main`".to_owned()),
        Command::Check(args) => check::run(&args),
        Command::Date(args) => date::run(&args),
        Command::Almanac(args) => almanac::run(&args),
        Command::Explain { what, workspace } => explain::run(&what, workspace.as_deref()),
        Command::Annotate { each, workspace } => annotate::run(each, workspace.as_deref()),
        Command::Export(args) => export::run(&args),
        Command::Stats { paths } => stats::run(&paths),
        Command::Schema { what } => schema(what),
        Command::Completions { shell } => completions(shell),
    };
    done.unwrap_or_else(|failure| {
        eprintln!("error: {failure}");
        ExitCode::from(2)
    })
}

fn schema(what: Schema) -> Result<ExitCode, Failure> {
    let text = match what {
        Schema::Annotate => include_str!("../schema/annotate.schema.json").trim_end().to_owned(),
        Schema::Profile => {
            let schema = crate::profiles::schema::json_schema();
            serde_json::to_string_pretty(&schema).map_err(|e| e.to_string())?
        }
    };
    print(&(text + "\n"))?;
    Ok(ExitCode::SUCCESS)
}

fn completions(shell: clap_complete::Shell) -> Result<ExitCode, Failure> {
    // Written to memory first, because the generator panics where it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "dateline", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes to stdout; a closed pipe (`dateline … | head`) ends quietly.
fn print(text: &str) -> Result<(), Failure> {
    use std::io::Write as _;
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => std::process::exit(0),
        other => other.map_err(|e| format!("cannot write to stdout: {e}")),
    }
}
