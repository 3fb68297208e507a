//! `new`: a lesson pack to begin with.

use std::fs;
use std::io::ErrorKind;
use std::process::ExitCode;

use super::args::NewOptions;
use super::context::Context;
use super::new_file::not_written;
use super::output::{Fault, Output};
use crate::lesson::template;
use crate::msg;

pub fn run(context: &Context, options: &NewOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let (folder, name) = (&options.folder, options.folder.display().to_string());
    let there = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == ErrorKind::NotFound => false,
        Err(error) => return Err(not_written(&name, &error)),
    };
    if there {
        return Err(Fault::failed(msg!(new_not_empty, folder = name)));
    }
    let called = folder.file_name().map(|called| called.to_string_lossy().into_owned()).unwrap_or_default();
    for (path, text) in template(&called, context.localizer.language()) {
        let file = folder.join(path);
        let made = file.parent().map_or(Ok(()), fs::create_dir_all);
        made.and_then(|()| fs::write(&file, text)).map_err(|error| not_written(&file.display().to_string(), &error))?;
    }
    output.write(&format!("{}\n", context.localizer.say(&msg!(new_made, folder = name))))?;
    Ok(ExitCode::SUCCESS)
}
