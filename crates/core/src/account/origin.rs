//! Where credentials come from, as far as AWS's files and the environment tell before anything is asked for.

use serde::{Deserialize, Serialize};

/// Where credentials come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// What gives them.
    pub kind: OriginKind,
    /// The profile that leads to them; none where none does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
}

/// What gives credentials: <https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OriginKind {
    /// Keys in the environment.
    Environment,
    /// Keys in AWS's files.
    Keys,
    /// A sign-in by `aws login`.
    Login,
    /// A sign-in to IAM Identity Center, by `aws sso login`.
    IdentityCenter,
    /// A role, taken with other credentials.
    Role,
    /// A role, taken with the token of an identity provider.
    WebIdentity,
    /// A program of the learner's, `credential_process`.
    Process,
    /// The address that CloudShell and containers have for them.
    Container,
    /// The metadata of an EC2 instance.
    Instance,
    /// Nothing gives any.
    Nothing,
}
