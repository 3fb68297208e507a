use std::hint::black_box;
use std::time::Duration;

use proptest::prelude::*;
use test_case::test_case;

use super::*;
use ec_site_tutor_testing::processor::cpu_time_of;

const NO_LINE_STARTS_WITH: &str = "、。，．・：；？！」』）】〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々";
const NO_LINE_ENDS_WITH: &str = "「『（【〔";

#[test]
fn japanese_breaks_by_the_rules_at_every_width() {
    let text = "アプリケーションロードバランサー（ALB）のターゲットグループを「ec-site-web-tg」という名前で作成し、ヘルスチェックが通るまで待ちましょう。";
    for cells in 20..=160 {
        for line in wrap(text, cells) {
            assert!(width(&line) <= cells, "{cells}: {line}");
            let first = line.chars().next().unwrap();
            let last = line.chars().next_back().unwrap();
            assert!(!NO_LINE_STARTS_WITH.contains(first), "{cells}: {line}");
            assert!(!NO_LINE_ENDS_WITH.contains(last), "{cells}: {line}");
            assert_eq!(line.contains("ec-site"), line.contains("ec-site-web-tg"), "{cells}: {line}");
        }
    }
}

#[test]
fn a_word_in_katakana_stays_whole_up_to_twelve_kana() {
    let text = "次にロードバランサーとターゲットグループを、リスナーでつなぎます。オートスケーリングも使います。";
    for cells in 24..=80 {
        for line in wrap(text, cells) {
            assert!(width(&line) <= cells, "{cells}: {line}");
        }
        let joined = wrap(text, cells).join("|");
        for word in ["ロードバランサー", "ターゲットグループ", "リスナー", "オートスケーリング"]
        {
            assert!(joined.contains(word), "{cells}: {joined}");
        }
    }
    assert_eq!(wrap("使うロードバランサー", 8), ["使うロー", "ドバラン", "サー"], "wider than a line");
    let long = "アプリケーションロードバランサー";
    assert_eq!(wrap(&format!("使う{long}"), 20), ["使うアプリケーション", "ロードバランサー"], "put together");
}

#[test]
fn a_name_wider_than_the_line_breaks_after_its_hyphens() {
    assert_eq!(wrap("see ec-site-launch-template", 12), ["see ec-site-", "launch-", "template"]);
}

#[test]
fn a_mark_after_a_name_that_fills_the_line_takes_the_end_of_the_name_with_it() {
    assert_eq!(wrap("ResponseCode：返事", 12), ["ResponseCod", "e：返事"]);
}

#[test]
fn empty_lines_stay() {
    assert_eq!(wrap("a\n\nb", 10), ["a", "", "b"]);
    assert_eq!(wrap("", 10), [""]);
}

#[test]
fn styles_survive_a_break() {
    let lines = wrap_styled(&[("aa ", 1), ("bb cc", 2)], 5);
    assert_eq!(lines, [vec![("aa ".to_owned(), 1), ("bb".to_owned(), 2)], vec![("cc".to_owned(), 2)]]);
}

#[test]
fn a_blank_at_the_end_of_a_wide_piece_does_not_widen_the_next_one() {
    assert_eq!(wrap(" 、）ーー ー 、-）え", 8), [" 、）ー", "ー", "ー 、-）", "え"]);
}

proptest! {
    #[test]
    fn wrapping_loses_nothing_but_spaces(text in "[a-z \u{3041}-\u{3093}ー、。（）-]{0,80}", cells in 2_usize..40) {
        let lines = wrap(&text, cells);
        let squeeze = |s: &str| s.replace(' ', "");
        prop_assert_eq!(squeeze(&lines.concat()), squeeze(&text));
        for line in lines {
            prop_assert!(width(&line) <= cells, "{:?} is wider than {}", line, cells);
        }
    }
}

/// The shortest time that breaking takes.
fn time(text: &str, cells: usize) -> Duration {
    let once = || cpu_time_of(|| drop(black_box(wrap_styled(&[(text, ())], cells))));
    (0..3).map(|_| once()).min().unwrap()
}

#[test_case("a", 1; "a word of any length")]
#[test_case("a ", 40; "words")]
#[test_case("a-", 40; "hyphens")]
#[test_case("あ", 1; "wide letters, each wider than the line")]
#[test_case("あ", 40; "wide letters")]
#[test_case("`a ", 1; "words, each wider than the line")]
#[test_case("abcdefgh-abcdefghi ", 7; "names, each wider than the line")]
#[test_case("ーーー、", 7; "marks that stick")]
#[test_case("ア", 40; "one word in katakana")]
#[test_case("アイ語", 40; "words in katakana")]
#[test_case(" ", 40; "blanks")]
#[test_case("\n", 40; "empty lines")]
#[test_case("\u{200b}", 40; "breaks without width")]
#[test_case("\u{301}", 40; "marks without width")]
#[test_case("\u{1f468}\u{200d}", 40; "letters joined to one")]
fn four_times_the_text_takes_no_more_than_about_four_times_as_long(unit: &str, cells: usize) {
    let (short, long) = (unit.repeat(8_000 / unit.len()), unit.repeat(32_000 / unit.len()));
    let (short, long) = (time(&short, cells), time(&long, cells));
    // Where it grew as the square, it would be sixteen times.
    assert!(long < short * 9, "{unit:?} in {cells}: {short:?} and {long:?}");
}

#[test]
fn equal_styles_side_by_side_are_one_piece_and_empty_pieces_none() {
    let lines = wrap_styled(&[("", 1), ("a", 2), ("b\n", 2), ("", 3), ("\nc", 4)], 5);
    assert_eq!(lines, [vec![("ab".to_owned(), 2)], vec![], vec![("c".to_owned(), 4)]]);
}
