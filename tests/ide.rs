//! Answers of `ide` at a place, on small corpora.

mod almanac;
mod code_action;
mod completion;
mod entries;
mod folding_range;
mod goto;
mod hierarchy;
mod hover;
mod identity;
mod likely_meetings;
mod plain_words;
mod profiles;
mod rename;
mod selection_range;
