//! What the lab costs, as the program says it: with something unseen, with nothing seen, and with prices of one's own.

use std::fs;
use std::path::Path;
use std::process::Output;

use ec_site_tutor_testing::aws::answers::error;
use ec_site_tutor_testing::aws::{Account, Front};
use ec_site_tutor_testing::program::{Baseline, text, tutor};
use serde_json::Value;

const FAILED: i32 = 1;
const WRONG_USAGE: i32 = 2;

fn cost(account: &Account, home: &Path, arguments: &[&str]) -> Output {
    tutor(account).env("HOME", home).arg("cost").args(arguments).output().unwrap()
}

fn document(account: &Account, home: &Path, arguments: &[&str]) -> Value {
    let output = cost(account, home, arguments);
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    serde_json::from_slice(&output.stdout).expect("JSON and nothing else")
}

fn home_with_settings(settings: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".config/ec-site-tutor");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.toml"), settings).unwrap();
    home
}

#[test]
fn a_call_that_is_denied_makes_the_sum_a_lower_bound_and_is_named() {
    let home = tempfile::tempdir().unwrap();
    let sound = Baseline::finished();
    let whole = document(&sound.account, home.path(), &["--json"]);
    let front = Front::before(&sound.account);
    front.on("ec2", "DescribeNatGateways", |call| error(call, 403, "UnauthorizedOperation", "no"));
    let bound = document(&front.account, home.path(), &["--json"]);
    assert_eq!(whole["total"]["at_least"], false, "{whole:#}");
    assert_eq!(bound["total"]["at_least"], true, "{bound:#}");
    assert!(bound["total"]["per_hour"].as_f64() < whole["total"]["per_hour"].as_f64());
    assert_eq!(bound["unseen"][0]["area"], "nat-gateways");
    assert!(text(&bound["unseen"][0]["why"]).contains("ec2:DescribeNatGateways"), "{bound:#}");
}

#[test]
fn where_nothing_can_be_read_the_reason_is_said_instead_of_a_sum() {
    let home = tempfile::tempdir().unwrap();
    for command in ["cost", "cleanup"] {
        let mut without_keys = tutor(&Baseline::empty().account);
        for name in ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"] {
            without_keys.env_remove(name);
        }
        let output = without_keys.env("HOME", home.path()).args([command, "--lang", "en"]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(FAILED), true), "{said}");
        assert!(said.contains("No AWS credentials were found."), "{said}");
    }
}

#[test]
fn prices_of_ones_own_count_and_the_others_stay() {
    let account = &Baseline::empty().account;
    let home = home_with_settings("[prices.hour]\nnat_gateway = 0.5\n");
    let costs = document(account, home.path(), &["--demo", "--json"]);
    let items = costs["items"].as_array().unwrap();
    let of = |kind: &str| items.iter().find(|item| item["kind"] == kind).unwrap()["per_hour"].as_f64();
    assert_eq!((of("nat-gateway"), of("public-ipv4")), (Some(0.5), Some(0.005)));
    assert_eq!(costs["prices"]["region"], "us-east-1");
}

#[test]
fn a_price_that_is_none_is_named_with_its_file() {
    let home = home_with_settings("[prices.hour]\nnat_gateway = -1\n");
    let output = cost(&Baseline::empty().account, home.path(), &["--demo"]);
    assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(WRONG_USAGE), true));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("config.toml") && said.contains("-1"), "{said}");
}
