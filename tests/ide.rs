//! What the ide answers at a place, on small corpora.

mod jumps;
