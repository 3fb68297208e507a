//! Rows from files or from standard input.

use std::fs;
use std::io::{self, Read as _};
use std::path::PathBuf;

use crate::class::{Row, rows};
use crate::cli::output::Fault;
use crate::i18n::Text;
use crate::msg;

/// What was given.
pub struct Given {
    /// The rows that could be read.
    pub rows: Vec<Row>,
    /// What is wrong with the others, with its place.
    pub problems: Vec<Text>,
}

/// Reads `files`, or standard input where there is none.
pub fn read(files: &[PathBuf], lesson: &str) -> Result<Given, Fault> {
    let mut given = Given { rows: Vec::new(), problems: Vec::new() };
    if files.is_empty() {
        let mut source = Vec::new();
        let name = "stdin";
        io::stdin().read_to_end(&mut source).map_err(|error| unreadable(name, &error))?;
        take(&mut given, name, &source, lesson);
    }
    for file in files {
        let name = file.display().to_string();
        let source = fs::read(file).map_err(|error| unreadable(&name, &error))?;
        take(&mut given, &name, &source, lesson);
    }
    Ok(given)
}

fn unreadable(name: &str, error: &io::Error) -> Fault {
    Fault::usage(msg!(lesson_error, place = name, problem = Text::verbatim(error.to_string())))
}

/// Bytes that are no text make their own line wrong, not the others.
fn take(given: &mut Given, name: &str, source: &[u8], lesson: &str) {
    for row in rows(name, &String::from_utf8_lossy(source)) {
        match row {
            Ok(row) if row.lesson == lesson => given.rows.push(row),
            Ok(row) => {
                let problem = msg!(class_other_lesson, id = &row.id, lesson = &row.lesson);
                given.problems.push(msg!(lesson_error, place = name, problem = problem));
            }
            Err(problem) => given.problems.push(problem),
        }
    }
}
