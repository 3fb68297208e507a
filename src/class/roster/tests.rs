//! Rosters in, learners and faults with their places out.

use test_case::test_case;

use super::*;
use crate::account::Role;
use crate::i18n::{Language, Localizer};

const ARN: &str = "arn:aws:iam::111122223333:role/EcSiteTutorClass";

fn said(text: &Text) -> String {
    Localizer::new(Language::En).say(text)
}

fn toml(source: &str) -> Roster {
    Roster::parse("class.toml", Path::new("/class"), source, Format::Toml)
        .unwrap_or_else(|error| panic!("{}", said(&error.text())))
}

fn csv(source: &str) -> Roster {
    Roster::parse("class.csv", Path::new("/class"), source, Format::Csv)
        .unwrap_or_else(|error| panic!("{}", said(&error.text())))
}

/// The place of the fault in the only row that has one.
fn fault(roster: &Roster) -> String {
    let faults: Vec<String> = roster.entries.iter().filter_map(|entry| entry.way.as_ref().err().map(said)).collect();
    let [fault] = faults.as_slice() else { panic!("{faults:?}") };
    fault.clone()
}

#[test]
fn the_example_is_a_roster_of_all_ways() {
    let fresh = toml(EXAMPLE);
    assert!(
        said(fresh.entries[0].way.as_ref().unwrap_err()).contains("the example's"),
        "nobody's secret is everybody's"
    );
    let roster = toml(&EXAMPLE.replace("change-this-to-a-secret-of-your-own", "my-own"));
    let [taro, hanako, sato] = roster.entries.as_slice() else { panic!("{roster:?}") };
    assert_eq!((taro.id.as_str(), taro.name.as_str()), ("s001", "山田 太郎"));
    let external_id = Some("my-own".to_owned());
    assert_eq!(taro.way, Ok(Way::Account(Access::Role(Role { arn: ARN.to_owned(), external_id }))));
    assert_eq!(taro.account.as_deref(), Some("111122223333"));
    assert_eq!(hanako.way, Ok(Way::Account(Access::Profile("hanako".to_owned()))));
    assert_eq!(hanako.region.as_deref(), Some("us-east-1"));
    assert_eq!(sato.way, Ok(Way::Evidence(PathBuf::from("/class/handed-in/s003"))));
    assert_eq!(sato.account.as_deref(), Some("222233334444"));
}

#[test]
fn both_formats_say_the_same() {
    let one = toml(&format!(
        "[[learner]]\nname = \"太郎\"\nrole_arn = \"{ARN}\"\nexternal_id = \"x-1\"\n[[learner]]\nid = \"2\"\nprofile = \"p\"\n"
    ));
    let two = csv(&format!("\u{feff}name,id,role_arn,external_id,profile\r\n太郎,,{ARN},x-1,\r\n,2,,,p\r\n"));
    assert_eq!(one, two);
}

#[test_case("[[learner]]\nname = \"a\"\n", "class.toml:1:1"; "no way")]
#[test_case("[[learner]]\nprofile = \"p\"\n", "class.toml:1:1"; "no name")]
#[test_case("[[learner]]\nname = \"a\"\nprofile = \"p\"\nrole_arn = \"r\"\n", "class.toml:4:12"; "two ways")]
#[test_case("[[learner]]\nname = \"a\"\nrole_arn = \"arn:aws:iam::1:role/x\"\n", "class.toml:3:12"; "no arn of a role")]
#[test_case("[[learner]]\nname = \"a\"\nprofil = \"p\"\n", "class.toml:3:1"; "a field that is unknown")]
#[test_case("[[learner]]\nname = 3\nprofile = \"p\"\n", "class.toml:2:8"; "no text")]
#[test_case("[[learner]]\nname = \"a\"\nprofile = \"p\"\naccount = \"12\"\n", "class.toml:4:11"; "no account")]
fn a_bad_table_is_told_at_its_place_and_the_others_stay(bad: &str, place: &str) {
    let roster = toml(&format!("{bad}\n[[learner]]\nname = \"good\"\nprofile = \"p\"\n"));
    assert_eq!(roster.entries.len(), 2);
    assert!(fault(&roster).starts_with(&format!("{place}: ")), "{}", fault(&roster));
    assert!(roster.entries[1].way.is_ok());
}

#[test_case("a,,", "class.csv:2:1"; "no way")]
#[test_case("a,p,arn", "class.csv:2:5"; "two ways")]
#[test_case("\"a b\",,arn:aws:iam::111122223333:user/x", "class.csv:2:8"; "no arn of a role")]
#[test_case("a,p,,more", "class.csv:2:6"; "a cell too many")]
fn a_bad_line_is_told_at_its_place_and_the_others_stay(bad: &str, place: &str) {
    let roster = csv(&format!("name,profile,role_arn\n{bad}\ngood,p,\n"));
    assert_eq!(roster.entries.len(), 2);
    assert!(fault(&roster).starts_with(&format!("{place}: ")), "{}", fault(&roster));
    assert!(roster.entries[1].way.is_ok());
}

