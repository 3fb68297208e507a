//! A listener with its protocol and what it does with everybody whom no rule catches.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{CauseId, Facts, Kind, Number, Stop, Verdict, listener_on};
use crate::account::resources::Listener as Found;
use crate::account::{Need, Unseen};
use crate::i18n::Text;
use crate::msg;

/// The load balancer listens on this port with this protocol, and its default action is this one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listener {
    /// Name of the load balancer.
    pub alb: String,
    /// The port on which visitors come.
    pub port: Number,
    /// `HTTP` or `HTTPS`.
    pub protocol: String,
    /// What its default certificate's ARN ends in, such as the certificate's id; any certificate where nothing is said.
    #[serde(default)]
    pub certificate: Option<String>,
    /// What it does by default.
    pub action: DefaultAction,
}

/// What a listener does by default.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DefaultAction {
    /// It sends visitors to these target groups, and to no other.
    Forward(Vec<Share>),
    /// It sends visitors to another address.
    Redirect(Redirect),
    /// It answers by itself with this status code.
    FixedResponse(Number),
}

/// A target group with its share of the visitors.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Name of the target group.
    pub target_group: String,
    /// Its weight; compared only where all have one.
    #[serde(default)]
    pub weight: Option<Number>,
}

/// Where a redirect leads; what isn't said may be anything.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    /// `HTTP` or `HTTPS`.
    pub protocol: String,
    /// The port.
    pub port: Number,
    /// 301 or 302.
    #[serde(default)]
    pub code: Option<Number>,
}

impl Kind for Listener {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LoadBalancers, Need::ListenersOf(self.alb.clone()), Need::TargetGroups]
    }

    fn expected(&self) -> Text {
        let (protocol, port) = (&self.protocol, self.port.0);
        msg!(listener_any_expected, protocol = protocol, port = port, action = self.action.said())
    }

    fn why(&self) -> Text {
        msg!(listener_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let balancer = facts.load_balancer(&self.alb)?;
        facts.snapshot.listeners.seen()?;
        let (protocol, port) = (&self.protocol, self.port.0);
        let fix =
            msg!(listener_any_fix, alb = &self.alb, protocol = protocol, port = port, action = self.action.said());
        let Some(found) = listener_on(balancer, port, facts) else {
            return Ok(Verdict::failed(msg!(listener_not_on, port = port), fix)
                .because(CauseId::ListenerMissing, msg!(cause_listener_missing)));
        };
        let actual = shown(found, facts);
        if found.protocol != *protocol {
            return Ok(Verdict::failed(actual, fix));
        }
        if let Some(wanted) = &self.certificate
            && !found.certificates.iter().any(|arn| arn.ends_with(wanted.as_str()))
        {
            return Ok(Verdict::failed(certificates(found), msg!(listener_certificate_fix, certificate = wanted)));
        }
        if self.action.is_done_by(found, facts)? {
            return Ok(Verdict::passed(actual));
        }
        Ok(Verdict::failed(actual, fix).because(CauseId::ListenerElsewhere, msg!(cause_listener_elsewhere)))
    }
}

impl Listener {
    /// One of HTTP that forwards everything to one target group.
    #[must_use]
    pub fn plain(alb: &str, port: Number, target_group: &str) -> Self {
        let share = Share { target_group: target_group.to_owned(), weight: None };
        let (alb, action) = (alb.to_owned(), DefaultAction::Forward(vec![share]));
        Self { alb, port, protocol: "HTTP".to_owned(), certificate: None, action }
    }
}

impl DefaultAction {
    /// In words.
    fn said(&self) -> Text {
        match self {
            Self::Forward(shares) => msg!(listener_action_forward, groups = Text::list(shares.iter().map(Share::said))),
            Self::Redirect(to) => {
                msg!(listener_action_redirect, protocol = &to.protocol, port = to.port.0.to_string())
            }
            Self::FixedResponse(code) => msg!(listener_action_fixed, code = code.0.to_string()),
        }
    }

