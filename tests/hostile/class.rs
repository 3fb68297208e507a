//! Rosters, and rows that were read elsewhere.

use std::fs;

use super::program::Home;
use ec_site_tutor_testing::hostile::{HOSTILE, all};

const SHAPES: [&str; 4] = ["--plain", "--json", "--csv", "--html"];

fn assert_no_markup(html: &str) {
    for foreign in ["<script", "<img", "<b>", "\"onx=", "<!--"] {
        assert!(!html.contains(foreign), "{foreign}");
    }
}

fn toml(text: &str) -> String {
    let quoted = serde_json::to_string(text).unwrap().replace('\u{7f}', "\\u007f");
    format!("[[learner]]\nname = {quoted}\nid = {quoted}\nregion = {quoted}\nevidence = {quoted}\n")
}

#[test]
fn hostile_rosters_harm_nobody_in_any_shape() {
    let learners: String = HOSTILE.iter().map(|(name, text)| toml(&format!("{name}{text}"))).collect();
    let cell = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let line = |(name, text): &(&str, &str)| {
        let cell = cell(&format!("{text}{name}"));
        format!("{cell},{cell},{cell},{cell}\r\n")
    };
    let table: String = HOSTILE.iter().map(line).collect();
    let table = format!("name,id,evidence,region\r\n{table}");
    let home = Home::new().with_file("a.toml", learners).with_file("b.csv", table);
    for roster in ["a.toml", "b.csv"] {
        for shape in SHAPES {
            let ran = home.run(&["class", roster, shape, "--lang", "ja"]);
            assert_eq!(ran.status, 1, "{roster} {shape}: {}", ran.err);
            if shape == "--html" {
                assert_no_markup(&ran.out);
            }
            // Everybody is there; the one in JSON and in lines on a line of their own.
            let lines = ran.out.lines().count();
            assert!(lines >= HOSTILE.len(), "{roster} {shape}: {lines} lines");
        }
    }
}

#[test]
fn a_roster_that_is_wrong_is_told_with_its_place() {
    let home = Home::new()
        .with_file("no-text.csv", b"name,id\nTanaka,1\nSat\xf3,2\n")
        .with_file("no-text.toml", b"[[learner]]\nname = \"\xff\"\n")
        .with_file("column.csv", format!("name,{}\nx,y\n", all().replace(['\n', ',', '"'], "")))
        .with_file("field.toml", "[[learner]]\n\"\\u001b[2J\" = 1\n");
    home.refused(&["class", "no-text.csv", "--plain"], "no-text.csv:3:4: ");
    home.refused(&["class", "no-text.toml", "--plain"], "no-text.toml:2:9: ");
    home.refused(&["class", "column.csv", "--plain"], "column.csv:1:");
    // One learner who is wrong doesn't keep the others from being shown.
    let ran = home.run(&["class", "field.toml", "--plain"]);
    assert!(ran.status == 1 && ran.out.contains("field.toml:2:1: "), "{}{}", ran.out, ran.err);
}

#[test]
fn hostile_rows_come_back_as_they_were() {
    let rows: String = HOSTILE.iter().map(|(name, text)| row(name, text).to_string() + "\n").collect();
    for shape in SHAPES {
        let ran = Home::new().run_with(&["class", "-", shape], rows.as_bytes());
        if shape == "--html" {
            assert_no_markup(&ran.out);
        }
        assert_eq!(ran.status, 0, "{shape}: {}", ran.err);
        if shape == "--json" {
            let told: Vec<serde_json::Value> =
                ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            let names: Vec<&str> = told.iter().map(|row| row["name"].as_str().unwrap()).collect();
            assert_eq!(names, HOSTILE.iter().map(|(_, text)| *text).collect::<Vec<_>>());
        }
    }
}

fn row(id: &str, text: &str) -> serde_json::Value {
    serde_json::json!({
        "schema": 1, "id": id, "name": text, "lesson": "step4", "account": text, "region": text,
        "read_at": "2026-01-01T00:00:00Z", "current": text, "since": null, "unread": null,
        "cause": { "id": text, "text": { "ja": text, "en": text } }, "steps": [{ "id": text, "status": "failed" }],
    })
}

#[test]
fn rows_that_are_no_text_or_no_json_leave_the_others() {
    let mut rows = row("a", "Tanaka").to_string().into_bytes();
    rows.extend(b"\n{\"schema\":1,\xff\x1b[2J\n{\"name\":\"\\ud800\"}\n");
    rows.extend(row("b", "Sato").to_string().bytes());
    let ran = Home::new().run_with(&["class", "-", "--plain"], &rows);
    assert!(ran.out.contains("Tanaka") && ran.out.contains("Sato"), "{}", ran.out);
    assert!(ran.err.contains("stdin:2:") && ran.err.contains("stdin:3:"), "{}", ran.err);
    assert_eq!(ran.status, 1);
}

/// A file in each shape, with the option that asks for it.
const FILES: [(&str, &str); 6] = [
    ("class.html", "--html"),
    ("class.csv", "--csv"),
    ("class.xlsx", "--xlsx"),
    ("class.json", "--json"),
    ("class.txt", "--plain"),
    ("grades.csv", "--gradebook"),
];

#[test]
fn each_shape_knows_its_own_older_file_and_no_other() {
    let home = Home::new();
    for (file, shape) in FILES {
        for language in ["ja", "en"] {
            let ran = home.run(&["--demo", "--lang", language, "class", shape, "-o", file]);
            assert_eq!(ran.status, 1, "{shape} {language}: {}", ran.err);
        }
    }
    for ((file, _), (_, shape)) in FILES.into_iter().zip(FILES.into_iter().cycle().skip(1)) {
        let kept = fs::read(home.path(file)).unwrap();
        let ran = home.run(&["--demo", "class", shape, "-o", file]);
        assert!(ran.err.contains(file), "{shape} over {file}: {}", ran.err);
        assert!(fs::read(home.path(file)).unwrap() == kept, "{shape} over {file}");
    }
    for foreign in ["{\"schema\":1,\"name\":\"mine\"}\n", "my notes\n", "PK\u{3}\u{4}"] {
        let home = Home::new().with_file("mine", foreign);
        for (_, shape) in FILES {
            home.run(&["--demo", "class", shape, "-o", "mine"]);
            assert_eq!(fs::read(home.path("mine")).unwrap(), foreign.as_bytes(), "{shape}");
        }
    }
}

#[test]
fn feedback_is_a_page_for_each_learner_and_spares_what_is_not_its_own() {
    let home = Home::new();
    for _ in 0..2 {
        let ran = home.run(&["--demo", "--lang", "ja", "class", "--plain", "--feedback", "pages"]);
        assert_eq!(ran.status, 1, "{}", ran.err);
    }
    assert_eq!(fs::read_dir(home.path("pages")).unwrap().count(), 30);
    let page = String::from_utf8(fs::read(home.path("pages/s003.html")).unwrap()).unwrap();
    assert!(page.contains("次にすること") && page.contains("高橋 結衣") && !page.contains("佐藤"), "{page}");
    let home = Home::new().with_file("pages/s002.html", "mine");
    let ran = home.run(&["--demo", "class", "--plain", "--feedback", "pages"]);
    assert!(ran.err.contains("s002.html"), "{}", ran.err);
    assert_eq!(
        (fs::read_dir(home.path("pages")).unwrap().count(), fs::read(home.path("pages/s002.html")).unwrap()),
        (1, b"mine".to_vec())
    );
}
