//! Candidates after titles: a name right after an office is a person's.

use super::{Candidate, NameContext, STRONG, SURE_MARGIN};
use crate::lang::names::NameClass;
use crate::names::NameKind;

impl NameContext<'_, '_> {
    /// A name right after a title is a person's.
    pub(super) fn behind_titles(&self, out: &mut Vec<Candidate>) {
        for phrase in self.phrases {
            let at = phrase.last;
            let glued = self.layout.word(at) == "." && phrase.honorific();
            let at = at + usize::from(glued);
            if self.in_title(at) {
                continue;
            }
            let lower_role = !self.words.capital(phrase.head.1 - 1);
            // "Dr al-Ansari"
            let particles = self.extent.particles(at).filter(|_| self.layout.word(at + 1) == "-");
            let Some(last) = self.extent.name(at).or(particles) else { continue };
            // "S." is not a name yet.
            if (at..last).all(|i| self.layout.word(i).chars().count() == 1) {
                continue;
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
            if other
                || tagged
                || unknown
                || (one && self.words.common(at, self.lexicon) && !phrase.honorific())
            {
                continue;
            }
            let tail = self.words.known(last - 1);
            if tail.is(NameClass::Body) || tail.is(NameClass::Event) || tail.is(NameClass::PlaceTail) {
                continue;
            }
            out.push(Candidate { first: at, last, kind: NameKind::Person, strength: STRONG + 2 });
        }
    }
}
