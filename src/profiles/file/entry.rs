//! One table of a TOML file, read key by key: anything missing, misspelt or of the wrong kind is reported
//! with its fix.

use std::ops::Range;

use toml::Spanned as Toml;
use toml::de::{DeTable, DeValue};

use super::{Problems, ProfileProblem};
use crate::profiles::Spanned;
use crate::profiles::schema::{Table, ValueKind};
use crate::text::Span;
use crate::text::normalise::edit_distance;
use crate::time::edtf::{self, Edtf};

/// One entry. `shift` moves the parser's offsets to those of the file.
#[derive(Debug)]
pub(crate) struct TomlTable<'t> {
    /// From the header to the last value.
    pub span: Span,
    header: Span,
    body: &'t DeTable<'t>,
    shift: u32,
    /// "person", for messages.
    noun: &'static str,
}

type Value<'t> = Toml<DeValue<'t>>;

impl<'t> TomlTable<'t> {
    pub fn root(body: &'t DeTable<'t>, shift: u32) -> Self {
        Self { span: Span::default(), header: Span::default(), body, shift, noun: "file" }
    }

    fn place(&self, range: Range<usize>) -> Span {
        Span::new(self.shift + range.start as u32, self.shift + range.end as u32)
    }

    fn get(&self, key: &str) -> Option<&'t Value<'t>> {
        self.body.get(key)
    }

    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The table `[key]`.
    pub fn table(&self, key: &'static str, p: &mut Problems) -> Option<TomlTable<'t>> {
        let value = self.get(key)?;
        let span = self.place(value.span());
        let DeValue::Table(body) = value.get_ref() else {
            p.push(ProfileProblem::new(span, format!("`{key}` is a table; begin it with [{key}]")));
            return None;
        };
        Some(TomlTable { span, header: span, body, shift: self.shift, noun: key })
    }

    /// Keys with their places, in order of place.
    pub fn keys(&self) -> Vec<(&'t str, Span)> {
        let mut keys: Vec<_> =
            self.body.keys().map(|key| (&**key.get_ref(), self.place(key.span()))).collect();
        keys.sort_by_key(|&(_, span)| span);
        keys
    }

    /// Reports unknown keys.
    pub fn known(&self, known: &[&str], place: &str, p: &mut Problems) {
        for (key, span) in self.keys() {
            if known.contains(&key) {
                continue;
            }
            let near = nearest(key, known.iter().copied());
            let hint = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("it may hold {}", listed(known)),
            };
            let message = format!("`{key}` is not a key of {place}; {hint}");
            p.push(ProfileProblem { instead: near.map(Into::into), ..ProfileProblem::new(span, message) });
        }
    }

