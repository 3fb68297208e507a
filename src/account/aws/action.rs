//! Every call that this program makes, under its IAM name: the one list from which both the names in errors and the
//! policy for learners come. A call can't be made without an action of this list.

/// Declares the actions: the variant and its IAM name.
macro_rules! actions {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// A call to AWS.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Action {
            $($variant),+
        }

        impl Action {
            /// Every action, in the order of their names.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// As IAM calls it, such as `ec2:DescribeVpcs`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),+
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
    DescribeTargetGroups = "elasticloadbalancing:DescribeTargetGroups",
    DescribeTargetHealth = "elasticloadbalancing:DescribeTargetHealth",
    GetInstanceProfile = "iam:GetInstanceProfile",
    ListInstanceProfiles = "iam:ListInstanceProfiles",
    GetCallerIdentity = "sts:GetCallerIdentity",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_only_reads() {
        let names: Vec<&str> = Action::ALL.iter().map(|action| action.name()).collect();
        assert!(names.is_sorted_by(|one, two| one < two), "{names:?}");
        for name in names {
            let (_, verb) = name.split_once(':').unwrap();
            assert!(["Describe", "Get", "List"].iter().any(|read| verb.starts_with(read)), "{name}");
        }
    }
}
