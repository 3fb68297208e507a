//! Reads an account through AWS's APIs: Describe, Get and List calls only, and AssumeRole to come into a class's accounts.
//! Calls go out in two waves: everything that only needs names, then what needs ids from the first; both at once where
//! the last look showed the ids, be it one of a process before.

mod action;
mod calls;
mod certificate;
mod clients;
mod collect;
mod convert;
mod credentials;
mod cross_account;
mod doctor;
mod errors;
mod http;
mod ids;
mod kept;
mod policy;
mod profiles;
mod refused;
mod regions;
mod role_template;
mod settings;
mod site;
#[cfg(test)]
mod tests;
mod trust;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError};

use futures_util::future::join_all;
use jiff::Timestamp;
use tokio::sync::Mutex;

pub use cross_account::CrossAccount;
pub use doctor::Questions;
pub use policy::{Lab, policy};
pub use profiles::{Place, Profiles, Provenance, RoleStep};
pub use role_template::{RoleWords, role_template};
pub use settings::Settings;
pub use trust::bundle;

use clients::Clients;
use ec_site_tutor_core::account::resources::Identity;
use ec_site_tutor_core::account::{Answer, Area, Failure, FailureKind, Question, Scope, Snapshot};
use ec_site_tutor_core::doctor::Fact;
use ids::{Ids, Remembered};
use kept::Shelf;
use regions::OtherRegionsReader;
use settings::Marks;

/// Clients, and what the last look through them showed: other credentials or another region remember nothing of it.
#[derive(Debug)]
struct Connection {
    clients: Clients,
    /// AWS's files as they were just before they were read.
    made_from: Marks,
    remembered: std::sync::Mutex<Option<Remembered>>,
}

impl Connection {
    fn of(clients: Clients, made_from: Marks) -> Self {
        Self { clients, made_from, remembered: std::sync::Mutex::default() }
    }

    /// Everything in `scope`.
    async fn read(&self, region: &str, scope: &Scope, kept: Option<&Shelf>, now: Timestamp) -> Snapshot {
        let assumed = self.assumed(scope, kept, now);
        let (snapshot, ids) = Box::pin(collect::snapshot(&self.clients, region, scope, (&assumed, None), now)).await;
        self.remember(scope, kept, now, ids);
        Box::pin(self.explained(snapshot)).await
    }

    /// Everything in `scope` that is the lab's own; none where the last look doesn't tell what that is, or this one shows
    /// that it is another.
    async fn read_part(&self, region: &str, scope: &Scope, kept: Option<&Shelf>, now: Timestamp) -> Option<Snapshot> {
        let assumed = self.assumed(scope, kept, now);
        let part = assumed.part(scope)?;
        let (snapshot, ids) =
            Box::pin(collect::snapshot(&self.clients, region, scope, (&assumed, Some(part)), now)).await;
        let is_the_labs = (&ids.account, &ids.vpc) == (&assumed.account, &assumed.vpc);
        self.remember(scope, kept, now, ids);
        if is_the_labs { Some(Box::pin(self.explained(snapshot)).await) } else { None }
    }

    /// Who the caller is, or why that isn't known.
    async fn identity(&self) -> Area<Identity> {
        match calls::identity(&self.clients).await {
            Area::Failed(failure) => Area::Failed(refused::explained(&self.clients, failure).await),
            identity => identity,
        }
    }

    /// Adds to every failure what is known of it beyond AWS's answer.
    async fn explained(&self, mut snapshot: Snapshot) -> Snapshot {
        let Area::Failed(failure) = &snapshot.identity else {
            snapshot.each_failure(|failure| *failure = self.clients.explained(failure.clone()));
            return snapshot;
        };
        let (kind, explained) = (failure.kind, refused::explained(&self.clients, failure.clone()).await);
        snapshot.each_failure(|failure| {
            // What every call met alike is explained alike.
            *failure = if failure.kind == kind && kind.is_of_the_connection() {
                Failure { action: failure.action.clone(), ..explained.clone() }
            } else {
                self.clients.explained(failure.clone())
            };
        });
        snapshot
    }

    /// The ids of the last look, through this connection or by a process before; none where they don't serve this one.
    fn assumed(&self, scope: &Scope, kept: Option<&Shelf>, now: Timestamp) -> Ids {
        let remembered = self.remembered.lock().unwrap_or_else(PoisonError::into_inner);
        let last = remembered.as_ref().and_then(|last| last.ids(scope, now)).cloned();
        last.or_else(|| kept?.ids(scope, now)).unwrap_or_default()
    }

    fn remember(&self, scope: &Scope, kept: Option<&Shelf>, now: Timestamp, ids: Ids) {
        if let Some(kept) = kept {
            kept.leave(&ids, now);
        }
        let remembered = Remembered::new(scope, now, ids);
        *self.remembered.lock().unwrap_or_else(PoisonError::into_inner) = Some(remembered);
    }
}

