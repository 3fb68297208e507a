//! Whom connections trust: the machine's root certificates, or those of the file that `AWS_CA_BUNDLE` or a profile's
//! `ca_bundle` names, which stand in their place as in the AWS CLI:
//! <https://docs.aws.amazon.com/sdkref/latest/guide/feature-gen-config.html>.

use std::path::PathBuf;
use std::{env, fs};

use aws_smithy_http_client::tls::{TlsContext, TrustStore};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ec_site_tutor_core::account::{Failure, FailureKind};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;

use super::profiles::{DEFAULT, Place, Profiles};
use super::settings::Settings;

/// The variable that counts more than any profile.
const VARIABLE: &str = "AWS_CA_BUNDLE";

/// The file of certificates to trust, and where it is named; none where the machine's own are.
#[must_use]
pub fn bundle(settings: &Settings) -> Option<(PathBuf, Place)> {
    if let Some(file) = env::var_os(VARIABLE).filter(|file| !file.is_empty()) {
        return Some((file.into(), Place::Variable(VARIABLE)));
    }
    let profiles = Profiles::read(settings);
    let (file, place) = profiles.setting(settings.used_profile.as_deref().unwrap_or(DEFAULT), "ca_bundle")?;
    Some((file.into(), place.clone()))
}

/// What to trust.
///
/// # Errors
/// The file that was named can't be read, or holds no certificate.
pub fn context(settings: &Settings) -> Result<TlsContext, Box<Failure>> {
    let Some((file, _)) = bundle(settings) else { return Ok(TlsContext::default()) };
    let refused = |why: String| {
        let detail = format!("{}: {why}", file.display());
        Box::new(Failure::new("", FailureKind::BundleUnreadable, detail))
    };
    let content = fs::read(&file).map_err(|error| refused(crate::errors::innermost(&error)))?;
    let certificates = certificates(&content);
    if certificates.is_empty() {
        return Err(refused("no PEM certificate".to_owned()));
    }
    let store = certificates.into_iter().fold(TrustStore::empty(), TrustStore::with_pem_certificate);
    TlsContext::builder().with_trust_store(store).build().map_err(|error| refused(error.to_string()))
}

/// The certificates of a bundle that can be used, each as PEM. The SDK stops the program at one that can't.
fn certificates(content: &[u8]) -> Vec<String> {
    let whole = CertificateDer::pem_slice_iter(content).filter_map(Result::ok);
    let usable = whole.filter(|certificate| RootCertStore::empty().add(certificate.clone()).is_ok());
    usable
        .map(|certificate| {
            format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", STANDARD.encode(certificate))
        })
        .collect()
}
