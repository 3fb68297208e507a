//! A talk with the real program in plain mode, through pipes: nothing here is a terminal.

use std::io::{BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::program;

/// Far more than anything here takes, also on a busy machine.
const BOUND: Duration = Duration::from_mins(1);
/// How long one leaves the simulated account alone before looking at it again.
const PAUSE: Duration = Duration::from_millis(400);

/// The program, with its files below `home` and nothing else of the environment but `variables`.
pub fn plain_program(home: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Command {
    let mut command = Command::new(program());
    command.args(arguments).env_clear().current_dir(home);
    command.env("HOME", home).env("XDG_STATE_HOME", home.join("state")).env("XDG_CONFIG_HOME", home.join("config"));
    command.envs(variables.iter().copied());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The program while it runs; dropping it ends it.
pub struct Talk {
    child: Child,
    input: Option<ChildStdin>,
    output: Receiver<u8>,
    /// Everything said so far.
    pub transcript: String,
}

impl Talk {
    /// Starts the program; what it says first is in the transcript.
    pub fn start(home: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut child = plain_program(home, arguments, variables).spawn().expect("the program starts");
        let (sender, output) = channel();
        let stdout = BufReader::new(child.stdout.take().expect("a pipe"));
        thread::spawn(move || stdout.bytes().map_while(Result::ok).all(|byte| sender.send(byte).is_ok()));
        let input = child.stdin.take();
        let mut talk = Self { child, input, output, transcript: String::new() };
        talk.answer();
        talk
    }

    /// Types a line; what is said to it, up to the next prompt and with it.
    pub fn say(&mut self, line: &str) -> String {
        self.type_line(line);
        self.answer()
    }

    /// Types a line without waiting.
    pub fn type_line(&mut self, line: &str) {
        let input = self.input.as_mut().expect("still talking");
        writeln!(input, "{line}").expect("the program reads");
    }

    /// Leaves the program alone for a moment, in which it says nothing by itself.
    pub fn pause(&self) {
        assert_eq!(self.output.recv_timeout(PAUSE), Err(RecvTimeoutError::Timeout), "\n{}", self.transcript);
    }

    /// What is said until the next prompt.
    fn answer(&mut self) -> String {
        let mut bytes = Vec::new();
        while !bytes.ends_with(b" >\n") {
            match self.output.recv_timeout(BOUND) {
                Ok(byte) => bytes.push(byte),
                Err(error) => panic!("no prompt ({error}):\n{}{}", self.transcript, String::from_utf8_lossy(&bytes)),
            }
        }
        let said = String::from_utf8(bytes).expect("UTF-8");
        self.transcript.push_str(&said);
        said
    }

    /// Ends the input, and waits for the end of the program; what it said last is in the transcript.
    pub fn hang_up(&mut self) -> ExitStatus {
        self.input = None;
        self.ends()
    }

    /// Waits for the end of the program; what it said last is in the transcript.
    pub fn ends(&mut self) -> ExitStatus {
        let mut bytes = Vec::new();
        loop {
            match self.output.recv_timeout(BOUND) {
                Ok(byte) => bytes.push(byte),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("no end:\n{}", self.transcript),
            }
        }
        self.transcript.push_str(&String::from_utf8(bytes).expect("UTF-8"));
        self.child.wait().expect("a child")
    }

    /// Sends a signal by its name, to this child alone.
    pub fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", name, &id]).status().expect("kill is there").success());
    }
}

impl Drop for Talk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
