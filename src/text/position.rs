//! From byte offsets to what editors and other tools count: lines with columns in UTF-8, UTF-16 or UTF-32
//! units, and code points from the start of the text.

use std::sync::Arc;

use super::Span;

/// How a client counts the columns of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Encoding {
    Utf8,
    #[default]
    Utf16,
    Utf32,
}

/// Line and column, both from zero; the column in units of an [`Encoding`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

/// A text with its line table. Cheap to clone; every conversion is O(log lines + a few hundred bytes),
/// however long a line is.
#[derive(Clone, Debug)]
pub struct Text {
    source: Arc<str>,
    index: Arc<Landmarks>,
}

#[derive(Debug)]
struct Landmarks {
    /// Byte offset of the first character of every line.
    lines: Vec<u32>,
    /// UTF-16 units and code points before byte `CHECKPOINT_BYTES * i` (moved down to a character boundary);
    /// empty for ASCII.
    checkpoints: Vec<(u32, u32)>,
}

/// Bytes between two places whose column is stored. Counting a column never scans more than this.
const CHECKPOINT_BYTES: usize = 512;

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.source, &other.source) || self.source == other.source
    }
}

impl Eq for Text {}

impl Text {
    /// Takes a whole text and finds its lines.
    pub fn new(source: impl Into<Arc<str>>) -> Self {
        let source = source.into();
        let index = Arc::new(Landmarks { lines: line_starts(&source), checkpoints: checkpoints(&source) });
        Self { source, index }
    }

    /// The whole text.
    #[inline]
    pub fn as_str(&self) -> &str {
        &self.source
    }

    /// The whole text, to be shared.
    pub fn source(&self) -> &Arc<str> {
        &self.source
    }

    /// The text under a span; empty where the span does not fit.
    #[inline]
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.source)
    }

    /// In bytes.
    #[inline]
    pub fn len(&self) -> u32 {
        self.source.len() as u32
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.source.is_empty()
    }

    /// How many lines an editor shows; at least one.
    pub fn line_count(&self) -> u32 {
        self.index.lines.len() as u32
    }

    /// The line that holds `offset`, from zero.
    pub fn line_of(&self, offset: u32) -> u32 {
        self.index.lines.partition_point(|&start| start <= offset).saturating_sub(1) as u32
    }

    /// The bytes of `line` without its break; empty past the end.
    pub fn line_span(&self, line: u32) -> Span {
        let Some(&start) = self.index.lines.get(line as usize) else {
            return Span::new(self.len(), self.len());
        };
        let end = self.index.lines.get(line as usize + 1).copied().unwrap_or(self.len());
        let content = Span::new(start, end).of(&self.source).trim_end_matches(['\r', '\n']);
        Span::new(start, start + content.len() as u32)
    }

    /// The position of `offset`, which is clamped to the text and moved down to a character boundary.
    pub fn position(&self, offset: u32, encoding: Encoding) -> Position {
        let offset = self.floor(offset);
        let line = self.line_of(offset);
        let start = self.index.lines.get(line as usize).copied().unwrap_or(0);
        Position { line, column: self.units(offset, encoding) - self.units(start, encoding) }
    }

    /// The byte offset of a position. A line past the end means the end of the text; a column past the end of
    /// its line means the end of that line (as LSP wants it); one inside a character means the character's
    /// start.
    pub fn offset(&self, position: Position, encoding: Encoding) -> u32 {
        if position.line >= self.line_count() {
            return self.len();
        }
        let line = self.line_span(position.line);
        if encoding == Encoding::Utf8 || self.index.checkpoints.is_empty() {
            return self.floor(line.start.saturating_add(position.column).min(line.end));
        }
        let wanted = self.units(line.start, encoding).saturating_add(position.column);
        self.offset_behind(wanted, encoding).clamp(line.start, line.end)
    }

    /// Code points before `offset`.
    pub fn code_points(&self, offset: u32) -> u32 {
        self.units(self.floor(offset), Encoding::Utf32)
    }

    /// The byte offset after `count` code points; the end of the text where there are fewer.
    pub fn offset_of_code_point(&self, count: u32) -> u32 {
        self.offset_behind(count, Encoding::Utf32)
    }

    fn floor(&self, offset: u32) -> u32 {
        let mut at = (offset as usize).min(self.source.len());
        while !self.source.is_char_boundary(at) {
            at -= 1;
        }
        at as u32
    }

    /// Units before `offset`, a character boundary, from the start of the text.
    fn units(&self, offset: u32, encoding: Encoding) -> u32 {
        if encoding == Encoding::Utf8 || self.index.checkpoints.is_empty() {
            return offset;
        }
        let slot = offset as usize / CHECKPOINT_BYTES;
        let (utf16, chars) = self.index.checkpoints.get(slot).copied().unwrap_or_default();
        let from = self.floor((slot * CHECKPOINT_BYTES) as u32);
        let rest = Span::new(from, offset).of(&self.source);
        match encoding {
            Encoding::Utf16 => utf16 + rest.chars().map(|c| c.len_utf16() as u32).sum::<u32>(),
            _ => chars + rest.chars().count() as u32,
        }
    }

    fn offset_behind(&self, wanted: u32, encoding: Encoding) -> u32 {
        if encoding == Encoding::Utf8 || self.index.checkpoints.is_empty() {
            return self.floor(wanted);
        }
        let of = |point: &(u32, u32)| if encoding == Encoding::Utf16 { point.0 } else { point.1 };
        let slot = self.index.checkpoints.partition_point(|point| of(point) <= wanted).saturating_sub(1);
        let mut seen = self.index.checkpoints.get(slot).map_or(0, of);
        let mut at = self.floor((slot * CHECKPOINT_BYTES) as u32);
        for c in self.source.get(at as usize..).unwrap_or_default().chars() {
            let width = if encoding == Encoding::Utf16 { c.len_utf16() as u32 } else { 1 };
            if seen + width > wanted {
                break;
            }
            seen += width;
            at += c.len_utf8() as u32;
        }
        at
    }
}

