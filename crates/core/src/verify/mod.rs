//! Judges one check of a lesson against a snapshot. Pure: no clock, no environment, no network, no async.
//! One file a service; each check kind is a struct with its parameters and one [`Kind`] implementation.

mod activity;
pub(crate) mod admission;
mod attested;
pub(crate) mod auto_scaling;
mod combined;
mod exercise;
mod facts;
mod failure;
mod folder;
mod identity;
mod image;
mod in_service;
mod instance;
mod instance_profile;
mod kind;
mod launch_template;
pub(crate) mod listener;
mod listener_rule;
mod load_balancer;
mod mixed_instances;
mod nat_gateway;
pub(crate) mod network;
mod network_acl;
mod number;
pub(crate) mod public_access;
mod reach;
mod replacement;
mod routes;
mod scale_in;
mod scaling_policy;
mod secret_arn;
pub(crate) mod security_group;
pub(crate) mod security_group_rules;
mod site;
mod target_group;
pub(crate) mod target_health;
pub(crate) mod target_standing;
mod user_data;
mod verdict;
mod wait;
mod wanted;
mod way_out;

use jiff::Timestamp;
use serde::Deserialize;

use crate::account::{Need, Snapshot};
use crate::i18n::{Localized, Text};

pub use crate::cause::{Cause, CauseId, Deviation};
pub use activity::{failed_launch, is_high, is_low, is_mute_high, is_scale_out, longest_run, refusals_in_a_row};
pub use attested::Attested;
pub use facts::{Facts, Missing};
pub use failure::text as failure_text;
pub use kind::Kind;
pub use listener_rule::{Caught, caught_before, listener_on, words as listener_rule_words};
pub use load_balancer::has_no_public_ipv4;
pub use network_acl::{LAST_RULE, Packets, dropped_by};
pub use number::Number;
pub use reach::{ANYWHERE, Peers, lets_in, lets_out};
pub use replacement::Replacements;
pub use routes::{default_route, is_public};
pub use scaling_policy::{holding_back, label as resource_label};
pub use secret_arn::SecretArn;
pub use security_group::From as AdmittedFrom;
pub use site::{Giver, no_page, no_page_fix};
pub use target_health::PAGE;
pub(crate) use user_data::{METADATA_OFF, SAMPLE_ACCOUNTS, decode as decode_user_data};
pub use verdict::{Status, Stop, Verdict};
pub use wait::{Clock, Doing, Grounds, Usual, Wait};
pub use wanted::{ResourceKind, Wanted};
pub use way_out::judge_route;

/// One thing that a step asks for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Unique within its step; part of the public contract.
    pub id: String,
    /// Whether the step depends on it; advice otherwise.
    #[serde(default = "required")]
    pub required: bool,
    /// What is asked for.
    pub kind: CheckKind,
    /// Why it matters in this lesson, where the kind's own reason is too general.
    #[serde(default)]
    pub why: Option<Localized>,
    /// The part of the course that should have left it, where this lesson only builds on it.
    #[serde(default)]
    pub left_by: Option<String>,
    /// What to do where it fails, where the kind's own words don't fit.
    #[serde(default)]
    pub fix: Option<Localized>,
    /// What is wrong where it fails, where the kind can't know it.
    #[serde(default)]
    pub cause: Option<Localized>,
    /// What goes wrong later where it fails.
    #[serde(default)]
    pub effect: Option<Localized>,
}

fn required() -> bool {
    true
}

/// Declares [`CheckKind`]: the name in lesson packs and the type that implements it.
macro_rules! kinds {
    ($($name:ident($kind:ty)),+ $(,)?) => {
        /// The closed set of check kinds; lesson packs name them in snake case.
        #[derive(Clone, Debug, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[expect(missing_docs, reason = "each wrapped type has the description")]
        pub enum CheckKind {
            $($name($kind)),+
        }

        impl CheckKind {
            fn kind(&self) -> &dyn Kind {
                match self {
                    $(Self::$name(kind) => kind),+
                }
            }
        }
    };
}

