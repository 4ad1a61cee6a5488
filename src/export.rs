//! A World in formats for other programs: one file per format, and a row of [`FORMATS`] for each.

pub mod findings;
pub mod jsonl;
pub mod record;

use std::io::{self, Write};

use crate::checks::Rules;
use crate::world::{DocId, World};

/// A format that `dateline export` writes.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// The extension of its files, without the dot.
    pub extension: &'static str,
    /// One line of help.
    pub about: &'static str,
    /// Fails only where the writer fails.
    pub write: fn(&Corpus<'_>, &mut dyn Write) -> io::Result<()>,
}

/// Every format, the default first.
pub const FORMATS: &[Format] = &[jsonl::FORMAT];

/// The contents to write: some articles of a World, in order, with the findings that the rules allow.
#[derive(Debug)]
pub struct Corpus<'w> {
    pub world: &'w World,
    pub rules: &'w Rules,
    pub articles: Vec<&'w DocId>,
}
