//! From the listener to the Auto Scaling group.

use crate::account::resources::{ListenerRule, SiteAnswer, TargetReason};
use crate::account::{Area, Question, Unseen};
use crate::diagnose::case::{Case, TrafficPath};
use crate::diagnose::link::{Break, Finding, judged_by};
use crate::diagnose::remediation::strike_rule;
use crate::i18n::Text;
use crate::msg;
use crate::verify::{Caught, CauseId, CheckKind, Status, Verdict, caught_before, listener_on, listener_rule_words};

/// The listener takes visitors and sends them to the target group.
pub fn listener<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let is_wanted =
        |kind: &CheckKind| matches!(kind, CheckKind::LoadBalancerListener(check) if check.alb == traffic.alb);
    judged_by(case, is_wanted, CauseId::ListenerMissing, msg!(cause_listener_missing))
}

/// No rule before its default action keeps visitors from the target group.
pub fn rules<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    match case.facts.snapshot.listener_rules.seen() {
        Err(Unseen::NotAsked) => return Finding::Sound,
        Err(unseen) => return unseen.into(),
        Ok(_) => {}
    }
    match caught(case, traffic) {
        Some(Caught::By(rule)) => in_the_way(rule, case, traffic).into(),
        None | Some(Caught::No | Caught::PerhapsBy(_)) => Finding::Sound,
    }
}

/// Why the rules could not be read, where they were asked for.
pub fn unread(case: &Case<'_>) -> Option<Text> {
    match case.facts.snapshot.listener_rules.seen() {
        Ok(_) | Err(Unseen::NotAsked) => None,
        Err(unseen) => Some(Verdict::unknown(unseen).actual),
    }
}

/// What the rules do with visitors; none where they can't be seen.
pub fn caught<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Option<Caught<'a>> {
    caught_before(traffic.load_balancer(case)?, traffic.target_group, &case.facts)
}

fn in_the_way<'a>(rule: &ListenerRule, case: &Case<'a>, traffic: &TrafficPath<'a>) -> Break {
    let (conditions, action) = listener_rule_words(rule);
    Break::new(CauseId::ListenerRule, msg!(cause_listener_rule))
        .shown_by(msg!(evidence_rule, number = number(rule), conditions = conditions, action = action))
        .mended_by(msg!(listener_rule_fix, number = number(rule)))
        .mended_as(strike_rule(rule, traffic, case))
}

/// A rule that may answer some visitors.
pub fn suspicion(rule: &ListenerRule) -> Text {
    let (conditions, action) = listener_rule_words(rule);
    msg!(evidence_rule_perhaps, number = number(rule), conditions = conditions, action = action)
}

fn number(rule: &ListenerRule) -> String {
    rule.priority.map_or_else(|| "-".to_owned(), |priority| priority.to_string())
}

/// The question for the listener's rules where something gives reason to: an answer that is no page, load that doesn't
/// arrive, or a target group out of use. None where it was asked already.
pub fn asks<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Vec<Question> {
    let is_unused = || case.ill_targets().iter().any(|target| target.reason == Some(TargetReason::NotInUse));
    let load = case.judged(|kind| matches!(kind, CheckKind::Load(check) if check.alb == traffic.alb));
    let is_lost = || load.is_some_and(|load| load.verdict.status == Status::Failed);
    if case.facts.snapshot.listener_rules != Area::NotAsked || !(is_no_page(case) || is_unused() || is_lost()) {
        return Vec::new();
    }
    let listener = traffic.load_balancer(case).and_then(|balancer| listener_on(balancer, traffic.port, &case.facts));
    listener.map(|listener| Question::ListenerRules { listener: listener.arn.clone() }).into_iter().collect()
}

/// Whether a visitor gets something else than a page. Errors without a healthy target are the load balancer's own.
fn is_no_page(case: &Case<'_>) -> bool {
    match case.facts.snapshot.site.seen() {
        Ok(SiteAnswer::Answered(response)) if response.status >= 500 => !case.healthy_targets().is_empty(),
        Ok(SiteAnswer::Answered(response)) => !response.is_page(),
        Ok(SiteAnswer::NotReached { .. }) | Err(_) => false,
    }
}

/// The target group takes instances of the VPC, by the right protocol and port.
pub fn target_group<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let is_wanted =
        |kind: &CheckKind| matches!(kind, CheckKind::TargetGroup(check) if check.target_group == traffic.target_group);
    judged_by(case, is_wanted, CauseId::TgWrongType, msg!(cause_tg_wrong_type))
}

/// The group enters its instances into the target group.
pub fn attached<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let is_wanted =
        |kind: &CheckKind| matches!(kind, CheckKind::AutoScalingAttached(check) if check.asg == traffic.asg);
    judged_by(case, is_wanted, CauseId::TgNotAttached, msg!(cause_tg_not_attached))
}
