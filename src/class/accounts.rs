//! Reads a learner in the way that the roster names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use super::demo::DemoClass;
use super::handed_in;
use super::reading::Reads;
use super::refused_role::refused_role;
use super::roster::{RosterEntry, Way, half_width};
use super::row::{Reason, Row, Speakers};
use crate::account::aws::CrossAccount;
use crate::account::{Access, Area, Denial, Scope, Snapshot, Source, Unseen};
use crate::evidence::{Conclusion, Doubt, Evidence, LearnerWord, OwnValue, doubts, traces, verify};
use crate::i18n::{Language, Text};
use crate::lesson::{Lesson, Pack, load};
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
    /// Values that hold where a learner has none of that name.
    values: BTreeMap<String, String>,
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
    /// Who the learner is by the learner's own word, and the language of the page.
    said: Option<LearnerWord>,
    language: Option<Language>,
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
        Self { pack, scope: lesson.scope(), lesson, speakers: Speakers::default(), origin, values: BTreeMap::new() }
    }

    /// The values that the lesson was loaded with already: a learner's own are put over them.
    #[must_use]
    pub fn over(self, values: BTreeMap<String, String>) -> Self {
        Self { values, ..self }
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
        let own = self.own_lesson(entry)?;
        let (lesson, scope) = own.as_ref().map_or((&*self.lesson, &self.scope), |(lesson, scope)| (lesson, scope));
        let source = self.source(access, entry, Timestamp::now()).await?;
        // A reading in the midst of its two dozen calls belongs on the heap.
        let Assessed { snapshot, report } = Box::pin(look(&source, lesson, scope, Timestamp::now)).await;
        self.refuse_unreadable(&snapshot)?;
        self.refuse_other_account(entry, snapshot.account())?;
        // Simulated learners share what they are made from.
        let traces = if source.is_demo() { Vec::new() } else { traces(&self.lesson, &snapshot, None) };
        Ok(Seen { report, told: None, marks: Vec::new(), traces, said: None, language: None })
    }

    /// The lesson with the learner's own values; none where the learner has none.
    fn own_lesson(&self, entry: &RosterEntry) -> Result<Option<(Lesson, Scope)>, Reason> {
        if entry.values.is_empty() {
            return Ok(None);
        }
        let values = self.values.clone().into_iter().chain(entry.values.clone()).collect();
        let lesson =
            load(&self.pack, &values).map_err(|error| Reason::new(Some("roster"), &error.text(), &self.speakers))?;
        let scope = lesson.scope();
        Ok(Some((lesson, scope)))
    }

    /// What the snapshot in a page shows, judged anew; what the page itself claims doesn't count.
    fn handed_in(&self, entry: &RosterEntry, path: &Path) -> Result<Seen, Reason> {
        let refused = |id, text: &Text| Reason::new(Some(id), text, &self.speakers);
        let unreadable = |text: Text| refused("evidence-unreadable", &text);
        let (file, page) = handed_in::find(path).map_err(unreadable)?;
        let mut found = verify(&self.pack, &self.lesson, &page).map_err(|error| unreadable(error.text()))?;
        if found.outcome() == Conclusion::Differs {
            let text = msg!(class_evidence_edited, file = file.display().to_string());
            return Err(refused("evidence-edited", &text));
        }
        if found.evidence.is_of_demo() {
            return Err(refused("evidence-simulated", &msg!(class_evidence_simulated)));
        }
        self.refuse_other_account(entry, found.evidence.account())?;
        let theirs = found.evidence.lesson_of(&self.pack).map_err(|error| unreadable(error.text()))?;
        if let Some((own, _)) = self.own_lesson(entry)? {
            found.values = values_apart(&own, &theirs, entry, &found.evidence);
        }
        let doubts = doubts(&found, &self.lesson, Timestamp::now());
        // Each step that isn't confirmed is seen among the steps.
        let doubts = doubts.iter().filter(|doubt| !matches!(doubt, Doubt::Unconfirmed(_)));
        let mut marks: Vec<Reason> = doubts.map(|doubt| refused(doubt.id(), &doubt.text())).collect();
        let evidence = found.evidence;
        marks.extend(other_learner(entry, evidence.learner.as_ref()).map(|text| refused("other-learner", &text)));
        Ok(Seen {
            report: evidence.evaluate(&theirs),
            told: Some(found.told.confirmed),
            marks,
            traces: traces(&self.lesson, &evidence.snapshot, Some(&evidence.record)),
            said: evidence.learner,
            language: Some(evidence.language),
        })
    }

    async fn source(&self, access: &Access, entry: &RosterEntry, now: Timestamp) -> Result<Source, Reason> {
        match &self.origin {
            Origin::Demo(class) => class.source(&self.lesson, entry, now).map_err(|failed| self.unseen(failed)),
            Origin::Aws(cross_account) => match cross_account.reader(access, entry.region.as_deref()).await {
                Area::Seen(reader) => Ok(Source::Aws(reader)),
                Area::Denied(denial) => Err(self.refused(access, &denial)),
                unseen => Err(self.unseen(&unseen)),
            },
        }
    }

    /// Why AWS refuses the way into an account, which it doesn't always tell.
    fn refused(&self, access: &Access, denial: &Denial) -> Reason {
        match access {
            Access::Role(role) => Reason::new(Some("access-denied"), &refused_role(role, denial), &self.speakers),
            Access::Profile(_) => Reason::unseen(Unseen::Denied(denial), &self.speakers),
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
        let language = row.language.or(seen.language);
        let marks = self.marks(entry).into_iter().chain(seen.marks).collect();
        Row { marks, traces: seen.traces, said: seen.said, language, ..row }
    }
}

/// The values of the roster's learner and of the page's that aren't the same.
fn values_apart(own: &Lesson, theirs: &Lesson, entry: &RosterEntry, evidence: &Evidence) -> Vec<OwnValue> {
    let names: BTreeSet<&String> = entry.values.keys().chain(evidence.values.keys()).collect();
    let apart = names.into_iter().filter(|name| own.values.get(name) != theirs.values.get(name));
    apart
        .map(|name| OwnValue {
            name: name.clone(),
            theirs: theirs.values.get(name).unwrap_or_default().to_owned(),
            ours: own.values.get(name).map(str::to_owned),
        })
        .collect()
}

/// What is to be told where a page says that it is somebody else's. Names are written in many ways, ids in one.
fn other_learner(entry: &RosterEntry, said: Option<&LearnerWord>) -> Option<Text> {
    let said = said?.id.as_deref()?;
    let plain = |id: &str| half_width(id).trim().to_lowercase();
    let is_other = entry.id != entry.name && plain(said) != plain(&entry.id);
    is_other.then(|| msg!(class_other_learner, said = said, id = &entry.id))
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
