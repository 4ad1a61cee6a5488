//! The linear tagger.
