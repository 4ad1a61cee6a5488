//! Which account to blame where accounts of one meeting contradict each other.

use crate::events::{Account, Event};
use crate::text::DocId;

/// The accounts of the same meeting in other articles with the same status: held, planned, or called off.
pub fn other_accounts<'w>(doc: &DocId, event: &'w Event, own: &Account) -> impl Iterator<Item = &'w Account> {
    let accounts = event.accounts.iter().map(|account| &**account);
    accounts.filter(move |account| account.doc != *doc && account.status == own.status)
}

/// The first of the others that contradicts, unless more of them agree than contradict.
pub fn outvoted_by<T>(others: &[T], contradicts: impl Fn(&T) -> bool) -> Option<&T> {
    let against = others.iter().filter(|other| contradicts(other)).count();
    others.iter().find(|other| contradicts(other)).filter(|_| against >= others.len() - against)
}
