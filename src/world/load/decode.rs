//! Bytes to text, or a reason why not.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Offsets are `u32`; no article comes near that size.
const MOST: u64 = 1 << 30;

/// Reads a regular file of at most `max` bytes. A pipe or a device is never opened, because it could block
/// forever.
pub(super) fn read(path: &Path, max: u64) -> Result<Decoded, String> {
    let metadata = path.metadata().map_err(|error| error.to_string())?;
    if !metadata.is_file() {
        return Err("not a regular file".into());
    }
    let max = max.min(MOST);
    if metadata.len() > max {
        return Err(too_large(metadata.len(), max));
    }
    let file = File::open(path).map_err(|error| error.to_string())?;
    let mut content = Vec::with_capacity(metadata.len() as usize);
    // One byte more than allowed, because a file may grow while it is read.
    let read = file.take(max + 1).read_to_end(&mut content).map_err(|error| error.to_string())?;
    if read as u64 > max {
        return Err(too_large(read as u64, max));
    }
    decode(content)
}

/// Why a file of `size` bytes is not read, in words.
fn too_large(size: u64, max: u64) -> String {
    format!("too large: {} is more than max_file_size allows ({})", bytes(size), bytes(max))
}

/// A file's text, and the encoding assumed for it if it has no mark.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// The bytes were neither UTF-8 nor UTF-16, and were read as Windows-1252, which includes Latin-1.
    pub windows_1252: bool,
}

/// UTF-8 or UTF-16, with or without a byte order mark, else Windows-1252; the mark is dropped, as editors
/// drop it.
///
/// # Errors In words, if the bytes are not text in any of these.
pub fn decode(mut content: Vec<u8>) -> Result<Decoded, String> {
    match content.as_slice() {
        [0xff, 0xfe, rest @ ..] => return utf16(rest, u16::from_le_bytes).map(plain),
        [0xfe, 0xff, rest @ ..] => return utf16(rest, u16::from_be_bytes).map(plain),
        [0xef, 0xbb, 0xbf, ..] => drop(content.drain(..3)),
        _ => {}
    }
    if let Some(at) = memchr::memchr(0, &content) {
        return match unmarked_utf16(&content) {
            Some(unit) => utf16(&content, unit).map(plain),
            None => Err(format!("binary: a NUL byte at offset {at}")),
        };
    }
    match String::from_utf8(content) {
        Ok(text) => Ok(plain(text)),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            windows_1252(error.as_bytes(), at)
        }
    }
}

/// A text in UTF-8 or UTF-16.
fn plain(text: String) -> Decoded {
    Decoded { text, windows_1252: false }
}

fn utf16(content: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, String> {
    if content.len() % 2 == 1 {
        return Err("broken UTF-16: half a character at the end".into());
    }
    let units = content.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(unit);
    let text: Result<String, _> = char::decode_utf16(units).collect();
    let text = text.map_err(|_| "broken UTF-16: half a surrogate pair".to_owned())?;
    if text.contains('\0') {
        return Err("binary: it begins like UTF-16 but holds NUL characters".into());
    }
    Ok(text)
}

/// UTF-16 without a mark, as in old exports: nearly every second byte of English is a NUL, always on the same
/// side.
fn unmarked_utf16(content: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let first = pairs(content).filter(|pair| pair.first() == Some(&0)).count();
    let second = pairs(content).filter(|pair| pair.last() == Some(&0)).count();
    let most = pairs(content).count() * 4 / 5;
    match (first, second) {
        (0, nuls) if nuls > most => Some(u16::from_le_bytes),
        (nuls, 0) if nuls > most => Some(u16::from_be_bytes),
        _ => None,
    }
}

/// The first pairs of bytes, as many as are examined.
fn pairs(content: &[u8]) -> impl Iterator<Item = &[u8]> {
    content.chunks_exact(2).take(2_000)
}

/// At most one byte in this many may be an accent or a curly quote. With more, the text is in another
/// alphabet, and reading it as Windows-1252 would give gibberish with names in it. German, the densest of
/// western languages, has one in 50.
const BYTES_FOR_ONE_ACCENT: usize = 8;

/// Bytes of Windows-1252 as text; `at` is the offset of the first byte that is not UTF-8.
fn windows_1252(content: &[u8], at: usize) -> Result<Decoded, String> {
    let byte = content.get(at).copied().unwrap_or_default();
    let accents = content.iter().filter(|byte| **byte >= 0x80).count();
    if accents.saturating_mul(BYTES_FOR_ONE_ACCENT) > content.len() {
        let what = format!("byte 0x{byte:02x} at offset {at}");
        return Err(format!("neither UTF-8 nor a western encoding: {what}; save it as UTF-8"));
    }
    let text: Option<String> = content.iter().map(|byte| western(*byte)).collect();
    let text =
        text.ok_or_else(|| format!("binary: byte 0x{byte:02x} at offset {at} and control characters"))?;
    Ok(Decoded { text, windows_1252: true })
}

/// The character of a byte in Windows-1252; `None` for control characters that texts do not contain.
fn western(byte: u8) -> Option<char> {
    /// 0x80 to 0x9f, by the WHATWG Encoding Standard, index windows-1252; `\0` for a control character.
    const QUOTES_AND_DASHES: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', //
        '\0', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    match byte {
        b'\t' | b'\n' | 0x0c | b'\r' | 0x1a | 0x20..=0x7e | 0xa0.. => Some(char::from(byte)),
        0x80..=0x9f => {
            QUOTES_AND_DASHES.get(usize::from(byte) - 0x80).copied().filter(|character| *character != '\0')
        }
        _ => None,
    }
}

fn bytes(count: u64) -> String {
    match count {
        0..1024 => format!("{count} bytes"),
        1024..1_048_576 => format!("{:.1} KiB", count as f64 / 1024.0),
        _ => format!("{:.1} MiB", count as f64 / 1_048_576.0),
    }
}
