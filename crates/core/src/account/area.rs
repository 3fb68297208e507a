//! The outcome of reading one area of an account. An error can't turn into "there is nothing".

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Origin;

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
    /// Where the credentials come from that it is about; none where it isn't about credentials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

/// Kinds of failure that need different advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailureKind {
    /// No source of credentials has any.
    CredentialsMissing,
    /// The credentials were good once, or the sign-in that gives them has ended.
    CredentialsExpired,
    /// AWS does not know the credentials or their signature.
    CredentialsInvalid,
    /// AWS's files have no profile of the name that was asked for; the detail has the names that there are.
    ProfileMissing,
    /// The profile can't be used as it is written.
    ProfileFaulty,
    /// The role that a profile names wants an MFA code.
    MfaNeeded,
    /// What gives the credentials doesn't give them to this identity.
    RoleRefused,
    /// What gives the credentials can't be reached.
    SourceUnreachable,
    /// What gives the credentials has a fault of its own.
    SourceFailed,
    /// The program that a profile names for its credentials ended with an error; the detail has its first words.
    ProcessFailed,
    /// That program doesn't end.
    ProcessHangs,
    /// That program says something else than credentials.
    ProcessUnreadable,
    /// The file with a web identity's token can't be read.
    TokenFileMissing,
    /// This machine's clock is too far from AWS's.
    ClockSkew,
    /// No region is set anywhere.
    RegionMissing,
    /// What is set as the region, in the detail, is no region's code.
    RegionMalformed,
    /// The account hasn't enabled the region, which is the detail.
    RegionDisabled,
    /// AWS asked to slow down, and retries did not help.
    Throttled,
    /// No connection, or no answer in time.
    Unreachable,
    /// Nobody whom this machine trusts vouches for whoever answers; the detail has who does.
    CertificateUntrusted,
    /// The file of certificates that was named can't be used.
    BundleUnreadable,
    /// An answer came that is not one of AWS's.
    Unreadable,
    /// AWS reports an internal error or is unavailable.
    Service,
    /// Any other refusal.
    Refused,
}

impl Failure {
    /// A failure of the call `action`, which is empty where it concerns every call.
    #[must_use]
    pub fn new(action: impl Into<String>, kind: FailureKind, detail: impl Into<String>) -> Self {
        Self { action: action.into(), kind, detail: detail.into(), origin: None }
    }

    /// The same, about credentials from `origin`.
    #[must_use]
    pub fn about(self, origin: Origin) -> Self {
        Self { origin: Some(origin), ..self }
    }
}

impl FailureKind {
    /// Whether it keeps every call from being made or answered, and nothing but other settings or a new sign-in helps.
    #[must_use]
    pub fn is_of_the_connection(self) -> bool {
        match self {
            Self::CredentialsMissing
            | Self::CredentialsExpired
            | Self::CredentialsInvalid
            | Self::ProfileMissing
            | Self::ProfileFaulty
            | Self::MfaNeeded
            | Self::RoleRefused
            | Self::SourceUnreachable
            | Self::SourceFailed
            | Self::ProcessFailed
            | Self::ProcessHangs
            | Self::ProcessUnreadable
            | Self::TokenFileMissing
            | Self::ClockSkew
            | Self::RegionMissing
            | Self::RegionMalformed
            | Self::RegionDisabled
            | Self::CertificateUntrusted
            | Self::BundleUnreadable => true,
            Self::Throttled | Self::Unreachable | Self::Unreadable | Self::Service | Self::Refused => false,
        }
    }
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

/// Outcomes of readings, one or several.
pub trait Readings {
    /// Those that failed.
    fn failures(&mut self) -> impl Iterator<Item = &mut Failure>;
}

impl<T> Readings for Area<T> {
    fn failures(&mut self) -> impl Iterator<Item = &mut Failure> {
        match self {
            Self::Failed(failure) => Some(failure),
            Self::Seen(_) | Self::Denied(_) | Self::NotAsked => None,
        }
        .into_iter()
    }
}

impl<T> Readings for BTreeMap<String, Area<T>> {
    fn failures(&mut self) -> impl Iterator<Item = &mut Failure> {
        self.values_mut().flat_map(Readings::failures)
    }
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
