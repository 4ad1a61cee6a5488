//! What the ide answers at a place, on small corpora.

mod actions;
mod completion;
mod entries;
mod hierarchy;
mod hovers;
mod identity;
mod jumps;
mod profiles;
mod rename;
