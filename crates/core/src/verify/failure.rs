//! A call that failed, in words: what happened, and what to run next, with the name of the profile that it is about.

use super::CauseId;
use crate::account::{Failure, FailureKind, OriginKind};
use crate::command::Command;
use crate::i18n::Text;
use crate::msg;

/// The profile that AWS's own tools use where none is named.
const DEFAULT_PROFILE: &str = "default";

/// What was found instead of an answer. What concerns every call alike doesn't name the one that met it.
pub fn actual(failure: &Failure) -> Text {
    let what = text(failure);
    match failure.kind {
        FailureKind::RegionMissing => msg!(unknown_no_region),
        FailureKind::RegionMalformed | FailureKind::RegionDisabled | FailureKind::ProfileMissing => what,
        kind if !kind.is_of_the_connection() => {
            msg!(unknown_failed, action = &failure.action, what = what, detail = &failure.detail)
        }
        _ if failure.detail.is_empty() => what,
        _ => msg!(unknown_everywhere, what = what, detail = &failure.detail),
    }
}

/// What went wrong with a call, in words.
#[must_use]
pub fn text(failure: &Failure) -> Text {
    let profile = profile(failure);
    match (failure.kind, origin(failure)) {
        (FailureKind::CredentialsMissing, OriginKind::Nothing) if is_named(failure) => {
            msg!(failure_profile_without_credentials, profile = profile)
        }
        (FailureKind::CredentialsMissing, _) => msg!(failure_credentials_missing),
        (FailureKind::CredentialsExpired, OriginKind::Login) => msg!(failure_login_ended, profile = profile),
        (FailureKind::CredentialsExpired, OriginKind::IdentityCenter) => msg!(failure_sso_ended, profile = profile),
        (FailureKind::CredentialsExpired, _) => msg!(failure_credentials_expired),
        (FailureKind::CredentialsInvalid, _) => msg!(failure_credentials_invalid),
        (FailureKind::ProfileMissing, _) => msg!(failure_profile_missing, profile = profile),
        (FailureKind::ProfileFaulty, _) => msg!(failure_profile_faulty, profile = profile),
        (FailureKind::MfaNeeded, _) => msg!(failure_mfa_needed, profile = profile),
        (FailureKind::RoleRefused, OriginKind::IdentityCenter) => msg!(failure_sso_refused, profile = profile),
        (FailureKind::RoleRefused, OriginKind::Login) => msg!(failure_login_refused, profile = profile),
        (FailureKind::RoleRefused, OriginKind::Role | OriginKind::WebIdentity) => {
            msg!(failure_role_refused, profile = profile)
        }
        (FailureKind::RoleRefused, kind) => msg!(failure_source_refused, source = source(kind)),
        (FailureKind::SourceUnreachable, kind) => msg!(failure_source_unreachable, source = source(kind)),
        (FailureKind::SourceFailed, kind) => msg!(failure_source_failed, source = source(kind)),
        (FailureKind::ProcessFailed, _) => msg!(failure_process_failed, profile = profile),
        (FailureKind::ProcessHangs, _) => msg!(failure_process_hangs, profile = profile),
        (FailureKind::ProcessUnreadable, _) => msg!(failure_process_unreadable, profile = profile),
        (FailureKind::TokenFileMissing, _) => msg!(failure_token_file_missing),
        (FailureKind::ClockSkew, _) => msg!(failure_clock_skew),
        (FailureKind::RegionMissing, _) => msg!(failure_region_missing),
        (FailureKind::RegionMalformed, _) => msg!(failure_region_malformed, region = &failure.detail),
        (FailureKind::RegionDisabled, _) => msg!(failure_region_disabled, region = &failure.detail),
        (FailureKind::Throttled, _) => msg!(failure_throttled),
        (FailureKind::Unreachable, _) => msg!(failure_unreachable),
        (FailureKind::CertificateUntrusted, _) => msg!(failure_certificate_untrusted),
        (FailureKind::BundleUnreadable, _) => msg!(failure_bundle_unreadable),
        (FailureKind::Unreadable, _) => msg!(failure_unreadable),
        (FailureKind::Service, _) => msg!(failure_service),
        (FailureKind::Refused, _) => msg!(failure_refused),
    }
}

