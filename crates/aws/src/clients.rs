//! Configuration as the AWS CLI reads it, and one client a service.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use aws_config::default_provider::region::DefaultRegionChain;
use aws_config::profile::ProfileFileCredentialsProvider;
use aws_config::provider_config::ProviderConfig;
use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_config::{AppName, BehaviorVersion, ConfigLoader, Region, SdkConfig};
use aws_sdk_ec2::config::SharedHttpClient;
use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use aws_smithy_http_client::{Builder, ConnectorBuilder};

use ec_site_tutor_core::files::mark;

/// How often a call is tried before it counts as lost. The SDK waits between two tries for a random time that doubles.
pub const ATTEMPTS: u32 = 3;

/// What the command line or the settings file say about the connection; the rest comes from AWS's own environment
/// and configuration files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Profile name.
    pub profile: Option<String>,
    /// The profile that is used, where the environment may name it too.
    pub used_profile: Option<String>,
    /// Region code.
    pub region: Option<String>,
    /// AWS's configuration file, where profiles are named; none where there is no home.
    pub config_file: Option<PathBuf>,
    /// AWS's file of keys; none where there is no home.
    pub credentials_file: Option<PathBuf>,
}

/// AWS's files as they were at some instant.
pub type Marks = [Option<(u64, Option<SystemTime>)>; 2];

impl Settings {
    /// AWS's files as they are now.
    pub fn marks(&self) -> Marks {
        [&self.config_file, &self.credentials_file].map(|file| mark(file.as_deref()?))
    }
}

/// One client a service, all with the same credentials.
#[derive(Debug)]
pub struct Clients {
    /// The region; none where none is set.
    pub region: Option<String>,
    /// Who the caller is, and other accounts' roles.
    pub sts: aws_sdk_sts::Client,
    /// Instances, images, templates, and the network.
    pub ec2: aws_sdk_ec2::Client,
    /// Instance profiles. IAM has no regions.
    pub iam: aws_sdk_iam::Client,
    /// Auto Scaling.
    pub autoscaling: aws_sdk_autoscaling::Client,
    /// Elastic Load Balancing.
    pub elb: aws_sdk_elasticloadbalancingv2::Client,
    /// Alarms and their metric.
    pub cloudwatch: aws_sdk_cloudwatch::Client,
}

impl Clients {
    /// The same credentials in another region.
    #[must_use]
    pub fn in_region(&self, region: &str) -> Self {
        macro_rules! moved {
            ($($service:ident: $sdk:ident),+ $(,)?) => {
                Self {
                    region: Some(region.to_owned()),
                    $($service: {
                        let config = self.$service.config().to_builder().region(Region::new(region.to_owned()));
                        $sdk::Client::from_conf(config.build())
                    }),+
                }
            };
        }
        moved!(
            sts: aws_sdk_sts,
            ec2: aws_sdk_ec2,
            iam: aws_sdk_iam,
            autoscaling: aws_sdk_autoscaling,
            elb: aws_sdk_elasticloadbalancingv2,
            cloudwatch: aws_sdk_cloudwatch,
        )
    }

    /// Reads the configuration; sends nothing unless the region must be asked for (IMDS).
    pub async fn connect(settings: &Settings) -> Self {
        Self::of(&loader(settings, http_client()).await.load().await)
    }

    /// Clients of one configuration.
    pub fn of(config: &SdkConfig) -> Self {
        Self {
            region: config.region().map(ToString::to_string),
            sts: aws_sdk_sts::Client::new(config),
            ec2: aws_sdk_ec2::Client::new(config),
            iam: aws_sdk_iam::Client::new(config),
            autoscaling: aws_sdk_autoscaling::Client::new(config),
            elb: aws_sdk_elasticloadbalancingv2::Client::new(config),
            cloudwatch: aws_sdk_cloudwatch::Client::new(config),
        }
    }
}

/// One for all services and accounts. By default each service has one of its own, and each of those goes through the
/// machine's root certificates again.
pub fn http_client() -> SharedHttpClient {
    Builder::new().build_with_connector_fn(|settings, components| {
        let mut connector = ConnectorBuilder::default().tls_provider(Provider::Rustls(CryptoMode::AwsLc));
        connector.set_connector_settings(settings.cloned());
        if let Some(components) = components {
            connector.set_sleep_impl(components.sleep_impl());
        }
        connector.set_proxy_config(Some(ProxyConfig::from_env()));
        connector.build()
    })
}

/// What reads the configuration that `settings` ask for, with this program's name, retries and time limits.
pub async fn loader(settings: &Settings, http: SharedHttpClient) -> ConfigLoader {
    let mut loader = aws_config::defaults(BehaviorVersion::latest())
        .http_client(http)
        .retry_config(
            RetryConfig::standard().with_max_attempts(ATTEMPTS).with_initial_backoff(Duration::from_millis(300)),
        )
        .timeout_config(
            TimeoutConfig::builder()
                .connect_timeout(Duration::from_secs(4))
                .operation_attempt_timeout(Duration::from_secs(8))
                .operation_timeout(Duration::from_secs(20))
                .build(),
        );
    if let Ok(name) = AppName::new("ec-site-tutor") {
        loader = loader.app_name(name);
    }
    if let Some(profile) = &settings.profile {
        // As in the AWS CLI, a profile that is asked for counts more than credentials in the environment.
        loader = loader.profile_name(profile).credentials_provider(profile_credentials(profile, settings).await);
    }
    if let Some(region) = &settings.region {
        loader = loader.region(Region::new(region.clone()));
    }
    loader
}

async fn profile_credentials(profile: &str, settings: &Settings) -> ProfileFileCredentialsProvider {
    let region = match &settings.region {
        Some(region) => Some(Region::new(region.clone())),
        None => DefaultRegionChain::builder().profile_name(profile).build().region().await,
    };
    let config = ProviderConfig::default().with_region(region);
    ProfileFileCredentialsProvider::builder().configure(&config).profile_name(profile).build()
}
