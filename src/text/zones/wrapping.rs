//! Which lines a hard wrap has parted: mail, old exports and plain notes end their lines at a column,
//! wherever the sentence is. Rows, list items, headings and datelines begin a paragraph of their own.

use super::{Line, datelines, shapes};
use crate::lang::WordClasses;
use crate::lang::text::TextClass;

/// The widest hard wrap expected; a longer line is a paragraph on its own.
const MAX_WRAP_CHARS: usize = 132;

/// The narrowest paragraph that is taken for wrapped by its width alone. Lists of names and verses are
/// narrower.
const MIN_WRAP_CHARS: usize = 40;

/// How much shorter than the column a wrapped line usually is: one long word.
const RAGGED_CHARS: usize = 16;

/// For each line, whether it continues the one before it.
pub(super) fn continued(text: &str, words: &WordClasses<TextClass>, all: &[Line]) -> Vec<bool> {
    let widths: Vec<usize> = all.iter().map(|line| line.span.of(text).chars().count()).collect();
    let runs = runs(text, all, &widths);
    // A list of lines of similar width has no column: somewhere a wrapped sentence must end.
    let prose = runs.iter().any(|run| run.widest.is_some());
    let column = column(all, &widths).filter(|_| prose);
    let mut out = vec![false; all.len()];
    for run in &runs {
        let mut joined = false;
        let lines = all.iter().zip(&widths).enumerate().skip(run.first).take(run.count);
        for ((_, (above, width)), (at, (below, _))) in lines.clone().zip(lines.skip(1)) {
            joined =
                Wrap { text, words, column, widest: run.widest }.continues(*above, *below, *width, joined);
            if let Some(place) = out.get_mut(at) {
                *place = joined;
            }
        }
    }
    out
}

/// Two or more lines that stand together.
struct Run {
    first: usize,
    count: usize,
    /// The widest of them, if they read as a wrapped paragraph.
    widest: Option<usize>,
}

fn runs(text: &str, all: &[Line], widths: &[usize]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut first = 0;
    while first < all.len() {
        let count = together(all, first);
        if count >= 2 {
            let lines = all.get(first..first + count).unwrap_or_default();
            let widths = widths.get(first..first + count).unwrap_or_default();
            runs.push(Run { first, count, widest: widest_if_prose(text, lines, widths) });
        }
        first += count.max(1);
    }
    runs
}

/// How many lines from `from` on stand together: none blank, none of another kind, one depth of quotation.
fn together(all: &[Line], from: usize) -> usize {
    let rest = all.get(from..).unwrap_or_default();
    let first = rest.first().map(|line| line.quoted);
    rest.iter()
        .take_while(|line| line.kind.is_none() && !line.span.is_empty() && Some(line.quoted) == first)
        .count()
}

/// The column at which this file is wrapped, if it is: many lines, hardly any longer, and the longest ones of
/// similar length.
fn column(all: &[Line], widths: &[usize]) -> Option<usize> {
    let prose = all.iter().zip(widths).filter(|(line, _)| line.kind.is_none() && !line.span.is_empty());
    let mut widths: Vec<usize> = prose.map(|(_, width)| *width).collect();
    widths.sort_unstable();
    let lines = widths.len();
    // An address or a table may stick out of a wrapped page.
    let longest = (0..=lines / 20).filter_map(|out| Some((out, *widths.get(lines.checked_sub(out + 1)?)?)));
    let mut longest = longest.filter(|(_, width)| (MIN_WRAP_CHARS..=MAX_WRAP_CHARS).contains(width));
    longest.find_map(|(out, width)| {
        let short = widths.partition_point(|other| other + RAGGED_CHARS < width);
        let near = lines - out - short;
        (near >= 2 && near * 3 >= lines).then_some(width)
    })
}

/// The width of the widest line, if the lines read as one wrapped paragraph that ends as a sentence does.
fn widest_if_prose(text: &str, lines: &[Line], widths: &[usize]) -> Option<usize> {
    let ends = lines.last().is_some_and(|line| shapes::ends_sentence(line.span.of(text)));
    let widest = widths.iter().copied().max()?;
    (ends && (MIN_WRAP_CHARS..=MAX_WRAP_CHARS).contains(&widest)).then_some(widest)
}

/// What is known of the lines around a line end.
struct Wrap<'a> {
    text: &'a str,
    words: &'a WordClasses<TextClass>,
    /// The column of the whole file.
    column: Option<usize>,
    /// The widest of these lines, if they read as a wrapped paragraph.
    widest: Option<usize>,
}

impl Wrap<'_> {
    /// Whether `below` continues `above`, which is `width` characters wide and itself continues a line if
    /// `joined`.
    fn continues(&self, above: Line, below: Line, width: usize, joined: bool) -> bool {
        let (above, below) = (above.span.of(self.text), below.span.of(self.text));
        if shapes::is_heading(above) || self.stands_alone(below) || shapes::is_row(above) {
            return false;
        }
        let ended = shapes::ends_sentence(above);
        let open = !ended && (below.starts_with(char::is_lowercase) || self.is_open(above));
        if open || shapes::ends_in_hyphen(above) && below.starts_with(char::is_alphanumeric) {
            return true;
        }
        // A no-break space holds its words together.
        let first = below.split([' ', '\t']).next().unwrap_or_default().chars().count();
        let full = |column: usize| width + 1 + first > column;
        // Two lines of similar width may be a headline and its story, unless the first is plainly prose.
        let prose =
            joined || shapes::has_sentence_break(above) || datelines::dateline(self.words, above).is_some();
        self.column.is_some_and(full) || !ended && prose && self.widest.is_some_and(full)
    }

    /// Whether the line begins a paragraph whatever stands above it.
    fn stands_alone(&self, line: &str) -> bool {
        shapes::is_heading(line)
            || shapes::is_bullet(line)
            || shapes::is_row(line)
            || shapes::dated_entry(self.words, line).is_some()
    }

    /// Whether the line ends in a word that something must follow: "Joan de la".
    fn is_open(&self, line: &str) -> bool {
        let last = line.rsplit([' ', '\t', '\u{a0}']).next().unwrap_or_default();
        last != line && self.words.has(last, TextClass::LineOpener)
    }
}
