//! A roster to begin with in a spreadsheet: the headings, and a learner for each way of reading.

use crate::i18n::Language;

/// Without it, Excel takes UTF-8 for the system's older encoding.
const MARK: &str = "\u{feff}";
const JA: &str = "氏名,学籍番号,AWSアカウントID,ロールのARN,外部ID,エビデンス,リージョン\r\n";
const EN: &str = "name,id,account,role_arn,external_id,evidence,region\r\n";
const ROWS_JA: &str = "山田 太郎,s001,,arn:aws:iam::111122223333:role/EcSiteTutorClass,,,us-east-1\r\n\
    佐藤 花子,s002,2222-3333-4444,,,handed-in/s002,us-east-1\r\n";
const ROWS_EN: &str = "Yamada Taro,s001,,arn:aws:iam::111122223333:role/EcSiteTutorClass,,,us-east-1\r\n\
    Sato Hanako,s002,2222-3333-4444,,,handed-in/s002,us-east-1\r\n";

/// The template in `language`.
#[must_use]
pub fn template(language: Language) -> String {
    match language {
        Language::Ja => [MARK, JA, ROWS_JA].concat(),
        Language::En => [MARK, EN, ROWS_EN].concat(),
    }
}