/// What to do about a failed call.
pub fn fix(failure: &Failure) -> Text {
    let profile = profile(failure);
    let proof = || with_profile(Command::aws("sts get-caller-identity"), failure);
    match (failure.kind, origin(failure)) {
        (FailureKind::CredentialsMissing, OriginKind::Nothing) if is_named(failure) => {
            msg!(failure_sign_in_fix, command = sign_in(failure))
        }
        (FailureKind::CredentialsMissing, _) => msg!(failure_credentials_missing_fix),
        (FailureKind::CredentialsExpired | FailureKind::CredentialsInvalid, OriginKind::Environment) => {
            msg!(failure_environment_fix)
        }
        (FailureKind::CredentialsExpired | FailureKind::RoleRefused, OriginKind::Container) => {
            msg!(failure_container_expired_fix)
        }
        (FailureKind::CredentialsExpired | FailureKind::CredentialsInvalid, OriginKind::Process) => {
            msg!(failure_process_fix, command = proof())
        }
        (FailureKind::CredentialsExpired, OriginKind::Keys) if is_named(failure) => {
            msg!(failure_keys_expired_fix, profile = profile, command = sign_in(failure))
        }
        (
            FailureKind::CredentialsExpired | FailureKind::CredentialsInvalid,
            OriginKind::Login | OriginKind::IdentityCenter,
        ) => msg!(failure_sign_in_fix, command = sign_in(failure)),
        (FailureKind::CredentialsExpired, _) => msg!(failure_credentials_expired_fix),
        (FailureKind::CredentialsInvalid, OriginKind::Keys) if is_named(failure) => {
            msg!(failure_keys_invalid_fix, profile = profile, command = proof())
        }
        (FailureKind::CredentialsInvalid, _) => msg!(failure_credentials_invalid_fix),
        (FailureKind::ProfileMissing, _) if failure.detail.is_empty() => {
            msg!(failure_no_profiles_fix, command = sign_in(failure))
        }
        (FailureKind::ProfileMissing, _) => {
            msg!(failure_profile_missing_fix, profiles = &failure.detail, command = sign_in(failure))
        }
        (FailureKind::ProfileFaulty, _) => {
            msg!(failure_profile_faulty_fix, command = proof(), line = hand_over(failure))
        }
        (FailureKind::MfaNeeded, _) => msg!(failure_mfa_needed_fix, command = proof(), line = hand_over(failure)),
        (FailureKind::RoleRefused, OriginKind::IdentityCenter) => msg!(failure_sso_refused_fix, command = proof()),
        (FailureKind::RoleRefused, OriginKind::Login) => msg!(failure_login_refused_fix),
        (FailureKind::RoleRefused, OriginKind::Role | OriginKind::WebIdentity) => {
            msg!(failure_role_refused_fix, command = proof())
        }
        (FailureKind::SourceUnreachable, _) => msg!(failure_source_unreachable_fix, command = proof()),
        (FailureKind::SourceFailed, OriginKind::Container) => msg!(failure_container_failed_fix),
        (FailureKind::RoleRefused | FailureKind::SourceFailed, _) => {
            msg!(failure_source_failed_fix, command = proof())
        }
        (FailureKind::ProcessFailed, _) => msg!(failure_process_fix, command = proof()),
        (FailureKind::ProcessHangs, _) => msg!(failure_process_hangs_fix, command = proof()),
        (FailureKind::ProcessUnreadable, _) => msg!(failure_process_unreadable_fix, command = proof()),
        (FailureKind::TokenFileMissing, _) if is_named(failure) => {
            msg!(failure_token_file_of_profile_fix, profile = profile)
        }
        (FailureKind::TokenFileMissing, _) => msg!(failure_token_file_missing_fix),
        (FailureKind::ClockSkew, _) => msg!(failure_clock_skew_fix),
        (FailureKind::RegionMissing, _) => msg!(failure_region_missing_fix),
        (FailureKind::RegionMalformed, _) => match meant(&failure.detail) {
            Some(region) => msg!(failure_region_malformed_meant_fix, region = region),
            None => msg!(failure_region_malformed_fix),
        },
        (FailureKind::RegionDisabled, _) => msg!(failure_region_disabled_fix, region = &failure.detail),
        (FailureKind::Throttled, _) => msg!(failure_throttled_fix),
        (FailureKind::Unreachable, _) => msg!(failure_unreachable_fix),
        (FailureKind::CertificateUntrusted, _) => msg!(failure_certificate_untrusted_fix),
        (FailureKind::BundleUnreadable, _) => msg!(failure_bundle_unreadable_fix),
        (FailureKind::Unreadable, _) => msg!(failure_unreadable_fix),
        (FailureKind::Service, _) => msg!(failure_service_fix),
        (FailureKind::Refused, _) => msg!(failure_refused_fix),
    }
}

/// The public cause of not knowing.
pub fn cause(kind: FailureKind) -> CauseId {
    match kind {
        FailureKind::CredentialsMissing => CauseId::CredentialsMissing,
        FailureKind::CredentialsExpired => CauseId::CredentialsExpired,
        FailureKind::CredentialsInvalid => CauseId::CredentialsInvalid,
        FailureKind::ProfileMissing => CauseId::AwsProfileMissing,
        FailureKind::ProfileFaulty => CauseId::AwsProfileFaulty,
        FailureKind::MfaNeeded => CauseId::MfaNeeded,
        FailureKind::RoleRefused => CauseId::RoleRefused,
        FailureKind::SourceUnreachable
        | FailureKind::SourceFailed
        | FailureKind::ProcessFailed
        | FailureKind::ProcessHangs
        | FailureKind::ProcessUnreadable
        | FailureKind::TokenFileMissing => CauseId::CredentialsSource,
        FailureKind::ClockSkew => CauseId::ClockSkew,
        FailureKind::RegionMissing => CauseId::RegionMissing,
        FailureKind::RegionMalformed => CauseId::RegionMalformed,
        FailureKind::RegionDisabled => CauseId::RegionDisabled,
        FailureKind::Throttled => CauseId::Throttled,
        FailureKind::Unreachable => CauseId::Unreachable,
        FailureKind::CertificateUntrusted | FailureKind::BundleUnreadable => CauseId::CertificateUntrusted,
        FailureKind::Unreadable => CauseId::UnreadableAnswer,
        FailureKind::Service => CauseId::ServiceError,
        FailureKind::Refused => CauseId::Refused,
    }
}

