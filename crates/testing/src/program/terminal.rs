//! The real program in a pseudo-terminal, with a terminal emulator behind it.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::num::NonZero;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::program;

/// Far more than anything here takes, also on a busy machine.
const BOUND: Duration = Duration::from_secs(30);

/// What the program has written so far.
struct Seen {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    ended: bool,
}

/// The program while it runs; dropping it ends it.
pub struct Terminal {
    /// The modes of the terminal before the program, among them whether it echoes.
    modes: String,
    child: Box<dyn Child + Send + Sync>,
    pair: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
}

impl Terminal {
    /// Starts the program in a window of this size, with its files below `home` and nothing else of the environment
    /// but `variables`.
    pub fn start(home: &Path, columns: u16, rows: u16, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::start_other(program(), home, columns, rows, arguments, variables)
    }

    /// As [`Terminal::start`], with another program.
    pub fn start_other(
        program: &Path,
        home: &Path,
        columns: u16,
        rows: u16,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        Self::run(command, home, columns, rows, variables)
    }

    /// Starts a shell with job control, for starting the program from it.
    pub fn shell(home: &Path, columns: u16, rows: u16) -> Self {
        let mut command = CommandBuilder::new("bash");
        command.args(["--norc", "--noprofile", "-i"]);
        Self::run(command, home, columns, rows, &[("PS1", "shell> "), ("PATH", "/usr/bin:/bin")])
    }

