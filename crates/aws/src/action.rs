//! Every call that this program makes, under its IAM name: the one list from which both the names in errors and the
//! policy for learners come. A call can't be made without an action of this list.

/// Declares the actions, the variant and its IAM name: those that read an account, and those of an instructor.
macro_rules! actions {
    ($($variant:ident = $name:literal),+; $($instructors:ident = $instructors_name:literal),+) => {
        /// A call to AWS.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Action {
            $($variant,)+
            $($instructors),+
        }

        impl Action {
            /// Every action that reads an account, in the order of their names.
            pub const READING: &[Self] = &[$(Self::$variant),+];
            /// What an instructor's own identity needs on top, to come into the accounts of a class.
            pub const INSTRUCTORS: &[Self] = &[$(Self::$instructors),+];

            /// As IAM calls it, such as `ec2:DescribeVpcs`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                    $(Self::$instructors => $instructors_name),+
                }
            }
        }
    };
}

actions! {
    DescribeAutoScalingGroups = "autoscaling:DescribeAutoScalingGroups",
    DescribePolicies = "autoscaling:DescribePolicies",
    DescribeScalingActivities = "autoscaling:DescribeScalingActivities",
    DescribeAlarms = "cloudwatch:DescribeAlarms",
    GetMetricData = "cloudwatch:GetMetricData",
    DescribeAddresses = "ec2:DescribeAddresses",
    DescribeImages = "ec2:DescribeImages",
    DescribeInstances = "ec2:DescribeInstances",
    DescribeInternetGateways = "ec2:DescribeInternetGateways",
    DescribeLaunchTemplateVersions = "ec2:DescribeLaunchTemplateVersions",
    DescribeLaunchTemplates = "ec2:DescribeLaunchTemplates",
    DescribeNatGateways = "ec2:DescribeNatGateways",
    DescribeNetworkAcls = "ec2:DescribeNetworkAcls",
    DescribeRegions = "ec2:DescribeRegions",
    DescribeRouteTables = "ec2:DescribeRouteTables",
    DescribeSecurityGroups = "ec2:DescribeSecurityGroups",
    DescribeSnapshots = "ec2:DescribeSnapshots",
    DescribeSubnets = "ec2:DescribeSubnets",
    DescribeVolumes = "ec2:DescribeVolumes",
    DescribeVpcs = "ec2:DescribeVpcs",
    GetConsoleOutput = "ec2:GetConsoleOutput",
    GetManagedPrefixListEntries = "ec2:GetManagedPrefixListEntries",
    DescribeListeners = "elasticloadbalancing:DescribeListeners",
    DescribeLoadBalancers = "elasticloadbalancing:DescribeLoadBalancers",
    DescribeRules = "elasticloadbalancing:DescribeRules",
    DescribeTargetGroups = "elasticloadbalancing:DescribeTargetGroups",
    DescribeTargetHealth = "elasticloadbalancing:DescribeTargetHealth",
    GetInstanceProfile = "iam:GetInstanceProfile",
    ListInstanceProfiles = "iam:ListInstanceProfiles",
    GetCallerIdentity = "sts:GetCallerIdentity";
    AssumeRole = "sts:AssumeRole"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assuming_a_role_is_all_that_an_instructor_does_besides_reading() {
        assert_eq!(Action::INSTRUCTORS, [Action::AssumeRole]);
        assert!(!Action::READING.contains(&Action::AssumeRole));
    }

    #[test]
    fn the_list_is_sorted_and_only_reads() {
        let names: Vec<&str> = Action::READING.iter().map(|action| action.name()).collect();
        assert!(names.is_sorted_by(|one, two| one < two), "{names:?}");
        for name in names {
            let (_, verb) = name.split_once(':').unwrap();
            assert!(["Describe", "Get", "List"].iter().any(|read| verb.starts_with(read)), "{name}");
        }
    }
}
