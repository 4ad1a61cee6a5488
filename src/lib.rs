//! Dateline reads a folder of news articles as a programmer's tools read code: who is named, which meeting is
//! meant, what each date resolves to, and where the dates cannot all be true. ARCHITECTURE.md walks through it.

// In reading order: the way of a text.
pub mod lang;
pub mod text;

pub mod meetings;
pub mod names;
pub mod time;

pub mod article;

pub mod annotations;
pub mod profiles;

pub mod parallel;

pub mod entities;
pub mod events;
pub mod world;

pub mod checks;
pub mod ide;

pub mod export;

pub mod config;

pub mod cli;
pub mod server;