fn line_starts(source: &str) -> Vec<u32> {
    let bytes = source.as_bytes();
    let mut starts = vec![0];
    for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        let crlf = bytes.get(at) == Some(&b'\r') && bytes.get(at + 1) == Some(&b'\n');
        if !crlf {
            starts.push(at as u32 + 1);
        }
    }
    starts
}

fn checkpoints(source: &str) -> Vec<(u32, u32)> {
    if source.is_ascii() {
        return Vec::new();
    }
    let mut points = Vec::with_capacity(source.len() / CHECKPOINT_BYTES + 1);
    let (mut utf16, mut chars) = (0, 0);
    for (at, c) in source.char_indices() {
        // The first character that ends past a step holds the step: `units` rounds down to the same place.
        while points.len() * CHECKPOINT_BYTES < at + c.len_utf8() {
            points.push((utf16, chars));
        }
        utf16 += c.len_utf16() as u32;
        chars += 1;
    }
    if points.len() * CHECKPOINT_BYTES <= source.len() {
        points.push((utf16, chars));
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    #[test]
    fn an_emoji_and_a_combining_mark() {
        let text = Text::new("Zoe\u{308} 🐟 met\r\nhim");
        let met = "Zoe\u{308} 🐟 ".len() as u32;
        assert_eq!(text.position(met, Encoding::Utf8), Position { line: 0, column: 11 });
        assert_eq!(text.position(met, Encoding::Utf16), Position { line: 0, column: 8 });
        assert_eq!(text.position(met, Encoding::Utf32), Position { line: 0, column: 7 });
        assert_eq!(text.position(met + 5, Encoding::Utf16), Position { line: 1, column: 0 });
    }

    #[test]
    fn columns_past_the_end_stop_at_the_line_break() {
        let text = Text::new("é\nb");
        assert_eq!(text.offset(Position { line: 0, column: 99 }, Encoding::Utf16), 2);
        assert_eq!(text.offset(Position { line: 9, column: 0 }, Encoding::Utf16), 4);
    }

    proptest! {
        #[test]
        fn there_and_back(source in "(?s)[a-c é🐟\u{308}\r\n]{0,1500}") {
            let text = Text::new(source.as_str());
            for (at, c) in source.char_indices() {
                if c == '\n' { continue } // a place inside CRLF has no position of its own
                for encoding in ENCODINGS {
                    let position = text.position(at as u32, encoding);
                    prop_assert_eq!(text.offset(position, encoding), at as u32);
                }
                prop_assert_eq!(text.offset_of_code_point(text.code_points(at as u32)), at as u32);
                let before = source.char_indices().filter(|(start, c)| start + c.len_utf8() <= at);
                prop_assert_eq!(text.code_points(at as u32) as usize, before.count());
            }
        }
    }
}
