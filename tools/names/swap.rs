//! More texts from few: the same articles with other people in them, from other cultures, in other places, or
//! in capitals. One name of a text becomes the same other name everywhere in it.

use std::collections::BTreeMap;

use dateline::names::{Lexicon, NameKind};

use super::corpus::Document;

/// A small generator with a fixed seed, so that every machine produces the same texts.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ z >> 31) % sides.max(1) as u64) as usize
    }

    fn pick<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        &of[self.roll(of.len())]
    }
}

pub struct Stock {
    cultures: Vec<(bool, Vec<String>, Vec<String>)>,
    places: Vec<String>,
}

impl Stock {
    /// From the tables beside the model.
    pub fn new(cultures: &str, countries: &str, places: &str) -> Self {
        let rows = |text: &str| -> Vec<Vec<Vec<String>>> {
            text.lines()
                .filter(|l| !l.starts_with('#'))
                .map(|l| l.split('\t').map(|c| c.split('|').map(str::to_owned).collect()).collect())
                .collect()
        };
        let cultures = rows(cultures)
            .into_iter()
            .map(|row| {
                (matches!(row[0][0].as_str(), "zh" | "ko" | "vi" | "tw"), row[1].clone(), row[2].clone())
            })
            .collect();
        let mut names: Vec<String> = Vec::new();
        for row in rows(countries) {
            names.extend([1, 3].iter().filter_map(|&c| row.get(c)).flatten().cloned());
        }
        for row in rows(places).into_iter().filter(|row| row[0][0] != "--") {
            names.extend(row[1].iter().cloned());
        }
        names.retain(|n| !n.starts_with('^') && !n.is_empty());
        Self { cultures, places: names }
    }

    fn person(&self, dice: &mut Dice) -> Person {
        let &(mut family_first, ref given, ref family) = dice.pick(&self.cultures);
        let mut person =
            Person { given: dice.pick(given).clone(), family: dice.pick(family).clone(), family_first };
        if family_first && dice.roll(5) == 0 {
            // "Paul Chan Mo-po": a Western name first, the rest unchanged.
            let (_, western, _) = &self.cultures[0];
            person.given = format!("{} {} {}", dice.pick(western), person.family, person.given);
            (person.family, family_first) = (String::new(), false);
        } else if !family_first {
            person.given = match dice.roll(40) {
                0..=3 => format!("{} {}.", person.given, (b'A' + dice.roll(26) as u8) as char),
                4 => format!("{}.", person.given.chars().next().unwrap_or('A')),
                5 => format!(
                    "{0}.{1}.",
                    (b'A' + dice.roll(20) as u8) as char,
                    (b'A' + dice.roll(20) as u8) as char
                ),
                6..=10 => format!("{} {}", person.given, dice.pick(given)),
                _ => person.given,
            };
            if dice.roll(12) == 0 {
                person.family = format!("{} {}", dice.pick(family), person.family);
            }
        }
        // Some names are in no list, and a reader must recognise them by their context.
        if dice.roll(4) == 0 {
            person.family = blend(&person.family, dice.pick::<String>(family));
            if dice.roll(2) == 0 {
                person.given = blend(&person.given, dice.pick::<String>(given));
            }
        }
        person.family_first = family_first;
        person
    }

    /// An organisation with its rare first word, often its founder's name, replaced.
    fn organisation(&self, old: &str, dice: &mut Dice) -> String {
        let (first, rest) = old.split_once(' ').unwrap_or((old, ""));
        let plain = first.len() > 3 && first.chars().skip(1).all(char::is_lowercase);
        if !plain || !matches!(Lexicon::default().rank(first), 0 | 10..) {
            return old.to_owned();
        }
        let families = |dice: &mut Dice| {
            let (_, _, families) = dice.pick(&self.cultures);
            dice.pick::<String>(families).clone()
        };
        let mut name = families(dice);
        if dice.roll(8) > 0 {
            name = blend(&name, &families(dice));
        }
        if rest.is_empty() { name } else { format!("{name} {rest}") }
    }

