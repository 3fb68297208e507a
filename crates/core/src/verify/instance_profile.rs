//! The IAM instance profile.

use serde::Deserialize;

use super::{CauseId, Facts, Kind, ResourceKind, Stop, Verdict, Wanted};
use crate::account::Need;
use crate::i18n::Text;
use crate::msg;

/// The instance profile exists and holds a role.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstanceProfile {
    /// Its name.
    pub profile: String,
}

impl Kind for InstanceProfile {
    fn needs(&self) -> Vec<Need> {
        vec![Need::InstanceProfile(self.profile.clone())]
    }

    fn expected(&self) -> Text {
        msg!(instance_profile_expected, profile = &self.profile)
    }

    fn why(&self) -> Text {
        msg!(instance_profile_why)
    }

    fn subject(&self) -> Option<Wanted> {
        Some(Wanted::new(ResourceKind::InstanceProfile, &self.profile))
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let Some(profile) = facts.snapshot.instance_profile.seen()? else {
            let wanted = Wanted::new(ResourceKind::InstanceProfile, &self.profile);
            let fix = msg!(instance_profile_fix, profile = &self.profile);
            return Ok(Verdict::failed(msg!(absent, what = wanted.what()), fix)
                .because(CauseId::ProfileMissing, msg!(cause_profile_missing))
                .wanting(wanted));
        };
        if profile.roles.is_empty() {
            return Ok(Verdict::failed(
                msg!(instance_profile_no_role, arn = &profile.arn),
                msg!(instance_profile_no_role_fix),
            )
            .because(CauseId::ProfileWithoutRole, msg!(cause_profile_without_role)));
        }
        Ok(Verdict::passed(msg!(instance_profile_actual, arn = &profile.arn, role = Text::list(profile.roles.clone()))))
    }
}
