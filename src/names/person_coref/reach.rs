//! The person a single word refers to, the extent of the name around it, and whether it is a name on its own.

use super::antecedents::Referent;
use super::{Bearer, LocalPerson, PersonCoref, ShortNames, bearers_of};
use crate::lang::names::NameClass;
use crate::lang::offices::OfficeClass;
use crate::names::candidates::NameContext;
use crate::text::Index;

/// Above this margin the tagger's "no name here" overrules a guess.
const CERTAIN_MARGIN: u8 = 12;

impl PersonCoref {
    /// The person the single word at `at` refers to, and the span of the name.
    pub(super) fn pick(
        &self,
        so_far: &ShortNames<'_, '_, '_>,
        at: usize,
    ) -> Option<(Index<LocalPerson>, usize, usize)> {
        let context = so_far.context;
        let word = context.words.folded(at);
        let titled = at.checked_sub(1).is_some_and(|before| context.in_title(before));
        // "UN" is not the last syllable of a person's name.
        if context.layout.token(at)?.upper && !context.words.shouted(at) {
            return None;
        }
        if context.lexicon.demonym(context.layout.word(at)).is_some() && !titled {
            return None;
        }
        let known = so_far.bearers.get(word).map_or(&[][..], Vec::as_slice);
        let mut misspelt = Vec::new();
        if known.is_empty() {
            let said = titled
                || context.speech(at + 1)
                || at.checked_sub(1).is_some_and(|before| context.speech(before));
            let people = if said { so_far.families.misspelt(word) } else { Vec::new() };
            misspelt.extend(people.into_iter().map(|person| Bearer { person, family: true }));
        }
        let bearers = if known.is_empty() { &misspelt } else { known };
        let person = so_far.meant(bearers, word, at).filter(|person| self.is_called(so_far, *person, at))?;
        let unclear = so_far.unclear.get(word) == Some(&person);
        let family = unclear || bearers_of(bearers, person).iter().any(|bearer| bearer.family);
        // A person known by one word only is not meant by every such word.
        let whole = unclear || person.of(&self.persons).is_some_and(|person| person.parts.len() > 1);
        let outside =
            context.tags.get(at).is_some_and(|tag| tag.kind.is_none() && tag.margin > CERTAIN_MARGIN);
        if !titled && person.of(&self.persons)?.shy {
            return None;
        }
        let (first, last) = self.reach(so_far, person, at, family)?;
        let alone = self.stands_alone(context, (first, last), family);
        if !titled && (!alone || (outside && !(whole && family))) {
            return None;
        }
        Some((person, first, last))
    }

    /// Whether the title before a word lets it be this person: "King Abdullah" is nobody whose family is
    /// called so.
    pub(super) fn is_called(
        &self,
        so_far: &ShortNames<'_, '_, '_>,
        person: Index<LocalPerson>,
        at: usize,
    ) -> bool {
        let context = so_far.context;
        let title = at.checked_sub(1).and_then(|before| context.title_at(before));
        let offices = &context.layout.language.offices;
        // "President Roe" is not the first lady of that name.
        if so_far.antecedents.is_without_office(context, person)
            && title.is_some_and(|title| !title.honorific() && !offices.has(title.role, OfficeClass::Style))
        {
            return false;
        }
        if !title.is_some_and(|title| offices.has(title.role, OfficeClass::ByGivenName)) {
            return true;
        }
        let words = person.of(&self.persons).map_or(&[][..], |person| person.words.as_slice());
        words.first().is_some_and(|given| given == context.words.folded(at))
    }

