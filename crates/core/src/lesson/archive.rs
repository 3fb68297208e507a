//! A lesson pack as one file, `.tar.gz` or `.tar`, as a stranger may have made it: what is in it is counted and measured before
//! it is kept, and nothing but files of a pack comes out.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::{Component, Path};

use flate2::read::GzDecoder;
use sha2::{Digest as _, Sha256};
use tar::{Archive, EntryType};

use crate::command::Command;
use crate::i18n::Text;
use crate::msg;
use crate::text::is_hidden;

/// The bytes of the largest archive.
pub const LARGEST_ARCHIVE: usize = 8 << 20;
/// The bytes of everything that comes out.
const LARGEST_CONTENT: usize = 32 << 20;
/// The bytes of the largest file in one.
const LARGEST_FILE: usize = 1 << 20;
/// The most files and folders.
const MOST_ENTRIES: usize = 2000;
/// How many bytes may come out of one; text rarely makes twenty.
const DENSEST: usize = 200;
/// What even a tiny archive may hold: tar pads each file to half a kilobyte, and that packs into nothing.
const ALWAYS: usize = 1 << 20;
/// The first bytes of gzip.
const GZIP: [u8; 2] = [0x1f, 0x8b];
const MANIFEST: &str = "lesson.toml";
/// Folders of a pack.
const FOLDERS: [&str; 5] = ["ja", "en", "snippets", "exercises", "tests"];
/// Files beside the manifest.
const BESIDE: [&str; 6] = ["lesson.toml", "prices.toml", "translations.toml", "README.md", "README.ja.md", "LICENSE"];

/// Files by their paths in the pack.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The SHA-256 of an archive, as `sha256sum` writes it.
#[must_use]
pub fn checksum(archive: &[u8]) -> String {
    Sha256::digest(archive).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// The command that brings the archive at `address`, which the program itself never does, and keeps the pack in it.
#[must_use]
pub fn fetching(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default();
    Command::curl(address).with("&& ec-site-tutor lesson add", file).line()
}

/// The files of the pack in `archive`. What belongs to no pack, such as what other programs leave in folders, stays behind.
///
/// # Errors
/// It isn't such an archive, is too large, or holds a link, a device or a path that leads out of it.
pub fn unpack(archive: &[u8]) -> Result<Files, Text> {
    if archive.len() > LARGEST_ARCHIVE {
        return Err(too_large());
    }
    let content = content(archive)?;
    let mut files = Files::new();
    let mut tar = Archive::new(Cursor::new(content));
    let broken = |error: std::io::Error| msg!(archive_broken, error = error.to_string());
    for (count, entry) in tar.entries().map_err(broken)?.enumerate() {
        if count >= MOST_ENTRIES {
            return Err(msg!(archive_too_many, most = MOST_ENTRIES));
        }
        let entry = entry.map_err(broken)?;
        let path = path_of(&entry.path_bytes())?;
        match entry.header().entry_type() {
            EntryType::Directory | EntryType::XGlobalHeader | EntryType::XHeader => continue,
            EntryType::Regular | EntryType::Continuous => {}
            _ => return Err(msg!(archive_no_file, file = path)),
        }
        if usize::try_from(entry.size()).map_or(true, |size| size > LARGEST_FILE) {
            return Err(msg!(archive_large_file, file = path, most = LARGEST_FILE >> 20));
        }
        let mut bytes = Vec::new();
        entry.take(u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX)).read_to_end(&mut bytes).map_err(broken)?;
        if files.insert(path.clone(), bytes).is_some() {
            return Err(msg!(archive_twice, file = path));
        }
    }
    of_pack(files)
}

/// What is packed in `archive`, which may be packed by gzip.
fn content(archive: &[u8]) -> Result<Vec<u8>, Text> {
    if !archive.starts_with(&GZIP) {
        return Ok(archive.to_vec());
    }
    let most = LARGEST_CONTENT.min(archive.len().saturating_mul(DENSEST).max(ALWAYS));
    let mut content = Vec::new();
    let bounded = GzDecoder::new(archive).take(u64::try_from(most + 1).unwrap_or(u64::MAX)).read_to_end(&mut content);
    bounded.map_err(|error| msg!(archive_broken, error = error.to_string()))?;
    if content.len() > most { Err(too_large()) } else { Ok(content) }
}

fn too_large() -> Text {
    msg!(archive_too_large, packed = LARGEST_ARCHIVE >> 20, content = LARGEST_CONTENT >> 20)
}

/// A path that stays within the archive, is text, and shows all that it is.
fn path_of(bytes: &[u8]) -> Result<String, Text> {
    let outside = || msg!(archive_path, file = String::from_utf8_lossy(bytes).into_owned());
    let path = str::from_utf8(bytes).map_err(|_| outside())?;
    let mut parts = Vec::new();
    for part in Path::new(path).components() {
        match part {
            Component::CurDir => {}
            Component::Normal(part) => parts.push(part.to_str().ok_or_else(outside)?),
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return Err(outside()),
        }
    }
    if path.contains('\\') || path.chars().any(is_hidden) { Err(outside()) } else { Ok(parts.join("/")) }
}

