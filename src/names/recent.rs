//! Who a word alone means, as far as the article has been read: a short name stays with whom it has meant, until
//! somebody else of that name is introduced.

use rustc_hash::FxHashMap;

use super::spans::Finder;

/// Who has been named so far.
pub(super) struct Recent {
    /// For each person, the last token at which the full name stood.
    full: Vec<Option<usize>>,
    /// Whom a word alone has meant last.
    alone: FxHashMap<String, usize>,
}

impl Recent {
    /// Nobody yet, of so many persons.
    pub fn of(persons: usize) -> Self {
        Self { full: vec![None; persons], alone: FxHashMap::default() }
    }

    /// A new person, named at this token.
    pub fn enter(&mut self, at: usize) {
        self.full.push(Some(at));
    }

    /// A word alone means this person here.
    pub fn call(&mut self, word: &str, person: usize) {
        self.alone.insert(word.to_owned(), person);
    }

    /// The full name of this person stands at this token.
    pub fn say(&mut self, person: usize, at: usize) {
        if let Some(place) = self.full.get_mut(person) {
            *place = Some(at);
        }
    }

    /// Who a word alone is: those with this family name first; whom the word has meant before, unless somebody else has
    /// just been named in full; the one named last.
    pub fn latest(
        &self,
        finder: &Finder<'_, '_>,
        those: &[(usize, bool)],
        word: &str,
        at: usize,
    ) -> Option<usize> {
        let before = self.alone.get(word).copied();
        let seen = |person: usize| self.full.get(person).copied().flatten();
        let here = finder.sentence(at);
        let just = |person: usize| seen(person).is_some_and(|then| finder.sentence(then) + 1 >= here);
        // A given name alone is nobody who is introduced later; a headline may run ahead.
        let ahead = finder.ahead(at);
        let known = those.iter().filter(|(person, family)| *family || ahead || seen(*person).is_some());
        let best = known.min_by_key(|(person, family)| {
            let again = before == Some(*person);
            let holds = again && (!family || !those.iter().any(|(other, _)| other != person && just(*other)));
            (!family, !holds, seen(*person).is_none(), std::cmp::Reverse(seen(*person)), *person)
        });
        best.map(|(person, _)| *person)
    }
}
