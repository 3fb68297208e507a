//! Connecting to AWS, and being told truly why not: the real program with a learner's files and variables, before servers
//! on the loopback. The page for learners in `docs/` is made of what it says.

mod aws;
mod cases;
mod page;
mod working;

use std::collections::BTreeSet;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};
use std::thread;

use ec_site_tutor_testing::program::program;
use ec_site_tutor_testing::python::Server;
use serde_json::Value;

use aws::Aws;
use cases::{Case, all};

const FAILED: i32 = 1;
const UNKNOWN: i32 = 3;

/// What was said of a case in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Told {
    what: String,
    fix: String,
}

/// The HTTPS server whose issuer's certificate is in a folder of its own.
struct Https {
    address: SocketAddr,
    folder: tempfile::TempDir,
    _server: Server,
}

fn https() -> &'static Https {
    static SHARED: OnceLock<Https> = OnceLock::new();
    SHARED.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/crates/testing/src/python/tls_server.py");
        let server = Server::start(script, &[("FOLDER", folder.path().to_str().unwrap())]);
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, server.said.parse().unwrap()));
        Https { address, folder, _server: server }
    })
}

/// An address where nobody listens.
fn nowhere() -> SocketAddr {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap()
}

/// A learner's home, and who answers.
struct Place {
    home: tempfile::TempDir,
    aws: Aws,
    variables: Vec<(String, String)>,
}

impl Place {
    fn of(case: &Case) -> Self {
        let home = tempfile::tempdir().unwrap();
        let aws = Aws::answering(case.answer);
        let (https, nowhere) = (https().address.to_string(), nowhere().to_string());
        let filled = |text: &str| {
            text.replace("{aws}", &aws.address.to_string()).replace("{https}", &https).replace("{nowhere}", &nowhere)
        };
        let config = [(".aws/config", &case.config)].into_iter().filter(|(_, content)| !content.is_empty());
        for (name, content) in config.chain(case.files.iter().map(|(name, content)| (*name, content))) {
            let file = home.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, filled(content)).unwrap();
        }
        let mut variables = vec![("AWS_ENDPOINT_URL", "http://{aws}"), ("AWS_EC2_METADATA_DISABLED", "true")];
        variables.extend(case.has_region.then_some(("AWS_REGION", "us-east-1")));
        variables.extend(&case.variables);
        let variables = variables.into_iter().map(|(name, value)| (name.to_owned(), filled(value))).collect();
        Self { home, aws, variables }
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(program());
        command.args(arguments).env_clear().current_dir(self.home.path()).env("HOME", self.home.path());
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.output().unwrap()
    }

    /// What `check` says, once it is known to be a block and nothing else.
    fn told(&self, language: &str) -> Told {
        let output = self.run(&["check", "--lang", language]);
        let text = String::from_utf8(output.stdout).unwrap();
        // Another region than the lesson's is wrong, whatever else can't be told.
        let exit = if text.contains('✗') { FAILED } else { UNKNOWN };
        assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr)), (Some(exit), "".into()), "{text}");
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.len() <= 6, "{text}");
        let label = if language == "ja" { "  対処: " } else { "  What to do: " };
        let what = lines[1].strip_prefix("? ").unwrap_or_else(|| panic!("{text}")).to_owned();
        let fix = lines[2].strip_prefix(label).unwrap_or_else(|| panic!("{text}")).to_owned();
        Told { what, fix }
    }
}

/// A case, run: what was said in English and in Japanese.
fn tried(case: &Case) -> (Told, Told) {
    let place = Place::of(case);
    let english = place.told("en");
    let requests = place.aws.seen().len();
    if let Some(expected) = case.requests {
        let asked: Vec<String> = place.aws.seen().iter().map(|request| request.line.clone()).collect();
        assert_eq!(requests, expected, "{}: {asked:?}", case.name.0);
    }
    (english, place.told("ja"))
}

/// So many programs run at once: they have limits of their own, which a crowded machine would reach.
const AT_ONCE: usize = 4;

/// Every case, run once a test process.
fn told() -> &'static [(Case, Told, Told)] {
    static TOLD: OnceLock<Vec<(Case, Told, Told)>> = OnceLock::new();
    TOLD.get_or_init(|| {
        let (cases, next, done) = (all(), AtomicUsize::new(0), Mutex::new(Vec::new()));
        let work = || {
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(case) = cases.get(at) else { return };
                let (english, japanese) = tried(case);
                done.lock().unwrap().push((at, (case.clone(), english, japanese)));
            }
        };
        thread::scope(|scope| {
            for _ in 0..AT_ONCE {
                scope.spawn(work);
            }
        });
        let mut done = done.into_inner().unwrap();
        done.sort_by_key(|(at, _)| *at);
        done.into_iter().map(|(_, told)| told).collect()
    })
}

#[test]
fn nobody_is_shown_what_is_for_developers() {
    for (case, english, japanese) in told() {
        for told in [english, japanese] {
            for text in [&told.what, &told.fix] {
                for soup in ["os error", "RequestId", "feedface", "Some(", "Error {", "StatusCode", "{", "Attempted"] {
                    assert!(!text.contains(soup), "{}: {soup} in {text}", case.name.0);
                }
            }
        }
    }
}

#[test]
fn what_to_run_names_the_profile() {
    for (case, english, japanese) in told().iter().filter(|(case, ..)| case.cause.starts_with("credentials-expired")) {
        let profile = if case.config.contains("[profile console]") { "console" } else { "lab" };
        let named = case.variables.iter().any(|(name, _)| *name == "AWS_PROFILE");
        for told in [english, japanese] {
            assert!(!named || told.fix.contains(&format!("--profile {profile}")), "{}: {}", case.name.0, told.fix);
        }
    }
}

#[test]
fn each_way_to_fail_has_words_of_its_own() {
    let mut causes: BTreeSet<&str> = BTreeSet::new();
    for (case, english, japanese) in told() {
        assert_ne!(english, japanese, "{}", case.name.0);
        causes.insert(case.cause);
    }
    assert!(causes.len() >= 12, "{causes:?}");
}

#[test]
fn scripts_are_told_the_cause_of_every_check() {
    for case in all().iter().filter(|case| !case.config.contains("sleep")) {
        let output = Place::of(case).run(&["check", "--json", "preflight", "2-3"]);
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        let steps = document["steps"].as_array().unwrap();
        let checks: Vec<&Value> = steps.iter().flat_map(|step| step["checks"].as_array().unwrap()).collect();
        let unknown: Vec<&&Value> = checks.iter().filter(|check| check["status"] == "unknown").collect();
        assert!(unknown.len() > 10, "{}: {} unknown", case.name.0, unknown.len());
        for check in unknown.iter().filter(|check| case.has_region || check["id"] != "region") {
            assert_eq!(check["cause"]["id"], case.cause, "{}: {check:#}", case.name.0);
        }
    }
}

fn file(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
