//! Which lesson pack is meant: the built-in one, a folder, or one that is kept.

use std::path::Path;

use super::output::Fault;
use crate::files::data_folder;
use crate::i18n::Text;
use crate::lesson::{Pack, Shelf};
use crate::msg;

/// The id of the built-in lesson.
const BUILT_IN: &str = "step4";

/// The pack that is asked for: a folder, or the id of one that is kept or built in. What is typed counts more than what is set.
///
/// # Errors
/// There is no such folder, and no pack of this id.
pub fn chosen_pack(typed: Option<&Path>, set: Option<&str>) -> Result<Pack, Fault> {
    let Some(name) = typed.or(set.map(Path::new)) else { return Ok(Pack::Embedded) };
    let id = name.to_str().filter(|name| !name.contains('/'));
    let Some(id) = id.filter(|_| !name.is_dir()) else { return Ok(Pack::Folder(name.to_owned())) };
    if id == BUILT_IN {
        return Ok(Pack::Embedded);
    }
    let shelf = shelf().ok_or_else(|| Fault::failed(msg!(lesson_no_home)))?;
    shelf.find(id).map(|kept| Pack::Folder(kept.folder)).ok_or_else(|| unknown(&shelf, id))
}

/// Where packs are kept; none where there is no home.
pub fn shelf() -> Option<Shelf> {
    data_folder().map(|folder| Shelf::new(folder.join("lessons")))
}

/// That no pack of this id is kept.
pub fn unknown(shelf: &Shelf, id: &str) -> Fault {
    let kept: Vec<String> = shelf.all().into_iter().map(|kept| kept.id).collect();
    if kept.is_empty() {
        return Fault::usage(msg!(lesson_unknown_none, id = id));
    }
    Fault::usage(msg!(lesson_unknown, id = id, known = Text::list(kept)))
}
