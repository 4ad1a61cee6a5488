//! Whether two accounts tell of one meeting, with the reasons.
