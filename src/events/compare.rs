//! The one comparison behind "is this the same meeting?": every caller gets a score and the evidence for it,
//! from one table of weights (`meetings::evidence_weights`), and applies its own threshold.
//!
//! | caller | compares | threshold |
//! | --- | --- | --- |
//! | `meetings::chain` | a mention with the meetings its article has mentioned | [`SAME_MEETING`] |
//! | `events::cluster` | [`accounts`] of different articles | [`SAME_MEETING`], the highest score first |
//! | the check on two dates in one article | [`mentions`] that the chain kept apart | [`SAME_MEETING`] |
//! | what "her second visit since May" counts from | [`counted`] meetings elsewhere | [`COUNTED_MEETING`] |

mod accounts;
mod counted;
mod mentions;

pub use crate::meetings::evidence_weights::{Comparison, Evidence, EvidenceSet, SAME_MEETING};
pub(super) use accounts::{MAX_GAP_DAYS, Pinned, accounts};
pub use counted::{COUNTED_MEETING, CountedDate, CountedFrom, counted};
pub use mentions::mentions;

use crate::time::{Window, window::days_between};

/// Days between two windows; 0 if they meet.
pub(super) fn gap(a: Window, b: Window) -> i32 {
    if a.meets(b) {
        return 0;
    }
    let between =
        |x: Window, y: Window| x.latest.zip(y.earliest).map(|(x, y)| days_between(x, y)).filter(|d| *d > 0);
    between(a, b).or_else(|| between(b, a)).unwrap_or(0)
}
