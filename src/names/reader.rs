//! From tagged tokens to mentions, entities and titles.

use super::{Lexicon, Names};
use crate::text::Layout;

pub(super) fn read(_layout: &Layout<'_>, _lexicon: &Lexicon) -> Names {
    Names::default()
}
