//! What a refusal means, where it takes a further question to tell. In a region that an account must enable first AWS says
//! of good credentials that they are bad: a region that is always there tells which it is. And a certificate that isn't
//! trusted has somebody who signed it.

use super::clients::Clients;
use super::{calls, certificate};
use ec_site_tutor_core::account::{Area, Failure, FailureKind, OriginKind};

/// The region that every account of AWS's standard partition has.
const ALWAYS_THERE: &str = "us-east-1";
/// The regions that no account has to enable:
/// <https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html>.
const ENABLED_BY_DEFAULT: [&str; 17] = [
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-north-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "sa-east-1",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
];

/// `failure` of the first thing that is asked, with what can be found out of it beyond what was answered.
pub async fn explained(clients: &Clients, failure: Failure) -> Failure {
    let failure = clients.explained(failure);
    let region = clients.region.as_deref().unwrap_or(ALWAYS_THERE);
    match failure.kind {
        FailureKind::CredentialsInvalid if is_opt_in(region) => {
            match calls::is_enabled(&clients.in_region(ALWAYS_THERE), region).await {
                // Where the credentials are good elsewhere, they are good.
                Area::Seen(false) | Area::Denied(_) => {
                    Failure::new(failure.action, FailureKind::RegionDisabled, region)
                }
                Area::Seen(true) | Area::Failed(_) | Area::NotAsked => failure,
            }
        }
        FailureKind::CertificateUntrusted => Failure { detail: signer(&failure, region).await, ..failure },
        _ => failure,
    }
}

/// Who signed the certificate that isn't trusted; else why it isn't, where that is something else.
async fn signer(failure: &Failure, region: &str) -> String {
    let (service, own) = match failure.origin.as_ref().map(|origin| origin.kind) {
        Some(OriginKind::IdentityCenter) if failure.action.is_empty() => {
            ("SSO", format!("portal.sso.{region}.amazonaws.com"))
        }
        Some(OriginKind::Login) if failure.action.is_empty() => ("SIGNIN", format!("{region}.signin.aws.amazon.com")),
        _ => ("STS", format!("sts.{region}.amazonaws.com")),
    };
    let told = match certificate::endpoint(service, &own) {
        Some(endpoint) => certificate::issuer(&endpoint).await,
        None => None,
    };
    let why = failure.detail.split_once(": ").map_or("", |(_, why)| why);
    // Of an unknown issuer rustls has a name for developers only.
    let why = if why.contains(' ') { why } else { "" };
    told.unwrap_or_else(|| why.to_owned())
}

/// Whether an account has to enable the region first. China and GovCloud have no such regions.
fn is_opt_in(region: &str) -> bool {
    let is_elsewhere = ["cn-", "us-gov-", "us-iso", "eu-isoe-", "eusc-"].iter().any(|start| region.starts_with(start));
    !is_elsewhere && !ENABLED_BY_DEFAULT.contains(&region)
}
