//! A class as a workbook for spreadsheets, which takes every cell for what it is: numbers are numbers, times are times, and nothing
//! that somebody wrote is ever a formula. Pure.

use jiff::Timestamp;
use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::csv::account;
use super::page::{GENERATOR, PageMaterial};
use super::row::{Look, Row};
use super::words::{look, standing};
use crate::i18n::{Localizer, Text};
use crate::msg;
use crate::text::visible;
use crate::verify::Status;

/// What opens a file of this kind: <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>, 4.3.7.
pub const BEGIN: &[u8] = b"PK\x03\x04";
/// The bytes of the end of an archive before its comment, and where in them the comment's length stands.
const END: usize = 22;
const COMMENT_LENGTH: usize = 2;
/// The most letters of a cell: <https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3>.
const LONGEST: usize = 32_000;
/// A time in a cell.
const TIME: &str = "yyyy-mm-dd hh:mm";
const SECONDS_OF_MINUTE: f64 = 60.0;

/// A cell.
enum Cell {
    Text(String),
    Number(f64),
    Time(Timestamp),
    Look(Look),
    Empty,
}

/// The class as the bytes of a workbook; `notice` is what is to be told of the whole.
///
/// # Errors
/// There are more learners than a sheet has rows.
pub fn workbook(
    material: &PageMaterial<'_>,
    notice: Option<&Text>,
    localizer: &Localizer,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let mut pen = Pen { sheet: Worksheet::new(), localizer, row: 0 };
    pen.learners(material, notice)?;
    workbook.push_worksheet(pen.sheet);
    let mut pen = Pen { sheet: Worksheet::new(), localizer, row: 0 };
    pen.steps(material)?;
    workbook.push_worksheet(pen.sheet);
    Ok(signed(workbook.save_to_buffer()?))
}

/// Whether `file` is a workbook as this program wrote it. One that a spreadsheet saved since is its owner's.
#[must_use]
pub fn is_own(file: &[u8]) -> bool {
    file.starts_with(BEGIN) && file.ends_with(GENERATOR.as_bytes())
}

/// The archive with a comment by which it is known again.
fn signed(mut archive: Vec<u8>) -> Vec<u8> {
    let (length, place) = (u16::try_from(GENERATOR.len()).unwrap_or(0), archive.len().saturating_sub(COMMENT_LENGTH));
    let is_bare = archive.len() > END && archive[archive.len() - END..].starts_with(b"PK\x05\x06");
    if is_bare {
        archive.truncate(place);
        archive.extend(length.to_le_bytes());
        archive.extend(GENERATOR.as_bytes());
    }
    archive
}

/// Writes a sheet row by row.
struct Pen<'a> {
    sheet: Worksheet,
    localizer: &'a Localizer,
    row: u32,
}

