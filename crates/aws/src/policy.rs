//! The least that an identity must be allowed for this program to see everything: made from the list of its calls, each
//! allowed for as little as IAM lets one name.
//!
//! What can be named: <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>.

use serde::Serialize;
use serde_json::{Value, json};

use super::action::Action;

/// The version of IAM's policy language: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html>.
pub const LANGUAGE: &str = "2012-10-17";
/// The tag that AWS puts on every instance of an Auto Scaling group, with the group's name.
const GROUP_TAG: &str = "aws:ResourceTag/aws:autoscaling:groupName";

/// What of a lesson's lab a policy names.
#[derive(Clone, Copy, Debug)]
pub struct Lab<'a> {
    /// The name of its instance profile, where it has one.
    pub instance_profile: Option<&'a str>,
    /// The name of its Auto Scaling group, where it has one.
    pub group: Option<&'a str>,
    /// Its region.
    pub region: &'a str,
}

/// Who is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grantee {
    /// A learner, with every command, in their own account.
    Learner,
    /// An instructor in a learner's account, with `class` alone.
    Instructor,
}

/// An IAM policy document.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Policy {
    version: &'static str,
    statement: Vec<Statement>,
}

/// Actions that are allowed for the same resources.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Statement {
    sid: &'static str,
    effect: &'static str,
    action: Vec<&'static str>,
    resource: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<Value>,
}

/// What ARNs call the part of AWS and the account that a policy is for.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// Such as `aws`.
    pub partition: &'a str,
    /// Its number, or what stands for any.
    pub account: &'a str,
}

/// The policy for a learner whose lab is `lab`.
#[must_use]
pub fn policy(lab: Lab<'_>) -> Policy {
    let names = Names { partition: partition(lab.region), account: "*" };
    Policy { version: LANGUAGE, statement: statements(Grantee::Learner, lab, names, |arn| json!(arn)) }
}

/// What `grantee` is allowed: the calls that list things, which IAM can only allow for all of them, and each other for
/// what it is about. `resource` makes of an ARN what stands in the policy.
pub fn statements(
    grantee: Grantee,
    lab: Lab<'_>,
    names: Names<'_>,
    resource: impl Fn(String) -> Value,
) -> Vec<Statement> {
    let arn = |service: &str, region: &str, account: &str, what: &str| {
        format!("arn:{}:{service}:{region}:{account}:{what}", names.partition)
    };
    let of_lab = lab.group.filter(|_| grantee == Grantee::Instructor);
    let narrow = [
        (
            "EcSiteTutorReadsAlarms",
            Action::DescribeAlarms,
            Some(arn("cloudwatch", lab.region, names.account, "alarm:*")),
            None,
        ),
        (
            "EcSiteTutorReadsConsole",
            Action::GetConsoleOutput,
            Some(arn("ec2", lab.region, names.account, "instance/*")),
            of_lab.map(|group| json!({ "StringEquals": { GROUP_TAG: group } })),
        ),
        (
            "EcSiteTutorReadsPrefixLists",
            Action::GetManagedPrefixListEntries,
            // AWS's own lists belong to an account that is called aws.
            Some(arn("ec2", lab.region, "*", "prefix-list/*")),
            None,
        ),
        (
            "EcSiteTutorReadsInstanceProfile",
            Action::GetInstanceProfile,
            lab.instance_profile.map(|name| arn("iam", "", names.account, &format!("instance-profile/{name}"))),
            None,
        ),
    ];
    let is_narrow = |action: Action| narrow.iter().any(|(_, one, arn, _)| *one == action && arn.is_some());
    let lists = Action::READING.iter().filter(|action| action.is_needed(grantee) && !is_narrow(**action));
    let lists = lists.map(|action| action.name()).collect();
    let mut statements = vec![allow("EcSiteTutorReads", lists, json!("*"), None)];
    for (sid, action, arn, condition) in narrow {
        statements.extend(arn.map(|arn| allow(sid, vec![action.name()], resource(arn), condition)));
    }
    statements
}

fn allow(sid: &'static str, action: Vec<&'static str>, resource: Value, condition: Option<Value>) -> Statement {
    Statement { sid, effect: "Allow", action, resource, condition }
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

impl Action {
    /// Whether it must be allowed to `grantee`. AWS tells everybody who they are, and what only `cost` and `cleanup` ask for
    /// no instructor needs: <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>.
    fn is_needed(self, grantee: Grantee) -> bool {
        let is_of_cost = matches!(self, Self::DescribeAddresses | Self::DescribeVolumes);
        self != Self::GetCallerIdentity && (grantee == Grantee::Learner || !is_of_cost)
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
    use super::*;

    const LAB: Lab<'_> = Lab { instance_profile: Some("shop-role"), group: Some("shop-asg"), region: "us-east-1" };

    #[test]
    fn it_is_a_policy_as_iam_reads_it() {
        let document = serde_json::to_value(policy(LAB)).unwrap();
        assert_eq!(document["Version"], "2012-10-17");
        let statements = document["Statement"].as_array().unwrap();
        let lists = &statements[0];
        assert_eq!((&lists["Effect"], &lists["Resource"]), (&json!("Allow"), &json!("*")));
        assert!(lists["Action"].as_array().unwrap().contains(&json!("ec2:DescribeVpcs")));
        let narrow: Vec<(&str, &str)> = statements[1..]
            .iter()
            .map(|one| (one["Action"][0].as_str().unwrap(), one["Resource"].as_str().unwrap()))
            .collect();
        let expected = [
            ("cloudwatch:DescribeAlarms", "arn:aws:cloudwatch:us-east-1:*:alarm:*"),
            ("ec2:GetConsoleOutput", "arn:aws:ec2:us-east-1:*:instance/*"),
            ("ec2:GetManagedPrefixListEntries", "arn:aws:ec2:us-east-1:*:prefix-list/*"),
            ("iam:GetInstanceProfile", "arn:aws:iam::*:instance-profile/shop-role"),
        ];
        assert_eq!(narrow, expected);
    }

    #[test]
    fn every_action_that_needs_leave_has_it_once_with_a_profile_and_without() {
        for instance_profile in [Some("shop-role"), None] {
            let policy = policy(Lab { instance_profile, region: "cn-north-1", ..LAB });
            assert_eq!(policy.actions().count(), Action::READING.len() - 1);
            let needed = |action: &&Action| **action != Action::GetCallerIdentity;
            assert!(Action::READING.iter().filter(needed).all(|action| policy.allows(action.name())));
            assert!(!policy.allows("ec2:TerminateInstances") && !policy.allows("sts:GetCallerIdentity"));
        }
    }

    #[test]
    fn other_parts_of_aws_have_other_arns() {
        for (region, start) in [("cn-north-1", "arn:aws-cn:iam"), ("us-gov-west-1", "arn:aws-us-gov:iam")] {
            let document = serde_json::to_value(policy(Lab { region, ..LAB })).unwrap();
            assert!(document["Statement"][4]["Resource"].as_str().unwrap().starts_with(start));
        }
    }
}
