//! How a table is written, and the two shapes it is kept in: one meaning per word, or the set of classes a
//! word is in.
//!
//! A row is `word<TAB>class[<TAB>value]`. Lines that begin with `# ` are comments; empty lines are skipped. A
//! word is written in lower case where its reader ignores capitals, otherwise as it appears in a text.

use std::marker::PhantomData;

use rustc_hash::FxHashMap;

/// One row of a table. `value` is empty where the row has none.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub word: &'static str,
    pub class: &'static str,
    pub value: &'static str,
}

/// The rows of a table, comments left out.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = Row> {
    table.lines().filter(|line| !line.is_empty() && *line != "#" && !line.starts_with("# ")).map(|line| {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        Row { word: cell(), class: cell(), value: cell() }
    })
}

/// The error for a row that means nothing to the program, worded for its author.
pub(super) fn broken(table: &str, row: Row) -> String {
    format!("{table}: `{}` `{}` `{}`", row.word, row.class, row.value)
}

/// An enum whose variants the tables refer to by name.
pub trait Named: Copy + 'static {
    const ALL: &'static [(&'static str, Self)];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, one)| *one)
    }
}

/// A yes-or-no property of words: one column over all words of a room.
pub trait WordClass: Named + PartialEq {
    /// Its number among the classes, from 0; below [`MAX_CLASSES`].
    fn index(self) -> usize;
}

/// Declares an enum that tables may name. With `class`, it is a set of word classes.
macro_rules! named {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$doc])* $variant,)*
        }

        impl $crate::lang::table::Named for $name {
            const ALL: &'static [(&'static str, Self)] = &[$((stringify!($variant), Self::$variant),)*];
        }
    };
    (class $(#[$meta:meta])* pub enum $name:ident { $($body:tt)* }) => {
        $crate::lang::table::named! { $(#[$meta])* pub enum $name { $($body)* } }

        impl $crate::lang::table::WordClass for $name {
            fn index(self) -> usize {
                self as usize
            }
        }
    };
}
pub(super) use named;

/// The most classes a room may have. One more needs a wider [`ClassSet`].
pub const MAX_CLASSES: usize = 256;

type ClassSet = [u64; MAX_CLASSES / 64];

static NO_CLASS: ClassSet = [0; MAX_CLASSES / 64];

/// A word looked up in a table, ready to be tested for many classes. An unlisted word is in none.
#[derive(Debug)]
pub struct KnownWord<'l, C> {
    set: &'l ClassSet,
    kind: PhantomData<C>,
}

impl<C: WordClass> KnownWord<'_, C> {
    #[inline]
    pub fn is(self, class: C) -> bool {
        self.set.get(class.index() / 64).is_some_and(|bits| bits >> (class.index() % 64) & 1 == 1)
    }

    /// Whether a table has the word.
    #[inline]
    pub fn is_known(self) -> bool {
        *self.set != NO_CLASS
    }
}

impl<C> Clone for KnownWord<'_, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for KnownWord<'_, C> {}

impl<C> Default for KnownWord<'_, C> {
    fn default() -> Self {
        Self { set: &NO_CLASS, kind: PhantomData }
    }
}

/// Closed lists of words: which classes each word is in.
#[derive(Debug)]
pub struct WordClasses<C> {
    words: FxHashMap<&'static str, ClassSet>,
    /// The words of each class in the order of the table.
    lists: Vec<Vec<&'static str>>,
    kind: PhantomData<C>,
}

/// The longest word that is looked up regardless of capitals, in bytes. A longer one is in no such class.
const MAX_FOLDED_BYTES: usize = 32;

impl<C: WordClass> WordClasses<C> {
    /// Reads `table`. Rows of unknown classes are added to `errors` under the table's `name`.
    pub(super) fn build(name: &str, table: &'static str, errors: &mut Vec<String>) -> Self {
        let mut classes =
            Self { words: FxHashMap::default(), lists: vec![Vec::new(); C::ALL.len()], kind: PhantomData };
        // Rows of one class are adjacent, so its name is looked up once.
        let mut last = ("", None);
        for row in rows(table) {
            if last.0 != row.class {
                last = (row.class, C::named(row.class));
            }
            match last.1 {
                Some(class) if !row.word.is_empty() && row.value.is_empty() => {
                    classes.insert(row.word, class)
                }
                _ => errors.push(broken(name, row)),
            }
        }
        classes
    }

    fn insert(&mut self, word: &'static str, class: C) {
        let set = self.words.entry(word).or_insert(NO_CLASS);
        if let (Some(bits), Some(list)) = (set.get_mut(class.index() / 64), self.lists.get_mut(class.index()))
        {
            *bits |= 1 << (class.index() % 64);
            list.push(word);
        }
    }

    /// The classes of the word as it is written.
    #[inline]
    pub fn find(&self, word: &str) -> KnownWord<'_, C> {
        self.words.get(word).map_or_else(KnownWord::default, |set| KnownWord { set, kind: PhantomData })
    }

    /// The classes of the word regardless of capitals (ASCII).
    pub fn find_folded(&self, word: &str) -> KnownWord<'_, C> {
        let mut buffer = [0u8; MAX_FOLDED_BYTES];
        let Some(folded) = buffer.get_mut(..word.len()) else { return KnownWord::default() };
        folded.copy_from_slice(word.as_bytes());
        folded.make_ascii_lowercase();
        std::str::from_utf8(folded).map_or_else(|_| KnownWord::default(), |folded| self.find(folded))
    }

    /// Whether the word as it is written is in `class`.
    #[inline]
    pub fn has(&self, word: &str, class: C) -> bool {
        self.find(word).is(class)
    }

    /// Whether the word is in `class` regardless of capitals (ASCII).
    pub fn has_folded(&self, word: &str, class: C) -> bool {
        self.find_folded(word).is(class)
    }

    /// The words of a class in table order, for lists that are matched by prefix or by several words.
    pub fn list(&self, class: C) -> &[&'static str] {
        self.lists.get(class.index()).map_or(&[], Vec::as_slice)
    }

    /// The classes that have no word, by name.
    #[cfg(test)]
    pub(super) fn empty(&self) -> Vec<&'static str> {
        C::ALL.iter().filter(|(_, class)| self.list(*class).is_empty()).map(|(name, _)| *name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    named! {
        class
        /// Fruit.
        pub enum Fruit {
            Pome,
            Citrus,
            Green,
        }
    }

    #[test]
    fn words_and_their_classes() {
        let mut errors = Vec::new();
        let table =
            "# A comment.\n\napple\tPome\nlime\tCitrus\nLime\tPome\napple\tGreen\nlime\tGreen\nplum\tStone\n";
        let fruit: WordClasses<Fruit> = WordClasses::build("fruit", table, &mut errors);
        assert_eq!(errors, ["fruit: `plum` `Stone` ``"]);
        assert!(fruit.has("apple", Fruit::Pome) && fruit.has("apple", Fruit::Green));
        assert!(!fruit.has("apple", Fruit::Citrus) && !fruit.has("plum", Fruit::Pome));
        assert!(fruit.has("Lime", Fruit::Pome) && !fruit.has("Lime", Fruit::Citrus));
        assert!(fruit.has_folded("LIME", Fruit::Citrus) && !fruit.has_folded("LIME", Fruit::Pome));
        assert_eq!(fruit.list(Fruit::Green), ["apple", "lime"]);
        assert!(!fruit.has("", Fruit::Pome) && !fruit.has_folded(&"a".repeat(99), Fruit::Pome));
    }
}
