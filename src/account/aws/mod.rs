//! Reads an account through AWS's APIs: Describe, Get and List calls only, and AssumeRole to come into a class's accounts.
//! Calls go out in two waves: everything that only needs names, then what needs ids from the first.

mod action;
mod calls;
mod clients;
mod collect;
mod convert;
mod doors;
mod errors;
mod policy;
mod profiles;
mod regions;
mod role_template;

use futures_util::future::join_all;
use jiff::Timestamp;
use tokio::sync::OnceCell;

pub use clients::Settings;
pub use doors::{Door, Doors, Role};
pub use policy::policy;
pub use role_template::{RoleWords, role_template};

use super::resources::Identity;
use super::{Answer, Area, Failure, FailureKind, Question, Scope, Snapshot};
use clients::Clients;
use regions::Elsewhere;

/// A connection to one account and region; made when something is read first.
#[derive(Debug)]
pub struct Reader {
    settings: Box<Settings>,
    clients: OnceCell<Clients>,
    elsewhere: Box<Elsewhere>,
}

impl Reader {
    /// A reader that connects as `settings` say.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self { settings: Box::new(settings), clients: OnceCell::new(), elsewhere: Box::default() }
    }

    /// A reader over clients that are connected already. It knows of no other profiles to look for the lab with.
    fn over(clients: Clients) -> Self {
        Self { settings: Box::default(), clients: OnceCell::new_with(Some(clients)), elsewhere: Box::default() }
    }

    /// Who the caller is.
    pub async fn identify(&self) -> Area<Identity> {
        let clients = self.clients().await;
        match clients.region {
            Some(_) => calls::identity(clients).await,
            None => Area::Failed(no_region()),
        }
    }

    /// Everything in `scope`, each area with its own outcome. Takes at most half a minute a wave.
    pub async fn read(&self, scope: &Scope, now: Timestamp) -> Snapshot {
        let clients = self.clients().await;
        match &clients.region {
            Some(region) => collect::snapshot(clients, region, scope, now).await,
            None => Snapshot::failed(now, None, &no_region()),
        }
    }

    /// What comes of `questions`, asked all at once.
    pub async fn answer(&self, questions: &[Question]) -> Vec<Answer> {
        let clients = self.clients().await;
        join_all(questions.iter().map(|question| self.answer_one(clients, question))).await
    }

    async fn answer_one(&self, clients: &Clients, question: &Question) -> Answer {
        match question {
            Question::BootLog { instance } => {
                Answer::BootLog { instance: instance.clone(), log: calls::boot_log(clients, instance).await }
            }
            Question::LaunchTemplates => Answer::LaunchTemplates(calls::launch_templates(clients).await),
            Question::InstanceProfiles => Answer::InstanceProfiles(calls::instance_profiles(clients).await),
            Question::OtherProfiles => {
                let settings = &self.settings;
                Answer::OtherProfiles(profiles::others(
                    settings.config_file.as_deref(),
                    settings.used_profile.as_deref(),
                ))
            }
            Question::OtherRegions { names } => Answer::OtherRegions(self.elsewhere.look(clients, names).await),
        }
    }

    /// The region that is read; none where none is set.
    pub async fn region(&self) -> Option<&str> {
        self.clients().await.region.as_deref()
    }

    async fn clients(&self) -> &Clients {
        self.clients.get_or_init(|| Clients::connect(&self.settings)).await
    }
}

fn no_region() -> Failure {
    Failure { action: String::new(), kind: FailureKind::RegionMissing, detail: String::new() }
}