impl Pen<'_> {
    fn learners(&mut self, material: &PageMaterial<'_>, notice: Option<&Text>) -> Result<(), XlsxError> {
        let name = self.say(&msg!(class_page_learners));
        self.sheet.set_name(name)?;
        let heads = [
            msg!(class_column_id),
            msg!(class_name),
            msg!(class_column_account),
            msg!(class_column_region),
            msg!(class_now_at),
            msg!(class_step_column),
            msg!(class_column_minutes),
            msg!(class_column_finished),
            msg!(class_column_read),
            msg!(class_column_confirmed),
            msg!(class_column_left),
            msg!(class_column_said),
            msg!(class_reason),
            msg!(class_column_marks),
        ];
        let widths = [10, 20, 16, 12, 20, 10, 10, 17, 17, 10, 10, 24, 60, 40];
        let steps = material.columns.iter().map(|column| Text::verbatim(&column.id));
        let heads: Vec<Text> = heads.into_iter().chain(steps).collect();
        self.head(&heads, &widths)?;
        for row in material.rows {
            let cells = self.cells(row, material);
            self.line(cells)?;
        }
        let last = (self.row.saturating_sub(1), u16::try_from(heads.len().saturating_sub(1)).unwrap_or(0));
        self.sheet.autofilter(0, 0, last.0, last.1)?;
        if let Some(notice) = notice {
            let said = self.say(notice);
            self.line(vec![Cell::Text(said)])?;
        }
        Ok(())
    }

    fn cells(&self, row: &Row, material: &PageMaterial<'_>) -> Vec<Cell> {
        let language = self.localizer.language();
        let text = |text: Option<&str>| text.map_or(Cell::Empty, |text| Cell::Text(text.to_owned()));
        let say = |said: Option<Text>| said.map_or(Cell::Empty, |said| Cell::Text(self.say(&said)));
        let count = |count: usize| u32::try_from(count).map_or(Cell::Empty, |count| Cell::Number(count.into()));
        let minutes = row.standing_for(material.now).map(|time| (time.as_secs_f64() / SECONDS_OF_MINUTE).floor());
        let (confirmed, left) = row.told();
        let marks: Vec<String> = row.all_marks().map(|mark| self.say(&mark.words(language))).collect();
        let mut cells = vec![
            text(Some(&row.id)),
            text(Some(&row.name)),
            row.account.as_deref().map_or(Cell::Empty, |number| Cell::Text(account(number))),
            text(row.region.as_deref()),
            say(Some(standing(row).1)),
            text(row.current.as_deref()),
            minutes.map_or(Cell::Empty, Cell::Number),
            row.finished_at.map_or(Cell::Empty, Cell::Time),
            Cell::Time(row.read_at),
            count(confirmed),
            count(left),
            row.said.as_ref().map_or(Cell::Empty, |said| Cell::Text(said.line())),
            say(super::words::reason(row, language)),
            Cell::Text(marks.join(" | ")),
        ];
        let step = |id: &str| row.look(id).map_or(Cell::Empty, Cell::Look);
        cells.extend(material.columns.iter().map(|column| step(&column.id)));
        cells
    }

    fn steps(&mut self, material: &PageMaterial<'_>) -> Result<(), XlsxError> {
        let name = self.say(&msg!(class_page_steps));
        self.sheet.set_name(name)?;
        let heads = [
            msg!(class_step_column),
            msg!(class_column_title),
            msg!(class_here),
            msg!(class_stuck),
            msg!(class_done),
            msg!(class_column_median),
            msg!(class_column_learners),
        ];
        self.head(&heads, &[12, 40, 10, 10, 10, 16, 12])?;
        let count = |count: usize| u32::try_from(count).map_or(Cell::Empty, |count| Cell::Number(count.into()));
        for figures in &material.summary.steps {
            let column = material.columns.iter().find(|column| column.id == figures.id);
            let title = column.map(|column| self.say(&Text::Lesson(column.title.clone())));
            let median = figures.median.map(|(median, _)| (median.as_secs_f64() / SECONDS_OF_MINUTE).floor());
            self.line(vec![
                Cell::Text(figures.id.clone()),
                title.map_or(Cell::Empty, Cell::Text),
                count(figures.here),
                count(figures.stuck),
                count(figures.done),
                median.map_or(Cell::Empty, Cell::Number),
                figures.median.map_or(Cell::Empty, |(_, learners)| count(learners)),
            ])?;
        }
        Ok(())
    }

    fn head(&mut self, heads: &[Text], widths: &[u16]) -> Result<(), XlsxError> {
        let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
        for (column, head) in (0_u16..).zip(heads) {
            let said = self.say(head);
            self.sheet.write_string_with_format(self.row, column, said, &bold)?;
        }
        for (column, width) in (0_u16..).zip(widths) {
            self.sheet.set_column_width(column, *width)?;
        }
        self.row += 1;
        self.sheet.set_freeze_panes(1, 2)?;
        Ok(())
    }

    fn line(&mut self, cells: Vec<Cell>) -> Result<(), XlsxError> {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Text(text) => {
                    self.sheet.write_string(self.row, column, plain(&text))?;
                }
                Cell::Number(number) => {
                    self.sheet.write_number(self.row, column, number)?;
                }
                Cell::Time(at) => self.time(column, at)?,
                Cell::Look(seen) => {
                    let word = self.say(&look(seen).1);
                    self.sheet.write_string_with_format(self.row, column, word, &coloured(seen))?;
                }
                Cell::Empty => {}
            }
        }
        self.row += 1;
        Ok(())
    }

    /// A time on the instructor's clock: spreadsheets know no zones.
    fn time(&mut self, column: u16, at: Timestamp) -> Result<(), XlsxError> {
        let at = at.to_zoned_datetime(self.localizer.zone().clone());
        let part = |part: i8| u8::try_from(part).unwrap_or(0);
        let year = u16::try_from(at.year()).unwrap_or(0);
        let date = ExcelDateTime::from_ymd(year, part(at.month()), part(at.day()))?;
        let time = date.and_hms(part(at.hour()).into(), part(at.minute()), part(at.second()))?;
        self.sheet.write_datetime_with_format(self.row, column, &time, &Format::new().set_num_format(TIME))?;
        Ok(())
    }

    fn say(&self, text: &Text) -> String {
        plain(&self.localizer.say(text))
    }
}

/// Text that a cell may hold.
fn plain(text: &str) -> String {
    visible(text).chars().take(LONGEST).collect()
}

fn coloured(look: Look) -> Format {
    let colour = match look {
        Look::Status(Status::Passed) => 0x00C6_EFCE,
        Look::Status(Status::Failed) => 0x00FF_C7CE,
        Look::Status(Status::Waiting | Status::Unknown) => 0x00FF_EB9C,
        Look::Status(Status::Manual) => 0x00E4_DFEC,
        Look::Status(Status::Skipped) | Look::NotReached => 0x00F2_F2F2,
    };
    Format::new().set_background_color(Color::RGB(colour)).set_font_color(Color::RGB(0x0020_2020))
}
