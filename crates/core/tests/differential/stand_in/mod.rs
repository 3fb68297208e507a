//! Programs of the instance as they are within the sandbox: this test itself, under their names. What each does was measured on the real
//! ones (pnpm 9 to 12, pm2 6 and 7, AWS CLI 2, systemd): `docs/first-boot.md`.

mod aws;
mod node;
mod others;
mod pm2;
mod shop;
mod systemd;

use std::env;
use std::process::exit;
use std::thread::sleep;
use std::time::Duration;

pub use shop::{Event, events, is_right, running};

/// Programs that this one stands in for.
pub const NAMES: &str = "aws npm npx node corepack curl wget sudo systemctl systemd-run dnf yum sleep logger \
    reboot shutdown hostnamectl timedatectl localectl journalctl amazon-linux-extras git rpm swapon mkswap ec2-metadata usermod useradd";
/// One second of the instance.
const SECOND: Duration = Duration::from_millis(1);

/// One call of a program.
pub struct Call {
    /// The name it was called by.
    pub name: String,
    /// Its arguments.
    pub arguments: Vec<String>,
}

impl Call {
    fn new(name: &str, arguments: &[String]) -> Self {
        Self { name: name.to_owned(), arguments: arguments.to_vec() }
    }

    /// Whether one of these arguments is given.
    fn has(&self, wanted: &[&str]) -> bool {
        self.arguments.iter().any(|argument| wanted.contains(&argument.as_str()))
    }
}

/// Does what the program of this name does, and ends.
pub fn act(name: &str, arguments: &[String]) -> ! {
    let call = Call::new(name, arguments);
    let status = match name {
        "shop" => loop {
            sleep(Duration::from_hours(1));
        },
        "aws" => aws::aws(&call),
        "pnpm" | "pnpx" | "npm" | "npx" => node::package_manager(&call),
        "pm2" => pm2::pm2(&call),
        "systemctl" => systemd::systemctl(&call),
        "systemd-run" => systemd::systemd_run(&call),
        _ => others::other(&call),
    };
    exit(status)
}

/// Says why something fails, and with which status.
fn refuse(status: i32, reason: &str) -> i32 {
    eprintln!("{reason}");
    status
}

/// Lets so many seconds of the instance pass.
fn take(seconds: u32) {
    sleep(SECOND * seconds);
}

/// The current folder.
fn here() -> std::path::PathBuf {
    env::current_dir().unwrap_or_else(|_| "/gone".into())
}
