//! What people decided about a text, to be kept beside it as JSON Lines with quotes instead of offsets.
//! Nothing is built here yet; the module exists so that the layering already has a place for it.
