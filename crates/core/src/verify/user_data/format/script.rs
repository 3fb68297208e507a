//! Scripts, and who runs them by their first line.

use super::part::{Part, PartKind, Place, Unusable};
use crate::verify::user_data::lines::Lines;
use crate::verify::user_data::machine::{has_program, name, parent};

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
    let program = name(path);
    let is_standard = matches!(parent(path), "/bin" | "/usr/bin");
    if !is_standard || !path.starts_with('/') || !has_program(program) {
        return Err(refused());
    }
    match program {
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
                [other, ..] if has_program(other) => Err(FirstLine::Other((*other).to_owned())),
                _ => Err(refused()),
            }
        }
        other => Err(FirstLine::Other(other.to_owned())),
    }
}

/// What bash is told by being called `sh` (Bash manual, "Bash POSIX Mode").
pub(super) fn posix() -> Vec<String> {
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

/// Adds a script. Windows line ends become plain ones (`ShellScriptPartHandler`, `dos2unix`).
pub(super) fn script(text: &str, line: usize, parts: &mut Vec<Part>) -> Result<(), Unusable> {
    let text = if text.lines().next().is_some() && text.contains("\r\n") {
        text.replace("\r\n", "\n")
    } else {
        text.to_owned()
    };
    match interpreter(&text) {
        Ok(options) => {
            let place = Place::Script(format!("part-{:03}", parts.len() + 1));
            parts.push(Part {
                kind: PartKind::Script { options },
                text,
                lines: Lines::From(line),
                append: false,
                place,
            });
            Ok(())
        }
        Err(FirstLine::None) => Ok(()),
        Err(FirstLine::Refused(line)) => Err(Unusable::Refused(line)),
        Err(FirstLine::Other(_)) => Err(Unusable::OtherLanguage),
    }
}

/// Adds a script that is run as soon as it is read, without the line that says so and blanks behind it (`handlers/boot_hook.py`).
pub(super) fn boothook(text: &str, line: usize, parts: &mut Vec<Part>) -> Result<(), Unusable> {
    let rest = text.strip_prefix("#cloud-boothook").unwrap_or(text);
    let content = rest.trim_start();
    let skipped = text[..text.len() - content.len()].matches('\n').count();
    let before = parts.len();
    script(content, line + skipped, parts)?;
    for part in parts.iter_mut().skip(before) {
        part.place = Place::Boothook;
    }
    Ok(())
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
}
