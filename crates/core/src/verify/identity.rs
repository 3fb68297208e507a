//! Who and where: the caller's account and the region.

use serde::Deserialize;

use super::{CauseId, Facts, Kind, Stop, Verdict};
use crate::account::{Failure, FailureKind, Need, Unseen};
use crate::i18n::Text;
use crate::msg;

/// AWS tells who the caller is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {}

impl Kind for Identity {
    fn needs(&self) -> Vec<Need> {
        vec![]
    }

    fn expected(&self) -> Text {
        msg!(identity_expected)
    }

    fn why(&self) -> Text {
        msg!(identity_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let identity = facts.snapshot.identity.seen()?;
        Ok(Verdict::passed(msg!(identity_actual, account = &identity.account, arn = &identity.arn)))
    }
}

/// The region that is read is the lesson's.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Region code, such as `us-east-1`.
    pub region: String,
}

impl Kind for Region {
    fn needs(&self) -> Vec<Need> {
        vec![]
    }

    fn expected(&self) -> Text {
        msg!(region_expected, region = &self.region)
    }

    fn why(&self) -> Text {
        msg!(region_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let Some(region) = &facts.snapshot.region else {
            let failure = Failure::new("", FailureKind::RegionMissing, "");
            return Err(Unseen::Failed(&failure).into());
        };
        if *region == self.region {
            return Ok(Verdict::passed(Text::verbatim(region)));
        }
        Ok(Verdict::failed(Text::verbatim(region), msg!(region_fix, region = &self.region))
            .because(CauseId::WrongRegion, msg!(cause_wrong_region, found = region, wanted = &self.region)))
    }
}
