//! Between a visitor and an instance.

use ec_site_tutor_core::verify::{CauseId, CheckKind};
use serde_json::Value;

use super::view::{View, lab, text, texts};

fn port() -> i64 {
    lab("port").parse().unwrap()
}

/// Whether rules of these groups let TCP through on a port for somebody of whom `is_peer` is said.
fn admits(view: &View, groups: &[&str], way: &str, port: i64, is_peer: impl Fn(&Value) -> bool) -> bool {
    let carried = view.list("security_groups").into_iter().filter(|group| groups.contains(&text(group, "id")));
    let rules = carried.flat_map(|group| group[way].as_array().into_iter().flatten());
    let covers = |rule: &&Value| match text(rule, "protocol") {
        "-1" => true,
        "tcp" | "6" => rule["from_port"].as_i64() <= Some(port) && Some(port) <= rule["to_port"].as_i64(),
        _ => false,
    };
    rules.filter(covers).any(|rule| rule["peers"].as_array().into_iter().flatten().any(&is_peer))
}

fn is_everybody(peer: &Value) -> bool {
    peer["ipv4"] == "0.0.0.0/0"
}

/// The ids of the subnets whose default route leads to an internet gateway.
fn public_subnets<'a>(view: &View<'a>) -> Vec<&'a str> {
    let leads_out = |subnet: &&Value| {
        default_route(view, subnet)
            .is_some_and(|route| route["target"]["internet_gateway"].is_string() && text(route, "state") == "active")
    };
    view.list("subnets").into_iter().filter(leads_out).map(|subnet| text(subnet, "id")).collect()
}

fn table_of<'a>(view: &View<'a>, subnet: &Value) -> Option<&'a Value> {
    let tables = view.list("route_tables");
    let own = tables.iter().find(|table| texts(table, "subnets").contains(&text(subnet, "id")));
    let main = || tables.iter().find(|table| table["main"] == true && text(table, "vpc") == text(subnet, "vpc"));
    own.or_else(main).copied()
}

fn default_route<'a>(view: &View<'a>, subnet: &Value) -> Option<&'a Value> {
    let routes = table_of(view, subnet)?["routes"].as_array()?;
    routes.iter().find(|route| route["destination"] == "0.0.0.0/0")
}

/// The subnets that the lab's private ones are, by name or because members stand in them.
fn private_subnets<'a>(view: &View<'a>) -> Vec<&'a Value> {
    let used: Vec<&str> = view.members().iter().map(|member| text(member, "subnet")).collect();
    let of_group = view.group().map(|group| texts(group, "subnets")).unwrap_or_default();
    let named = [lab("private_subnet_a"), lab("private_subnet_c")];
    let is_private = |subnet: &&Value| {
        let id = text(subnet, "id");
        named.contains(&text(subnet, "name")) || used.contains(&id) || of_group.contains(&id)
    };
    view.list("subnets").into_iter().filter(is_private).collect()
}

/// Whether some private subnet's default route is as `is_so` says.
fn some_route(view: &View, is_so: impl Fn(Option<&Value>) -> bool) -> bool {
    private_subnets(view).into_iter().any(|subnet| is_so(default_route(view, subnet)))
}

fn gateway<'a>(view: &View<'a>, route: &Value) -> Option<&'a Value> {
    let id = route["target"]["nat_gateway"].as_str()?;
    view.list("nat_gateways").into_iter().find(|gateway| text(gateway, "id") == id)
}

/// Whether a default route leads to a NAT gateway that leads on.
fn leads_on(view: &View, route: &Value) -> bool {
    text(route, "state") == "active"
        && gateway(view, route).is_some_and(|gateway| {
            text(gateway, "state") == "available"
                && text(gateway, "connectivity") == "public"
                && public_subnets(view).contains(&text(gateway, "subnet"))
        })
}

/// Whether a network ACL lets everything pass by its first rule of each direction.
fn lets_all_pass(acl: &Value) -> bool {
    ["inbound", "outbound"].iter().all(|direction| {
        let rules = acl["entries"].as_array().into_iter().flatten();
        let first =
            rules.filter(|rule| text(rule, "direction") == *direction).min_by_key(|rule| rule["number"].as_i64());
        first.is_some_and(|rule| {
            text(rule, "action") == "allow" && text(rule, "protocol") == "-1" && text(rule, "block") == "0.0.0.0/0"
        })
    })
}

