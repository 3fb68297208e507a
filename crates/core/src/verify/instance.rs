//! EC2 instances.

use serde::Deserialize;

use super::facts::Missing;
use super::{CauseId, Deviation, Doing, Facts, Kind, ResourceKind, Stop, Verdict, Wait, Wanted};
use crate::account::Need;
use crate::account::resources::InstanceState;
use crate::i18n::Text;
use crate::msg;

/// An instance with this Name tag lives in the VPC, running or stopped.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instance {
    /// Name tag of the VPC.
    pub vpc: String,
    /// Name tag of the instance.
    pub instance: String,
}

impl Kind for Instance {
    fn needs(&self) -> Vec<Need> {
        vec![Need::Vpcs, Need::Subnets, Need::SecurityGroups, Need::Instances]
    }

    fn expected(&self) -> Text {
        msg!(instance_expected, instance = &self.instance, vpc = &self.vpc)
    }

    fn why(&self) -> Text {
        msg!(instance_why)
    }

    fn subject(&self) -> Option<Wanted> {
        Some(Wanted::new(ResourceKind::Instance, &self.instance).in_vpc(&self.vpc))
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let fix = msg!(instance_fix, instance = &self.instance, vpc = &self.vpc);
        let living = match facts.instances(&self.vpc, &self.instance) {
            Ok(living) => living,
            Err(Missing::Absent(wanted)) => return Ok(self.absent(facts, wanted, fix)),
            Err(missing) => return Err(missing.of_subject(fix)),
        };
        let list = Text::list(living.iter().map(|instance| format!("{} ({})", instance.id, instance.state)));
        let actual = if living.len() > 1 { msg!(instance_twins, found = list) } else { list };
        if living.iter().any(|instance| instance.state.is_running() || instance.state.is_stopped()) {
            return Ok(Verdict::passed(actual));
        }
        if !living.iter().any(|instance| instance.state.is_on_its_way()) {
            return Ok(Verdict::unfamiliar(actual));
        }
        let since = living.iter().filter_map(|instance| instance.launched_at).max();
        Ok(Verdict::waiting(Wait::new(Doing::StartingInstance, since), actual, msg!(instance_pending_fix)))
    }
}

impl Instance {
    fn absent(&self, facts: &Facts<'_>, wanted: Wanted, fix: Text) -> Verdict {
        let instances = facts.snapshot.instances.seen().map(Vec::as_slice).unwrap_or_default();
        let ghosts: Vec<String> = instances
            .iter()
            .filter(|instance| instance.name.as_deref() == Some(&self.instance))
            .filter(|instance| instance.state.is_gone())
            .map(|instance| format!("{} ({})", instance.id, instance.state))
            .collect();
        if ghosts.is_empty() {
            return Verdict::failed(msg!(absent, what = wanted.what()), fix).untouched().wanting(wanted);
        }
        Verdict::failed(msg!(instance_terminated, found = Text::list(ghosts)), fix)
            .because(CauseId::DeletedRecently, msg!(cause_deleted_recently))
            .wanting(wanted)
    }
}

/// Every living instance with this Name tag is stopped. An instance that an Auto Scaling group owns is never meant.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstanceStopped {
    /// Name tag of the VPC.
    pub vpc: String,
    /// Name tag of the instance.
    pub instance: String,
    /// Name of the Auto Scaling group, one of whose instances may have been stopped by mistake.
    pub asg: String,
}

impl Kind for InstanceStopped {
    fn needs(&self) -> Vec<Need> {
        vec![Need::Vpcs, Need::Subnets, Need::SecurityGroups, Need::Instances]
    }

    fn expected(&self) -> Text {
        msg!(stopped_expected, instance = &self.instance)
    }

    fn why(&self) -> Text {
        msg!(stopped_why)
    }

    fn subject(&self) -> Option<Wanted> {
        Some(self.wanted())
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let fix = msg!(stopped_fix, instance = &self.instance);
        let living = match facts.instances(&self.vpc, &self.instance) {
            Err(Missing::Absent(wanted)) => return Ok(self.absent(facts, wanted)),
            other => other.map_err(|missing| missing.of_subject(fix.clone()))?,
        };
        let own: Vec<_> = living.into_iter().filter(|instance| instance.asg.is_none()).collect();
        if own.is_empty() {
            return Ok(self.absent(facts, self.wanted()));
        }
        let list = Text::list(own.iter().map(|instance| format!("{} ({})", instance.id, instance.state)));
        let actual = if own.len() > 1 { msg!(instance_twins, found = list) } else { list };
        if own.iter().all(|instance| instance.state == InstanceState::Stopped) {
            return Ok(Verdict::passed(actual));
        }
        if own.iter().all(|instance| instance.state.is_stopped()) {
            let stopping = own.iter().filter(|instance| instance.state == InstanceState::Stopping);
            let since = stopping.filter_map(|instance| instance.state_since).min();
            return Ok(Verdict::waiting(Wait::new(Doing::StoppingInstance, since), actual, msg!(stopped_wait_fix)));
        }
        if !own.iter().any(|instance| instance.state.is_started()) {
            return Ok(Verdict::unfamiliar(actual));
        }
        let verdict = Verdict::failed(actual, fix);
        Ok(match self.stopped_member(facts) {
            Some(id) => Verdict { fix: Some(msg!(stopped_member_fix, id = id, instance = &self.instance)), ..verdict }
                .because(CauseId::StoppedGroupMember, msg!(cause_stopped_group_member)),
            None => verdict.deviating(Deviation::Running).untouched(),
        })
    }
}

impl InstanceStopped {
    fn wanted(&self) -> Wanted {
        Wanted::new(ResourceKind::Instance, &self.instance).in_vpc(&self.vpc)
    }

    fn absent(&self, facts: &Facts<'_>, wanted: Wanted) -> Verdict {
        let fix = msg!(stopped_terminated_fix, instance = &self.instance);
        Instance { vpc: self.vpc.clone(), instance: self.instance.clone() }.absent(facts, wanted, fix)
    }

    fn stopped_member<'a>(&self, facts: &Facts<'a>) -> Option<&'a str> {
        let instances = facts.snapshot.instances.seen().ok()?;
        let stopped =
            instances.iter().find(|instance| instance.asg.as_deref() == Some(&self.asg) && instance.state.is_stopped());
        stopped.map(|instance| instance.id.as_str())
    }
}
