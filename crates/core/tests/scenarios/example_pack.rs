//! The example pack: a lesson for another step of the course, from the check kinds that there are.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use ec_site_tutor_core::i18n::Language;
use ec_site_tutor_core::lesson::{self, Lesson, Pack};
use ec_site_tutor_core::scenario::{Base, File};
use ec_site_tutor_core::verify::Status;
use jiff::Timestamp;
use serde_json::{Value, json};
use test_case::test_case;

use super::{base, path, scenario};

fn pack() -> Pack {
    Pack::Folder(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/lessons/step0"))
}

static STEP0: LazyLock<Lesson> = LazyLock::new(|| lesson::load(&pack(), &BTreeMap::new()).unwrap());

/// The checks that are neither passed nor the learner's own answers.
fn open_checks(account: &Value) -> Vec<(String, Status)> {
    let verdicts = scenario::verdicts_of(&STEP0, account).into_iter().map(|(check, verdict)| (check, verdict.status));
    verdicts.filter(|(_, status)| !matches!(status, Status::Passed | Status::Manual)).collect()
}

#[test]
fn it_is_sound() {
    assert_eq!(lesson::lint(&pack()), []);
}

/// Performs the tests that a pack carries, as `test DIR` does; how many there are.
fn performed(pack: &Pack) -> usize {
    assert_eq!(lesson::lint(pack), []);
    let lesson = lesson::load(pack, &BTreeMap::new()).unwrap();
    let mut played = 0;
    for file in pack.list("tests") {
        let file: File = lesson::read_beside(pack, &format!("tests/{file}"), &lesson.values).unwrap();
        for scenario in file.scenario {
            let base = Base::named(&scenario.base, &lesson, pack, Timestamp::UNIX_EPOCH).unwrap();
            let outcome = scenario.play(&lesson, &base).unwrap();
            assert_eq!(scenario::faults(&outcome), [""; 0], "{}", scenario.title());
            played += 1;
        }
    }
    played
}

#[test_case("https", 4; "https in front of the shop")]
#[test_case("internal-alb", 5; "an internal load balancer")]
fn a_pack_s_own_tests_come_out_as_written(name: &str, tests: usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/lessons").join(name);
    assert_eq!(performed(&Pack::Folder(folder)), tests);
}

#[test]
fn the_tests_of_a_new_pack_come_out_as_written() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in lesson::template("shop", language) {
            let file = folder.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        assert_eq!(performed(&Pack::Folder(folder.path().to_owned())), 2);
    }
}

#[test]
fn an_account_with_the_network_passes_it() {
    assert_eq!(open_checks(&base("before-1-1")), []);
}

#[test_case("vpcs[name=ec-site-vpc].name", json!("ec-shop-vpc"), "0-1/vpc"; "another name")]
#[test_case("internet_gateways[0].attachments", json!([]), "0-2/internet-gateway"; "a gateway that is attached to nothing")]
#[test_case("subnets[name=ec-site-public-us-east-1c].zone", json!("us-east-1a"), "0-2/public-subnets"; "one zone")]
#[test_case("subnets[name=ec-site-private-us-east-1c].name", json!("private"), "0-3/subnet-c"; "a subnet by another name")]
#[test_case("route_tables[id=rtb-0cccc000000000003].routes[1].state", json!("blackhole"), "0-3/way-out-a"; "a way out that ends")]
fn what_is_wrong_in_an_account_fails_the_check_that_is_about_it(place: &str, value: Value, check: &str) {
    let mut account = base("before-1-1");
    *path::find(&mut account, place) = value;
    let open = open_checks(&account);
    assert!(open.contains(&(check.to_owned(), Status::Failed)), "{open:?}");
}
