//! A roster as CSV: a line of column names, then a learner a line.

use super::RosterEntry;
use super::fields::{Fields, NAMES, RosterFault};
use super::headings::{field, value};
use super::plain::half_width;
use super::records::{Record, records};
use crate::lesson::LessonError;
use crate::msg;
use crate::text::visible;

/// What separates cells: a comma; or what spreadsheets write in its place, where the first line has more of that.
const SEPARATORS: [char; 3] = [',', '\t', ';'];

/// What a column holds.
enum ColumnOf {
    /// A field of this program.
    Field(&'static str),
    /// A value of the lesson.
    Value(String),
    /// Something else, under this heading: kept and shown.
    Other(String),
}

/// The learners in `source`.
///
/// # Errors
/// The first line doesn't name the columns of a roster.
pub fn entries(file: &str, source: &str) -> Result<Vec<RosterEntry>, LessonError> {
    let mut records = records(source, separator(source));
    let head = records.next().ok_or_else(|| LessonError::in_file(file, msg!(class_roster_empty)))?;
    let columns = columns(file, &head)?;
    Ok(records.enumerate().map(|(index, record)| fields(record, &columns).entry(file, index + 1)).collect())
}

fn separator(source: &str) -> char {
    let head = source.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: char| head.matches(separator).count();
    // Of several that are there as often it is the first.
    SEPARATORS.into_iter().rev().max_by_key(|separator| count(*separator)).unwrap_or(',')
}

fn columns(file: &str, head: &Record) -> Result<Vec<ColumnOf>, LessonError> {
    let mut columns = Vec::new();
    for cell in &head.cells {
        let fault = |problem| LessonError { file: file.to_owned(), position: Some(cell.place), problem };
        if visible(&cell.value) != cell.value {
            let known = NAMES.join(", ");
            return Err(fault(msg!(class_roster_column, name = &cell.value, known = known)));
        }
        let Some(known) = field(&cell.value) else {
            columns.push(value(&cell.value).map_or_else(|| ColumnOf::Other(cell.value.clone()), ColumnOf::Value));
            continue;
        };
        if columns.iter().any(|column| matches!(column, ColumnOf::Field(field) if *field == known)) {
            return Err(fault(msg!(class_roster_column_twice, name = known)));
        }
        columns.push(ColumnOf::Field(known));
    }
    if columns.iter().any(|column| matches!(column, ColumnOf::Field("name" | "id"))) {
        return Ok(columns);
    }
    let place = head.cells.first().map(|cell| cell.place);
    let problem = msg!(class_roster_no_name_column, known = NAMES.join(", "));
    Err(LessonError { file: file.to_owned(), position: place, problem })
}

fn fields(record: Record, columns: &[ColumnOf]) -> Fields {
    let place = record.cells.first().map_or((1, 1), |cell| cell.place);
    let mut fields = Fields { place, ..Fields::default() };
    if let Some(place) = record.open_quote {
        fields.note(RosterFault { place, problem: msg!(class_roster_quote) });
    }
    for (index, cell) in record.cells.into_iter().enumerate().filter(|(_, cell)| !cell.value.is_empty()) {
        match columns.get(index) {
            Some(ColumnOf::Field(field)) => fields.known.push((field, cell)),
            Some(ColumnOf::Value(name)) => {
                fields.values.insert(name.clone(), half_width(&cell.value));
            }
            Some(ColumnOf::Other(heading)) => fields.more.push((heading.clone(), cell.value)),
            None => fields.note(RosterFault { place: cell.place, problem: msg!(class_roster_too_many_cells) }),
        }
    }
    fields
}
