//! Turns what an AWS call answered into an [`Area`]. An error never becomes an empty answer.

use std::error::Error;
use std::fmt;

use aws_sdk_ec2::config::http::HttpResponse;
use aws_sdk_ec2::error::{ProvideErrorMetadata, SdkError};

use super::action::Action;
use ec_site_tutor_core::account::{Area, Denial, Failure, FailureKind};

/// AWS's codes for "you may not": <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html>.
const DENIED: [&str; 4] = ["AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "AuthorizationError"];
const EXPIRED: [&str; 3] = ["ExpiredToken", "ExpiredTokenException", "RequestExpired"];
const INVALID: [&str; 8] = [
    "AuthFailure",
    "IncompleteSignature",
    "InvalidAccessKeyId",
    "InvalidClientTokenId",
    "InvalidSignatureException",
    "MissingAuthenticationToken",
    "SignatureDoesNotMatch",
    "UnrecognizedClientException",
];
const SKEWED: [&str; 2] = ["RequestInTheFuture", "RequestTimeTooSkewed"];
/// What the SDKs retry as throttling: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html>.
const THROTTLED: [&str; 14] = [
    "BandwidthLimitExceeded",
    "EC2ThrottledException",
    "LimitExceededException",
    "PriorRequestNotComplete",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "RequestThrottled",
    "RequestThrottledException",
    "SlowDown",
    "ThrottledException",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
    "TransactionInProgressException",
];
const SERVICE: [&str; 7] = [
    "InternalError",
    "InternalFailure",
    "InternalServerError",
    "InternalServiceError",
    "ServiceUnavailable",
    "ServiceUnavailableException",
    "Unavailable",
];

/// What a source refused with, on its way through the SDK.
#[derive(Debug)]
pub struct Refusal(pub Failure);

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.detail)
    }
}

impl Error for Refusal {}

/// The outcome of the call `action`.
pub fn area<T, E>(action: Action, result: Result<T, SdkError<E, HttpResponse>>) -> Area<T>
where
    E: ProvideErrorMetadata + Error + 'static,
{
    match result {
        Ok(value) => Area::Seen(value),
        Err(error) => failed(action, &error),
    }
}

/// As [`area`], where one error code of AWS means that there is nothing: `nothing` is the answer then.
pub fn area_or<T, E>(
    action: Action,
    result: Result<T, SdkError<E, HttpResponse>>,
    is_nothing: impl Fn(&str, &str) -> bool,
    nothing: T,
) -> Area<T>
where
    E: ProvideErrorMetadata + Error + 'static,
{
    match result {
        Err(SdkError::ServiceError(service))
            if is_nothing(service.err().code().unwrap_or_default(), service.err().message().unwrap_or_default()) =>
        {
            Area::Seen(nothing)
        }
        other => area(action, other),
    }
}

/// A call that did not end in time.
pub fn timed_out<T>(action: Action) -> Area<T> {
    Area::Failed(Failure::new(action.name(), FailureKind::Unreachable, "timeout"))
}

/// An answer without what AWS always tells.
pub fn incomplete<T>(action: Action) -> Area<T> {
    Area::Failed(Failure::new(action.name(), FailureKind::Unreadable, "incomplete"))
}

fn failed<T, E>(action: Action, error: &SdkError<E, HttpResponse>) -> Area<T>
where
    E: ProvideErrorMetadata + Error + 'static,
{
    if let Some(Refusal(failure)) = causes(error).find_map(|cause| cause.downcast_ref::<Refusal>()) {
        return Area::Failed(Failure { action: action.name().to_owned(), ..failure.clone() });
    }
    let kind = match error {
        SdkError::ServiceError(service) => {
            let status = service.raw().status().as_u16();
            let (code, message) = (service.err().code(), service.err().message().unwrap_or_default());
            match service_error(code, message, status) {
                Some(kind) => kind,
                None => {
                    return Area::Denied(Denial {
                        action: action.name().to_owned(),
                        message: denial_message(message).to_owned(),
                    });
                }
            }
        }
        SdkError::ResponseError(_) => FailureKind::Unreadable,
        SdkError::TimeoutError(_) => FailureKind::Unreachable,
        other if is_untrusted(&innermost(other)) => FailureKind::CertificateUntrusted,
        _ => FailureKind::Unreachable,
    };
    Area::Failed(Failure::new(action.name(), kind, detail(error)))
}

