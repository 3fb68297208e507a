//! What of AWS the program's doctor looks at: where everything that leads there is set, and what AWS says to it. Facts
//! only; `ec_site_tutor_core::doctor` judges them.

mod date;
mod permissions;
mod surroundings;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;

use ec_site_tutor_core::account::resources::Identity;
use ec_site_tutor_core::account::{Area, Failure, FailureKind};
use ec_site_tutor_core::doctor::{
    Caller, Clock, CredentialSource, Credentials, Endpoints, Fact, Passage, Permissions, Place, Proxies, Proxy, Region,
    TrustStore,
};

use crate::clients::{Clients, Entry, is_code};
use crate::profiles::{DEFAULT, Profiles, Provenance};
use crate::settings::Settings;
use crate::{calls, refused, trust};
use date::DateReader;
use permissions::{Subjects, try_all};
use surroundings::Surroundings;

/// The longest that a proxy may take to answer.
const PROXY_LIMIT: Duration = Duration::from_secs(3);
/// What the HTTP client says where a proxy answered that it doesn't pass a call on.
const TUNNEL: &str = "tunnel error: unsuccessful";
/// What names the file that stands for the system's certificates.
const SYSTEMS_FILE: &str = "SSL_CERT_FILE";
/// How each certificate of a PEM file begins.
const CERTIFICATE: &str = "-----BEGIN CERTIFICATE-----";

/// What the lesson and the command line say.
#[derive(Debug)]
pub struct Questions<'a> {
    /// The environment, as far as it is text.
    pub variables: &'a BTreeMap<String, String>,
    /// Where the command line or our settings ask for a region.
    pub region: Option<Place>,
    /// The region of the lesson.
    pub lesson_region: String,
    /// The instance profile of the lesson.
    pub instance_profile: String,
    /// The Auto Scaling group of the lesson.
    pub group: String,
    /// How a path is shown.
    pub shown: fn(&Path) -> String,
}

/// Everything about AWS, in the order to show. Without credentials nothing is asked that needs some.
pub async fn facts(clients: &Clients, settings: &Settings, questions: &Questions<'_>, now: Timestamp) -> Vec<Fact> {
    let profiles = Profiles::read(settings);
    let surroundings = Surroundings {
        variables: questions.variables,
        profiles: &profiles,
        profile: settings.used_profile.as_deref().unwrap_or(DEFAULT),
        shown: questions.shown,
    };
    let opened = open(clients).await;
    let date = DateReader::default();
    let identity = match &opened {
        Ok(()) => identity(clients, &questions.lesson_region, &date).await,
        Err(_) => Area::NotAsked,
    };
    let passage = opened.is_ok().then(|| passage(&identity));
    let mut facts = credentials(clients, opened, &identity, &surroundings, now).await;
    let refusal = region_refusal(clients.region.as_deref(), &identity);
    let has_caller = identity != Area::NotAsked && !is_of_credentials(&identity) && !is_of_region(&identity);
    facts.extend(has_caller.then(|| Fact::Caller(Caller { identity: identity.clone() })));
    let place = |code: &str| questions.region.clone().unwrap_or_else(|| surroundings.region(code));
    let chosen = clients.region.as_ref().map(|code| (code.clone(), place(code)));
    let is_readable = refusal.is_none();
    facts.push(Fact::Region(Region { chosen, lesson: questions.lesson_region.clone(), refusal }));
    facts.push(Fact::Endpoints(Endpoints { set: surroundings.endpoints() }));
    facts.push(Fact::Proxies(proxies(&surroundings, passage).await));
    facts.push(Fact::TrustStore(trust_store(settings, &surroundings)));
    facts.extend(date.ahead().map(|ahead| Fact::Clock(Clock { ahead })));
    if let (Area::Seen(identity), Some(region), true) = (&identity, &clients.region, is_readable) {
        let subjects =
            Subjects { identity, region, instance_profile: &questions.instance_profile, group: &questions.group, now };
        facts.push(Fact::Permissions(Permissions { tried: try_all(clients, &subjects).await }));
    }
    facts
}

/// Asks for the credentials, whatever is said of a region.
async fn open(clients: &Clients) -> Result<(), Failure> {
    let failure = match &clients.entry {
        Entry::Barred(failure) => (**failure).clone(),
        Entry::Through(source) => match source.open().await {
            Ok(()) => return Ok(()),
            Err(failure) => failure,
        },
        Entry::Given => return Ok(()),
    };
    Err(refused::explained(clients, failure).await)
}

/// Who the caller is. That doesn't depend on a region, so the lesson's does where none can be used.
async fn identity(clients: &Clients, lesson_region: &str, date: &DateReader) -> Area<Identity> {
    let answer = match &clients.region {
        Some(region) if is_code(region) => calls::identity_noted_by(clients, date.clone()).await,
        _ => calls::identity_noted_by(&clients.in_region(lesson_region), date.clone()).await,
    };
    match answer {
        Area::Failed(failure) => Area::Failed(refused::explained(clients, failure).await),
        answer => answer,
    }
}

