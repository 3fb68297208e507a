//! What cloud-init 22.2.2, Amazon Linux 2023's, makes of user data: which scripts run, in which order.
//!
//! Source: `cloudinit/user_data.py` and `cloudinit/handlers/` of <https://github.com/canonical/cloud-init/tree/22.2.2>.

mod cloud_config;
mod mime;
mod yaml;

use super::bash::Lines;

/// The most that compressed user data may become, in bytes.
const LARGEST: usize = 256 * 1024;

/// One thing that cloud-init does for user data.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it does.
    pub kind: PartKind,
    /// The script, or the text of the file.
    pub text: String,
    /// How the lines of the script are counted.
    pub lines: Lines,
    /// Whether the text is added to a file.
    pub append: bool,
}

/// What is done with a part.
#[derive(Clone, Debug, PartialEq)]
pub enum PartKind {
    /// It is run by bash with these options.
    Script {
        /// From its first line.
        options: Vec<String>,
    },
    /// It is written to a file.
    File {
        /// Where to.
        path: String,
        /// Whether the file may be executed.
        executable: bool,
    },
}

/// User data of which nothing is run, or nothing that can be followed.
#[derive(Clone, Debug, PartialEq)]
pub enum Unusable {
    /// Bytes that are no text.
    NotText,
    /// A script that was encoded once more.
    EncodedTwice,
    /// Nothing that cloud-init runs, by the beginning of its first line.
    NoShebang(String),
    /// A first line that the kernel or env refuses.
    Refused(String),
    /// A program of another language.
    OtherLanguage,
    /// A part of this kind can't be followed.
    Unfollowed(String),
}

/// Why a text isn't run by bash.
#[derive(Clone, Debug, PartialEq)]
pub enum FirstLine {
    /// It doesn't begin with `#!`.
    None,
    /// What stands there can't be run.
    Refused(String),
    /// Another program of the image.
    Other(String),
}

/// The options that bash gets from the first line of a script.
///
/// The kernel takes the first word as a path and hands all the rest to it as one argument (`execve(2)`); `env` looks for a program
/// whose name is that argument, unless `-S` splits it (GNU Coreutils manual, "env invocation").
pub fn interpreter(text: &str) -> Result<Vec<String>, FirstLine> {
    let line = text.lines().next().and_then(|line| line.strip_prefix("#!")).ok_or(FirstLine::None)?;
    let refused = || FirstLine::Refused(line.chars().take(40).collect());
    let line = line.trim_matches([' ', '\t']);
    let (path, argument) =
        line.split_once([' ', '\t']).map_or((line, ""), |(path, rest)| (path, rest.trim_matches([' ', '\t'])));
    let name = super::machine::name(path);
    let is_standard = matches!(super::machine::parent(path), "/bin" | "/usr/bin");
    if !is_standard || !path.starts_with('/') || !super::machine::has_program(name) {
        return Err(refused());
    }
    match name {
        "bash" => one_argument(argument).ok_or_else(refused),
        "sh" => Ok(posix().into_iter().chain(one_argument(argument).ok_or_else(refused)?).collect()),
        "env" => {
            let words: Vec<&str> = match argument.strip_prefix("-S") {
                Some(rest) => rest.split_whitespace().collect(),
                None => vec![argument],
            };
            match words.as_slice() {
                ["bash", options @ ..] => Ok(options.iter().map(|option| (*option).to_owned()).collect()),
                ["sh", options @ ..] => {
                    Ok(posix().into_iter().chain(options.iter().map(|option| (*option).to_owned())).collect())
                }
                [program, ..] if super::machine::has_program(program) => Err(FirstLine::Other((*program).to_owned())),
                _ => Err(refused()),
            }
        }
        other => Err(FirstLine::Other(other.to_owned())),
    }
}

/// What bash is told by being called `sh` (Bash manual, "Bash POSIX Mode").
fn posix() -> Vec<String> {
    vec!["-o".to_owned(), "posix".to_owned()]
}

/// One option with everything behind it; none where bash doesn't know it.
fn one_argument(argument: &str) -> Option<Vec<String>> {
    if argument.is_empty() {
        return Some(Vec::new());
    }
    let letters = argument.strip_prefix('-')?;
    if matches!(letters, "" | "-" | "-login" | "-posix" | "-norc" | "-noprofile") {
        return Some(Vec::new());
    }
    letters
        .bytes()
        .all(|byte| b"abefhklmnprtuvxilBCEHPT".contains(&byte))
        .then(|| vec![argument.replace(['l', 'i', 'r'], "")])
}

