//! The tables of English.

use super::Tables;

pub(super) const TABLES: Tables = Tables {
    code: "en",
    text: include_str!("en/text.tsv"),
    time: include_str!("en/time.tsv"),
    time_classes: include_str!("en/time_classes.tsv"),
    feasts: include_str!("en/feasts.tsv"),
    meetings: include_str!("en/meetings.tsv"),
    series: include_str!("en/series.tsv"),
    names: include_str!("en/names.tsv"),
    name_forms: include_str!("en/name_forms.tsv"),
    cues: include_str!("en/cues.tsv"),
    cue_words: include_str!("en/cue_words.tsv"),
    time_phrases: include_str!("en/time_phrases.tsv"),
    offices: include_str!("en/offices.tsv"),
};
