//! The demo corpus as a whole: every finding and every link is one snapshot, so that a change of behaviour shows as a
//! difference a person can read. `UPDATE_EXPECT=1 cargo test` writes it anew.
