//! Names of recurring meetings and their editions.
