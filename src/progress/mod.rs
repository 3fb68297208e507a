//! What a learner has reached: kept on disk, and weighed against what the account shows.

mod model;
mod store;
mod unlock;

pub use model::{Mark, Progress};
pub use store::{Store, StoreError};
pub use unlock::{StepState, locked_by_account, record, states};
