//! Leaves out of a snapshot what no check of the lesson looks at: an account is nobody's business beyond the lab, and
//! twenty thousand resources don't fit on a page.

use std::collections::BTreeSet;

use crate::account::resources::{AutoScalingGroup, Instance, LoadBalancer, SecurityGroup, TargetGroup, Vpc};
use crate::account::{Area, Snapshot};
use crate::i18n::{Arg, Text};
use crate::lesson::Lesson;
use crate::report::{CheckReport, Report};

/// Names, ids and ARNs.
type Names = BTreeSet<String>;

/// What of `snapshot` belongs to the lab: what the lesson names, what `report` says something about, and what these refer to.
#[must_use]
pub fn relevant(lesson: &Lesson, snapshot: &Snapshot, report: &Report) -> Snapshot {
    let mut lab = snapshot.clone();
    let mut names = named(lesson, report);
    keep_network(&mut lab, &mut names);
    keep_balancing(&mut lab, &mut names);
    keep_instances(&mut lab, &mut names);
    keep_security_groups(&mut lab, &mut names);
    keep(&mut lab.images, |image| {
        names.contains(&image.id) || names.contains(&image.image_name) || is_in(image.name.as_ref(), &names)
    });
    keep(&mut lab.launch_templates, |template| names.contains(&template.name));
    keep(&mut lab.instance_profiles, |profile| names.contains(&profile.name));
    drop_unshown(&mut lab);
    lab
}

/// Declares what becomes of each area, so that a new one compiles only once that is said.
macro_rules! selection {
    (whole: $($whole:ident),+; selected: $($selected:ident),+; unshown: $($unshown:ident),+ $(;)?) => {
        fn drop_unshown(lab: &mut Snapshot) {
            let Snapshot { taken_at: _, region: _, $($whole: _,)+ $($selected: _,)+ $($unshown,)+ } = lab;
            $(*$unshown = Default::default();)+
        }

        /// How many resources `whole` holds and `part` doesn't, of those that are selected.
        #[must_use]
        pub fn left_out(whole: &Snapshot, part: &Snapshot) -> usize {
            let count = |snapshot: &Snapshot| 0 $(+ snapshot.$selected.seen().map_or(0, Vec::len))+;
            count(whole) - count(part)
        }
    };
}

selection! {
    // They are read for the lab alone.
    whole:
        identity, prefix_lists, instance_profile, image_snapshots, launch_template, listeners, target_health,
        scaling_policies, activities, alarms, request_counts, site, other_regions, other_profiles, listener_rules;
    selected:
        vpcs, internet_gateways, subnets, route_tables, nat_gateways, network_acls, security_groups, instances, images,
        auto_scaling_groups, load_balancers, target_groups, launch_templates, instance_profiles;
    // They belong to what things cost; and what an instance prints while it boots may be anything.
    unshown:
        volumes, ebs_snapshots, addresses, boot_logs;
}

fn keep<T>(area: &mut Area<Vec<T>>, wanted: impl FnMut(&T) -> bool) {
    if let Area::Seen(items) = area {
        items.retain(wanted);
    }
}

fn is_in(name: Option<&String>, names: &Names) -> bool {
    name.is_some_and(|name| names.contains(name))
}

fn seen<T>(area: &Area<Vec<T>>) -> &[T] {
    area.seen().map(Vec::as_slice).unwrap_or_default()
}

/// A VPC with everything that traffic passes in it.
fn keep_network(lab: &mut Snapshot, names: &mut Names) {
    let is_meant = |vpc: &Vpc| names.contains(&vpc.id) || is_in(vpc.name.as_ref(), names);
    keep(&mut lab.vpcs, is_meant);
    let vpcs: Names = seen(&lab.vpcs).iter().map(|vpc| vpc.id.clone()).collect();
    keep(&mut lab.subnets, |subnet| vpcs.contains(&subnet.vpc) || names.contains(&subnet.id));
    keep(&mut lab.internet_gateways, |gateway| gateway.attachments.iter().any(|(vpc, _)| vpcs.contains(vpc)));
    keep(&mut lab.route_tables, |table| vpcs.contains(&table.vpc));
    keep(&mut lab.network_acls, |acl| vpcs.contains(&acl.vpc));
    let subnets: Names = seen(&lab.subnets).iter().map(|subnet| subnet.id.clone()).collect();
    keep(&mut lab.nat_gateways, |nat| {
        is_in(nat.vpc.as_ref(), &vpcs) || is_in(nat.subnet.as_ref(), &subnets) || names.contains(&nat.id)
    });
    names.extend(vpcs);
}

