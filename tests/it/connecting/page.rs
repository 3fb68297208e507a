//! The tables in `docs/` of what is said of every way to fail. `INSTA_UPDATE=always` writes them.

use std::fs;

use super::{Told, file, told};

const BEGIN: &str = "<!-- connecting: made by tests/it/connecting -->\n";
const END: &str = "<!-- connecting ends -->\n";

fn table(head: &str, rows: impl Iterator<Item = (&'static str, &'static Told)>) -> String {
    let cell = |text: &str| text.replace('|', "\\|").replace('<', "&lt;");
    let rows = rows.map(|(name, told)| format!("| {} | {} | {} |\n", cell(name), cell(&told.what), cell(&told.fix)));
    format!("{head}\n|---|---|---|\n{}", rows.collect::<String>())
}

/// What differs from run to run.
fn steady(text: &str) -> String {
    let mut steady = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("127.0.0.1:") {
        steady.push_str(before);
        steady.push_str("127.0.0.1");
        rest = after.trim_start_matches(|digit: char| digit.is_ascii_digit());
    }
    steady + rest
}

#[track_caller]
fn assert_page(path: &str, table: &str) {
    let page = fs::read_to_string(file(path)).unwrap();
    let (before, rest) = page.split_once(BEGIN).unwrap_or_else(|| panic!("{path} has no place for the table"));
    let (_, after) = rest.split_once(END).unwrap();
    let expected = format!("{before}{BEGIN}{}{END}{after}", steady(table));
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(file(path), &expected).unwrap();
    }
    assert_eq!(page, expected, "{path}: INSTA_UPDATE=always writes it anew");
}

#[test]
fn the_pages_for_learners_say_what_the_program_says() {
    let english = told().iter().map(|(case, english, _)| (case.name.0, english));
    assert_page("docs/troubleshooting.md", &table("| What happened | What is said | What to do |", english));
    let japanese = told().iter().map(|(case, _, japanese)| (case.name.1, japanese));
    assert_page("docs/troubleshooting.ja.md", &table("| 状況 | 表示 | 対処 |", japanese));
}
