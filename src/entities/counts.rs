//! How often each of a few things occurs: a sorted list, because most names have one spelling and rarely a
//! title, and there are very many names.

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counts<K>(Vec<(K, u32)>);

impl<K> Default for Counts<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord + Clone> Counts<K> {
    /// Adds `n` occurrences.
    pub fn add(&mut self, key: &K, n: u32) {
        match self.at(key) {
            Ok(at) => self.0.get_mut(at).into_iter().for_each(|(_, count)| *count = count.saturating_add(n)),
            Err(at) => insert(&mut self.0, at, (key.clone(), n)),
        }
    }

    /// Subtracts a count. An entry that reaches zero is removed.
    pub fn take(&mut self, key: &K, n: u32) {
        let Ok(at) = self.at(key) else { return };
        let left = self.get(key).saturating_sub(n);
        if left == 0 {
            self.0.remove(at);
        } else if let Some((_, count)) = self.0.get_mut(at) {
            *count = left;
        }
    }

    /// How often it occurs; 0 if never.
    pub fn get(&self, key: &K) -> u32 {
        self.at(key).ok().and_then(|at| self.0.get(at)).map_or(0, |(_, n)| *n)
    }

    fn at(&self, key: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.cmp(key))
    }
}

impl<K> Counts<K> {
    /// In order of key.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &u32)> {
        self.0.iter().map(|(key, n)| (key, n))
    }

    /// What occurs, in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }
}

/// Inserts into a list that is usually short: while it is, it takes no more memory than it needs.
pub(super) fn insert<T>(list: &mut Vec<T>, at: usize, item: T) {
    if list.len() < 4 {
        list.reserve_exact(1);
    }
    list.insert(at, item);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_back_leaves_no_trace() {
        let mut counts = Counts::default();
        for word in ["b", "a", "b"] {
            counts.add(&word, 1);
        }
        assert_eq!(counts.iter().map(|(k, n)| (*k, *n)).collect::<Vec<_>>(), [("a", 1), ("b", 2)]);
        counts.take(&"b", 1);
        counts.take(&"b", 1);
        counts.take(&"c", 1);
        assert_eq!((counts.get(&"a"), counts.get(&"b")), (1, 0));
        assert_eq!(counts.keys().count(), 1);
    }
}
