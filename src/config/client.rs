//! Settings from an editor: JSON, under `dateline` or bare.

use serde_json::Value;

use super::{Config, SettingProblem, code, glob, level};
use crate::profiles::file::entry::nearest;

const SOURCE: &str = "client settings";

/// The keys below `dateline`.
const KEYS: &[&str] = &["checks", "include", "exclude", "maxFileSize", "inlayHints", "hoverLinks", "almanac"];
/// Keys of the editor plugins themselves, which the server does not need.
const THEIRS: &[&str] = &["trace", "path", "server", "enable", "enabled"];

pub(super) fn merge(mut config: Config, settings: &Value) -> Config {
    let settings = settings.get("dateline").unwrap_or(settings);
    let mut errors = Vec::new();
    match settings {
        Value::Object(map) if map.is_empty() => return config,
        Value::Object(map) => {
            for (key, value) in map {
                if let Err(message) = set(&mut config, key, value, &mut errors) {
                    errors.push(message);
                }
            }
        }
        Value::Null => return config,
        _ => errors.push("`dateline` wants an object of settings".to_owned()),
    }
    let problem = |message| SettingProblem { source: SOURCE.into(), line: None, message };
    config.problems.extend(errors.into_iter().map(problem));
    config.sources.push(SOURCE.into());
    config
}

fn set(config: &mut Config, key: &str, value: &Value, errors: &mut Vec<String>) -> Result<(), String> {
    match key {
        // Left unset in the editor's form.
        _ if value.is_null() => {}
        "include" => config.include = globs(key, value, errors)?,
        "exclude" => config.exclude = globs(key, value, errors)?,
        "maxFileSize" => {
            let size = value.as_u64().filter(|size| *size > 0);
            config.max_file_size = size.ok_or("`dateline.maxFileSize` wants a number of bytes")?;
        }
        "inlayHints" => {
            let enabled = value.get("enabled").unwrap_or(value);
            config.inlay_hints =
                enabled.as_bool().ok_or("`dateline.inlayHints.enabled` wants true or false")?;
        }
        "hoverLinks" => {
            config.hover_links = value.as_bool().ok_or("`dateline.hoverLinks` wants true or false")?;
        }
        "almanac" => {
            let wanted = value.get("use").unwrap_or(value);
            config.almanac = wanted.as_bool().ok_or("`dateline.almanac.use` wants true or false")?;
        }
        "almanac.use" => return set(config, "almanac", value, errors),
        "inlayHints.enabled" => return set(config, "inlayHints", value, errors),
        "checks" => {
            let checks = value
                .as_object()
                .ok_or("`dateline.checks` wants codes and levels: { \"DL902\": \"off\" }")?;
            for (name, value) in checks {
                let level =
                    value.as_str().ok_or_else(|| "a level stands in quotes".to_owned()).and_then(level);
                match code(name).and_then(|code| Ok((code, level?))) {
                    Ok(level) => config.rules.levels.push(level),
                    Err(message) => errors.push(format!("`dateline.checks.{name}`: {message}")),
                }
            }
        }
        _ if THEIRS.contains(&key) => {}
        _ => {
            let hint =
                nearest(key, KEYS.iter().copied()).map(|near| format!("; did you mean `dateline.{near}`?"));
            return Err(format!("`dateline.{key}` is no setting{}", hint.unwrap_or_default()));
        }
    }
    Ok(())
}

fn globs(key: &str, value: &Value, errors: &mut Vec<String>) -> Result<Vec<String>, String> {
    let wrong = || format!("`dateline.{key}` wants a list of globs");
    let mut globs = Vec::new();
    for item in value.as_array().ok_or_else(wrong)? {
        match glob(item.as_str().ok_or_else(wrong)?) {
            Ok(glob) => globs.push(glob),
            Err(message) => errors.push(format!("`dateline.{key}`: {message}")),
        }
    }
    Ok(globs)
}
