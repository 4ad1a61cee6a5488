//! Builds `src/almanac/data/index.fst` from the tables beside it. Run after every change to them:
//! `cargo run --example build-almanac`.

use std::error::Error;
use std::path::Path;

use dateline::almanac;

fn main() -> Result<(), Box<dyn Error>> {
    let keys = almanac::keys();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(almanac::INDEX_PATH);
    let mut index = fst::MapBuilder::memory();
    for (key, offset) in &keys {
        index.insert(key, *offset)?;
    }
    let bytes = index.into_inner()?;
    std::fs::write(&path, &bytes)?;
    println!("{}: {} keys, {} bytes", path.display(), keys.len(), bytes.len());
    Ok(())
}
