//! A World in other people's formats. One file a format.

pub mod annotate;
