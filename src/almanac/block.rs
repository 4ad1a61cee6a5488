//! A block of an almanac file: a line for the entry, then one line, begun by a tab, for each of its members.
//! Fields are separated by tabs and may be missing at the end.

use std::sync::LazyLock;

static SOURCES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("data/sources.tsv").lines().collect());

/// One entry of a file, by the byte offset of its first line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    text: &'static str,
    offset: u32,
}

impl Block {
    /// The block that begins at this byte of the file; `None` if no line begins there.
    pub(super) fn at(text: &'static str, offset: u32) -> Option<Self> {
        let before = text.get(..offset as usize)?;
        let begins = before.is_empty() || before.ends_with('\n');
        (begins && text.len() > before.len()).then_some(Self { text, offset })
    }

    /// All blocks of a file, in order.
    pub(super) fn all(text: &'static str) -> impl Iterator<Item = Self> {
        let mut offset = 0;
        let starts = text.split_inclusive('\n').map(move |line| {
            let start = offset;
            offset += line.len() as u32;
            (start, line)
        });
        starts.filter(|(_, line)| !line.starts_with('\t')).map(move |(offset, _)| Self { text, offset })
    }

    /// The byte offset that identifies the block in its file.
    pub(super) const fn offset(self) -> u32 {
        self.offset
    }

    fn lines(self) -> impl Iterator<Item = &'static str> {
        self.text.get(self.offset as usize..).unwrap_or_default().lines()
    }

    /// The entry's own field; empty if it has none.
    pub(super) fn field(self, at: usize) -> &'static str {
        self.lines().next().and_then(|line| line.split('\t').nth(at)).unwrap_or_default()
    }

    /// The fields of each member, without the tab that begins its line.
    pub(super) fn members(self) -> impl Iterator<Item = Fields> {
        self.lines().skip(1).map_while(|line| line.strip_prefix('\t')).map(Fields::of)
    }
}

/// The fields of one line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields(&'static str);

impl Fields {
    /// The fields of this line.
    pub(super) const fn of(line: &'static str) -> Self {
        Self(line)
    }

    /// One field; empty if it is missing.
    pub(super) fn get(self, at: usize) -> &'static str {
        self.0.split('\t').nth(at).unwrap_or_default()
    }
}

/// The parts of a field that holds several.
pub(super) fn list(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split(';').filter(|part| !part.is_empty())
}

/// The source with this number, counted from 1.
pub(super) fn source(number: u16) -> &'static str {
    SOURCES.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or_default()
}
