//! What the learner can do in the simulated account: a table from action to step, words and effect.

use jiff::Timestamp;

use super::World;
use super::balancing::Slip;
use super::names::Names;
use super::scaling::PolicySlip;
use super::template::Fault;
use crate::i18n::Text;
use crate::msg;

/// Something that the learner can do in the simulated account.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// Its id, unique in the demo.
    pub id: &'static str,
    /// What the learner does, in words.
    pub label: Text,
    /// Whether it is what the lesson asks for; a typical mistake otherwise.
    pub right: bool,
}

/// A line of the table.
pub(super) struct Entry {
    pub(super) step: &'static str,
    pub(super) id: &'static str,
    pub(super) right: bool,
    label: fn(&Names) -> Text,
    /// Whether there is what it needs.
    possible: fn(&World) -> bool,
    perform: fn(&mut World, Timestamp),
}

const fn right(
    step: &'static str,
    id: &'static str,
    label: fn(&Names) -> Text,
    possible: fn(&World) -> bool,
    perform: fn(&mut World, Timestamp),
) -> Entry {
    Entry { step, id, right: true, label, possible, perform }
}

const fn wrong(
    step: &'static str,
    id: &'static str,
    label: fn(&Names) -> Text,
    possible: fn(&World) -> bool,
    perform: fn(&mut World, Timestamp),
) -> Entry {
    Entry { step, id, right: false, label, possible, perform }
}

const fn always(_: &World) -> bool {
    true
}

const SWITCH_BACK: &str = "region-right";

