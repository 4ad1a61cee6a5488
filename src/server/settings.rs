//! What the user set, from three places: the client's section `dateline`, its initialization options, and each
//! root's `dateline.toml`, which outranks both because it travels with the corpus.
