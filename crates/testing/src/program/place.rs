//! Where cargo puts things, seen from a test or a bench that it has built and started.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The name that cargo gives the program by, to the tests of its own package.
const NAMED_BY_CARGO: &str = "CARGO_BIN_EXE_ec-site-tutor";
const NAME: &str = "ec-site-tutor";

/// The program under test. Cargo builds it before the tests and benches of its package; for those of another package it
/// must have been built before.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let beside = || profile_folder().join(NAME).with_extension(env::consts::EXE_EXTENSION);
        let program = env::var_os(NAMED_BY_CARGO).map_or_else(beside, PathBuf::from);
        assert!(program.is_file(), "{} isn't there: `cargo build` makes it", program.display());
        program
    })
}

/// A folder below `target/` that outlives the tests: for what takes long to make, and for what is looked at afterwards.
pub fn temporary_folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = profile_folder().with_file_name("tmp");
        fs::create_dir_all(&folder).expect("target/ is writable");
        folder
    })
}

/// The folder of this build, such as `target/debug`; tests and benches lie in its `deps`.
fn profile_folder() -> PathBuf {
    let itself = env::current_exe().expect("a running program has a file");
    let folder = itself.ancestors().find(|folder| folder.ends_with("deps")).and_then(Path::parent);
    folder.unwrap_or_else(|| panic!("{} isn't where cargo puts tests", itself.display())).to_owned()
}
