//! The ids of a look, kept beside progress for the next process, so that it can ask about all at once, too. They are a
//! guess and nothing more: what was asked about one counts only where the same look shows that id in the same account. So a
//! page that is too old, of others' credentials, region or questions, damaged, or not this user's own is no page.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fmt, fs};

use ec_site_tutor_core::account::{Area, Need, Scope};
use ec_site_tutor_core::files::{keep, make_private, read_own};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::ids::{Ids, KEPT, Remembered};

/// Of what stands in a file; another one isn't read.
const VERSION: u32 = 1;
/// The largest file, in bytes: a lab has a dozen ids.
const LARGEST: usize = 32 * 1024;
/// So many ids, and each so long in characters: more is none of ours, and each is asked about.
const MOST: usize = 40;
const LONGEST: usize = 512;
/// Where the names of load balancers end, but for `.cn`.
const BALANCERS: &str = "elb.amazonaws.com";
/// The bytes of the key's hash that name the file.
const NAME: usize = 16;

/// A place for the ids that some credentials show of a region, for one set of questions.
pub struct Shelf {
    folder: PathBuf,
    key: String,
}

// Whose credentials they are is nobody's business.
impl fmt::Debug for Shelf {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Shelf").finish_non_exhaustive()
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    version: u32,
    key: String,
    seen_at: Timestamp,
    ids: Ids,
}

impl Shelf {
    /// The place in `folder` for what the key of this id shows.
    pub fn new(folder: &Path, access_key: &str, region: &str, scope: &Scope) -> Self {
        let mut hash = Sha256::new();
        for part in [access_key, region, &format!("{scope:?}")] {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        let bytes: Vec<String> = hash.finalize().iter().take(NAME).map(|byte| format!("{byte:02x}")).collect();
        let key = bytes.concat();
        Self { folder: folder.join("ids"), key }
    }

    fn file(&self) -> PathBuf {
        self.folder.join(format!("{}.json", self.key))
    }

    /// The ids that a process left not long ago.
    pub fn ids(&self, scope: &Scope, now: Timestamp) -> Option<Ids> {
        let page: Page = serde_json::from_slice(&read_own(&self.file(), LARGEST).ok()?).ok()?;
        if page.version != VERSION || page.key != self.key || !is_plausible(&page.ids) {
            return None;
        }
        let ids = Ids { site: own_site(page.ids.site.clone(), scope), ..page.ids.only_seen() };
        Remembered::new(scope, page.seen_at, ids).ids(scope, now).cloned()
    }

    /// Leaves the ids of a look for the next process; a disk that refuses costs that one a wave. An account that isn't known
    /// can't be known again.
    pub fn leave(&self, ids: &Ids, seen_at: Timestamp) {
        if ids.account.is_none() {
            return;
        }
        let page = Page { version: VERSION, key: self.key.clone(), seen_at, ids: ids.clone().only_seen() };
        if let (Ok(text), Ok(())) = (serde_json::to_vec(&page), make_private(&self.folder)) {
            self.sweep();
            let _ = keep(&self.file(), &text);
        }
    }

    /// Removes what serves nobody any more.
    fn sweep(&self) {
        let longest = Duration::try_from(KEPT).unwrap_or_default();
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let age = entry.metadata().and_then(|data| data.modified()).map(|changed| changed.elapsed());
            if matches!(age, Ok(Ok(age)) if age > longest) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Whether these can be ids that this program left.
fn is_plausible(ids: &Ids) -> bool {
    let texts = ids.texts();
    let is_short = |text: &&str| !text.is_empty() && text.chars().count() <= LONGEST;
    ids.account.is_some()
        && texts.len() <= MOST
        && texts.iter().all(|text| is_short(text) && !text.chars().any(char::is_control))
}

/// A site is called before it is known that the load balancer is there, so only one that AWS gives to load balancers, at the
/// lesson's own port.
fn own_site(site: Area<(String, i32)>, scope: &Scope) -> Area<(String, i32)> {
    match site {
        Area::Seen((host, port)) if is_of_aws(&host) && asks_at(scope, port) => Area::Seen((host, port)),
        _ => Area::NotAsked,
    }
}

fn asks_at(scope: &Scope, port: i32) -> bool {
    scope.iter().any(|need| matches!(need, Need::Site { port: asked, .. } if *asked == port))
}

/// A name that is given to a load balancer behind its region's: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html>.
fn is_of_aws(host: &str) -> bool {
    let host = host.strip_suffix(".cn").unwrap_or(host);
    let plain = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.');
    let name = host.strip_suffix(BALANCERS).and_then(|name| name.strip_suffix('.'));
    name.is_some_and(|name| name.contains('.') && plain(name))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use jiff::SignedDuration;
    use test_case::test_case;

    use super::*;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn scope(alb: &str) -> Scope {
        [Need::ListenersOf(alb.to_owned()), Need::Site { alb: alb.to_owned(), port: 80 }].into_iter().collect()
    }

    fn ids() -> Ids {
        Ids {
            account: Some("123456789012".to_owned()),
            load_balancer: Area::Seen(Some("arn:alb".to_owned())),
            site: Area::Seen((format!("lab-1.us-east-1.{BALANCERS}"), 80)),
            ..Ids::default()
        }
    }

    fn shelf(folder: &Path) -> Shelf {
        Shelf::new(folder, "AKIDEXAMPLE", "us-east-1", &scope("lab"))
    }

    /// A shelf with a page whose text was changed.
    fn changed(folder: &Path, from: &str, to: &str) -> Option<Ids> {
        let shelf = shelf(folder);
        shelf.leave(&ids(), NOW);
        let text = fs::read_to_string(shelf.file()).unwrap();
        assert!(text.contains(from), "{text}");
        fs::write(shelf.file(), text.replace(from, to)).unwrap();
        shelf.ids(&scope("lab"), NOW)
    }

    #[test_case(0, true; "at once")]
    #[test_case(600, true; "ten minutes later")]
    #[test_case(601, false; "too late")]
    #[test_case(-1, false; "the clock went back")]
    fn what_a_process_left_serves_the_next_one_for_a_while(seconds: i64, serves: bool) {
        let folder = tempfile::tempdir().unwrap();
        shelf(folder.path()).leave(&ids(), NOW);
        let found = shelf(folder.path()).ids(&scope("lab"), NOW + SignedDuration::from_secs(seconds));
        assert_eq!(found, serves.then(ids));
    }

    #[test_case("AKIDOTHER", "us-east-1", "lab"; "other credentials")]
    #[test_case("AKIDEXAMPLE", "us-east-2", "lab"; "another region")]
    #[test_case("AKIDEXAMPLE", "us-east-1", "another"; "another lesson")]
    fn what_others_left_serves_nobody_else(access_key: &str, region: &str, alb: &str) {
        let folder = tempfile::tempdir().unwrap();
        shelf(folder.path()).leave(&ids(), NOW);
        let other = Shelf::new(folder.path(), access_key, region, &scope(alb));
        assert_eq!(other.ids(&scope(alb), NOW), None);
        // Nor under the other's name.
        fs::rename(shelf(folder.path()).file(), other.file()).unwrap();
        assert_eq!(other.ids(&scope(alb), NOW), None);
    }

    #[test]
    fn nothing_stands_there_but_ids_and_only_their_owner_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let denied = ec_site_tutor_core::account::Denial { action: "a".to_owned(), message: "of AWS".to_owned() };
        shelf(folder.path()).leave(&Ids { alarms: Area::Denied(denied), ..ids() }, NOW);
        let file = shelf(folder.path()).file();
        let text = fs::read_to_string(&file).unwrap();
        assert!(!text.contains("of AWS") && !text.contains("AKID"), "{text}");
        assert!(!file.display().to_string().contains("AKID"));
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::metadata(file.parent().unwrap()).unwrap().permissions().mode() & 0o777, 0o700);
    }

    #[test]
    fn who_the_caller_is_must_be_known() {
        let folder = tempfile::tempdir().unwrap();
        shelf(folder.path()).leave(&Ids { account: None, ..ids() }, NOW);
        assert!(!shelf(folder.path()).file().exists());
    }

    #[test_case("\"version\":1", "\"version\":2"; "of a later version")]
    #[test_case("{\"version\"", "{\"verdict\":1,\"version\""; "with more in it")]
    #[test_case("arn:alb", ""; "an id of nothing")]
    #[test_case("arn:alb", "a\\u001b[2J"; "an id that moves a cursor")]
    #[test_case("}", ""; "cut off")]
    #[test_case("\"123456789012\"", "null"; "of no account")]
    fn a_damaged_page_is_none(from: &str, to: &str) {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(changed(folder.path(), from, to), None);
    }

    #[test]
    fn a_page_without_bounds_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let many =
            |count: usize, length: usize| Ids { alarms: Area::Seen(Some(vec!["a".repeat(length); count])), ..ids() };
        for (ids, serves) in
            [(many(30, 100), true), (many(60, 1), false), (many(1, 600), false), (many(500, 500), false)]
        {
            shelf(folder.path()).leave(&ids, NOW);
            assert_eq!(shelf(folder.path()).ids(&scope("lab"), NOW).is_some(), serves);
        }
    }

