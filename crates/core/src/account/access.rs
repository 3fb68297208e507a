//! How an instructor comes to a learner's account.

/// The way into one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// A profile in AWS's own configuration files.
    Profile(String),
    /// A role in the account.
    Role(Role),
}

/// An IAM role that trusts the instructor.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Role {
    /// `arn:aws:iam::<account>:role/<name>`.
    pub arn: String,
    /// What the role wants to hear, so that nobody else's request passes for the instructor's:
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>.
    pub external_id: Option<String>,
}
