//! Titles around names.
