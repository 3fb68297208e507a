//! Python programs that start at once: a server has imported what takes a second of their start, and forks for each.

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use super::{Server, programs};

const SERVER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/python/fork_server.py");
const CLIENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/python/fork_client.py");

/// The folder of the server's socket and of its `aws`.
fn folder() -> &'static Path {
    static SHARED: OnceLock<Server> = OnceLock::new();
    // What is printed is UTF-8, as it is for the programs that are asked for.
    Path::new(&SHARED.get_or_init(|| Server::start(SERVER, &[("LC_ALL", "C.UTF-8")])).said)
}

/// Runs a script with boto3 imported.
pub fn script(file: &str) -> Command {
    let mut command = Command::new(programs().join("python"));
    command.arg("-IS").arg(CLIENT).arg(folder().join("socket")).arg(file);
    command
}

/// The `PATH` with an `aws` first that is the environment's own but for its start.
pub fn search_path() -> OsString {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder().to_owned()).chain(env::split_paths(&inherited));
    env::join_paths(folders).expect("a PATH made from a PATH")
}
