//! Articles with markers. `//- name` begins a file; `^^^ label` under a line marks a range of the line above,
//! `|` the cursor. Marker lines are not part of the text, and columns count characters, as on screen.

use dateline::article::Hints;
use dateline::text::{Span, position::Text};
use dateline::world::{Change, DocId, Place, World};

pub struct Fixture {
    pub world: World,
    pub cursors: Vec<Place>,
    pub ranges: Vec<(Place, String)>,
}

impl Fixture {
    pub fn new(source: &str) -> Self {
        let mut fixture = Self { world: World::default(), cursors: Vec::new(), ranges: Vec::new() };
        let mut changes = Vec::new();
        for (name, body) in files(source) {
            let doc = DocId::new(name);
            let mut text = String::new();
            let mut last = 0;
            for line in body.split_inclusive('\n') {
                match marker(line) {
                    Some((from, to, label)) => {
                        let at = |column: usize| {
                            (last + text[last..].chars().take(column).map(char::len_utf8).sum::<usize>())
                                as u32
                        };
                        match label {
                            Some(label) => fixture
                                .ranges
                                .push((Place { doc: doc.clone(), span: Span::new(at(from), at(to)) }, label)),
                            None => fixture
                                .cursors
                                .push(Place { doc: doc.clone(), span: Span::new(at(from), at(from)) }),
                        }
                    }
                    None => {
                        last = text.len();
                        text.push_str(line);
                    }
                }
            }
            changes.push(change(doc, text));
        }
        fixture.world = World::default().apply(changes);
        fixture
    }

    /// The one cursor.
    pub fn cursor(&self) -> (&DocId, u32) {
        assert_eq!(self.cursors.len(), 1, "the fixture wants one cursor");
        (&self.cursors[0].doc, self.cursors[0].span.start)
    }

    /// The ranges with a label, in order.
    pub fn labelled(&self, label: &str) -> Vec<Place> {
        let mut found: Vec<_> =
            self.ranges.iter().filter(|(_, l)| l == label).map(|(place, _)| place.clone()).collect();
        found.sort();
        found
    }

    pub fn words(&self, place: &Place) -> String {
        format!("{}: {}", place.doc, self.world.text(&place.doc).unwrap().slice(place.span))
    }
}

pub fn change(doc: DocId, text: String) -> Change {
    if doc.as_str().ends_with(".toml") {
        return Change::Profile { doc, text: Text::new(text) };
    }
    let hints = Hints { file_name: doc.file_name().into(), ..Hints::default() };
    Change::Article { doc, text: Text::new(text), hints }
}

/// The files of a fixture: name and body.
pub fn files(source: &str) -> Vec<(&str, &str)> {
    let source = source.strip_prefix('\n').unwrap_or(source);
    assert!(source.starts_with("//- "), "a fixture begins with `//- file name`");
    source
        .split("//- ")
        .skip(1)
        .map(|part| part.split_once('\n').unwrap())
        .map(|(name, body)| (name.trim(), body))
        .collect()
}

/// Columns and label of a marker line; no label for a cursor.
fn marker(line: &str) -> Option<(usize, usize, Option<String>)> {
    let line = line.trim_end();
    let from = line.chars().take_while(|c| *c == ' ').count();
    let rest = &line[from..];
    if rest == "|" {
        return Some((from, from, None));
    }
    let width = rest.chars().take_while(|c| *c == '^').count();
    let label = rest[width..].trim();
    (width > 0 && !label.is_empty()).then(|| (from, from + width, Some(label.to_owned())))
}
