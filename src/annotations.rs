//! What people decided about a text, kept beside it as JSON Lines with quotes instead of offsets.
