//! A roster as CSV: a line of column names, then a learner a line.

use super::RosterEntry;
use super::fields::{Fields, NAMES, RosterFault};
use super::records::{Record, records};
use crate::lesson::LessonError;
use crate::msg;

/// The learners in `source`.
///
/// # Errors
/// The first line doesn't name the columns of a roster.
pub fn entries(file: &str, source: &str) -> Result<Vec<RosterEntry>, LessonError> {
    let mut records = records(source);
    let head = records.next().ok_or_else(|| LessonError::in_file(file, msg!(class_roster_empty)))?;
    let columns = columns(file, &head)?;
    Ok(records.enumerate().map(|(index, record)| fields(record, &columns).entry(file, index + 1)).collect())
}

fn columns(file: &str, head: &Record) -> Result<Vec<&'static str>, LessonError> {
    let mut columns = Vec::new();
    for cell in &head.cells {
        let fault = |problem| LessonError { file: file.to_owned(), position: Some(cell.place), problem };
        let name = cell.value.to_ascii_lowercase();
        let Some(known) = NAMES.into_iter().find(|known| *known == name) else {
            let known = NAMES.join(", ");
            return Err(fault(msg!(class_roster_column, name = &cell.value, known = known)));
        };
        if columns.contains(&known) {
            return Err(fault(msg!(class_roster_column_twice, name = known)));
        }
        columns.push(known);
    }
    Ok(columns)
}

fn fields(record: Record, columns: &[&'static str]) -> Fields {
    let place = record.cells.first().map_or((1, 1), |cell| cell.place);
    let mut fields = Fields { place, ..Fields::default() };
    if let Some(place) = record.open_quote {
        fields.note(RosterFault { place, problem: msg!(class_roster_quote) });
    }
    for (index, cell) in record.cells.into_iter().enumerate().filter(|(_, cell)| !cell.value.is_empty()) {
        match columns.get(index) {
            Some(column) => fields.known.push((column, cell)),
            None => fields.note(RosterFault { place: cell.place, problem: msg!(class_roster_too_many_cells) }),
        }
    }
    fields
}
