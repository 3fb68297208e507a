//! Files that a command is asked to write: nothing that lies there is lost unasked.

use std::fs;
use std::io::{Error, ErrorKind};
use std::path::Path;

use super::output::{Fault, Output};
use crate::files::replace;
use crate::msg;

/// Writes `content` to `file`; `-` is standard output. Another file of this name stays unless `force` is set; a link, a
/// folder or a device stays in any case, since what is behind it isn't what was named.
///
/// # Errors
/// Something lies there, or the file system refuses.
pub fn write(file: &Path, content: &str, force: bool, output: &mut Output) -> Result<(), Fault> {
    if file == Path::new("-") {
        return output.write(content);
    }
    let name = file.display().to_string();
    match fs::symlink_metadata(file) {
        Ok(found) if !found.is_file() => return Err(Fault::failed(msg!(file_not_plain, file = name))),
        Ok(_) if !force && !holds(file, content) => return Err(Fault::failed(msg!(file_in_the_way, file = name))),
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(not_written(&name, &error)),
        Ok(_) | Err(_) => {}
    }
    replace(file, content.as_bytes()).map_err(|error| not_written(&name, &error))
}

/// That the file system refused to write `file`.
pub fn not_written(file: &str, error: &Error) -> Fault {
    Fault::failed(msg!(file_not_written, file = file, error = error.to_string()))
}

/// Whether the same was written to it before.
fn holds(file: &Path, content: &str) -> bool {
    fs::read(file).is_ok_and(|found| found == content.as_bytes())
}
