//! Every cause that the program can name, with its public id. A script that reads `check --json` knows a cause by its
//! id alone, so that no id ever changes its meaning or goes.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error};
use serde::{Serialize, Serializer};

use crate::i18n::Text;

/// Why something isn't right.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    /// Which cause it is.
    pub id: CauseId,
    /// In words, with what was found.
    pub text: Text,
}

/// What a check found to differ where that has no public cause: enough to know what mends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deviation {
    /// A security group admits others than it should, or not whom it should.
    Rules,
    /// A description that can be edited says something else.
    Description,
    /// An instance runs that is to be stopped.
    Running,
}

macro_rules! causes {
    ($($(#[$about:meta])* $name:ident = $id:literal,)*) => {
        /// A cause, as scripts, evidence pages and the rows of a class know it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CauseId {
            $($(#[$about])* $name,)*
        }

        impl CauseId {
            /// Every cause.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The public id.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }
        }
    };
}

causes! {
    /// What the lesson itself says is wrong where its check fails.
    ToldByLesson = "told-by-lesson",
    /// Something like the wanted name was made.
    NameNearMiss = "name-near-miss",
    /// The name stands in the Name tag or the description, where the lab doesn't look.
    NameTagNotName = "name-tag-not-name",
    /// Something under a name that is like nothing stands in the place of the wanted thing.
    OtherName = "other-name",
    /// A thing of another kind has the name.
    NameOnOtherKind = "name-on-other-kind",
    /// It stands in another VPC.
    WrongVpc = "wrong-vpc",
    /// It stands, or the tutor looks, in another region.
    WrongRegion = "wrong-region",
    /// It was there and has gone.
    DeletedRecently = "deleted-recently",
    /// Several things have the name, and nothing tells which is meant.
    SeveralCandidates = "several-candidates",

    /// AWS doesn't let the learner read it.
    AccessDenied = "access-denied",
    /// The credentials have expired.
    CredentialsExpired = "credentials-expired",
    /// There are no credentials.
    CredentialsMissing = "credentials-missing",
    /// AWS doesn't take the credentials.
    CredentialsInvalid = "credentials-invalid",
    /// AWS's files have no profile of the name.
    AwsProfileMissing = "aws-profile-missing",
    /// The profile can't be used as it is written.
    AwsProfileFaulty = "aws-profile-faulty",
    /// A profile's role wants an MFA code.
    MfaNeeded = "mfa-needed",
    /// What gives the credentials refuses them.
    RoleRefused = "role-refused",
    /// What gives the credentials doesn't work.
    CredentialsSource = "credentials-source",
    /// This machine's clock is wrong.
    ClockSkew = "clock-skew",
    /// No region is set.
    RegionMissing = "region-missing",
    /// What is set is no region.
    RegionMalformed = "region-malformed",
    /// The account hasn't enabled the region.
    RegionDisabled = "region-not-enabled",
    /// AWS was asked too often.
    Throttled = "throttled",
    /// AWS can't be reached.
    Unreachable = "unreachable",
    /// The certificate of whoever answers isn't trusted.
    CertificateUntrusted = "certificate-untrusted",
    /// AWS's answer can't be read.
    UnreadableAnswer = "unreadable-answer",
    /// AWS has a fault of its own.
    ServiceError = "service-error",
    /// AWS refuses the call.
    Refused = "refused",

    /// Step 0's VPC isn't there.
    VpcMissing = "vpc-missing",
    /// The VPC has no internet gateway.
    InternetGatewayMissing = "internet-gateway-missing",
    /// The VPC has too few public subnets.
    PublicSubnetsMissing = "public-subnets-missing",
    /// One of step 0's subnets isn't there.
    SubnetMissing = "subnet-missing",
    /// One of the earlier steps' security groups isn't there.
    SecurityGroupMissing = "security-group-missing",
    /// Step 1's instance isn't there.
    BaseInstanceMissing = "base-instance-missing",

    /// The load balancer isn't an application load balancer.
    AlbWrongKind = "alb-wrong-kind",
    /// The load balancer has no address on the internet.
    AlbInternal = "alb-internal",
    /// The load balancer doesn't work.
    AlbNotActive = "alb-not-active",
    /// A subnet of the load balancer has no way to the internet.
    AlbSubnetNotPublic = "alb-subnet-not-public",
    /// The load balancer isn't enabled in a zone of the instances.
    AlbAzMissing = "alb-az-missing",
    /// The load balancer carries other security groups.
    AlbWrongSg = "alb-wrong-sg",
    /// The load balancer's security groups keep visitors out.
    AlbSgBlocksIn = "alb-sg-blocks-in",
    /// The load balancer's security groups keep it from the instances.
    AlbSgBlocksOut = "alb-sg-blocks-out",
    /// A security group admits something else than the lesson has it.
    SgWrongInbound = "sg-wrong-inbound",
    /// Nothing listens on the port.
    ListenerMissing = "listener-missing",
    /// The listener sends visitors elsewhere.
    ListenerElsewhere = "listener-elsewhere",
    /// A rule answers visitors before the listener's default action.
    ListenerRule = "listener-rule",
    /// VPC Block Public Access lets no visitor in, or no NAT gateway out.
    BlockPublicAccess = "block-public-access",
    /// The load balancer has public addresses of IPv6 alone.
    AlbAddressType = "alb-address-type",
    /// A network ACL drops packets.
    NetworkAcl = "network-acl",

    /// The group doesn't enter its instances into the target group.
    TgNotAttached = "tg-not-attached",
    /// The target group has another port.
    TgWrongPort = "tg-wrong-port",
    /// The target group has another protocol.
    TgWrongProtocol = "tg-wrong-protocol",
    /// The target group is of another VPC.
    TgWrongVpc = "tg-wrong-vpc",
    /// The target group takes something else than instances.
    TgWrongType = "tg-wrong-type",
    /// A target was entered by hand.
    TargetByHand = "target-by-hand",
    /// Health checks get no answer.
    TargetTimeout = "target-timeout",
    /// The load balancer's health checks fail by a fault of AWS's own.
    TargetInternalError = "target-internal-error",
    /// The target group's health checks are switched off.
    HealthCheckOff = "health-check-off",
    /// The health check asks for something else than the shop answers.
    HealthCheckPath = "health-check-path",
    /// The shop answers health checks with another code.
    HealthCheckCode = "health-check-code",
    /// The group starts instances in other subnets.
    AsgWrongSubnets = "asg-wrong-subnets",
    /// The group's mixed instances policy launches something else than its template says.
    AsgOverride = "asg-override",
    /// The group has another size.
    AsgWrongSize = "asg-wrong-size",
    /// AWS couldn't launch an instance.
    LaunchFailed = "launch-failed",
    /// The account may not launch it: it is being verified, blocked, or on the free plan.
    LaunchAccount = "launch-account",
    /// A role or profile is too new to be known everywhere.
    LaunchPropagating = "launch-propagating",
    /// The disk's KMS key can't be used.
    LaunchKms = "launch-kms",
    /// A subnet's addresses are used up.
    LaunchAddresses = "launch-addresses",
    /// The group asks for spot capacity.
    LaunchSpot = "launch-spot",
    /// The template's disk doesn't fit the image.
    LaunchDisk = "launch-disk",
    /// The group replaces its instances again and again.
    ReplacementLoop = "replacement-loop",
    /// Instances have long been in service, and the group enters none of them.
    TargetsNotRegistered = "targets-not-registered",
    /// A scheduled action set the group's size.
    ScheduledAction = "scheduled-action",
    /// The alarm goes off, and does nothing.
    AlarmActionsOff = "alarm-actions-off",
    /// There was load enough, and nothing that could have stopped the answer is out of order.
    ScaleOutUnexplained = "scale-out-unexplained",
    /// CloudWatch has no numbers, so that the group stays large.
    ScaleInNoPoints = "scale-in-no-points",
    /// A lifecycle hook holds instances back, or gives them up.
    LifecycleHook = "lifecycle-hook",
    /// An instance of the group was moved to standby.
    MemberStandby = "member-standby",
    /// An instance is taken out of the group.
    MemberDetached = "member-detached",
    /// The group's instances wait in a warm pool.
    MemberWarm = "member-warm",
    /// The group calls an instance unhealthy and is about to replace it.
    MemberUnhealthy = "member-unhealthy",
    /// The group has no instances.
    NoInstances = "no-instances",
    /// Processes of the group are suspended.
    ProcessesSuspended = "processes-suspended",
    /// A member of the group was stopped.
    StoppedGroupMember = "stopped-group-member",

    /// The instances' security groups keep the load balancer out.
    WebSgBlocksAlb = "web-sg-blocks-alb",
    /// The instances' security groups keep them from the internet.
    WebSgBlocksOut = "web-sg-blocks-out",
    /// A private subnet has no default route.
    RouteMissing = "route-missing",
    /// A default route is a black hole: what it leads to can't be reached, mostly because it was deleted.
    RouteBlackhole = "route-blackhole",
    /// AWS could not make the NAT gateway of a default route.
    NatFailed = "nat-failed",
    /// The NAT gateway of a default route is being deleted.
    NatDeleting = "nat-deleting",
    /// A subnet is in a state in which nothing can be started in it.
    SubnetUnusable = "subnet-unusable",
    /// A default route leads to something that doesn't lead on.
    RouteWrong = "route-wrong",
    /// An instance profile isn't there, or isn't given.
    ProfileMissing = "profile-missing",
    /// Another instance profile is given.
    ProfileWrong = "profile-wrong",
    /// The instance profile holds no role.
    ProfileWithoutRole = "profile-without-role",
    /// The template takes another image.
    TemplateWrongImage = "template-wrong-image",
    /// The template takes another instance type.
    TemplateWrongType = "template-wrong-type",
    /// The template has a key pair.
    TemplateKeyPair = "template-key-pair",
    /// The template gives other security groups.
    TemplateWrongGroups = "template-wrong-groups",
    /// The template gives another tag.
    TemplateWrongTag = "template-wrong-tag",
    /// The group doesn't take the template's latest version.
    TemplateNotLatest = "template-not-latest",
    /// AWS couldn't make the image.
    ImageFailed = "image-failed",
    /// Somebody disabled the image.
    ImageDisabled = "image-disabled",
    /// The image was made from another instance.
    ImageWrongSource = "image-wrong-source",
    /// An instance was launched from an older version of the template.
    InstanceOutdated = "instance-outdated",
    /// An instance lacks one of its security groups.
    InstanceGroupMissing = "instance-group-missing",

    /// The template has no user data.
    UserDataMissing = "user-data-missing",
    /// The sample ARN was left in the script.
    UserDataPlaceholder = "user-data-placeholder",
    /// The user data can't be read as a script.
    UserDataEncoding = "user-data-encoding",
    /// The script has line ends of Windows.
    UserDataLineEnds = "user-data-line-ends",
    /// The script doesn't say what runs it.
    UserDataNoShebang = "user-data-no-shebang",
    /// What stands as the secret's ARN is none.
    UserDataSecretMalformed = "user-data-secret-malformed",
    /// The secret is another account's.
    UserDataSecretAccount = "user-data-secret-account",
    /// The secret is in another region.
    UserDataSecretRegion = "user-data-secret-region",
    /// The script doesn't fetch the archive.
    UserDataNoArchive = "user-data-no-archive",
    /// The script doesn't unpack the archive.
    UserDataNotUnpacked = "user-data-not-unpacked",
    /// The script writes no file with the secret's ARN.
    UserDataNoEnv = "user-data-no-env",
    /// The script writes that file elsewhere, or too early.
    UserDataEnvElsewhere = "user-data-env-elsewhere",
    /// The script doesn't install packages.
    UserDataNoInstall = "user-data-no-install",
    /// The script doesn't build the shop.
    UserDataNoBuild = "user-data-no-build",
    /// The script doesn't start the shop.
    UserDataNoStart = "user-data-no-start",
    /// Bash can't read the script.
    UserDataSyntax = "user-data-syntax",
    /// The script ends before the shop runs.
    UserDataEnds = "user-data-ends",
    /// The script stops the shop that it started.
    UserDataStopped = "user-data-stopped",
    /// The script works in another folder.
    UserDataWrongFolder = "user-data-wrong-folder",
    /// A line of the script fails for the way it is written, or for what it takes for given.
    UserDataFails = "user-data-fails",
    /// An instance came up without running the script.
    UserDataNotRun = "user-data-not-run",
    /// The script can't be followed, so that it may or may not deploy the shop.
    UserDataUnfollowed = "user-data-unfollowed",
    /// The instance may not ask for its metadata, and so gets neither its script nor its credentials.
    MetadataOff = "metadata-off",

    /// The archive may not be read.
    AppArchiveDenied = "app-archive-denied",
    /// The archive isn't there.
    AppArchiveMissing = "app-archive-missing",
    /// What was fetched as the archive is none.
    AppArchiveBroken = "app-archive-broken",
    /// The database's secret may not be read.
    AppSecretDenied = "app-secret-denied",
    /// The database's secret isn't there.
    AppSecretMissing = "app-secret-missing",
    /// An instance has no credentials to call AWS with.
    AppNoCredentials = "app-no-credentials",
    /// Another version of Node.js is asked for.
    AppNodeVersion = "app-node-version",
    /// Another program installs packages at the same time.
    AppPackageLock = "app-package-lock",
    /// Another program listens on the port.
    AppPortTaken = "app-port-taken",
    /// The AWS CLI asks in no Region, or in another than the bucket's.
    AppRegion = "app-region",
    /// An instance reaches nothing outside.
    AppNoNetwork = "app-no-network",
    /// An instance's disk is full.
    AppNoSpace = "app-no-space",
    /// An instance's memory is full.
    AppNoMemory = "app-no-memory",
    /// A program that the script calls isn't there.
    AppToolMissing = "app-tool-missing",
    /// Installing or building failed.
    AppBuildFailed = "app-build-failed",
    /// Nothing answers on the port.
    AppNotStarted = "app-not-started",
    /// The shop answers with an error of its own.
    AppError = "app-error",

    /// The load balancer answers visitors with an error itself.
    BalancerError = "balancer-error",
    /// A firewall keeps visitors from the shop.
    SiteFirewall = "site-firewall",
    /// Visitors are sent to another address.
    SiteRedirected = "site-redirected",
    /// Visitors are turned away.
    SiteRefused = "site-refused",
    /// There is no page.
    SiteNotFound = "site-not-found",

    /// The policy is switched off.
    PolicyInactive = "policy-inactive",
    /// The policy counts another load balancer's or target group's requests.
    PolicyOtherTarget = "policy-other-target",
    /// The policy follows another metric.
    PolicyWrongMetric = "policy-wrong-metric",
    /// The policy has another target value.
    PolicyWrongTargetValue = "policy-wrong-target-value",
    /// The policy never takes instances away.
    PolicyNoScaleIn = "policy-no-scale-in",
    /// The policy's alarms aren't there.
    AlarmsMissing = "alarms-missing",
    /// The policy's alarms have had nothing to look at.
    AlarmsNoData = "alarms-no-data",
    /// Too few requests came.
    LoadTooSmall = "load-too-small",
    /// The group can't grow.
    AtMaxCapacity = "at-max-capacity",
    /// Somebody changed the group's size.
    ChangedByHand = "changed-by-hand",

    /// Nothing that could be looked at explains it.
    Unexplained = "unexplained",
    /// AWS is still working on it.
    StillWorking = "still-working",
    /// AWS should have been done by now.
    Overdue = "overdue",
}

impl fmt::Display for CauseId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Serialize for CauseId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CauseId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        let known = Self::ALL.iter().find(|known| known.as_str() == id);
        known.copied().ok_or_else(|| D::Error::custom(format_args!("no cause is called {id}")))
    }
}

#[cfg(test)]
mod tests;
