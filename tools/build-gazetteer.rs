//! Builds `src/names/data/{words,phrases}.fst` from the tables beside them and the sources that `fetch.py`
//! put into DIR. Deterministic: `cargo run --release --example build-gazetteer -- DIR`.

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a tool for the developer: it may stop on bad input"
)]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use dateline::names::gazetteer::{GazetteerKey, Phrase, Word};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/names/data");
/// The most common words, which get a group; the other vectors are too rare to be worth their bytes.
const GROUPED: usize = 90_000;
const FINE: usize = 1000;
const COARSE: usize = 60;
const DIMENSIONS: usize = 50;

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let dir = args.next().ok_or("usage: build-gazetteer DIR [phrases]")?;
    // Grouping the words takes a minute, which adding an organisation does not need.
    if args.next().is_none_or(|only| only != "phrases") {
        words(Path::new(&dir))?;
    }
    phrases(Path::new(&dir))
}

fn words(dir: &Path) -> Result<()> {
    let mut table: BTreeMap<Vec<u8>, Entry> = BTreeMap::new();
    let glove = fs::read_to_string(dir.join("glove.words"))?;
    let vectors = vectors(&fs::read(dir.join("glove.npy"))?)?;
    let lines: Vec<&str> = glove.lines().collect();
    let mut kept = Vec::new();
    let mut rank_of: BTreeMap<&str, usize> = BTreeMap::new();
    for (rank, &word) in lines.iter().enumerate() {
        rank_of.entry(word).or_insert(rank);
        let plain =
            word.chars().all(|c| c.is_alphabetic() || c == '\'') && word.chars().any(char::is_alphabetic);
        if plain && kept.len() < GROUPED {
            kept.push(rank);
        }
    }
    let points: Vec<_> = kept.iter().filter_map(|&r| vectors.get(r)).copied().collect();
    let fine = group(&points, FINE, 25);
    let coarse = group(&fine.centres, COARSE, 50);
    for (point, &rank) in kept.iter().enumerate() {
        let (Some(word), Some(&f)) = (lines.get(rank), fine.of.get(point)) else { continue };
        let entry = table.entry(key(word)?).or_default();
        if entry.rank == 0 {
            entry.rank = bucket(rank);
            entry.fine = f as u64 + 1;
            entry.coarse = coarse.of.get(f).copied().unwrap_or(0) as u64 + 1;
        }
    }
    let mut add = |name: &str, flag: u64| -> Result<()> {
        if let Some(key) =
            GazetteerKey::of(name).filter(|k| k.as_bytes().len() > 1 && !k.as_bytes().contains(&b' '))
        {
            let entry = table.entry(key.as_bytes().to_vec()).or_default();
            entry.flags |= flag;
            if entry.rank == 0
                && let Some(&rank) = rank_of.get(name.to_lowercase().as_str())
            {
                entry.rank = bucket(rank);
            }
        }
        Ok(())
    };
    for (name, share) in tsv(&fs::read_to_string(dir.join("census-family.tsv"))?).filter_map(pair) {
        if share.parse::<f64>()? >= 0.001 {
            add(name, Word::FAMILY)?;
        }
    }
    for (name, share) in tsv(&fs::read_to_string(dir.join("census-given.tsv"))?).filter_map(pair) {
        if share.parse::<f64>()? >= 0.002 {
            add(name, Word::GIVEN)?;
        }
    }
    for row in tsv(&fs::read_to_string(dir.join("locales.tsv"))?) {
        if let [_, kind, name] = row.as_slice() {
            add(name, if *kind == "given" { Word::GIVEN } else { Word::FAMILY })?;
        }
    }
    for (name, forms) in tsv(&fs::read_to_string(dir.join("persons.tsv"))?).filter_map(pair) {
        // A name with only two known forms that no large body of text contains is not worth its bytes.
        if forms.parse::<u32>()? >= 4 || rank_of.contains_key(name) {
            add(name, Word::LISTED)?;
        }
    }
    for row in tsv(&own("family-first.tsv")?) {
        for name in row.get(1).into_iter().flat_map(|names| names.split('|')) {
            add(name, Word::FAMILY_FIRST | Word::FAMILY)?;
        }
    }
    for row in tsv(&own("cultures.tsv")?) {
        for (column, flag) in [(1, Word::GIVEN), (2, Word::FAMILY)] {
            for name in row.get(column).into_iter().flat_map(|names| names.split('|')) {
                for token in
                    name.split(['-', ' ']).filter(|t| t.chars().next().is_some_and(char::is_uppercase))
                {
                    add(token, flag)?;
                }
            }
        }
    }
    let count = table.len();
    let packed = table.into_iter().map(|(k, e)| (k, Word::pack(e.flags, e.rank, e.coarse, e.fine).0));
    let bytes = fst::Map::from_iter(packed)?.into_fst().into_inner();
    println!("words.fst: {count} words, {} bytes", bytes.len());
    Ok(fs::write(format!("{DATA}/words.fst"), bytes)?)
}

