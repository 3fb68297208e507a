//! A class as a table for spreadsheets: RFC 4180, and no cell that a spreadsheet would take for a formula.

use jiff::Timestamp;

use super::row::Row;
use super::summary::Column;
use super::words::standing;
use crate::i18n::Localizer;
use crate::text::visible;

/// What makes a spreadsheet compute: <https://owasp.org/www-community/attacks/CSV_Injection>. The wide forms count in
/// Japanese ones.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/// Without it, Excel takes UTF-8 for the system's older encoding.
const MARK: &str = "\u{feff}";

/// The names of the columns before those of the steps. They are the same in every language, as in JSON.
const HEAD: [&str; 11] =
    ["id", "name", "account", "region", "standing", "current", "minutes", "since", "cause_id", "reason", "read_at"];

/// The first line: the names of the columns.
#[must_use]
pub fn head(columns: &[Column]) -> String {
    let names = HEAD.into_iter().map(str::to_owned).chain(columns.iter().map(|column| column.id.clone()));
    MARK.to_owned() + &record(names)
}

/// A learner.
#[must_use]
pub fn line(row: &Row, columns: &[Column], localizer: &Localizer, now: Timestamp) -> String {
    let reason = row.unread.as_ref().or(row.cause.as_ref());
    let cells = [
        row.id.clone(),
        row.name.clone(),
        row.account.clone().unwrap_or_default(),
        row.region.clone().unwrap_or_default(),
        localizer.say(&standing(row).1),
        row.current.clone().unwrap_or_default(),
        row.standing_for(now).map(|time| time.as_mins().to_string()).unwrap_or_default(),
        row.since.map(|since| since.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default(),
        reason.and_then(|reason| reason.id.clone()).unwrap_or_default(),
        reason.map(|reason| localizer.say(&reason.words(localizer.language()))).unwrap_or_default(),
        row.read_at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
    ];
    let status = |column: &Column| {
        let status = row.status(&column.id).map(|status| localizer.say(&crate::report::word(status)));
        status.unwrap_or_default()
    };
    record(cells.into_iter().chain(columns.iter().map(status)))
}

fn record(cells: impl Iterator<Item = String>) -> String {
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
