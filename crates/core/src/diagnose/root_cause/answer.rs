//! What the site answers to a visitor, once the way to it is sound.

use super::app::read_the_log;
use super::serving;
use crate::account::resources::{SiteAnswer, SiteResponse};
use crate::diagnose::case::{Case, TrafficPath};
use crate::diagnose::link::{Break, Finding};
use crate::diagnose::remediation::{boot_log_page, listeners_page};
use crate::i18n::Text;
use crate::msg;
use crate::verify::{Caught, CauseId, Giver, no_page, no_page_fix};

fn response<'a>(case: &Case<'a>) -> Option<&'a SiteResponse> {
    match case.facts.snapshot.site.seen() {
        Ok(SiteAnswer::Answered(response)) => Some(response),
        Ok(SiteAnswer::NotReached { .. }) | Err(_) => None,
    }
}

fn giver(response: &SiteResponse, case: &Case<'_>, traffic: &TrafficPath<'_>) -> Giver {
    Giver::of(response, serving::caught(case, traffic).as_ref(), &case.facts)
}

/// No firewall stands before the load balancer.
pub fn firewall<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    match response(case).filter(|response| giver(response, case, traffic) == Giver::Firewall) {
        Some(response) => elsewhere(response, Giver::Firewall, case, traffic).into(),
        None => Finding::Sound,
    }
}

/// The site answers with a page.
pub fn page<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let Some(response) = response(case).filter(|response| !response.is_page()) else { return Finding::Sound };
    match giver(response, case, traffic) {
        Giver::Firewall => Finding::Sound,
        giver if response.status < 500 => elsewhere(response, giver, case, traffic).into(),
        giver => error(response, giver, case, traffic),
    }
}

/// An answer that is neither a page nor an error of a server.
fn elsewhere(response: &SiteResponse, giver: Giver, case: &Case<'_>, traffic: &TrafficPath<'_>) -> Break {
    let (id, text) = no_page(response, giver);
    let balancer = traffic.load_balancer(case);
    let name = balancer.and_then(|balancer| balancer.dns_name.as_deref()).unwrap_or(traffic.alb);
    let status = i32::from(response.status);
    let found = match (&response.firewall, &response.location) {
        (Some(action), _) => msg!(site_firewall, name = name, status = status, action = action),
        (None, Some(location)) => msg!(site_redirected, name = name, status = status, location = location),
        (None, None) => msg!(site_answered, name = name, status = status),
    };
    let unread = serving::unread(case);
    let found = suspected(Break::new(id, text).shown_by(found), giver, case, traffic);
    found.mended_by(no_page_fix(name, response, giver, unread)).mended_as(listeners_page(traffic, case))
}

/// An error of a server, although the target group calls the shop healthy. Without a healthy target it is what is to be
/// expected.
fn error(response: &SiteResponse, giver: Giver, case: &Case<'_>, traffic: &TrafficPath<'_>) -> Finding {
    let healthy: Vec<&str> = case.healthy_targets().iter().map(|target| target.target.as_str()).collect();
    let Some(first) = healthy.first() else { return Finding::Sound };
    let code = i32::from(response.status);
    let (found, todo) = match (giver, response.status) {
        (Giver::Balancer, _) => by_balancer(response, case),
        (Giver::Shop, _) => (
            Break::new(CauseId::AppError, msg!(cause_app_error, code = code)),
            msg!(mend_app_error, command = read_the_log(case)),
        ),
        (Giver::Firewall | Giver::Untold, _) => (
            Break::new(CauseId::AppError, msg!(cause_app_error_or_rule, code = code)),
            msg!(mend_app_error, command = read_the_log(case)),
        ),
    };
    let found = suspected(found, giver, case, traffic)
        .shown_by(msg!(evidence_healthy_targets, targets = Text::list(healthy.clone())));
    let found = if response.tries.len() > 1 {
        found.shown_by(msg!(evidence_tries, codes = Text::list(response.tries.iter().map(u16::to_string))))
    } else {
        found
    };
    found.mended_by(todo).mended_as(boot_log_page(first, case)).into()
}

/// What the load balancer says with its own codes.
fn by_balancer(response: &SiteResponse, case: &Case<'_>) -> (Break, Text) {
    let (text, todo) = match response.status {
        502 => (msg!(cause_balancer_bad_gateway), msg!(mend_bad_gateway, command = read_the_log(case))),
        503 => (msg!(cause_balancer_no_target), msg!(mend_no_target)),
        504 => (msg!(cause_balancer_too_slow), msg!(mend_too_slow, command = read_the_log(case))),
        code => (msg!(cause_balancer_error, code = i32::from(code)), msg!(mend_balancer_error)),
    };
    let server = response.server.as_deref().unwrap_or("-");
    (Break::new(CauseId::BalancerError, text).shown_by(msg!(evidence_by_balancer, server = server)), todo)
}

/// With the rule that may be behind an answer of which nobody knows who gave it.
fn suspected(found: Break, giver: Giver, case: &Case<'_>, traffic: &TrafficPath<'_>) -> Break {
    match serving::caught(case, traffic) {
        Some(Caught::PerhapsBy(rule)) if giver != Giver::Firewall => found.shown_by(serving::suspicion(rule)),
        _ => found,
    }
}
