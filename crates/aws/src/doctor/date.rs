//! What time it is by AWS's answer.

use std::sync::{Arc, Mutex, PoisonError};

use aws_sdk_sts::config::interceptors::BeforeDeserializationInterceptorContextRef;
use aws_sdk_sts::config::{ConfigBag, Intercept, RuntimeComponents};
use aws_sdk_sts::error::BoxError;
use jiff::{SignedDuration, Timestamp};

/// Keeps by how much this machine's clock was ahead of the last answer's `Date`; cheap to share.
#[derive(Clone, Debug, Default)]
pub struct DateReader(Arc<Mutex<Option<SignedDuration>>>);

impl DateReader {
    /// By how much this machine's clock was ahead; none where no answer bore a date.
    pub fn ahead(&self) -> Option<SignedDuration> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Intercept for DateReader {
    fn name(&self) -> &'static str {
        "DateReader"
    }

    fn read_before_deserialization(
        &self,
        context: &BeforeDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let ahead = context.response().headers().get("date").and_then(|date| ahead(date, Timestamp::now()));
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = ahead;
        Ok(())
    }
}

/// How far `now` is ahead of a date such as `Tue, 01 Dec 2026 12:00:00 GMT`.
fn ahead(date: &str, now: Timestamp) -> Option<SignedDuration> {
    let date = jiff::fmt::rfc2822::parse(date).ok()?.timestamp();
    Some(now.duration_since(date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_of_an_answer_is_what_http_writes() {
        let now: Timestamp = "2026-12-01T12:00:07Z".parse().unwrap();
        assert_eq!(ahead("Tue, 01 Dec 2026 12:00:00 GMT", now), Some(SignedDuration::from_secs(7)));
        assert_eq!(ahead("Tue, 01 Dec 2026 12:10:07 GMT", now), Some(SignedDuration::from_mins(-10)));
        assert_eq!(ahead("yesterday", now), None);
    }
}
