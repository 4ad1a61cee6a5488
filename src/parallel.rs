//! Work spread over the cores.

/// Maps in parallel where there is enough to spread. The order of `all` is kept.
pub fn map<T: Send, R: Send>(all: Vec<T>, work: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    use rayon::prelude::*;
    match all.len() {
        0..4 => all.into_iter().map(work).collect(),
        _ => all.into_par_iter().map(work).collect(),
    }
}
