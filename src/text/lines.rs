//! Lines as LSP counts them: LF, CRLF and CR end a line and nothing else does (not VT, FF, NEL, U+2028 or
//! U+2029).

use super::Span;

/// The lines of `text` in order, each without its line break. A break at the end starts no further line.
pub fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= bytes.len() {
            return None;
        }
        let rest = bytes.get(at..)?;
        let len = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let line = Span::new(at as u32, (at + len) as u32);
        let crlf = rest.get(len) == Some(&b'\r') && rest.get(len + 1) == Some(&b'\n');
        at += len + if crlf { 2 } else { 1 };
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn three_kinds_of_break() {
        let text = "a\r\nb\rc\n\nd\u{2028}e";
        let got: Vec<_> = lines(text).map(|l| l.of(text)).collect();
        assert_eq!(got, ["a", "b", "c", "", "d\u{2028}e"]);
    }
}
