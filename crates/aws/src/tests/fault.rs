//! What can go wrong with a call, and what must be told of it.

use ec_site_tutor_core::account::FailureKind;

/// What must become of a call.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Expected {
    Seen,
    Denied,
    Failed(FailureKind),
}

/// What the front does with a request.
#[derive(Clone, Copy, Debug)]
pub enum Behaviour {
    /// A sound answer in which nothing is.
    Answer,
    /// AWS's error with this status and code.
    Error(u16, &'static str, &'static str),
    /// Head lines after the status, and a body, as they stand.
    Whole(&'static str, &'static str),
    /// A sound answer whose end is missing.
    CutOff,
    /// The connection is reset.
    Reset,
    /// Nothing comes.
    Hang,
    /// Nobody listens.
    Refuse,
}

/// Something that goes wrong.
pub struct Fault {
    pub name: String,
    pub scheme: &'static str,
    pub behaviour: Behaviour,
    pub expected: Expected,
}

impl Fault {
    /// All is well.
    pub fn none() -> Self {
        Self { name: "none".into(), scheme: "http", behaviour: Behaviour::Answer, expected: Expected::Seen }
    }

    fn new(name: &str, behaviour: Behaviour, kind: FailureKind) -> Self {
        Self { name: name.into(), scheme: "http", behaviour, expected: Expected::Failed(kind) }
    }

    fn code(status: u16, code: &'static str, message: &'static str, expected: Expected) -> Self {
        Self {
            name: format!("{status} {code} {message}"),
            scheme: "http",
            behaviour: Behaviour::Error(status, code, message),
            expected,
        }
    }
}

/// Every way in which AWS is seen to refuse, fail or say nonsense.
pub fn everything() -> Vec<Fault> {
    [throttling(), denials(), credentials(), service(), connection(), answers()].into_iter().flatten().collect()
}

/// Every code with which AWS asks to slow down:
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html>.
pub fn throttling() -> Vec<Fault> {
    let codes = [
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
    let throttled = Expected::Failed(FailureKind::Throttled);
    codes
        .into_iter()
        .map(|code| Fault::code(400, code, "Rate exceeded", throttled))
        .chain([Fault::code(503, "RequestLimitExceeded", "Request limit exceeded.", throttled)])
        .collect()
}

/// Every code for "you may not".
pub fn denials() -> Vec<Fault> {
    ["AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "AuthorizationError"]
        .into_iter()
        .map(|code| Fault::code(403, code, "You are not authorized to perform this operation.", Expected::Denied))
        .collect()
}

fn credentials() -> Vec<Fault> {
    use FailureKind::{ClockSkew, CredentialsExpired, CredentialsInvalid, Refused};
    [
        (403, "ExpiredToken", "The security token included in the request is expired", CredentialsExpired),
        (403, "ExpiredTokenException", "The security token included in the request is expired", CredentialsExpired),
        (400, "RequestExpired", "Request has expired.", CredentialsExpired),
        (403, "InvalidClientTokenId", "The security token included in the request is invalid.", CredentialsInvalid),
        (401, "AuthFailure", "AWS was not able to validate the provided access credentials", CredentialsInvalid),
        (403, "SignatureDoesNotMatch", "The request signature we calculated does not match", CredentialsInvalid),
        (403, "UnrecognizedClientException", "The security token is invalid.", CredentialsInvalid),
        (403, "RequestTimeTooSkewed", "The difference between the times is too large.", ClockSkew),
        (403, "RequestInTheFuture", "Request timestamp is in the future.", ClockSkew),
        (403, "SignatureDoesNotMatch", "Signature expired: 20260101T000000Z is now earlier than", ClockSkew),
        (403, "SignatureDoesNotMatch", "Signature not yet current: 20260101T000000Z", ClockSkew),
        (401, "OptInRequired", "You are not subscribed to this service.", Refused),
    ]
    .map(|(status, code, message, kind)| Fault::code(status, code, message, Expected::Failed(kind)))
    .into()
}

fn service() -> Vec<Fault> {
    [(500, "InternalError"), (500, "InternalFailure"), (503, "ServiceUnavailable"), (503, "Unavailable")]
        .map(|(status, code)| Fault::code(status, code, "Try later.", Expected::Failed(FailureKind::Service)))
        .into()
}

fn connection() -> Vec<Fault> {
    let unreachable = FailureKind::Unreachable;
    vec![
        Fault::new("connection refused", Behaviour::Refuse, unreachable),
        Fault::new("reset", Behaviour::Reset, unreachable),
        Fault::new("hang", Behaviour::Hang, unreachable),
        Fault { scheme: "https", ..Fault::new("no TLS", Behaviour::Answer, unreachable) },
    ]
}

fn answers() -> Vec<Fault> {
    let whole = |name, head, body, kind| Fault::new(name, Behaviour::Whole(head, body), kind);
    let welcome = "<html><body>Welcome! Please sign in.</body></html>";
    let elsewhere = "301 Moved Permanently\r\nlocation: https://ec2.eu-west-1.amazonaws.com/";
    vec![
        Fault::new("a body cut off", Behaviour::CutOff, FailureKind::Unreadable),
        whole("no XML", "200 OK\r\ncontent-type: text/xml", "Welcome! Please sign in.", FailureKind::Unreadable),
        whole("another type", "200 OK\r\ncontent-type: text/html", welcome, FailureKind::Unreadable),
        whole("empty", "200 OK\r\ncontent-type: text/xml", "", FailureKind::Unreadable),
        whole("to another region", elsewhere, "", FailureKind::Unreadable),
        whole("bare 500", "500 Internal Server Error", "", FailureKind::Service),
        whole("bare 503", "503 Service Unavailable", "", FailureKind::Service),
        whole("gateway", "502 Bad Gateway\r\ncontent-type: text/html", welcome, FailureKind::Service),
        whole("bare 429", "429 Too Many Requests", "", FailureKind::Throttled),
    ]
}
