//! Writing data to stdout, and ending with the right status.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use serde::Serialize;

use crate::i18n::Text;
use crate::text::wrap_lines;
use crate::{json, msg};

/// Wrong usage, a bad lesson pack, an unreadable file of ours.
const USAGE: u8 = 2;
/// Everything else that keeps a command from doing its work.
const FAILED: u8 = 1;

/// Why a command ended early.
#[derive(Debug)]
pub struct Fault {
    /// In words.
    pub text: Text,
    status: u8,
}

impl Fault {
    /// Wrong usage, a bad lesson pack, an unreadable file of ours: status 2.
    pub fn usage(text: Text) -> Self {
        Self { text, status: USAGE }
    }

    /// Anything else: status 1.
    pub fn failed(text: Text) -> Self {
        Self { text, status: FAILED }
    }

    /// The exit status.
    pub fn code(&self) -> ExitCode {
        ExitCode::from(self.status)
    }
}

/// What takes the data.
enum Sink {
    Stdout(io::Stdout),
    Kept(Vec<u8>),
}

impl Sink {
    fn write(&mut self, data: &[u8]) -> io::Result<()> {
        match self {
            Self::Stdout(stdout) => stdout.write_all(data).and_then(|()| stdout.flush()),
            Self::Kept(kept) => kept.write_all(data),
        }
    }
}

/// Where data goes.
pub struct Output {
    sink: Sink,
    reader_left: bool,
}

impl Output {
    /// Standard output.
    pub fn stdout() -> Self {
        Self { sink: Sink::Stdout(io::stdout()), reader_left: false }
    }

    /// A place that keeps everything until all of it is there, for a file that is to be whole at every instant.
    pub fn kept() -> Self {
        Self { sink: Sink::Kept(Vec::new()), reader_left: false }
    }

    /// What was kept; nothing where it went to standard output.
    pub fn into_kept(self) -> Vec<u8> {
        match self.sink {
            Sink::Stdout(_) => Vec::new(),
            Sink::Kept(kept) => kept,
        }
    }

    /// Writes all of `data` now. A reader that went away is no fault: nobody is left to tell.
    ///
    /// # Errors
    /// Any other refusal, such as a full disk.
    pub fn write(&mut self, data: &str) -> Result<(), Fault> {
        self.write_bytes(data.as_bytes())
    }

    /// The same with what is no text.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub fn write_bytes(&mut self, data: &[u8]) -> Result<(), Fault> {
        match self.sink.write(data) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.reader_left = true;
                Ok(())
            }
            Err(error) => Err(Fault::failed(msg!(output_failed, error = error.to_string()))),
            Ok(()) => Ok(()),
        }
    }

    /// Writes a text for people: on a terminal, no line is broken within a word.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub fn write_text(&mut self, text: &str) -> Result<(), Fault> {
        match self.columns() {
            Some(columns) => self.write(&wrap_lines(text, columns)),
            None => self.write(text),
        }
    }

    /// The width of the terminal that this goes to; none where it goes elsewhere.
    fn columns(&self) -> Option<usize> {
        let Sink::Stdout(stdout) = &self.sink else { return None };
        let (columns, _) = crossterm::terminal::size().ok().filter(|_| stdout.is_terminal())?;
        (columns > 0).then_some(columns.into())
    }

    /// Writes `document` as JSON, for people to read too.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub fn write_json(&mut self, document: &impl Serialize) -> Result<(), Fault> {
        self.write_document(json::pretty(document))
    }

    /// Writes `document` as a line of JSON.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub fn write_json_line(&mut self, document: &impl Serialize) -> Result<(), Fault> {
        self.write_document(json::line(document))
    }

    fn write_document(&mut self, json: serde_json::Result<String>) -> Result<(), Fault> {
        let json = json.map_err(|error| Fault::failed(Text::verbatim(error.to_string())))?;
        self.write(&(json + "\n"))
    }

    /// Whether the reader went away, so that going on would be for nobody.
    pub fn reader_left(&self) -> bool {
        self.reader_left
    }
}
