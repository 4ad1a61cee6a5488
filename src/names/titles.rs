//! Titles: "former Chinese foreign minister", "President of the European Council". Found first, by the words alone,
//! for a title says where a name begins; given to their holders once the names are known.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::tagger::Tag;
use super::words::Words;
use super::{Lexicon, Mention, NameKind, Qualifier, Title};
use crate::text::normalise::one_line;
use crate::text::{Index, Layout, TokenKind};

/// The normal form of a role.
pub(super) fn normal(title: &str) -> Box<str> {
    match Lexicon::default().role(title) {
        Some(role) => role.into(),
        None => title.to_lowercase().into(),
    }
}

/// A title in the text: tokens, half-open, and what they say.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub first: usize,
    pub last: usize,
    /// The tokens of the role alone.
    pub head: (usize, usize),
    pub role: &'static str,
    pub org: Option<(usize, usize)>,
    pub country: Option<[u8; 2]>,
    pub qualifier: Option<Qualifier>,
    /// "counterpart": the role is somebody else's.
    pub counterpart: bool,
    /// "the …", "his …", "Russian …": it can stand for somebody by itself.
    pub definite: bool,
}

impl Phrase {
    /// "Mr", "Dr": says that a person follows, and nothing else.
    pub fn honorific(&self) -> bool {
        matches!(self.role, "mr" | "doctor")
    }
}

/// All titles, in order, disjoint.
pub(super) fn find(layout: &Layout<'_>, words: &Words<'_>, lexicon: &Lexicon, tags: &[Tag]) -> Vec<Phrase> {
    let mut out: Vec<Phrase> = Vec::new();
    for sentence in &layout.sentences {
        let Range { start: begin, end } = sentence.tokens();
        let mut floor = begin;
        let mut at = begin;
        while at < end {
            let Some((count, role)) = role_at(layout, lexicon, at, end) else {
                at += 1;
                continue;
            };
            // "Muhammad Sultan Khan": inside a name it is a name.
            let inside = tags.get(at).is_some_and(|tag| tag.kind == Some(NameKind::Person) && !tag.begins);
            let named = |i: usize| tags.get(i).is_some_and(|tag| tag.kind == Some(NameKind::Person));
            if inside
                && count == 1
                && words.capital(at)
                && at > begin
                && named(at - 1)
                && !words.common(at - 1, lexicon)
                && lexicon.person_name(words.folded(at))
                && role_at(layout, lexicon, at - 1, end).is_none()
            {
                at += 1;
                continue;
            }
            let phrase = Scan { layout, words, lexicon, tags, floor, end }.around(at, at + count, role);
            at = phrase.last.max(at + count);
            floor = at;
            out.push(phrase);
        }
    }
    out
}

fn role_at(layout: &Layout<'_>, lexicon: &Lexicon, at: usize, end: usize) -> Option<(usize, &'static str)> {
    let token = layout.token(at).filter(|token| token.kind == TokenKind::Word)?;
    let word = layout.slice(token.span);
    if matches!(word, "counterpart" | "Counterpart") {
        return Some((1, "counterpart"));
    }
    let words = || (at..end.min(at + 8)).map(|i| layout.word(i));
    let (count, role) = lexicon.longest_role(words())?;
    // "Amir-Abdollahian" is a name.
    let tied = |i: usize| layout.token(i).is_some_and(|token| !token.spaced);
    let after = at + count;
    if layout.word(after) == "-"
        && tied(after)
        && layout.token(after + 1).is_some_and(|t| t.capital && !t.spaced)
    {
        return None;
    }
    // "foreign ministers": several people, nobody's title.
    let last = layout.word(at + count - 1);
    let plural = last.len() > 3
        && last.ends_with('s')
        && !last.ends_with("ss")
        && !role.ends_with('s')
        && role != "mr";
    // "deputy" alone and "head" alone are words as often as offices.
    let weak = count == 1
        && !token.capital
        && matches!(role, "lawmaker" | "mr" | "doge" | "captain" | "major" | "whip" | "general");
    (!plural && !weak).then_some((count, role))
}

