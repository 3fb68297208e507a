//! The board on this terminal.

use std::io::{self, IsTerminal as _};
use std::path::PathBuf;
use std::sync::Arc;

use super::wishes::{accounts, limit};
use crate::class::{Board, BoardEnding, Bounds, History, Recorder, Roster, Row, show_board};
use crate::cli::args::ClassOptions;
use crate::cli::context::Context;
use crate::cli::output::Fault;
use crate::cli::tutor::{live, looks};
use crate::lesson::Lesson;
use crate::msg;

/// Added to a signal's number in exit statuses.
const BY_SIGNAL: u8 = 128;

/// Whether there is a terminal that can show the board.
pub fn has_screen(env: impl Fn(&str) -> Option<String>) -> bool {
    let is_dumb = env("TERM").is_some_and(|term| term == "dumb");
    io::stdin().is_terminal() && io::stdout().is_terminal() && !is_dumb
}

/// Where the order and the filter of this roster's board are kept.
fn memory(context: &Context, options: &ClassOptions, lesson: &Lesson) -> Option<PathBuf> {
    let (folder, roster) = context.folder().zip(options.roster.as_deref())?;
    Some(History::file(&folder, roster, &lesson.id).with_extension("view"))
}

/// Shows a class to read, or rows that were given.
pub fn show(
    context: &Context,
    options: &ClassOptions,
    lesson: &Arc<Lesson>,
    roster: Option<Roster>,
    rows: Vec<Row>,
    recorder: Recorder,
) -> Result<u8, Fault> {
    let ending = live(async {
        let class = match roster {
            Some(roster) => Some((Arc::new(roster), Arc::new(accounts(context, lesson).await?))),
            None => None,
        };
        let board = Board {
            lesson: Arc::clone(lesson),
            class,
            rows,
            recorder,
            bounds: Bounds { at_once: options.at_once.into(), ..Bounds::AWS },
            limit: limit(options),
            localizer: context.localizer.clone(),
            memory: memory(context, options, lesson),
        };
        Ok(show_board(board, looks(context)).await)
    })??;
    match ending {
        BoardEnding::Asked => Ok(0),
        BoardEnding::Signal(number) => Ok(BY_SIGNAL + number),
        BoardEnding::Terminal(error) => Err(Fault::failed(msg!(tutor_terminal_failed, error = error.to_string()))),
    }
}
