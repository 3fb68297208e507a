//! Why a launch failed, from AWS's own words in the activity.

use super::link::Break;
use crate::account::resources::Activity;
use crate::diagnose::case::{Case, Wiring};
use crate::diagnose::remediation::activity_page;
use crate::i18n::Text;
use crate::msg;
use crate::verify::{CauseId, CheckKind, Status};

/// The usual reasons, by words that AWS uses:
/// <https://docs.aws.amazon.com/autoscaling/ec2/userguide/ts-as-instancelaunchfailure.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    Image,
    SecurityGroup,
    Profile,
    Capacity,
    Quota,
    Permission,
    KeyPair,
    TypeInZone,
    Other,
}

/// In this order: AWS puts a general sentence about the template before the reason itself.
const WORDS: [(&str, Reason); 19] = [
    ("iaminstanceprofile", Reason::Profile),
    ("iam instance profile", Reason::Profile),
    ("image id", Reason::Image),
    ("invalidamiid", Reason::Image),
    ("ami is pending", Reason::Image),
    ("ami cannot be described", Reason::Image),
    ("security group", Reason::SecurityGroup),
    ("invalidgroup", Reason::SecurityGroup),
    ("belong to different networks", Reason::SecurityGroup),
    ("sufficient", Reason::Capacity),
    ("insufficientinstancecapacity", Reason::Capacity),
    ("vcpu", Reason::Quota),
    ("instancelimitexceeded", Reason::Quota),
    ("quota", Reason::Quota),
    ("not authorized", Reason::Permission),
    ("unauthorizedoperation", Reason::Permission),
    ("key pair", Reason::KeyPair),
    ("not supported in your requested availability zone", Reason::TypeInZone),
    ("unsupported", Reason::TypeInZone),
];

impl Reason {
    fn of(words: &str) -> Self {
        let words = words.to_lowercase();
        WORDS.iter().find(|(part, _)| words.contains(part)).map_or(Self::Other, |(_, reason)| *reason)
    }

    fn cause(self) -> Text {
        match self {
            Self::Image => msg!(cause_launch_image),
            Self::SecurityGroup => msg!(cause_launch_security_group),
            Self::Profile => msg!(cause_launch_profile),
            Self::Capacity => msg!(cause_launch_capacity),
            Self::Quota => msg!(cause_launch_quota),
            Self::Permission => msg!(cause_launch_permission),
            Self::KeyPair => msg!(cause_launch_key_pair),
            Self::TypeInZone => msg!(cause_launch_type),
            Self::Other => msg!(cause_launch_failed),
        }
    }

    fn repair(self) -> Text {
        match self {
            Self::Image => msg!(mend_launch_image),
            Self::SecurityGroup => msg!(mend_launch_security_group),
            Self::Profile => msg!(mend_launch_profile),
            Self::Capacity => msg!(mend_launch_capacity),
            Self::Quota => msg!(mend_launch_quota),
            Self::Permission => msg!(mend_launch_permission),
            Self::KeyPair => msg!(mend_launch_key_pair),
            Self::TypeInZone => msg!(mend_launch_type),
            Self::Other => msg!(in_service_launch_failed_fix),
        }
    }

    /// Whether a check of `kind` judges what this reason is about.
    fn is_matter_of(self, kind: &CheckKind) -> bool {
        match self {
            Self::Image => matches!(kind, CheckKind::ImageState(_) | CheckKind::LaunchTemplateImage(_)),
            Self::SecurityGroup => matches!(kind, CheckKind::LaunchTemplateSecurityGroups(_)),
            Self::Profile => matches!(kind, CheckKind::InstanceProfile(_) | CheckKind::LaunchTemplateProfile(_)),
            Self::KeyPair => matches!(kind, CheckKind::LaunchTemplateKeyPair(_)),
            _ => false,
        }
    }
}

/// The cause of a failed launch: what a check found wrong with the thing that AWS names, else AWS's words.
pub fn explain(failed: &Activity, case: &Case<'_>, wiring: &Wiring<'_>) -> Break {
    let words = failed.status_message.as_deref().unwrap_or(&failed.status);
    let reason = Reason::of(words);
    let evidence = msg!(evidence_launch, words = words);
    let behind =
        case.checks().find(|judged| reason.is_matter_of(&judged.check.kind) && judged.verdict.status == Status::Failed);
    if let Some(judged) = behind {
        return Break::of(&judged, CauseId::LaunchFailed, reason.cause(), case).shown_by(evidence);
    }
    Break::new(CauseId::LaunchFailed, reason.cause())
        .shown_by(evidence)
        .mended_by(reason.repair())
        .mended_as(activity_page(wiring.asg, case))
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("The image id '[ami-0abc]' does not exist. Launching EC2 instance failed.", Reason::Image)]
    #[test_case(
        "You must use a valid fully-formed launch template. Invalid IAM Instance Profile name",
        Reason::Profile
    )]
    #[test_case(
        "Value (x) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name",
        Reason::Profile
    )]
    #[test_case(
        "Security group sg-1 and subnet subnet-2 belong to different networks. Launching EC2 instance failed.",
        Reason::SecurityGroup
    )]
    #[test_case(
        "The security group 'sg-1' does not exist in VPC 'vpc-2'. Launching EC2 instance failed.",
        Reason::SecurityGroup
    )]
    #[test_case(
        "We currently do not have sufficient t3.small capacity in the Availability Zone you requested (us-east-1a).",
        Reason::Capacity
    )]
    #[test_case("You have requested more vCPU capacity than your current vCPU limit of 1 allows", Reason::Quota)]
    #[test_case(
        "You are not authorized to perform this operation. Encoded authorization failure message: abc",
        Reason::Permission
    )]
    #[test_case("The key pair 'my-key' does not exist. Launching EC2 instance failed.", Reason::KeyPair)]
    #[test_case(
        "Your requested instance type (t3.small) is not supported in your requested Availability Zone (us-east-1e).",
        Reason::TypeInZone
    )]
    #[test_case("Something else.", Reason::Other)]
    fn reasons_are_told_apart_by_aws_s_words(words: &str, expected: Reason) {
        assert_eq!(Reason::of(words), expected);
    }
}