struct Scan<'a, 't> {
    layout: &'a Layout<'t>,
    words: &'a Words<'t>,
    lexicon: &'a Lexicon,
    tags: &'a [Tag],
    /// Where the previous title ended: nothing is claimed twice.
    floor: usize,
    end: usize,
}

impl Scan<'_, '_> {
    fn around(&self, head: usize, after: usize, role: &'static str) -> Phrase {
        let mut phrase = Phrase {
            first: head,
            last: after,
            head: (head, after),
            role,
            org: None,
            country: None,
            qualifier: None,
            counterpart: role == "counterpart",
            definite: false,
        };
        if !phrase.honorific() {
            self.left(&mut phrase);
            self.right(&mut phrase);
        }
        phrase
    }

    /// Takes in what stands before the role: "former", "Chinese", "China's", "Security Council".
    fn left(&self, phrase: &mut Phrase) {
        let mut org_last = None;
        while phrase.first > self.floor {
            let at = phrase.first - 1;
            let word = self.layout.word(at);
            let lower = self.words.folded(at);
            let qualifier = match lower {
                "former" | "ex" | "onetime" | "late" | "then" | "outgoing" => Some(Qualifier::Former),
                "acting" | "interim" | "caretaker" => Some(Qualifier::Acting),
                "vice" | "deputy" | "assistant" => Some(Qualifier::Deputy),
                "incoming" => Some(Qualifier::Designate),
                _ => None,
            };
            if word == "-" && self.words.folded(at.wrapping_sub(1)) == "ex" {
                phrase.first = at;
                continue;
            }
            if qualifier.is_some()
                || matches!(lower, "top" | "senior" | "special" | "presidential" | "new" | "visiting")
            {
                phrase.qualifier = phrase.qualifier.or(qualifier);
                phrase.first = at;
                continue;
            }
            if let Some((from, country)) = self.place_before(phrase.first) {
                if phrase.country.is_some() {
                    break;
                }
                phrase.country = Some(country);
                phrase.first = from;
                phrase.definite = true;
                continue;
            }
            if self.layout.token(at).is_some_and(|t| t.kind == TokenKind::Possessive) && at > self.floor {
                if let Some((from, country)) = self.place_before(at) {
                    phrase.country = phrase.country.or(Some(country));
                    phrase.first = from;
                    phrase.definite = true;
                }
                break;
            }
            // "Security Council secretary", "foreign ministry spokeswoman".
            let orgish =
                is_body(lower) || (org_last.is_some() && self.words.capital(at) && !self.words.starts(at));
            if orgish {
                org_last.get_or_insert(phrase.first);
                phrase.first = at;
                continue;
            }
            break;
        }
        if let Some(last) = org_last {
            let first = (phrase.first..last).find(|at| !self.is_place(*at)).unwrap_or(phrase.first);
            phrase.org = (first < last).then_some((first, last));
        }
        let before = phrase.first.checked_sub(1).map_or("", |at| self.words.folded(at));
        phrase.definite |= matches!(before, "the" | "his" | "her" | "their" | "its" | "our" | "my");
        if matches!(before, "a" | "an" | "any" | "no" | "every" | "another" | "each") {
            phrase.definite = false;
        }
    }

