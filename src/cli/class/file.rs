//! A class in a file that is whole at every instant, written once or again and again: a board for the wall.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use jiff::SignedDuration;
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::sleep;

use super::show::Shape;
use super::wishes::minutes;
use crate::cli::context::{Context, runtime};
use crate::cli::new_file::not_written;
use crate::cli::output::{Fault, Output};
use crate::files::{read_at_most, replace};
use crate::msg;

/// So many bytes of a file are looked at to know it again: a workbook is known by its end.
const KIND: usize = 64 << 20;

/// Exit status after Ctrl-C.
pub const INTERRUPTED: u8 = 130;

/// Writes what `show` shows to `file`, every so many minutes where that is asked for, until Ctrl-C.
pub fn write(
    context: &Context,
    file: &Path,
    every: Option<u16>,
    shape: Shape,
    mut show: impl FnMut(&mut Output) -> Result<u8, Fault>,
) -> Result<ExitCode, Fault> {
    refuse_other_than_files(file)?;
    refuse_other_kinds(file, shape)?;
    loop {
        let mut output = Output::kept();
        let status = show(&mut output)?;
        let written = output.into_kept();
        put(context, file, &written)?;
        let Some(every) = every.filter(|_| status != INTERRUPTED) else { return Ok(ExitCode::from(status)) };
        if !pause(minutes(every))? {
            return Ok(ExitCode::from(status));
        }
    }
}

/// What lies there and is no file stays: what is behind a link, or a device, isn't what was named.
fn refuse_other_than_files(file: &Path) -> Result<(), Fault> {
    match fs::symlink_metadata(file) {
        Ok(found) if !found.is_file() => Err(Fault::failed(msg!(file_not_plain, file = file.display().to_string()))),
        _ => Ok(()),
    }
}

/// An older file of the same shape is replaced, and nothing else that may be somebody's.
fn refuse_other_kinds(file: &Path, shape: Shape) -> Result<(), Fault> {
    match read_at_most(file, KIND) {
        Ok(found) if !found.is_empty() && !shape.is_of(&found) => {
            Err(Fault::failed(msg!(class_in_the_way, file = file.display().to_string())))
        }
        _ => Ok(()),
    }
}

fn put(context: &Context, file: &Path, written: &[u8]) -> Result<(), Fault> {
    let name = file.display().to_string();
    replace(file, written).map_err(|error| not_written(&name, &error))?;
    eprintln!("ec-site-tutor: {}", context.localizer.say(&msg!(class_written, file = name)));
    Ok(())
}

/// Whether the time passed; not where Ctrl-C ended it.
fn pause(time: SignedDuration) -> Result<bool, Fault> {
    runtime()?.block_on(async {
        let mut interrupt = signal(SignalKind::interrupt())
            .map_err(|error| Fault::failed(msg!(runtime_failed, error = error.to_string())))?;
        tokio::select! {
            () = sleep(time.unsigned_abs()) => Ok(true),
            _ = interrupt.recv() => Ok(false),
        }
    })
}
