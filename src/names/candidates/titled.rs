//! Candidates after titles: a name right after an office is a person's.

use super::{Candidate, NameContext, STRONG, SURE_MARGIN};
use crate::lang::names::NameClass;
use crate::names::NameKind;
use crate::names::titles::TitlePhrase;

impl NameContext<'_, '_> {
    /// A name right after a title is a person's.
    pub(super) fn behind_titles(&self, out: &mut Vec<Candidate>) {
        for phrase in self.phrases {
            let mut at = phrase.behind(self.layout, self.words);
            // "Presidents Roe and Doe": each name in the list is a person's.
            while let Some(found) = self.behind_title(phrase, at) {
                out.push(found);
                let joint = self.words.is(found.last, NameClass::TitleJoint);
                if !phrase.plural || !joint || self.words.opens(found.last) {
                    break;
                }
                at = found.last + 1;
            }
        }
    }

    /// The name that begins at `at`, if the title shows that it is a person's.
    fn behind_title(&self, phrase: &TitlePhrase, at: usize) -> Option<Candidate> {
        if self.in_title(at) {
            return None;
        }
        let lower_role = !self.words.capital(phrase.head.1 - 1);
        // "Dr al-Ansari"
        let particles = self.extent.particles(at).filter(|_| self.layout.word(at + 1) == "-");
        let last = self.extent.name(at).or(particles)?;
        // "S." is not a name yet.
        if (at..last).all(|i| self.layout.word(i).chars().count() == 1) {
            return None;
        }
        let one = last == at + 1;
        let word = self.layout.word(at);
        let other = self.lexicon.demonym(word).is_some()
            || self.lexicon.organisation(word)
            || (self.lexicon.place(word) && (one || lower_role))
            || self
                .layout
                .token(at)
                .is_some_and(|token| token.upper && !self.words.shouted(at) && token.span.len() > 2);
        let tagged = self.tags.get(at).is_some_and(|tag| {
            tag.margin >= SURE_MARGIN && tag.kind.is_some_and(|kind| kind != NameKind::Person)
        });
        // "Gen Z", "Metro Express": a single word in no name list, where the tagger sees no person.
        let unknown = one
            && !phrase.honorific()
            && !self.lexicon.person_name(self.words.folded(at))
            && self.tags.get(at).is_some_and(|tag| tag.kind != Some(NameKind::Person));
        if other || tagged || unknown || (one && self.words.common(at, self.lexicon) && !phrase.honorific()) {
            return None;
        }
        let tail = self.words.known(last - 1);
        if tail.is(NameClass::Body) || tail.is(NameClass::Event) || tail.is(NameClass::PlaceTail) {
            return None;
        }
        Some(Candidate { first: at, last, kind: NameKind::Person, strength: STRONG + 2 })
    }
}
