//! An open document: a rope that applies an editor's incremental changes in its own column units.

use std::sync::Arc;

use ropey::Rope;

use super::position::{Encoding, Position};

/// What an editor currently shows. Lines end at LF, CRLF and CR, as in LSP.
#[derive(Clone, Debug)]
pub struct Buffer {
    rope: Rope,
}

impl Buffer {
    /// An open document with this text.
    pub fn new(text: &str) -> Self {
        Self { rope: Rope::from_str(text) }
    }

    /// Replaces the whole text, as sent by the editor.
    pub fn replace_all(&mut self, text: &str) {
        self.rope = Rope::from_str(text);
    }

    /// Replaces the half-open range `start..end` by `text`. Positions past the end of a line or of the
    /// document are clamped; a reversed range is swapped. Nothing fails: a client that loses count can only
    /// damage its own text.
    pub fn edit(&mut self, start: Position, end: Position, encoding: Encoding, text: &str) {
        let (a, b) = (self.char_at(start, encoding), self.char_at(end, encoding));
        let (from, to) = (a.min(b), a.max(b));
        // Both ends come from `char_at`, which never passes the end, so neither call can fail.
        let _ = self.rope.try_remove(from..to);
        let _ = self.rope.try_insert(from, text);
    }

    /// The whole text, copied out of the rope.
    pub fn text(&self) -> Arc<str> {
        let mut out = String::with_capacity(self.rope.len_bytes());
        for chunk in self.rope.chunks() {
            out.push_str(chunk);
        }
        out.into()
    }

    /// Index of the character at a position.
    fn char_at(&self, position: Position, encoding: Encoding) -> usize {
        let line = position.line as usize;
        if line >= self.rope.len_lines() {
            return self.rope.len_chars();
        }
        let (Ok(first), Some(content)) = (self.rope.try_line_to_char(line), self.rope.get_line(line)) else {
            return self.rope.len_chars();
        };
        let column = position.column as usize;
        let within = match encoding {
            Encoding::Utf8 => content.try_byte_to_char(column.min(content.len_bytes())),
            Encoding::Utf16 => content.try_utf16_cu_to_char(column.min(content.len_utf16_cu())),
            Encoding::Utf32 => Ok(column.min(content.len_chars())),
        };
        first + within.unwrap_or(0).min(without_break(content))
    }
}

/// Characters of a line before its line break.
fn without_break(line: ropey::RopeSlice<'_>) -> usize {
    let mut len = line.len_chars();
    for _ in 0..2 {
        match len.checked_sub(1).and_then(|last| line.get_char(last)) {
            Some('\n' | '\r') => len -= 1,
            _ => break,
        }
    }
    len
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::position::Text;
    use proptest::prelude::*;

    proptest! {
        /// Incremental edits give the same text as replacing the same bytes, in all three encodings.
        #[test]
        fn edits_equal_the_full_text(
            source in "[ab é🐟\u{308}\u{2028}\r\n]{0,40}",
            edits in prop::collection::vec((0u32..6, 0u32..20, 0u32..6, 0u32..20, "[xé🐟\r\n]{0,4}"), 1..8),
        ) {
            for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                let mut buffer = Buffer::new(&source);
                let mut plain = source.clone();
                for (l1, c1, l2, c2, new) in &edits {
                    let start = Position { line: *l1, column: *c1 };
                    let end = Position { line: *l2, column: *c2 };
                    let text = Text::new(plain.as_str());
                    let (a, b) = (text.offset(start, encoding) as usize, text.offset(end, encoding) as usize);
                    plain.replace_range(a.min(b)..a.max(b), new);
                    buffer.edit(start, end, encoding, new);
                    prop_assert_eq!(&*buffer.text(), plain.as_str());
                }
            }
        }
    }
}