/// The kind of an error that a service answered; none where it is a denial.
pub fn service_error(code: Option<&str>, message: &str, status: u16) -> Option<FailureKind> {
    // EC2 sometimes puts the side at fault before the code: `Client.UnauthorizedOperation`.
    let code = code.map(|code| code.rsplit('.').next().unwrap_or(code));
    let Some(code) = code else {
        return Some(match status {
            429 => FailureKind::Throttled,
            500.. => FailureKind::Service,
            _ => FailureKind::Unreadable,
        });
    };
    let is_one_of = |codes: &[&str]| codes.contains(&code);
    if is_one_of(&DENIED) {
        return None;
    }
    Some(if is_one_of(&EXPIRED) {
        FailureKind::CredentialsExpired
    } else if is_one_of(&SKEWED)
        || message.contains("Signature expired")
        || message.contains("Signature not yet current")
    {
        FailureKind::ClockSkew
    } else if is_one_of(&INVALID) {
        FailureKind::CredentialsInvalid
    } else if is_one_of(&THROTTLED) || status == 429 {
        FailureKind::Throttled
    } else if is_one_of(&SERVICE) || status >= 500 {
        FailureKind::Service
    } else {
        FailureKind::Refused
    })
}

/// EC2 appends an encoded message of a thousand characters that helps nobody without a further call.
pub fn denial_message(message: &str) -> &str {
    message.split("Encoded authorization failure message").next().unwrap_or(message).trim()
}

/// Whether these are rustls's words for a certificate that it doesn't take. Its own type isn't to be had: the SDK hands on
/// an I/O error in its place.
pub fn is_untrusted(words: &str) -> bool {
    words.starts_with("invalid peer certificate")
}

/// The words of the innermost error, in one line and without the operating system's number for it.
pub fn innermost(error: &(dyn Error + 'static)) -> String {
    let words = deepest(error);
    let words = words.split(" (os error ").next().unwrap_or_default();
    words.lines().next().unwrap_or_default().to_owned()
}

/// The words of the innermost error, all of them.
pub fn deepest(error: &(dyn Error + 'static)) -> String {
    causes(error).last().map(ToString::to_string).unwrap_or_default()
}

/// The error in AWS's words: code and message, else the innermost cause. One line: what follows is for developers.
fn detail<E>(error: &SdkError<E, HttpResponse>) -> String
where
    E: ProvideErrorMetadata + Error + 'static,
{
    let words = match error {
        SdkError::ServiceError(service) => {
            let status = service.raw().status().as_u16();
            match (service.err().code(), service.err().message()) {
                (Some(code), Some(message)) => format!("{code}: {message}"),
                (Some(code), None) => code.to_owned(),
                _ => format!("HTTP {status}"),
            }
        }
        other => innermost(other),
    };
    words.lines().next().unwrap_or_default().to_owned()
}

/// The error and everything behind it, outermost first.
pub fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error| {
        let error: &'a (dyn Error + 'static) = *error;
        error.source()
    })
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case(Some("UnauthorizedOperation"), "", 403, None; "ec2 denies")]
    #[test_case(Some("Client.UnauthorizedOperation"), "", 403, None; "ec2 denies with its prefix")]
    #[test_case(Some("AccessDenied"), "", 403, None; "the query services deny")]
    #[test_case(Some("RequestExpired"), "", 400, Some(FailureKind::CredentialsExpired); "ec2 calls expired credentials a request")]
    #[test_case(Some("ExpiredToken"), "", 403, Some(FailureKind::CredentialsExpired); "expired")]
    #[test_case(Some("AuthFailure"), "", 401, Some(FailureKind::CredentialsInvalid); "invalid")]
    #[test_case(Some("SignatureDoesNotMatch"), "Signature expired: ...", 403, Some(FailureKind::ClockSkew); "clock behind")]
    #[test_case(Some("Throttling"), "Rate exceeded", 400, Some(FailureKind::Throttled); "throttled")]
    #[test_case(Some("RequestLimitExceeded"), "", 503, Some(FailureKind::Throttled); "ec2 throttles with 503")]
    #[test_case(Some("InternalError"), "", 500, Some(FailureKind::Service); "internal")]
    #[test_case(None, "", 502, Some(FailureKind::Service); "bad gateway")]
    #[test_case(None, "", 404, Some(FailureKind::Unreadable); "somebody else answers")]
    #[test_case(Some("OptInRequired"), "", 401, Some(FailureKind::Refused); "region not enabled")]
    fn kinds(code: Option<&str>, message: &str, status: u16, expected: Option<FailureKind>) {
        assert_eq!(service_error(code, message, status), expected);
    }

    #[test]
    fn the_encoded_part_of_a_denial_is_dropped() {
        let message = "You are not authorized to perform this operation. Encoded authorization failure message: abc";
        assert_eq!(denial_message(message), "You are not authorized to perform this operation.");
    }
}
