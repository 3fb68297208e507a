//! What mends each cause, by topic. A cause that a check of another kind names than those that are known here is answered
//! with the page alone: what would mend it is not known then, and nothing is deleted on a guess.

use super::{Ways, balancing, machine, members, network, policy, scaling, security, template};
use crate::command::Command;
use crate::diagnose::case::{Case, Judged};
use crate::verify::{CauseId, CheckKind, Deviation, ResourceKind};

/// Adds to the ways what mends a cause, where the check of this kind knows it.
type Mend = fn(Ways, &CheckKind, &Case<'_>) -> Ways;
type Topic = &'static [(CauseId, Mend)];

const TOPICS: &[Topic] = &[PLACE, NETWORK, BALANCING, TARGETS, GROUP, INSTANCES, TEMPLATE, SCRIPT, POLICY];

const PLACE: Topic = &[(CauseId::WrongRegion, |ways, kind, _| region(ways, kind)), (CauseId::WrongVpc, in_its_vpc)];

const NETWORK: Topic = &[
    (CauseId::SecurityGroupMissing, security::create),
    (CauseId::SgWrongInbound, security::ingress),
    (CauseId::WebSgBlocksAlb, security::ingress),
    (CauseId::InternetGatewayMissing, network::attach_gateway),
    (CauseId::RouteMissing, network::default_route),
    (CauseId::RouteBlackhole, network::default_route),
    (CauseId::RouteWrong, network::default_route),
    (CauseId::BlockPublicAccess, network::exclude),
    (CauseId::NatFailed, network::default_route),
    (CauseId::NatDeleting, network::default_route),
];

const BALANCING: Topic = &[
    (CauseId::AlbWrongKind, balancing::again),
    (CauseId::AlbInternal, balancing::scheme),
    (CauseId::AlbAddressType, balancing::address_type),
    (CauseId::AlbSubnetNotPublic, balancing::zones),
    (CauseId::AlbAzMissing, |ways, kind, case| balancing::health(balancing::zones(ways, kind, case), kind, case)),
    (CauseId::AlbWrongSg, balancing::security_groups),
    (CauseId::AlbSgBlocksIn, balancing::security_groups),
    (CauseId::AlbSgBlocksOut, security::reaches),
    (CauseId::ListenerMissing, |ways, kind, case| balancing::health(balancing::listener(ways, kind, case), kind, case)),
    (CauseId::ListenerElsewhere, |ways, kind, case| {
        balancing::health(balancing::listener(ways, kind, case), kind, case)
    }),
];

const TARGETS: Topic = &[
    (CauseId::TgWrongPort, balancing::target_group_again),
    (CauseId::TgWrongProtocol, balancing::target_group_again),
    (CauseId::TgWrongVpc, balancing::target_group_again),
    (CauseId::TgWrongType, balancing::target_group_again),
    (CauseId::TgNotAttached, |ways, kind, case| balancing::health(scaling::attach(ways, kind, case), kind, case)),
    (CauseId::TargetByHand, balancing::strike_off),
    (CauseId::TargetTimeout, balancing::health),
    (CauseId::HealthCheckCode, balancing::health),
    (CauseId::AppNotStarted, balancing::health),
    (CauseId::TargetInternalError, balancing::health),
    (CauseId::HealthCheckOff, balancing::check_health),
];

const GROUP: Topic = &[
    (CauseId::AsgWrongSubnets, scaling::subnets),
    (CauseId::AsgWrongSize, scaling::size),
    (CauseId::LaunchFailed, scaling::in_service),
    (CauseId::NoInstances, scaling::in_service),
    (CauseId::StoppedGroupMember, |ways, kind, case| machine::stop(scaling::in_service(ways, kind, case), kind, case)),
    (CauseId::ProcessesSuspended, policy::let_go),
    (CauseId::LifecycleHook, members::let_go),
    (CauseId::MemberStandby, members::back_from_standby),
    (CauseId::MemberDetached, scaling::in_service),
    (CauseId::MemberWarm, members::without_warm_pool),
    (CauseId::MemberUnhealthy, scaling::in_service),
];

const INSTANCES: Topic = &[
    (CauseId::ProfileMissing, |ways, kind, case| template::profile(machine::create_profile(ways, kind), kind, case)),
    (CauseId::ProfileWrong, template::profile),
    (CauseId::ProfileWithoutRole, |ways, kind, _| machine::give_role(ways, kind)),
    (CauseId::ImageFailed, machine::image_again),
    (CauseId::ImageDisabled, machine::enable_image),
    (CauseId::ImageWrongSource, machine::image_again),
];

const TEMPLATE: Topic = &[
    (CauseId::TemplateWrongImage, template::image),
    (CauseId::TemplateWrongType, template::instance_type),
    (CauseId::TemplateWrongGroups, template::security_groups),
    (CauseId::TemplateWrongTag, template::tag),
    (CauseId::TemplateNotLatest, scaling::latest),
    (CauseId::AsgOverride, scaling::latest),
];

const SCRIPT: Topic = &[
    (CauseId::UserDataMissing, template::script),
    (CauseId::UserDataPlaceholder, template::script),
    (CauseId::UserDataEncoding, template::script),
    (CauseId::UserDataNoShebang, template::script),
    (CauseId::UserDataSecretMalformed, template::script),
    (CauseId::UserDataSecretAccount, template::script),
    (CauseId::UserDataSecretRegion, template::script),
    (CauseId::UserDataNoArchive, template::script),
    (CauseId::UserDataNotUnpacked, template::script),
    (CauseId::UserDataNoEnv, template::script),
    (CauseId::UserDataEnvElsewhere, template::script),
    (CauseId::UserDataNoInstall, template::script),
    (CauseId::UserDataNoBuild, template::script),
    (CauseId::UserDataNoStart, template::script),
    (CauseId::UserDataSyntax, template::script),
    (CauseId::UserDataEnds, template::script),
    (CauseId::UserDataStopped, template::script),
    (CauseId::UserDataWrongFolder, template::script),
    (CauseId::AppToolMissing, template::script),
    (CauseId::MetadataOff, template::metadata),
];

const POLICY: Topic = &[
    (CauseId::PolicyInactive, policy::put),
    (CauseId::PolicyOtherTarget, policy::put),
    (CauseId::PolicyWrongMetric, policy::put),
    (CauseId::PolicyWrongTargetValue, policy::put),
    (CauseId::PolicyNoScaleIn, policy::put),
    (CauseId::AlarmsMissing, policy::again),
    (CauseId::LoadTooSmall, |ways, kind, _| policy::load(ways, kind)),
    (CauseId::AtMaxCapacity, scaling::make_room),
    (CauseId::ChangedByHand, |ways, kind, case| policy::load(scaling::make_room(ways, kind, case), kind)),
];

/// What no command mends that is known from the cause alone.
const UNMENDED: &[CauseId] = &[
    // What was made under another name or elsewhere is mended by whoever found it.
    CauseId::NameNearMiss,
    CauseId::NameTagNotName,
    CauseId::OtherName,
    CauseId::NameOnOtherKind,
    CauseId::DeletedRecently,
    CauseId::SeveralCandidates,
    // What the learner's own machine or rights keep from being read is no matter of a command on the account.
    CauseId::AccessDenied,
    CauseId::CredentialsExpired,
    CauseId::CredentialsMissing,
    CauseId::CredentialsInvalid,
    CauseId::AwsProfileMissing,
    CauseId::AwsProfileFaulty,
    CauseId::MfaNeeded,
    CauseId::RoleRefused,
    CauseId::CredentialsSource,
    CauseId::ClockSkew,
    CauseId::RegionMissing,
    CauseId::RegionMalformed,
    CauseId::RegionDisabled,
    CauseId::Throttled,
    CauseId::Unreachable,
    CauseId::CertificateUntrusted,
    CauseId::UnreadableAnswer,
    CauseId::ServiceError,
    CauseId::Refused,
    // A whole step of the course is to be done again.
    CauseId::VpcMissing,
    CauseId::PublicSubnetsMissing,
    CauseId::SubnetMissing,
    CauseId::SubnetUnusable,
    CauseId::BaseInstanceMissing,
    // Only the learner can compare.
    CauseId::UserDataUnfollowed,
    // Only the console does it, or waiting.
    CauseId::AlbNotActive,
    CauseId::TemplateKeyPair,
    CauseId::UserDataLineEnds,
    CauseId::AlarmsNoData,
    CauseId::StillWorking,
    CauseId::Overdue,
    // AWS's own words say what mends it, and whether anything does.
    CauseId::LaunchAccount,
    CauseId::LaunchPropagating,
    CauseId::LaunchKms,
    CauseId::LaunchAddresses,
    CauseId::LaunchSpot,
    CauseId::LaunchDisk,
    // The history says what takes members away; whoever reads it has the commands.
    CauseId::ReplacementLoop,
    CauseId::TargetsNotRegistered,
    CauseId::ScheduledAction,
    CauseId::AlarmActionsOff,
    CauseId::ScaleOutUnexplained,
    CauseId::ScaleInNoPoints,
    // The link of the way that finds it says what mends it, with what it has found.
    CauseId::ToldByLesson,
    CauseId::ListenerRule,
    CauseId::NetworkAcl,
    CauseId::HealthCheckPath,
    CauseId::WebSgBlocksOut,
    CauseId::InstanceOutdated,
    CauseId::InstanceGroupMissing,
    CauseId::UserDataFails,
    CauseId::UserDataNotRun,
    CauseId::AppRegion,
    CauseId::AppArchiveDenied,
    CauseId::AppArchiveMissing,
    CauseId::AppArchiveBroken,
    CauseId::AppSecretDenied,
    CauseId::AppSecretMissing,
    CauseId::AppNoCredentials,
    CauseId::AppNodeVersion,
    CauseId::AppPackageLock,
    CauseId::AppPortTaken,
    CauseId::AppNoNetwork,
    CauseId::AppNoSpace,
    CauseId::AppNoMemory,
    CauseId::AppBuildFailed,
    CauseId::AppError,
    CauseId::BalancerError,
    CauseId::SiteFirewall,
    CauseId::SiteRedirected,
    CauseId::SiteRefused,
    CauseId::SiteNotFound,
    CauseId::Unexplained,
];

const _: () = if let Some(id) = first_without_one_row() {
    panic!("{}", id.as_str());
};

/// The first cause that isn't exactly once among those that are mended and those that aren't.
const fn first_without_one_row() -> Option<CauseId> {
    let mut index = 0;
    while index < CauseId::ALL.len() {
        if rows_of(CauseId::ALL[index]) != 1 {
            return Some(CauseId::ALL[index]);
        }
        index += 1;
    }
    None
}

const fn rows_of(id: CauseId) -> usize {
    let (mut rows, mut topic) = (0, 0);
    while topic < TOPICS.len() {
        let mut row = 0;
        while row < TOPICS[topic].len() {
            rows += (TOPICS[topic][row].0 as usize == id as usize) as usize;
            row += 1;
        }
        topic += 1;
    }
    let mut index = 0;
    while index < UNMENDED.len() {
        rows += (UNMENDED[index] as usize == id as usize) as usize;
        index += 1;
    }
    rows
}

/// What mends the cause of this `id`, which the check `judged` found: `ways` with the commands that do.
#[must_use]
pub fn by_cause(id: CauseId, judged: &Judged<'_>, ways: Ways, case: &Case<'_>) -> Ways {
    match TOPICS.iter().copied().flatten().find(|(cause, _)| *cause == id) {
        Some((_, mend)) => mend(ways, &judged.check.kind, case),
        None => ways,
    }
}

fn region(ways: Ways, kind: &CheckKind) -> Ways {
    let CheckKind::Region(check) = kind else { return ways };
    ways.line(Command::aws("configure set").with("region", &check.region).line())
}

fn in_its_vpc(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let ways = security::create(security::ingress(ways, kind, case), kind, case);
    template::security_groups(balancing::again(ways, kind, case), kind, case)
}

/// What mends a deviation without a cause.
#[must_use]
pub fn by_deviation(deviation: Deviation, judged: &Judged<'_>, ways: Ways, case: &Case<'_>) -> Ways {
    let kind = &judged.check.kind;
    match deviation {
        Deviation::Rules => security::without_ipv6(security::ingress(ways, kind, case), kind, case),
        Deviation::Description => machine::describe_image(ways, kind, case),
        Deviation::Running => machine::stop(ways, kind, case),
    }
}

/// How the thing that a check looks for is made, where one command makes it.
#[must_use]
pub fn by_making(wanted: ResourceKind, judged: &Judged<'_>, ways: Ways, case: &Case<'_>) -> Ways {
    let kind = &judged.check.kind;
    match wanted {
        ResourceKind::SecurityGroup => security::create(ways, kind, case),
        ResourceKind::Image => machine::make_image(ways, kind, case),
        ResourceKind::TargetGroup => balancing::create_target_group(ways, kind, case),
        ResourceKind::ScalingPolicy => policy::put(ways, kind, case),
        ResourceKind::InstanceProfile => machine::create_profile(ways, kind),
        ResourceKind::Vpc
        | ResourceKind::Subnet
        | ResourceKind::Instance
        | ResourceKind::LaunchTemplate
        | ResourceKind::AutoScalingGroup
        | ResourceKind::LoadBalancer => ways,
    }
}
