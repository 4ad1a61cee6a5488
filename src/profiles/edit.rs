//! Edits of profile files that leave every other line as it is.

use super::{Spanned, cursor};
use crate::text::Span;

/// Adds a value to a list of an entry: after its last value, else into the empty list, else as a new line
/// below `name`. Returns the span to replace and its new text.
pub fn into_list(
    text: &str,
    entry: Span,
    name: Span,
    key: &str,
    list: &[Spanned<Box<str>>],
    value: &str,
) -> (Span, String) {
    let value = quoted(value);
    let at = |at: u32| Span::new(at, at);
    if let Some(last) = list.last() {
        return (at(last.span.end), format!(", {value}"));
    }
    let empty =
        cursor::keys(text, entry).into_iter().find(|(known, _)| *known == key).and_then(|(_, span)| {
            let line = text.get(span.end as usize..)?.lines().next()?;
            Some(span.end + line.find('[')? as u32 + 1)
        });
    match empty {
        Some(inside) => (at(inside), value),
        None => (at(name.end), format!("\n{key} = [{value}]")),
    }
}

/// Text as TOML writes it.
pub fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profiles::file::File;
    use crate::text::position::Text;

    #[test]
    fn a_value_finds_its_place_whatever_is_there() {
        for (line, wanted) in [
            ("", "aliases = [\"B\"]\n"),
            ("aliases = []\n", "aliases = [\"B\"]\n"),
            ("aliases = [\"A\"]\n", "aliases = [\"A\", \"B\"]\n"),
            ("aliases = [\n  \"A\",\n]\n", "aliases = [\n  \"A\", \"B\",\n]\n"),
        ] {
            let mut text = format!("[[person]]\nid = \"x\"\n{line}name = \"X\"\n");
            let file = File::parse(Text::new(text.as_str()));
            let person = &file.persons[0];
            let (at, new) = into_list(&text, person.span, person.name.span, "aliases", &person.aliases, "B");
            text.replace_range(at.start as usize..at.end as usize, &new);
            assert!(text.contains(wanted), "{text}");
            assert_eq!(File::parse(Text::new(text.as_str())).problems, [], "{text}");
        }
    }
}
