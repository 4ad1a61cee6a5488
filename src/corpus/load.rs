//! Reads a folder: walks it, skips what is no article with a reason, reads the rest in parallel.
