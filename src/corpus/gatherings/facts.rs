//! What one article tells of one meeting, in terms of the whole corpus: the material for comparing.

use super::Account;

/// The key of what can be the same at all.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Block(Box<str>);

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Facts {
    pub account: Account,
}
