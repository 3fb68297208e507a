//! In which zone the real program tells times, by every way in which one is set.

use std::fs;

use ec_site_tutor_testing::program::plain_program;
use serde_json::Value;
use test_case::test_case;

use crate::home;

/// What `doctor` says of the zone in these surroundings, with this `config.toml`.
fn zone(variables: &[(&str, &str)], settings: &str) -> (String, String) {
    let home = home();
    fs::create_dir_all(home.path().join("config/ec-site-tutor")).unwrap();
    fs::write(home.path().join("config/ec-site-tutor/config.toml"), settings).unwrap();
    let output =
        plain_program(home.path(), &["doctor", "--demo", "--json", "--lang", "en"], variables).output().unwrap();
    let document: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"));
    let line = document["checks"].as_array().unwrap().iter().find(|line| line["id"] == "time-zone").unwrap();
    (line["status"].as_str().unwrap().to_owned(), line["actual"].as_str().unwrap().to_owned())
}

#[test_case("Asia/Tokyo", "good", "Asia/Tokyo, UTC+09:00 (from TZ)"; "a name")]
#[test_case(":Asia/Tokyo", "good", "Asia/Tokyo, UTC+09:00 (from TZ)"; "a name behind a colon")]
#[test_case("/usr/share/zoneinfo/Asia/Tokyo", "good", "Asia/Tokyo, UTC+09:00 (from TZ)"; "a file")]
#[test_case("JST-9", "good", "UTC+09:00 (from TZ)"; "a rule")]
#[test_case("<+0545>-5:45", "good", "UTC+05:45 (from TZ)"; "a rule of another form")]
#[test_case("", "good", "UTC (from TZ)"; "nothing is utc")]
#[test_case("UTC", "good", "UTC (from TZ)"; "utc")]
#[test_case("Mars/Olympus", "odd", "UTC: TZ = Mars/Olympus is no time zone"; "unknown")]
fn the_variable(text: &str, status: &str, expected: &str) {
    assert_eq!(zone(&[("TZ", text)], ""), (status.to_owned(), expected.to_owned()));
}

#[test]
fn the_settings_count_more_than_the_variable() {
    let said = zone(&[("TZ", "America/New_York")], "time_zone = \"Asia/Kolkata\"\n");
    assert_eq!(said, ("good".to_owned(), "Asia/Kolkata, UTC+05:30 (from time_zone in config.toml)".to_owned()));
}

#[test]
fn a_system_without_the_zone_has_ours() {
    let folder = home();
    fs::copy("/usr/share/zoneinfo/Etc/UTC", folder.path().join("UTC")).ok();
    let few = folder.path().to_str().unwrap();
    for (variables, settings) in
        [(vec![("TZDIR", few), ("TZ", "Asia/Tokyo")], ""), (vec![("TZDIR", few)], "time_zone = \"Asia/Tokyo\"")]
    {
        let (status, said) = zone(&variables, settings);
        assert!(status == "good" && said.starts_with("Asia/Tokyo, UTC+09:00"), "{said}");
    }
}

#[test]
fn in_cloud_shell_utc_is_told_apart_from_the_consoles_time() {
    let (_, here) = zone(&[], "");
    let (status, there) = zone(&[("AWS_EXECUTION_ENV", "CloudShell")], "");
    assert_eq!((status.as_str(), here), ("odd", there));
    assert_eq!(zone(&[("AWS_EXECUTION_ENV", "CloudShell"), ("TZ", "UTC")], "").0, "good");
}

#[test]
fn an_unknown_zone_in_the_settings_is_refused_with_its_place() {
    let home = home();
    let folder = home.path().join("config/ec-site-tutor");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.toml"), "language = \"en\"\ntime_zone = \"JST\"\n").unwrap();
    let output = plain_program(home.path(), &["status"], &[]).output().unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("config.toml:2:13: time_zone: "), "{said}");
}

#[test]
fn pages_with_times_say_how_far_they_are_from_utc_and_json_stays_in_utc() {
    let home = home();
    let said = |arguments: &[&str]| {
        let mut command = plain_program(home.path(), arguments, &[("TZ", "Asia/Tokyo")]);
        String::from_utf8(command.args(["--demo", "--lang", "en"]).output().unwrap().stdout).unwrap()
    };
    let head = said(&["map"]).lines().next().unwrap().to_owned();
    assert!(head.contains("UTC+09:00"), "{head}");
    let cost = said(&["cost"]);
    assert!(cost.contains("UTC+09:00") && !said(&["cost", "--json"]).contains("UTC+09:00"), "{cost}");
    assert!(said(&["check", "--json"]).contains("Z\","), "checked_at");
}
