//! What one process leaves for the next one: ids that are asked about at once, and that are never an answer.

use std::fs;
use std::path::Path;

use aws_credential_types::Credentials;
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;
use test_case::test_case;

use super::lab::Lab;
use super::waves::{CALLS, LIMIT, SECOND_WAVE, assert_shows_the_lab, scope};
use super::{ANSWERING, connected};
use crate::Reader;
use crate::clients::{Clients, Entry};
use crate::credentials::Source;
use crate::profiles::Profiles;
use crate::settings::Settings;

/// What needs an id of the first wave, but for the site: this one's is on the loopback, and called when it is known.
const KNOWN: usize = SECOND_WAVE.len() - 1;

/// A new process with the key of this id, which keeps things in `home`.
fn process(lab: &Lab, home: &Path, key: &str) -> Reader {
    let settings = Settings { state_folder: Some(home.to_owned()), ..Settings::default() };
    let provenance = Profiles::read(&settings).provenance(&settings, |_| Some("a key".to_owned())).unwrap();
    let source = Source::giving(Credentials::new(key, "secret", None, None, "test"), provenance);
    let clients = connected("http", lab.address, ANSWERING);
    // Each of a test's regions is another one, and here one and the same is read.
    let clients = Clients { region: Some("us-east-1".to_owned()), entry: Entry::Through(source), ..clients };
    Reader { settings: Box::new(settings), ..Reader::over(clients) }
}

/// What a new process shows so many seconds after the first one, and how many calls waited for an answer.
async fn look(lab: &Lab, home: &Path, key: &str, seconds: i64) -> usize {
    let now = Timestamp::UNIX_EPOCH + SignedDuration::from_secs(seconds);
    let reader = process(lab, home, key);
    let snapshot = tokio::time::timeout(LIMIT, reader.read(&scope(lab), now)).await.expect("a look ends");
    assert_shows_the_lab(&snapshot, lab);
    let asked = lab.asked();
    asked.iter().filter(|asked| asked.answered_before > 0 && asked.action != "/").count()
}

/// A lab that a process has looked at just now.
async fn seen() -> (Lab, TempDir) {
    let (lab, home) = (Lab::start(), tempfile::tempdir().unwrap());
    assert!(look(&lab, home.path(), "AKIDEXAMPLE", 0).await >= KNOWN, "the ids come from the first wave");
    (lab, home)
}

#[test_case(600, "AKIDEXAMPLE", true; "within ten minutes")]
#[test_case(601, "AKIDEXAMPLE", false; "later")]
#[test_case(-1, "AKIDEXAMPLE", false; "before, by a clock that went back")]
#[test_case(15, "AKIDOTHER", false; "with other credentials")]
#[tokio::test]
async fn the_next_process_asks_everything_at_once_where_it_is_the_same_learner_soon(
    seconds: i64,
    key: &str,
    knows: bool,
) {
    let (lab, home) = seen().await;
    // Where all ids are known no call waits for another one's answer; where they aren't, none may wait for all.
    lab.account().held_until = if knows { CALLS - 1 } else { 0 };
    let waited = look(&lab, home.path(), key, seconds).await;
    assert!(if knows { waited == 0 } else { waited >= KNOWN }, "{waited} calls waited");
}

#[test_case(false; "AWS refuses what is asked about the old ones")]
#[test_case(true; "AWS never answers to that")]
#[tokio::test]
async fn what_was_made_anew_between_two_processes_is_asked_about_anew(is_silent: bool) {
    let (lab, home) = seen().await;
    {
        let mut account = lab.account();
        account.generation = 2;
        account.is_silent_about_others = is_silent;
    }
    look(&lab, home.path(), "AKIDEXAMPLE", 15).await;
    lab.account().held_until = CALLS - 1;
    assert_eq!(look(&lab, home.path(), "AKIDEXAMPLE", 30).await, 0, "the new ids are those that are kept");
}

#[tokio::test]
async fn what_the_same_key_showed_of_another_account_is_asked_anew() {
    let (lab, home) = seen().await;
    {
        let mut account = lab.account();
        account.number = "210987654321";
        account.held_until = CALLS - 1;
    }
    assert!(look(&lab, home.path(), "AKIDEXAMPLE", 15).await >= KNOWN);
}

#[test_case(|text| text.replace("loadbalancer/app/lab/1", "loadbalancer/app/other/7"); "with another id")]
#[test_case(|text| text.replace("123456789012", "210987654321"); "of another account")]
#[test_case(|_| String::new(); "empty")]
#[test_case(|text| text[..text.len() / 2].to_owned(); "half")]
#[test_case(|_| "[".repeat(10_000); "nested without an end")]
#[tokio::test]
async fn whatever_stands_in_the_file_the_account_is_shown_as_it_is(damage: fn(&str) -> String) {
    let (lab, home) = seen().await;
    let files: Vec<_> = fs::read_dir(home.path().join("ids")).unwrap().map(|file| file.unwrap().path()).collect();
    let [file] = &*files else { panic!("{files:?}") };
    let text = fs::read_to_string(file).unwrap();
    let damaged = damage(&text);
    assert_ne!(damaged, text);
    fs::write(file, damaged).unwrap();
    look(&lab, home.path(), "AKIDEXAMPLE", 15).await;
}
