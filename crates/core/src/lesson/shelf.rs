//! The lesson packs that are kept on this machine, each in a folder called by its id.

#![expect(clippy::disallowed_methods, reason = "the place that packs are kept in")]

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::archive::{Files, checksum, unpack};
use super::{Lesson, LessonError, Pack, lint, load};
use crate::files::{make_private, replace};
use crate::i18n::Text;
use crate::msg;

/// What is known of a pack beside the pack.
const RECORD: &str = "kept.json";
/// Longer than anybody types.
const LONGEST_ID: usize = 64;

/// The folder that packs are kept in.
#[derive(Clone, Debug)]
pub struct Shelf(PathBuf);

/// Where a pack came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// The archive, as it was named.
    pub archive: String,
    /// Its SHA-256.
    pub sha256: String,
}

/// A pack that is kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its id, which is the name of its folder.
    pub id: String,
    /// Its folder.
    pub folder: PathBuf,
    /// Where it came from; none where that can't be read.
    pub origin: Option<Origin>,
}

/// Why a pack isn't kept.
#[derive(Clone, Debug)]
pub enum Refusal {
    /// One thing is wrong.
    One(Text),
    /// The pack has faults, named by its own files.
    Faults(Vec<LessonError>),
}

impl From<Text> for Refusal {
    fn from(text: Text) -> Self {
        Self::One(text)
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::One(Text::verbatim(error.to_string()))
    }
}

impl Shelf {
    /// The packs in `folder`, which needn't be there.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// The pack of this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Kept> {
        self.all().into_iter().find(|kept| kept.id == id)
    }

    /// All packs, by their ids.
    #[must_use]
    pub fn all(&self) -> Vec<Kept> {
        let entries = fs::read_dir(&self.0).into_iter().flatten().flatten();
        let mut kept: Vec<Kept> = entries.filter_map(|entry| kept(entry.path())).collect();
        kept.sort_by(|one, other| one.id.cmp(&other.id));
        kept
    }

    /// Keeps the pack in the archive that is called `name`, in place of one of its id only where that is `instead`.
    ///
    /// # Errors
    /// It is no sound pack, another one of its id is kept, or the file system refuses.
    pub fn keep(&self, name: &str, archive: &[u8], instead: Option<&str>) -> Result<Lesson, Refusal> {
        let files = unpack(archive)?;
        make_private(&self.0)?;
        // Beside its place, so that it takes it in one step.
        let new = tempfile::Builder::new().prefix(".new-").tempdir_in(&self.0)?;
        write(new.path(), &files)?;
        let lesson = sound(new.path())?;
        match instead {
            Some(id) if id != lesson.id => return Err(msg!(shelf_other_id, id = &lesson.id, wanted = id).into()),
            None if self.find(&lesson.id).is_some() => return Err(msg!(shelf_there, id = &lesson.id).into()),
            Some(_) | None => {}
        }
        let origin = Origin { archive: name.to_owned(), sha256: checksum(archive) };
        let record = serde_json::to_vec(&origin).map_err(|error| Text::verbatim(error.to_string()))?;
        replace(&new.path().join(RECORD), &record)?;
        let place = self.0.join(&lesson.id);
        let old = tempfile::Builder::new().prefix(".old-").tempdir_in(&self.0)?;
        if place.exists() {
            fs::rename(&place, old.path().join("pack"))?;
        }
        fs::rename(new.path(), &place)?;
        Ok(lesson)
    }

    /// Removes the pack of this id; false where there is none.
    ///
    /// # Errors
    /// The file system refuses.
    pub fn remove(&self, id: &str) -> io::Result<bool> {
        let Some(kept) = self.find(id) else { return Ok(false) };
        // Out of sight in one step: a kill leaves no half of a pack.
        let old = tempfile::Builder::new().prefix(".old-").tempdir_in(&self.0)?;
        fs::rename(&kept.folder, old.path().join("pack"))?;
        Ok(true)
    }
}

