//! Hostile strings through the whole program: arguments, environment, files and answers of AWS in, what is printed out.
//! Nothing of it acts on a terminal, hides or reorders, whatever the way; what is wrong is told in one line.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test reports by panicking")]

mod answers;
mod arguments;
mod class;
mod files;
mod packs;
mod pages;
mod program;
