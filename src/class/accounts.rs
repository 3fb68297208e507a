//! Reads a learner in the way that the roster names.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::demo::DemoClass;
use super::reading::Reads;
use super::roster::{RosterEntry, Way};
use super::row::{Reason, Row, Speakers};
use crate::account::aws::CrossAccount;
use crate::account::{Access, Area, Scope, Snapshot, Source, Unseen};
use crate::evidence::{Conclusion, LARGEST, verify};
use crate::i18n::Text;
use crate::lesson::{Lesson, Pack};
use crate::look::{Assessed, look};
use crate::msg;
use crate::report::Report;

/// What all learners of a class are read with.
#[derive(Debug)]
pub struct Accounts {
    pack: Pack,
    lesson: Arc<Lesson>,
    scope: Scope,
    speakers: Speakers,
    origin: Origin,
}

/// Where the accounts are.
#[derive(Debug)]
enum Origin {
    Aws(Box<CrossAccount>),
    Demo(Box<DemoClass>),
}

impl Accounts {
    /// Accounts in AWS.
    #[must_use]
    pub fn aws(pack: Pack, lesson: Arc<Lesson>, cross_account: CrossAccount) -> Self {
        Self::new(pack, lesson, Origin::Aws(Box::new(cross_account)))
    }

    /// Simulated accounts.
    #[must_use]
    pub fn demo(pack: Pack, lesson: Arc<Lesson>, class: DemoClass) -> Self {
        Self::new(pack, lesson, Origin::Demo(Box::new(class)))
    }

    fn new(pack: Pack, lesson: Arc<Lesson>, origin: Origin) -> Self {
        Self { pack, scope: lesson.scope(), lesson, speakers: Speakers::default(), origin }
    }

    /// Everything that a learner's account shows.
    ///
    /// # Errors
    /// Why nothing of it can be read.
    pub async fn report(&self, entry: &RosterEntry) -> Result<Report, Reason> {
        let way = entry.way.as_ref().map_err(|fault| Reason::new(Some("roster"), fault, &self.speakers))?;
        let access = match way {
            Way::Account(access) => access,
            Way::Evidence(path) => return self.handed_in(entry, path),
        };
        let source = self.source(access, entry, Timestamp::now()).await?;
        // A reading in the midst of its two dozen calls belongs on the heap.
        let Assessed { snapshot, report } = Box::pin(look(&source, &self.lesson, &self.scope, Timestamp::now)).await;
        self.refuse_unreadable(&snapshot)?;
        self.refuse_other_account(entry, &snapshot)?;
        Ok(report)
    }

    /// What the snapshot in a page shows, judged anew; what the page itself claims doesn't count.
    fn handed_in(&self, entry: &RosterEntry, path: &Path) -> Result<Report, Reason> {
        let refused = |id, text: &Text| Reason::new(Some(id), text, &self.speakers);
        let lost = |error: io::Error| refused("evidence-unreadable", &Text::verbatim(error.to_string()));
        let file = newest(path).map_err(lost)?;
        let page = bytes(&file).map_err(lost)?;
        let found = verify(&self.pack, &self.lesson, &page);
        let found = found.map_err(|error| refused("evidence-unreadable", &error.text()))?;
        if found.outcome() == Conclusion::Differs {
            let text = msg!(class_evidence_edited, file = file.display().to_string());
            return Err(refused("evidence-edited", &text));
        }
        let evidence = found.evidence;
        if evidence.simulated {
            return Err(refused("evidence-simulated", &msg!(class_evidence_simulated)));
        }
        self.refuse_other_account(entry, &evidence.snapshot)?;
        let theirs = evidence.lesson_of(&self.pack).map_err(|error| refused("evidence-unreadable", &error.text()))?;
        Ok(evidence.evaluate(&theirs))
    }

    async fn source(&self, access: &Access, entry: &RosterEntry, now: Timestamp) -> Result<Source, Reason> {
        match &self.origin {
            Origin::Demo(class) => class.source(&self.lesson, entry, now).map_err(|failed| self.unseen(failed)),
            Origin::Aws(cross_account) => match cross_account.reader(access, entry.region.as_deref()).await {
                Area::Seen(reader) => Ok(Source::Aws(reader)),
                unseen => Err(self.unseen(&unseen)),
            },
        }
    }

    fn unseen<T>(&self, area: &Area<T>) -> Reason {
        Reason::unseen(area.seen().err().unwrap_or(Unseen::NotAsked), &self.speakers)
    }

    fn refuse_unreadable(&self, snapshot: &Snapshot) -> Result<(), Reason> {
        match (snapshot.identity.seen(), snapshot.vpcs.seen()) {
            (Err(unseen), Err(_)) => Err(Reason::unseen(unseen, &self.speakers)),
            _ => Ok(()),
        }
    }

    fn refuse_other_account(&self, entry: &RosterEntry, snapshot: &Snapshot) -> Result<(), Reason> {
        match (&entry.account, snapshot.account()) {
            (Some(wanted), Some(found)) if wanted != found => {
                let text = msg!(class_other_account, found = found, wanted = wanted);
                Err(Reason::new(Some("other-account"), &text, &self.speakers))
            }
            _ => Ok(()),
        }
    }

    /// Why an account tells nothing that didn't answer in time.
    #[must_use]
    pub fn late_reason(&self) -> Reason {
        Reason::new(Some("unreachable"), &msg!(class_late), &self.speakers)
    }

    fn unread(&self, entry: &RosterEntry, reason: Reason) -> Row {
        Row::unread(entry, &self.lesson.id, Timestamp::now(), reason)
    }
}

impl Reads for Accounts {
    async fn read(&self, entry: &RosterEntry) -> Row {
        match self.report(entry).await {
            Ok(report) => Row::of_report(entry, &report, &self.speakers),
            Err(reason) => self.unread(entry, reason),
        }
    }

    fn late(&self, entry: &RosterEntry) -> Row {
        self.unread(entry, self.late_reason())
    }
}

/// The file itself, or the one in a folder that was changed last.
fn newest(path: &Path) -> io::Result<PathBuf> {
    if !path.is_dir() {
        return Ok(path.to_owned());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let about = entry.metadata()?;
        if about.is_file() {
            files.push((about.modified()?, entry.path()));
        }
    }
    files.into_iter().max().map(|(_, file)| file).ok_or_else(|| io::ErrorKind::NotFound.into())
}

/// The bytes of a file, but no more of them than it takes to see that there are too many.
fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX);
    File::open(file)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
