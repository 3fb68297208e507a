//! A terminal tutor for scaling an e-commerce site on AWS: lessons, checks of the learner's own account, progress.
//!
//! ```text
//! lessons ──> lesson ─┐
//!                     ├─> verify ──> diagnose ──> report ──> cli │ tui │ plain
//! AWS │ demo ─> account ┘                             └────> progress
//! ```

#![forbid(unsafe_code)]

pub mod account;
pub mod class;
pub mod cleanup;
pub mod cli;
mod console;
pub mod cost;
pub mod diagnose;
pub mod evidence;
pub mod files;
pub mod history;
#[cfg(test)]
mod hostile;
pub mod i18n;
pub mod json;
pub mod lesson;
pub mod load;
pub mod look;
pub mod map;
pub mod markup;
pub mod pace;
pub mod plain;
pub mod progress;
pub mod report;
pub mod signs;
pub mod text;
pub mod tui;
pub mod verify;
