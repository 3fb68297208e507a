//! Lesson packs: what can't be seen is refused with its place; everything else is text.

use std::fs;
use std::path::Path;

use super::program::Home;
use ec_site_tutor_testing::hostile::{HOSTILE, acting};

const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/lessons/step4");

/// A home with a copy of the lesson's own pack.
fn home() -> Home {
    let home = Home::new();
    copy(Path::new(PACK), &home.path("pack"));
    home
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Puts something behind the first line of a file of the pack.
fn put(home: &Home, file: &str, what: &[u8]) {
    let path = home.path("pack").join(file);
    let content = fs::read(&path).unwrap();
    let end = content.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    fs::write(path, [&content[..end], what, b"\n", &content[end..]].concat()).unwrap();
}

const FILES: [&str; 7] = [
    "lesson.toml",
    "ja/1-1.md",
    "en/4-5.md",
    "ja/1-1.hints.md",
    "exercises/why.toml",
    "snippets/user-data.sh",
    "prices.toml",
];

#[test]
fn what_can_not_be_seen_is_refused_with_file_and_line_wherever_it_stands() {
    for file in FILES {
        for what in ["# \u{1b}[2J", "# a\u{202e}b", "# a\u{200b}b"] {
            let home = home();
            put(&home, file, what.as_bytes());
            home.refused(&["--lesson", "pack", "check", "--demo"], &format!("{file}:2:"));
            let ran = home.run(&["lint", "pack"]);
            assert!(ran.status == 2 && ran.out.contains(&format!("{file}:2:")), "{file}: {}", ran.out);
        }
        let home = home();
        put(&home, file, b"# \xff");
        home.refused(&["--lesson", "pack", "status"], &format!("{file}:2:3: "));
    }
}

#[test]
fn an_escape_in_a_manifest_is_refused_with_its_place() {
    let home = home();
    let file = home.path("pack/lesson.toml");
    let manifest = fs::read_to_string(&file).unwrap();
    let title = manifest.find("title = { ja = \"").unwrap() + "title = { ja = \"".len();
    fs::write(&file, format!("{}\\u001b[31m{}", &manifest[..title], &manifest[title..])).unwrap();
    home.refused(&["--lesson", "pack", "check", "--demo"], "lesson.toml:");
}

#[test]
fn titles_that_can_be_seen_are_text_everywhere() {
    let home = home();
    let file = home.path("pack/lesson.toml");
    let seen: Vec<&str> = HOSTILE
        .iter()
        .map(|(_, text)| *text)
        .filter(|text| acting(text).is_none() && !text.contains(['\n', '{', '\u{489}']))
        .collect();
    let title = seen.join(" ").replace('\\', "\\\\").replace('"', "\\\"");
    let put = |line: &str| {
        let is_title = line.trim_start().starts_with("title = {");
        if is_title { format!("title = {{ ja = \"題{title}\", en = \"{title}\" }}\n") } else { format!("{line}\n") }
    };
    let manifest: String = fs::read_to_string(&file).unwrap().lines().map(put).collect();
    fs::write(&file, manifest).unwrap();
    let all = ["check", "explain", "status", "map", "cost", "cleanup"].map(|command| vec![command, "--demo"]);
    let others =
        [vec!["check", "--demo", "--json"], vec!["evidence", "--demo", "-o", "-"], vec!["class", "--demo", "--html"]];
    for arguments in all.into_iter().chain(others) {
        let ran = home.run(&[&["--lesson", "pack", "--lang", "ja"], &arguments[..]].concat());
        assert!(ran.status != 2, "{arguments:?}: {}", ran.err);
        if ran.out.starts_with("<!doctype") {
            assert!(
                !ran.out.contains("<script") && !ran.out.contains("<img") && !ran.out.contains("<b>"),
                "{arguments:?}"
            );
            assert!(ran.out.contains("&lt;script&gt;alert(1)"), "{arguments:?}: the title isn't there");
        }
    }
}

#[test]
fn a_text_of_ten_megabytes_is_read() {
    let home = home();
    put(&home, "en/1-1.md", "\nword ".repeat(1_000_000).as_bytes());
    put(&home, "snippets/user-data.sh", "# word\n".repeat(100_000).as_bytes());
    let ran = home.run(&["--lesson", "pack", "status"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
}