    fn run(mut command: CommandBuilder, home: &Path, columns: u16, rows: u16, variables: &[(&str, &str)]) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("HOME", home);
        command.env("XDG_STATE_HOME", home.join("state"));
        command.env("XDG_CONFIG_HOME", home.join("config"));
        command.cwd(home);
        for (name, value) in variables {
            command.env(name, value);
        }
        let modes = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let mut output = pair.master.try_clone_reader().expect("a reader");
        let keyboard = pair.master.take_writer().expect("a writer");
        let parser = vt100::Parser::new(cells(rows), cells(columns), 0);
        let seen = Arc::new((Mutex::new(Seen { parser, bytes: Vec::new(), ended: false }), Condvar::new()));
        let writer = Arc::clone(&seen);
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            loop {
                let count = output.read(&mut buffer).unwrap_or(0);
                let mut seen = writer.0.lock().unwrap();
                seen.parser.process(&buffer[..count]);
                seen.bytes.extend_from_slice(&buffer[..count]);
                seen.ended = count == 0;
                writer.1.notify_all();
                if seen.ended {
                    return;
                }
            }
        });
        Self { modes, child, pair: pair.master, keyboard, seen }
    }

    /// As [`Terminal::start`], for a home without progress: past the welcome.
    pub fn begin(home: &Path, columns: u16, rows: u16, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut terminal = Self::start(home, columns, rows, arguments, variables);
        terminal.shows(&["20", "Enter"]);
        terminal.press("\r");
        terminal
    }

    /// Types keys as a terminal sends them.
    pub fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the program reads");
        self.keyboard.flush().expect("the program reads");
    }

    /// Waits until every one of `texts` stands on the screen at once, wherever its lines break.
    pub fn shows(&self, texts: &[&str]) {
        self.until(&format!("{texts:?}"), |screen| texts.iter().all(|text| screen.contains(&squeeze(text))));
    }

    /// Waits until one of `texts` stands on the screen.
    pub fn shows_one(&self, texts: &[&str]) {
        self.until(&format!("one of {texts:?}"), |screen| texts.iter().any(|text| screen.contains(&squeeze(text))));
    }

    /// Waits until `is_there` holds of the text on the screen, without its white space; `what` it is, for the report.
    pub fn until(&self, what: &str, is_there: impl Fn(&str) -> bool) {
        self.wait(what, |seen| is_there(&squeeze(&seen.parser.screen().contents())));
    }

    /// Waits until the whole window is in use, down to the keys in its last line.
    pub fn has_keys_in_the_last_line(&self) {
        self.wait("the keys in the last line", |seen| {
            let screen = seen.parser.screen();
            let (_, columns) = screen.size();
            screen.rows(0, columns.get()).last().is_some_and(|line| line.contains("q quit"))
        });
    }

    /// Changes the window.
    pub fn resize(&self, columns: u16, rows: u16) {
        self.seen.0.lock().unwrap().parser.screen_mut().set_size(cells(rows), cells(columns));
        self.pair.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).expect("a new size");
    }

    /// Waits for the end and returns the exit status; the terminal must be as it was before.
    pub fn ends(&mut self) -> u32 {
        let deadline = Instant::now() + BOUND;
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                break status;
            }
            assert!(Instant::now() < deadline, "the program doesn't end:\n{}", self.screen());
            std::thread::yield_now();
        };
        self.wait("the terminal given back", |seen| {
            let screen = seen.parser.screen();
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        });
        assert_eq!(modes(&*self.pair), self.modes);
        status.exit_code()
    }

    /// The id of the program's process.
    pub fn id(&self) -> u32 {
        self.child.process_id().expect("a running child")
    }

    /// Sends a signal by its name, to this child alone.
    pub fn signal(&self, name: &str) {
        send(name, &self.id().to_string());
    }

    /// Waits until the terminal is the shell's: lines, echo, and its own screen.
    pub fn is_given_back(&self) {
        self.wait("the shell's own screen", |seen| {
            let screen = seen.parser.screen();
            !screen.alternate_screen() && !screen.hide_cursor()
        });
    }

    /// Everything that the program has written.
    pub fn bytes(&self) -> Vec<u8> {
        self.seen.0.lock().unwrap().bytes.clone()
    }

    /// The text of the cells that are shown reversed.
    pub fn reversed(&self) -> String {
        let seen = self.seen.0.lock().unwrap();
        let screen = seen.parser.screen();
        let (rows, columns) = screen.size();
        let all = (0..rows.get()).flat_map(|row| (0..columns.get()).filter_map(move |column| screen.cell(row, column)));
        all.filter(|cell| cell.inverse()).map(vt100::Cell::contents).collect()
    }

    /// What stands on the screen, where lines that the terminal broke by itself are one.
    pub fn unwrapped(&self) -> String {
        let seen = self.seen.0.lock().unwrap();
        let screen = seen.parser.screen();
        let (_, columns) = screen.size();
        let rows = screen.rows(0, columns.get()).enumerate();
        rows.map(|(row, text)| {
            let goes_on = screen.row_wrapped(u16::try_from(row).unwrap());
            if goes_on { text } else { text + "\n" }
        })
        .collect()
    }

    /// What stands on the screen.
    pub fn screen(&self) -> String {
        self.seen.0.lock().unwrap().parser.screen().contents()
    }

    fn wait(&self, what: &str, is_there: impl Fn(&Seen) -> bool) {
        let (lock, changed) = &*self.seen;
        let seen = lock.lock().unwrap();
        let (seen, timeout) = changed.wait_timeout_while(seen, BOUND, |seen| !is_there(seen) && !seen.ended).unwrap();
        let (happened, screen) = (is_there(&seen), seen.parser.screen().contents());
        drop(seen);
        assert!(happened, "{what}: not seen ({timeout:?})\n{screen}");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Sends a signal by its name to a process.
pub fn send(name: &str, id: &str) {
    let sent = std::process::Command::new("kill").args(["-s", name, id]).status();
    assert!(sent.expect("kill is there").success());
}

/// How the terminal treats what is typed and written, as text to compare.
fn modes(terminal: &dyn MasterPty) -> String {
    format!("{:?}", terminal.get_termios().expect("a terminal has modes"))
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a window of at least one cell")
}

/// The address of a server on this machine that takes connections and never answers.
pub fn silent_server() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    (listener, url)
}
