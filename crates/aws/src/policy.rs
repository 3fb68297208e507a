//! The least that an identity must be allowed for this program to see everything: made from the list of its calls.

use serde::Serialize;

use super::action::Action;

/// The version of IAM's policy language: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html>.
pub const LANGUAGE: &str = "2012-10-17";
const EVERYTHING: &str = "*";

/// An IAM policy document.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Policy {
    version: &'static str,
    statement: Vec<Statement>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Statement {
    sid: &'static str,
    effect: &'static str,
    action: Vec<&'static str>,
    resource: String,
}

/// The policy for someone whose lab uses the instance profile of this name in `region`. Most of these calls list
/// things, which IAM can only allow for all of them; reading a profile is the exception.
#[must_use]
pub fn policy(instance_profile: Option<&str>, region: &str) -> Policy {
    let (lists, narrow) = lists_and_narrow(instance_profile);
    let mut statement = vec![allow("EcSiteTutorReads", lists, EVERYTHING.to_owned())];
    statement.extend(narrow.map(|(action, name)| {
        let arn = format!("arn:{}:iam::*:instance-profile/{name}", partition(region));
        allow("EcSiteTutorReadsInstanceProfile", vec![action], arn)
    }));
    Policy { version: LANGUAGE, statement }
}

/// The actions that can only be allowed for everything; and the one that can be allowed for one instance profile alone,
/// where its name is known.
pub fn lists_and_narrow(instance_profile: Option<&str>) -> (Vec<&'static str>, Option<(&'static str, &str)>) {
    let is_narrow = |action: &&Action| **action == Action::GetInstanceProfile && instance_profile.is_some();
    let lists = Action::READING.iter().filter(|action| !is_narrow(action)).map(|action| action.name()).collect();
    (lists, instance_profile.map(|name| (Action::GetInstanceProfile.name(), name)))
}

fn allow(sid: &'static str, action: Vec<&'static str>, resource: String) -> Statement {
    Statement { sid, effect: "Allow", action, resource }
}

/// The part of AWS that a region belongs to, as ARNs call it.
fn partition(region: &str) -> &'static str {
    if region.starts_with("cn-") {
        "aws-cn"
    } else if region.starts_with("us-gov-") {
        "aws-us-gov"
    } else {
        "aws"
    }
}

impl Policy {
    /// Whether an action, such as `ec2:DescribeVpcs`, is allowed for anything.
    #[must_use]
    pub fn allows(&self, action: &str) -> bool {
        self.actions().any(|allowed| allowed == action)
    }

    /// Every action that is allowed for anything.
    pub fn actions(&self) -> impl Iterator<Item = &'static str> {
        self.statement.iter().flat_map(|statement| statement.action.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn it_is_a_policy_as_iam_reads_it() {
        let document = serde_json::to_value(policy(Some("shop-role"), "us-east-1")).unwrap();
        assert_eq!(document["Version"], "2012-10-17");
        let [lists, profile] = document["Statement"].as_array().unwrap().as_slice() else { panic!("{document}") };
        assert_eq!((&lists["Effect"], &lists["Resource"]), (&json!("Allow"), &json!("*")));
        assert!(lists["Action"].as_array().unwrap().contains(&json!("ec2:DescribeVpcs")));
        let expected = json!({
            "Sid": "EcSiteTutorReadsInstanceProfile", "Effect": "Allow", "Action": ["iam:GetInstanceProfile"],
            "Resource": "arn:aws:iam::*:instance-profile/shop-role",
        });
        assert_eq!(*profile, expected);
    }

    #[test]
    fn every_action_is_allowed_once_with_a_profile_and_without() {
        for profile in [Some("shop-role"), None] {
            let policy = policy(profile, "cn-north-1");
            assert_eq!(policy.actions().count(), Action::READING.len());
            assert!(Action::READING.iter().all(|action| policy.allows(action.name())));
            assert!(!policy.allows("ec2:TerminateInstances"));
        }
    }

    #[test]
    fn other_parts_of_aws_have_other_arns() {
        for (region, start) in [("cn-north-1", "arn:aws-cn:iam"), ("us-gov-west-1", "arn:aws-us-gov:iam")] {
            let document = serde_json::to_value(policy(Some("p"), region)).unwrap();
            assert!(document["Statement"][1]["Resource"].as_str().unwrap().starts_with(start));
        }
    }
}
