//! Where files live, and writing them so that a kill at any instant leaves the old or the new content.

#![expect(clippy::disallowed_methods, reason = "the one place that knows how files are written")]

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Read as _, Write};
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use etcetera::BaseStrategy;
use fd_lock::RwLock;
use tempfile::Builder;

const PROGRAM: &str = "ec-site-tutor";
/// Bytes that are written to see whether one can.
const TRIED: usize = 4096;
/// What a file's mode lets the owner's group and everybody else do.
const OTHERS: u32 = 0o077;

/// `$XDG_STATE_HOME/ec-site-tutor`, by default below `~/.local/state`; none where there is no home.
#[must_use]
pub fn state_folder() -> Option<PathBuf> {
    let base = etcetera::base_strategy::Xdg::new().ok()?;
    base.state_dir().map(|folder| folder.join(PROGRAM))
}

/// `$XDG_DATA_HOME/ec-site-tutor`, by default below `~/.local/share`; none where there is no home.
#[must_use]
pub fn data_folder() -> Option<PathBuf> {
    Some(etcetera::base_strategy::Xdg::new().ok()?.data_dir().join(PROGRAM))
}

/// `$XDG_CONFIG_HOME/ec-site-tutor`, by default below `~/.config`; none where there is no home.
#[must_use]
pub fn config_folder() -> Option<PathBuf> {
    Some(etcetera::base_strategy::Xdg::new().ok()?.config_dir().join(PROGRAM))
}

/// A file of the AWS CLI and SDKs, such as `config`: where their environment says that it is, else in `~/.aws`; none where
/// there is no home.
#[must_use]
pub fn aws_file(name: &str, named: Option<String>) -> Option<PathBuf> {
    let usual = || Some(etcetera::home_dir().ok()?.join(".aws").join(name));
    named.map(PathBuf::from).or_else(usual)
}

/// What is another one after a file was changed: its size and the time of its last change. None where there is no file.
#[must_use]
pub fn mark(file: &Path) -> Option<(u64, Option<SystemTime>)> {
    // Through links: it is the file behind one that is edited.
    let data = fs::metadata(file).ok().filter(fs::Metadata::is_file)?;
    Some((data.len(), data.modified().ok()))
}

/// The bytes of a file, but not more than `most` and one: that there are too many is seen by that. A pipe or a device, which
/// may never end, is refused before it is opened.
///
/// # Errors
/// It is no file, or the file system refuses.
pub fn read_at_most(file: &Path, most: usize) -> io::Result<Vec<u8>> {
    if !fs::metadata(file)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
    }
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    File::open(file)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The bytes of a file that nobody else can have written; of none that is larger than `most`.
///
/// # Errors
/// It is somebody else's, others may write it, it is too large or no file, or the file system refuses.
pub fn read_own(file: &Path, most: usize) -> io::Result<Vec<u8>> {
    let refused = |why: &str| io::Error::new(io::ErrorKind::InvalidInput, why.to_owned());
    // Not through links; and before it is opened, since a pipe may never be.
    if !fs::symlink_metadata(file)?.is_file() {
        return Err(refused("not a regular file"));
    }
    let opened = File::open(file)?;
    let data = opened.metadata()?;
    if !data.is_file() || data.uid() != rustix::process::geteuid().as_raw() || data.permissions().mode() & OTHERS != 0 {
        return Err(refused("not this user's own"));
    }
    let mut bytes = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX);
    opened.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() > most { Err(refused("too large")) } else { Ok(bytes) }
}

/// Puts `content` into the place of `file` in one step, for its owner alone. As [`replace`], but after a power cut it may be
/// lost: for what is only a help. Its folder must be there.
///
/// # Errors
/// The file system refuses; `file` is then as it was.
pub fn keep(file: &Path, content: &[u8]) -> io::Result<()> {
    let mut new = Builder::new().prefix(&unfinished(file)).tempfile_in(file.parent().unwrap_or(Path::new(".")))?;
    new.write_all(content)?;
    new.persist(file).map(|_| ()).map_err(|error| error.error)
}

/// Writes `content` to `file`, which must not be there yet.
///
/// # Errors
/// `file` is there, or the file system refuses.
pub fn create(file: &Path, content: &[u8]) -> io::Result<()> {
    File::create_new(file)?.write_all(content)
}

/// Makes the folder of what the program keeps, with those above it that are missing. Nobody else may look into it: what
/// learners wrote and which accounts there are is theirs.
///
/// # Errors
/// The file system refuses.
pub fn make_private(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    if fs::metadata(folder)?.permissions().mode() & OTHERS != 0 {
        // Older versions made it for everybody to read. Where it isn't ours to change, it is still of use.
        let _ = fs::set_permissions(folder, Permissions::from_mode(0o700));
    }
    Ok(())
}

/// Opens a file that grows, for its owner alone, making it where it is missing.
///
/// # Errors
/// The file system refuses.
pub fn open_private(file: &Path) -> io::Result<File> {
    let open = OpenOptions::new().read(true).append(true).create(true).mode(0o600).open(file)?;
    if open.metadata()?.permissions().mode() & OTHERS != 0 {
        let _ = open.set_permissions(Permissions::from_mode(0o600));
    }
    Ok(open)
}

/// Writes `content` beside `file` and puts it in its place in one step, making its folder where it is missing.
///
/// # Errors
/// The file system refuses; `file` is then as it was.
pub fn replace(file: &Path, content: &[u8]) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut new = Builder::new().prefix(&unfinished(file)).tempfile_in(folder)?;
    new.write_all(content)?;
    new.as_file().sync_all()?;
    new.persist(file).map_err(|error| error.error)?;
    // The new name lives in the folder, which must reach the disk too. Some file systems can't sync a folder.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Writes a little into `folder` and takes it away again.
///
/// # Errors
/// The file system refuses.
pub fn try_write(folder: &Path) -> io::Result<()> {
    let mut tried = Builder::new().prefix(".").tempfile_in(folder)?;
    tried.write_all(&[0; TRIED])?;
    tried.as_file().sync_all()
}

/// What whoever writes `file` holds meanwhile, in this process or another; makes the folder where it is missing.
///
/// # Errors
/// The file system refuses.
pub fn lock(file: &Path) -> io::Result<RwLock<File>> {
    fs::create_dir_all(file.parent().unwrap_or(Path::new(".")))?;
    let lock =
        OpenOptions::new().create(true).truncate(false).write(true).mode(0o600).open(file.with_extension("lock"))?;
    Ok(RwLock::new(lock))
}

/// Removes what writers of `file` left unfinished because they were killed. For whoever alone may write it now.
///
/// # Errors
/// The file system refuses.
pub fn sweep(file: &Path) -> io::Result<()> {
    let start = unfinished(file);
    for entry in fs::read_dir(file.parent().unwrap_or(Path::new(".")))? {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(start.as_encoded_bytes()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// How the names of unfinished versions of `file` begin; nothing else is called so.
fn unfinished(file: &Path) -> OsString {
    let mut name = OsString::from(".");
    name.push(file.file_name().unwrap_or_default());
    name.push(".");
    name
}
