//! Forgeries that an instructor may be handed, each tried on the class as a whole: nobody is lost, nobody is taken for
//! another, and nothing that was made up counts as plainly done.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, LazyLock};

use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;
use test_case::test_case;

use super::accounts::Accounts;
use super::copies::compare;
use super::demo::DemoClass;
use super::reading::Reads as _;
use super::roster::{Format, Roster};
use super::row::{Row, Standing};
use crate::account::demo::SimulatedAccount;
use crate::account::{Area, Snapshot};
use crate::evidence::{Evidence, Material, Numbers, gather, write};
use crate::i18n::{Language, Localizer};
use crate::lesson::{Lesson, Pack, load};
use crate::progress::Progress;
use crate::report::Report;

static LESSON: LazyLock<Arc<Lesson>> = LazyLock::new(|| Arc::new(load(&Pack::Embedded, &BTreeMap::new()).unwrap()));
static ACCOUNTS: LazyLock<Accounts> =
    LazyLock::new(|| Accounts::demo(Pack::Embedded, Arc::clone(&LESSON), DemoClass::default()));
const FINISHED: &str = include_str!("../../crates/core/tests/scenarios/base/finished.json");
const OWN: &str = "418602573914";
const OTHER: &str = "222233334444";

fn now() -> Timestamp {
    "2026-05-20T12:00:00Z".parse().unwrap()
}

/// The page of somebody who has done everything, and confirmed it unless that is not wished.
fn evidence_of(snapshot: Snapshot, confirms: bool) -> Evidence {
    let mut record = Progress::new(OWN, "step4");
    for step in &LESSON.steps {
        for check in step.checks.iter().filter(|_| confirms) {
            record.attest(&step.id, &check.id, true, now());
        }
    }
    let material = Material {
        lesson: &LESSON,
        record,
        snapshot,
        values: BTreeMap::new(),
        language: Language::Ja,
        utc_offset: 0,
        now: now(),
        simulated: false,
        numbers: Numbers::Whole,
    };
    gather(material).unwrap()
}

fn finished() -> Evidence {
    evidence_of(serde_json::from_str(FINISHED).unwrap(), true)
}

/// What the page has to claim after it was changed.
fn claim(evidence: &mut Evidence) -> String {
    let theirs = evidence.lesson_of(&Pack::Embedded).unwrap();
    let report: Report = evidence.evaluate(&theirs);
    for (claimed, step) in evidence.steps.iter_mut().zip(&report.steps) {
        claimed.status = step.status;
        for (claimed, check) in claimed.checks.iter_mut().zip(&step.checks) {
            claimed.status = check.verdict.status;
        }
    }
    write(&theirs, evidence).unwrap()
}

/// A class of handed-in files.
struct Class {
    folder: TempDir,
    roster: String,
}

impl Class {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), roster: "name,id,evidence,account\n".to_owned() }
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    fn with(mut self, id: &str, file: &str, page: &str) -> Self {
        fs::create_dir_all(self.path(file).parent().unwrap()).unwrap();
        fs::write(self.path(file), page).unwrap();
        self.roster.extend([id, ",", id, ",", file, ",\n"]);
        self
    }

    fn line(mut self, line: &str) -> Self {
        self.roster.extend([line, "\n"]);
        self
    }

    fn rows(&self) -> Vec<Row> {
        let roster = Roster::parse("class.csv", self.folder.path(), &self.roster, Format::Csv)
            .unwrap_or_else(|error| panic!("{}", Localizer::new(Language::En).say(&error.text())));
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let mut rows: Vec<Row> = roster.entries.iter().map(|entry| runtime.block_on(ACCOUNTS.read(entry))).collect();
        compare(&mut rows);
        rows
    }
}

fn ids(row: &Row) -> Vec<&str> {
    row.all_marks().filter_map(|mark| mark.id.as_deref()).collect()
}

fn unread(row: &Row) -> Option<&str> {
    row.unread.as_ref().and_then(|reason| reason.id.as_deref())
}

