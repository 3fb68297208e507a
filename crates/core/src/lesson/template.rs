//! The pack that an author begins with.

use std::path::Path;

use include_dir::{Dir, DirEntry, include_dir};

use super::load::in_language;
use crate::i18n::Language;

static TEMPLATE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../lessons/template");
/// What stands in it for the id of the pack.
const ID: &str = "PACK-ID";
/// The id where a folder's name makes none.
const NAMELESS: &str = "my-lesson";

/// The files of a new pack, by their paths in it: comments in `language`, all else in both. It is called as `folder` is.
#[must_use]
pub fn template(folder: &str, language: Language) -> Vec<(String, String)> {
    let id = id(folder);
    let mut files = Vec::new();
    let mut folders = vec![&TEMPLATE];
    while let Some(folder) = folders.pop() {
        for entry in folder.entries() {
            match entry {
                DirEntry::Dir(inside) => folders.push(inside),
                DirEntry::File(file) => {
                    let (path, text) = (file.path().display().to_string(), file.contents_utf8().unwrap_or_default());
                    let is_commented = Path::new(&path).extension().is_some_and(|ending| ending == "toml");
                    let text = if is_commented { in_language(text, language) } else { text.to_owned() };
                    files.push((path, text.replace(ID, &id)));
                }
            }
        }
    }
    files
}

/// An id of what in a folder's name may stand in the name of a file everywhere.
fn id(folder: &str) -> String {
    let plain = |character: char| if character.is_ascii_alphanumeric() { character.to_ascii_lowercase() } else { '-' };
    let id: String = folder.chars().map(plain).collect();
    let id = id.trim_matches('-');
    if id.is_empty() { NAMELESS.to_owned() } else { id.to_owned() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;

    use super::super::{Pack, lint, load};
    use super::*;

    #[test]
    fn a_new_pack_is_sound_in_the_language_of_either_author() {
        for language in Language::ALL {
            let folder = tempfile::tempdir().unwrap();
            for (path, text) in template("Our Shop 2", language) {
                assert!(
                    !text.contains(ID)
                        && (Path::new(&path).extension().is_some_and(|ending| ending == "sh")
                            || !text.contains("@en #")),
                    "{path}: {text}"
                );
                let file = folder.path().join(path);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, text).unwrap();
            }
            let pack = Pack::Folder(folder.path().to_owned());
            assert_eq!(lint(&pack), []);
            assert_eq!(load(&pack, &BTreeMap::new()).unwrap().id, "our-shop-2");
        }
    }

    #[test]
    fn a_folder_whose_name_makes_no_id_has_one_all_the_same() {
        assert_eq!(id("教材"), NAMELESS);
    }
}
