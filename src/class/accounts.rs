//! Reads a learner in the way that the roster names.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use super::demo::DemoClass;
use super::handed_in;
use super::reading::Reads;
use super::roster::{RosterEntry, Way};
use super::row::{Reason, Row, Speakers};
use crate::account::aws::CrossAccount;
use crate::account::{Access, Area, Scope, Snapshot, Source, Unseen};
use crate::evidence::{Conclusion, Doubt, doubts, traces, verify};
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

/// What came of reading a learner.
struct Seen {
    report: Report,
    /// The steps that the learner confirmed, where that can be told.
    told: Option<Vec<String>>,
    /// What is to be looked at before it counts.
    marks: Vec<Reason>,
    /// What a copy would show, too.
    traces: Vec<String>,
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
        self.seen(entry).await.map(|seen| seen.report)
    }

    async fn seen(&self, entry: &RosterEntry) -> Result<Seen, Reason> {
        let way = entry.way.as_ref().map_err(|fault| Reason::new(Some("roster"), fault, &self.speakers))?;
        let access = match way {
            Way::Account(access) => access,
            Way::Evidence(path) => return self.handed_in(entry, path),
        };
        let source = self.source(access, entry, Timestamp::now()).await?;
        // A reading in the midst of its two dozen calls belongs on the heap.
        let Assessed { snapshot, report } = Box::pin(look(&source, &self.lesson, &self.scope, Timestamp::now)).await;
        self.refuse_unreadable(&snapshot)?;
        self.refuse_other_account(entry, snapshot.account())?;
        // Simulated learners share what they are made from.
        let traces = if source.is_demo() { Vec::new() } else { traces(&self.lesson, &snapshot, None) };
        Ok(Seen { report, told: None, marks: Vec::new(), traces })
    }

    /// What the snapshot in a page shows, judged anew; what the page itself claims doesn't count.
    fn handed_in(&self, entry: &RosterEntry, path: &Path) -> Result<Seen, Reason> {
        let refused = |id, text: &Text| Reason::new(Some(id), text, &self.speakers);
        let unreadable = |text: Text| refused("evidence-unreadable", &text);
        let (file, page) = handed_in::find(path).map_err(unreadable)?;
        let found = verify(&self.pack, &self.lesson, &page).map_err(|error| unreadable(error.text()))?;
        if found.outcome() == Conclusion::Differs {
            let text = msg!(class_evidence_edited, file = file.display().to_string());
            return Err(refused("evidence-edited", &text));
        }
        if found.evidence.is_of_demo() {
            return Err(refused("evidence-simulated", &msg!(class_evidence_simulated)));
        }
        self.refuse_other_account(entry, found.evidence.account())?;
        let doubts = doubts(&found, &self.lesson, Timestamp::now());
        // Each step that isn't confirmed is seen among the steps.
        let doubts = doubts.iter().filter(|doubt| !matches!(doubt, Doubt::Unconfirmed(_)));
        let marks = doubts.map(|doubt| refused(doubt.id(), &doubt.text())).collect();
        let evidence = found.evidence;
        let theirs = evidence.lesson_of(&self.pack).map_err(|error| unreadable(error.text()))?;
        Ok(Seen {
            report: evidence.evaluate(&theirs),
            told: Some(found.told.confirmed),
            marks,
            traces: traces(&self.lesson, &evidence.snapshot, Some(&evidence.record)),
        })
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

    fn refuse_other_account(&self, entry: &RosterEntry, found: Option<&str>) -> Result<(), Reason> {
        match (&entry.account, found) {
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
        Row { marks: self.marks(entry), ..Row::unread(entry, &self.lesson.id, Timestamp::now(), reason) }
    }

    /// What the roster itself tells.
    fn marks(&self, entry: &RosterEntry) -> Vec<Reason> {
        entry.marks.iter().map(|mark| Reason::new(Some(mark.id), &mark.text, &self.speakers)).collect()
    }

    fn row(&self, entry: &RosterEntry, seen: Seen) -> Row {
        let row = Row::of_page(entry, &seen.report, seen.told, &self.speakers);
        Row { marks: self.marks(entry).into_iter().chain(seen.marks).collect(), traces: seen.traces, ..row }
    }
}

impl Reads for Accounts {
    async fn read(&self, entry: &RosterEntry) -> Row {
        match self.seen(entry).await {
            Ok(seen) => self.row(entry, seen),
            Err(reason) => self.unread(entry, reason),
        }
    }

    fn late(&self, entry: &RosterEntry) -> Row {
        self.unread(entry, self.late_reason())
    }
}