#[test]
fn a_page_of_a_real_account_counts_and_one_without_confirmations_stops_at_the_first_of_them() {
    let bare = evidence_of(serde_json::from_str(FINISHED).unwrap(), false);
    let class =
        Class::new().with("a", "a.html", &claim(&mut finished())).with("b", "b.html", &claim(&mut bare.clone()));
    // The same account twice is another matter.
    let rows: Vec<Row> = class.rows().into_iter().map(|row| Row { copies: Vec::new(), ..row }).collect();
    assert_eq!((rows[0].standing(), ids(&rows[0])), (Standing::Finished, vec![]), "{:?}", rows[0].cause);
    let (confirmed, left) = rows[0].told();
    assert!(confirmed > 1 && left == 0);
    assert_ne!(rows[1].standing(), Standing::Finished);
    assert_eq!(rows[1].current.as_deref(), Some("2-2"));
    assert_eq!(rows[1].cause.as_ref().and_then(|cause| cause.id.as_deref()), Some("unconfirmed"));
    assert_eq!(rows[1].told(), (0, confirmed));
}

#[test_case(|page| page.tool = "0.0.1".into(), "partly-compared"; "of another version")]
#[test_case(|page| page.checks = Some("00".into()), "other-pack"; "of another pack")]
#[test_case(|page| page.endpoint = Some("http://localhost:5000".into()), "other-endpoint"; "of an endpoint that is not aws")]
#[test_case(|page| page.snapshot.taken_at = Timestamp::now() + SignedDuration::from_hours(48), "in-the-future"; "read in the future")]
#[test_case(|page| drop(page.values.insert("load_count".into(), "1".into())), "own-values"; "by changed values")]
#[test_case(|page| page.record.account = OTHER.into(), "other-accounts"; "with the record of another")]
fn what_was_made_up_or_made_elsewhere_is_never_plainly_done(change: fn(&mut Evidence), mark: &str) {
    let mut evidence = finished();
    change(&mut evidence);
    let rows = Class::new().with("a", "a.html", &claim(&mut evidence)).rows();
    assert!(ids(&rows[0]).contains(&mark), "{:?} {:?}", ids(&rows[0]), rows[0].unread);
    assert_ne!(rows[0].standing(), Standing::Finished);
}

#[test]
fn the_demo_never_counts_after_two_substitutions_and_not_after_three() {
    let demo = SimulatedAccount::finished(&LESSON, now()).snapshot(now());
    let mut page = evidence_of(demo, true);
    page.simulated = false;
    let two = claim(&mut page);
    if let Area::Seen(identity) = &mut page.snapshot.identity {
        identity.account = OWN.to_owned();
    }
    let three = claim(&mut page).replace("000000000000", OWN);
    for row in Class::new().with("a", "a.html", &two).with("b", "b.html", &three).rows() {
        assert!(matches!(unread(&row), Some("evidence-simulated" | "evidence-edited")), "{row:?}");
    }
}

#[test]
fn a_page_under_another_account_is_marked_as_a_copy_in_both_rows() {
    let own = claim(&mut finished());
    let text = serde_json::to_string(&finished()).unwrap().replace(OWN, OTHER);
    let copied = claim(&mut serde_json::from_str::<Evidence>(&text).unwrap());
    let rows = Class::new().with("a", "a.html", &own).with("b", "b.html", &copied).rows();
    for (row, other) in [(&rows[0], "b"), (&rows[1], "a")] {
        assert!(ids(row).contains(&"same-resources"), "{:?} {:?}", ids(row), row.unread);
        assert_ne!(row.standing(), Standing::Finished);
        assert!(row.copies[0].text.en.contains(other), "{:?}", row.copies);
    }
}

#[test]
fn rows_that_share_an_id_a_name_or_a_page_stay_rows_and_are_all_marked() {
    let class = Class::new()
        .with("a", "a.html", &claim(&mut finished()))
        .line("b,1,./a.html,")
        .line("c,1,c.html,")
        .line("b,2,d.html,");
    let rows = class.rows();
    assert_eq!(rows.len(), 4);
    let keys: std::collections::BTreeSet<String> = rows.iter().map(Row::key).collect();
    assert_eq!(keys.len(), 4);
    assert!(ids(&rows[0]).contains(&"same-page") && ids(&rows[0]).contains(&"same-account"));
    assert!(["same-page", "same-id", "same-name"].iter().all(|id| ids(&rows[1]).contains(id)), "{:?}", ids(&rows[1]));
    assert_eq!((ids(&rows[2]), ids(&rows[3])), (vec!["same-id"], vec!["same-name"]));
    assert_eq!(rows[1].standing(), Standing::Doubtful);
}

