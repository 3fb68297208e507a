//! What a member of the simulated group prints while it boots, in the words of the programs that its script calls.

use serde::{Deserialize, Serialize};

use super::SimulatedAccount;
use super::ids::later;
use crate::account::resources::BootLog;
use jiff::Timestamp;

/// Seconds from launch until AWS has the whole boot log.
const POSTED: i64 = 12;

/// For want of what user data stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Stop {
    /// A script: cloud-init finds none to run.
    Script,
    /// A role to fetch the archive with.
    Credentials,
    /// A way out of the VPC.
    WayOut,
    /// pnpm in the image.
    Tools,
}

const HEAD: &str = "Welcome to Amazon Linux 2023\n\
    [    8.214001] cloud-init[1612]: Cloud-init v. 22.2.2 running 'modules:final'.\n";
const FETCH: &str = "[    9.001122] cloud-init[1612]: ec-site: 1 of 4, fetch the app\n";
const BUILD: &str = "[   12.340017] cloud-init[1612]: ec-site: 2 of 4, tell it where the database secret is\n\
    [   12.341220] cloud-init[1612]: ec-site: 3 of 4, install and build (takes minutes)\n";
const READY: &str = "[  201.530024] cloud-init[1612]: ec-site: 4 of 4, start it, now and after every reboot\n\
    [  203.872310] cloud-init[1612]: [PM2] Done.\n\
    [  204.120944] cloud-init[1612]: ec-site: ready\n";
const FAILED: &str = "cloud-init[1612]: Cloud-init: Failed to run module scripts-user (scripts in \
    /var/lib/cloud/instance/scripts)\n";

/// The log of a boot that came as far as `stop` says; the whole of it where it stopped nowhere.
fn text(stop: Option<Stop>) -> String {
    let failed = |line: u8| format!("cloud-init[1612]: ec-site: FAILED in line {line}\n{FAILED}");
    match stop {
        None => [HEAD, FETCH, BUILD, READY].concat(),
        Some(Stop::Script) => format!(
            "{HEAD}[    8.990121] cloud-init[1612]: __init__.py[WARNING]: Unhandled non-multipart \
             (text/x-not-multipart) userdata\n"
        ),
        Some(Stop::Credentials) => format!(
            "{HEAD}{FETCH}[   10.220110] cloud-init[1612]: fatal error: Unable to locate credentials\n{}",
            failed(16)
        ),
        Some(Stop::WayOut) => format!(
            "{HEAD}{FETCH}[  131.518840] cloud-init[1612]: fatal error: Connect timeout on endpoint URL: \
             \"https://tenarai-blueprint-sample-code-983911888049-us-east-1.s3.us-east-1.amazonaws.com/\"\n{}",
            failed(16)
        ),
        Some(Stop::Tools) => format!(
            "{HEAD}{FETCH}{BUILD}[   12.355301] cloud-init[1612]: /var/lib/cloud/instance/scripts/part-001: line 26: \
             pnpm: command not found\n{}",
            failed(26)
        ),
    }
}

impl SimulatedAccount {
    pub(super) fn boot_log(&self, id: &str, now: Timestamp) -> BootLog {
        let booted = self.machines.iter().find(|machine| machine.instance.id == id && machine.boot.is_some());
        let posted = booted.map(|machine| (machine, later(machine.launched_at, POSTED))).filter(|(_, at)| *at <= now);
        posted.map(|(machine, at)| BootLog { text: text(machine.stop), at: Some(at) }).unwrap_or_default()
    }
}
