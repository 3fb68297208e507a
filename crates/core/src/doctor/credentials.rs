//! Where credentials come from, and until when they are good.

use jiff::{SignedDuration, Timestamp};

use super::{Line, Place};
use crate::account::{Area, OriginKind};
use crate::i18n::Text;
use crate::msg;
use crate::verify::Verdict;

/// Less time than this is too little for a step of the lesson.
const SHORT: SignedDuration = SignedDuration::from_mins(15);

/// Where the credentials come from, never what they are.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// Where they are looked for; none where nothing names a place.
    pub source: Option<CredentialSource>,
    /// When they end, where they do; or why there are none.
    pub outcome: Area<Option<Timestamp>>,
    /// The instant of the look.
    pub now: Timestamp,
}

/// A place with credentials, or with what leads to some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CredentialSource {
    /// The profile, where they are a profile's.
    pub profile: Option<String>,
    /// Where it stands.
    pub place: Place,
    /// What stands there.
    pub kind: OriginKind,
    /// The role that is taken with them, by its ARN.
    pub role: Option<String>,
}

/// What gives credentials, in words.
fn text(kind: OriginKind) -> Text {
    match kind {
        OriginKind::Environment | OriginKind::Keys => msg!(doctor_kind_keys),
        OriginKind::IdentityCenter => msg!(doctor_kind_sso),
        OriginKind::Login => msg!(doctor_kind_login),
        OriginKind::Role => msg!(doctor_kind_role),
        OriginKind::Process => msg!(doctor_kind_process),
        OriginKind::WebIdentity => msg!(doctor_kind_web_identity),
        OriginKind::Container => msg!(doctor_kind_container),
        OriginKind::Instance | OriginKind::Nothing => msg!(doctor_kind_metadata),
    }
}

impl CredentialSource {
    fn text(&self) -> Text {
        let (place, kind) = (self.place.text(), text(self.kind));
        let source = match &self.profile {
            Some(profile) => msg!(doctor_source_profile, profile = profile, place = place, kind = kind),
            None => msg!(doctor_source, place = place, kind = kind),
        };
        match &self.role {
            Some(role) => msg!(doctor_and, first = source, second = msg!(doctor_source_role, role = role)),
            None => source,
        }
    }
}

impl Credentials {
    pub(super) fn line(&self) -> Line {
        let line = |found| Line::good("credentials", msg!(doctor_label_credentials), found);
        let source = self.source.as_ref().map(CredentialSource::text);
        let with = |text: Text| match source.clone() {
            Some(source) => msg!(doctor_and, first = source, second = text),
            None => text,
        };
        match self.outcome.seen() {
            Ok(None) => line(with(msg!(doctor_no_end))),
            Ok(Some(end)) if *end <= self.now => {
                line(with(msg!(doctor_ended, at = *end))).bad(msg!(doctor_ended_remedy))
            }
            Ok(Some(end)) if end.duration_since(self.now) < SHORT => {
                line(with(msg!(doctor_ends, at = *end))).odd(msg!(doctor_ends_remedy))
            }
            Ok(Some(end)) => line(with(msg!(doctor_ends, at = *end))),
            Err(unseen) => {
                let verdict = Verdict::unknown(unseen);
                let fix = verdict.fix.unwrap_or_else(|| msg!(unknown_not_asked_fix));
                line(with(verdict.actual)).bad(msg!(doctor_rest_waits, fix = fix))
            }
        }
    }
}
