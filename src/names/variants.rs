//! One person, several spellings: comparison keys for names (see `key`).

/// The comparison key of one name token.
pub fn key(token: &str) -> String {
    token.to_lowercase()
}
