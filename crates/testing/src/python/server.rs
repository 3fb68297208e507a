//! A Python program that serves this process and ends with it.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::programs;

/// A cold start on a busy machine takes a few seconds.
const START_LIMIT: Duration = Duration::from_mins(1);

/// The program while it runs.
pub struct Server {
    /// The line that it printed once it served.
    pub said: String,
    /// Its standard input is a pipe from here, and it ends with that pipe: with this process, however that ends.
    _child: Child,
}

impl Server {
    /// Starts a script that prints a line once it serves, with nothing of the environment but `variables`.
    pub fn start(script: &str, variables: &[(&str, &str)]) -> Self {
        let mut child = Command::new(programs().join("python"))
            .arg(script)
            .env_clear()
            .envs(variables.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the environment's python starts");
        let output = child.stdout.take().expect("standard output is a pipe");
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            let mut line = String::new();
            // An error leaves the line empty, which the receiver reports.
            let _ = BufReader::new(output).read_line(&mut line);
            let _ = sender.send(line);
        });
        let line = lines.recv_timeout(START_LIMIT).unwrap_or_default();
        let Some(said) = line.strip_suffix('\n') else {
            let _ = child.kill().and_then(|()| child.wait());
            panic!("{script} did not start within {START_LIMIT:?}; its messages are above");
        };
        Self { said: said.to_owned(), _child: child }
    }
}
