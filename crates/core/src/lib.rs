//! What the tutor knows without a network, a terminal or a clock: what an account is, what a lesson wants of it, what is
//! wrong and why, and how that is put into words.
//!
//! ```text
//! lessons ──> lesson ─┐
//!                     ├─> verify ──> diagnose ──> report ──> whoever shows it
//! AWS │ demo ─> account ┘                             └────> progress
//! ```
//!
//! Judging is pure: the same lesson, snapshot and time give the same report.

#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(
        clippy::disallowed_methods,
        clippy::disallowed_types,
        reason = "tests may make files and run a shell; clippy.toml"
    )
)]

pub mod account;
mod account_path;
pub mod aws_words;
pub mod cause;
pub mod cleanup;
pub mod command;
pub mod console;
pub mod cost;
pub mod demo;
pub mod diagnose;
pub mod doctor;
pub mod drill;
pub mod evidence;
pub mod files;
pub mod history;
pub mod i18n;
pub mod json;
pub mod lesson;
pub mod load;
pub mod map;
pub mod markup;
pub mod pace;
pub mod progress;
pub mod report;
pub mod scenario;
pub mod signs;
pub mod text;
pub mod times;
pub mod topic;
pub mod verify;