    /// The text with its people and some of its places replaced.
    pub fn swap(&self, from: &Document, dice: &mut Dice) -> Document {
        let mut people: BTreeMap<String, Person> = BTreeMap::new();
        let mut places: BTreeMap<String, String> = BTreeMap::new();
        let full: Vec<&str> = from
            .names
            .iter()
            .filter(|(_, k)| *k == NameKind::Person)
            .map(|(r, _)| &from.text[r.clone()])
            .filter(|n| n.contains(' '))
            .collect();
        let mut out = Document { id: from.id.clone(), partial: from.partial, ..Document::default() };
        let mut copied = 0;
        for (range, kind) in &from.names {
            let old = &from.text[range.clone()];
            let new = match kind {
                NameKind::Person if old.chars().any(char::is_lowercase) && dice.roll(10) > 0 => {
                    let last = |n: &str| n.rsplit(' ').next().unwrap_or(n).to_owned();
                    let parent = if old.contains(' ') {
                        old
                    } else {
                        full.iter().find(|n| n.split(' ').any(|p| p == old)).copied().unwrap_or(old)
                    };
                    let person = people.entry(last(parent)).or_insert_with(|| self.person(dice)).clone();
                    if old.contains(' ') || parent == old && dice.roll(4) == 0 {
                        person.full()
                    } else if person.family.is_empty() {
                        person.given.split(' ').nth(1).unwrap_or_default().to_owned()
                    } else if parent != old && last(parent) != old {
                        person.given
                    } else {
                        person.family
                    }
                }
                NameKind::Place if dice.roll(2) == 0 => places
                    .entry(old.to_owned())
                    .or_insert_with(|| {
                        let place = dice.pick::<String>(&self.places);
                        if dice.roll(4) == 0 {
                            blend(place, dice.pick::<String>(&self.places))
                        } else {
                            place.clone()
                        }
                    })
                    .clone(),
                NameKind::Organisation if dice.roll(3) == 0 => {
                    places.entry(old.to_owned()).or_insert_with(|| self.organisation(old, dice)).clone()
                }
                _ => old.to_owned(),
            };
            push(&mut out, from, copied..range.start);
            let start = out.text.len();
            out.text.push_str(&new);
            out.names.push((start..out.text.len(), *kind));
            copied = range.end;
        }
        push(&mut out, from, copied..from.text.len());
        out
    }
}

#[derive(Clone)]
struct Person {
    given: String,
    family: String,
    family_first: bool,
}

impl Person {
    fn full(&self) -> String {
        if self.family.is_empty() {
            self.given.clone()
        } else if self.family_first {
            format!("{} {}", self.family, self.given)
        } else {
            format!("{} {}", self.given, self.family)
        }
    }
}

/// The beginning of one name and the end of another.
fn blend(front: &str, back: &str) -> String {
    if front.contains([' ', '.']) || back.contains([' ', '.']) || front.len() < 4 || back.len() < 4 {
        return front.to_owned();
    }
    let half = |text: &str| text.chars().count() / 2;
    front.chars().take(half(front)).chain(back.chars().skip(half(back))).collect()
}

fn push(out: &mut Document, from: &Document, part: std::ops::Range<usize>) {
    let shift = |at: usize| at - part.start + out.text.len();
    for unknown in from.unknown.iter().filter(|u| u.start >= part.start && u.end <= part.end) {
        out.unknown.push(shift(unknown.start)..shift(unknown.end));
    }
    out.text.push_str(&from.text[part]);
}

/// The text with some lines in capitals and some in title case, where that moves no offset.
pub fn recase(from: &Document, dice: &mut Dice) -> Document {
    let mut out = from.clone();
    out.text = from
        .text
        .split_inclusive('\n')
        .map(|line| match dice.roll(12) {
            0 if line.len() < 400 => line.to_ascii_uppercase(),
            1 if line.len() < 200 => title(line),
            _ => line.to_owned(),
        })
        .collect();
    out
}

fn title(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut fresh = true;
    for word in line.split_inclusive(' ') {
        let small = matches!(
            word.trim_end(),
            "of" | "the" | "a" | "in" | "to" | "and" | "for" | "on" | "with" | "de" | "al"
        );
        let mut chars = word.chars();
        match chars.next() {
            Some(first) if first.is_ascii_lowercase() && (fresh || !small) => {
                out.push(first.to_ascii_uppercase());
                out.push_str(chars.as_str());
            }
            _ => out.push_str(word),
        }
        fresh = false;
    }
    out
}
