//! `dateline.toml` and client settings, made into one `Config` that can say what it read.

use crate::checks::Rules;

/// Everything a user can set.
#[derive(Clone, Debug)]
pub struct Config {
    pub include: Vec<String>,
    pub exclude: Vec<String>,
    pub profiles: Vec<String>,
    /// Bytes; larger files are skipped with a reason.
    pub max_file_size: u64,
    pub inlay_hints: bool,
    pub rules: Rules,
    /// `[[article]]`: path, date.
    pub dates: Vec<(String, jiff::civil::Date)>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            include: vec!["**/*.txt".into(), "**/*.md".into()],
            exclude: Vec::new(),
            profiles: vec!["profiles/**/*.toml".into()],
            max_file_size: 8 << 20,
            inlay_hints: true,
            rules: Rules::default(),
            dates: Vec::new(),
        }
    }
}