#[rustfmt::skip]
pub(super) const TABLE: &[Entry] = &[
    right("preflight", "nat-repair", |_| msg!(demo_nat_repair), always, |w, now| w.repair_nat(now)),
    wrong("preflight", "nat-delete", |_| msg!(demo_nat_delete), always, |w, _| w.network.delete_nat()),
    wrong("preflight", "base-terminate-early", |n| msg!(demo_base_terminate, instance = &n.base_instance), World::has_no_image, |w, _| w.terminate_base()),
    right("preflight", "base-launch", |n| msg!(demo_base_launch, instance = &n.base_instance), World::lacks_base, |w, now| w.launch_base(now)),

    right("1-1", "alb-sg", |n| msg!(demo_alb_sg, group = &n.alb_sg, vpc = &n.vpc), always, |w, _| w.put_alb_group()),
    wrong("1-1", "alb-sg-default-vpc", |n| msg!(demo_alb_sg_default_vpc, group = &n.alb_sg), World::alb_group_is_free, |w, _| w.put_alb_group_elsewhere()),
    wrong("1-1", "alb-sg-name-tag", |n| msg!(demo_alb_sg_name_tag, group = &n.alb_sg), World::alb_group_is_free, |w, _| w.put_alb_group_by_tag()),
    wrong("1-1", "alb-sg-ssh", |n| msg!(demo_alb_sg_ssh, group = &n.alb_sg), always, |w, _| w.put_alb_group_with_ssh()),
    wrong("1-1", "alb-sg-ipv6", |n| msg!(demo_alb_sg_ipv6, group = &n.alb_sg), always, |w, _| w.put_alb_group_with_ipv6()),

    right("1-2", "web-sg", |n| msg!(demo_web_sg, group = &n.web_sg, source = &n.alb_sg), World::has_alb_group, |w, _| w.admit_alb_group()),
    wrong("1-2", "web-sg-open-rule-left", |n| msg!(demo_web_sg_open_rule_left, source = &n.alb_sg), World::has_alb_group, |w, _| w.admit_alb_group_and_everyone()),
    wrong("1-2", "web-sg-itself", |n| msg!(demo_web_sg_itself, group = &n.web_sg), always, |w, _| w.admit_web_group()),

    wrong("2-1", "region-other", |n| msg!(demo_region, region = n.other_region()), always, |w, _| w.switch_away()),
    right("2-1", SWITCH_BACK, |n| msg!(demo_region, region = &n.region), always, |w, _| w.switch_back()),

    right("2-3", "image", |n| msg!(demo_image, image = &n.image, instance = &n.base_instance), World::has_base, |w, now| w.put_image(now)),
    wrong("2-3", "image-name", |n| msg!(demo_image, image = n.image_typo(), instance = &n.base_instance), World::needs_image, |w, now| w.put_misspelt_image(now)),
    wrong("2-3", "image-source", |n| msg!(demo_image_source, image = &n.image), World::needs_image, |w, now| w.put_image_of_another(now)),

    right("2-4", "image-again", |n| msg!(demo_image_again, image = &n.image), World::has_base, |w, now| w.put_image(now)),
    wrong("2-4", "image-copy-fails", |n| msg!(demo_image_copy_fails, image = &n.image), World::has_base, |w, now| w.put_unlucky_image(now)),
    wrong("2-4", "image-deregister", |n| msg!(demo_image_deregister, image = &n.image), always, |w, _| w.deregister_image()),

    right("3-1", "template", |n| msg!(demo_template, template = &n.launch_template), World::has_image, |w, _| w.put_template()),
    wrong("3-1", "template-default", |_| msg!(demo_template_default), World::has_image, |w, _| w.put_second_version()),
    wrong("3-1", "template-sample-secret", |_| msg!(demo_template_sample_secret), World::has_image, |w, _| w.put_faulty_template(Fault::SampleSecret)),
    wrong("3-1", "template-encoded-twice", |_| msg!(demo_template_encoded_twice), World::has_image, |w, _| w.put_faulty_template(Fault::EncodedTwice)),
    wrong("3-1", "template-key-pair", |_| msg!(demo_template_key_pair), World::has_image, |w, _| w.put_faulty_template(Fault::KeyPair)),
    wrong("3-1", "template-type", |n| msg!(demo_template_type, kind = n.smaller_type()), World::has_image, |w, _| w.put_faulty_template(Fault::SmallerType)),
    wrong("3-1", "template-no-profile", |_| msg!(demo_template_no_profile), World::has_image, |w, _| w.put_faulty_template(Fault::NoProfile)),
    wrong("3-1", "template-no-rds-sg", |n| msg!(demo_template_no_rds_sg, group = &n.rds_sg), World::has_image, |w, _| w.put_faulty_template(Fault::NoDatabaseGroup)),

    right("4-1", "wizard", |n| msg!(demo_wizard, asg = &n.asg, alb = &n.alb), World::can_run_wizard, |w, now| w.put_wiring(now)),
    wrong("4-1", "wizard-internal", |n| msg!(demo_wizard_internal, alb = &n.alb), World::can_run_wizard, |w, now| w.slip_in_wizard(Slip::Internal, now)),
    wrong("4-1", "wizard-default-version", |n| msg!(demo_wizard_default_version, asg = &n.asg), World::can_run_wizard, |w, now| w.slip_in_wizard(Slip::DefaultVersion, now)),
    wrong("4-1", "wizard-private-subnets", |n| msg!(demo_wizard_private_subnets, alb = &n.alb), World::can_run_wizard, |w, now| w.slip_in_wizard(Slip::PrivateSubnets, now)),
    wrong("4-1", "wizard-other-zone", |n| msg!(demo_wizard_other_zone, alb = &n.alb, zone = &n.az_c, other = n.spare_zone()), World::can_run_wizard, |w, now| w.slip_in_wizard(Slip::OtherZone, now)),
    wrong("4-1", "wizard-wrong-port", |n| msg!(demo_wizard_wrong_port, group = &n.target_group, port = n.other_port()), World::can_run_wizard, |w, now| w.slip_in_wizard(Slip::WrongPort, now)),
    wrong("4-1", "wizard-not-attached", |n| msg!(demo_wizard_not_attached, asg = &n.asg, group = &n.target_group), World::can_run_wizard, |w, now| w.slip_in_wizard(Slip::NotAttached, now)),

    right("4-2", "alb-groups", |n| msg!(demo_alb_groups, alb = &n.alb, group = &n.alb_sg), World::can_set_alb_groups, |w, _| w.wear_alb_group()),
    wrong("4-2", "alb-groups-web-left", |n| msg!(demo_alb_groups_web_left, alb = &n.alb, group = &n.alb_sg, other = &n.web_sg), World::can_set_alb_groups, |w, _| w.wear_alb_and_web_group()),
    wrong("4-2", "alb-groups-of-instances", |n| msg!(demo_alb_groups_of_instances, alb = &n.alb, group = &n.web_sg, other = &n.rds_sg), World::can_set_alb_groups, |w, _| w.wear_instance_groups()),

    right("4-3", "targets-repair", |_| msg!(demo_targets_repair), World::has_group, |w, now| w.repair_targets(now)),
    wrong("4-3", "build-without-nat", |_| msg!(demo_build_without_nat), World::has_group, |w, now| w.break_build(now)),
    wrong("4-3", "alb-sg-closed", |n| msg!(demo_alb_sg_closed, group = &n.alb_sg), World::has_group, |w, _| w.close_alb_group()),
    wrong("4-3", "target-by-hand", |n| msg!(demo_target_by_hand, instance = &n.base_instance, group = &n.target_group), World::has_group, |w, now| w.register_base_by_hand(now)),

    right("4-4", "policy", |n| msg!(demo_policy, policy = &n.policy, target = &n.target_value), World::can_count_requests, |w, now| w.put_policy(None, now)),
    wrong("4-4", "policy-cpu", |n| msg!(demo_policy_cpu, policy = &n.policy), World::has_group, |w, now| w.put_policy(Some(PolicySlip::Cpu), now)),
    wrong("4-4", "policy-other-target", |n| msg!(demo_policy_other_target, policy = &n.policy), World::can_count_requests, |w, now| w.put_policy(Some(PolicySlip::OtherTargetGroup), now)),
    wrong("4-4", "policy-no-scale-in", |n| msg!(demo_policy_no_scale_in, policy = &n.policy), World::can_count_requests, |w, now| w.put_policy(Some(PolicySlip::NoScaleIn), now)),
    wrong("4-4", "policy-name", |n| msg!(demo_policy_name, policy = &n.policy), World::can_count_requests, |w, now| w.put_policy(Some(PolicySlip::TrailingSpace), now)),

    right("4-5", "load", |n| msg!(demo_load, alb = &n.alb, count = &n.load_count), World::has_policy, |w, now| w.put_full_load(now)),
    wrong("4-5", "load-too-small", |n| msg!(demo_load_too_small, alb = &n.alb), World::has_policy, |w, now| w.put_load(10.0, 4, now)),
    wrong("4-5", "load-one-page", |n| msg!(demo_load_one_page, alb = &n.alb), World::has_group, |w, now| w.put_load(1.0, 1, now)),

    right("4-6", "policy-again", |n| msg!(demo_policy_again, policy = &n.policy), World::alarms_are_missing, |w, now| w.put_policy(None, now)),
    wrong("4-6", "alarm-delete-high", |_| msg!(demo_alarm_delete_high), World::has_policy, |w, _| w.delete_high_alarm()),
    wrong("4-6", "alarm-delete-both", |_| msg!(demo_alarm_delete_both), World::has_policy, |w, _| w.delete_alarms()),

    right("4-7", "scale-by-policy", |n| msg!(demo_scale_by_policy, desired = &n.desired), World::has_policy, |w, now| w.let_policy_scale(now)),
    wrong("4-7", "desired-by-hand", |_| msg!(demo_desired_by_hand, desired = 2), World::has_group, |w, now| w.set_desired_by_hand(2, now)),
    wrong("4-7", "desired-to-max", |n| msg!(demo_desired_by_hand, desired = n.max()), World::has_group, |w, now| w.set_desired_by_hand(w.names.max(), now)),

    right("5-1", "base-stop", |n| msg!(demo_base_stop, instance = &n.base_instance), World::base_runs, |w, now| w.stop_base(now)),
    right("5-1", "base-restore", |n| msg!(demo_base_restore, instance = &n.base_instance), World::lacks_base, |w, now| w.restore_base(now)),
    wrong("5-1", "member-stop", |n| msg!(demo_member_stop, asg = &n.asg), World::has_group, |w, now| w.stop_member(now)),
    wrong("5-1", "base-terminate", |n| msg!(demo_base_terminate, instance = &n.base_instance), World::has_base, |w, _| w.terminate_base()),
];

