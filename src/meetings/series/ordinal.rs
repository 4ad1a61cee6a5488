//! Edition numbers: "third", "16th", "twenty-fifth", "XVI".

use crate::meetings::view::View;

/// The ordinal that ends just before token `end`, with its first token.
pub(in crate::meetings) fn before(view: &View<'_>, floor: usize, end: usize) -> Option<(usize, u16)> {
    let at = end.checked_sub(1).filter(|i| *i >= floor)?;
    let units = value(view, at)?;
    // "twenty-fifth": the tens stand before the hyphen.
    if let Some(tens) = at.checked_sub(2).filter(|i| *i >= floor)
        && view.low(at - 1) == "-"
        && units < 10
        && let Some(ten) = ten(view.low(tens))
    {
        return Some((tens, ten + units));
    }
    Some((at, units))
}

/// The number of an ordinal token.
pub(super) fn value(view: &View<'_>, at: usize) -> Option<u16> {
    let word = view.low(at);
    let number = match word {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "eleventh" => 11,
        "twelfth" => 12,
        "thirteenth" => 13,
        "fourteenth" => 14,
        "fifteenth" => 15,
        "sixteenth" => 16,
        "seventeenth" => 17,
        "eighteenth" => 18,
        "nineteenth" => 19,
        "twentieth" => 20,
        "thirtieth" => 30,
        "fortieth" => 40,
        "fiftieth" => 50,
        _ => {
            let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let suffix = word.get(digits.len()..).unwrap_or_default();
            if matches!(suffix, "st" | "nd" | "rd" | "th") {
                return digits.parse().ok();
            }
            return roman(view, at);
        }
    };
    Some(number)
}

fn ten(word: &str) -> Option<u16> {
    Some(match word {
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

/// Capitals only, two letters or more: "XVI", never "I".
fn roman(view: &View<'_>, at: usize) -> Option<u16> {
    let upper = view.token(at).is_some_and(|t| t.upper && t.span.len() >= 2 && t.span.len() <= 6);
    let word = view.low(at);
    if !upper || view.mention(at).is_some() || !word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l')) {
        return None;
    }
    let digit = |b: u8| match b {
        b'i' => 1u16,
        b'v' => 5,
        b'x' => 10,
        _ => 50,
    };
    let values: Vec<u16> = word.bytes().map(digit).collect();
    let total = values.iter().zip(values.iter().skip(1).chain([&0])).fold(0i32, |sum, (this, next)| {
        if this < next { sum - i32::from(*this) } else { sum + i32::from(*this) }
    });
    u16::try_from(total).ok()
}
