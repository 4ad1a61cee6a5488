//! Which words may begin a time expression, and which are time words on their own.

use super::Word;

impl Word {
    /// Whether it is a time word or a number on its own, rather than only beside one.
    pub(in crate::time) fn is_core(self) -> bool {
        use Word::*;
        !matches!(
            self,
            Other
                | A
                | The
                | This
                | These
                | That
                | Last
                | Previous
                | Next
                | Following
                | Coming
                | Same
                | Latest
                | First
                | Each
                | All
                | Another
                | Early
                | Late
                | Mid
                | Start
                | Middle
                | End
                | About
                | Nearly
                | More
                | Less
                | Than
                | At
                | Least
                | Most
                | Up
                | Over
                | Under
                | Before
                | After
                | From
                | Since
                | Until
                | To
                | Through
                | Between
                | And
                | Or
                | Of
                | In
                | On
                | By
                | For
                | During
                | Within
                | Per
                | So
                | Long
                | Old
                | Once
                | Possessive
                | Comma
                | Dot
                | Hyphen
                | Colon
                | Slash
                | Apostrophe
                | Open
                | Close
                | Few
                | Half
                | Earlier
                | Later
        )
    }

    /// Whether a time expression may begin with it. All other words cost one comparison.
    pub(in crate::time) fn begins(self) -> bool {
        use Word::*;
        !matches!(
            self,
            Other
                | Comma
                | Dot
                | Hyphen
                | Colon
                | Slash
                | Open
                | Close
                | Possessive
                | And
                | Or
                | Of
                | In
                | On
                | By
                | For
                | During
                | Within
                | To
                | Through
                | Since
                | Until
                | From
                | Between
                | So
                | Long
                | Term
                | Old
                | Than
                | Am
                | Pm
                | Oclock
                | Zone(_)
                | Ago
                | Before
                | After
                | Hours24
        )
    }
}