    /// Takes in "of the European Council", "to Russia", "for Trade".
    fn right(&self, phrase: &mut Phrase) {
        loop {
            let at = phrase.last;
            if !matches!(self.layout.word(at), "of" | "to" | "for") || at + 1 >= self.end {
                break;
            }
            let to = self.layout.word(at) == "to";
            let mut next = at + 1;
            next += usize::from(self.words.folded(next) == "the");
            let mut last = next;
            // "of the Chinese Communist Party’s Central Committee"
            while last < self.end
                && (self.words.capital(last)
                    || (last > next
                        && self.layout.token(last).is_some_and(|t| t.kind == TokenKind::Possessive)
                        && self.words.capital(last + 1)
                        && is_body_run(self.words, last + 1)))
                && (last == next || !self.breaks(last))
            {
                last += 1;
            }
            // "head of Vladimir Roe's office": a city, but here a person.
            let person = self.tags.get(next).is_some_and(|tag| tag.kind == Some(NameKind::Person));
            if last == next || person {
                break;
            }
            if let Some((count, country)) = self.place_at(next, self.end) {
                last = last.max(next + count);
                // "Ambassador to Russia Zhang …": what follows the place is not part of it, unless it is a body of it.
                let behind = next + count;
                let owns = self.layout.token(behind).is_some_and(|token| token.kind == TokenKind::Possessive);
                if count < last - next && !is_body_run(self.words, behind + usize::from(owns)) {
                    last = behind;
                }
                if !to && phrase.country.is_none() {
                    phrase.country = Some(country);
                }
                if last > behind {
                    let first = behind + usize::from(owns);
                    phrase.org = Some((phrase.org.map_or(first, |org| org.0), last));
                }
            } else if is_body_run(self.words, next) {
                phrase.org = Some((phrase.org.map_or(next, |org| org.0), last));
            } else {
                break;
            }
            phrase.last = last;
            phrase.definite = true;
        }
    }

    /// Whether a person's name may begin here, inside what would be the name of an organisation.
    fn breaks(&self, at: usize) -> bool {
        self.tags.get(at).is_some_and(|tag| tag.begins && tag.kind == Some(NameKind::Person))
            || role_at(self.layout, self.lexicon, at, self.end).is_some()
    }

    fn is_place(&self, at: usize) -> bool {
        let word = self.layout.word(at);
        self.lexicon.place(word) || self.lexicon.demonym(word).is_some()
    }

    fn place_at(&self, at: usize, end: usize) -> Option<(usize, [u8; 2])> {
        self.lexicon.longest_place((at..end.min(at + 6)).map(|i| self.layout.word(i)))
    }

    /// The country or demonym that ends just before `end`, and where it begins.
    fn place_before(&self, end: usize) -> Option<(usize, [u8; 2])> {
        let least = self.floor.max(end.saturating_sub(5));
        (least..end).find_map(|from| {
            let first = self.words.capital(from);
            let (count, country) = self.place_at(from, end).filter(|_| first)?;
            (from + count == end).then_some((from, country))
        })
    }
}

/// Words that end the name of a body one can hold an office in.
pub(super) fn is_body(lower: &str) -> bool {
    matches!(
        lower,
        "ministry"
            | "council"
            | "committee"
            | "commission"
            | "department"
            | "government"
            | "parliament"
            | "senate"
            | "house"
            | "party"
            | "union"
            | "bank"
            | "office"
            | "agency"
            | "authority"
            | "organization"
            | "organisation"
            | "army"
            | "navy"
            | "police"
            | "assembly"
            | "congress"
            | "court"
            | "fund"
            | "bureau"
            | "administration"
            | "cabinet"
            | "politburo"
            | "kremlin"
            | "pentagon"
            | "duma"
            | "bundestag"
            | "board"
            | "university"
            | "institute"
            | "group"
            | "company"
            | "foundation"
            | "federation"
            | "association"
            | "forces"
            | "force"
            | "nations"
            | "republic"
            | "kingdom"
            | "state"
            | "affairs"
            | "center"
            | "centre"
    )
}

/// Whether a run of capitalised words at `at` names a body.
fn is_body_run(words: &Words<'_>, at: usize) -> bool {
    (at..at + 8).take_while(|i| words.capital(*i)).any(|i| is_body(words.folded(i)))
}

