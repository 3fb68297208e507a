//! The source of credentials, asked once a look: what it said is kept, whether it gave some or not. The SDK would ask a
//! source that refuses anew for every call.

mod refusal;
mod told;

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use aws_config::Region;
use aws_config::ecs::EcsCredentialsProvider;
use aws_config::environment::EnvironmentVariableCredentialsProvider;
use aws_config::imds::credentials::ImdsCredentialsProvider;
use aws_config::meta::credentials::CredentialsProviderChain;
use aws_config::profile::ProfileFileCredentialsProvider;
use aws_config::provider_config::ProviderConfig;
use aws_config::web_identity_token::WebIdentityTokenCredentialsProvider;
use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider, future};
use aws_sdk_ec2::config::SharedHttpClient;
use ec_site_tutor_core::account::{Failure, FailureKind, OriginKind};
use tokio::sync::Mutex;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::errors::Refusal;
use super::http::{Http, retries, time_limits};
use super::profiles::Provenance;
use super::settings::Settings;

/// The longest that a source may take: less than a call may with all its retries, so that what it says comes first.
const LIMIT: Duration = Duration::from_secs(15);
/// Credentials that end so soon are asked for anew.
const RENEWAL: Duration = Duration::from_mins(1);

/// The source of credentials.
#[derive(Clone, Debug)]
pub struct Source(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    provider: SharedCredentialsProvider,
    provenance: Provenance,
    said: Mutex<Said>,
}

type Asking = JoinHandle<Result<Credentials, CredentialsError>>;

/// What the source said last.
#[derive(Debug, Default)]
enum Said {
    #[default]
    Nothing,
    Gave(Credentials),
    Refused(Failure),
    /// It is still at work, and isn't begun anew: a program that waits for an answer would be there twice.
    Working(Asking),
}

impl Source {
    /// The source that `settings` and the environment lead to, which is of this provenance.
    pub fn new(settings: &Settings, region: Option<&Region>, provenance: Provenance, http: &Http) -> Self {
        let provider = provider(settings, region, http);
        Self(Arc::new(Shared { provider, provenance, said: Mutex::default() }))
    }

    /// A source that gives these.
    #[cfg(test)]
    pub fn giving(credentials: Credentials, provenance: Provenance) -> Self {
        Self(Arc::new(Shared {
            provider: SharedCredentialsProvider::new(credentials),
            provenance,
            said: Mutex::default(),
        }))
    }

    /// Asks for credentials, unless there are some that last: the first thing of a look.
    ///
    /// # Errors
    /// Why the source gives none.
    pub async fn open(&self) -> Result<(), Failure> {
        let mut said = self.0.said.lock().await;
        match &*said {
            Said::Gave(credentials) if lasts(credentials) => Ok(()),
            _ => self.0.ask(&mut said).await.map(|_| ()),
        }
    }

    /// Where the credentials come from.
    #[must_use]
    pub fn provenance(&self) -> &Provenance {
        &self.0.provenance
    }

    /// The id of the key that the source gave last.
    pub async fn access_key(&self) -> Option<String> {
        match &*self.0.said.lock().await {
            Said::Gave(credentials) => Some(credentials.access_key_id().to_owned()),
            Said::Nothing | Said::Refused(_) | Said::Working(_) => None,
        }
    }

    /// When the credentials end that the source gave; none where they don't, or where there are none.
    pub async fn end(&self) -> Option<SystemTime> {
        match &*self.0.said.lock().await {
            Said::Gave(credentials) => credentials.expiry(),
            Said::Nothing | Said::Refused(_) | Said::Working(_) => None,
        }
    }
}

impl ProvideCredentials for Source {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(async {
            let mut said = self.0.said.lock().await;
            let given = match &*said {
                Said::Gave(credentials) if lasts(credentials) => Ok(credentials.clone()),
                Said::Refused(failure) => Err(failure.clone()),
                Said::Nothing | Said::Gave(_) | Said::Working(_) => self.0.ask(&mut said).await,
            };
            given.map_err(|failure| CredentialsError::provider_error(Refusal(failure)))
        })
    }
}

impl Shared {
    async fn ask(&self, said: &mut Said) -> Result<Credentials, Failure> {
        let mut asking = match std::mem::take(said) {
            Said::Working(asking) => asking,
            Said::Nothing | Said::Gave(_) | Said::Refused(_) => {
                let provider = self.provider.clone();
                tokio::spawn(async move { provider.provide_credentials().await })
            }
        };
        let answer = match timeout(LIMIT, &mut asking).await {
            Ok(Ok(Ok(credentials))) => {
                *said = Said::Gave(credentials.clone());
                return Ok(credentials);
            }
            Ok(Ok(Err(error))) => refusal::failure(&error, &self.provenance),
            Ok(Err(_)) => self.failure(FailureKind::SourceFailed),
            Err(_) => {
                *said = Said::Working(asking);
                let is_process = self.provenance.base.kind == OriginKind::Process;
                let hangs = if is_process { FailureKind::ProcessHangs } else { FailureKind::SourceUnreachable };
                return Err(self.failure(hangs));
            }
        };
        *said = Said::Refused(answer.clone());
        Err(answer)
    }

    fn failure(&self, kind: FailureKind) -> Failure {
        Failure::new("", kind, "").about(self.provenance.base.clone())
    }
}

fn lasts(credentials: &Credentials) -> bool {
    credentials.expiry().is_none_or(|end| end > SystemTime::now() + RENEWAL)
}

/// The SDK's own chain, but that what lies near (a container's or an instance's endpoint) is asked past proxies.
fn provider(settings: &Settings, region: Option<&Region>, http: &Http) -> SharedCredentialsProvider {
    let config = |http: SharedHttpClient| {
        ProviderConfig::without_region()
            .with_region(region.cloned())
            .with_http_client(http)
            .with_retry_config(retries())
            .with_timeout_config(time_limits())
    };
    let (far, near) = (config(http.proxied()), config(http.direct()));
    let container = || EcsCredentialsProvider::builder().configure(&near).build();
    let instance = || ImdsCredentialsProvider::builder().configure(&near).build();
    let mut profile = ProfileFileCredentialsProvider::builder()
        .configure(&far)
        .with_custom_provider("EcsContainer", container())
        .with_custom_provider("Ec2InstanceMetadata", instance());
    if let Some(name) = &settings.used_profile {
        profile = profile.profile_name(name);
    }
    if settings.profile.is_some() {
        // As in the AWS CLI, a profile that is asked for counts more than credentials in the environment.
        return SharedCredentialsProvider::new(profile.build());
    }
    let chain = CredentialsProviderChain::first_try("Environment", EnvironmentVariableCredentialsProvider::new())
        .or_else("Profile", profile.build())
        .or_else("WebIdentityToken", WebIdentityTokenCredentialsProvider::builder().configure(&far).build())
        .or_else("EcsContainer", container())
        .or_else("Ec2InstanceMetadata", instance());
    SharedCredentialsProvider::new(chain)
}
