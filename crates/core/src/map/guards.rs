//! The security groups on the way in: who carries them, and whom their rules let in.

use super::plan::MapPlace;
use super::survey::{Survey, absence};
use super::wiring::{Fact, Mark, Node};
use crate::account::resources::SecurityGroup;
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::msg;
use crate::verify::CheckKind;
use crate::verify::admission::{Admission, Source, Traffic, admissions};
use crate::verify::security_group::SecurityGroupIngress;

/// The chain, in the order in which a visitor passes it.
pub fn chain(survey: &Survey<'_>, lesson: &Lesson) -> Vec<Node> {
    survey.plan.guards.iter().map(|name| guard(survey, lesson, name)).collect()
}

fn guard(survey: &Survey<'_>, lesson: &Lesson, name: &str) -> Node {
    let place = MapPlace::Guard(name.to_owned());
    let group = match survey.facts.security_group(&survey.plan.vpc, name) {
        Ok(group) => group,
        Err(missing) => return survey.missing(absence(&missing), &place, msg!(map_guard, name = name)),
    };
    let Ok(admitted) = admissions(&group.ingress, &survey.facts) else {
        return survey.missing(Mark::Unseen, &place, msg!(map_guard, name = name));
    };
    let wanted = ingress(lesson, name);
    let complains = survey.findings.mark(&place, Mark::Right) == Mark::Wrong;
    let mut facts: Vec<Fact> = admitted.iter().map(|admission| rule(survey, admission, wanted, complains)).collect();
    facts.dedup();
    if facts.is_empty() {
        facts.push(Fact::marked(if complains { Mark::Wrong } else { Mark::Aside }, msg!(map_lets_nobody)));
    }
    let mark = survey.findings.mark(&place, Mark::Right);
    Node { mark, title: title(survey, group), facts: survey.with_findings(facts, &place) }
}

/// The group's name with who carries it.
fn title(survey: &Survey<'_>, group: &SecurityGroup) -> Text {
    let carriers = carriers(survey, group);
    if carriers.is_empty() {
        return msg!(map_guard_idle, name = &group.group_name);
    }
    msg!(map_guard_on, name = &group.group_name, carriers = Text::List(carriers))
}

fn carriers(survey: &Survey<'_>, group: &SecurityGroup) -> Vec<Text> {
    let mut carriers = Vec::new();
    if let Ok(balancer) = survey.facts.load_balancer(&survey.plan.alb)
        && balancer.security_groups.contains(&group.id)
    {
        carriers.push(Text::verbatim(&balancer.name));
    }
    let instances = survey.facts.snapshot.instances.seen().map(Vec::as_slice).unwrap_or_default();
    let carrying = || {
        let living = instances.iter().filter(|instance| !instance.state.is_terminated());
        living.filter(|instance| instance.security_groups.contains(&group.id))
    };
    let spare = carrying().filter(|instance| instance.asg.is_none() && instance.name == survey.plan.spare);
    carriers.extend(spare.take(1).filter_map(|instance| instance.name.as_deref().map(Text::verbatim)));
    let members = carrying().filter(|instance| instance.asg.as_deref() == Some(&survey.plan.asg)).count();
    if members > 0 {
        carriers.push(msg!(map_guard_members, asg = &survey.plan.asg, count = members));
    }
    carriers
}

/// What the lesson's first check of this group wants it to let in.
fn ingress<'a>(lesson: &'a Lesson, name: &str) -> Option<&'a SecurityGroupIngress> {
    lesson.steps.iter().flat_map(|step| &step.checks).find_map(|check| {
        let CheckKind::SecurityGroupIngress(ingress) = &check.kind else { return None };
        (ingress.group == name).then_some(ingress)
    })
}

/// One rule. What the lesson doesn't want is wrong only once the lesson complains: before step 1-2, the open rule of
/// the web servers is right.
fn rule(survey: &Survey<'_>, admission: &Admission, wanted: Option<&SecurityGroupIngress>, complains: bool) -> Fact {
    let text = msg!(map_lets_in, who = who(survey, &admission.peer), what = traffic(&admission.traffic));
    let is_wanted = wanted.is_some_and(|wanted| wanted.wants(admission, &survey.facts));
    let mark = match (is_wanted, complains) {
        (true, _) => Mark::Right,
        (false, true) => Mark::Wrong,
        (false, false) => Mark::Aside,
    };
    Fact::marked(mark, text)
}

fn who(survey: &Survey<'_>, peer: &Source) -> Text {
    match peer {
        Source::Ipv4(block) if block.prefix_len() == 0 => msg!(map_anyone, block = block.to_string()),
        Source::Ipv6(block) if block.prefix_len() == 0 => msg!(map_anyone, block = block.to_string()),
        Source::Ipv4(block) => Text::verbatim(block.to_string()),
        Source::Ipv6(block) => Text::verbatim(block.to_string()),
        Source::Group(id) => Text::verbatim(survey.group_name(id)),
        Source::Other(words) => Text::verbatim(words),
    }
}

fn traffic(traffic: &Traffic) -> Text {
    match traffic {
        Traffic::All => msg!(map_traffic_all),
        Traffic::Tcp(from, to) if from == to => Text::verbatim(format!("TCP {from}")),
        Traffic::Tcp(from, to) => Text::verbatim(format!("TCP {from}-{to}")),
        Traffic::Other(protocol) => Text::verbatim(protocol),
    }
}
