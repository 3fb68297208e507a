//! The end-to-end tests: the real program before a stand-in for AWS. One binary, because each links the AWS crates anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test reports by panicking")]

mod authors_page;
mod class;
mod cleaning_up;
mod connecting;
mod cost;
mod doctor;
mod end_to_end;
mod evidence;
mod exit_status;
mod faults;
mod fleet;
mod lab_gone_wrong;
mod load;
mod map;
mod next_process;
mod other_regions;
mod own_aws_cli;
mod own_words;
mod packs;
mod policy;
mod reading;
mod whole_lab;
