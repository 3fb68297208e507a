//! What the TOML reader says, in words of both languages. It hands out nothing but English sentences, so those are taken
//! apart here; what none of this knows is told without the reader's own words.

use super::LessonError;
use super::suggestion::suggest;
use crate::i18n::Text;
use crate::msg;

/// A fault that the TOML reader found in `source`, the text of `file`, with its place.
#[must_use]
pub fn toml_error(file: &str, source: &str, error: &toml::de::Error) -> LessonError {
    match error.span() {
        Some(span) => LessonError::at(file, source, span.start, problem(error.message())),
        None => LessonError::in_file(file, problem(error.message())),
    }
}

/// The name of the field that is missing, where that is what the reader says.
pub fn missing_field(message: &str) -> Option<&str> {
    quoted(message.strip_prefix("missing field")?).next()
}

fn problem(message: &str) -> Text {
    let (what, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    let name = quoted(what).next().unwrap_or_default();
    if what.starts_with("unknown field") {
        return suggest(msg!(lesson_toml_field, name = name), name, quoted(expected));
    }
    if what.starts_with("unknown variant") {
        return suggest(msg!(lesson_toml_variant, name = name), name, quoted(expected));
    }
    if let Some(name) = missing_field(what) {
        return msg!(lesson_toml_missing, name = name);
    }
    if what.starts_with("duplicate") {
        return msg!(lesson_toml_duplicate);
    }
    let found = what.strip_prefix("invalid type: ").or_else(|| what.strip_prefix("invalid value: "));
    found.map_or_else(|| syntax(what), |_| wanted(expected))
}

/// The words that stand between grave accents.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// What must stand where something of another type stands.
fn wanted(expected: &str) -> Text {
    match expected {
        "a string" | "string" => msg!(lesson_toml_string),
        "a boolean" => msg!(lesson_toml_boolean),
        "a sequence" => msg!(lesson_toml_list),
        "f64" => msg!(lesson_toml_number),
        _ if expected.starts_with("a whole number") || is_integer(expected) => msg!(lesson_toml_whole_number),
        _ if expected.starts_with("struct") || expected == "a map" => msg!(lesson_toml_table),
        _ => msg!(lesson_toml_type),
    }
}

fn is_integer(expected: &str) -> bool {
    expected.strip_prefix(['u', 'i']).is_some_and(|bits| bits.parse::<u8>().is_ok())
}

fn syntax(what: &str) -> Text {
    if what.starts_with("unclosed") || what.starts_with("invalid basic string") {
        return msg!(lesson_toml_unclosed);
    }
    if what.starts_with("missing comma") {
        return msg!(lesson_toml_comma);
    }
    match what {
        "key with no value" | "missing value" | "missing value for key" => msg!(lesson_toml_value),
        _ => msg!(lesson_toml_syntax),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use test_case::test_case;

    use super::*;
    use crate::i18n::{Language, Localized, Localizer};
    use crate::verify::Check;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only what can't be read is looked at")]
    struct Pack {
        format: u32,
        title: Localized,
        #[serde(default)]
        checks: Vec<Check>,
        prices: BTreeMap<String, f64>,
    }

    fn said(source: &str, language: Language) -> String {
        let error = toml::from_str::<Pack>(source).unwrap_err();
        Localizer::new(language).say(&toml_error("f", source, &error).text())
    }

    #[test_case("formt = 1", "f:1:1: there is no field formt here; did you mean format?", "f:1:1: formt という項目はありません。format のことですか?"; "a slip")]
    #[test_case("colour = 1", "f:1:1: there is no field colour here; possible are format, title, checks, prices", "f:1:1: colour という項目はありません。使えるのは次のものです: format、title、checks、prices"; "another word")]
    #[test_case("checks = [{ id = 'a', kind.vcp = {} }]", "f:1:28: there is nothing named vcp to choose here; did you mean vpc?", "f:1:28: vcp という選択肢はありません。vpc のことですか?"; "a check kind")]
    #[test_case("format = 1", "f:1:1: the field title is missing", "f:1:1: title という項目がありません"; "a missing field")]
    #[test_case("format = 'x'", "f:1:10: a whole number must stand here", "f:1:10: ここには整数を書いてください"; "a whole number")]
    #[test_case("checks = 1", "f:1:10: a list must stand here", "f:1:10: ここには配列を書いてください"; "a list")]
    #[test_case("title = 1", "f:1:9: a table must stand here", "f:1:9: ここにはテーブルを書いてください"; "a table")]
    #[test_case("title = { ja = 1 }", "f:1:16: a text in quotes must stand here", "f:1:16: ここには引用符で囲んだ文字列を書いてください"; "a string")]
    #[test_case("prices.a = 'x'", "f:1:12: a number must stand here", "f:1:12: ここには数値を書いてください"; "a number")]
    #[test_case("checks = [{ required = 1 }]", "f:1:24: true or false must stand here", "f:1:24: ここには true か false を書いてください"; "a boolean")]
    #[test_case("format = 1\nformat = 1", "f:2:1: the name stands twice", "f:2:1: 同じ名前が2回出てきます"; "a duplicate")]
    #[test_case("title = { ja = 'x", "f:1:18: what is opened here isn't closed", "f:1:18: 開いたものが閉じられていません"; "unclosed")]
    #[test_case("prices = ['a' 'b']", "f:1:15: a comma is missing before this", "f:1:15: この前にコンマがありません"; "no comma")]
    #[test_case("format", "f:1:7: a value is missing here", "f:1:7: ここに値がありません"; "no value")]
    #[test_case("= 1", "f:1:1: this isn't valid TOML", "f:1:1: TOML として正しくありません"; "anything else")]
    fn faults_are_told_in_both_languages(source: &str, en: &str, ja: &str) {
        assert_eq!(said(source, Language::En), en);
        assert_eq!(said(source, Language::Ja), ja);
    }
}
