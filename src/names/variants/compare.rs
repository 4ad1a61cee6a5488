//! Two full names compared part by part: the same, one a shorter form of the other, or two people's.

use super::parts::NamePart;

/// How two full names of persons relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFit {
    /// Every token of either matches one of the other, in this order (or in any, where family names come
    /// first).
    Same,
    /// The first is shorter: every token of it occurs in the second, first and family name included.
    Less,
    /// The second is shorter.
    More,
}

/// Compares two full names. `free` allows any order of their parts.
pub fn compare(a: &[NamePart], b: &[NamePart], free: bool) -> Option<NameFit> {
    if a.len() < 2 || b.len() < 2 {
        return None;
    }
    if a.len() == b.len() {
        if a.iter().zip(b).all(|(x, y)| x.near(y)) || (free && permuted(a, b)) {
            return Some(NameFit::Same);
        }
        if all_stand(a, b) {
            return Some(NameFit::Less);
        }
        return all_stand(b, a).then_some(NameFit::More);
    }
    if letters(a).eq(letters(b)) {
        return Some(NameFit::Same);
    }
    if a.len() < b.len() { less(a, b).then_some(NameFit::Less) } else { less(b, a).then_some(NameFit::More) }
}

/// The keys of all parts joined: "Doo-hwan" and "Doohwan" are one name.
pub fn joined(parts: &[NamePart]) -> String {
    letters(parts).collect()
}

fn letters(parts: &[NamePart]) -> impl Iterator<Item = char> {
    parts.iter().flat_map(|part| part.key.chars())
}

fn permuted(a: &[NamePart], b: &[NamePart]) -> bool {
    let mut left: Vec<&NamePart> = b.iter().collect();
    a.iter().all(|part| match left.iter().position(|other| part.near(other)) {
        Some(at) => {
            left.remove(at);
            true
        }
        None => false,
    })
}

/// Whether `short` may stand for `long`: the same name, or its initial.
fn stands(short: &NamePart, long: &NamePart) -> bool {
    short.near(long) || (short.is_initial() && long.key.starts_with(short.key.as_str()))
}

/// "J. Nadda" and "Jagat Nadda": an initial stands for any name that begins with it; at least one name is in
/// full.
fn all_stand(a: &[NamePart], b: &[NamePart]) -> bool {
    a.iter().zip(b).all(|(x, y)| stands(x, y)) && a.iter().any(|part| !part.is_initial())
}

/// Whether `short` is `long` with parts left out: the order kept, at least two real names in common, and
/// either the first and last shared, or only leading initials or a trailing house name left out.
fn less(short: &[NamePart], long: &[NamePart]) -> bool {
    let mut from = 0;
    let mut first = None;
    for part in short {
        let Some(at) = long.iter().skip(from).position(|other| stands(part, other)) else { return false };
        first.get_or_insert(from + at);
        from += at + 1;
    }
    let first = first.unwrap_or(0);
    let last = from == long.len();
    // "George W." is not "George H. W.": a writer who gives one middle initial gives them all.
    if short.iter().skip(1).any(NamePart::is_initial) && from - first != short.len() {
        return false;
    }
    let real = short.iter().filter(|part| !part.is_initial()).count();
    let initials_before = long.iter().take(first).all(NamePart::is_initial);
    (real >= 2 && ((last && initials_before) || (first == 0 && short.len() >= 3)))
        || (real == 1 && first == 0 && last && short.len() >= 2)
}

/// "A.Yu. Roe" and "Andrei Roe": one family name, and initials that match the other's first letter. Enough
/// within one article, too little across a corpus.
pub fn same_initials(a: &[NamePart], b: &[NamePart]) -> bool {
    let (Some((a_last, a)), Some((b_last, b))) = (a.split_last(), b.split_last()) else { return false };
    a_last.folded == b_last.folded
        && first_letter(a).is_some()
        && first_letter(a) == first_letter(b)
        && are_initials(a) != are_initials(b)
}

/// The letter that given names begin with.
fn first_letter(given: &[NamePart]) -> Option<char> {
    given.first().and_then(|part| part.folded.chars().next())
}

/// Whether given names are shortened to a letter or two each.
fn are_initials(given: &[NamePart]) -> bool {
    !given.is_empty() && given.iter().all(|part| part.folded.chars().count() <= 2)
}
