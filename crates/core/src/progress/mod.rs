//! What a learner has reached: kept on disk, and weighed against what the account shows.

mod drills;
mod exercise;
mod known;
mod load;
mod model;
mod store;
mod unlock;

pub use exercise::{due_again, first_tries, is_answered, settle};
pub use known::Known;
pub use load::credit;
pub use model::{Attestation, Entered, LoadRun, Progress};
pub use store::{Saved, Store, StoreError};
pub use unlock::{StepState, is_finished, record, remember, states};
