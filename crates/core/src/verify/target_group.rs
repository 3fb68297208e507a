//! The target group behind a load balancer, with its health check.

use serde::Deserialize;

use super::{CauseId, Facts, Kind, Number, ResourceKind, Stop, Verdict, Wanted};
use crate::account::Need;
use crate::account::resources::TargetGroup as Group;
use crate::i18n::Text;
use crate::msg;

/// The target group takes instances of the VPC over HTTP on this port.
#[expect(clippy::struct_field_names, reason = "every kind calls it so in lesson packs")]
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetGroup {
    /// Its name.
    pub target_group: String,
    /// Name tag of the VPC.
    pub vpc: String,
    /// Where visitors come in, or where targets are reached.
    pub port: Number,
    /// The path that its health check asks for; any where nothing is said.
    #[serde(default)]
    pub path: Option<String>,
    /// The codes that its health check takes, such as `200-399`; any where nothing is said.
    #[serde(default)]
    pub codes: Option<String>,
}

impl Kind for TargetGroup {
    fn needs(&self) -> Vec<Need> {
        vec![Need::TargetGroups, Need::Vpcs, Need::Subnets, Need::SecurityGroups]
    }

    fn expected(&self) -> Text {
        msg!(target_group_expected, target_group = &self.target_group, port = self.port.0)
    }

    fn why(&self) -> Text {
        msg!(target_group_why)
    }

    fn subject(&self) -> Option<Wanted> {
        Some(Wanted::new(ResourceKind::TargetGroup, &self.target_group))
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let fix = msg!(target_group_fix, target_group = &self.target_group, vpc = &self.vpc, port = self.port.0);
        let group = facts.target_group(&self.target_group).map_err(|missing| missing.of_subject(fix.clone()))?;
        let protocol = group.protocol.as_deref().unwrap_or("-");
        let kind = group.target_type.as_deref().unwrap_or("-");
        let port = group.port.map_or_else(|| "-".to_owned(), |port| port.to_string());
        let actual = Text::verbatim(format!("{protocol}:{port}, {kind}"));
        let vpc = facts.vpc(&self.vpc)?;
        Ok(if kind != "instance" {
            Verdict::failed(actual, fix).because(CauseId::TgWrongType, msg!(cause_tg_wrong_type))
        } else if group.vpc.as_deref() != Some(&vpc.id) {
            let found = group.vpc.as_deref().unwrap_or("-");
            Verdict::failed(msg!(in_other_vpc, found = found, wanted = &vpc.id), fix)
                .because(CauseId::TgWrongVpc, msg!(cause_wrong_vpc))
        } else if protocol != "HTTP" {
            Verdict::failed(actual, fix).because(CauseId::TgWrongProtocol, msg!(cause_tg_wrong_protocol))
        } else if group.port != Some(self.port.0) {
            Verdict::failed(actual, fix).because(CauseId::TgWrongPort, msg!(cause_tg_wrong_port))
        } else {
            self.judge_health_check(group, actual)
        })
    }
}

impl TargetGroup {
    fn judge_health_check(&self, group: &Group, actual: Text) -> Verdict {
        let (path, codes) =
            (group.health_path.as_deref().unwrap_or("/"), group.health_codes.as_deref().unwrap_or("200"));
        let found = Text::verbatim(format!("{path} {codes}"));
        match (&self.path, &self.codes) {
            (Some(wanted), _) if wanted != path => Verdict::failed(found, msg!(mend_health_check, path = wanted))
                .because(CauseId::HealthCheckPath, msg!(cause_health_check_path)),
            (_, Some(wanted)) if wanted != codes => {
                Verdict::failed(found, msg!(target_group_codes_fix, codes = wanted))
                    .because(CauseId::HealthCheckCode, msg!(cause_health_check_codes_set, codes = wanted))
            }
            _ => Verdict::passed(actual),
        }
    }
}
