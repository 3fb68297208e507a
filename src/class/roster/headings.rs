//! Names of columns as spreadsheets of schools have them, and what they stand for. Pure.

use super::plain::half_width;

/// Before the name of a value.
const VALUES: &str = "values.";
/// The value that names of resources begin with.
const PREFIX: &str = "prefix";

/// A field with the names that it goes by, written as [`plain`] leaves them.
type Heading = (&'static str, &'static [&'static str]);

const HEADINGS: [Heading; 9] = [
    (
        "name",
        &[
            "name",
            "fullname",
            "learner",
            "student",
            "studentname",
            "名前",
            "氏名",
            "お名前",
            "受講者",
            "受講者名",
            "受講者氏名",
            "学生氏名",
            "生徒氏名",
        ],
    ),
    (
        "id",
        &[
            "id",
            "studentid",
            "learnerid",
            "number",
            "studentnumber",
            "学籍番号",
            "受講番号",
            "受講者番号",
            "受講者id",
            "学生番号",
            "生徒番号",
            "出席番号",
            "番号",
        ],
    ),
    ("profile", &["profile", "awsprofile", "プロファイル", "プロファイル名"]),
    ("role_arn", &["rolearn", "role", "ロール", "ロールarn", "ロールのarn", "iamロール"]),
    ("external_id", &["externalid", "外部id"]),
    ("evidence", &["evidence", "page", "file", "提出物", "提出ファイル", "提出用ページ", "エビデンス", "ページ"]),
    ("language", &["language", "lang", "言語"]),
    ("region", &["region", "awsregion", "リージョン"]),
    (
        "account",
        &[
            "account",
            "accountid",
            "accountnumber",
            "awsaccount",
            "awsaccountid",
            "アカウント",
            "アカウントid",
            "アカウント番号",
            "awsアカウント",
            "awsアカウントid",
            "awsアカウント番号",
        ],
    ),
];

/// The field that a column of this name has; none where this program knows none.
pub fn field(heading: &str) -> Option<&'static str> {
    let plain = plain(heading);
    HEADINGS.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(field, _)| *field)
}

/// The value of the lesson that a column of this name has: one behind `values.`, or the prefix of all names.
pub fn value(heading: &str) -> Option<String> {
    let half = half_width(heading);
    let half = half.trim();
    if matches!(plain(half).as_str(), "prefix" | "接頭辞" | "プレフィックス") {
        return Some(PREFIX.to_owned());
    }
    half.strip_prefix(VALUES).filter(|name| !name.is_empty()).map(str::to_owned)
}

/// Without what spreadsheets and their owners write otherwise each time: width, case, blanks and the like.
fn plain(heading: &str) -> String {
    let half = half_width(heading);
    let kept = half.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '_' | '-' | '.' | '(' | ')'));
    kept.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("name", Some("name"))]
    #[test_case("氏名", Some("name"))]
    #[test_case("氏　名", Some("name"); "a wide blank")]
    #[test_case("学籍番号", Some("id"))]
    #[test_case("ＩＤ", Some("id"); "wide letters")]
    #[test_case("role_arn", Some("role_arn"))]
    #[test_case("Role ARN", Some("role_arn"); "with a blank")]
    #[test_case("AWSアカウントID", Some("account"))]
    #[test_case("AWS アカウント ID", Some("account"); "with blanks")]
    #[test_case("外部ＩＤ", Some("external_id"); "half of it wide")]
    #[test_case("フリガナ", None; "what is nobody's field")]
    #[test_case("クラス", None; "another one")]
    #[test_case("", None; "nothing")]
    fn headings(heading: &str, expected: Option<&str>) {
        assert_eq!(field(heading), expected);
    }
}