#[derive(Default)]
struct Entry {
    flags: u64,
    rank: u64,
    fine: u64,
    coarse: u64,
}

fn phrases(dir: &Path) -> Result<()> {
    let mut table: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
    let mut strings: Vec<String> = Vec::new();
    let mut put = |name: &str, flags: u64, code: &str, string: Option<u64>| -> Result<()> {
        let upper = name.starts_with('^');
        let name = name.trim_start_matches('^');
        let Some(key) = GazetteerKey::of(name) else { return Ok(()) };
        if name.is_empty() {
            return Ok(());
        }
        let value = table.entry(key.as_bytes().to_vec()).or_default();
        // The first to claim a name keeps it: countries before capitals before regions before cities.
        let place = flags & Phrase::PLACE != 0;
        if place && *value & Phrase::PLACE == 0 {
            *value |= bits(code) << 16;
        }
        if flags & Phrase::DEMONYM != 0 && *value & Phrase::DEMONYM == 0 {
            *value |= bits(code) << 32;
        }
        if let Some(string) = string {
            if *value >> 48 == 0 {
                *value |= string << 48;
            } else if *value >> 48 != string {
                println!("two meanings for {name:?}: only the first is kept");
                return Ok(());
            }
        }
        // In capitals only, unless the same key is a common name as well.
        let names = Phrase::PLACE | Phrase::DEMONYM | Phrase::ORGANISATION | Phrase::ROLE | Phrase::ACRONYM;
        let fresh = *value & names == 0;
        *value |= flags;
        if upper && fresh {
            *value |= Phrase::UPPER;
        } else if !upper && flags & Phrase::ACRONYM == 0 {
            *value &= !Phrase::UPPER;
        }
        Ok(())
    };
    let mut intern = |text: &str| -> u64 {
        let at = strings.iter().position(|s| s == text).unwrap_or_else(|| {
            strings.push(text.to_owned());
            strings.len() - 1
        });
        at as u64 + 1
    };
    for row in tsv(&own("countries.tsv")?) {
        let code = row.first().copied().unwrap_or_default();
        for (column, flag) in [(1, Phrase::COUNTRY), (2, Phrase::DEMONYM), (3, Phrase::CAPITAL)] {
            for name in row.get(column).into_iter().flat_map(|names| names.split('|')) {
                put(name, flag, code, None)?;
            }
        }
    }
    for row in tsv(&own("places.tsv")?) {
        for name in row.get(1).into_iter().flat_map(|names| names.split('|')) {
            put(name, Phrase::REGION, row.first().copied().unwrap_or_default(), None)?;
        }
    }
    for (code, name) in tsv(&fs::read_to_string(dir.join("regions.tsv"))?).filter_map(pair) {
        put(name, Phrase::REGION, code, None)?;
    }
    for row in tsv(&fs::read_to_string(dir.join("cities.tsv"))?) {
        if let [code, name, people] = row.as_slice()
            && people.parse::<u64>()? >= 40_000
        {
            put(name, Phrase::CITY, code, None)?;
        }
    }
    for row in tsv(&own("organisations.tsv")?) {
        let Some(name) = row.first() else { continue };
        put(name, Phrase::ORGANISATION, "", None)?;
        for acronym in row.get(1).into_iter().flat_map(|a| a.split('|')) {
            put(acronym, Phrase::ACRONYM, "", Some(intern(name)))?;
        }
        for alias in row.get(2).into_iter().flat_map(|a| a.split('|')) {
            put(alias, Phrase::ORGANISATION, "", None)?;
        }
    }
    for row in tsv(&own("roles.tsv")?) {
        let Some(normal) = row.first() else { continue };
        let number = Some(intern(normal));
        put(normal, Phrase::ROLE, "", number)?;
        for other in row.get(1).into_iter().flat_map(|o| o.split('|')) {
            put(other, Phrase::ROLE, "", number)?;
        }
    }
    let count = table.len();
    let bytes = fst::Map::from_iter(table)?.into_fst().into_inner();
    println!("phrases.fst: {count} phrases, {} bytes", bytes.len());
    fs::write(format!("{DATA}/phrases.fst"), bytes)?;
    Ok(fs::write(format!("{DATA}/phrases.txt"), strings.join("\n") + "\n")?)
}

