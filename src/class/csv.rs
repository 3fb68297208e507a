//! A class as a table for spreadsheets: RFC 4180, and no cell that a spreadsheet would take for a formula.

use jiff::Timestamp;

use super::row::Row;
use super::summary::Column;
use super::words::{look, standing};
use crate::evidence::LearnerWord;
use crate::i18n::Localizer;
use crate::text::visible;

/// What makes a spreadsheet compute: <https://owasp.org/www-community/attacks/CSV_Injection>. The wide forms count in
/// Japanese ones.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/// Without it, Excel takes UTF-8 for the system's older encoding.
const MARK: &str = "\u{feff}";

/// The names of the columns before those of the steps. They are the same in every language, as in JSON.
const HEAD: [&str; 19] = [
    "id",
    "name",
    "account",
    "region",
    "standing",
    "current",
    "minutes",
    "since",
    "cause_id",
    "reason",
    "read_at",
    "marks",
    "confirmed",
    "left_to_word",
    "more",
    "finished_at",
    "said_name",
    "said_id",
    "values",
];
/// Before a step's id, which spreadsheets take for a date otherwise.
const STEP: &str = "step ";
const ACCOUNT_DIGITS: usize = 12;

/// The first line: the names of the columns.
#[must_use]
pub fn head(columns: &[Column]) -> String {
    let names = HEAD.into_iter().map(str::to_owned).chain(columns.iter().map(|column| step(&column.id)));
    MARK.to_owned() + &record(names)
}

/// A learner.
#[must_use]
pub fn line(row: &Row, columns: &[Column], localizer: &Localizer, now: Timestamp) -> String {
    let reason = row.unread.as_ref().or(row.cause.as_ref());
    let (confirmed, left) = row.told();
    let said = |part: fn(&LearnerWord) -> &Option<String>| {
        row.said.as_ref().and_then(|said| part(said).clone()).unwrap_or_default()
    };
    let cells = [
        row.id.clone(),
        row.name.clone(),
        row.account.as_deref().map(account).unwrap_or_default(),
        row.region.clone().unwrap_or_default(),
        localizer.say(&standing(row).1),
        row.current.as_deref().map(step).unwrap_or_default(),
        row.standing_for(now).map(|time| time.as_mins().to_string()).unwrap_or_default(),
        row.since.map(|since| since.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default(),
        reason.and_then(|reason| reason.id.clone()).unwrap_or_default(),
        reason.map(|reason| localizer.say(&reason.words(localizer.language()))).unwrap_or_default(),
        row.read_at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        row.all_marks().map(|mark| localizer.say(&mark.words(localizer.language()))).collect::<Vec<_>>().join(" | "),
        confirmed.to_string(),
        left.to_string(),
        row.more.iter().map(|(heading, value)| format!("{heading}: {value}")).collect::<Vec<_>>().join(" | "),
        row.finished_at.map(|at| at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default(),
        said(|said| &said.name),
        said(|said| &said.id),
        row.values.iter().map(|(name, value)| format!("{name} = {value}")).collect::<Vec<_>>().join(" | "),
    ];
    let status = |column: &Column| row.look(&column.id).map(|seen| localizer.say(&look(seen).1)).unwrap_or_default();
    record(cells.into_iter().chain(columns.iter().map(status)))
}

/// A line that says something of the whole, with as many cells as the others.
#[must_use]
pub fn note(text: &str, columns: &[Column]) -> String {
    let empty = std::iter::repeat_n(String::new(), HEAD.len() + columns.len() - 1);
    record(std::iter::once(text.to_owned()).chain(empty))
}

/// A step's id, so that no spreadsheet takes `1-1` for the first of January.
fn step(id: &str) -> String {
    format!("{STEP}{id}")
}

/// An account's number as the console shows it: a spreadsheet would round twelve digits and drop the zeros before them.
pub fn account(number: &str) -> String {
    match (number.get(..4), number.get(4..8), number.get(8..)) {
        (Some(one), Some(two), Some(three))
            if number.len() == ACCOUNT_DIGITS && number.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            format!("{one}-{two}-{three}")
        }
        _ => number.to_owned(),
    }
}

/// A line of cells.
pub fn record(cells: impl Iterator<Item = String>) -> String {
    cells.map(|text| cell(&text)).collect::<Vec<_>>().join(",") + "\r\n"
}

/// Always in quotes, so that nothing within ends the cell.
fn cell(text: &str) -> String {
    // The account's number would lose its leading zeros as a number, and nothing here is to be computed with.
    let guard = if text.trim_start().starts_with(FORMULA) || text.starts_with(FORMULA) { "'" } else { "" };
    format!("\"{guard}{}\"", visible(text).replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;
    use crate::class::row::StepMark;
    use crate::i18n::{Language, Localized};
    use crate::verify::Status;

    #[test]
    fn no_cell_is_one_that_a_spreadsheet_makes_something_else_of() {
        let mark = |id: &str, status| StepMark { id: id.into(), status };
        let steps = vec![mark("1-1", Status::Passed), mark("1-2", Status::Failed), mark("2-1", Status::Failed)];
        let row = Row::of_marks("s1", "l", Timestamp::UNIX_EPOCH, steps, None);
        let row = Row { account: Some("012345678901".into()), ..row };
        let title = Localized { ja: String::new(), en: String::new() };
        let columns = ["1-1", "1-2", "2-1"].map(|id| Column { id: id.into(), title: title.clone() });
        assert!(head(&columns).contains("\"step 1-1\",\"step 1-2\""));
        let line = line(&row, &columns, &Localizer::new(Language::Ja), Timestamp::UNIX_EPOCH);
        assert!(line.contains("\"0123-4567-8901\"") && line.contains("\"step 1-2\""), "{line}");
        assert!(line.ends_with(",\"合格\",\"不合格\",\"未到達\"\r\n"), "{line}");
    }

    #[test_case("=1+1", "\"'=1+1\""; "equals")]
    #[test_case("+1", "\"'+1\""; "plus")]
    #[test_case("-1", "\"'-1\""; "minus")]
    #[test_case("@SUM(A1)", "\"'@SUM(A1)\""; "at")]
    #[test_case("\t=1", "\"'\\t=1\""; "tab")]
    #[test_case("\r=1", "\"'\\r=1\""; "carriage return")]
    #[test_case("  =1", "\"'  =1\""; "behind blanks")]
    #[test_case("＝1", "\"'＝1\""; "wide equals")]
    #[test_case("a\",=cmd\n\"", "\"a\"\",=cmd\\n\"\"\""; "what would end the cell")]
    #[test_case("店舗", "\"店舗\""; "a name")]
    fn cells(text: &str, expected: &str) {
        assert_eq!(cell(text), expected);
    }
}
