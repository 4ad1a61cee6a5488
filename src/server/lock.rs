//! A lock that survives a panic.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Every critical section leaves the data consistent, so a panic elsewhere is no reason to stop.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
