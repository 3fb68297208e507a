//! What stands for AWS in a build without it: types that have no values, so that everything else is the same.

use jiff::Timestamp;

use super::resources::Identity;
use super::{Access, Answer, Area, Question, Scope, Snapshot};

/// A reader that can't be made.
#[derive(Debug)]
pub enum Reader {}

#[expect(clippy::unused_async, reason = "as in the build with AWS, where each is a call")]
impl Reader {
    /// Never called.
    pub async fn identify(&self) -> Area<Identity> {
        match *self {}
    }

    /// Never called.
    pub async fn region(&self) -> Option<String> {
        match *self {}
    }

    /// Never called.
    pub async fn read(&self, _: &Scope, _: Timestamp) -> Snapshot {
        match *self {}
    }

    /// Never called.
    pub async fn read_lab(&self, _: &Scope, _: Timestamp) -> (Snapshot, bool) {
        match *self {}
    }

    /// Never called.
    pub fn trust_part(&self, _: bool) {
        match *self {}
    }

    /// Never called.
    pub async fn answer(&self, _: &[Question]) -> Vec<Answer> {
        match *self {}
    }
}

/// Access to the accounts of a class that can't be had.
#[derive(Debug)]
pub enum CrossAccount {}

#[expect(clippy::unused_async, reason = "as in the build with AWS, where it is a call")]
impl CrossAccount {
    /// Never called.
    pub async fn reader(&self, _: &Access, _: Option<&str>) -> Area<Reader> {
        match *self {}
    }
}