    fn is_done_by(&self, found: &Found, facts: &Facts<'_>) -> Result<bool, Stop> {
        let kind = found.action.as_deref().unwrap_or_default();
        Ok(match self {
            Self::Forward(shares) => kind == "forward" && forwards(shares, found, facts)?,
            Self::Redirect(to) if kind == "redirect" => to.is_of(answer(found)?, found),
            Self::FixedResponse(code) if kind == "fixed-response" => answer(found)?.trim() == code.0.to_string(),
            Self::Redirect(_) | Self::FixedResponse(_) => false,
        })
    }
}

/// What a redirect or a fixed response says; older accounts that were kept lack it.
fn answer(found: &Found) -> Result<&str, Stop> {
    found.answer.as_deref().ok_or_else(|| Unseen::NotAsked.into())
}

fn forwards(shares: &[Share], found: &Found, facts: &Facts<'_>) -> Result<bool, Stop> {
    let served: BTreeMap<&str, i32> =
        found.forwards.iter().filter(|(_, weight)| *weight > 0).map(|(arn, weight)| (arn.as_str(), *weight)).collect();
    let mut wanted: BTreeMap<&str, Option<i32>> = BTreeMap::new();
    for share in shares.iter().filter(|share| share.weight.is_none_or(|weight| weight.0 > 0)) {
        wanted.insert(&facts.target_group(&share.target_group)?.arn, share.weight.map(|weight| weight.0));
    }
    if !served.keys().eq(wanted.keys()) {
        return Ok(false);
    }
    // Weights count in proportion to each other: 1 and 1 share as 50 and 50 do.
    let pairs: Vec<(i64, i64)> = served
        .values()
        .zip(wanted.values())
        .filter_map(|(found, wanted)| Some((i64::from(*found), i64::from((*wanted)?))))
        .collect();
    let proportional = pairs.windows(2).all(|pair| pair[0].0 * pair[1].1 == pair[1].0 * pair[0].1);
    Ok(pairs.len() < served.len() || proportional)
}

impl Share {
    fn said(&self) -> String {
        match self.weight {
            Some(weight) => format!("{} ({})", self.target_group, weight.0),
            None => self.target_group.clone(),
        }
    }
}

impl Redirect {
    /// Whether `answer`, such as `HTTP_301 HTTPS://#{host}:443/#{path}`, leads there.
    fn is_of(&self, answer: &str, from: &Found) -> bool {
        let (code, address) = answer.split_once(' ').unwrap_or(("", answer));
        let Some((protocol, rest)) = address.split_once("://") else { return false };
        let protocol = if protocol == "#{protocol}" { &from.protocol } else { protocol };
        let port = rest.split('/').next().and_then(|host| host.rsplit_once(':')).map_or("", |(_, port)| port);
        let own = from.port.map(|port| port.to_string()).unwrap_or_default();
        let port = if port == "#{port}" { own.as_str() } else { port };
        let is_code = self.code.is_none_or(|wanted| code == format!("HTTP_{}", wanted.0));
        is_code && protocol.eq_ignore_ascii_case(&self.protocol) && port == self.port.0.to_string()
    }
}

/// Protocol, port and what becomes of visitors, as AWS has it.
fn shown(found: &Found, facts: &Facts<'_>) -> Text {
    let groups = facts.snapshot.target_groups.seen().map(Vec::as_slice).unwrap_or_default();
    let named = |arn: &str| {
        let group = groups.iter().find(|group| group.arn == arn);
        group.map_or_else(|| arn.to_owned(), |group| group.name.clone())
    };
    let forwards: Vec<String> =
        found.forwards.iter().map(|(arn, weight)| format!("{} ({weight})", named(arn))).collect();
    let what =
        [found.action.clone().unwrap_or_default(), forwards.join(", "), found.answer.clone().unwrap_or_default()];
    let what: Vec<String> = what.into_iter().filter(|part| !part.is_empty()).collect();
    let port = found.port.map(|port| port.to_string()).unwrap_or_default();
    Text::verbatim(format!("{}:{port} {}", found.protocol, what.join(" ")))
}

fn certificates(found: &Found) -> Text {
    if found.certificates.is_empty() { msg!(listener_no_certificate) } else { Text::list(found.certificates.clone()) }
}
