//! The language server: LSP in, LSP out; everything it says comes from `ide` and `checks`.
