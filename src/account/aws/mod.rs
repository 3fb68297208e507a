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
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use futures_util::future::join_all;
use jiff::Timestamp;
use tokio::sync::Mutex;

pub use clients::Settings;
pub use doors::{Door, Doors, Role};
pub use policy::policy;
pub use role_template::{RoleWords, role_template};

use super::resources::Identity;
use super::{Answer, Area, Failure, FailureKind, Question, Scope, Snapshot};
use clients::Clients;
use regions::Elsewhere;

/// A connection to one account and region; made when something is read first, and anew after AWS refused its
/// credentials: the SDK reads configuration files once, and the learner may have mended them since.
#[derive(Debug)]
pub struct Reader {
    settings: Box<Settings>,
    connection: Mutex<Option<Arc<Clients>>>,
    /// Whether the settings lead to the same account; clients that were handed over can't be made anew.
    can_reconnect: bool,
    /// Whether AWS refused what the connection was made with.
    refused: AtomicBool,
    elsewhere: Box<Elsewhere>,
}

impl Reader {
    /// A reader that connects as `settings` say.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self {
            settings: Box::new(settings),
            connection: Mutex::default(),
            can_reconnect: true,
            refused: AtomicBool::new(false),
            elsewhere: Box::default(),
        }
    }

    /// A reader over clients that are connected already. It knows of no other profiles to look for the lab with.
    fn over(clients: Clients) -> Self {
        Self {
            settings: Box::default(),
            connection: Mutex::new(Some(Arc::new(clients))),
            can_reconnect: false,
            refused: AtomicBool::new(false),
            elsewhere: Box::default(),
        }
    }

    /// Who the caller is.
    pub async fn identify(&self) -> Area<Identity> {
        let clients = self.usable_clients().await;
        let identity = match clients.region {
            Some(_) => calls::identity(&clients).await,
            None => Area::Failed(no_region()),
        };
        self.note(&identity);
        identity
    }

    /// Everything in `scope`, each area with its own outcome. Takes at most half a minute a wave.
    pub async fn read(&self, scope: &Scope, now: Timestamp) -> Snapshot {
        let clients = self.usable_clients().await;
        let snapshot = match &clients.region {
            Some(region) => collect::snapshot(&clients, region, scope, now).await,
            None => Snapshot::failed(now, None, &no_region()),
        };
        self.note(&snapshot.identity);
        snapshot
    }

    /// What comes of `questions`, asked all at once.
    pub async fn answer(&self, questions: &[Question]) -> Vec<Answer> {
        let clients = self.clients().await;
        join_all(questions.iter().map(|question| self.answer_one(&clients, question))).await
    }

    async fn answer_one(&self, clients: &Clients, question: &Question) -> Answer {
        match question {
            Question::BootLog { instance } => {
                Answer::BootLog { instance: instance.clone(), log: calls::boot_log(clients, instance).await }
            }
            Question::ListenerRules { listener } => {
                Answer::ListenerRules(calls::listener_rules(clients, listener).await)
            }
            Question::NetworkAcls => Answer::NetworkAcls(calls::network_acls(clients).await),
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
    pub async fn region(&self) -> Option<String> {
        self.clients().await.region.clone()
    }

    async fn clients(&self) -> Arc<Clients> {
        let mut connection = self.connection.lock().await;
        if let Some(clients) = &*connection {
            return Arc::clone(clients);
        }
        let clients = Arc::new(Clients::connect(&self.settings).await);
        *connection = Some(Arc::clone(&clients));
        clients
    }

    /// As `clients`, connected anew where the last ones were refused.
    async fn usable_clients(&self) -> Arc<Clients> {
        if self.can_reconnect && self.refused.swap(false, Ordering::Relaxed) {
            *self.connection.lock().await = None;
        }
        self.clients().await
    }

    /// Notes where only another configuration can help.
    fn note(&self, identity: &Area<Identity>) {
        let needs_other_settings = |kind| {
            matches!(
                kind,
                FailureKind::CredentialsMissing
                    | FailureKind::CredentialsExpired
                    | FailureKind::CredentialsInvalid
                    | FailureKind::RegionMissing
            )
        };
        if let Area::Failed(failure) = identity
            && needs_other_settings(failure.kind)
        {
            self.refused.store(true, Ordering::Relaxed);
        }
    }
}

fn no_region() -> Failure {
    Failure { action: String::new(), kind: FailureKind::RegionMissing, detail: String::new() }
}
