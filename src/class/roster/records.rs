//! CSV as RFC 4180 has it, whatever separates its cells, with the place of every cell.

use std::iter::Peekable;
use std::str::Chars;

use super::fields::Field;

/// One line of a table; a quoted cell may hold line ends.
#[derive(Debug)]
pub struct Record {
    pub cells: Vec<Field>,
    /// Where a quoted cell begins that never ends.
    pub open_quote: Option<(usize, usize)>,
}

/// The records of `source`, without those that are empty.
pub fn records(source: &str, separator: char) -> impl Iterator<Item = Record> {
    let mut reader = RecordReader { rest: source.chars().peekable(), separator, line: 1, column: 1 };
    std::iter::from_fn(move || reader.record()).filter(|record| record.cells.iter().any(|cell| !cell.value.is_empty()))
}

struct RecordReader<'a> {
    rest: Peekable<Chars<'a>>,
    separator: char,
    line: usize,
    column: usize,
}

impl RecordReader<'_> {
    fn next(&mut self) -> Option<char> {
        let character = self.rest.next()?;
        if character == '\n' {
            (self.line, self.column) = (self.line + 1, 1);
        } else {
            self.column += 1;
        }
        Some(character)
    }

    fn record(&mut self) -> Option<Record> {
        self.rest.peek()?;
        let mut record = Record { cells: Vec::new(), open_quote: None };
        loop {
            let place = (self.line, self.column);
            let value = if self.rest.peek() == Some(&'"') {
                self.quoted().unwrap_or_else(|text| {
                    record.open_quote = Some(place);
                    text
                })
            } else {
                String::new()
            };
            let value = value + &self.plain();
            record.cells.push(Field { value: value.trim().to_owned(), place });
            if self.next() != Some(self.separator) {
                return Some(record);
            }
        }
    }

    /// What stands before the next separator or line end, which stays.
    fn plain(&mut self) -> String {
        let mut text = String::new();
        let separator = self.separator;
        while let Some(character) = self.rest.peek().filter(|next| **next != separator && **next != '\n') {
            text.push(*character);
            self.next();
        }
        text
    }

    /// What stands between quotes; as an error where they are never closed.
    fn quoted(&mut self) -> Result<String, String> {
        let mut text = String::new();
        self.next();
        loop {
            match self.next() {
                Some('"') if self.rest.peek() == Some(&'"') => {
                    self.next();
                    text.push('"');
                }
                Some('"') => return Ok(text),
                Some(character) => text.push(character),
                None => return Err(text),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(source: &str) -> Vec<Vec<(String, (usize, usize))>> {
        let record = |record: Record| record.cells.into_iter().map(|cell| (cell.value, cell.place)).collect();
        records(source, ',').map(record).collect()
    }

    fn cell(text: &str, line: usize, column: usize) -> (String, (usize, usize)) {
        (text.to_owned(), (line, column))
    }

    #[test]
    fn quotes_commas_and_line_ends_are_those_of_rfc_4180() {
        let read = cells("a,\"b,\"\"c\"\"\nd\"\r\n\r\n 店 ,\n");
        let expected = [vec![cell("a", 1, 1), cell("b,\"c\"\nd", 1, 3)], vec![cell("店", 4, 1), cell("", 4, 5)]];
        assert_eq!(read, expected);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_noticed_at_its_place() {
        let record = records("a,\"b\nc", ',').next().unwrap();
        assert_eq!(record.open_quote, Some((1, 3)));
    }
}