/// Where the credentials come from, and until when they are good. Nothing where it is the file of certificates that keeps
/// everything from being asked: that has a line of its own.
async fn credentials(
    clients: &Clients,
    opened: Result<(), Failure>,
    identity: &Area<Identity>,
    surroundings: &Surroundings<'_>,
    now: Timestamp,
) -> Vec<Fact> {
    let provenance = match &clients.entry {
        Entry::Through(source) => Some(source.provenance()),
        Entry::Barred(_) | Entry::Given => None,
    };
    let outcome = match (opened, identity) {
        (Err(failure), _) if failure.kind == FailureKind::BundleUnreadable => return Vec::new(),
        (Err(failure), _) => Area::Failed(failure),
        (Ok(()), Area::Failed(failure)) if is_of_credentials(identity) => Area::Failed(failure.clone()),
        (Ok(()), _) => Area::Seen(end(clients).await),
    };
    let has_some = outcome.seen().is_ok();
    let source = provenance.and_then(|provenance| source(provenance, surroundings, has_some));
    vec![Fact::Credentials(Credentials { source, outcome, now })]
}

/// Where credentials are looked for; where nothing names a place and there are some, they are the instance's.
fn source(provenance: &Provenance, surroundings: &Surroundings<'_>, has_some: bool) -> Option<CredentialSource> {
    let set = provenance.place.as_ref().map(|place| surroundings.place(place));
    Some(CredentialSource {
        profile: provenance.base.profile.clone(),
        place: set.or(has_some.then_some(Place::Metadata))?,
        kind: provenance.base.kind,
        role: provenance.roles.first().map(|role| role.arn.clone()),
    })
}

/// When the credentials end, where whoever gives them says so.
async fn end(clients: &Clients) -> Option<Timestamp> {
    match &clients.entry {
        Entry::Through(source) => Timestamp::try_from(source.end().await?).ok(),
        Entry::Barred(_) | Entry::Given => None,
    }
}

/// Whether AWS says that the credentials are over.
fn is_of_credentials(identity: &Area<Identity>) -> bool {
    let kinds = [FailureKind::CredentialsMissing, FailureKind::CredentialsExpired];
    matches!(identity, Area::Failed(failure) if kinds.contains(&failure.kind))
}

/// Whether AWS says that the account hasn't enabled the region.
fn is_of_region(identity: &Area<Identity>) -> bool {
    matches!(identity, Area::Failed(failure) if failure.kind == FailureKind::RegionDisabled)
}

/// Why nothing can be read in the region.
fn region_refusal(region: Option<&str>, identity: &Area<Identity>) -> Option<Failure> {
    match (region, identity) {
        (None, _) => Some(Failure::new("", FailureKind::RegionMissing, "")),
        (Some(region), _) if !is_code(region) => Some(Failure::new("", FailureKind::RegionMalformed, region)),
        (Some(_), Area::Failed(failure)) if is_of_region(identity) => Some(failure.clone()),
        (Some(_), _) => None,
    }
}

/// What became of the question who the caller is.
fn passage(identity: &Area<Identity>) -> Passage {
    match identity {
        Area::Failed(failure) if failure.detail.contains(TUNNEL) => Passage::Refused,
        Area::Failed(failure) if matches!(failure.kind, FailureKind::Unreachable | FailureKind::Unreadable) => {
            Passage::Lost
        }
        Area::Failed(_) | Area::Seen(_) | Area::Denied(_) | Area::NotAsked => Passage::Through,
    }
}

/// The proxies that are set. Where AWS wasn't reached, each is tried by itself.
async fn proxies(surroundings: &Surroundings<'_>, passage: Option<Passage>) -> Proxies {
    let mut set = surroundings.proxies();
    if passage == Some(Passage::Lost) {
        for proxy in &mut set {
            proxy.refusal = refusal(proxy).await;
        }
    }
    Proxies { set, passage }
}

/// Why there is no connection to a proxy.
async fn refusal(proxy: &Proxy) -> Option<String> {
    let host = proxy.address.split_once("://").map_or(proxy.address.as_str(), |(_, host)| host);
    let host = if host.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok()) {
        host.to_owned()
    } else {
        format!("{host}:80")
    };
    match tokio::time::timeout(PROXY_LIMIT, tokio::net::TcpStream::connect(host)).await {
        Ok(Ok(_)) => None,
        Ok(Err(error)) => Some(error.to_string()),
        Err(_) => Some("timeout".to_owned()),
    }
}

fn trust_store(settings: &Settings, surroundings: &Surroundings<'_>) -> TrustStore {
    let bundle = trust::bundle(settings).map(|(file, place)| (file, surroundings.place(&place)));
    let variable = || Some((surroundings.variable(SYSTEMS_FILE)?.into(), Place::Variable(SYSTEMS_FILE.to_owned())));
    let Some((file, place)) = bundle.or_else(variable) else { return TrustStore::System };
    let certificates = fs::read_to_string(&file).map(|content| content.matches(CERTIFICATE).count());
    let certificates = certificates.map_err(|error| error.to_string());
    TrustStore::File { place, file: (surroundings.shown)(&file), certificates }
}
