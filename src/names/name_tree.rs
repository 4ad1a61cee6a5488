//! Names of several words, found where their words follow each other in a text, however many names there are.

use rustc_hash::FxHashMap;

/// Names as a tree of words; each carries a value, and several may have the same words.
#[derive(Clone, Debug)]
pub(super) struct NameTree<T> {
    /// The root is the first.
    nodes: Vec<Node<T>>,
}

#[derive(Clone, Debug)]
struct Node<T> {
    next: FxHashMap<Box<str>, usize>,
    /// The values of the names that end here.
    ends: Vec<T>,
}

/// A place in the tree: the beginning of some names.
#[derive(Clone, Copy, Debug)]
pub(super) struct NameStart<'n, T> {
    tree: &'n NameTree<T>,
    node: usize,
}

impl<T> Default for NameTree<T> {
    fn default() -> Self {
        Self { nodes: vec![Node::default()] }
    }
}

impl<T> Default for Node<T> {
    fn default() -> Self {
        Self { next: FxHashMap::default(), ends: Vec::new() }
    }
}

impl<T> NameTree<T> {
    /// Enters a name.
    pub fn enter<'w>(&mut self, words: impl IntoIterator<Item = &'w str>, value: T) {
        let mut at = 0;
        for word in words {
            let fresh = self.nodes.len();
            let Some(node) = self.nodes.get_mut(at) else { return };
            at = match node.next.get(word) {
                Some(next) => *next,
                None => {
                    node.next.insert(word.into(), fresh);
                    self.nodes.push(Node::default());
                    fresh
                }
            };
        }
        if let Some(node) = self.nodes.get_mut(at) {
            node.ends.push(value);
        }
    }

    /// Before the first word.
    pub fn start(&self) -> NameStart<'_, T> {
        NameStart { tree: self, node: 0 }
    }
}

impl<'n, T> NameStart<'n, T> {
    /// After this word too; `None` if no name goes on so.
    pub fn then(self, word: &str) -> Option<Self> {
        let node = *self.tree.nodes.get(self.node)?.next.get(word)?;
        Some(Self { node, ..self })
    }

    /// The values of the names that end here.
    pub fn ends(self) -> &'n [T] {
        self.tree.nodes.get(self.node).map_or(&[], |node| &node.ends)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_where_their_words_do() {
        let mut names = NameTree::default();
        names.enter(["ann", "roe"], 1);
        names.enter(["ann", "roe", "smith"], 2);
        names.enter(["ann", "roe"], 3);
        let ann = names.start().then("ann").unwrap();
        assert!(ann.ends().is_empty() && ann.then("smith").is_none());
        assert_eq!(ann.then("roe").unwrap().ends(), [1, 3]);
        assert_eq!(ann.then("roe").and_then(|roe| roe.then("smith")).unwrap().ends(), [2]);
    }
}