/// Gives titles to their holders and drops those that mean nobody. `mentions` are in order.
pub(super) fn attach(
    layout: &Layout<'_>,
    phrases: &[Phrase],
    mentions: &mut [Mention],
    edges: &Edges,
    lexicon: &Lexicon,
) -> Vec<Title> {
    let mut out: Vec<Title> = Vec::new();
    for (at, phrase) in phrases.iter().enumerate() {
        if phrase.honorific() {
            continue;
        }
        let holder = holder(layout, phrases, at, edges)
            .filter(|m| mentions.get(*m).is_some_and(|mention| mention.kind == NameKind::Person));
        let (Some(first), Some(last)) = (layout.token(phrase.first), layout.token(phrase.last - 1)) else {
            continue;
        };
        let mut country = phrase.country;
        if let Some(m) = holder
            && country.is_none()
        {
            country = of_country(layout, mentions.get(m), lexicon);
        }
        if holder.is_none() && !(phrase.definite || phrase.country.is_some()) {
            continue;
        }
        let span = first.span.cover(last.span);
        let counterpart = phrase.counterpart.then(|| {
            // Whose counterpart: the nearest person before.
            let before =
                mentions.iter().rev().find(|m| m.kind == NameKind::Person && m.span.end <= span.start);
            before.map(|m| m.entity)
        });
        if let Some(mention) = holder.and_then(|m| mentions.get_mut(m)) {
            mention.title.get_or_insert(Index::new(out.len()));
        }
        out.push(Title {
            span,
            holder: holder.and_then(|m| mentions.get(m)).map(|mention| mention.entity),
            role: phrase.role.into(),
            org: phrase.org.and_then(|(a, b)| {
                let span = layout.token(a)?.span.cover(layout.token(b.checked_sub(1)?)?.span);
                Some(one_line(layout.slice(span)).into())
            }),
            country,
            qualifier: phrase.qualifier,
            counterpart_of: counterpart.flatten(),
            sentence: layout.sentence_of(phrase.first),
        });
    }
    out
}

/// Where mentions begin and end: from a token to the index of its mention.
#[derive(Debug, Default)]
pub(super) struct Edges {
    begin: FxHashMap<u32, usize>,
    end: FxHashMap<u32, usize>,
}

impl Edges {
    pub fn of(mentions: &[Mention]) -> Self {
        let begin = mentions.iter().enumerate().map(|(at, mention)| (mention.span.start, at)).collect();
        let end = mentions.iter().enumerate().map(|(at, mention)| (mention.span.end, at)).collect();
        Self { begin, end }
    }

    fn begins(&self, layout: &Layout<'_>, token: usize) -> Option<usize> {
        self.begin.get(&layout.token(token)?.span.start).copied()
    }

    fn ends(&self, layout: &Layout<'_>, token: usize) -> Option<usize> {
        self.end.get(&layout.token(token)?.span.end).copied()
    }
}

/// The mention that holds a title: right behind it, or before it and a comma.
fn holder(layout: &Layout<'_>, phrases: &[Phrase], at: usize, edges: &Edges) -> Option<usize> {
    let phrase = phrases.get(at)?;
    if let Some(mention) = edges.begins(layout, phrase.last) {
        return Some(mention);
    }
    // "Foreign Minister Dr Ann Roe", "State Councilor and Foreign Minister Ann Roe"
    let joined = usize::from(matches!(layout.word(phrase.last), "and" | "&" | ","));
    if let Some(next) = phrases.get(at + 1)
        && next.first == phrase.last + joined
        && (joined == 0 || !next.honorific())
        && let Some(mention) = edges.begins(layout, next.last)
    {
        return Some(mention);
    }
    // "Ann Roe, the US national security adviser, …"
    let mut before = phrase.first.checked_sub(1)?;
    if matches!(layout.word(before), "the" | "a" | "an" | "then") {
        before = before.checked_sub(1)?;
    }
    matches!(layout.word(before), "," | "(" | "–" | "—")
        .then(|| edges.ends(layout, before.checked_sub(1)?))
        .flatten()
}

/// "Foreign Minister Ann Roe of France".
fn of_country(layout: &Layout<'_>, mention: Option<&Mention>, lexicon: &Lexicon) -> Option<[u8; 2]> {
    let end = mention?.span.end;
    let mut next = layout.tokens.partition_point(|token| token.span.start < end);
    if layout.word(next) != "of" {
        return None;
    }
    next += 1 + usize::from(layout.word(next + 1) == "the");
    lexicon.longest_place((next..next + 6).map(|at| layout.word(at))).map(|(_, country)| country)
}
