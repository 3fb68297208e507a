//! A class in a file that is whole at every instant, written once or again and again: a board for the wall.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use jiff::SignedDuration;
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::sleep;

use super::show::Shape;
use super::wishes::minutes;
use super::{INTERRUPTED, show};
use crate::cli::args::ClassOptions;
use crate::cli::context::{Context, runtime};
use crate::cli::output::{Fault, Output};
use crate::files::replace;
use crate::lesson::Lesson;
use crate::msg;

/// Writes the class to `file`, every so many minutes where that is asked for, until Ctrl-C.
pub fn write(
    context: &Context,
    options: &ClassOptions,
    lesson: &Arc<Lesson>,
    shape: Shape,
    file: &Path,
) -> Result<ExitCode, Fault> {
    refuse_other_than_files(file)?;
    loop {
        let mut output = Output::kept();
        let status = show(context, options, lesson, shape, &mut output)?;
        put(context, file, &output.into_kept())?;
        let Some(every) = options.every.filter(|_| status != INTERRUPTED) else { return Ok(ExitCode::from(status)) };
        if !pause(minutes(every))? {
            return Ok(ExitCode::from(status));
        }
    }
}

/// A device that is replaced is gone.
fn refuse_other_than_files(file: &Path) -> Result<(), Fault> {
    match fs::metadata(file) {
        Ok(found) if !found.is_file() => Err(Fault::usage(msg!(class_no_file, file = file.display().to_string()))),
        _ => Ok(()),
    }
}

fn put(context: &Context, file: &Path, content: &[u8]) -> Result<(), Fault> {
    let name = file.display().to_string();
    replace(file, content)
        .map_err(|error| Fault::failed(msg!(file_not_written, file = &name, error = error.to_string())))?;
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