impl World {
    /// What the learner can do in a step at the instant `now`: only what would change something.
    #[must_use]
    pub fn actions(&self, step: &str, now: Timestamp) -> Vec<Action> {
        let mut world = self.clone();
        world.advance(now);
        let action = |entry: &Entry| Action { id: entry.id, label: (entry.label)(&self.names), right: entry.right };
        TABLE.iter().filter(|entry| world.offers(entry, step, now)).map(action).collect()
    }

    /// Performs an action at the instant `now`; an unknown id, or an action that is not possible now, does nothing.
    pub fn perform(&mut self, action: &str, now: Timestamp) {
        self.advance(now);
        let found = TABLE.iter().find(|entry| entry.id == action);
        if let Some(entry) = found.filter(|entry| self.allows(entry)) {
            (entry.perform)(self, now);
            self.settle(now);
        }
    }

    /// Performs what the lesson asks for in a step, as far as it is possible now.
    pub fn perform_right(&mut self, step: &str, now: Timestamp) {
        let rights = self.actions(step, now).into_iter().filter(|action| action.right);
        for action in rights.collect::<Vec<_>>() {
            self.perform(action.id, now);
        }
    }

    /// In another region there is nothing to work on, so that going back is all that can be done.
    fn allows(&self, entry: &Entry) -> bool {
        (entry.possible)(self) && (entry.id == SWITCH_BACK || !self.is_away())
    }

    fn offers(&self, entry: &Entry, step: &str, now: Timestamp) -> bool {
        let here = entry.step == step || (entry.id == SWITCH_BACK && self.is_away());
        here && self.allows(entry) && {
            let mut after = self.clone();
            (entry.perform)(&mut after, now);
            after.settle(now);
            after != *self
        }
    }

    fn is_away(&self) -> bool {
        self.region != self.names.region
    }

    fn switch_away(&mut self) {
        self.region = self.names.other_region().to_owned();
    }

    fn switch_back(&mut self) {
        self.region.clone_from(&self.names.region);
    }
}
