//! The language server: LSP in, LSP out; everything it says comes from `ide` and `checks`.

/// Serves stdin and stdout until the client exits.
pub fn run() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
