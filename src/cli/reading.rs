//! Reading the account that the arguments choose.

use jiff::Timestamp;

use super::aws;
use super::context::{Context, runtime};
use super::output::Fault;
use crate::account::{Scope, Snapshot, Source};
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::msg;
use crate::verify::Verdict;

impl Context {
    /// Where snapshots come from.
    ///
    /// # Errors
    /// This build has no AWS.
    pub fn source(&self, lesson: &Lesson) -> Result<Source, Fault> {
        let (source, word) = self.source_with_word(lesson)?;
        if let Some(word) = word {
            eprintln!("ec-site-tutor: {}", self.localizer.say(&word));
        }
        Ok(source)
    }

    /// Where snapshots come from, and what is to be said of it, for whoever has another place than stderr for that.
    pub fn source_with_word(&self, lesson: &Lesson) -> Result<(Source, Option<Text>), Fault> {
        if self.args.demo {
            let (simulated, word) = self.simulated(lesson);
            Ok((Source::demo(simulated), word))
        } else {
            Ok((aws::account(self)?, None))
        }
    }

    /// What `scope` asks of the account.
    ///
    /// # Errors
    /// This build has no AWS, or nothing at all can be read, for want of credentials, say.
    pub fn read(&self, lesson: &Lesson, scope: &Scope, now: Timestamp) -> Result<Snapshot, Fault> {
        let source = self.source(lesson)?;
        readable(runtime()?.block_on(source.read(scope, now)))
    }
}

/// `snapshot`, unless it shows nothing at all.
pub fn readable(snapshot: Snapshot) -> Result<Snapshot, Fault> {
    match (snapshot.identity.seen(), snapshot.vpcs.seen()) {
        (Err(unseen), Err(_)) => {
            let unknown = Verdict::unknown(unseen);
            let fix = unknown.fix.unwrap_or_else(|| msg!(unknown_not_asked_fix));
            Err(Fault::failed(msg!(account_unreadable, what = unknown.actual, fix = fix)))
        }
        _ => Ok(snapshot),
    }
}