/// Everything that cloud-init does for user data, in its order.
///
/// # Errors
/// [`Unusable`] where it runs nothing, or something that can't be followed.
pub fn parts(bytes: &[u8]) -> Result<Vec<Part>, Unusable> {
    let unpacked = gunzipped(bytes);
    let bytes = unpacked.as_deref().unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| Unusable::NotText)?;
    if text.trim().is_empty() {
        return Err(Unusable::NotText);
    }
    let mut parts = Vec::new();
    collect(text, 1, &mut parts)?;
    if parts.iter().any(|part| matches!(part.kind, PartKind::Script { .. })) {
        return Ok(parts);
    }
    if super::decode(text).is_some_and(|inner| inner.trim_ascii_start().starts_with(b"#!")) {
        return Err(Unusable::EncodedTwice);
    }
    Err(Unusable::NoShebang(super::beginning(text)))
}

/// Adds the parts of a text by its first line (`cloudinit/handlers/__init__.py`, `INCLUSION_TYPES_MAP`).
fn collect(text: &str, line: usize, parts: &mut Vec<Part>) -> Result<(), Unusable> {
    if text.starts_with("#!") {
        return script(text, line, parts);
    }
    if let Some(rest) =
        text.strip_prefix("## template: jinja\n").or_else(|| text.strip_prefix("## template: jinja\r\n"))
    {
        if rest.contains("{{") || rest.contains("{%") {
            return Err(Unusable::Unfollowed("jinja".to_owned()));
        }
        return collect(rest, line + 1, parts);
    }
    if text.starts_with("#cloud-config") {
        return cloud_config::collect(text, line, parts);
    }
    if text.starts_with("#cloud-boothook") {
        let (_, rest) = text.split_once('\n').unwrap_or((text, ""));
        // What stands behind its first line is a script by itself.
        return if rest.starts_with("#!") { script(rest, line + 1, parts) } else { Ok(()) };
    }
    if text.starts_with("#include")
        || text.starts_with("#upstart-job")
        || text.starts_with("#part-handler")
        || text.starts_with("#cloud-config-archive")
    {
        return Err(Unusable::Unfollowed(text.lines().next().unwrap_or_default().to_owned()));
    }
    if mime::is_mime(text) {
        return mime::collect(text, line, parts);
    }
    Ok(())
}

/// Adds a script. Windows line ends become plain ones (`ShellScriptPartHandler`, `dos2unix`).
fn script(text: &str, line: usize, parts: &mut Vec<Part>) -> Result<(), Unusable> {
    let text = if text.lines().next().is_some() && text.contains("\r\n") {
        text.replace("\r\n", "\n")
    } else {
        text.to_owned()
    };
    match interpreter(&text) {
        Ok(options) => {
            parts.push(Part { kind: PartKind::Script { options }, text, lines: Lines::From(line), append: false });
            Ok(())
        }
        Err(FirstLine::None) => Ok(()),
        Err(FirstLine::Refused(line)) => Err(Unusable::Refused(line)),
        Err(FirstLine::Other(_)) => Err(Unusable::OtherLanguage),
    }
}

/// What gzip packed; none where it isn't gzip (RFC 1952).
pub fn gunzipped(bytes: &[u8]) -> Option<Vec<u8>> {
    let [0x1f, 0x8b, 8, flags, _, _, _, _, _, _, rest @ ..] = bytes else { return None };
    let mut rest = rest;
    if flags & 4 != 0 {
        let length = usize::from(*rest.first()?) + 256 * usize::from(*rest.get(1)?);
        rest = rest.get(2 + length..)?;
    }
    for flag in [8, 16] {
        if flags & flag != 0 {
            let end = rest.iter().position(|byte| *byte == 0)?;
            rest = &rest[end + 1..];
        }
    }
    if flags & 2 != 0 {
        rest = rest.get(2..)?;
    }
    miniz_oxide::inflate::decompress_to_vec_with_limit(rest, LARGEST).ok()
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("#!/bin/bash", Some(&[]); "bash")]
    #[test_case("#! /usr/bin/bash -xe", Some(&["-xe"]); "a blank and options")]
    #[test_case("#!/usr/bin/env bash", Some(&[]); "env")]
    #[test_case("#!/usr/bin/env -S bash -e", Some(&["-e"]); "env that splits")]
    #[test_case("#!/bin/bash -e -x", None; "two options are one argument")]
    #[test_case("#!/usr/bin/env bash -e", None; "env looks for a name with a blank")]
    #[test_case("#!bash", None; "no path")]
    #[test_case("#!/bin/zsh", None; "a shell that isn't there")]
    #[test_case("#!/usr/local/bin/bash", None; "another place")]
    #[test_case("#!/bin/bash\u{3000}", None; "a full-width blank")]
    fn first_lines(line: &str, options: Option<&[&str]>) {
        let expected = options.map(|options| options.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>());
        assert_eq!(interpreter(line).ok(), expected);
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        let packed = [
            0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 12, 0, 0xf3, 0xff, b'#', b'!', b'/', b'b', b'i', b'n', b'/', b'b',
            b'a', b's', b'h', b'\n',
        ];
        assert_eq!(gunzipped(&packed).as_deref(), Some(&b"#!/bin/bash\n"[..]));
    }
}
