//! Edition numbers: "third", "16th", "twenty-fifth", "XVI".

use crate::meetings::view::TokenView;
use crate::time::words;

/// The ordinal that ends just before token `end`, with its first token.
pub(in crate::meetings) fn before(view: &TokenView<'_>, floor: usize, end: usize) -> Option<(usize, u16)> {
    let at = end.checked_sub(1).filter(|i| *i >= floor)?;
    let units = value(view, at)?;
    // "twenty-fifth": the tens stand before the hyphen.
    if let Some(tens) = at.checked_sub(2).filter(|i| *i >= floor)
        && view.low(at - 1) == "-"
        && units < 10
        && let Some(ten) = words::ten(view.low(tens))
    {
        return Some((tens, ten + units));
    }
    Some((at, units))
}

/// The number of an ordinal token.
pub(super) fn value(view: &TokenView<'_>, at: usize) -> Option<u16> {
    words::ordinal(view.low(at)).or_else(|| roman(view, at))
}

/// Capitals only, two letters or more: "XVI", never "I".
fn roman(view: &TokenView<'_>, at: usize) -> Option<u16> {
    let upper = view.token(at).is_some_and(|t| t.upper && t.span.len() >= 2 && t.span.len() <= 6);
    let word = view.low(at);
    if !upper || view.mention(at).is_some() || !word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l')) {
        return None;
    }
    let values: Vec<u16> = word.bytes().map(roman_digit).collect();
    let total = values.iter().zip(values.iter().skip(1).chain([&0])).fold(0i32, |sum, (this, next)| {
        if this < next { sum - i32::from(*this) } else { sum + i32::from(*this) }
    });
    u16::try_from(total).ok()
}

/// The value of one Roman figure in lower case, of those up to fifty.
fn roman_digit(figure: u8) -> u16 {
    match figure {
        b'i' => 1,
        b'v' => 5,
        b'x' => 10,
        _ => 50,
    }
}
