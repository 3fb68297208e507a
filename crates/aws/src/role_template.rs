//! The role that lets an instructor read a learner's account, as a CloudFormation template for one account or, through
//! StackSets, for all of them: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/what-is-cfnstacksets.html>.

use serde_json::{Value, json};

use super::action::Action;
use super::policy::{Grantee, LANGUAGE, Lab, Names, statements};

/// The template's own version: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/format-version-structure.html>.
const FORMAT: &str = "2010-09-09";
/// The name that the role gets unless another is given.
pub const ROLE: &str = "EcSiteTutorClass";
/// How it is deployed. A role with a name of its own needs this very capability.
const DEPLOY: &str = "aws cloudformation deploy --template-file role.json --stack-name ec-site-tutor-class \
--capabilities CAPABILITY_NAMED_IAM --parameter-overrides InstructorArn=ARN ExternalId=ID";

/// What the parameters of the template say in words. CloudFormation gives back `?` for every character outside of ASCII.
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

/// The template for learners whose lab is `lab`. It reads what `class` does, and nothing else.
#[must_use]
pub fn role_template(lab: Lab<'_>, words: &RoleWords) -> Value {
    json!({
        "AWSTemplateFormatVersion": FORMAT,
        "Description": words.about,
        "Metadata": { "Deploy": DEPLOY },
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
                    "Policies": [{ "PolicyName": "EcSiteTutorReads", "PolicyDocument": reading(lab) }],
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

fn reading(lab: Lab<'_>) -> Value {
    let names = Names { partition: "${AWS::Partition}", account: "${AWS::AccountId}" };
    let statements = statements(Grantee::Instructor, lab, names, |arn| json!({ "Fn::Sub": arn }));
    json!({ "Version": LANGUAGE, "Statement": statements })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy;

    const LAB: Lab<'_> = Lab { instance_profile: Some("shop-role"), group: Some("shop-asg"), region: "us-east-1" };

    fn template() -> Value {
        let words = || "words".to_owned();
        role_template(LAB, &RoleWords { about: words(), instructor: words(), external_id: words(), role: words() })
    }

    fn statements() -> Vec<Value> {
        let policies = template()["Resources"]["InstructorRole"]["Properties"]["Policies"].clone();
        policies[0]["PolicyDocument"]["Statement"].as_array().unwrap().clone()
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
    fn the_role_may_read_what_a_class_asks_for_and_nothing_else() {
        let statements = statements();
        let actions = statements.iter().flat_map(|one| one["Action"].as_array().unwrap());
        let mut actions: Vec<&str> = actions.map(|name| name.as_str().unwrap()).collect();
        let learners = policy(LAB);
        // Only `cost` and `cleanup` ask for these.
        let mut expected: Vec<&str> = learners
            .actions()
            .filter(|name| !["ec2:DescribeAddresses", "ec2:DescribeVolumes"].contains(name))
            .collect();
        actions.sort_unstable();
        expected.sort_unstable();
        assert_eq!(actions, expected);
        assert!(!actions.contains(&"sts:AssumeRole"));
    }

    #[test]
    fn the_console_is_read_of_the_labs_instances_alone() {
        let statements = statements();
        let console = statements.iter().find(|one| one["Action"][0] == "ec2:GetConsoleOutput").unwrap();
        let arn = "arn:${AWS::Partition}:ec2:us-east-1:${AWS::AccountId}:instance/*";
        assert_eq!(console["Resource"], json!({ "Fn::Sub": arn }));
        let tagged = json!({ "StringEquals": { "aws:ResourceTag/aws:autoscaling:groupName": "shop-asg" } });
        assert_eq!(console["Condition"], tagged);
    }
}
