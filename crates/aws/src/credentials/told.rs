//! What a service that was asked for credentials answered, out of the errors that the SDK wraps around it.

use std::error::Error;

use aws_credential_types::provider::error::CredentialsError;
use aws_sdk_ec2::config::http::HttpResponse;
use aws_sdk_ec2::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_signin::operation::create_o_auth2_token::CreateOAuth2TokenError;
use aws_sdk_sso::operation::get_role_credentials::GetRoleCredentialsError;
use aws_sdk_sts::operation::assume_role::AssumeRoleError;
use aws_sdk_sts::operation::assume_role_with_web_identity::AssumeRoleWithWebIdentityError;

use crate::errors::{causes, innermost};

/// What came of asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The service answered with an error.
    Error {
        /// Whether it is the service that gives roles to other credentials, not what gives the first ones.
        by_role: bool,
        /// AWS's code; none where it isn't one of AWS's answers.
        code: Option<String>,
        /// AWS's words.
        message: String,
        /// Of HTTP.
        status: u16,
    },
    /// No answer came; the words are the network's.
    Silence {
        /// As above.
        by_role: bool,
        /// Of the innermost error.
        words: String,
    },
}

/// What `error` holds of an answer; none where no service was asked.
pub fn told(error: &(dyn Error + 'static)) -> Option<Told> {
    causes(error).find_map(|cause| {
        of::<AssumeRoleError>(cause, true)
            .or_else(|| of::<AssumeRoleWithWebIdentityError>(cause, false))
            .or_else(|| of::<GetRoleCredentialsError>(cause, false))
            .or_else(|| of::<CreateOAuth2TokenError>(cause, false))
            .or_else(|| bare::<CreateOAuth2TokenError>(cause))
            .or_else(|| silence::<CredentialsError>(cause, false))
    })
}

fn of<E>(cause: &(dyn Error + 'static), by_role: bool) -> Option<Told>
where
    E: ProvideErrorMetadata + Error + Send + Sync + 'static,
{
    match cause.downcast_ref::<SdkError<E, HttpResponse>>()? {
        SdkError::ServiceError(service) => {
            let told = service.err();
            Some(Told::Error {
                by_role,
                code: told.code().map(str::to_owned),
                message: told.message().unwrap_or_default().to_owned(),
                status: service.raw().status().as_u16(),
            })
        }
        _ => silence::<E>(cause, by_role),
    }
}

/// An answer whose HTTP status was dropped on the way. One that AWS never gave has no code.
fn bare<E: ProvideErrorMetadata + Error + 'static>(cause: &(dyn Error + 'static)) -> Option<Told> {
    let told = cause.downcast_ref::<E>()?;
    let code = told.code()?.to_owned();
    let message = told.message().unwrap_or_default().to_owned();
    Some(Told::Error { by_role: false, code: Some(code), message, status: 400 })
}

fn silence<E: Error + Send + Sync + 'static>(cause: &(dyn Error + 'static), by_role: bool) -> Option<Told> {
    match cause.downcast_ref::<SdkError<E, HttpResponse>>()? {
        SdkError::ServiceError(_) => None,
        _ => Some(Told::Silence { by_role, words: innermost(cause) }),
    }
}
