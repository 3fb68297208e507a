//! What a command needs of AWS: an account, the accounts of a class, the policy. A build without AWS refuses each in
//! one place.

#[cfg(feature = "aws")]
mod present {
    use std::path::Path;

    use jiff::Timestamp;
    use serde::Serialize;

    use super::super::context::{Context, env, runtime};
    use super::super::output::Fault;
    use crate::account::Source;
    use crate::account::aws::{CrossAccount, Lab, Questions, Reader, RoleWords, Settings, policy, role_template};
    use crate::doctor::{Fact, Place};
    use crate::files::aws_file;
    use crate::i18n::{Language, Localizer, Text};
    use crate::lesson::Lesson;
    use crate::msg;
    use crate::verify::ResourceKind;

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
    pub fn reading_policy(context: &Context, lesson: &Lesson) -> Result<impl Serialize, Fault> {
        Ok(policy(lab(context, lesson)))
    }

    /// The CloudFormation template of the role that lets an instructor in, in English: it takes no other letters.
    #[expect(clippy::unnecessary_wraps, reason = "a build without AWS refuses here")]
    pub fn instructor_role(context: &Context, lesson: &Lesson) -> Result<impl Serialize, Fault> {
        let english = Localizer::new(Language::En);
        let say = |text: Text| english.say(&text);
        let words = RoleWords {
            about: say(msg!(role_about)),
            instructor: say(msg!(role_instructor)),
            external_id: say(msg!(role_external_id)),
            role: say(msg!(role_name)),
        };
        Ok(role_template(lab(context, lesson), &words))
    }

    /// What of the lesson's lab a policy names.
    fn lab<'a>(context: &'a Context, lesson: &'a Lesson) -> Lab<'a> {
        let value = |name: &str| lesson.values.get(name);
        let region = context.args.region.as_deref().or_else(|| value("region")).unwrap_or_default();
        let named = |kind| lesson.lab.names(kind).next();
        Lab {
            instance_profile: named(ResourceKind::InstanceProfile),
            group: named(ResourceKind::AutoScalingGroup),
            region,
        }
    }

    /// The profile that the environment names: where it names two, the AWS CLI's own choice.
    fn profile_of_the_environment() -> Option<String> {
        ["AWS_DEFAULT_PROFILE", "AWS_PROFILE"].into_iter().filter_map(env).find(|name| !name.is_empty())
    }

    /// What `doctor` looks at of AWS; `shown` is how it writes a path.
    pub fn facts(
        context: &Context,
        lesson: &Lesson,
        shown: fn(&Path) -> String,
        now: Timestamp,
    ) -> Result<Vec<Fact>, Fault> {
        let variables = std::env::vars_os();
        let variables = variables.filter_map(|(name, text)| Some((name.into_string().ok()?, text.into_string().ok()?)));
        let value = |name: &str| lesson.values.get(name).unwrap_or_default().to_owned();
        let named = |kind| lesson.lab.names(kind).next().unwrap_or_default().to_owned();
        let asked = context.args.region.as_ref().map(|_| Place::Option("--region"));
        let questions = Questions {
            variables: &variables.collect(),
            region: asked.or_else(|| context.settings.region.as_ref().map(|_| Place::Settings("region"))),
            lesson_region: value("region"),
            instance_profile: named(ResourceKind::InstanceProfile),
            group: named(ResourceKind::AutoScalingGroup),
            shown,
        };
        let runtime = runtime()?;
        let facts = runtime.block_on(Reader::new(settings(context)).facts(&questions, now));
        // A name that is being looked up can't be broken off.
        runtime.shutdown_background();
        Ok(facts)
    }

    /// What is said about the connection to AWS.
    fn settings(context: &Context) -> Settings {
        Settings {
            profile: context.profile().map(str::to_owned),
            used_profile: context.profile().map(str::to_owned).or_else(profile_of_the_environment),
            config_file: aws_file("config", env("AWS_CONFIG_FILE")),
            credentials_file: aws_file("credentials", env("AWS_SHARED_CREDENTIALS_FILE")),
            region: context.args.region.clone().or_else(|| context.settings.region.clone()),
            state_folder: context.folder(),
        }
    }
}

#[cfg(not(feature = "aws"))]
mod absent {
    use std::path::Path;

    use jiff::Timestamp;

    use super::super::context::Context;
    use super::super::output::Fault;
    use crate::account::Source;
    use crate::account::aws::CrossAccount;
    use crate::doctor::{Fact, NoAccount};
    use crate::lesson::Lesson;
    use crate::msg;

    pub fn account(_: &Context) -> Result<Source, Fault> {
        Err(only_demo())
    }

    pub async fn cross_account(_: &Context) -> Result<CrossAccount, Fault> {
        Err(only_demo())
    }

    pub fn reading_policy(_: &Context, _: &Lesson) -> Result<(), Fault> {
        Err(only_demo())
    }

    pub fn instructor_role(_: &Context, _: &Lesson) -> Result<(), Fault> {
        Err(only_demo())
    }

    #[expect(clippy::unnecessary_wraps, reason = "as in the build with AWS, where asking may fail")]
    pub fn facts(_: &Context, _: &Lesson, _: fn(&Path) -> String, _: Timestamp) -> Result<Vec<Fact>, Fault> {
        Ok(vec![Fact::NoAccount(NoAccount::NotBuilt)])
    }

    fn only_demo() -> Fault {
        Fault::usage(msg!(only_demo))
    }
}

#[cfg(not(feature = "aws"))]
pub use absent::{account, cross_account, facts, instructor_role, reading_policy};
#[cfg(feature = "aws")]
pub use present::{account, cross_account, facts, instructor_role, reading_policy};
