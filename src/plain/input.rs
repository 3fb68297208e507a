//! Lines from standard input. A thread reads them, since nothing else can wait for a pipe, a file and a terminal alike.

use std::io::{self, BufRead, Read};
use std::thread;

use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Lines read ahead; the rest waits where it comes from.
const AHEAD: usize = 16;
/// The longest line in bytes; a longer one counts as several.
const LONGEST: u64 = 64 * 1024;

/// The lines of standard input.
#[derive(Debug)]
pub struct Lines(Receiver<String>);

impl Lines {
    /// Begins to read.
    #[must_use]
    pub fn of_stdin() -> Self {
        let (sender, receiver) = channel(AHEAD);
        // Never joined: it may wait for a line that nobody types, and ends with the program.
        thread::spawn(move || read(io::stdin().lock(), &sender));
        Self(receiver)
    }

    /// The next line, without its end; none once there are no more.
    pub async fn next(&mut self) -> Option<String> {
        self.0.recv().await
    }
}

fn read(mut input: impl BufRead, lines: &Sender<String>) {
    let mut line = Vec::new();
    loop {
        line.clear();
        match input.by_ref().take(LONGEST).read_until(b'\n', &mut line) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Ok(0) | Err(_) => return,
            Ok(_) => {
                let text = String::from_utf8_lossy(&line);
                if lines.blocking_send(text.trim_end_matches(['\n', '\r']).to_owned()).is_err() {
                    return;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &[u8]) -> Vec<String> {
        let (sender, mut receiver) = channel(AHEAD);
        read(input, &sender);
        drop(sender);
        std::iter::from_fn(|| receiver.blocking_recv()).collect()
    }

    #[test]
    fn line_ends_of_every_kind_are_left_out_and_the_last_line_needs_none() {
        assert_eq!(lines(b"a\r\nb\n\nc"), ["a", "b", "", "c"]);
    }

    #[test]
    fn what_is_no_text_ends_nothing() {
        assert_eq!(lines(b"\xff\nnext\n"), ["\u{fffd}", "next"]);
    }

    #[test]
    fn an_endless_line_is_taken_in_parts() {
        let longest = usize::try_from(LONGEST).unwrap();
        let parts = lines(&vec![b'x'; longest + 1]);
        assert_eq!(parts.iter().map(String::len).collect::<Vec<_>>(), [longest, 1]);
    }
}