fn kept(folder: PathBuf) -> Option<Kept> {
    let id = folder.file_name()?.to_str().filter(|id| is_id(id))?.to_owned();
    let is_folder = fs::symlink_metadata(&folder).is_ok_and(|data| data.is_dir());
    let origin = fs::read(folder.join(RECORD)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    is_folder.then_some(Kept { id, folder, origin })
}

/// Whether an id can name a folder everywhere, and a pack on the command line.
fn is_id(id: &str) -> bool {
    let plain = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.');
    id.len() <= LONGEST_ID && id.chars().all(plain) && id.starts_with(|first: char| first.is_ascii_alphanumeric())
}

fn write(folder: &Path, files: &Files) -> io::Result<()> {
    for (path, bytes) in files {
        let file = folder.join(path);
        file.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(file, bytes)?;
    }
    Ok(())
}

/// The lesson in `folder`, where it has no faults and may be kept.
fn sound(folder: &Path) -> Result<Lesson, Refusal> {
    let pack = Pack::Folder(folder.to_owned());
    let within = |fault: LessonError| {
        let file = Path::new(&fault.file);
        let file = file.strip_prefix(folder).unwrap_or(file).display().to_string();
        LessonError { file, ..fault }
    };
    let faults = lint(&pack);
    if !faults.is_empty() {
        return Err(Refusal::Faults(faults.into_iter().map(within).collect()));
    }
    let lesson = load(&pack, &BTreeMap::new()).map_err(|fault| Refusal::Faults(vec![within(fault)]))?;
    if !is_id(&lesson.id) {
        return Err(msg!(shelf_id, id = &lesson.id).into());
    }
    let own = load(&Pack::Embedded, &BTreeMap::new()).map_err(|fault| Refusal::Faults(vec![fault]))?;
    if lesson.id == own.id { Err(msg!(shelf_own_id, id = &lesson.id).into()) } else { Ok(lesson) }
}

#[cfg(test)]
mod tests {
    use tar::{Builder, Header};

    use super::super::template;
    use super::*;
    use crate::i18n::Language;

    fn archive(id: &str, change: impl Fn(&str, String) -> String) -> Vec<u8> {
        let mut builder = Builder::new(Vec::new());
        for (path, text) in template(id, Language::En) {
            let text = change(&path, text);
            let mut header = Header::new_gnu();
            header.set_size(text.len() as u64);
            builder.append_data(&mut header, format!("pack/{path}"), text.as_bytes()).unwrap();
        }
        builder.into_inner().unwrap()
    }

    fn same(_: &str, text: String) -> String {
        text
    }

    #[test]
    fn a_pack_is_kept_found_replaced_and_removed() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::new(folder.path().join("lessons"));
        assert!(shelf.all().is_empty() && !shelf.remove("shop").unwrap());
        let first = archive("shop", same);
        assert_eq!(shelf.keep("shop.tar", &first, None).unwrap().id, "shop");
        let kept = shelf.find("shop").unwrap();
        assert_eq!(kept.origin.unwrap(), Origin { archive: "shop.tar".into(), sha256: checksum(&first) });
        assert!(load(&Pack::Folder(kept.folder), &BTreeMap::new()).is_ok());

        let next = archive("shop", |_, text| text.replace("0.1.0", "0.2.0"));
        assert!(matches!(shelf.keep("next.tar", &next, None), Err(Refusal::One(_))), "another one is there");
        assert!(matches!(shelf.keep("next.tar", &next, Some("other")), Err(Refusal::One(_))), "it is another one");
        assert_eq!(shelf.keep("next.tar", &next, Some("shop")).unwrap().version, "0.2.0");
        assert!(shelf.remove("shop").unwrap() && shelf.all().is_empty());
        assert_eq!(fs::read_dir(folder.path().join("lessons")).unwrap().count(), 0, "nothing is left behind");
    }

    #[test]
    fn what_is_no_sound_pack_or_has_an_id_that_can_not_be_named_is_not_kept() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::new(folder.path().to_owned());
        for id in ["../out", ".hidden", "step4", "a b", ""] {
            let archive = archive("shop", |_, text| text.replace("id = \"shop\"", &format!("id = \"{id}\"")));
            assert!(matches!(shelf.keep("a.tar", &archive, None), Err(Refusal::One(_))), "{id}");
        }
        let broken = archive("shop", |_, text| text.replace("{{vpc}}", "{{vcp}}"));
        let Err(Refusal::Faults(faults)) = shelf.keep("a.tar", &broken, None) else { panic!("it is faulty") };
        assert_eq!(faults[0].file, "snippets/1-cli.sh");
        assert!(shelf.all().is_empty());
    }
}
