//! Who, where and when.