fn origin(failure: &Failure) -> OriginKind {
    failure.origin.as_ref().map_or(OriginKind::Nothing, |origin| origin.kind)
}

fn is_named(failure: &Failure) -> bool {
    failure.origin.as_ref().is_some_and(|origin| origin.profile.is_some())
}

fn profile(failure: &Failure) -> &str {
    failure.origin.as_ref().and_then(|origin| origin.profile.as_deref()).unwrap_or(DEFAULT_PROFILE)
}

/// What gives the credentials, by its name.
fn source(kind: OriginKind) -> Text {
    match kind {
        OriginKind::Login => msg!(source_login),
        OriginKind::IdentityCenter => msg!(source_identity_center),
        OriginKind::Role | OriginKind::WebIdentity => msg!(source_sts),
        OriginKind::Container => msg!(source_container),
        OriginKind::Instance => msg!(source_instance),
        OriginKind::Environment | OriginKind::Keys | OriginKind::Process | OriginKind::Nothing => msg!(source_other),
    }
}

/// `command` for the profile that the failure is about; that of the environment needs no name.
fn with_profile(command: Command, failure: &Failure) -> String {
    match failure.origin.as_ref().and_then(|origin| origin.profile.as_deref()) {
        Some(profile) => command.with("--profile", profile).line(),
        None => command.line(),
    }
}

/// What signs the learner in as the profile has it.
fn sign_in(failure: &Failure) -> String {
    let words = if origin(failure) == OriginKind::IdentityCenter { "sso login" } else { "login" };
    with_profile(Command::aws(words), failure)
}

/// The line of a profile that lets the AWS CLI hand over whatever credentials it has:
/// <https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html>.
fn hand_over(failure: &Failure) -> String {
    let command = with_profile(Command::aws("configure export-credentials"), failure);
    format!("credential_process = {command} --format process")
}

/// The region's code that was probably meant: without capitals, or without the letter of a zone.
fn meant(region: &str) -> Option<String> {
    let small = region.trim().to_lowercase().replace([' ', '_'], "-");
    let code = small.strip_suffix(|letter: char| letter.is_ascii_lowercase()).filter(|rest| ends_in_number(rest));
    Some(code.unwrap_or(&small).to_owned()).filter(|code| ends_in_number(code) && is_plain(code))
}

fn ends_in_number(code: &str) -> bool {
    code.rsplit_once('-').is_some_and(|(_, number)| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

fn is_plain(code: &str) -> bool {
    code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;
    use crate::account::Origin;
    use crate::i18n::{Language, Localizer};

    fn said(text: &Text) -> String {
        Localizer::new(Language::En).say(text)
    }

    fn failure(kind: FailureKind, origin: OriginKind, profile: Option<&str>) -> Failure {
        let origin = Origin { kind: origin, profile: profile.map(str::to_owned) };
        Failure::new("", kind, "detail").about(origin)
    }

    #[test_case("US-EAST-1", Some("us-east-1"); "capitals")]
    #[test_case("us-east-1a", Some("us-east-1"); "a zone")]
    #[test_case("us_east_1", Some("us-east-1"); "underscores")]
    #[test_case("Tokyo", None; "a place")]
    #[test_case("東京-1", None; "another script")]
    fn the_region_that_was_meant(written: &str, expected: Option<&str>) {
        assert_eq!(meant(written).as_deref(), expected);
    }

    #[test]
    fn a_profile_is_named_in_what_to_run_and_quoted_where_a_shell_needs_it() {
        let fix_of = |kind, origin, profile| said(&fix(&failure(kind, origin, profile)));
        let login = fix_of(FailureKind::CredentialsExpired, OriginKind::Login, Some("at school"));
        assert!(login.ends_with("aws login --profile 'at school'"), "{login}");
        let sso = fix_of(FailureKind::CredentialsExpired, OriginKind::IdentityCenter, Some("lab"));
        assert!(sso.ends_with("aws sso login --profile lab"), "{sso}");
        let mfa = fix_of(FailureKind::MfaNeeded, OriginKind::Role, Some("lab"));
        let line = "credential_process = aws configure export-credentials --profile lab --format process";
        assert!(mfa.ends_with(line), "{mfa}");
    }
}