fn ingress_differs(view: &View, kind: &CheckKind) -> bool {
    let CheckKind::SecurityGroupIngress(check) = kind else { return false };
    let own = view
        .list("security_groups")
        .into_iter()
        .find(|group| text(group, "group_name") == check.group && view.vpcs().contains(&text(group, "vpc")));
    let Some(rules) = own.and_then(|group| group["ingress"].as_array()) else { return true };
    let is_plain = rules.len() == 1
        && text(&rules[0], "protocol") == "tcp"
        && rules[0]["from_port"] == port()
        && rules[0]["to_port"] == port()
        && rules[0]["peers"].as_array().is_some_and(|peers| peers.len() == 1);
    let peer = &rules.first().map_or(Value::Null, |rule| rule["peers"][0].clone());
    let alb = view.security_groups("alb_sg");
    let is_right = if check.group == lab("alb_sg") {
        is_everybody(peer)
    } else {
        peer["group"].as_str().is_some_and(|group| alb.contains(&group))
    };
    !(is_plain && is_right)
}

fn response<'a>(view: &View<'a>) -> &'a Value {
    &view.one("site")["answered"]
}

fn status(view: &View) -> i64 {
    response(view)["status"].as_i64().unwrap_or_default()
}

fn is_by_balancer(view: &View) -> bool {
    text(response(view), "server").starts_with("awselb/")
}

fn zones(balancer: &Value) -> Vec<&str> {
    balancer["zones"].as_array().into_iter().flatten().filter_map(|zone| zone[0].as_str()).collect()
}

fn stands_outside(view: &View) -> bool {
    let (Some(balancer), Some(group)) = (view.alb(), view.group()) else { return false };
    let used = texts(group, "subnets");
    let of_subnets = view.list("subnets").into_iter().filter(|subnet| used.contains(&text(subnet, "id")));
    let of_members = group["instances"].as_array().into_iter().flatten();
    of_subnets.chain(of_members).any(|item| !zones(balancer).contains(&text(item, "zone")))
}

