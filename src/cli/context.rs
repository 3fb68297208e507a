//! What every command works with.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::Timestamp;

use super::args::Args;
use super::output::Fault;
use super::settings::Settings;
use super::zone::Zone;
use crate::account::demo::{self, SimulatedAccount};
use crate::files::state_folder;
use crate::i18n::{Localizer, Text};
use crate::lesson::{Lesson, Pack, load};
use crate::msg;
use crate::progress::{Progress, Saved, Store};
use crate::signs::Signs;

/// The simulated account, in the demo's folder.
pub const WORLD: &str = "world.json";

/// What every command works with.
pub struct Context {
    pub args: Args,
    pub settings: Settings,
    pub localizer: Localizer,
    /// The zone of times, and where it comes from.
    pub zone: Zone,
    /// The pack that the arguments or the settings choose.
    pub pack: Pack,
}

impl Context {
    /// The lesson that the arguments choose, with the learner's own values.
    pub fn lesson(&self) -> Result<Lesson, Fault> {
        let pack = self.pack();
        // Where a manifest names none, loading it says so.
        let id = pack.id().unwrap_or_default();
        let lesson = self.load(&self.settings.values.of_lesson(&id))?;
        for word in self.settings.values.unknown(&id, &lesson.values) {
            eprintln!("ec-site-tutor: {}", self.localizer.say(&word));
        }
        Ok(lesson)
    }

    /// The lesson that the arguments choose, with these values in the place of its own.
    pub fn load(&self, values: &BTreeMap<String, String>) -> Result<Lesson, Fault> {
        let lesson = load(&self.pack(), values).map_err(|error| Fault::usage(error.text()))?;
        Ok(Lesson { prices: lesson.prices.under(&self.settings.prices), ..lesson })
    }

    /// The lesson with the values that the learner entered in the tutor, too. Those of several accounts that differ
    /// are left out: nothing here tells which account is meant.
    pub fn lesson_with_entered_values(&self) -> Result<Lesson, Fault> {
        let lesson = self.lesson()?;
        let saved = self.saved(&lesson)?;
        for error in &saved.unreadable {
            eprintln!("ec-site-tutor: {}", self.localizer.say(&error.text()));
        }
        let values: BTreeMap<String, String> =
            self.settings.values.of_lesson(&lesson.id).into_iter().chain(entered(&saved.read)).collect();
        self.load(&values)
    }

    /// The AWS profile to use, where one is named.
    pub fn profile(&self) -> Option<&str> {
        self.args.profile.as_deref().or(self.settings.profile.as_deref())
    }

    /// The simulated account as it was left; a new one where there is none, or none of this lesson. That one was left by
    /// another version, or can't be read, is said.
    pub fn simulated(&self, lesson: &Lesson) -> (SimulatedAccount, Option<Text>) {
        let saved = self.folder().map_or(Ok(None), |folder| demo::load(&folder.join(WORLD)));
        let word = saved.is_err().then(|| msg!(demo_starts_over));
        let saved = saved.ok().flatten().filter(|simulated| simulated.fits(lesson));
        (saved.unwrap_or_else(|| SimulatedAccount::new(lesson, Timestamp::now())), word)
    }

    /// Where progress in `lesson` is kept; none where there is no home.
    pub fn store(&self, lesson: &Lesson) -> Option<Store> {
        self.folder().map(|folder| Store::new(folder).of(lesson))
    }

    /// Where the demo's progress in `lesson` is kept; none where there is no home.
    pub fn demo_store(lesson: &Lesson) -> Option<Store> {
        state_folder().map(|folder| Store::new(folder.join("demo")).of(lesson))
    }

    /// Everything that is kept of `lesson`.
    pub fn saved(&self, lesson: &Lesson) -> Result<Saved, Fault> {
        let saved = self.store(lesson).map(|store| store.all(&lesson.id)).transpose();
        Ok(saved.map_err(|error| Fault::usage(error.text()))?.unwrap_or_default())
    }

    /// The folder for what is kept, the demo's apart.
    pub fn folder(&self) -> Option<PathBuf> {
        state_folder().map(|folder| if self.args.demo { folder.join("demo") } else { folder })
    }

    /// The signs for people to read; the font of Linux's own console has none but ASCII's.
    pub fn signs(&self) -> Signs {
        let is_console = env("TERM").is_some_and(|term| term == "linux");
        if self.args.ascii || is_console { Signs::Ascii } else { Signs::All }
    }

    /// For what programs read: times in UTC.
    pub fn localizer_of_data(&self) -> Localizer {
        Localizer::new(self.localizer.language())
    }

    pub fn pack(&self) -> Pack {
        self.pack.clone()
    }
}

/// The values entered, where every account that has one has the same.
fn entered(saved: &[Progress]) -> BTreeMap<String, String> {
    let mut values: BTreeMap<String, Option<String>> = BTreeMap::new();
    let entries = saved.iter().flat_map(|progress| &progress.values).filter(|(_, entry)| !entry.text.is_empty());
    for (name, entry) in entries {
        let value = values.entry(name.clone()).or_insert_with(|| Some(entry.text.clone()));
        if value.as_ref() != Some(&entry.text) {
            *value = None;
        }
    }
    values.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

/// Everything runs on one thread: the work is waiting for AWS.
pub fn runtime() -> Result<tokio::runtime::Runtime, Fault> {
    let built = tokio::runtime::Builder::new_current_thread().enable_all().build();
    built.map_err(|error| Fault::failed(msg!(runtime_failed, error = error.to_string())))
}

/// A variable of the environment, where it is readable text.
pub fn env(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(number: &str, arn: &str) -> Progress {
        let mut progress = Progress::new(number, "step4");
        progress.enter("secret_arn", arn, Timestamp::UNIX_EPOCH);
        progress
    }

    #[test]
    fn a_value_of_one_account_is_used_and_one_that_differs_between_accounts_is_not() {
        let (one, same, other, none) = (account("1", "a"), account("2", "a"), account("3", "b"), account("4", ""));
        let expected = BTreeMap::from([("secret_arn".to_owned(), "a".to_owned())]);
        assert_eq!(entered(&[one.clone(), same.clone(), none]), expected);
        assert_eq!(entered(&[one, same.clone(), other, same]), BTreeMap::new());
    }
}
