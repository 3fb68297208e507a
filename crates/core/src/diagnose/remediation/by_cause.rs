//! What mends each cause. A cause that a check of another kind names than those that are known here is answered with
//! the page alone: what would mend it is not known then, and nothing is deleted on a guess.

use super::{Ways, balancing, machine, network, policy, region, scaling, security, template};
use crate::diagnose::case::{Case, Judged};
use crate::verify::{CauseId, Deviation, ResourceKind};

/// What mends the cause of this `id`, which the check `judged` found: `ways` with the commands that do.
#[expect(
    clippy::too_many_lines,
    clippy::match_same_arms,
    reason = "one table of every cause: a part of it would need an arm `_`, by which a new cause passes unseen; arms \
              that do the same stand apart by why"
)]
#[must_use]
pub fn by_cause(id: CauseId, judged: &Judged<'_>, ways: Ways, case: &Case<'_>) -> Ways {
    let kind = &judged.check.kind;
    match id {
        CauseId::WrongRegion => region(ways, kind),
        CauseId::WrongVpc => {
            let ways = security::create(security::ingress(ways, kind, case), kind, case);
            template::security_groups(balancing::again(ways, kind, case), kind, case)
        }
        CauseId::SecurityGroupMissing => security::create(ways, kind, case),
        CauseId::InternetGatewayMissing => network::attach_gateway(ways, kind, case),
        CauseId::RouteMissing | CauseId::RouteBlackhole | CauseId::RouteWrong => {
            network::default_route(ways, kind, case)
        }
        CauseId::AlbWrongKind => balancing::again(ways, kind, case),
        CauseId::AlbInternal => balancing::scheme(ways, kind, case),
        CauseId::AlbSubnetNotPublic => balancing::zones(ways, kind, case),
        CauseId::AlbAzMissing => balancing::health(balancing::zones(ways, kind, case), kind, case),
        CauseId::AlbWrongSg | CauseId::AlbSgBlocksIn => balancing::security_groups(ways, kind, case),
        CauseId::AlbSgBlocksOut => security::reaches(ways, kind, case),
        CauseId::SgWrongInbound | CauseId::WebSgBlocksAlb => security::ingress(ways, kind, case),
        CauseId::ListenerMissing | CauseId::ListenerElsewhere => {
            balancing::health(balancing::listener(ways, kind, case), kind, case)
        }
        CauseId::TgWrongPort | CauseId::TgWrongProtocol | CauseId::TgWrongVpc | CauseId::TgWrongType => {
            balancing::target_group_again(ways, kind, case)
        }
        CauseId::TgNotAttached => balancing::health(scaling::attach(ways, kind, case), kind, case),
        CauseId::TargetByHand => balancing::strike_off(ways, kind, case),
        CauseId::TargetTimeout | CauseId::HealthCheckCode | CauseId::AppNotStarted => {
            balancing::health(ways, kind, case)
        }
        CauseId::AsgWrongSubnets => scaling::subnets(ways, kind, case),
        CauseId::AsgWrongSize => scaling::size(ways, kind, case),
        CauseId::LaunchFailed | CauseId::NoInstances => scaling::in_service(ways, kind, case),
        CauseId::StoppedGroupMember => machine::stop(scaling::in_service(ways, kind, case), kind, case),
        CauseId::ProcessesSuspended => policy::let_go(ways, kind, case),
        CauseId::ProfileMissing => template::profile(machine::create_profile(ways, kind), kind, case),
        CauseId::ProfileWrong => template::profile(ways, kind, case),
        CauseId::ProfileWithoutRole => machine::give_role(ways, kind),
        CauseId::TemplateWrongImage => template::image(ways, kind, case),
        CauseId::TemplateWrongType => template::instance_type(ways, kind, case),
        CauseId::TemplateWrongGroups => template::security_groups(ways, kind, case),
        CauseId::TemplateWrongTag => template::tag(ways, kind, case),
        CauseId::TemplateNotLatest => scaling::latest(ways, kind, case),
        CauseId::ImageFailed | CauseId::ImageWrongSource => machine::image_again(ways, kind, case),
        CauseId::UserDataMissing
        | CauseId::UserDataPlaceholder
        | CauseId::UserDataEncoding
        | CauseId::UserDataNoShebang
        | CauseId::UserDataSecretMalformed
        | CauseId::UserDataSecretAccount
        | CauseId::UserDataSecretRegion
        | CauseId::UserDataNoArchive
        | CauseId::UserDataNotUnpacked
        | CauseId::UserDataNoEnv
        | CauseId::UserDataEnvElsewhere
        | CauseId::UserDataNoInstall
        | CauseId::UserDataNoBuild
        | CauseId::UserDataNoStart
        | CauseId::UserDataSyntax
        | CauseId::UserDataEnds
        | CauseId::UserDataStopped
        | CauseId::UserDataWrongFolder
        | CauseId::AppToolMissing => template::script(ways, kind, case),
        CauseId::PolicyInactive
        | CauseId::PolicyOtherTarget
        | CauseId::PolicyWrongMetric
        | CauseId::PolicyWrongTargetValue
        | CauseId::PolicyNoScaleIn => policy::put(ways, kind, case),
        CauseId::AlarmsMissing => policy::again(ways, kind, case),
        CauseId::LoadTooSmall | CauseId::AtMaxCapacity | CauseId::ChangedByHand => policy::load(ways, kind),
        // What was made under another name or elsewhere is mended by whoever found it.
        CauseId::NameNearMiss
        | CauseId::NameTagNotName
        | CauseId::OtherName
        | CauseId::NameOnOtherKind
        | CauseId::DeletedRecently
        | CauseId::SeveralCandidates => ways,
        // What the learner's own machine or rights keep from being read is no matter of a command on the account.
        CauseId::AccessDenied
        | CauseId::CredentialsExpired
        | CauseId::CredentialsMissing
        | CauseId::CredentialsInvalid
        | CauseId::ClockSkew
        | CauseId::RegionMissing
        | CauseId::Throttled
        | CauseId::Unreachable
        | CauseId::UnreadableAnswer
        | CauseId::ServiceError
        | CauseId::Refused => ways,
        // A whole step of the course is to be done again.
        CauseId::VpcMissing | CauseId::PublicSubnetsMissing | CauseId::SubnetMissing | CauseId::BaseInstanceMissing => {
            ways
        }
        // Only the console does it, or waiting.
        CauseId::AlbNotActive
        | CauseId::TemplateKeyPair
        | CauseId::UserDataLineEnds
        | CauseId::AlarmsNoData
        | CauseId::StillWorking
        | CauseId::Overdue => ways,
        // AWS's own words say what mends it, and whether anything does.
        CauseId::LaunchAccount
        | CauseId::LaunchPropagating
        | CauseId::LaunchKms
        | CauseId::LaunchAddresses
        | CauseId::LaunchSpot
        | CauseId::LaunchDisk
        | CauseId::LifecycleHook => ways,
        // The history says what takes members away; whoever reads it has the commands.
        CauseId::ReplacementLoop
        | CauseId::TargetsNotRegistered
        | CauseId::ScheduledAction
        | CauseId::AlarmActionsOff
        | CauseId::ScaleOutUnexplained => ways,
        // The link of the way that finds it says what mends it, with what it has found.
        CauseId::ListenerRule
        | CauseId::NetworkAcl
        | CauseId::HealthCheckPath
        | CauseId::WebSgBlocksOut
        | CauseId::InstanceOutdated
        | CauseId::InstanceGroupMissing
        | CauseId::AppArchiveDenied
        | CauseId::AppArchiveMissing
        | CauseId::AppArchiveBroken
        | CauseId::AppSecretDenied
        | CauseId::AppSecretMissing
        | CauseId::AppNoCredentials
        | CauseId::AppNodeVersion
        | CauseId::AppPackageLock
        | CauseId::AppPortTaken
        | CauseId::AppNoNetwork
        | CauseId::AppNoSpace
        | CauseId::AppNoMemory
        | CauseId::AppBuildFailed
        | CauseId::AppError => ways,
    }
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
