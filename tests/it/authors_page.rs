//! The page for authors, performed: its files are written, its commands run, and they answer what it says.

use std::fs;
use std::path::Path;
use std::process::Command;

use test_case::test_case;

/// What a page asks for, in its order.
enum Deed {
    Write { file: String, text: String },
    Run { command: String, answer: String },
}

/// A code block with the line before it that isn't empty.
struct Block {
    before: String,
    kind: String,
    text: String,
}

fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut before = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(kind) = line.strip_prefix("```") {
            let inside: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push(Block { before: before.clone(), kind: kind.to_owned(), text: inside.join("\n") + "\n" });
        } else if !line.is_empty() {
            line.clone_into(&mut before);
        }
    }
    blocks
}

fn deeds(page: &str) -> Vec<Deed> {
    let mut deeds = Vec::new();
    let mut blocks = blocks(page).into_iter();
    while let Some(block) = blocks.next() {
        deeds.push(match block.kind.as_str() {
            "sh" => {
                let answer = blocks.next().filter(|answer| answer.kind == "text").expect("an answer to a command");
                Deed::Run { command: block.text.trim().to_owned(), answer: answer.text }
            }
            "text" => continue,
            _ => Deed::Write { file: block.before.trim_matches('`').to_owned(), text: block.text },
        });
    }
    deeds
}

fn run(folder: &Path, language: &str, command: &str) -> String {
    let arguments = command.strip_prefix("ec-site-tutor ").expect("a command of ours").split_whitespace();
    let mut program = Command::new(env!("CARGO_BIN_EXE_ec-site-tutor"));
    program.args(arguments).args(["--lang", language]).current_dir(folder);
    let state = folder.join("state");
    let output = program.env("XDG_STATE_HOME", &state).env("XDG_CONFIG_HOME", &state).output().unwrap();
    String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
}

#[test_case("docs/authors.md", "en"; "in English")]
#[test_case("docs/authors.ja.md", "ja"; "in Japanese")]
fn the_page_builds_a_lesson_from_nothing(page: &str, language: &str) {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut commands = 0;
    for deed in deeds(&text) {
        match deed {
            Deed::Write { file, text } => {
                let file = folder.path().join(file);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, text).unwrap();
            }
            Deed::Run { command, answer } => {
                commands += 1;
                assert_eq!(run(folder.path(), language, &command), answer, "{command}");
            }
        }
    }
    assert_eq!(commands, 4);
}
