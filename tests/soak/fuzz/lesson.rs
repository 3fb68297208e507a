//! A lesson pack of which one file is damaged: it loads, or the author is told what is wrong.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use ec_site_tutor_core::i18n::{Language, Localizer};
use ec_site_tutor_core::lesson::{Pack, lint, load};
use tempfile::TempDir;

use super::super::random::Random;
use super::damage::damaged;

const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/lessons/step4");
const WORDS: &[&[u8]] = &[
    b"[[steps]]",
    b"[values]",
    b"kind.",
    b"required = false",
    b"id = ",
    b"= { ja = \"\", en = \"\" }",
    b"{{region}}",
    b"{{> user-data.sh}}",
    b"@ja ",
    b"@en ",
    b"```picture\n",
    b"```words\n",
    b"---\n",
    b"1979-05-27T07:32:00Z",
    b"\"\"\"",
];

/// A copy of the lesson's own pack, and the files in it.
static COPY: LazyLock<(TempDir, Vec<PathBuf>)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut files = Vec::new();
    copy(Path::new(PACK), Path::new(""), folder.path(), &mut files);
    files.sort();
    (folder, files)
});

fn copy(from: &Path, below: &Path, to: &Path, files: &mut Vec<PathBuf>) {
    fs::create_dir_all(to.join(below)).expect("a folder");
    for entry in fs::read_dir(from.join(below)).expect("a folder of the pack") {
        let entry = entry.expect("a file of the pack");
        let file = below.join(entry.file_name());
        if entry.file_type().expect("a kind of file").is_dir() {
            copy(from, &file, to, files);
        } else {
            fs::copy(from.join(&file), to.join(&file)).expect("a copy");
            files.push(file);
        }
    }
}

/// The name of a file, a zero byte, and its damaged content. Half of the time it is the file that all rests on.
pub fn make(random: &mut Random) -> Vec<u8> {
    let files = &COPY.1;
    let file = if random.below(2) == 0 { Path::new("lesson.toml") } else { &files[random.below(files.len())] };
    let sound = fs::read(Path::new(PACK).join(file)).expect("a file of the pack");
    let name = file.to_str().expect("a plain name").as_bytes();
    [name, b"\0", &damaged(&sound, WORDS, random)].concat()
}

pub fn take(input: &[u8]) -> bool {
    let mut parts = input.splitn(2, |byte| *byte == 0);
    let file = String::from_utf8(parts.next().expect("a name").to_vec()).expect("a plain name");
    let folder = COPY.0.path();
    fs::write(folder.join(&file), parts.next().expect("a content")).expect("the copy can be written");
    let pack = Pack::Folder(folder.to_owned());
    let localizer = Localizer::new(Language::Ja);
    for fault in lint(&pack) {
        assert!(!localizer.say(&fault.text()).is_empty());
    }
    let loaded = load(&pack, &BTreeMap::new()).is_ok();
    fs::copy(Path::new(PACK).join(&file), folder.join(&file)).expect("the copy can be restored");
    loaded
}
