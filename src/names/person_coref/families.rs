//! Which words of a full name stand for the person alone: the family name, first or last.

use rustc_hash::FxHashMap;

use super::PersonCoref;
use crate::names::candidates::NameContext;
use crate::names::lexicon::Lexicon;
use crate::names::repeated::FamilyFirst;
use crate::names::variants;

impl PersonCoref {
    /// Settles which words of each name stand for the person alone, first by use, then by the lists.
    pub(super) fn family_names(&mut self, context: &NameContext<'_, '_>, known: &FamilyFirst) {
        let mut alone: FxHashMap<&str, u32> = FxHashMap::default();
        let mut inside = vec![false; context.layout.tokens.len()];
        for named in self.names.iter().filter(|named| named.full) {
            inside.get_mut(named.found.first..named.found.last).unwrap_or_default().fill(true);
        }
        for (at, inside) in inside.iter().enumerate() {
            if !inside && context.words.capital(at) {
                *alone.entry(context.words.folded(at)).or_default() += 1;
            }
        }
        for person in &mut self.persons {
            let (Some(first), Some(last)) = (person.words.first(), person.words.last()) else { continue };
            let known = known.get(&person.words);
            let uses = |word: &str| alone.get(word).copied().unwrap_or(0);
            let listed =
                context.lexicon.family_first_name(first) && !is_western(context.lexicon, first, last);
            person.family_first = match known {
                Some(true) => Some(true),
                _ if uses(first) > 0 && uses(last) == 0 && listed => Some(true),
                _ if uses(last) > 0 && uses(first) == 0 && context.lexicon.given_name(first) => Some(false),
                _ => None,
            };
            // "Choe Son-hui": a given name of two syllables comes last.
            let syllables = person.words.len() == 3 && person.ties.last() == Some(&2);
            let turned = person.family_first.unwrap_or(listed || syllables);
            let count = person.words.len();
            let tied = person.ties.iter().rev().take_while(|tie| **tie == 1).count();
            let from =
                (1..count).find(|at| person.words.get(*at).is_some_and(|word| variants::is_particle(word)));
            person.family = match from {
                _ if turned => (0, 1),
                Some(from) if from + 1 < count => (from, count),
                _ => (count.saturating_sub(1 + tied), count),
            };
        }
    }
}

fn is_western(lexicon: &Lexicon, first: &str, last: &str) -> bool {
    lexicon.given_name(first)
        && lexicon.family_name(last)
        && !lexicon.given_name(last)
        && !lexicon.family_first_name(last)
}
