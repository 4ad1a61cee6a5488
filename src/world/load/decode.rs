//! Bytes to text, or a reason why not.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Offsets are `u32`; nothing near that is an article.
const MOST: u64 = 1 << 30;

/// Reads a regular file of at most `max` bytes. A pipe or a device is never opened: it could wait for ever.
pub(super) fn read(path: &Path, max: u64) -> Result<String, String> {
    let metadata = path.metadata().map_err(|error| error.to_string())?;
    if !metadata.is_file() {
        return Err("not a regular file".into());
    }
    let max = max.min(MOST);
    let too_large = |size: u64| format!("{} is more than max_file_size allows ({})", bytes(size), bytes(max));
    if metadata.len() > max {
        return Err(too_large(metadata.len()));
    }
    let file = File::open(path).map_err(|error| error.to_string())?;
    let mut content = Vec::with_capacity(metadata.len() as usize);
    // One more than allowed: a file may grow while it is read.
    let read = file.take(max + 1).read_to_end(&mut content).map_err(|error| error.to_string())?;
    if read as u64 > max {
        return Err(too_large(read as u64));
    }
    decode(content)
}

/// UTF-8 with or without a byte order mark, UTF-16 with one; the mark is dropped, as editors drop it.
pub fn decode(mut content: Vec<u8>) -> Result<String, String> {
    match content.as_slice() {
        [0xff, 0xfe, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, ..] => drop(content.drain(..3)),
        _ => {}
    }
    if let Some(at) = memchr::memchr(0, &content) {
        return Err(format!("binary: a NUL byte at offset {at}"));
    }
    String::from_utf8(content).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let byte = error.as_bytes().get(at).copied().unwrap_or_default();
        format!("not UTF-8: byte 0x{byte:02x} at offset {at}; if it is Latin-1, save it as UTF-8")
    })
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

fn bytes(count: u64) -> String {
    match count {
        0..1024 => format!("{count} bytes"),
        1024..1_048_576 => format!("{:.1} KiB", count as f64 / 1024.0),
        _ => format!("{:.1} MiB", count as f64 / 1_048_576.0),
    }
}
