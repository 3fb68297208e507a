//! What a command needs of AWS: an account, the accounts of a class, the policy. A build without AWS refuses each in
//! one place.

#[cfg(feature = "aws")]
mod present {
    use serde::Serialize;

    use super::super::context::{Context, env};
    use super::super::output::Fault;
    use crate::account::Source;
    use crate::account::aws::{CrossAccount, Reader, RoleWords, Settings, policy, role_template};
    use crate::files::aws_file;
    use crate::i18n::Text;
    use crate::msg;

    /// The learner's own account; nothing is sent yet.
    #[expect(clippy::unnecessary_wraps, reason = "a build without AWS refuses here")]
    pub fn account(context: &Context) -> Result<Source, Fault> {
        Ok(Source::Aws(Reader::new(settings(context))))
    }

    /// The instructor's access to the accounts of a class.
    pub async fn cross_account(context: &Context) -> Result<CrossAccount, Fault> {
        Ok(CrossAccount::open(&settings(context)).await)
    }

    /// The IAM policy that everything can be read with.
    #[expect(clippy::unnecessary_wraps, reason = "a build without AWS refuses here")]
    pub fn reading_policy(instance_profile: Option<&str>, region: &str) -> Result<impl Serialize, Fault> {
        Ok(policy(instance_profile, region))
    }

    /// The CloudFormation template of the role that lets an instructor in.
    #[expect(clippy::unnecessary_wraps, reason = "a build without AWS refuses here")]
    pub fn instructor_role(
        instance_profile: Option<&str>,
        say: impl Fn(Text) -> String,
    ) -> Result<impl Serialize, Fault> {
        let words = RoleWords {
            about: say(msg!(role_about)),
            instructor: say(msg!(role_instructor)),
            external_id: say(msg!(role_external_id)),
            role: say(msg!(role_name)),
        };
        Ok(role_template(instance_profile, &words))
    }

    /// What is said about the connection to AWS.
    fn settings(context: &Context) -> Settings {
        Settings {
            profile: context.profile().map(str::to_owned),
            used_profile: context.profile().map(str::to_owned).or_else(|| env("AWS_PROFILE")),
            config_file: aws_file("config", env("AWS_CONFIG_FILE")),
            credentials_file: aws_file("credentials", env("AWS_SHARED_CREDENTIALS_FILE")),
            region: context.args.region.clone().or_else(|| context.settings.region.clone()),
        }
    }
}

#[cfg(not(feature = "aws"))]
mod absent {
    use super::super::context::Context;
    use super::super::output::Fault;
    use crate::account::Source;
    use crate::account::aws::CrossAccount;
    use crate::i18n::Text;
    use crate::msg;

    pub fn account(_: &Context) -> Result<Source, Fault> {
        Err(only_demo())
    }

    pub async fn cross_account(_: &Context) -> Result<CrossAccount, Fault> {
        Err(only_demo())
    }

    pub fn reading_policy(_: Option<&str>, _: &str) -> Result<(), Fault> {
        Err(only_demo())
    }

    pub fn instructor_role(_: Option<&str>, _: impl Fn(Text) -> String) -> Result<(), Fault> {
        Err(only_demo())
    }

    fn only_demo() -> Fault {
        Fault::usage(msg!(only_demo))
    }
}

#[cfg(not(feature = "aws"))]
pub use absent::{account, cross_account, instructor_role, reading_policy};
#[cfg(feature = "aws")]
pub use present::{account, cross_account, instructor_role, reading_policy};
