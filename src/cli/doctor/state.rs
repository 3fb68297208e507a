//! Whether progress can be written, and how much room there is. Nothing is left behind.

use std::path::Path;

use crate::doctor::State;
use crate::files::try_write;

pub fn gather(folder: Option<&Path>, shown: fn(&Path) -> String) -> State {
    // The folder is made when something is kept first: until then it is the one above that counts.
    let there = folder.and_then(|folder| folder.ancestors().find(|above| above.is_dir()));
    State {
        folder: folder.map(shown),
        refusal: there.and_then(|there| try_write(there).err()).map(|error| error.to_string()),
        room: there.and_then(room),
    }
}

/// The bytes that whoever isn't root may still write.
fn room(folder: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(folder).ok()?;
    found.f_bavail.checked_mul(found.f_frsize)
}