/// Groups, load balancers and target groups that are meant, and what they refer to.
fn keep_balancing(lab: &mut Snapshot, names: &mut Names) {
    keep(&mut lab.auto_scaling_groups, |group| names.contains(&group.name));
    names.extend(seen(&lab.auto_scaling_groups).iter().flat_map(references_of_group));
    keep(&mut lab.load_balancers, |balancer| names.contains(&balancer.name) || names.contains(&balancer.arn));
    names.extend(seen(&lab.load_balancers).iter().flat_map(references_of_balancer));
    names.extend(seen(&lab.listeners).iter().flat_map(|listener| listener.forwards.iter().map(|(arn, _)| arn.clone())));
    let actions = seen(&lab.listener_rules).iter().flat_map(|rule| &rule.actions);
    names.extend(actions.flat_map(|action| action.forwards.iter().map(|(arn, _)| arn.clone())));
    let is_meant = |group: &TargetGroup| {
        names.contains(&group.name)
            || names.contains(&group.arn)
            || group.load_balancers.iter().any(|arn| names.contains(arn))
    };
    keep(&mut lab.target_groups, is_meant);
}

fn references_of_group(group: &AutoScalingGroup) -> impl Iterator<Item = String> {
    group.instances.iter().map(|member| member.id.clone()).chain(group.target_groups.iter().cloned())
}

fn references_of_balancer(balancer: &LoadBalancer) -> impl Iterator<Item = String> {
    std::iter::once(balancer.arn.clone()).chain(balancer.security_groups.iter().cloned())
}

fn keep_instances(lab: &mut Snapshot, names: &mut Names) {
    names.extend(seen(&lab.target_health).iter().map(|health| health.target.clone()));
    let template = lab.launch_template.seen().ok().and_then(Option::as_ref);
    if let Some(template) = template {
        names.extend(template.image.clone());
        names.extend(template.security_groups.iter().cloned());
        names.extend(template.interfaces.iter().flat_map(|interface| interface.security_groups.iter().cloned()));
    }
    let images = seen(&lab.images).iter().filter(|image| names.contains(&image.image_name));
    let sources: Vec<String> = images.filter_map(|image| image.source_instance.clone()).collect();
    names.extend(sources);
    let is_meant = |instance: &Instance| {
        names.contains(&instance.id) || is_in(instance.name.as_ref(), names) || is_in(instance.asg.as_ref(), names)
    };
    keep(&mut lab.instances, is_meant);
    names.extend(seen(&lab.instances).iter().flat_map(|instance| instance.security_groups.iter().cloned()));
}

/// Which of several VPCs of one name is meant is told by how many groups each has, so that all of them count.
fn keep_security_groups(lab: &mut Snapshot, names: &mut Names) {
    let is_meant = |group: &SecurityGroup| {
        is_in(group.vpc.as_ref(), names) || names.contains(&group.id) || names.contains(&group.group_name)
    };
    keep(&mut lab.security_groups, is_meant);
}

/// Everything that the lesson calls by name, and every word of what was found.
fn named(lesson: &Lesson, report: &Report) -> Names {
    let mut names: Names = lesson.values.iter().map(|(_, value)| value.to_owned()).collect();
    for check in report.steps.iter().flat_map(|step| &step.checks) {
        note_check(check, &mut names);
    }
    names.remove("");
    names
}

fn note_check(check: &CheckReport, names: &mut Names) {
    let verdict = &check.verdict;
    let own = std::iter::once(&verdict.actual).chain(&verdict.fix);
    let diagnosis = check
        .diagnosis
        .iter()
        .flat_map(|found| std::iter::once(&found.cause.text).chain(&found.evidence).chain(&found.consequences));
    own.chain(diagnosis).for_each(|text| note(text, names));
}

fn note(text: &Text, names: &mut Names) {
    match text {
        Text::Message { args, .. } => args.iter().for_each(|(_, value)| match value {
            Arg::String(string) => note_words(string, names),
            Arg::Text(text) => note(text, names),
            Arg::Number(_) | Arg::Moment(_) | Arg::Reference(_) => {}
        }),
        Text::Verbatim(string) => note_words(string, names),
        Text::List(items) => items.iter().for_each(|item| note(item, names)),
        Text::Lesson(_) => {}
    }
}

fn note_words(string: &str, names: &mut Names) {
    names.insert(string.to_owned());
    names.extend(string.split([' ', ',', '(', ')']).map(str::to_owned));
}