    /// The extent of a person's name around the word at `at`: "von der Leyen", "Roe-Doe". `None` if the word
    /// is part of a hyphenated name that is not this person's.
    pub(super) fn reach(
        &self,
        so_far: &ShortNames<'_, '_, '_>,
        person: Index<LocalPerson>,
        at: usize,
        family: bool,
    ) -> Option<(usize, usize)> {
        let context = so_far.context;
        let person = person.of(&self.persons)?;
        let words = context.words;
        let (mut first, mut last) = (at, at + 1);
        let Some(mine) = person.words.iter().position(|word| word == words.folded(at)) else {
            // A typo.
            return Some((first, last));
        };
        let (from, to) = if family { person.family } else { (mine, mine + 1) };
        // Words that precede the family name may do so here too: "Mary Roe" of "Ann Mary Roe".
        for back in (0..mine).rev() {
            if back < from && !family {
                break;
            }
            let step = 1 + usize::from(first > 0 && context.is_hyphen(first - 1));
            let Some(before) = first
                .checked_sub(step)
                .filter(|i| person.words.get(back).is_some_and(|w| w == words.folded(*i)))
            else {
                break;
            };
            first = before;
        }
        for ahead in mine + 1..to {
            let step = usize::from(context.is_hyphen(last));
            if person.words.get(ahead).is_none_or(|word| word != words.folded(last + step)) {
                break;
            }
            last += step + 1;
        }
        // "Roe-Doe" belongs to another person, unless both are people of the article: then each is named.
        let tied_behind = context.is_hyphen(last) && is_foreign(so_far, last + 1);
        let tied_before = first >= 2 && context.is_hyphen(first - 1) && is_foreign(so_far, first - 2);
        (!tied_behind && !tied_before).then_some((first, last))
    }

    /// Whether a word is a name on its own here and not part of a longer one.
    fn stands_alone(&self, context: &NameContext<'_, '_>, (at, last): (usize, usize), family: bool) -> bool {
        let words = context.words;
        let weak = words.starts(at) || words.shouted(at);
        if weak && (words.lowered(at) || (!family && words.common(at, context.lexicon))) {
            return false;
        }
        if !family && (words.lowered(at) || context.lexicon.place(context.layout.word(at))) {
            return false;
        }
        // "Roe University", "Roe Smith"; but in "Putin-led" Putin is named.
        let next = last;
        let firm =
            words.capital(next) && (words.is(next, NameClass::Body) || words.is(next, NameClass::Firm));
        let behind = !context.layout.is_glued(next)
            && (firm || context.is_free_name(next))
            && (!words.shouted(next) || words.is(next, NameClass::Body));
        let before = at > 0
            && !context.layout.is_glued(at)
            && context.is_free_name(at - 1)
            && !words.starts(at - 1)
            && !words.shouted(at - 1);
        !behind && !before
    }
}

impl ShortNames<'_, '_, '_> {
    /// The person a single word means; where nothing tells which, the one who stands for that.
    pub(super) fn meant(&self, bearers: &[Bearer], word: &str, at: usize) -> Option<Index<LocalPerson>> {
        match self.antecedents.resolve(self.context, bearers, word, at)? {
            Referent::Person(person) => Some(person),
            Referent::Unclear => self.unclear.get(word).copied(),
        }
    }
}

impl NameContext<'_, '_> {
    fn speech(&self, at: usize) -> bool {
        self.words.is(at, NameClass::SpeechVerb)
    }

    /// Whether this is a hyphen that joins the words around it.
    fn is_hyphen(&self, at: usize) -> bool {
        self.layout.word(at) == "-" && self.layout.is_glued(at)
    }

    /// A capitalised word that may be part of a name: not a title, an everyday word or "Chinese".
    fn is_free_name(&self, at: usize) -> bool {
        self.words.capital(at)
            && self.outside_titles(at)
            && !self.words.common(at, self.lexicon)
            && self.lexicon.demonym(self.layout.word(at)).is_none()
    }
}

/// Whether a capitalised word belongs to no name in the article.
fn is_foreign(so_far: &ShortNames<'_, '_, '_>, at: usize) -> bool {
    let words = so_far.context.words;
    words.capital(at) && !so_far.families.knows(words.folded(at))
}