#[test]
fn places_are_counted_in_characters_also_far_down() {
    let many = "[[learner]]\r\nname = \"学生\"\r\nid = \"x\"\r\nprofile = \"p\"\r\n".repeat(500);
    let roster = toml(&format!("{many}[[learner]]\r\nname = \"最後\"\nid = \"y\"\n \"学\" = 1"));
    let said = said(roster.entries.last().unwrap().way.as_ref().unwrap_err());
    assert!(said.starts_with("class.toml:2004:2: "), "{said}");
}

#[test]
fn a_quote_that_is_never_closed_takes_the_rest_and_is_told() {
    let roster = csv("name,profile\na,p\n\"b,p\nc,p\n");
    assert!(fault(&roster).starts_with("class.csv:3:1: "), "{}", fault(&roster));
    assert!(roster.entries[0].way.is_ok());
}

#[test]
fn two_with_one_id_are_both_read_and_both_marked() {
    let roster = csv("name,id,profile\na,1,p\nb,1,q\nc,2,r\n");
    assert!(roster.entries.iter().all(|entry| entry.way.is_ok()));
    let keys: std::collections::BTreeSet<String> = roster.entries.iter().map(RosterEntry::key).collect();
    assert_eq!(keys.len(), 3);
    let marks = |entry: &RosterEntry| entry.marks.iter().map(|mark| (mark.id, said(&mark.text))).collect::<Vec<_>>();
    let [a, b, c] = roster.entries.as_slice() else { panic!("{roster:?}") };
    assert_eq!(marks(a), [("same-id", "The id 1 is also that of b (2).".to_owned())]);
    assert_eq!(marks(b), [("same-id", "The id 1 is also that of a (1).".to_owned())]);
    assert_eq!(marks(c), []);
}

