//! A terminal tutor for scaling an e-commerce site on AWS: what is shown of lessons and accounts, and what is asked of
//! whom. What is judged, and how it is put into words, is [`ec_site_tutor_core`]'s.

#![forbid(unsafe_code)]

pub use ec_site_tutor_core::{
    cleanup, console, cost, diagnose, doctor, drill, evidence, files, history, i18n, json, lesson, map, markup, msg,
    pace, progress, report, scenario, signs, text, times, verify,
};

pub mod account;
pub mod class;
pub mod cli;
#[cfg(test)]
mod hostile;
pub mod load;
pub mod look;
pub mod plain;
pub mod terminal;
pub mod tui;
pub mod tutor;
