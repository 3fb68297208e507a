//! What the site's answers are called, and what helps.

use super::giver::{Giver, is_by_balancer};
use crate::account::resources::{SiteFailure, SiteResponse};
use crate::i18n::Text;
use crate::msg;
use crate::verify::{CauseId, Facts};

/// What the site answered, and which target did: an answer can name anything, so only a target of the lab counts.
pub fn answered(name: &str, response: &SiteResponse, facts: &Facts<'_>) -> Text {
    let status = i32::from(response.status);
    if let Some(action) = &response.firewall {
        return msg!(site_firewall, name = name, status = status, action = action);
    }
    if response.tries.len() > 1 && response.status >= 500 {
        return msg!(site_errors, name = name, count = response.tries.len(), codes = codes(response));
    }
    if let Some(location) = &response.location {
        return msg!(site_redirected, name = name, status = status, location = location);
    }
    let targets = facts.snapshot.target_health.seen().map(Vec::as_slice).unwrap_or_default();
    match response.instance.as_ref().filter(|instance| targets.iter().any(|target| target.target == **instance)) {
        Some(instance) => msg!(site_answered_by, name = name, status = status, instance = instance),
        None => msg!(site_answered, name = name, status = status),
    }
}

/// A page, with what happened before it came.
pub fn page(name: &str, response: &SiteResponse, facts: &Facts<'_>) -> Text {
    let status = i32::from(response.status);
    let errors = response.tries.iter().filter(|status| **status >= 500).count();
    if errors > 0 {
        let count = response.tries.len();
        return msg!(site_some_errors, name = name, count = count, errors = errors, codes = codes(response));
    }
    match response.followed.last() {
        Some(page) => msg!(site_after_redirect, name = name, status = status, page = page),
        None => answered(name, response, facts),
    }
}

fn codes(response: &SiteResponse) -> Text {
    Text::list(response.tries.iter().map(u16::to_string))
}

/// The cause that an answer stands for that is neither a page nor an error of a server.
#[must_use]
pub fn no_page(response: &SiteResponse, giver: Giver) -> (CauseId, Text) {
    let status = i32::from(response.status);
    match (giver, response.status) {
        (Giver::Firewall, _) => (CauseId::SiteFirewall, msg!(cause_site_firewall)),
        (_, 300..=399) => (CauseId::SiteRedirected, msg!(cause_site_redirected)),
        (_, 404 | 410) => (CauseId::SiteNotFound, msg!(cause_site_not_found, status = status)),
        _ => (CauseId::SiteRefused, msg!(cause_site_refused, status = status)),
    }
}

/// Whose answer it is that is neither a page nor an error of a server, and what to do then. `unread` says why the
/// listener's rules could not be read.
#[must_use]
pub fn no_page_fix(name: &str, response: &SiteResponse, giver: Giver, unread: Option<Text>) -> Text {
    let server = response.server.as_deref().unwrap_or("-");
    let who = match (giver, unread) {
        (Giver::Firewall, _) => msg!(site_who_firewall),
        (Giver::Balancer, _) => msg!(site_who_balancer, server = server),
        (Giver::Shop, _) => msg!(site_who_shop),
        (Giver::Untold, Some(why)) => msg!(site_who_unread, why = why),
        (Giver::Untold, None) => msg!(site_who_untold),
    };
    let todo = match (giver, response.status) {
        (Giver::Firewall, _) => msg!(site_firewall_fix),
        (Giver::Balancer, _) => msg!(site_balancer_fix),
        (_, 300..=399) => msg!(site_redirected_fix),
        (_, 401 | 403) => msg!(site_refused_fix),
        (_, 404 | 410) => msg!(site_not_found_fix),
        _ => msg!(site_other_fix, name = name),
    };
    msg!(site_no_page_fix, who = who, todo = todo)
}

/// Why no answer came.
pub fn failure(kind: SiteFailure) -> Text {
    match kind {
        SiteFailure::NameNotResolved => msg!(site_name_not_resolved),
        SiteFailure::Refused => msg!(site_refused),
        SiteFailure::TimedOut => msg!(site_timed_out),
        SiteFailure::Other => msg!(site_other_failure),
    }
}

/// What an error of a server means: the load balancer's own codes, else the shop's.
pub fn error_fix(response: &SiteResponse) -> Text {
    match response.status {
        502 => msg!(site_502_fix),
        503 => msg!(site_503_fix),
        504 => msg!(site_504_fix),
        561 => msg!(site_561_fix),
        _ if is_by_balancer(response) => msg!(mend_balancer_error),
        _ => msg!(site_5xx_fix),
    }
}
