//! Typed positions in the tables of one article: an `Index<Title>` finds a title and nothing else, so the
//! number of a mention cannot be used as that of an entity. The casts between `u32` (stored) and `usize`
//! (used) live here.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// The place of a row in a table of `T`, from zero. Half the size of a `usize`: articles keep thousands of
/// them.
pub struct Index<T> {
    row: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Index<T> {
    /// The index of the row at `row`. No table of one text comes near `u32::MAX` rows.
    #[inline]
    pub const fn new(row: usize) -> Self {
        Self { row: row as u32, of: PhantomData }
    }

    /// The row's place as a number, for tables that run parallel to this one.
    #[inline]
    pub const fn row(self) -> usize {
        self.row as usize
    }

    /// The index of the following row.
    pub const fn next(self) -> Self {
        Self { row: self.row + 1, of: PhantomData }
    }

    /// The row itself; `None` past the end of `table`.
    #[inline]
    pub fn of(self, table: &[T]) -> Option<&T> {
        table.get(self.row())
    }

    /// The row itself, to change it; `None` past the end of `table`.
    #[inline]
    pub fn of_mut(self, table: &mut [T]) -> Option<&mut T> {
        table.get_mut(self.row())
    }
}

/// The rows of a table, each with its index.
pub fn indexed<T>(
    table: &[T],
) -> impl DoubleEndedIterator<Item = (Index<T>, &T)> + ExactSizeIterator + Clone {
    table.iter().enumerate().map(|(row, value)| (Index::new(row), value))
}

// Deriving these would require the same of `T`.
impl<T> Clone for Index<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Index<T> {}

impl<T> PartialEq for Index<T> {
    fn eq(&self, other: &Self) -> bool {
        self.row == other.row
    }
}

impl<T> Eq for Index<T> {}

impl<T> PartialOrd for Index<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Index<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.row.cmp(&other.row)
    }
}

impl<T> Hash for Index<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.row.hash(state);
    }
}

impl<T> fmt::Display for Index<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.row.fmt(f)
    }
}

impl<T> fmt::Debug for Index<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.row.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_finds_its_row() {
        let table = ["a", "b"];
        let found: Vec<_> = indexed(&table).map(|(index, row)| (index.row(), *row)).collect();
        assert_eq!(found, [(0, "a"), (1, "b")]);
        let first = Index::new(0);
        assert_eq!(
            (first.of(&table), first.next().of(&table), first.next().next().of(&table)),
            (Some(&"a"), Some(&"b"), None)
        );
        assert!(first < first.next());
        assert_eq!(format!("{first} {first:?}"), "0 0");
    }
}
