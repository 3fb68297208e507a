//! Why a source of credentials gave none, in the kinds that need different advice.

use std::io;

use aws_credential_types::provider::error::CredentialsError;
use ec_site_tutor_core::account::{Failure, FailureKind, Origin, OriginKind};

use super::told::{Told, told};
use crate::errors::{causes, deepest, denial_message, innermost, is_untrusted, service_error};
use crate::profiles::{Provenance, RoleStep};

/// What `error` of a source of this provenance means.
pub fn failure(error: &CredentialsError, provenance: &Provenance) -> Failure {
    match told(error) {
        Some(Told::Error { by_role: true, code, message, status }) => {
            role_refused(provenance, code.as_deref(), &message, status)
        }
        Some(Told::Error { by_role: false, code, message, status }) => {
            base_refused(error, provenance, code.as_deref(), &message, status)
        }
        Some(Told::Silence { by_role, words }) => unreachable(provenance, by_role, words),
        None => unasked(error, provenance),
    }
}

/// AWS STS didn't give a role to the credentials that it was asked with.
fn role_refused(provenance: &Provenance, code: Option<&str>, message: &str, status: u16) -> Failure {
    let role = role_in(provenance, message);
    let about_role = |kind| {
        let origin = Origin { kind: OriginKind::Role, profile: role.map(|role| role.profile.clone()) };
        Failure::new("", kind, denial_message(message)).about(origin)
    };
    match service_error(code, message, status) {
        None if role.is_some_and(|role| role.needs_mfa) => about_role(FailureKind::MfaNeeded),
        None | Some(FailureKind::Refused) => about_role(FailureKind::RoleRefused),
        Some(kind @ (FailureKind::CredentialsExpired | FailureKind::CredentialsInvalid | FailureKind::ClockSkew)) => {
            Failure::new("", kind, said(code, message, status)).about(provenance.base.clone())
        }
        Some(_) => Failure { detail: said(code, message, status), ..about_role(FailureKind::SourceFailed) },
    }
}

/// The role of the chain that AWS's words name, else the one that is read with.
fn role_in<'a>(provenance: &'a Provenance, message: &str) -> Option<&'a RoleStep> {
    let mut roles = provenance.roles.iter();
    roles.find(|role| message.contains(&role.arn)).or_else(|| provenance.roles.first())
}

/// What gives the first credentials answered with an error.
fn base_refused(
    error: &CredentialsError,
    provenance: &Provenance,
    code: Option<&str>,
    message: &str,
    status: u16,
) -> Failure {
    let about = |kind, detail: &str| Failure::new("", kind, detail).about(provenance.base.clone());
    let kind = service_error(code, message, status);
    match (provenance.base.kind, kind) {
        (OriginKind::Login, None) if says(error, "insufficient permissions") => {
            about(FailureKind::RoleRefused, message)
        }
        // An access portal and AWS Sign-In say so of every token that isn't good any more.
        (OriginKind::Login, None) => about(FailureKind::CredentialsExpired, message),
        (OriginKind::IdentityCenter, _) if status == 401 || code == Some("UnauthorizedException") => {
            about(FailureKind::CredentialsExpired, message)
        }
        (_, Some(FailureKind::Throttled | FailureKind::Service)) => {
            about(FailureKind::SourceFailed, &said(code, message, status))
        }
        (_, Some(kind @ FailureKind::ClockSkew)) => about(kind, message),
        _ => about(FailureKind::RoleRefused, &said(code, message, status)),
    }
}

fn unreachable(provenance: &Provenance, by_role: bool, words: String) -> Failure {
    let kind = if is_untrusted(&words) { FailureKind::CertificateUntrusted } else { FailureKind::SourceUnreachable };
    let of_role = Origin { kind: OriginKind::Role, profile: provenance.roles.first().map(|role| role.profile.clone()) };
    Failure::new("", kind, words).about(if by_role { of_role } else { provenance.base.clone() })
}

/// No service was asked: the source has nothing, or what it needs on this machine isn't there.
fn unasked(error: &CredentialsError, provenance: &Provenance) -> Failure {
    let about = |kind, detail: String| Failure::new("", kind, detail).about(provenance.base.clone());
    let words = innermost(error);
    if matches!(error, CredentialsError::InvalidConfiguration(_)) && provenance.base.kind != OriginKind::Container {
        let words = words.trim_start_matches("ProfileFile provider could not be built: ").to_owned();
        return about(FailureKind::ProfileFaulty, words);
    }
    match provenance.base.kind {
        OriginKind::Login | OriginKind::IdentityCenter => about(FailureKind::CredentialsExpired, String::new()),
        OriginKind::Process => process_failed(&deepest(error), about),
        OriginKind::WebIdentity if causes(error).any(|cause| cause.is::<io::Error>()) => {
            about(FailureKind::TokenFileMissing, provenance.token_file.clone().unwrap_or(words))
        }
        OriginKind::Container => container_failed(&words, about),
        OriginKind::Instance => about(FailureKind::SourceUnreachable, words),
        // A role whose `credential_source` the SDK doesn't know, say.
        OriginKind::Nothing if !provenance.roles.is_empty() => about(FailureKind::ProfileFaulty, words),
        OriginKind::Environment
        | OriginKind::Keys
        | OriginKind::Role
        | OriginKind::WebIdentity
        | OriginKind::Nothing => about(FailureKind::CredentialsMissing, String::new()),
    }
}

/// The words are the SDK's own, with what the program wrote to stderr at their end.
fn process_failed(words: &str, about: impl Fn(FailureKind, String) -> Failure) -> Failure {
    match words.split_once("Stderr: ") {
        Some((_, stderr)) => about(FailureKind::ProcessFailed, telling_line(stderr)),
        None if words.contains("could not parse response") || words.contains("could not decode") => {
            about(FailureKind::ProcessUnreadable, String::new())
        }
        None => about(FailureKind::ProcessFailed, String::new()),
    }
}

/// The first line that says something; the last where Python begins with where it was.
fn telling_line(stderr: &str) -> String {
    let mut lines = stderr.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let told = if first.starts_with("Traceback (") { lines.next_back().unwrap_or(first) } else { first };
    told.to_owned()
}

/// The SDK has the status in its words alone.
fn container_failed(words: &str, about: impl Fn(FailureKind, String) -> Failure) -> Failure {
    let status = words.strip_prefix("Non-success status from HTTP credential provider: StatusCode(");
    match status.and_then(|rest| rest.trim_end_matches(')').parse::<u16>().ok()) {
        Some(status @ 400..500) => about(FailureKind::RoleRefused, format!("HTTP {status}")),
        Some(status) => about(FailureKind::SourceFailed, format!("HTTP {status}")),
        None => about(FailureKind::SourceFailed, words.to_owned()),
    }
}

/// An answer in AWS's words, else by its status.
fn said(code: Option<&str>, message: &str, status: u16) -> String {
    match (code, message) {
        (Some(code), "") => code.to_owned(),
        (Some(code), message) => format!("{code}: {}", denial_message(message)),
        (None, _) => format!("HTTP {status}"),
    }
}

fn says(error: &CredentialsError, words: &str) -> bool {
    causes(error).any(|cause| cause.to_string().contains(words))
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("\n  tool: no such vault \nusage: tool", "tool: no such vault"; "the first line that says something")]
    #[test_case("Traceback (most recent call last):\n  File \"x\"\nKeyError: 'a'\n", "KeyError: 'a'"; "what Python ends with")]
    #[test_case("", ""; "nothing")]
    fn what_a_program_said(stderr: &str, expected: &str) {
        assert_eq!(telling_line(stderr), expected);
    }
}
