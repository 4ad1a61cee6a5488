//! `dateline export`: a corpus in a format that other programs read.

use std::fs::File;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use super::{ExportArgs, Failure, workspace};
use crate::export::{Corpus, FORMATS, Format};

pub fn run(args: &ExportArgs) -> Result<ExitCode, Failure> {
    let format = format(args)?;
    let loaded = workspace::load(&args.paths)?;
    let articles = loaded.world.articles().map(|(doc, _)| doc).filter(|doc| loaded.wanted(doc)).collect();
    let corpus = Corpus { world: &loaded.world, rules: &loaded.config.rules, articles };
    match &args.output {
        Some(path) => to_file(format, &corpus, path)?,
        None => to_stdout(format, &corpus)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The format asked for by name, else the one with the output file's extension, else the first.
fn format(args: &ExportArgs) -> Result<&'static Format, Failure> {
    let ending = args.output.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
    let found = match &args.format {
        Some(name) => FORMATS.iter().find(|format| format.name == name),
        None => FORMATS.iter().find(|format| Some(format.extension) == ending).or(FORMATS.first()),
    };
    found.ok_or_else(|| "there is no such format".to_owned())
}

fn to_file(format: &Format, corpus: &Corpus<'_>, path: &Path) -> Result<(), Failure> {
    let failed = |error| format!("cannot write {}: {error}", path.display());
    let mut out = BufWriter::new(File::create(path).map_err(failed)?);
    (format.write)(corpus, &mut out).and_then(|()| out.flush()).map_err(failed)
}

/// A closed pipe (`dateline export | head`) ends quietly.
fn to_stdout(format: &Format, corpus: &Corpus<'_>) -> Result<(), Failure> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    match (format.write)(corpus, &mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => std::process::exit(0),
        other => other.map_err(|error| format!("cannot write to stdout: {error}")),
    }
}
