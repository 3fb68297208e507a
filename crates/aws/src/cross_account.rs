//! The ways into the accounts of a class: a profile of this machine, or a role that the instructor assumes there.
//! All accounts share one HTTP client; the credentials of a role are kept and renewed, in memory only.

use std::collections::HashMap;
use std::time::Duration;

use aws_config::Region;
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_sts::types::Credentials as Issued;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{Mutex, OnceCell};

use super::Reader;
use super::action::Action;
use super::calls::{self, in_time};
use super::clients::{Clients, Configuration, configure};
use super::errors::{area, incomplete};
use super::http::Http;
use super::settings::Settings;
use ec_site_tutor_core::account::{Access, Area, Role};

/// How long credentials are asked for. It is the most that AWS gives where one role assumes another:
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining>.
const LIFE: Duration = Duration::from_hours(1);
/// Credentials are renewed so long before they end, in seconds: longer than any reading takes.
const RENEWAL: i64 = 5 * 60;
/// The longest name of a session that AWS takes.
const LONGEST_SESSION: usize = 64;
const PROVIDER: &str = "EcSiteTutorClass";

/// Opens accounts with the instructor's own credentials.
#[derive(Debug)]
pub struct CrossAccount {
    own: Configuration,
    http: Http,
    settings: Box<Settings>,
    /// Made when the first role is assumed.
    session: OnceCell<String>,
    assumed: Mutex<HashMap<Role, Credentials>>,
}

impl CrossAccount {
    /// Reads the instructor's own configuration.
    pub async fn open(settings: &Settings) -> Self {
        let http = Http::of(settings);
        let own = configure(settings, &http).await;
        let settings = Box::new(settings.clone());
        Self { own, http, settings, session: OnceCell::new(), assumed: Mutex::default() }
    }

    /// A reader of the account behind `access`, in `region` or where none is named in the instructor's or the profile's.
    pub async fn reader(&self, access: &Access, region: Option<&str>) -> Area<Reader> {
        match access {
            Access::Profile(profile) => {
                let region = region.map(str::to_owned).or_else(|| self.settings.region.clone());
                let (profile, used_profile) = (Some(profile.clone()), Some(profile.clone()));
                let settings = Settings { profile, used_profile, region, ..(*self.settings).clone() };
                let Configuration { sdk, entry } = configure(&settings, &self.http).await;
                Area::Seen(Reader::over(Clients { entry, ..Clients::of(&sdk) }))
            }
            Access::Role(role) => self.credentials(role).await.map(|credentials| {
                let provider = SharedCredentialsProvider::new(credentials.clone());
                let mut config = self.own.sdk.clone().into_builder().credentials_provider(provider);
                // A cache that all accounts share would keep the credentials of every one of them.
                config.set_identity_cache(None);
                if let Some(region) = region {
                    config = config.region(Region::new(region.to_owned()));
                }
                Reader::over(Clients::of(&config.build()))
            }),
        }
    }

    /// Credentials of a role, from memory where they last long enough.
    async fn credentials(&self, role: &Role) -> Area<Credentials> {
        let kept = self.assumed.lock().await.get(role).filter(|kept| lasts(kept)).cloned();
        if let Some(kept) = kept {
            return Area::Seen(kept);
        }
        let issued = self.assume(role).await;
        if let Area::Seen(new) = &issued {
            self.assumed.lock().await.insert(role.clone(), new.clone());
        }
        issued
    }

    async fn assume(&self, role: &Role) -> Area<Credentials> {
        let session = match self.session().await {
            Area::Seen(session) => session,
            unseen => return unseen.map(|_| Credentials::new("", "", None, None, PROVIDER)),
        };
        let action = Action::AssumeRole;
        let request = aws_sdk_sts::Client::new(&self.own.sdk)
            .assume_role()
            .role_arn(&role.arn)
            .role_session_name(session)
            .set_external_id(role.external_id.clone())
            .duration_seconds(i32::try_from(LIFE.as_secs()).unwrap_or(i32::MAX));
        in_time(action, async {
            match request.send().await.map(|answer| answer.credentials.map(|issued| credentials(&issued))) {
                Ok(Some(credentials)) => Area::Seen(credentials),
                Ok(None) => incomplete(action),
                Err(error) => area(action, Err(error)),
            }
        })
        .await
    }

    /// The name that every learner's account will show in its records: whose tutor it was.
    async fn session(&self) -> Area<String> {
        if let Some(session) = self.session.get() {
            return Area::Seen(session.clone());
        }
        let clients = Clients { entry: self.own.entry.clone(), ..Clients::of(&self.own.sdk) };
        if let Err(failure) = clients.open().await {
            return Area::Failed(failure);
        }
        let name = calls::identity(&clients).await.map(|identity| session_name(&identity.arn));
        if let Area::Seen(name) = &name {
            let _ = self.session.set(name.clone());
        }
        name
    }
}

fn credentials(issued: &Issued) -> Credentials {
    let ends = std::time::SystemTime::try_from(*issued.expiration()).ok();
    Credentials::new(
        issued.access_key_id(),
        issued.secret_access_key(),
        Some(issued.session_token().to_owned()),
        ends,
        PROVIDER,
    )
}

fn lasts(credentials: &Credentials) -> bool {
    let end = credentials.expiry().and_then(|end| Timestamp::try_from(end).ok());
    end.is_some_and(|end| end.duration_since(Timestamp::now()) > SignedDuration::from_secs(RENEWAL))
}

/// A session name from the caller's ARN: AWS takes letters, digits and a few marks.
fn session_name(arn: &str) -> String {
    let caller = arn.rsplit(['/', ':']).next().unwrap_or_default();
    let safe = caller.chars().map(|character| {
        if character.is_ascii_alphanumeric() || "_+=,.@-".contains(character) { character } else { '-' }
    });
    "ec-site-tutor-".chars().chain(safe).take(LONGEST_SESSION).collect()
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use test_case::test_case;

    use super::*;

    #[test_case("arn:aws:iam::111122223333:user/sensei", "ec-site-tutor-sensei"; "a user")]
    #[test_case("arn:aws:sts::111122223333:assumed-role/Teach/sensei@example.com", "ec-site-tutor-sensei@example.com"; "a role session")]
    #[test_case("arn:aws:iam::111122223333:root", "ec-site-tutor-root"; "the root user")]
    #[test_case("arn:aws:iam::111122223333:user/先生", "ec-site-tutor---"; "letters that AWS doesn't take")]
    fn the_session_names_the_instructor(arn: &str, expected: &str) {
        assert_eq!(session_name(arn), expected);
    }

    #[test]
    fn a_session_name_is_never_longer_than_aws_takes() {
        assert_eq!(session_name(&format!("arn:aws:iam::1:user/{}", "a".repeat(200))).len(), LONGEST_SESSION);
    }

    #[test]
    fn credentials_are_renewed_before_they_end() {
        let ending_in = |minutes| {
            let end = SystemTime::now() + Duration::from_mins(minutes);
            Credentials::new("a", "b", None, Some(end), PROVIDER)
        };
        assert!(lasts(&ending_in(6)));
        assert!(!lasts(&ending_in(4)));
        assert!(!lasts(&Credentials::new("a", "b", None, None, PROVIDER)));
    }
}
