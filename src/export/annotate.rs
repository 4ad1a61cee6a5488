//! Dateline JSONL: the records `dateline annotate` writes, one a line.