fn own(name: &str) -> Result<String> {
    Ok(fs::read_to_string(format!("{DATA}/{name}"))?)
}

fn tsv(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).map(|l| l.split('\t').collect())
}

fn pair(row: Vec<&str>) -> Option<(&str, &str)> {
    Some((row.first()?, row.get(1)?))
}

fn key(word: &str) -> Result<Vec<u8>> {
    Ok(GazetteerKey::of(word).ok_or("a word too long")?.as_bytes().to_vec())
}

fn bits(code: &str) -> u64 {
    match code.as_bytes() {
        [a, b] if a.is_ascii_lowercase() && b.is_ascii_lowercase() => u64::from(*a) | u64::from(*b) << 8,
        _ => 0,
    }
}

/// 1 for the sixteen most common words, one more for every doubling.
fn bucket(rank: usize) -> u64 {
    u64::from((rank / 16 + 1).ilog2() + 1).min(15)
}

/// The rows of a two-dimensional little-endian f32 matrix in NumPy's format, each made one long.
fn vectors(bytes: &[u8]) -> Result<Vec<[f32; DIMENSIONS]>> {
    let header = bytes.get(8..10).ok_or("no matrix")?;
    let start = 10 + usize::from(u16::from_le_bytes([header[0], header[1]]));
    let mut rows = Vec::new();
    for row in bytes.get(start..).ok_or("no rows")?.chunks_exact(4 * DIMENSIONS) {
        let mut vector = [0.0f32; DIMENSIONS];
        for (to, from) in vector.iter_mut().zip(row.chunks_exact(4)) {
            *to = f32::from_le_bytes([from[0], from[1], from[2], from[3]]);
        }
        let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-6);
        vector.iter_mut().for_each(|x| *x /= length);
        rows.push(vector);
    }
    Ok(rows)
}

struct Groups {
    of: Vec<usize>,
    centres: Vec<[f32; DIMENSIONS]>,
}

/// K-means from evenly spaced initial centres, without randomness.
fn group(points: &[[f32; DIMENSIONS]], count: usize, rounds: usize) -> Groups {
    let count = count.min(points.len());
    let mut centres: Vec<_> = (0..count).map(|i| points[i * points.len() / count]).collect();
    let mut of = vec![0; points.len()];
    for _ in 0..rounds {
        let halves: Vec<f32> = centres.iter().map(|c| c.iter().map(|x| x * x).sum::<f32>() / 2.0).collect();
        for (point, nearest) in points.iter().zip(&mut of) {
            let mut best = f32::MIN;
            for (at, centre) in centres.iter().enumerate() {
                let near = centre.iter().zip(point).map(|(a, b)| a * b).sum::<f32>() - halves[at];
                if near > best {
                    (best, *nearest) = (near, at);
                }
            }
        }
        let mut sums = vec![([0.0f32; DIMENSIONS], 0u32); centres.len()];
        for (point, &at) in points.iter().zip(&of) {
            sums[at].0.iter_mut().zip(point).for_each(|(s, x)| *s += x);
            sums[at].1 += 1;
        }
        for (centre, (sum, members)) in centres.iter_mut().zip(sums) {
            if members > 0 {
                *centre = sum.map(|s| s / members as f32);
            }
        }
    }
    Groups { of, centres }
}
