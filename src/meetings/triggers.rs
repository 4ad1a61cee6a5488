//! Words that tell of a meeting.