kinds! {
    AnyOf(combined::AnyOf<CheckKind>),
    Attested(attested::Attested),
    AutoScalingAttached(auto_scaling::AutoScalingAttached),
    AutoScalingGroup(auto_scaling::AutoScalingGroup),
    AutoScalingSize(auto_scaling::AutoScalingSize),
    AutoScalingSubnets(auto_scaling::AutoScalingSubnets),
    AutoScalingTemplate(auto_scaling::AutoScalingTemplate),
    DefaultRoute(network::DefaultRoute),
    Exercise(exercise::Exercise),
    Identity(identity::Identity),
    Image(image::Image),
    ImageDescription(image::ImageDescription),
    ImageSource(image::ImageSource),
    ImageState(image::ImageState),
    Instance(instance::Instance),
    InstanceProfile(instance_profile::InstanceProfile),
    InstanceStopped(instance::InstanceStopped),
    InstancesInService(in_service::InstancesInService),
    InternetGateway(network::InternetGateway),
    LaunchTemplate(launch_template::LaunchTemplate),
    LaunchTemplateDescription(launch_template::LaunchTemplateDescription),
    LaunchTemplateImage(launch_template::LaunchTemplateImage),
    LaunchTemplateKeyPair(launch_template::LaunchTemplateKeyPair),
    LaunchTemplateProfile(launch_template::LaunchTemplateProfile),
    LaunchTemplateSecurityGroups(launch_template::LaunchTemplateSecurityGroups),
    LaunchTemplateTag(launch_template::LaunchTemplateTag),
    LaunchTemplateType(launch_template::LaunchTemplateType),
    Listener(listener::Listener),
    ListenerRule(listener_rule::ListenerRuleKind),
    Load(activity::Load),
    LoadBalancer(load_balancer::LoadBalancer),
    LoadBalancerActive(load_balancer::LoadBalancerActive),
    LoadBalancerListener(load_balancer::LoadBalancerListener),
    LoadBalancerScheme(load_balancer::LoadBalancerScheme),
    LoadBalancerSecurityGroups(load_balancer::LoadBalancerSecurityGroups),
    LoadBalancerZones(load_balancer::LoadBalancerZones),
    Not(combined::Not<CheckKind>),
    PolicyAlarm(scaling_policy::PolicyAlarm),
    PolicyLabel(scaling_policy::PolicyLabel),
    PolicyMetric(scaling_policy::PolicyMetric),
    PolicyScaleIn(scaling_policy::PolicyScaleIn),
    PolicyTarget(scaling_policy::PolicyTarget),
    PublicSubnets(network::PublicSubnets),
    Region(identity::Region),
    ScaleOut(activity::ScaleOut),
    ScaledIn(scale_in::ScaledIn),
    ScalingPolicy(scaling_policy::ScalingPolicy),
    SecurityGroup(security_group::SecurityGroup),
    SecurityGroupDescription(security_group::SecurityGroupDescription),
    SecurityGroupIngress(security_group::SecurityGroupIngress),
    SecurityGroupIpv6(security_group::SecurityGroupIpv6),
    SecurityGroupReaches(security_group::SecurityGroupReaches),
    SecurityGroupRules(security_group_rules::SecurityGroupRules),
    Site(site::Site),
    Subnet(network::Subnet),
    TargetGroup(target_group::TargetGroup),
    TargetsAreMembers(target_health::TargetsAreMembers),
    TargetsHealthy(target_health::TargetsHealthy),
    UserData(user_data::UserData),
    UserDataLineEnds(user_data::UserDataLineEnds),
    Vpc(network::Vpc),
}

impl kind::Holder for CheckKind {
    fn held(&self) -> &dyn Kind {
        self.kind()
    }
}

/// A pattern for checks of any of these kinds, whatever their parameters. Whoever matches on kinds lists with it those that
/// have no row of their own, in place of a last arm for all the rest: so a new kind compiles only once each table says
/// what it is there.
macro_rules! any_of {
    ($($name:ident),+ $(,)?) => { $($crate::verify::CheckKind::$name(_))|+ };
}
pub(crate) use any_of;

impl Check {
    /// What must be read of the account for this check.
    #[must_use]
    pub fn needs(&self) -> Vec<Need> {
        self.kind.kind().needs()
    }

    /// Whether it asks for the exercise of its step, which is confirmed by doing it.
    #[must_use]
    pub fn is_exercise(&self) -> bool {
        matches!(self.kind, CheckKind::Exercise(_))
    }

    /// Whether it asks for load on the site, which the tutor can send by itself.
    #[must_use]
    pub fn is_load(&self) -> bool {
        matches!(self.kind, CheckKind::Load(_))
    }

    /// The resource that must exist, where the check looks for one.
    #[must_use]
    pub fn subject(&self) -> Option<Wanted> {
        self.kind.kind().subject()
    }

    /// What a right account shows.
    #[must_use]
    pub fn expected(&self) -> Text {
        self.kind.kind().expected()
    }

    /// Why it matters: the lesson's own reason, else the kind's.
    #[must_use]
    pub fn why(&self) -> Text {
        self.why.clone().map_or_else(|| self.kind.kind().why(), Text::from)
    }

    /// The verdict on `snapshot` at the instant `now`.
    #[must_use]
    pub fn judge(&self, snapshot: &Snapshot, now: Timestamp) -> Verdict {
        let facts = Facts::new(snapshot, now);
        let mut verdict = self.kind.kind().judge(&facts).unwrap_or_else(Verdict::from);
        if let (Status::Failed, Some(fix)) = (verdict.status, &self.fix) {
            verdict.fix = Some(fix.clone().into());
        }
        verdict
    }
}
