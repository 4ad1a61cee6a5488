//! What the ide answers at a place, on small corpora.

mod actions;
mod completion;
mod hovers;
mod jumps;
mod rename;
