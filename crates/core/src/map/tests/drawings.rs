//! What the drawing looks like, in both languages, at both widths.

use jiff::tz::TimeZone;

use super::accounts::{all, speaker, wiring};
use crate::i18n::Language;
use crate::map::{Row, draw};

fn lines(rows: &[Row]) -> String {
    let line = |row: &Row| row.iter().map(|(text, _)| text.as_str()).collect::<String>().trim_end().to_owned();
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn drawings() {
    for (name, account) in all() {
        let wiring = wiring(&account);
        for language in Language::ALL {
            let localizer = speaker(language);
            for cells in [80, 60] {
                let drawing = lines(&draw(&wiring, localizer, &TimeZone::UTC, cells));
                insta::assert_snapshot!(format!("{name}-{}-{cells}", language.tag()), drawing);
            }
        }
    }
}
