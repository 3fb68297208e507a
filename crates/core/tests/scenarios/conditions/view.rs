//! An account as its JSON, with the few questions that conditions ask of it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ec_site_tutor_core::verify::{CauseId, CheckKind, Status};
use serde_json::Value;

use crate::LESSON;

/// An account.
pub struct View<'a>(pub &'a Value);

/// A value of the lesson.
pub fn lab(name: &str) -> &'static str {
    LESSON.values.get(name).unwrap_or_else(|| panic!("no value {name}"))
}

pub fn text<'a>(item: &'a Value, field: &str) -> &'a str {
    item[field].as_str().unwrap_or_default()
}

pub fn texts<'a>(item: &'a Value, field: &str) -> Vec<&'a str> {
    item[field].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

impl<'a> View<'a> {
    /// What was seen of an area of many.
    pub fn list(&self, area: &str) -> Vec<&'a Value> {
        self.0[area]["seen"].as_array().into_iter().flatten().collect()
    }

    /// What was seen of an area of one.
    pub fn one(&self, area: &str) -> &'a Value {
        &self.0[area]["seen"]
    }

    /// The item of an area whose `field` is the lesson's value of this name.
    pub fn named(&self, area: &str, field: &str, value: &str) -> Option<&'a Value> {
        self.list(area).into_iter().find(|item| text(item, field) == lab(value))
    }

    pub fn alb(&self) -> Option<&'a Value> {
        self.named("load_balancers", "name", "alb")
    }

    pub fn group(&self) -> Option<&'a Value> {
        self.named("auto_scaling_groups", "name", "asg")
    }

    pub fn target_group(&self) -> Option<&'a Value> {
        self.named("target_groups", "name", "target_group")
    }

    pub fn vpcs(&self) -> Vec<&'a str> {
        let named = self.list("vpcs").into_iter().filter(|vpc| text(vpc, "name") == lab("vpc"));
        named.map(|vpc| text(vpc, "id")).collect()
    }

    /// The ids of the groups of this name within the lab's VPC.
    pub fn security_groups(&self, value: &str) -> Vec<&'a str> {
        let vpcs = self.vpcs();
        let groups = self.list("security_groups").into_iter();
        let own = groups.filter(|group| text(group, "group_name") == lab(value) && vpcs.contains(&text(group, "vpc")));
        own.map(|group| text(group, "id")).collect()
    }

    /// The instances of the group.
    pub fn members(&self) -> Vec<&'a Value> {
        self.list("instances").into_iter().filter(|instance| text(instance, "asg") == lab("asg")).collect()
    }

    pub fn targets(&self) -> Vec<&'a Value> {
        self.list("target_health")
    }

    pub fn has_reason(&self, reason: &str) -> bool {
        self.targets().iter().any(|target| text(target, "reason") == reason)
    }

    /// Whether some activity's cause, description or message says all of this.
    pub fn history_says(&self, words: &[&str]) -> bool {
        self.list("activities").iter().any(|activity| {
            let said = activity.to_string().to_lowercase();
            words.iter().all(|word| said.contains(word))
        })
    }

    /// Whether some boot log says one of these, in lower case.
    pub fn log_says(&self, words: &[&str]) -> bool {
        let logs = self.0["boot_logs"].to_string().to_lowercase();
        words.iter().any(|word| logs.contains(word))
    }

    /// The script of the launch template, as far as it is one.
    pub fn script(&self) -> String {
        let data = text(self.one("launch_template"), "user_data");
        let bytes = STANDARD.decode(data).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn says(&self, words: &str) -> bool {
        self.0.to_string().contains(words)
    }

    pub fn is_waiting(cause: CauseId, status: Status) -> Option<bool> {
        let is_wait = matches!(cause, CauseId::StillWorking | CauseId::Overdue);
        is_wait.then_some(status == Status::Waiting)
    }

    /// Causes in the reading of the account.
    pub fn reading(&self, cause: CauseId) -> Option<bool> {
        let failed = |kind: &str| self.says(&format!("\"kind\":\"{kind}\""));
        Some(match cause {
            CauseId::AccessDenied => self.says("\"denied\":{"),
            CauseId::CredentialsExpired => failed("credentials-expired"),
            CauseId::CredentialsMissing => failed("credentials-missing"),
            CauseId::CredentialsInvalid => failed("credentials-invalid"),
            CauseId::AwsProfileMissing => failed("profile-missing"),
            CauseId::AwsProfileFaulty => failed("profile-faulty"),
            CauseId::MfaNeeded => failed("mfa-needed"),
            CauseId::RoleRefused => failed("role-refused"),
            CauseId::CredentialsSource => {
                let sources = ["source-unreachable", "source-failed", "token-file-missing"];
                let processes = ["process-failed", "process-hangs", "process-unreadable"];
                sources.into_iter().chain(processes).any(failed)
            }
            CauseId::ClockSkew => failed("clock-skew"),
            CauseId::RegionMalformed => failed("region-malformed"),
            CauseId::RegionDisabled => failed("region-disabled"),
            CauseId::CertificateUntrusted => failed("certificate-untrusted") || failed("bundle-unreadable"),
            CauseId::RegionMissing => self.0["region"].is_null() || failed("region-missing"),
            CauseId::Throttled => failed("throttled"),
            CauseId::Unreachable => failed("unreachable"),
            CauseId::UnreadableAnswer => {
                let known = ["pending", "failed", "available", "deleting", "deleted"];
                let is_new = |gateway: &&Value| !known.contains(&text(gateway, "state"));
                failed("unreadable") || self.list("nat_gateways").iter().any(is_new)
            }
            CauseId::ServiceError => failed("service"),
            CauseId::Refused => failed("refused"),
            _ => return None,
        })
    }

    /// How many living things a check looks for are there under the very name, in the lab's VPC where that matters.
    fn count(&self, kind: &CheckKind) -> Option<usize> {
        let in_vpc = |item: &&Value| self.vpcs().contains(&text(item, "vpc"));
        let of = |area: &str, field: &str, name: &str| {
            self.list(area).into_iter().filter(|item| text(item, field) == name).collect::<Vec<_>>()
        };
        let lives = |item: &&Value| {
            let state = text(item, "state");
            !matches!(state, "terminated" | "shutting-down" | "deregistered" | "deleting") && item["status"].is_null()
        };
        let many = |items: Vec<&Value>| items.into_iter().filter(lives).count();
        let within = |items: Vec<&Value>| items.into_iter().filter(lives).filter(|item| in_vpc(item)).count();
        Some(match kind {
            CheckKind::Vpc(check) => many(of("vpcs", "name", &check.vpc)),
            CheckKind::Subnet(check) => within(of("subnets", "name", &check.subnet)),
            CheckKind::SecurityGroup(check) => within(of("security_groups", "group_name", &check.group)),
            CheckKind::Instance(check) => within(of("instances", "name", &check.instance)),
            CheckKind::InstanceStopped(check) => {
                let own: Vec<&Value> = of("instances", "name", &check.instance);
                within(own.into_iter().filter(|instance| instance["asg"].is_null()).collect())
            }
            CheckKind::Image(check) => many(of("images", "image_name", &check.image)),
            CheckKind::LaunchTemplate(check) => {
                usize::from(text(self.one("launch_template"), "name") == check.template)
            }
            CheckKind::InstanceProfile(check) => {
                usize::from(text(self.one("instance_profile"), "name") == check.profile)
            }
            CheckKind::AutoScalingGroup(check) => many(of("auto_scaling_groups", "name", &check.asg)),
            CheckKind::LoadBalancer(check) => within(of("load_balancers", "name", &check.alb)),
            CheckKind::TargetGroup(check) => within(of("target_groups", "name", &check.target_group)),
            CheckKind::ScalingPolicy(check) => of("scaling_policies", "name", &check.policy).len(),
            _ => return None,
        })
    }

    /// Causes in what was made instead of the thing that a check looks for.
    pub fn finding(&self, cause: CauseId, kind: &CheckKind) -> Option<bool> {
        let is_absent = self.count(kind).is_none_or(|count| count == 0);
        Some(match cause {
            CauseId::NameNearMiss
            | CauseId::NameTagNotName
            | CauseId::OtherName
            | CauseId::NameOnOtherKind
            | CauseId::WrongVpc => is_absent,
            CauseId::DeletedRecently => {
                let gone = ["terminated", "shutting-down", "deregistered", "deleting", "Delete in progress"];
                is_absent && gone.iter().any(|state| self.says(state))
            }
            CauseId::WrongRegion => {
                let elsewhere =
                    self.0["other_regions"]["seen"]["found"].as_array().is_some_and(|found| !found.is_empty());
                self.0["region"].as_str() != Some(lab("region")) || elsewhere
            }
            CauseId::SeveralCandidates => self.vpcs().len() > 1 || is_absent,
            CauseId::VpcMissing
            | CauseId::SubnetMissing
            | CauseId::SecurityGroupMissing
            | CauseId::BaseInstanceMissing => is_absent,
            _ => return None,
        })
    }
}
