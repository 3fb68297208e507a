//! The outcome of reading one area of an account. An error can't turn into "there is nothing".

use serde::{Deserialize, Serialize};

/// What became of reading one area (all VPCs, say).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Area<T> {
    /// Read completely; an empty list means that there is nothing.
    Seen(T),
    /// The identity may not make this call.
    Denied(Denial),
    /// The call failed in another way.
    Failed(Failure),
    /// Nobody asked, because nothing needed the answer or an answer before it was missing.
    #[default]
    NotAsked,
}

/// A refused call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Denial {
    /// The IAM action that is missing, such as `ec2:DescribeVpcs`.
    pub action: String,
    /// AWS's own words, often naming the policy that denies.
    pub message: String,
}

/// A call that failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The IAM action of the call.
    pub action: String,
    /// What kind of failure.
    pub kind: FailureKind,
    /// Error code and message, for people who look closer.
    pub detail: String,
}

/// Kinds of failure that need different advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailureKind {
    /// No source of credentials has any.
    CredentialsMissing,
    /// The credentials were good once.
    CredentialsExpired,
    /// AWS does not know the credentials or their signature.
    CredentialsInvalid,
    /// This machine's clock is too far from AWS's.
    ClockSkew,
    /// No region is set anywhere.
    RegionMissing,
    /// AWS asked to slow down, and retries did not help.
    Throttled,
    /// No connection, or no answer in time.
    Unreachable,
    /// An answer came that is not one of AWS's.
    Unreadable,
    /// AWS reports an internal error or is unavailable.
    Service,
    /// Any other refusal, such as a region that is not enabled.
    Refused,
}

/// Why there is no answer to look at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unseen<'a> {
    /// See [`Area::Denied`].
    Denied(&'a Denial),
    /// See [`Area::Failed`].
    Failed(&'a Failure),
    /// See [`Area::NotAsked`].
    NotAsked,
}

impl<T> Area<T> {
    /// What was seen, or why nothing was.
    ///
    /// # Errors
    /// [`Unseen`] where the area was denied, failed or was not asked for.
    pub fn seen(&self) -> Result<&T, Unseen<'_>> {
        match self {
            Self::Seen(value) => Ok(value),
            Self::Denied(denial) => Err(Unseen::Denied(denial)),
            Self::Failed(failure) => Err(Unseen::Failed(failure)),
            Self::NotAsked => Err(Unseen::NotAsked),
        }
    }

    /// The same outcome with what was seen turned into something else.
    pub fn map<U>(&self, change: impl FnOnce(&T) -> U) -> Area<U> {
        match self {
            Self::Seen(value) => Area::Seen(change(value)),
            Self::Denied(denial) => Area::Denied(denial.clone()),
            Self::Failed(failure) => Area::Failed(failure.clone()),
            Self::NotAsked => Area::NotAsked,
        }
    }
}