/// Whether the condition of a cause on the way holds; none where it is no such cause.
pub fn holds(cause: CauseId, kind: &CheckKind, view: &View) -> Option<bool> {
    let alb = |is_so: &dyn Fn(&Value) -> bool| view.alb().is_some_and(is_so);
    let carried = view.alb().map(|balancer| texts(balancer, "security_groups")).unwrap_or_default();
    let listens = |is_so: &dyn Fn(&Value) -> bool| {
        let arn = view.alb().map(|balancer| text(balancer, "arn"));
        let is_own = |listener: &&Value| {
            listener["port"] == port()
                && text(listener, "protocol") == "HTTP"
                && Some(text(listener, "load_balancer")) == arn
        };
        view.list("listeners").into_iter().filter(is_own).any(is_so)
    };
    let target_group = |is_so: &dyn Fn(&Value) -> bool| view.target_group().is_some_and(is_so);
    Some(match cause {
        CauseId::InternetGatewayMissing => {
            let vpcs = view.vpcs();
            let is_own =
                |pair: &Value| pair[0].as_str().is_some_and(|vpc| vpcs.contains(&vpc)) && pair[1] == "available";
            let attached = |gateway: &Value| gateway["attachments"].as_array().into_iter().flatten().any(is_own);
            !view.list("internet_gateways").into_iter().any(attached)
        }
        CauseId::PublicSubnetsMissing => {
            let public = public_subnets(view);
            let own = view
                .list("subnets")
                .into_iter()
                .filter(|subnet| public.contains(&text(subnet, "id")) && view.vpcs().contains(&text(subnet, "vpc")));
            own.map(|subnet| text(subnet, "zone")).collect::<std::collections::BTreeSet<_>>().len() < 2
        }
        CauseId::AlbWrongKind => alb(&|balancer| text(balancer, "kind") != "application"),
        CauseId::AlbInternal => alb(&|balancer| text(balancer, "scheme") != "internet-facing"),
        CauseId::AlbAddressType => {
            alb(&|balancer| text(balancer, "ip_address_type") == "dualstack-without-public-ipv4")
        }
        CauseId::BlockPublicAccess => {
            let is_blocked =
                |item: &&Value| matches!(text(item, "block_mode"), "block-bidirectional" | "block-ingress");
            view.list("vpcs").iter().any(is_blocked) || view.list("subnets").iter().any(is_blocked)
        }
        CauseId::AlbNotActive => alb(&|balancer| text(balancer, "state") != "active"),
        CauseId::AlbSubnetNotPublic => {
            let public = public_subnets(view);
            let is_private = |zone: &Value| zone[1].as_str().is_some_and(|id| !public.contains(&id));
            alb(&|balancer| balancer["zones"].as_array().into_iter().flatten().any(is_private))
        }
        CauseId::AlbAzMissing => stands_outside(view),
        CauseId::AlbWrongSg => {
            let mut wanted = view.security_groups("alb_sg");
            let mut carried = carried;
            wanted.sort_unstable();
            carried.sort_unstable();
            wanted != carried
        }
        CauseId::AlbSgBlocksIn => !admits(view, &carried, "ingress", port(), is_everybody),
        CauseId::AlbSgBlocksOut => !admits(view, &carried, "egress", port(), is_everybody),
        CauseId::SgWrongInbound => ingress_differs(view, kind),
        CauseId::ListenerMissing => !listens(&|_| true),
        CauseId::ListenerElsewhere => {
            let arn = view.target_group().map(|group| text(group, "arn")).unwrap_or_default();
            let is_own = |pair: &Value| pair[0] == arn || pair[1] == 0;
            listens(&|listener| {
                let forwards = listener["forwards"].as_array().unwrap();
                !forwards.iter().any(|pair| pair[0] == arn && pair[1] != 0) || !forwards.iter().all(is_own)
            })
        }
        CauseId::ListenerRule => view.list("listener_rules").iter().any(|rule| rule["priority"].is_number()),
        CauseId::NetworkAcl => !view.list("network_acls").iter().all(|acl| lets_all_pass(acl)),
        CauseId::TgNotAttached => target_group(&|group| {
            view.group().is_none_or(|scaling| !texts(scaling, "target_groups").contains(&text(group, "arn")))
        }),
        CauseId::TgWrongPort => target_group(&|group| group["port"] != port()),
        CauseId::TgWrongProtocol => target_group(&|group| text(group, "protocol") != "HTTP"),
        CauseId::TgWrongVpc => target_group(&|group| !view.vpcs().contains(&text(group, "vpc"))),
        CauseId::TgWrongType => target_group(&|group| text(group, "target_type") != "instance"),
        CauseId::WebSgBlocksAlb => {
            let lets_in = |member: &&Value| {
                admits(view, &texts(member, "security_groups"), "ingress", port(), |peer| {
                    is_everybody(peer) || peer["group"].as_str().is_some_and(|group| carried.contains(&group))
                })
            };
            let running = || view.members().into_iter().filter(|member| text(member, "state") == "running");
            ingress_differs(view, kind) || running().any(|member| !lets_in(&member))
        }
        CauseId::WebSgBlocksOut => view
            .members()
            .into_iter()
            .filter(|member| text(member, "state") == "running")
            .any(|member| !admits(view, &texts(member, "security_groups"), "egress", 443, is_everybody)),
        CauseId::NatFailed => view.list("nat_gateways").iter().any(|gateway| text(gateway, "state") == "failed"),
        CauseId::NatDeleting => view.list("nat_gateways").iter().any(|gateway| text(gateway, "state") == "deleting"),
        CauseId::SubnetUnusable => {
            view.list("subnets").iter().any(|subnet| !matches!(text(subnet, "state"), "available" | "pending"))
        }
        CauseId::RouteMissing => some_route(view, |route| route.is_none()),
        CauseId::RouteBlackhole => some_route(view, |route| {
            route.is_some_and(|route| {
                text(route, "state") == "blackhole" || {
                    let gateway = gateway(view, route);
                    route["target"]["nat_gateway"].is_string()
                        && gateway.is_none_or(|gateway| text(gateway, "state") != "available")
                }
            })
        }),
        CauseId::RouteWrong => some_route(view, |route| route.is_some_and(|route| !leads_on(view, route))),
        CauseId::SiteFirewall => {
            response(view)["firewall"].is_string() || (status(view) == 403 && is_by_balancer(view))
        }
        CauseId::SiteRedirected => (300..400).contains(&status(view)),
        CauseId::SiteRefused => (400..500).contains(&status(view)),
        CauseId::SiteNotFound => matches!(status(view), 404 | 410),
        CauseId::AppError => status(view) >= 500 && !is_by_balancer(view),
        CauseId::BalancerError => status(view) >= 500 && is_by_balancer(view),
        _ => return None,
    })
}
