//! Faults of a lesson pack: each is named with its file and line, and ends with status 2 before anything is read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use test_case::test_case;

/// A copy of the built-in pack with one replacement in one file.
fn pack_with(file: &str, from: &str, to: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons/step4"), folder.path());
    let file = folder.path().join(file);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(from), "{from} is not in {}", file.display());
    fs::write(file, text.replacen(from, to, 1)).unwrap();
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn run(arguments: &[&str]) -> (i32, String) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_ec-site-tutor")).args(arguments).args(["--lang", "en"]).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), said)
}

#[test_case("lesson.toml", "id = \"vpc\"\n", "id = \"vpc\"\ncolour = 1\n", ":122:1: there is no field colour here; possible are id, required, kind, why"; "unknown field")]
#[test_case("lesson.toml", "kind.vpc =", "kind.vpcs =", ":123:6: there is nothing named vpcs to choose here; did you mean vpc?"; "unknown check kind")]
#[test_case("lesson.toml", "zones = 2", "zones = \"two\"", ":131:50: a whole number must stand here"; "wrong parameter")]
#[test_case("lesson.toml", "\"{{alb_sg}}\"", "\"{{typo}}\"", ":57:9: there is no value named typo; possible are alb, alb_sg"; "unresolved value of a resource")]
#[test_case("lesson.toml", "format = 1", "format = 2", ":3:10: the pack has format 2"; "another format")]
#[test_case("lesson.toml", "id = \"1-2\"", "id = \"1-1\"", "the step 1-1 stands twice"; "a step twice")]
#[test_case("lesson.toml", "{ ja = \"はじめる前に\", en = ", "{ en = ", ":109:9: the field ja is missing"; "missing translation of a title")]
#[test_case("ja/1-1.md", "{{alb_sg}}", "{{alb_s}}", "1-1.md:"; "unresolved value in prose")]
#[test_case("en/1-1.md", "{{> 1-1-cli.sh}}", "{{> 1-1-cl.sh}}", "there is no snippet named 1-1-cl.sh; did you mean 1-1-cli.sh?"; "unknown snippet")]
#[test_case("snippets/5-1-cli.sh", "@ja ", "@jp ", "5-1-cli.sh: the Japanese and the English snippet differ"; "a snippet in one language alone")]
#[test_case("exercises/diagram.toml", "right = true", "correct = true", "there is no field correct here; possible are id, text, right, because"; "a field that exercises don't have")]
#[test_case("exercises/diagram.toml", "right = true", "right = false", "at least one of them right"; "a task without a right answer")]
#[test_case("lesson.toml", "exercise = \"why.toml\"", "", "lesson.toml:574:6: step why asks for its exercise"; "an exercise that isn't there")]
#[test_case("lesson.toml", "checks = [\"image-source\", \"image\"]", "checks = [\"imago\"]", "step practice hands in a check imago"; "an item without its check")]
#[test_case("en/1-2.md", "## Goal", "<h2>Goal</h2>", ":1:1: lessons can't use HTML"; "markdown that lessons may not use")]
#[test_case("en/diagram.md", "```words", "```", ":20:1: a picture must be followed by its words"; "a picture without words")]
fn a_fault_is_named_with_its_place(file: &str, from: &str, to: &str, expected: &str) {
    let pack = pack_with(file, from, to);
    let folder = pack.path().to_str().unwrap();
    for arguments in [vec!["lint", folder], vec!["check", "--demo", "--lesson", folder]] {
        let (status, said) = run(&arguments);
        assert_eq!(status, 2, "{said}");
        assert!(said.contains(expected) && said.contains(folder), "{expected} is not in {said}");
        assert!(said.contains(file), "{file} is not in {said}");
    }
}

