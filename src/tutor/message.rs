//! What can happen, and what the shell is asked to do about it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use crate::account::demo::Action;
use crate::account::resources::Identity;
use crate::account::{Area, Snapshot};
use crate::i18n::{Language, Text};
use crate::lesson::Lesson;
use crate::load;
use crate::look::Assessed;
use crate::progress::{Progress, StoreError};
use crate::tutor::key::Keystroke;
use crate::tutor::keys::Command;

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// The program has begun.
    Started,
    /// A key was pressed.
    Key(Keystroke),
    /// Something was asked for by another way than a key.
    Asked(Command),
    /// A text was pasted.
    Pasted(String),
    /// What is being written reads like this now, and is still being written.
    Typed(String),
    /// What is being written was written elsewhere, as a whole, and is done.
    Written(String),
    /// The program is about to end, asked for or not.
    Ending,
    /// The lesson was filled with the values that the learner entered; or why it couldn't be.
    FilledIn(Result<Arc<Lesson>, Text>),
    /// Files of the lesson pack have changed.
    PackChanged,
    /// The lesson was read anew; or why it couldn't be.
    LessonRead(Result<Arc<Lesson>, Text>),
    /// The window has another size, for which the page is laid out anew.
    Resized,
    /// A second has passed while a check runs.
    Ticked,
    /// A file was to be written.
    Wrote {
        /// Its whole name.
        file: String,
        /// What became of it.
        written: Written,
    },
    /// The page to hand in was to be written: to this file, or why it wasn't.
    HandedIn(Result<String, Text>),
    /// It may be time to look at the account again.
    Due,
    /// AWS told who the caller is, or didn't.
    Identified {
        /// The number of the request.
        number: u64,
        /// The caller.
        identity: Area<Identity>,
        /// The region that will be read, where one is set.
        region: Option<String>,
    },
    /// The account was read and judged.
    Read {
        /// The number of the request.
        number: u64,
        /// The lesson that it was judged by.
        lesson: Arc<Lesson>,
        /// What was seen.
        seen: Box<Assessed>,
    },
    /// The progress kept for an account was read.
    ProgressRead {
        /// The account that it was asked for; another one may have come since.
        account: String,
        /// The progress.
        outcome: Result<Progress, StoreError>,
    },
    /// Progress was saved, merged with what another tutor had saved.
    ProgressSaved(Result<Progress, StoreError>),
    /// What can be done in the simulated account now.
    Actions(Vec<Action>),
    /// The simulated account could not be saved, for this reason.
    DemoNotSaved(Text),
    /// The simulated account was started over.
    StartedOver(Result<(), StoreError>),
    /// The load tells something.
    LoadTold {
        /// The number that the load was started under.
        number: u64,
        /// What it told: a wave sent, an answer, the end.
        event: load::LoadEvent,
    },
}

/// What became of a file that was to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// It is written.
    Done,
    /// One of that name is there, and was left as it is.
    Exists,
    /// The file system refused.
    Failed(String),
}

/// What is done with a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It stays.
    Keep,
    /// It is overwritten, as the learner agreed.
    Replace,
}

/// Something for the shell to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Ask AWS who the caller is.
    Identify {
        /// The number of the request.
        number: u64,
    },
    /// Read the account.
    Read {
        /// The number of the request.
        number: u64,
        /// Whether what the lab may leave behind is read, too.
        with_leftovers: bool,
    },
    /// Read the progress kept for an account.
    ReadProgress {
        /// The account's number, or `demo`.
        account: String,
    },
    /// Write it to the file of its account.
    SaveProgress(Box<Progress>),
    /// Fill the lesson with values that the learner entered.
    FillIn {
        /// Values by name.
        values: BTreeMap<String, String>,
    },
    /// Read the lesson anew, with values that the learner entered.
    ReadLesson {
        /// Values by name.
        values: BTreeMap<String, String>,
    },
    /// Find out what can be done in the simulated account.
    ListActions {
        /// The id of the step that is shown.
        step: String,
    },
    /// Perform an action in the simulated account.
    Perform {
        /// Its id.
        action: &'static str,
    },
    /// Make the simulated account new and forget progress in it.
    StartOver,
    /// Write a file in the current folder.
    WriteFile {
        /// Without a folder.
        name: String,
        /// Its content.
        text: String,
        /// What to do where it is there.
        existing: Existing,
    },
    /// Write the page to hand in, of what the last look showed.
    HandIn(Box<HandIn>),
    /// Change the text that is being written where the learner sees it, and tell how it reads then.
    Edit(Edit),
    /// Put a text into the terminal's clipboard.
    Copy(String),
    /// Give the terminal back until the shell that started the program goes on with it.
    Suspend,
    /// Put load on the learner's own site.
    StartLoad {
        /// The number of the load.
        number: u64,
        /// How much.
        plan: load::Plan,
        /// Where the account says that the site is.
        site: load::Site,
    },
    /// End the load.
    StopLoad,
    /// End the program.
    Leave(Leaving),
}

/// What a page to hand in is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct HandIn {
    /// What the last look showed.
    pub snapshot: Snapshot,
    /// What the learner has reached and written.
    pub record: Progress,
    /// The language of the page.
    pub language: Language,
    /// Seconds by which the learner's clock is ahead of UTC.
    pub utc_offset: i32,
    /// The instant of the page.
    pub now: Timestamp,
}

/// Why the program leaves.
#[derive(Clone, Debug, PartialEq)]
pub enum Leaving {
    /// The learner wants to.
    Asked,
    /// The progress file can't be read, and going on would endanger it.
    Unreadable(Text),
}

/// What happens to a text that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A key that means a character or a movement.
    Type(Keystroke),
    /// A text comes in where the cursor is.
    Insert(String),
    /// The last change is taken back.
    Undo,
    /// It is made again.
    Redo,
}