#[test]
fn an_account_of_the_roster_is_compared_with_the_page() {
    let rows = Class::new().with("a", "a.html", &claim(&mut finished())).line(&format!("b,b,a.html,{OTHER}")).rows();
    assert_eq!(unread(&rows[1]), Some("other-account"));
}

#[test]
fn of_a_folder_the_page_that_was_written_last_counts_and_nothing_else_there() {
    let mut new = finished();
    new.written_at = now() + SignedDuration::from_mins(10);
    new.snapshot.taken_at = new.written_at;
    let class = Class::new()
        .with("x", "in/z-old.html", &claim(&mut finished()))
        .with("x", "in/a-new.HTML", &claim(&mut new))
        .with("x", "in/zz.html", "<p>no page</p>")
        .with("x", "in/zzz.txt", &claim(&mut finished()))
        .with("x", "none/a.txt", "nothing");
    let class = Class { roster: "name,evidence\na,in\nb,none\n".to_owned(), ..class };
    let rows = class.rows();
    assert_eq!(rows[0].read_at, new.written_at, "{:?}", rows[0].unread);
    assert_eq!(unread(&rows[1]), Some("evidence-unreadable"));
}

#[test]
fn a_pipe_or_a_device_is_refused_and_nobody_waits_for_it() {
    let class = Class::new().line("a,a,pipe.html,").line("b,b,/dev/zero,");
    assert!(Command::new("mkfifo").arg(class.path("pipe.html")).status().unwrap().success());
    for row in class.rows() {
        assert_eq!(unread(&row), Some("evidence-unreadable"));
        assert!(row.unread.unwrap().text.en.contains("a pipe or a device"));
    }
}

#[test]
fn a_file_that_is_far_too_large_is_told_and_not_read_whole() {
    let class = Class::new().with("a", "a.html", &"x".repeat(9 << 20));
    let rows = class.rows();
    assert!(rows[0].unread.as_ref().unwrap().text.en.contains("larger than 8 MB"), "{:?}", rows[0].unread);
}

/// The rows of a page judged by `prefix`, for learners whose roster says these prefixes.
fn rows_of_prefixes(prefix: &str, wanted: &[&str]) -> Vec<Row> {
    let mut evidence = finished();
    if prefix != "ec-site" {
        evidence.values.insert("prefix".into(), prefix.into());
    }
    let page = claim(&mut evidence);
    let class = Class::new().with("page", "a.html", &page);
    let learner = |prefix: &&str| {
        format!("[[learner]]\nname = \"{prefix}\"\nevidence = \"a.html\"\n[learner.values]\nprefix = \"{prefix}\"\n")
    };
    let source: String = wanted.iter().map(learner).collect();
    let roster = Roster::parse("class.toml", class.folder.path(), &source, Format::Toml).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    roster.entries.iter().map(|entry| runtime.block_on(ACCOUNTS.read(entry))).collect()
}

#[test]
fn values_of_a_page_are_compared_with_those_that_the_roster_gives_the_learner() {
    let is_marked = |row: &Row| ids(row).contains(&"own-values");
    let rows = rows_of_prefixes("taro", &["taro", "hanako"]);
    assert_eq!(rows.iter().map(is_marked).collect::<Vec<_>>(), [false, true], "{rows:?}");
    assert_eq!(
        rows_of_prefixes("ec-site", &["ec-site", "taro"]).iter().map(is_marked).collect::<Vec<_>>(),
        [false, true]
    );
}

#[test]
fn who_a_learner_says_to_be_is_kept_as_a_word_and_compared_with_the_roster() {
    let mut evidence = finished();
    evidence.learner = crate::evidence::LearnerWord::of(Some("Tanaka".into()), Some("Ｓ００１".into()));
    let page = claim(&mut evidence);
    let class = Class::new().line("Tanaka Taro,s001,a.html,").line("Sato,s002,a.html,").with("x", "a.html", &page);
    let rows = class.rows();
    assert_eq!(rows[0].said, evidence.learner);
    assert!(!ids(&rows[0]).contains(&"other-learner") && ids(&rows[1]).contains(&"other-learner"));
    assert!(page.contains("Tanaka") && page.contains("by the learner"), "{}", &page[..3000]);
    assert_eq!(rows[0].language, Some(Language::Ja), "the page's");
}
