//! Pages that the program makes for editors which open only files: in the user's cache, never in a workspace.

use std::env::var_os;
use std::fs;
use std::path::{Path, PathBuf};

use super::write::atomically;

/// The file that holds this text, below our folder of the user's cache; written only if it does not yet.
/// `None` if there is no cache or it cannot be written.
pub fn keep(path: &str, text: &str) -> Option<PathBuf> {
    keep_in(&folder()?, path, text)
}

fn keep_in(folder: &Path, path: &str, text: &str) -> Option<PathBuf> {
    let file = path.split('/').fold(folder.to_path_buf(), |folder, part| folder.join(part));
    if fs::read_to_string(&file).is_ok_and(|known| known == text) {
        return Some(file);
    }
    fs::create_dir_all(file.parent()?).ok()?;
    atomically(&file, text).ok()?;
    // What is changed there is lost with the next version.
    let mut permissions = file.metadata().ok()?.permissions();
    permissions.set_readonly(true);
    let _ = fs::set_permissions(&file, permissions);
    Some(file)
}

/// `$XDG_CACHE_HOME/dateline`, or what the system has instead.
fn folder() -> Option<PathBuf> {
    let absolute = |name: &str| var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || absolute("HOME");
    let system = if cfg!(target_os = "macos") {
        home().map(|home| home.join("Library").join("Caches"))
    } else if cfg!(windows) {
        absolute("LOCALAPPDATA")
    } else {
        home().map(|home| home.join(".cache"))
    };
    absolute("XDG_CACHE_HOME").or(system).map(|cache| cache.join("dateline"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_written_once_and_replaced_when_it_says_something_else() {
        let folder = tempfile::tempdir().unwrap();
        let file = keep_in(folder.path(), "people/ann-roe.almanac", "one").unwrap();
        assert_eq!(file, folder.path().join("people").join("ann-roe.almanac"));
        let written = file.metadata().unwrap().modified().unwrap();
        keep_in(folder.path(), "people/ann-roe.almanac", "one").unwrap();
        assert_eq!(file.metadata().unwrap().modified().unwrap(), written);
        keep_in(folder.path(), "people/ann-roe.almanac", "two").unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "two");
    }
}
