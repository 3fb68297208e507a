//! Reads a learner in the way that the roster names.

use std::sync::Arc;

use jiff::Timestamp;

use super::demo::DemoClass;
use super::reading::Reads;
use super::roster::{Entry, Way};
use super::row::{Reason, Row, Speakers};
use crate::account::aws::{Door, Doors};
use crate::account::{Area, Scope, Snapshot, Source, Unseen};
use crate::lesson::Lesson;
use crate::look::look;
use crate::msg;
use crate::report::Report;

/// What all learners of a class are read with.
#[derive(Debug)]
pub struct Accounts {
    lesson: Arc<Lesson>,
    scope: Scope,
    speakers: Speakers,
    place: Place,
}

/// Where the accounts are.
#[derive(Debug)]
enum Place {
    Aws(Doors),
    Demo(Box<DemoClass>),
}

impl Accounts {
    /// Accounts in AWS.
    #[must_use]
    pub fn aws(lesson: Arc<Lesson>, doors: Doors) -> Self {
        Self::new(lesson, Place::Aws(doors))
    }

    /// Simulated accounts.
    #[must_use]
    pub fn demo(lesson: Arc<Lesson>, class: DemoClass) -> Self {
        Self::new(lesson, Place::Demo(Box::new(class)))
    }

    fn new(lesson: Arc<Lesson>, place: Place) -> Self {
        Self { scope: lesson.scope(), lesson, speakers: Speakers::default(), place }
    }

    /// Everything that a learner's account shows.
    ///
    /// # Errors
    /// Why nothing of it can be read.
    pub async fn report(&self, entry: &Entry) -> Result<Report, Reason> {
        let way = entry.way.as_ref().map_err(|fault| Reason::new(Some("roster"), fault, &self.speakers))?;
        let Way::Account(door) = way;
        let now = Timestamp::now();
        let source = self.source(door, entry, now).await?;
        // A reading in the midst of its two dozen calls belongs on the heap.
        let snapshot = Box::pin(look(&source, &self.lesson, &self.scope, now)).await;
        self.refuse_unreadable(&snapshot)?;
        self.refuse_other_account(entry, &snapshot)?;
        Ok(Report::assess(&self.lesson, &snapshot, Timestamp::now()))
    }

    async fn source(&self, door: &Door, entry: &Entry, now: Timestamp) -> Result<Source, Reason> {
        match &self.place {
            Place::Demo(class) => class.source(&self.lesson, entry, now).map_err(|failed| self.unseen(failed)),
            Place::Aws(doors) => match doors.reader(door, entry.region.as_deref()).await {
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

    fn refuse_other_account(&self, entry: &Entry, snapshot: &Snapshot) -> Result<(), Reason> {
        match (&entry.account, snapshot.account()) {
            (Some(wanted), Some(found)) if wanted != found => {
                let text = msg!(class_other_account, found = found, wanted = wanted);
                Err(Reason::new(Some("other-account"), &text, &self.speakers))
            }
            _ => Ok(()),
        }
    }

    fn unread(&self, entry: &Entry, reason: Reason) -> Row {
        Row::unread(entry, &self.lesson.id, Timestamp::now(), reason)
    }
}

impl Reads for Accounts {
    async fn read(&self, entry: &Entry) -> Row {
        match self.report(entry).await {
            Ok(report) => Row::of_report(entry, &report, &self.speakers),
            Err(reason) => self.unread(entry, reason),
        }
    }

    fn late(&self, entry: &Entry) -> Row {
        self.unread(entry, Reason::new(Some("unreachable"), &msg!(class_late), &self.speakers))
    }
}
