//! Names of recurring meetings and their editions.

/// The normal form of a series' name: what stays when edition, year and the many ways to write it are set aside.
pub fn normal(name: &str) -> Box<str> {
    name.trim().to_lowercase().into()
}
