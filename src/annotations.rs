//! What people decided about a text, kept beside it as JSON Lines with quotes instead of offsets. Nothing is
//! built here yet; the room is kept so that the arrows to it need not change.
