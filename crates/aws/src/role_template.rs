//! The role that lets an instructor read a learner's account, as a CloudFormation template for one account or, through
//! StackSets, for all of them: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/what-is-cfnstacksets.html>.

use serde_json::{Value, json};

use super::action::Action;
use super::policy::{LANGUAGE, lists_and_narrow};

/// The template's own version: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/format-version-structure.html>.
const FORMAT: &str = "2010-09-09";
/// The name that the role gets unless another is given.
pub const ROLE: &str = "EcSiteTutorClass";

/// What the parameters of the template say in words.
#[derive(Clone, Debug)]
pub struct RoleWords {
    /// Of the template.
    pub about: String,
    /// Of the parameter for the instructor's ARN.
    pub instructor: String,
    /// Of the parameter for the external id.
    pub external_id: String,
    /// Of the parameter for the role's name.
    pub role: String,
}

/// The template for learners whose lab uses the instance profile of this name. It reads, and nothing else.
#[must_use]
pub fn role_template(instance_profile: Option<&str>, words: &RoleWords) -> Value {
    json!({
        "AWSTemplateFormatVersion": FORMAT,
        "Description": words.about,
        "Parameters": {
            "InstructorArn": {
                "Type": "String",
                "Description": words.instructor,
                "AllowedPattern": "arn:aws[a-z-]*:iam::[0-9]{12}:(root|(user|role)/.+)",
            },
            "ExternalId": {
                "Type": "String",
                "Description": words.external_id,
                "MinLength": 2,
                "MaxLength": 1224,
                "AllowedPattern": "[A-Za-z0-9_+=,.@:/-]+",
            },
            "RoleName": { "Type": "String", "Description": words.role, "Default": ROLE },
        },
        "Resources": {
            "InstructorRole": {
                "Type": "AWS::IAM::Role",
                "Properties": {
                    "RoleName": { "Ref": "RoleName" },
                    "MaxSessionDuration": 3600,
                    "AssumeRolePolicyDocument": trust(),
                    "Policies": [{ "PolicyName": "EcSiteTutorReads", "PolicyDocument": reading(instance_profile) }],
                },
            },
        },
        "Outputs": { "RoleArn": { "Value": { "Fn::GetAtt": ["InstructorRole", "Arn"] } } },
    })
}

/// The instructor alone, and only with the external id.
fn trust() -> Value {
    let actions: Vec<&str> = Action::INSTRUCTORS.iter().map(|action| action.name()).collect();
    json!({
        "Version": LANGUAGE,
        "Statement": [{
            "Effect": "Allow",
            "Principal": { "AWS": { "Ref": "InstructorArn" } },
            "Action": actions,
            "Condition": { "StringEquals": { "sts:ExternalId": { "Ref": "ExternalId" } } },
        }],
    })
}

fn reading(instance_profile: Option<&str>) -> Value {
    let (lists, narrow) = lists_and_narrow(instance_profile);
    let mut statements = vec![json!({
        "Sid": "EcSiteTutorReads", "Effect": "Allow", "Action": lists, "Resource": "*",
    })];
    statements.extend(narrow.map(|(action, profile)| {
        let arn = format!("arn:${{AWS::Partition}}:iam::${{AWS::AccountId}}:instance-profile/{profile}");
        json!({
            "Sid": "EcSiteTutorReadsInstanceProfile", "Effect": "Allow", "Action": [action], "Resource": { "Fn::Sub": arn },
        })
    }));
    json!({ "Version": LANGUAGE, "Statement": statements })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy;

    fn template() -> Value {
        let words = || "words".to_owned();
        role_template(
            Some("shop-role"),
            &RoleWords { about: words(), instructor: words(), external_id: words(), role: words() },
        )
    }

    #[test]
    fn nobody_comes_in_without_the_external_id() {
        let role = &template()["Resources"]["InstructorRole"]["Properties"];
        let trust = &role["AssumeRolePolicyDocument"]["Statement"];
        assert_eq!(trust.as_array().unwrap().len(), 1);
        assert_eq!(trust[0]["Principal"], json!({ "AWS": { "Ref": "InstructorArn" } }));
        assert_eq!(trust[0]["Condition"], json!({ "StringEquals": { "sts:ExternalId": { "Ref": "ExternalId" } } }));
        assert_eq!(trust[0]["Action"], json!(["sts:AssumeRole"]));
    }

    #[test]
    fn the_role_may_read_what_a_learner_needs_and_nothing_else() {
        let policies = template()["Resources"]["InstructorRole"]["Properties"]["Policies"].clone();
        let statements = policies[0]["PolicyDocument"]["Statement"].as_array().unwrap().clone();
        let mut actions: Vec<&str> = statements
            .iter()
            .flat_map(|one| one["Action"].as_array().unwrap())
            .map(|name| name.as_str().unwrap())
            .collect();
        let learners = policy(Some("shop-role"), "us-east-1");
        let mut expected: Vec<&str> = learners.actions().collect();
        actions.sort_unstable();
        expected.sort_unstable();
        assert_eq!(actions, expected);
        assert!(!actions.contains(&"sts:AssumeRole"));
    }
}
