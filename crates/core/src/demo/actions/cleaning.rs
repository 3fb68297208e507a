//! Actions after the lab: deleting what it made, one thing at a time and only in an order that AWS accepts.

use super::super::SimulatedAccount;
use super::offer::{Offer, cleaning};
use crate::msg;

pub(super) const TABLE: &[Offer] = &[
    cleaning(
        "clean-policy",
        |n| msg!(demo_clean, what = &n.policy),
        SimulatedAccount::has_policy,
        |w, _| w.delete_policy(),
    ),
    cleaning("clean-group", |n| msg!(demo_clean, what = &n.asg), SimulatedAccount::has_group, |w, _| w.delete_group()),
    cleaning(
        "clean-template",
        |n| msg!(demo_clean, what = &n.launch_template),
        SimulatedAccount::template_is_free,
        |w, _| w.delete_template(),
    ),
    cleaning("clean-alb", |n| msg!(demo_clean, what = &n.alb), SimulatedAccount::has_alb, |w, _| w.delete_alb()),
    cleaning(
        "clean-target-group",
        |n| msg!(demo_clean, what = &n.target_group),
        SimulatedAccount::target_group_is_free,
        |w, _| w.delete_target_group(),
    ),
    cleaning(
        "clean-rule",
        |n| msg!(demo_clean_rule, group = &n.web_sg, source = &n.alb_sg),
        SimulatedAccount::web_group_names_alb_group,
        |w, _| w.close_web_group_to_alb(),
    ),
    cleaning(
        "clean-alb-sg",
        |n| msg!(demo_clean, what = &n.alb_sg),
        |w| w.has_alb_group() && w.alb_group_is_free(),
        |w, _| w.delete_alb_groups(),
    ),
    cleaning(
        "clean-image",
        |n| msg!(demo_image_deregister, image = &n.image),
        SimulatedAccount::has_image,
        |w, _| {
            w.deregister_image();
        },
    ),
    cleaning(
        "clean-snapshots",
        |_| msg!(demo_clean_snapshots),
        SimulatedAccount::has_free_snapshots,
        |w, _| {
            w.delete_free_snapshots();
        },
    ),
    cleaning(
        "clean-address",
        |_| msg!(demo_clean_address),
        SimulatedAccount::has_free_address,
        |w, _| w.release_addresses(),
    ),
];
