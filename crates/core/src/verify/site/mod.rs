//! The learner's site, opened through the load balancer.

mod giver;
mod words;

use serde::Deserialize;

use super::listener_rule::{Caught, caught_before, words as rule_words};
use super::{CauseId, Doing, Facts, Kind, Number, Stop, Verdict, Wait};
use crate::account::resources::{ListenerRule, LoadBalancer, SiteAnswer, SiteResponse, TargetHealth, TargetState};
use crate::account::{Need, Unseen};
use crate::i18n::Text;
use crate::msg;

pub use giver::Giver;
use words::{answered, error_fix, failure, page};
pub use words::{no_page, no_page_fix};

/// The site answers through the load balancer, as far as that can be seen from here.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Name of the load balancer.
    pub alb: String,
    /// Port of its listener.
    pub port: Number,
    /// Name of the target group behind it, whose health tells how much an answer proves.
    #[serde(default)]
    pub target_group: Option<String>,
}

impl Kind for Site {
    fn needs(&self) -> Vec<Need> {
        let mut needs = vec![Need::LoadBalancers, Need::Site { alb: self.alb.clone(), port: self.port.0 }];
        if let Some(name) = &self.target_group {
            needs.extend([Need::TargetGroups, Need::TargetHealthOf(name.clone())]);
        }
        needs
    }

    fn expected(&self) -> Text {
        msg!(site_expected, alb = &self.alb)
    }

    fn why(&self) -> Text {
        msg!(site_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let balancer = facts.load_balancer(&self.alb)?;
        let name = balancer.dns_name.as_deref().unwrap_or(&balancer.name);
        if balancer.state.is_on_its_way() {
            // Its name has no address before it is active.
            let wait = Wait::new(Doing::ProvisioningLoadBalancer, balancer.created_at);
            return Ok(Verdict::waiting(wait, Text::verbatim(&balancer.state), msg!(alb_provisioning_fix)));
        }
        Ok(match facts.snapshot.site.seen()? {
            SiteAnswer::Answered(response) => self.answer(name, response, balancer, facts),
            SiteAnswer::NotReached { .. } if balancer.scheme.as_deref() == Some("internal") => {
                Verdict::failed(msg!(site_internal, name = name), msg!(alb_scheme_fix, alb = &self.alb))
                    .because(CauseId::AlbInternal, msg!(cause_alb_internal))
            }
            SiteAnswer::NotReached { kind, detail } => Verdict::manual(
                msg!(site_not_reached, name = name, what = failure(*kind), detail = detail),
                msg!(site_not_reached_fix, name = name),
            ),
        })
    }
}

impl Site {
    fn answer(&self, name: &str, response: &SiteResponse, balancer: &LoadBalancer, facts: &Facts<'_>) -> Verdict {
        if let Some(rule) = self.rule_in_the_way(balancer, facts) {
            return answered_by_rule(name, response.status, rule);
        }
        if response.is_page() {
            return self.page(name, response, facts);
        }
        if response.status >= 500 && response.firewall.is_none() {
            return Verdict::failed(answered(name, response, facts), error_fix(response));
        }
        let giver = Giver::of(response, self.caught(balancer, facts).as_ref(), facts);
        let (cause, text) = no_page(response, giver);
        Verdict::failed(answered(name, response, facts), no_page_fix(name, response, giver, self.unread(facts)))
            .because(cause, text)
    }

    /// A page passes; what takes from its worth is said.
    fn page(&self, name: &str, response: &SiteResponse, facts: &Facts<'_>) -> Verdict {
        let status = i32::from(response.status);
        if self.is_last_resort(facts) {
            return Verdict {
                fix: Some(msg!(site_last_resort_fix)),
                ..Verdict::passed(msg!(site_last_resort, name = name, status = status))
            };
        }
        let is_shaky = response.tries.iter().any(|status| *status >= 500);
        Verdict { fix: is_shaky.then(|| msg!(site_some_errors_fix)), ..Verdict::passed(page(name, response, facts)) }
    }

    /// The rule of the listener that answers instead of the shop; none where the rules were not read, which is only
    /// done where an answer gives reason to.
    fn rule_in_the_way<'a>(&self, balancer: &LoadBalancer, facts: &Facts<'a>) -> Option<&'a ListenerRule> {
        match self.caught(balancer, facts)? {
            Caught::By(rule) => Some(rule),
            Caught::No | Caught::PerhapsBy(_) => None,
        }
    }

    fn caught<'a>(&self, balancer: &LoadBalancer, facts: &Facts<'a>) -> Option<Caught<'a>> {
        caught_before(balancer, self.target_group.as_ref()?, facts)
    }

    /// Why the listener's rules could not be read, where they were asked for.
    fn unread(&self, facts: &Facts<'_>) -> Option<Text> {
        self.target_group.as_ref()?;
        match facts.snapshot.listener_rules.seen() {
            Err(unseen @ (Unseen::Denied(_) | Unseen::Failed(_))) => Some(Verdict::unknown(unseen).actual),
            Err(Unseen::NotAsked) | Ok(_) => None,
        }
    }

    /// Whether no target is healthy. The load balancer then sends visitors to all of them, so that an answer proves
    /// little: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html>.
    fn is_last_resort(&self, facts: &Facts<'_>) -> bool {
        let targets = match self.target_group {
            Some(_) => facts.snapshot.target_health.seen().map(Vec::as_slice).unwrap_or_default(),
            None => &[],
        };
        let registered = |target: &&TargetHealth| matches!(target.state, TargetState::Healthy | TargetState::Unhealthy);
        let registered: Vec<&TargetHealth> = targets.iter().filter(registered).collect();
        !registered.is_empty() && registered.iter().all(|target| !target.state.is_healthy())
    }
}

/// An answer that isn't the shop's, whatever its status.
fn answered_by_rule(name: &str, status: u16, rule: &ListenerRule) -> Verdict {
    let number = rule.priority.map_or_else(String::new, |priority| priority.to_string());
    let action = rule_words(rule).1;
    let actual =
        msg!(site_answered_by_rule, name = name, status = i32::from(status), number = &number, action = action);
    Verdict::failed(actual, msg!(listener_rule_fix, number = number))
        .because(CauseId::ListenerRule, msg!(cause_listener_rule))
}
