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
    let roster = toml(EXAMPLE);
    let [taro, hanako, sato] = roster.entries.as_slice() else { panic!("{roster:?}") };
    assert_eq!((taro.id.as_str(), taro.name.as_str()), ("s001", "山田 太郎"));
    let external_id = Some("change-this-to-a-secret-of-your-own".to_owned());
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
fn the_second_of_two_with_one_id_is_a_fault() {
    let roster = csv("name,id,profile\na,1,p\nb,1,q\n");
    assert!(fault(&roster).contains('1'));
    assert!(roster.entries[0].way.is_ok());
}

#[test_case(Format::Toml, "[[learner]\n", Some((1, 11)); "no toml")]
#[test_case(Format::Toml, "regoin = \"x\"\n[[learner]]\n", Some((1, 1)); "a word that is unknown")]
#[test_case(Format::Toml, "learner = 3\n", Some((1, 11)); "no tables")]
#[test_case(Format::Toml, "", None; "an empty file")]
#[test_case(Format::Csv, "name,adress\n", Some((1, 6)); "a column that is unknown")]
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
