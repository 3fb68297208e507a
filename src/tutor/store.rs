//! Keeps progress on a thread of its own, in the order asked for: a slow disk or another tutor's lock must not stop
//! the screen.

use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use tokio::sync::mpsc::UnboundedSender;

use super::message::Message;
use super::model::DEMO_ACCOUNT;
use crate::account::demo::{self, SimulatedAccount};
use crate::lesson::Lesson;
use crate::msg;
use crate::progress::{Progress, Store};

/// How long leaving waits for what is still to be saved.
const PATIENCE: Duration = Duration::from_secs(5);

/// Something to do with saved progress.
#[derive(Debug)]
pub enum StoreJob {
    /// Read an account's.
    ReadProgress {
        /// Its number, twelve digits.
        account: String,
        /// The id of the lesson whose progress it is.
        lesson: String,
    },
    /// Write it to the file of its account.
    SaveProgress(Box<Progress>),
    /// Save the simulated account.
    SaveDemo {
        /// Where.
        file: PathBuf,
        /// The account.
        simulated: Box<SimulatedAccount>,
    },
    /// Forget what was reached in the demo.
    ForgetDemo {
        /// The id of the lesson whose progress it is.
        lesson: String,
    },
}

/// The thread.
#[derive(Debug)]
pub struct Keeper {
    store: Store,
    /// Each with the store of the checks by which it was reached.
    jobs: mpsc::Sender<(Store, StoreJob)>,
    /// Never sent to: it ends when the thread does.
    end: mpsc::Receiver<()>,
}

impl Keeper {
    /// Starts the thread; answers go to `inbox`.
    #[must_use]
    pub fn start(store: Store, inbox: UnboundedSender<Message>) -> Self {
        let (jobs, queue) = mpsc::channel::<(Store, StoreJob)>();
        let (alive, end) = mpsc::channel();
        thread::spawn(move || {
            let _alive: mpsc::Sender<()> = alive;
            for (store, job) in queue {
                if let Some(message) = work(&store, job) {
                    // The tutor may have left already.
                    let _ = inbox.send(message);
                }
            }
        });
        Self { store, jobs, end }
    }

    /// Puts a job behind those that wait; what it keeps was reached by the checks of `lesson`.
    pub fn ask(&self, lesson: &Lesson, job: StoreJob) {
        // The thread ends only when this sender does.
        let _ = self.jobs.send((self.store.of(lesson), job));
    }

    /// Waits for the jobs that are left, but not for ever.
    pub fn finish(self) {
        drop(self.jobs);
        let _ = self.end.recv_timeout(PATIENCE);
    }
}

fn work(store: &Store, job: StoreJob) -> Option<Message> {
    match job {
        StoreJob::ReadProgress { account, lesson } => {
            let outcome = store.load(&account, &lesson);
            Some(Message::ProgressRead { account, outcome })
        }
        StoreJob::SaveProgress(progress) => Some(Message::ProgressSaved(store.save(&progress))),
        StoreJob::SaveDemo { file, simulated } => {
            let error = demo::save(&file, &simulated).err()?;
            let file = file.display().to_string();
            Some(Message::DemoNotSaved(msg!(progress_not_saved, file = file, error = error.to_string())))
        }
        StoreJob::ForgetDemo { lesson } => Some(Message::StartedOver(store.forget(DEMO_ACCOUNT, &lesson))),
    }
}