#[test]
fn every_file_with_a_fault_is_named_in_the_language_that_was_asked_for() {
    let pack = pack_with("ja/1-1.md", "{{alb_sg}}", "{{alb_gs}}");
    let english = pack.path().join("en/1-2.md");
    fs::write(&english, fs::read_to_string(&english).unwrap() + "\n<b>bold</b>\n").unwrap();
    fs::write(pack.path().join("exercises/why.toml"), "tasks = 1\n").unwrap();
    let (status, said) = run(&["lint", pack.path().to_str().unwrap()]);
    assert_eq!((status, said.lines().count()), (2, 3), "{said}");
    for fault in
        ["ja/1-1.md:", "did you mean alb_sg?", "en/1-2.md:56:1: lessons can't use HTML", "why.toml:1:9: a list"]
    {
        assert!(said.contains(fault), "{fault} is not in {said}");
    }
    let binary = env!("CARGO_BIN_EXE_ec-site-tutor");
    let output = Command::new(binary).args(["--lang", "ja", "lint", pack.path().to_str().unwrap()]).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    for fault in ["alb_gs という値はありません。alb_sg のことですか?", "why.toml:1:9: ここには配列を書いてください"]
    {
        assert!(said.contains(fault), "{fault} is not in {said}");
    }
}

#[test]
fn a_missing_translation_is_named_by_its_file() {
    let pack = pack_with("ja/2-3.md", "", "");
    fs::remove_file(pack.path().join("ja/2-3.md")).unwrap();
    let (status, said) = run(&["lint", pack.path().to_str().unwrap()]);
    assert_eq!(status, 2);
    assert!(said.contains("ja/2-3.md: the file is missing"), "{said}");
}

#[test_case("exercises/why.toml", "Anything with", "Anything \u{2192} with"; "in an exercise")]
#[test_case("en/1-2.md", "## Goal", "## Goal \u{25a0}"; "in a text")]
fn a_character_of_two_widths_is_named(file: &str, from: &str, to: &str) {
    let pack = pack_with(file, from, to);
    let (status, said) = run(&["lint", pack.path().to_str().unwrap()]);
    assert_eq!(status, 2, "{said}");
    assert!(said.contains(file) && said.contains("takes one cell in some terminals"), "{said}");
}

#[test]
fn the_built_in_pack_is_sound_and_a_copy_of_it_works_from_a_folder() {
    assert_eq!(run(&["lint"]).0, 0, "{}", run(&["lint"]).1);
    let pack = pack_with("lesson.toml", "step4", "step4");
    let (status, said) = run(&["check", "--demo", "preflight", "--lesson", pack.path().to_str().unwrap()]);
    assert_eq!(status, 0, "{said}");
}

/// What texts tell learners to run must exist.
#[test]
fn every_command_of_ours_that_a_text_names_exists() {
    let known = run(&["--help"]).1;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["lessons/step4/ja", "lessons/step4/en", "lessons/step4/snippets", "locales/ja", "locales/en", "docs"]
    {
        for file in
            fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file())
        {
            let text = fs::read_to_string(&file).unwrap();
            for after in text.split("ec-site-tutor ").skip(1) {
                let command: String = after.chars().take_while(char::is_ascii_lowercase).collect();
                let is_listed = known.lines().any(|line| line.split_whitespace().next() == Some(&command));
                assert!(command.is_empty() || is_listed, "{}: ec-site-tutor {command}", file.display());
            }
        }
    }
}

#[test]
fn every_option_that_the_documents_name_exists() {
    let commands = [
        "--demo", "check", "class", "cleanup", "cost", "doctor", "drill", "evidence", "lesson", "lint", "map",
        "policy", "snippet", "test",
    ];
    let help: String = commands.iter().map(|command| run(&[command, "--help"]).1).collect();
    let known: Vec<&str> = help.split(|c: char| c.is_whitespace() || c == ',').collect();
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    // What first boots rest on is told of other programs alone.
    let of_ours = |path: &PathBuf| path.is_file() && !path.ends_with("first-boot.md");
    for file in fs::read_dir(docs).unwrap().map(|entry| entry.unwrap().path()).filter(of_ours) {
        let text = fs::read_to_string(&file).unwrap();
        // Commands of other programs have options of their own.
        let others = ["aws ", "cargo ", "env ", "mount "];
        let is_ours = |code: &&str| !others.iter().any(|other| code.starts_with(other));
        // In a table of what is said the AWS CLI's line stands without quotes.
        let whole_lines = text.replace("\\\n", "").replace("--format process", "");
        let text: String = whole_lines.split(['`', '\n']).filter(is_ours).map(|part| part.to_owned() + "\n").collect();
        for word in text.split(|c: char| !(c.is_ascii_lowercase() || c == '-')).filter(|word| word.starts_with("--")) {
            assert!(word.trim_matches('-').is_empty() || known.contains(&word), "{}: {word}", file.display());
        }
    }
}
