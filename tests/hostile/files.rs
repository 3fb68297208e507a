//! The program's own files: settings and progress.

use super::program::Home;
use ec_site_tutor_testing::hostile::{HOSTILE, all};

const CONFIG: &str = ".config/ec-site-tutor/config.toml";
const PROGRESS: &str = "ec-site-tutor/123456789012-step4.json";
/// Whose progress stands in [`PROGRESS`].
const OWNER: &str = "123456789012";

/// A string for TOML and JSON alike.
fn quoted(text: &str) -> String {
    // TOML has no escape of two halves, and no other difference that matters here.
    serde_json::to_string(text).unwrap().replace('\u{7f}', "\\u007f")
}

#[test]
fn hostile_settings_are_told_with_their_place_or_harm_nobody() {
    let wrong = [
        "language = \"\u{1b}[31m\"",
        "language = \"en\"\n\"\\u001b[31m\" = 1",
        "profile = \"\u{1b}",
        "[values]\nprefix = \"a\\u202eb\"",
        "[prices]\ndate = \"\\u001b[2J\"",
    ];
    for source in wrong {
        Home::new().with_file(CONFIG, source).refused(&["check", "--demo"], "config.toml");
    }
    // A value of another lesson is told, and stops nothing.
    let ran = Home::new().with_file(CONFIG, "[values]\n\"a\\u202eb\" = \"c\"").run(&["check", "--demo"]);
    assert!(ran.err.contains("config.toml:2:1: ") && !ran.out.is_empty(), "{}", ran.err);
    for (name, text) in HOSTILE {
        let source = format!("profile = {0}\nregion = {0}\n[prices]\nsource = {0}\n", quoted(text));
        let home = Home::new().with_file(CONFIG, source);
        let ran = home.run(&["cost", "--demo"]);
        assert!(ran.status == 0 || ran.err.contains("config.toml"), "{name}: {}", ran.err);
    }
}

#[test]
fn bytes_that_are_no_text_are_told_with_their_place() {
    Home::new().with_file(CONFIG, b"profile = \"a\"\nregion = \"\xff\"\n").refused(&["status"], "config.toml:2:11: ");
    let progress = b"{\n \"version\": 1,\n \"account\": \"\xff\"}";
    let home = Home::new().with_file(PROGRESS, progress);
    home.refused(&["status"], "123456789012-step4.json:3:");
    assert_eq!(std::fs::read(home.path(PROGRESS)).unwrap(), progress, "it is left as it was");
}

#[test]
fn a_settings_file_of_ten_megabytes_is_read() {
    let source = format!("# {}\nprofile = \"{}\"\n", "x".repeat(5_000_000), "y".repeat(5_000_000));
    let ran = Home::new().with_file(CONFIG, source).run(&["status"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
}

#[test]
fn hostile_progress_harms_nobody() {
    for (name, text) in HOSTILE.iter().map(|(name, text)| (*name, (*text).to_owned())).chain([("all", all())]) {
        let at = "2026-01-01T00:00:00Z";
        let entry = serde_json::json!({ "text": text, "at": at });
        let progress = serde_json::json!({
            "version": 1, "account": OWNER, "lesson": "step4", "passed": { text.clone(): at },
            "answers": { format!("why/{text}"): entry }, "notes": { text.clone(): entry }, "values": {},
        });
        let home = Home::new().with_file(PROGRESS, progress.to_string());
        let ran = home.run(&["status"]);
        assert_eq!(ran.status, 0, "{name}: {}", ran.err);
        let ran = home.run(&["status", "--json"]);
        let told: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(told["accounts"][0]["account"], OWNER, "{name}");
    }
}

#[test]
fn progress_of_a_hostile_account_is_refused_under_a_name_of_another() {
    for (_, text) in HOSTILE {
        let progress =
            serde_json::json!({ "version": 1, "account": text, "lesson": "step4", "passed": {}, "values": {} });
        Home::new().with_file(PROGRESS, progress.to_string()).refused(&["status"], "123456789012-step4.json");
    }
}

#[test]
fn a_hostile_value_in_the_progress_is_refused() {
    let entry = serde_json::json!({ "text": "arn\u{1b}[31m", "at": "2026-01-01T00:00:00Z" });
    let progress = serde_json::json!({
        "version": 1, "account": "123456789012", "lesson": "step4", "passed": {}, "values": { "secret_arn": entry },
    });
    Home::new().with_file(PROGRESS, progress.to_string()).refused(&["snippet", "user-data"], "\\u{1b}");
}

#[test]
fn broken_progress_says_nothing_raw() {
    for (name, text) in HOSTILE {
        let progress = format!("{{\"version\":1,{}:1,", quoted(text));
        let ran = Home::new().with_file(PROGRESS, progress).run(&["status"]);
        assert_eq!(ran.status, 2, "{name}: {}", ran.err);
    }
}
