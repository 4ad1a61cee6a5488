//! Commands: one file each. A thin adapter over `ide`, `checks` and `export`.
