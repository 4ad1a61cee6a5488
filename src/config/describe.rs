//! A `Config` in words.

use std::fmt::Write;

use super::Config;
use crate::checks::Severity;
use crate::world::sources::ConfiguredDate;

pub(super) fn describe(config: &Config) -> String {
    let mut out = String::new();
    let mut line = |what: &str, value: String| writeln!(out, "{what:<10}{value}").unwrap_or_default();
    let sources =
        if config.sources.is_empty() { "the defaults".into() } else { config.sources.join(", then ") };
    line("read", sources);
    let but = if config.exclude.is_empty() {
        String::new()
    } else {
        format!(" but not {}", config.exclude.join(", "))
    };
    line("articles", format!("{}{but}", config.include.join(", ")));
    line("profiles", config.profiles.join(", "));
    line("largest", format!("{} bytes", config.max_file_size));
    line("hints", if config.inlay_hints { "shown".into() } else { "off".into() });
    line("almanac", if config.almanac { "used".into() } else { "off".into() });
    for (code, level) in &config.rules.levels {
        line("check", format!("{code} {}", level.map_or("off", Severity::as_str)));
    }
    for ignore in &config.rules.ignores {
        line("ignored", format!("{} in {}", ignore.code, ignore.files));
    }
    for ConfiguredDate { file, date, source } in &config.dates {
        let source = source.as_ref().map_or_else(String::new, |source| format!(" ({source})"));
        line("dated", format!("{file} {date}{source}"));
    }
    for problem in &config.problems {
        line("problem", problem.to_string());
    }
    out
}
