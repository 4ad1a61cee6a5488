//! The integration tests, in one binary. Fixtures are articles with markers under the text (`fixture`).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod cli;
mod export;
mod fixture;
mod ide;
mod json_schema;
mod laws;
mod layers;
mod layout;
mod pages;
mod promises;
mod protocol;
mod schema;
mod seeds;
mod try_this;