    pub fn known_keys(&self, table: Table, more: &[&'static str], p: &mut Problems) {
        let known: Vec<_> = table.keys().map(|key| key.name).chain(more.iter().copied()).collect();
        self.known(&known, &format!("[[{}]]", table.header()), p);
    }

    /// The entries of `[[key]]`.
    pub fn tables(&self, key: &'static str, p: &mut Problems) -> Vec<TomlTable<'t>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let single = std::slice::from_ref(value);
        let items = match value.get_ref() {
            DeValue::Array(items) => items,
            DeValue::Table(_) => {
                self.no_entries(key, value, p);
                single
            }
            _ => {
                self.no_entries(key, value, p);
                return Vec::new();
            }
        };
        let mut entries = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::Table(body) => {
                    let header = self.place(item.span());
                    let span = self.place(item.span().start..end(item));
                    entries.push(TomlTable { span, header, body, shift: self.shift, noun: key });
                }
                _ => self.no_entries(key, item, p),
            }
        }
        entries
    }

    fn no_entries(&self, key: &str, value: &Value<'_>, p: &mut Problems) {
        let message = format!("`{key}` is a list of entries; begin each with [[{}]]", header(key));
        p.push(ProfileProblem::new(self.place(value.span()), message));
    }

    /// An optional text; an empty one is reported and left out.
    pub fn text(&self, key: &str, p: &mut Problems) -> Option<Spanned<Box<str>>> {
        self.string(key, self.get(key)?, ValueKind::Text, p)
    }

    pub fn plain(&self, key: &str, p: &mut Problems) -> Option<Box<str>> {
        self.text(key, p).map(|text| text.value)
    }

    /// A text that the entry cannot do without.
    pub fn required(&self, key: &str, p: &mut Problems) -> Option<Spanned<Box<str>>> {
        if self.get(key).is_none() {
            let message = format!("this {} has no `{key}`; add {key} = \"…\"", self.noun);
            p.push(ProfileProblem::new(self.header, message));
        }
        self.text(key, p)
    }

    pub fn slug(&self, key: &str, p: &mut Problems) -> Option<Spanned<Box<str>>> {
        let slug = self.required(key, p)?;
        let clean = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if slug.value.chars().all(clean) {
            return Some(slug);
        }
        let message = format!("`{}` is no id: {}", slug.value, ValueKind::Slug.words());
        p.push(ProfileProblem::new(slug.span, message));
        None
    }

    pub fn country(&self, key: &str, p: &mut Problems) -> Option<Spanned<Box<str>>> {
        let text = self.text(key, p)?;
        if text.value.len() == 2 && text.value.bytes().all(|b| b.is_ascii_lowercase()) {
            return Some(text);
        }
        let message = format!("`{key}` wants {}", ValueKind::Country.words());
        p.push(ProfileProblem::new(text.span, message));
        None
    }

    pub fn texts(&self, key: &str, p: &mut Problems) -> Vec<Spanned<Box<str>>> {
        self.get(key).map_or_else(Vec::new, |value| self.list(key, value, ValueKind::Texts, p))
    }

    pub fn text_or_texts(&self, key: &str, p: &mut Problems) -> Vec<Box<str>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let texts = match value.get_ref() {
            DeValue::Array(_) => self.list(key, value, ValueKind::TextOrTexts, p),
            _ => self.string(key, value, ValueKind::TextOrTexts, p).into_iter().collect(),
        };
        texts.into_iter().map(|text| text.value).collect()
    }

    pub fn by_language(&self, key: &str, p: &mut Problems) -> Vec<(Box<str>, Box<str>)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong(key, value, ValueKind::ByLanguage, p);
            return Vec::new();
        };
        let mut names = Vec::new();
        for (language, name) in table {
            let name = self.string(key, name, ValueKind::ByLanguage, p);
            names.extend(name.map(|name| (Box::from(&**language.get_ref()), name.value)));
        }
        names.sort();
        names
    }

    pub fn flag(&self, key: &str, p: &mut Problems) -> Option<bool> {
        let value = self.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong(key, value, ValueKind::Flag, p);
        }
        flag
    }

    pub fn number<N: TryFrom<u64>>(&self, key: &str, p: &mut Problems) -> Option<N> {
        let value = self.get(key)?;
        let integer = value.get_ref().as_integer();
        let number = integer.and_then(|n| u64::from_str_radix(n.as_str(), n.radix()).ok());
        let number = number.filter(|&n| n > 0).and_then(|n| N::try_from(n).ok());
        if number.is_none() {
            self.wrong(key, value, ValueKind::Number, p);
        }
        number
    }

    pub fn date(&self, key: &str, p: &mut Problems) -> Option<Spanned<Edtf>> {
        let value = self.get(key)?;
        let text = self.string(key, value, ValueKind::Date, p)?;
        match edtf::parse(&text.value) {
            Ok(date) => Some(Spanned { value: date, span: text.span }),
            Err(message) => {
                p.push(ProfileProblem::new(text.span, message));
                None
            }
        }
    }

    fn list(
        &self,
        key: &str,
        value: &'t Value<'t>,
        kind: ValueKind,
        p: &mut Problems,
    ) -> Vec<Spanned<Box<str>>> {
        match value.get_ref() {
            DeValue::Array(items) => {
                items.iter().filter_map(|item| self.string(key, item, kind, p)).collect()
            }
            _ => {
                self.wrong(key, value, kind, p);
                Vec::new()
            }
        }
    }

    fn string(
        &self,
        key: &str,
        value: &Value<'_>,
        kind: ValueKind,
        p: &mut Problems,
    ) -> Option<Spanned<Box<str>>> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(key, value, kind, p);
            return None;
        };
        let span = self.place(value.span());
        if text.trim().is_empty() {
            p.push(ProfileProblem::new(span, format!("`{key}` is empty; fill it in or take the line out")));
            return None;
        }
        Some(Spanned { value: text.trim().into(), span })
    }

    pub fn wrong(&self, key: &str, value: &Value<'_>, kind: ValueKind, p: &mut Problems) {
        p.push(ProfileProblem::new(self.place(value.span()), format!("`{key}` wants {}", kind.words())));
    }
}

fn header(key: &str) -> &str {
    if key == Table::Office.noun() { Table::Office.header() } else { key }
}

/// Where the last value within ends: a table's own span is its header only.
fn end(value: &Value<'_>) -> usize {
    let within = match value.get_ref() {
        DeValue::Table(table) => table.values().map(end).max(),
        DeValue::Array(items) => items.iter().map(end).max(),
        _ => None,
    };
    within.unwrap_or(0).max(value.span().end)
}

/// "`a`, `b` or `c`".
fn listed(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => "nothing".into(),
    }
}

/// The known word that a misspelt one was probably meant to be.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word: String = word.chars().take(40).flat_map(char::to_lowercase).collect();
    let length = word.chars().count();
    let near = known.into_iter().map(|candidate| (edit_distance(&word, candidate), candidate));
    let plausible = |&(d, candidate): &(usize, &str)| d <= (length.max(candidate.len()) / 3).max(1);
    near.filter(plausible).min().map(|(_, candidate)| candidate)
}
