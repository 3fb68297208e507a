//! The scripts that make, describe and install a release, and the program's own account of its version. Installing is
//! done as a learner does it, from a server on loopback into a home of its own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test reports by panicking")]

mod home;
mod installing;
mod listing;
mod packing;
mod release_page;
mod scripts;
mod server;
mod uninstalling;
mod version;
