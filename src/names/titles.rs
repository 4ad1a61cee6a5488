//! Titles around names.

/// The normal form of a role.
pub(super) fn normal(title: &str) -> Box<str> {
    title.to_lowercase().into()
}
