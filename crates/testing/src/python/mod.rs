//! The Python programs that the tests run beside the tutor, in a virtual environment of their own under `target/`.
//! Nothing of the machine is used but `python3` itself; where that is missing the tests fail and say so.

pub mod forks;
mod server;

pub use server::Server;

use std::collections::hash_map::DefaultHasher;
use std::fs::{self, File};
use std::hash::{Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use fd_lock::RwLock;

use crate::program::temporary_folder;

/// Every program with its version and hashes.
const REQUIREMENTS: &str = include_str!("requirements.txt");
/// The linters of policies and templates, which would hold the others to older versions.
const LINTERS: &str = include_str!("linters.txt");
/// Refuses a Python that the pinned wheels don't fit, else prints what an environment made with it depends on.
const PROBE: &str = r#"import sys
if sys.version_info < (3, 10):
    sys.exit("python3 is " + sys.version.split()[0] + ", and the tests need 3.10 or newer")
print(sys.version, sys.base_prefix)"#;
/// Stands in a finished environment; written last.
const FINISHED: &str = "finished";

/// The folder of the environment's programs: `python`, `aws`. Made on first use, which takes about half a minute.
pub fn programs() -> &'static Path {
    static PROGRAMS: OnceLock<PathBuf> = OnceLock::new();
    PROGRAMS.get_or_init(|| environment(REQUIREMENTS).join("bin"))
}

/// What AWS's own data and the linters object to in a policy and in the template of a role, a line each.
pub fn objections(policy: &Path, template: &Path) -> String {
    linted("lint_policies.py", policy, template)
}

fn linted(script: &str, one: &Path, two: &Path) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/python").join(script);
    let python = environment(LINTERS).join("bin/python");
    let said = run(Command::new(python).arg(script).arg(one).arg(two).env_remove("PYTHONPATH"));
    String::from_utf8_lossy(&said).into_owned()
}

/// What the schemas of Kubernetes and the linter of CloudFormation object to in manifests and in a template, a line each.
pub fn fleet_objections(manifests: &Path, template: &Path) -> String {
    linted("lint_fleet.py", manifests, template)
}

/// The `PATH` with the environment's programs first.
pub fn search_path() -> std::ffi::OsString {
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(programs().to_owned()).chain(std::env::split_paths(&inherited));
    std::env::join_paths(folders).expect("a PATH made from a PATH")
}

/// A finished environment for these requirements and this Python. Several test processes may ask at once: one makes
/// it and the others wait. What a killed process left half made has no marker and is made anew.
fn environment(requirements: &str) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    (requirements, run(python3().args(["-c", PROBE]))).hash(&mut hasher);
    let folder = temporary_folder().join(format!("test-python-{:016x}", hasher.finish()));
    let mut lock = RwLock::new(File::create(folder.with_extension("lock")).expect("target/ is writable"));
    let _only_maker = lock.write().expect("the lock of the test environment");
    if !folder.join(FINISHED).exists() {
        make(&folder, requirements);
    }
    folder
}

fn make(folder: &Path, pinned: &str) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("a half-made environment can be removed");
    }
    run(python3().args(["-m", "venv"]).arg(folder));
    let requirements = folder.join("requirements.txt");
    fs::write(&requirements, pinned).expect("target/ is writable");
    // Most of what is installed is never imported, so compiling all of it would double the time.
    run(Command::new(folder.join("bin/python"))
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-compile"])
        .args(["--only-binary", ":all:", "--require-hashes", "-r"])
        .arg(&requirements)
        .env_remove("PYTHONPATH"));
    fs::write(folder.join(FINISHED), "").expect("target/ is writable");
}

fn python3() -> Command {
    let mut command = Command::new("python3");
    command.env_remove("PYTHONPATH").env_remove("PYTHONHOME");
    command
}

/// What a command printed; the test fails with its messages where the command does.
fn run(command: &mut Command) -> Vec<u8> {
    let program = command.get_program().display().to_string();
    let output = command.output().unwrap_or_else(|error| {
        panic!("The end-to-end tests need {program} (CPython 3.10 or newer with its venv module): {error}")
    });
    let messages = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {}\n{messages}", output.status);
    output.stdout
}
