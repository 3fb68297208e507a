//! Configuration as the AWS CLI reads it, and one client a service.

use std::env;

use aws_config::default_provider::region::DefaultRegionChain;
use aws_config::{AppName, BehaviorVersion, Region, SdkConfig};
use aws_credential_types::provider::SharedCredentialsProvider;
use ec_site_tutor_core::account::{Failure, FailureKind};

use super::credentials::Source;
use super::http::{Http, retries, time_limits};
use super::profiles::Profiles;
use super::settings::Settings;

/// What stands between the clients and their credentials.
#[derive(Clone, Debug)]
pub enum Entry {
    /// A source that is asked for them.
    Through(Source),
    /// Nothing can be asked.
    Barred(Box<Failure>),
    /// They were handed over with the configuration.
    Given,
}

/// The configuration that some settings lead to.
#[derive(Clone, Debug)]
pub struct Configuration {
    /// As the SDK has it.
    pub sdk: SdkConfig,
    /// Where its credentials come from.
    pub entry: Entry,
}

/// One client a service, all with the same credentials.
#[derive(Debug)]
pub struct Clients {
    /// The region; none where none is set.
    pub region: Option<String>,
    /// Where the credentials come from.
    pub entry: Entry,
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
                    entry: self.entry.clone(),
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
        let configuration = configure(settings, &Http::of(settings)).await;
        Self { entry: configuration.entry, ..Self::of(&configuration.sdk) }
    }

    /// Clients of one configuration, with the credentials that it has.
    pub fn of(config: &SdkConfig) -> Self {
        Self {
            region: config.region().map(ToString::to_string),
            entry: Entry::Given,
            sts: aws_sdk_sts::Client::new(config),
            ec2: aws_sdk_ec2::Client::new(config),
            iam: aws_sdk_iam::Client::new(config),
            autoscaling: aws_sdk_autoscaling::Client::new(config),
            elb: aws_sdk_elasticloadbalancingv2::Client::new(config),
            cloudwatch: aws_sdk_cloudwatch::Client::new(config),
        }
    }

    /// Asks for the credentials, and tells the region: what every look begins with.
    ///
    /// # Errors
    /// What keeps every call from being made.
    pub async fn open(&self) -> Result<&str, Failure> {
        if let Entry::Barred(failure) = &self.entry {
            return Err((**failure).clone());
        }
        let region = self.region.as_deref().ok_or_else(|| Failure::new("", FailureKind::RegionMissing, ""))?;
        if !is_code(region) {
            return Err(Failure::new("", FailureKind::RegionMalformed, region));
        }
        if let Entry::Through(source) = &self.entry {
            source.open().await?;
        }
        Ok(region)
    }

    /// The id of the key that the source gave; none where nothing was, or where keys were handed over.
    pub async fn access_key(&self) -> Option<String> {
        match &self.entry {
            Entry::Through(source) => source.access_key().await,
            Entry::Barred(_) | Entry::Given => None,
        }
    }

    /// `failure`, with what is known of where its credentials come from.
    #[must_use]
    pub fn explained(&self, failure: Failure) -> Failure {
        match &self.entry {
            Entry::Through(source) if failure.origin.is_none() && failure.kind.is_of_the_connection() => {
                failure.about(source.provenance().base.clone())
            }
            Entry::Through(_) | Entry::Barred(_) | Entry::Given => failure,
        }
    }
}

/// Whether this can be a region's code. Emulators have codes of their own; capitals and zones are none anywhere.
pub fn is_code(region: &str) -> bool {
    let is_plain = region.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let zone = region.strip_suffix(|letter: char| letter.is_ascii_lowercase());
    let is_zone = zone.is_some_and(|code| code.ends_with(|last: char| last.is_ascii_digit()) && code.contains('-'));
    is_plain && !is_zone && !region.is_empty()
}

/// The configuration that `settings` ask for, with this program's name, retries and time limits.
pub async fn configure(settings: &Settings, http: &Http) -> Configuration {
    let profile = settings.used_profile.as_deref();
    let region = if let Some(region) = &settings.region {
        Some(Region::new(region.clone()))
    } else {
        let chain = DefaultRegionChain::builder();
        let chain = if let Some(profile) = profile { chain.profile_name(profile) } else { chain };
        chain.build().region().await
    };
    let entry = match (http.fault(), Profiles::read(settings).provenance(settings, |name| env::var(name).ok())) {
        (Some(fault), _) => Entry::Barred(Box::new(fault.clone())),
        (None, Err(failure)) => Entry::Barred(failure),
        (None, Ok(provenance)) => Entry::Through(Source::new(settings, region.as_ref(), provenance, http)),
    };
    let mut loader = aws_config::defaults(BehaviorVersion::latest())
        .http_client(http.proxied())
        .retry_config(retries())
        .timeout_config(time_limits())
        .region(region);
    if let Ok(name) = AppName::new("ec-site-tutor") {
        loader = loader.app_name(name);
    }
    if let Some(profile) = profile {
        loader = loader.profile_name(profile);
    }
    loader = match &entry {
        Entry::Through(source) => loader.credentials_provider(SharedCredentialsProvider::new(source.clone())),
        Entry::Barred(_) | Entry::Given => loader.no_credentials(),
    };
    Configuration { sdk: loader.load().await, entry }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("us-east-1", true; "a code")]
    #[test_case("us-gov-west-1", true; "one of another partition")]
    #[test_case("local", true; "an emulator's")]
    #[test_case("US-EAST-1", false; "capitals")]
    #[test_case("us-east-1a", false; "a zone")]
    #[test_case("us east 1", false; "spaces")]
    #[test_case("東京", false; "another script")]
    #[test_case("", false; "nothing")]
    fn what_can_be_a_region(region: &str, expected: bool) {
        assert_eq!(is_code(region), expected);
    }
}