/// A connection to one account and region; made when something is read first, and anew after AWS refused its
/// credentials or its files were changed: the SDK reads them once.
#[derive(Debug)]
pub struct Reader {
    settings: Box<Settings>,
    connection: Mutex<Option<Arc<Connection>>>,
    /// Whether the settings lead to the same account; clients that were handed over can't be made anew.
    can_reconnect: bool,
    /// Whether AWS refused what the connection was made with.
    refused: AtomicBool,
    /// Whether the lab's part of the account told all that was asked for, as far as is known.
    is_part_enough: AtomicBool,
    other_regions: Box<OtherRegionsReader>,
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
            is_part_enough: AtomicBool::new(true),
            other_regions: Box::default(),
        }
    }

    /// A reader over clients that are connected already. It knows of no other profiles to look for the lab with.
    fn over(clients: Clients) -> Self {
        Self {
            settings: Box::default(),
            connection: Mutex::new(Some(Arc::new(Connection::of(clients, Marks::default())))),
            can_reconnect: false,
            refused: AtomicBool::new(false),
            is_part_enough: AtomicBool::new(true),
            other_regions: Box::default(),
        }
    }

    /// Who the caller is.
    pub async fn identify(&self) -> Area<Identity> {
        let connection = self.usable_connection().await;
        let identity = match connection.clients.open().await {
            Ok(_) => connection.identity().await,
            Err(failure) => Area::Failed(refused::explained(&connection.clients, failure).await),
        };
        self.note(&identity);
        identity
    }

    /// Everything in `scope`, each area with its own outcome. Takes at most half a minute a wave.
    pub async fn read(&self, scope: &Scope, now: Timestamp) -> Snapshot {
        self.read_as(scope, false, now).await.0
    }

    /// As [`Reader::read`], but of instances, security groups and images only the lab's own, by its VPC and its name, where
    /// the last look showed a complete lab; and whether it is so. It shows what is there: where something is missing, or is
    /// another thing than wanted, all must be read.
    pub async fn read_lab(&self, scope: &Scope, now: Timestamp) -> (Snapshot, bool) {
        self.read_as(scope, self.is_part_enough.load(Ordering::Relaxed), now).await
    }

    /// Whether the lab's part of the account is worth reading by itself the next time.
    pub fn trust_part(&self, is_enough: bool) {
        self.is_part_enough.store(is_enough, Ordering::Relaxed);
    }

    async fn read_as(&self, scope: &Scope, is_part_enough: bool, now: Timestamp) -> (Snapshot, bool) {
        let connection = self.usable_connection().await;
        let (snapshot, is_part) = match connection.clients.open().await {
            Ok(region) => {
                let kept = self.shelf(&connection.clients, region, scope).await;
                let part = if is_part_enough {
                    Box::pin(connection.read_part(region, scope, kept.as_ref(), now)).await
                } else {
                    None
                };
                match part {
                    Some(part) => (part, true),
                    None => (Box::pin(connection.read(region, scope, kept.as_ref(), now)).await, false),
                }
            }
            Err(failure) => {
                let failure = refused::explained(&connection.clients, failure).await;
                (Snapshot::failed(now, connection.clients.region.clone(), &failure), false)
            }
        };
        self.note(&snapshot.identity);
        (snapshot, is_part)
    }

    /// Where ids are kept for the next process.
    async fn shelf(&self, clients: &Clients, region: &str, scope: &Scope) -> Option<Shelf> {
        let folder = self.settings.state_folder.as_deref()?;
        Some(Shelf::new(folder, &clients.access_key().await?, region, scope))
    }

    /// What comes of `questions`, asked all at once.
    pub async fn answer(&self, questions: &[Question]) -> Vec<Answer> {
        let connection = self.connection().await;
        join_all(questions.iter().map(|question| self.answer_one(&connection.clients, question))).await
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
            Question::OtherRegions { names } => Answer::OtherRegions(self.other_regions.look(clients, names).await),
        }
    }

    /// What the program's doctor looks at of AWS.
    pub async fn facts(&self, questions: &Questions<'_>, now: Timestamp) -> Vec<Fact> {
        let connection = self.usable_connection().await;
        doctor::facts(&connection.clients, &self.settings, questions, now).await
    }

    /// The region that is read; none where none is set.
    pub async fn region(&self) -> Option<String> {
        self.connection().await.clients.region.clone()
    }

    async fn connection(&self) -> Arc<Connection> {
        let mut kept = self.connection.lock().await;
        if let Some(connection) = &*kept {
            return Arc::clone(connection);
        }
        let made_from = self.settings.marks();
        let connection = Arc::new(Connection::of(Clients::connect(&self.settings).await, made_from));
        *kept = Some(Arc::clone(&connection));
        connection
    }

    /// As `connection`, made anew where the last one was refused, or what it was made from was changed. A look begins
    /// with this and keeps what it gets, so that it is made by one and the same caller.
    async fn usable_connection(&self) -> Arc<Connection> {
        if self.can_reconnect {
            let was_refused = self.refused.swap(false, Ordering::Relaxed);
            let marks = self.settings.marks();
            self.connection.lock().await.take_if(|connection| was_refused || connection.made_from != marks);
        }
        self.connection().await
    }

    /// Notes where only another configuration can help.
    fn note(&self, identity: &Area<Identity>) {
        if let Area::Failed(failure) = identity
            && failure.kind.is_of_the_connection()
            // What still works isn't begun anew.
            && failure.kind != FailureKind::ProcessHangs
        {
            self.refused.store(true, Ordering::Relaxed);
        }
    }
}
