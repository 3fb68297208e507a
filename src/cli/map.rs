//! `map`: the account's own wiring, as a drawing in text or as an SVG picture.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use jiff::Timestamp;

use super::args::MapOptions;
use super::context::Context;
use super::new_file;
use super::output::{Fault, Output};
use crate::i18n::Text;
use crate::map::{Row, Wiring, draw, svg};
use crate::msg;
use crate::report::Report;

/// Columns where there is no terminal to ask.
const COLUMNS: usize = 80;
/// Wider drawings are no easier to read.
const WIDEST: usize = 120;

pub fn run(context: &Context, options: &MapOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let wiring = read(context)?;
    let (localizer, zone) = (&context.localizer, context.localizer.zone());
    if wiring.blank {
        return Err(Fault::failed(msg!(map_nothing_visible, why = Text::List(wiring.unseen))));
    }
    match options.svg.as_deref() {
        None => output.write(&lines(&draw(&wiring, localizer, zone, columns())))?,
        Some(file) => {
            new_file::write(file, &svg(&wiring, localizer, zone), options.force, output)?;
            if !wiring.unseen.is_empty() {
                let what = Text::List(wiring.unseen);
                eprintln!("ec-site-tutor: {}", localizer.say(&msg!(map_partly_visible, what = what)));
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn read(context: &Context) -> Result<Wiring, Fault> {
    let lesson = context.lesson()?;
    let source = context.source(&lesson)?;
    let runtime = super::context::runtime()?;
    let snapshot = runtime.block_on(source.read(&lesson.scope(), Timestamp::now()));
    let report = Report::assess(&lesson, &snapshot, Timestamp::now());
    Wiring::of(&lesson, &snapshot, &report).ok_or_else(|| Fault::failed(msg!(map_no_plan)))
}

/// The columns of the terminal on standard output.
fn columns() -> usize {
    let terminal = io::stdout().is_terminal().then(crossterm::terminal::size).and_then(Result::ok);
    terminal.map_or(COLUMNS, |(columns, _)| usize::from(columns).clamp(1, WIDEST))
}

fn lines(rows: &[Row]) -> String {
    let line = |row: &Row| row.iter().map(|(text, _)| text.as_str()).collect::<String>().trim_end().to_owned() + "\n";
    rows.iter().map(line).collect()
}
