//! The lines that edits of a text change, in the form of `diff -u`.

use std::ops::Range;

use crate::text::Span;

/// Unchanged lines shown around a change.
const CONTEXT_LINES: usize = 3;

/// A text and its edits, by line.
pub(super) struct Changes<'t> {
    before: Vec<&'t str>,
    /// Ranges of lines with what replaces them, in order and apart.
    blocks: Vec<(Range<usize>, String)>,
}

impl<'t> Changes<'t> {
    /// `edits` are in order and do not overlap.
    pub(super) fn of(before: &'t str, edits: &[(Span, String)]) -> Self {
        let lines: Vec<&str> = before.split_inclusive('\n').collect();
        // A last line without a break goes on: what is inserted behind it changes it.
        let mut starts = vec![0];
        for line in lines.iter().filter(|line| line.ends_with('\n')) {
            starts.push(starts.last().copied().unwrap_or(0) + line.len());
        }
        // Ranges of lines, and of the edits that are in them.
        let mut touched: Vec<(Range<usize>, Range<usize>)> = Vec::new();
        for (at, (span, _)) in edits.iter().enumerate() {
            let (from, to) = (span.start as usize, span.end as usize);
            let first = starts.partition_point(|start| *start <= from).saturating_sub(1);
            let last = starts.partition_point(|start| *start < to.max(from + 1)).min(lines.len());
            match touched.last_mut() {
                Some((lines, edits)) if lines.end > first => {
                    lines.end = lines.end.max(last);
                    edits.end = at + 1;
                }
                _ => touched.push((first..last.max(first), at..at + 1)),
            }
        }
        let offset = |line: usize| starts.get(line).copied().unwrap_or(before.len());
        let new = |(lines, within): (Range<usize>, Range<usize>)| {
            let bytes = offset(lines.start)..offset(lines.end);
            (lines, edited(before, bytes, edits.get(within).unwrap_or_default()))
        };
        let blocks = touched.into_iter().map(new).collect();
        Self { before: lines, blocks }
    }

    /// The text with all edits made.
    pub(super) fn after(&self) -> String {
        let mut out = String::new();
        let mut line = 0;
        for (range, new) in &self.blocks {
            self.before.get(line..range.start).unwrap_or_default().iter().for_each(|old| out.push_str(old));
            out.push_str(new);
            line = range.end;
        }
        self.before.get(line..).unwrap_or_default().iter().for_each(|old| out.push_str(old));
        out
    }

    /// As `diff -u` would print it; empty if nothing changes.
    pub(super) fn unified(&self, name: &str) -> String {
        if self.blocks.is_empty() {
            return String::new();
        }
        let mut out = format!("--- {name}\n+++ {name}\n");
        let mut rest = self.blocks.as_slice();
        // How many lines more the new text has above a hunk.
        let mut shift: isize = 0;
        while let Some((first, _)) = rest.first() {
            let near = |pair: &[(Range<usize>, String)]| match pair {
                [(a, _), (b, _)] => b.start - a.end <= 2 * CONTEXT_LINES,
                _ => false,
            };
            let together = 1 + rest.windows(2).take_while(|pair| near(pair)).count();
            let (hunk, after) = rest.split_at(together.min(rest.len()));
            let end = hunk.last().map_or(first.end, |(range, _)| range.end);
            let whole =
                first.start.saturating_sub(CONTEXT_LINES)..(end + CONTEXT_LINES).min(self.before.len());
            let (lines, added) = self.hunk(whole.clone(), hunk);
            let removed: usize = hunk.iter().map(|(range, _)| range.len()).sum();
            let new = whole.len() + added - removed;
            let new_start = (whole.start as isize + shift).max(0) as usize;
            out.push_str(&format!(
                "@@ -{} +{} @@\n{lines}",
                place(whole.start, whole.len()),
                place(new_start, new)
            ));
            shift += added as isize - removed as isize;
            rest = after;
        }
        out
    }

    /// The lines of a hunk with their signs, and how many are new.
    fn hunk(&self, whole: Range<usize>, blocks: &[(Range<usize>, String)]) -> (String, usize) {
        let mut out = String::new();
        let mut added = 0;
        let mut line = whole.start;
        let mut signed = |sign: char, lines: &[&str]| {
            for text in lines {
                out.push(sign);
                out.push_str(text);
                if !text.ends_with('\n') {
                    out.push_str("\n\\ No newline at end of file\n");
                }
            }
        };
        for (range, new) in blocks {
            let new: Vec<&str> = new.split_inclusive('\n').collect();
            signed(' ', self.before.get(line..range.start).unwrap_or_default());
            signed('-', self.before.get(range.clone()).unwrap_or_default());
            signed('+', &new);
            added += new.len();
            line = range.end;
        }
        signed(' ', self.before.get(line..whole.end).unwrap_or_default());
        (out, added)
    }
}

/// "12,3": the first line, from one, and how many; an empty stretch is named by the line before it.
fn place(start: usize, len: usize) -> String {
    let first = if len == 0 { start } else { start + 1 };
    if len == 1 { first.to_string() } else { format!("{first},{len}") }
}

/// A range of the text with the edits in it made.
fn edited(text: &str, range: Range<usize>, edits: &[(Span, String)]) -> String {
    let mut out = String::new();
    let mut at = range.start;
    for (span, new) in edits {
        out.push_str(text.get(at..span.start as usize).unwrap_or_default());
        out.push_str(new);
        at = span.end as usize;
    }
    out + text.get(at..range.end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hunks_read_like_those_of_diff() {
        let before = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj";
        let edits = [
            (Span::new(2, 3), "B".to_owned()),
            (Span::new(5, 5), "!\nc2".to_owned()),
            (Span::new(19, 19), "\n\nk\n".to_owned()),
        ];
        let changes = Changes::of(before, &edits);
        assert_eq!(changes.after(), "a\nB\nc!\nc2\nd\ne\nf\ng\nh\ni\nj\n\nk\n");
        expect_test::expect![[r#"
            --- x
            +++ x
            @@ -1,10 +1,13 @@
             a
            -b
            +B
            -c
            +c!
            +c2
             d
             e
             f
             g
             h
             i
            -j
            \ No newline at end of file
            +j
            +
            +k
        "#]]
        .assert_eq(&changes.unified("x"));
        let new = [(Span::new(0, 0), "[[article]]\n".to_owned())];
        assert_eq!(Changes::of("", &new).unified("x"), "--- x\n+++ x\n@@ -0,0 +1 @@\n+[[article]]\n");
        let end = Changes::of("a\n", &[(Span::new(2, 2), "b\n".to_owned())]).unified("x");
        assert_eq!(end, "--- x\n+++ x\n@@ -1 +1,2 @@\n a\n+b\n");
    }
}