#[test_case("role_arn", &format!("a,{ARN}\nb,{ARN}\n"), &["same-account", "same-role"]; "a role")]
#[test_case("profile", "a,p\nb,p\n", &["same-profile"]; "a profile")]
#[test_case("evidence", "a,in/x.html\nb,./in/../in/x.html\n", &["same-page"]; "a page by two ways")]
fn what_ought_to_be_ones_own_and_is_shared_marks_both(column: &str, lines: &str, expected: &[&str]) {
    for entry in csv(&format!("name,{column}\n{lines}")).entries {
        assert_eq!(entry.marks.iter().map(|mark| mark.id).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn a_roster_of_a_japanese_spreadsheet_is_read_as_it_comes() {
    let roster = csv("氏名\tクラス\t学籍番号\tAWSアカウントID\tロールのARN\t外部ＩＤ\n\
        山田 太郎\t２組\t００７\t２２２２-0000-0007\tarn:aws:iam::222200000007:role/R\tｘ－１\n\
        佐藤\t\t8\t22200000007\tarn:aws:iam::022200000007:role/R\tx-1\n");
    let [taro, sato] = roster.entries.as_slice() else { panic!("{roster:?}") };
    assert_eq!((taro.name.as_str(), taro.id.as_str()), ("山田 太郎", "007"));
    assert_eq!(taro.account.as_deref(), Some("222200000007"));
    assert_eq!(taro.more, [("クラス".to_owned(), "２組".to_owned())]);
    let role = |entry: &RosterEntry| match &entry.way {
        Ok(Way::Account(Access::Role(role))) => role.clone(),
        way => panic!("{way:?}"),
    };
    let arn = "arn:aws:iam::222200000007:role/R".to_owned();
    assert_eq!(role(taro), Role { arn, external_id: Some("x-1".into()) }, "wide letters are read as they were meant");
    assert_eq!((sato.account.as_deref(), sato.marks[0].id), (Some("022200000007"), "lost-zeros"));
    assert!(sato.more.is_empty() && said(&sato.marks[0].text).contains("022200000007"));
}

#[test]
fn the_template_of_each_language_is_a_roster() {
    for language in Language::ALL {
        let roster = csv(&template(language));
        assert!(roster.entries.len() == 2 && roster.entries.iter().all(|entry| entry.way.is_ok()), "{roster:?}");
    }
}

#[test]
fn the_rule_of_the_grades_stands_in_the_roster() {
    let roster = toml(
        "[score]\nsteps = [\"1-1\", \"1-2\"]\nby = 2026-12-10T23:59:00+09:00\n[[learner]]\nname = \"a\"\nprofile = \"p\"\n",
    );
    let by = Some("2026-12-10T14:59:00Z".parse().unwrap());
    assert_eq!(roster.score, ScoreRule { steps: vec!["1-1".into(), "1-2".into()], by });
}

#[test_case(Format::Toml, "[score]\nby = \"soon\"\n[[learner]]\nname = \"a\"\n", Some((2, 6)); "no instant")]
#[test_case(Format::Toml, "[score]\nsteps = [1]\n[[learner]]\nname = \"a\"\n", Some((2, 9)); "no ids of steps")]
#[test_case(Format::Toml, "[score]\nlate = 1\n[[learner]]\nname = \"a\"\n", Some((2, 1)); "no such rule")]
#[test_case(Format::Toml, "[[learner]\n", Some((1, 11)); "no toml")]
#[test_case(Format::Toml, "regoin = \"x\"\n[[learner]]\n", Some((1, 1)); "a word that is unknown")]
#[test_case(Format::Toml, "learner = 3\n", Some((1, 11)); "no tables")]
#[test_case(Format::Toml, "", None; "an empty file")]
#[test_case(Format::Csv, "name,a\u{202e}b\n", Some((1, 6)); "a column that can not be read")]
#[test_case(Format::Csv, "profile,region\n", Some((1, 1)); "nobody's name")]
#[test_case(Format::Csv, "name,name\n", Some((1, 6)); "a column twice")]
#[test_case(Format::Csv, "\n", None; "an empty table")]
fn what_is_no_roster_is_refused_with_the_place(format: Format, source: &str, place: Option<(usize, usize)>) {
    assert_eq!(Roster::parse("f", Path::new(""), source, format).unwrap_err().position, place);
}

#[test]
fn parts_of_a_class_are_together_the_class() {
    let roster = csv("name,profile\n0,p\n1,p\n2,p\n3,p\n4,p\n5,p\n6,p\n7,p\n8,p\n9,p\n");
    let part =
        |number: usize| roster.clone().part(crate::class::Shard::parse(&format!("{number}/3"), |_| None).unwrap());
    let mut all: Vec<String> = (1..=3).flat_map(part_ids(&part)).collect();
    all.sort();
    assert_eq!(all, (0..10).map(|n| n.to_string()).collect::<Vec<_>>());
}

fn part_ids(part: &impl Fn(usize) -> Roster) -> impl FnMut(usize) -> Vec<String> {
    move |number| part(number).entries.into_iter().map(|entry| entry.id).collect()
}

#[test]
fn learners_have_values_of_their_own_over_those_of_all() {
    let roster = toml(
        "[values]\nregion = \"eu-west-1\"\nmax = 3\n[[learner]]\nname = \"a\"\nprofile = \"p\"\nlanguage = \"ja\"\n\
         [learner.values]\nprefix = \"taro\"\nregion = \"us-east-1\"\n[[learner]]\nname = \"b\"\nprofile = \"p\"\n",
    );
    let [a, b] = roster.entries.as_slice() else { panic!("{roster:?}") };
    let values = |pairs: &[(&str, &str)]| pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    assert_eq!(a.values, values(&[("max", "3"), ("prefix", "taro"), ("region", "us-east-1")]));
    assert_eq!((a.region.as_deref(), a.language), (Some("us-east-1"), Some(Language::Ja)));
    assert_eq!(b.values, values(&[("max", "3"), ("region", "eu-west-1")]));
    assert!(a.marks.is_empty() && b.marks.is_empty(), "each has a lab of its own in one account");
    let table = csv("氏名,プロファイル,接頭辞,values.max,言語\nx,p,ｔａｒｏ,3,日本語\ny,p,taro,3,en\n");
    assert_eq!(table.entries[0].values, values(&[("max", "3"), ("prefix", "taro")]));
    assert_eq!((table.entries[0].language, table.entries[1].language), (Some(Language::Ja), Some(Language::En)));
    assert_eq!(table.entries[0].marks[0].id, "same-profile", "with the same names they are in each other's way");
}

#[test_case("[[learner]]\nname = \"a\"\nprofile = \"p\"\nvalues = 3\n", "class.toml:4:10"; "no table")]
#[test_case("[[learner]]\nname = \"a\"\nprofile = \"p\"\n[learner.values]\nprefix = [1]\n", "class.toml:5:10"; "a list")]
#[test_case("[[learner]]\nname = \"a\"\nprofile = \"p\"\nlanguage = \"fr\"\n", "class.toml:4:12"; "a language that nobody speaks here")]
fn values_and_languages_that_are_none_are_told_with_their_place(source: &str, place: &str) {
    let fault = fault(&toml(source));
    assert!(fault.starts_with(place), "{fault}");
}
