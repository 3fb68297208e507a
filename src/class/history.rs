//! The file in which the rows of a class are kept, a line each. It only grows; a line that a kill tore is left out.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::timeline::{Timeline, TimelineEvent};
use crate::files::{make_private, open_private};

/// An open history.
#[derive(Debug)]
pub struct History {
    file: File,
}

impl History {
    /// The file for a roster, in `folder`.
    #[must_use]
    pub fn file(folder: &Path, roster: &Path, lesson: &str) -> PathBuf {
        let stem = roster.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let whole = fs::canonicalize(roster).unwrap_or_else(|_| roster.to_owned());
        let mark = fnv(whole.as_os_str().as_encoded_bytes());
        folder.join(format!("class-{}-{}-{mark:016x}.jsonl", safe(stem), safe(lesson)))
    }

    /// Opens `file`, making it where it is missing, and gives what it tells.
    ///
    /// # Errors
    /// The file system refuses.
    pub fn open(file: &Path) -> io::Result<(Self, Timeline)> {
        if let Some(folder) = file.parent() {
            make_private(folder)?;
        }
        let mut file = open_private(file)?;
        let timeline = recall(BufReader::new(&file))?;
        end_torn_line(&mut file)?;
        Ok((Self { file }, timeline))
    }

    /// Keeps a line.
    ///
    /// # Errors
    /// The file system refuses.
    pub fn keep(&mut self, event: &TimelineEvent) -> io::Result<()> {
        let mut line = serde_json::to_vec(event)?;
        line.push(b'\n');
        // At once, so that the lines of two programs don't mix.
        self.file.write_all(&line)
    }
}

/// Lines that can't be understood are torn ones, or those of a later version.
fn recall(mut lines: impl BufRead) -> io::Result<Timeline> {
    let mut timeline = Timeline::default();
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line)? > 0 {
        if let Ok(event) = serde_json::from_slice::<TimelineEvent>(&line) {
            timeline.recall(event);
        }
        line.clear();
    }
    Ok(timeline)
}

/// Puts a line end behind a line that has none, so that the next one is whole.
fn end_torn_line(file: &mut File) -> io::Result<()> {
    if file.seek(SeekFrom::End(0))? == 0 {
        return Ok(());
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    if last == *b"\n" { Ok(()) } else { file.write_all(b"\n") }
}

/// A part of a file name that can't leave the folder.
fn safe(part: &str) -> String {
    let safe = |character: char| if character.is_ascii_alphanumeric() || character == '-' { character } else { '_' };
    part.chars().take(40).map(safe).collect()
}

/// Tells rosters of one name apart: <http://www.isthe.com/chongo/tech/comp/fnv/>.
pub fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use jiff::Timestamp;

    use super::*;
    use crate::class::row::{Row, StepMark};
    use crate::verify::Status;

    fn row(second: i64) -> Row {
        let marks = vec![StepMark { id: "1-1".into(), status: Status::Failed }];
        Row::of_marks("太郎", "step4", Timestamp::from_second(second).unwrap(), marks, None)
    }

    fn keep(file: &Path, second: i64) -> Row {
        let (mut history, mut timeline) = History::open(file).unwrap();
        let mut row = row(second);
        let event = timeline.note(&mut row);
        history.keep(&event).unwrap();
        row
    }

    #[test]
    fn nobody_else_may_read_what_is_kept_of_learners() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("state/class.jsonl");
        keep(&file, 100);
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(file.parent().unwrap()), mode(&file)), (0o700, 0o600));
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        keep(&file, 200);
        assert_eq!(mode(&file), 0o600, "what an older version left is mended");
    }

    #[test]
    fn the_past_is_known_to_the_next_program() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/class.jsonl");
        keep(&file, 100);
        keep(&file, 200);
        assert_eq!(keep(&file, 300).since, Some(Timestamp::from_second(100).unwrap()));
        let (_, timeline) = History::open(&file).unwrap();
        assert_eq!(timeline.last("太郎").unwrap().read_at, Timestamp::from_second(300).unwrap());
    }

    #[test]
    fn a_line_torn_at_any_byte_costs_that_line_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("class.jsonl");
        keep(&file, 100);
        let first = fs::read(&file).unwrap();
        let second = [first.as_slice(), &serde_json::to_vec(&TimelineEvent::Row(Box::new(row(200)))).unwrap()].concat();
        for end in first.len()..second.len() {
            fs::write(&file, &second[..end]).unwrap();
            assert_eq!(keep(&file, 300).since, Some(Timestamp::from_second(100).unwrap()), "torn at {end}");
            assert_eq!(History::open(&file).unwrap().1.last("太郎").unwrap().read_at.as_second(), 300);
        }
    }

    #[test]
    fn rosters_of_one_name_have_histories_of_their_own() {
        let folder = Path::new("/state");
        let one = History::file(folder, Path::new("/a/../../x.toml"), "../l");
        let two = History::file(folder, Path::new("/b/x.toml"), "../l");
        assert_ne!(one, two);
        assert_eq!(one.parent(), Some(folder));
    }
}
