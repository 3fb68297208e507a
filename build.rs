//! Tells the program its commit.

#![allow(clippy::expect_used, reason = "a build script reports by panicking")]

#[path = "build/commit.rs"]
mod commit;

use std::env;
use std::path::PathBuf;

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    for sign in commit::signs_of_change(&root) {
        println!("cargo::rerun-if-changed={}", sign.display());
    }
    println!("cargo::rustc-env=EC_SITE_TUTOR_COMMIT={}", commit::stamp(&root).unwrap_or_default());
}
