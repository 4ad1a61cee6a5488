//! Arguments to command to exit code.

fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