/// The files of the pack: at the top, or in the one folder that has the manifest.
fn of_pack(files: Files) -> Result<Files, Text> {
    let manifest =
        |path: &&String| path.as_str() == MANIFEST || path.split_once('/').is_some_and(|(_, rest)| rest == MANIFEST);
    let mut manifests = files.keys().filter(manifest);
    let (Some(manifest), None) = (manifests.next(), manifests.next()) else {
        return Err(msg!(archive_no_pack));
    };
    let root = manifest.strip_suffix(MANIFEST).unwrap_or_default().to_owned();
    let within = files.into_iter().filter_map(|(path, bytes)| Some((path.strip_prefix(&root)?.to_owned(), bytes)));
    Ok(within.filter(|(path, _)| belongs(path)).collect())
}

fn belongs(path: &str) -> bool {
    match path.split_once('/') {
        None => BESIDE.contains(&path),
        Some((folder, name)) => FOLDERS.contains(&folder) && !name.contains('/') && !name.starts_with('.'),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use tar::{Builder, Header};
    use test_case::test_case;

    use super::*;

    /// An archive of one entry, with its path as it is: the library would refuse to write most of these.
    fn entry(path: &str, kind: EntryType, content: &[u8]) -> Vec<u8> {
        let mut header = Header::new_ustar();
        header.as_old_mut().name[..path.len()].copy_from_slice(path.as_bytes());
        header.set_entry_type(kind);
        header.set_size(content.len() as u64);
        header.set_mode(0o777);
        if kind.is_symlink() || kind.is_hard_link() {
            header.as_old_mut().linkname[..11].copy_from_slice(b"/etc/passwd");
        }
        header.set_cksum();
        let mut builder = Builder::new(Vec::new());
        builder.append(&header, content).unwrap();
        builder.into_inner().unwrap()
    }

    fn packed(content: &[u8]) -> Vec<u8> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(content).unwrap();
        gzip.finish().unwrap()
    }

    fn pack(files: &[&str]) -> Vec<u8> {
        let mut builder = Builder::new(Vec::new());
        for file in files {
            let mut header = Header::new_gnu();
            header.set_size(1);
            builder.append_data(&mut header, file, &b"x"[..]).unwrap();
        }
        builder.into_inner().unwrap()
    }

    #[test_case(&["lesson.toml", "ja/1.md", "en/1.md"]; "at the top")]
    #[test_case(&["./shop/lesson.toml", "./shop/ja/1.md", "shop/en/1.md"]; "in a folder")]
    #[test_case(&["shop/lesson.toml", "shop/ja/1.md", "shop/en/1.md", "shop/.git/config", "shop/ja/._1.md", "._shop", "shop/run.sh"]; "beside what other programs leave")]
    fn the_files_of_a_pack_come_out_and_no_others(files: &[&str]) {
        for archive in [pack(files), packed(&pack(files))] {
            let names: Vec<String> = unpack(&archive).unwrap().into_keys().collect();
            assert_eq!(names, ["en/1.md", "ja/1.md", "lesson.toml"]);
        }
    }

    #[test_case("/lesson.toml", EntryType::Regular; "an absolute path")]
    #[test_case("a/../../lesson.toml", EntryType::Regular; "a path that leads out")]
    #[test_case("ja\\..\\lesson.toml", EntryType::Regular; "a path of Windows")]
    #[test_case("lesson.toml\u{1b}[2J", EntryType::Regular; "a path that acts on a terminal")]
    #[test_case("lesson.toml", EntryType::Symlink; "a symbolic link")]
    #[test_case("lesson.toml", EntryType::Link; "a hard link")]
    #[test_case("lesson.toml", EntryType::Char; "a device")]
    #[test_case("lesson.toml", EntryType::Fifo; "a pipe")]
    #[test_case("lesson.toml", EntryType::GNUSparse; "a sparse file")]
    fn what_is_no_file_within_is_refused(path: &str, kind: EntryType) {
        assert!(unpack(&entry(path, kind, b"")).is_err());
    }

    #[test]
    fn what_is_too_much_is_refused() {
        assert!(unpack(&entry("lesson.toml", EntryType::Regular, &vec![b'x'; LARGEST_FILE])).is_ok());
        assert!(unpack(&entry("lesson.toml", EntryType::Regular, &vec![b'x'; LARGEST_FILE + 1])).is_err());
        assert!(unpack(&packed(&vec![0; 24 << 20])).is_err(), "zeros pack too well to be a pack");
        assert!(unpack(&vec![0; LARGEST_ARCHIVE + 1]).is_err());
        let many: Vec<String> = (0..=MOST_ENTRIES).map(|number| format!("ja/{number}.md")).collect();
        assert!(unpack(&pack(&many.iter().map(String::as_str).collect::<Vec<_>>())).is_err());
    }

    #[test]
    fn what_is_broken_double_or_no_pack_is_refused() {
        let whole = packed(&pack(&["lesson.toml"]));
        assert!(unpack(&whole[..whole.len() / 2]).is_err());
        assert!(unpack(b"PK\x03\x04").is_err());
        assert!(unpack(&pack(&["ja/1.md"])).is_err());
        assert!(unpack(&pack(&["a/lesson.toml", "b/lesson.toml"])).is_err());
        assert!(unpack(&pack(&["lesson.toml", "ja/1.md", "ja/1.md"])).is_err());
    }

    #[test]
    fn a_checksum_is_that_of_sha256sum() {
        assert_eq!(checksum(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
