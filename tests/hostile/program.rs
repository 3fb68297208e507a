//! The program, in a home of its own, with nothing but loopback to ask.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use tempfile::TempDir;

use ec_site_tutor_testing::hostile::acting;

const LIMIT: Duration = Duration::from_mins(2);
/// Nobody listens there.
const CLOSED: &str = "http://127.0.0.1:9";

/// A home, and how the program is run in it.
pub struct Home {
    folder: TempDir,
    variables: Vec<(OsString, OsString)>,
}

/// What came of a run.
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Home {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let own = [("HOME", folder.path().as_os_str()), ("XDG_STATE_HOME", folder.path().as_os_str())];
        let aws = [
            ("AWS_ENDPOINT_URL", CLOSED),
            ("AWS_ACCESS_KEY_ID", "test"),
            ("AWS_SECRET_ACCESS_KEY", "test"),
            ("AWS_REGION", "us-east-1"),
            ("AWS_EC2_METADATA_DISABLED", "true"),
        ];
        let aws = aws.map(|(name, value)| (name, OsStr::new(value)));
        let variables = own.into_iter().chain(aws).map(|(name, value)| (name.into(), value.to_owned())).collect();
        Self { folder, variables }
    }

    /// With a variable of the environment.
    pub fn with(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.variables.push((name.into(), value.as_ref().to_owned()));
        self
    }

    /// With a file, in folders that are made.
    pub fn with_file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let file = self.path(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, content).unwrap();
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Ran {
        self.run_with(arguments, b"")
    }

    /// Runs the program. Whatever it prints is harmless.
    pub fn run_with<S: AsRef<OsStr>>(&self, arguments: &[S], input: &[u8]) -> Ran {
        let shown: Vec<&OsStr> = arguments.iter().map(AsRef::as_ref).collect();
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_ec-site-tutor"));
        command.env_clear().envs(self.variables.iter().cloned()).current_dir(self.folder.path());
        let output = command.args(&shown).write_stdin(input).timeout(LIMIT).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_else(|_| panic!("{shown:?}: no text comes out"));
        let status = output.status.code().unwrap_or_else(|| panic!("{shown:?} is killed"));
        let ran = Ran { status, out: text(output.stdout), err: text(output.stderr) };
        for text in [&ran.out, &ran.err] {
            // A spreadsheet's mark and line ends belong to CSV.
            let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
            assert_eq!(acting(&text), None, "{shown:?}");
            assert!(!text.contains("panicked"), "{shown:?}: {text}");
        }
        ran
    }

    /// Runs what must be refused, in one line that says `what`.
    pub fn refused<S: AsRef<OsStr>>(&self, arguments: &[S], what: &str) -> Ran {
        let shown: Vec<&OsStr> = arguments.iter().map(AsRef::as_ref).collect();
        let ran = self.run(arguments);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{shown:?}: {}", ran.err);
        let first = ran.err.lines().next().unwrap_or_default();
        assert!(first.starts_with("ec-site-tutor: ") && first.contains(what), "{shown:?}: {}", ran.err);
        ran
    }
}
