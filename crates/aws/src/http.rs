//! How calls are sent: one HTTP client for all services and accounts, what it trusts, how long and how often it tries.

use std::time::Duration;

use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::{Provider, TlsContext, rustls_provider::CryptoMode};
use aws_smithy_http_client::{Builder, ConnectorBuilder};
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{HttpClient, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::shared::IntoShared;
use ec_site_tutor_core::account::Failure;

use super::settings::Settings;
use super::trust;

/// How often a call is tried before it counts as lost. The SDK waits between two tries for a random time that doubles.
pub const ATTEMPTS: u32 = 3;

/// One HTTP client for all services and accounts. By default each service has one of its own, and each of those goes
/// through the machine's root certificates again.
#[derive(Clone, Debug)]
pub struct Http {
    proxied: SharedHttpClient,
    direct: SharedHttpClient,
    fault: Option<Failure>,
}

impl Http {
    /// Clients that trust whom `settings` say.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        let (trusted, fault) = match trust::context(settings) {
            Ok(trusted) => (trusted, None),
            Err(failure) => (TlsContext::default(), Some(*failure)),
        };
        Self {
            proxied: client(trusted.clone(), ProxyConfig::from_env()),
            direct: client(trusted, ProxyConfig::disabled()),
            fault,
        }
    }

    /// What goes through the proxies of the environment.
    pub fn proxied(&self) -> SharedHttpClient {
        self.proxied.clone()
    }

    /// What goes past them, for addresses that no proxy reaches: a container's or an instance's own.
    pub fn direct(&self) -> SharedHttpClient {
        self.direct.clone()
    }

    /// Why nothing may be sent: whom to trust isn't known.
    pub fn fault(&self) -> Option<&Failure> {
        self.fault.as_ref()
    }
}

/// A client that is made ready by its first call. The SDK asks a client whenever a service takes it whether it could work,
/// and its own then goes through all root certificates, once a service, to no end.
#[derive(Debug)]
struct OnFirstCall(SharedHttpClient);

impl HttpClient for OnFirstCall {
    fn http_connector(&self, settings: &HttpConnectorSettings, components: &RuntimeComponents) -> SharedHttpConnector {
        self.0.http_connector(settings, components)
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        self.0.connector_metadata()
    }
}

fn client(trusted: TlsContext, proxies: ProxyConfig) -> SharedHttpClient {
    let client = Builder::new().build_with_connector_fn(move |settings, components| {
        let mut connector = ConnectorBuilder::default().tls_provider(Provider::Rustls(CryptoMode::AwsLc));
        connector.set_tls_context(trusted.clone());
        connector.set_connector_settings(settings.cloned());
        if let Some(components) = components {
            connector.set_sleep_impl(components.sleep_impl());
        }
        connector.set_proxy_config(Some(proxies.clone()));
        connector.build()
    });
    OnFirstCall(client).into_shared()
}

/// How often a call is tried. `AWS_MAX_ATTEMPTS` and `retry_mode` don't count: a look ends in time.
pub fn retries() -> RetryConfig {
    RetryConfig::standard().with_max_attempts(ATTEMPTS).with_initial_backoff(Duration::from_millis(300))
}

/// How long a call may take.
pub fn time_limits() -> TimeoutConfig {
    TimeoutConfig::builder()
        .connect_timeout(Duration::from_secs(4))
        .operation_attempt_timeout(Duration::from_secs(8))
        .operation_timeout(Duration::from_secs(20))
        .build()
}