    #[test_case("amazonaws.com", "example.com"; "somebody's host")]
    #[test_case("lab-1.us-east-1", "a@evil.example/"; "a host that only ends so")]
    #[test_case("lab-1.us-east-1.", ""; "a host without a name")]
    #[test_case("com\",80", "com\",22"; "another port")]
    fn no_site_is_called_early_but_one_of_a_load_balancer_at_the_lessons_port(from: &str, to: &str) {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(changed(folder.path(), from, to), Some(Ids { site: Area::NotAsked, ..ids() }));
    }

    #[test]
    fn a_page_that_others_may_write_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = shelf(folder.path());
        shelf.leave(&ids(), NOW);
        fs::set_permissions(shelf.file(), fs::Permissions::from_mode(0o620)).unwrap();
        assert_eq!(shelf.ids(&scope("lab"), NOW), None);
        fs::remove_file(shelf.file()).unwrap();
        fs::create_dir(shelf.file()).unwrap();
        assert_eq!(shelf.ids(&scope("lab"), NOW), None);
        shelf.leave(&ids(), NOW);
    }

    #[test]
    fn pages_that_serve_nobody_any_more_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let old = Shelf::new(folder.path(), "AKIDOLD", "us-east-1", &scope("lab"));
        old.leave(&ids(), NOW);
        let hour_ago = std::time::SystemTime::now() - Duration::from_hours(1);
        fs::File::options().write(true).open(old.file()).unwrap().set_modified(hour_ago).unwrap();
        shelf(folder.path()).leave(&ids(), NOW);
        assert!(!old.file().exists() && shelf(folder.path()).file().exists());
    }
}
