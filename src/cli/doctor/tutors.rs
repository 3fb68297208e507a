//! Other tutors of the same user that run now.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use clap::Parser;

use crate::cli::args::Args;

/// Where Linux shows processes; other systems have none.
const PROCESSES: &str = "/proc";
const PROGRAM: &str = "ec-site-tutor";

/// Their processes; none where the system doesn't show any.
pub fn gather() -> Option<Vec<u32>> {
    let own = fs::metadata(Path::new(PROCESSES).join("self")).ok()?.uid();
    let mut found: Vec<u32> = fs::read_dir(PROCESSES)
        .ok()?
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let process = entry.file_name().to_str()?.parse().ok()?;
            let is_ours = entry.metadata().ok()?.uid() == own && process != std::process::id();
            let line = is_ours.then(|| fs::read(entry.path().join("cmdline")).ok()).flatten()?;
            is_tutor(&String::from_utf8_lossy(&line)).then_some(process)
        })
        .collect();
    found.sort_unstable();
    Some(found)
}

/// Whether a command line, its words ended by zeros, is that of the tutor and not of another command of this program.
fn is_tutor(line: &str) -> bool {
    let words: Vec<&str> = line.split_terminator('\0').collect();
    let is_program = words.first().is_some_and(|word| Path::new(word).file_name().is_some_and(|name| name == PROGRAM));
    is_program && Args::try_parse_from(words).is_ok_and(|args| args.command.is_none())
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::is_tutor;

    #[test_case("ec-site-tutor\0", true; "the tutor")]
    #[test_case("/usr/bin/ec-site-tutor\0--lang\0ja\0--demo\0", true; "with options")]
    #[test_case("ec-site-tutor\0check\0--watch\0", false; "another command")]
    #[test_case("ec-site-tutor\0--profile\0check\0", true; "a profile of that name")]
    #[test_case("less\0ec-site-tutor\0", false; "another program")]
    #[test_case("", false; "a thread of the kernel")]
    fn tutors(line: &str, expected: bool) {
        assert_eq!(is_tutor(line), expected);
    }
}
