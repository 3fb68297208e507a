//! VPC, subnets, routes, gateways.

use std::collections::BTreeSet;

use super::Ways;
use crate::account::resources::{NatGateway, Route, RouteTable, RouteTarget, Subnet};
use crate::command::Command;
use crate::console::encoded;
use crate::diagnose::case::Case;
use crate::verify::{CheckKind, Status, Verdict, any_of, judge_route};

const EVERYWHERE: &str = "0.0.0.0/0";

/// What gives the VPC an internet gateway.
pub fn attach_gateway(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::InternetGateway(check) = kind else { return ways };
    let Ok(vpc) = case.facts.vpc(&check.vpc) else { return ways };
    let gateways = case.facts.snapshot.internet_gateways.seen().map(Vec::as_slice).unwrap_or_default();
    match gateways.iter().find(|gateway| gateway.attachments.is_empty()) {
        Some(free) => {
            let attach = Command::aws("ec2 attach-internet-gateway").with("--vpc-id", &vpc.id);
            ways.by(attach.with("--internet-gateway-id", &free.id), case)
        }
        None => ways.by(Command::aws("ec2 create-internet-gateway"), case),
    }
}

/// What leads a private subnet to the internet.
pub fn default_route(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::DefaultRoute(check) = kind else { return ways };
    match case.facts.subnets_named(&check.vpc, &check.subnet) {
        Ok(subnets) => lay_route(&subnets, case),
        Err(_) => ways,
    }
}

/// What excludes the VPC from VPC Block Public Access; whoever administers the account may do that.
pub fn exclude(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let named = |vpc: &str| case.facts.vpc(vpc).ok().map(|vpc| vpc.id.as_str());
    let vpc = match kind {
        CheckKind::PublicSubnets(check) => named(&check.vpc),
        CheckKind::DefaultRoute(check) => named(&check.vpc),
        CheckKind::LoadBalancerZones(check) => {
            case.facts.load_balancer(&check.alb).ok().and_then(|balancer| balancer.vpc.as_deref())
        }
        any_of! {
                        Attested, AutoScalingAttached, AutoScalingGroup, AutoScalingSize,
                        AutoScalingSubnets, AutoScalingTemplate, Exercise, Identity, Image,
                        ImageDescription, ImageSource, ImageState, Instance, InstanceProfile,
                        InstanceStopped, InstancesInService, InternetGateway, LaunchTemplate,
                        LaunchTemplateDescription, LaunchTemplateImage, LaunchTemplateKeyPair,
                        LaunchTemplateProfile, LaunchTemplateSecurityGroups, LaunchTemplateTag,
                        LaunchTemplateType, Load, LoadBalancer, LoadBalancerActive, LoadBalancerListener,
                        LoadBalancerScheme, LoadBalancerSecurityGroups, PolicyAlarm, PolicyLabel,
                        PolicyMetric, PolicyScaleIn, PolicyTarget, Region, ScaleOut, ScaledIn,
                        ScalingPolicy, SecurityGroup, SecurityGroupDescription, SecurityGroupIngress,
                        SecurityGroupIpv6, SecurityGroupReaches, Site, Subnet, TargetGroup,
                        TargetsAreMembers, TargetsHealthy, UserData, UserDataLineEnds, Vpc, AnyOf, Listener, ListenerRule, Not, SecurityGroupRules,
        } => None,
    };
    match vpc {
        Some(vpc) => ways.by(exclusion(vpc), case),
        None => ways,
    }
}

/// The page and the command that exclude the VPC of this id.
pub fn exclude_vpc(vpc: &str, case: &Case<'_>) -> Ways {
    Ways::page(case.console().vpc("Settings:")).by(exclusion(vpc), case)
}

fn exclusion(vpc: &str) -> Command {
    Command::aws("ec2 create-vpc-block-public-access-exclusion")
        .with("--vpc-id", vpc)
        .with("--internet-gateway-exclusion-mode", "allow-bidirectional")
}

/// The page of the route table by which a subnet goes; that of all where it can't be told.
pub fn route_page(vpc: &str, subnet: &str, case: &Case<'_>) -> String {
    let subnets = case.facts.subnets_named(vpc, subnet).unwrap_or_default();
    first_broken(&subnets, case)
        .and_then(|subnet| case.facts.route_table(subnet).ok().flatten())
        .map_or_else(|| case.console().vpc("RouteTables:"), |table| table_page(table, case))
}

fn first_broken<'s, 'a>(subnets: &'s [&'a Subnet], case: &Case<'_>) -> Option<&'s &'a Subnet> {
    let is_broken =
        |subnet: &&&Subnet| judge_route(subnet, &case.facts).unwrap_or_else(Verdict::from).status == Status::Failed;
    subnets.iter().find(is_broken).or(subnets.first())
}

/// The page and the commands for the ways out of these subnets.
pub fn lay_route(subnets: &[&Subnet], case: &Case<'_>) -> Ways {
    let Some(subnet) = first_broken(subnets, case) else { return Ways::page(case.console().vpc("RouteTables:")) };
    let Ok(Some(table)) = case.facts.route_table(subnet) else {
        return Ways::page(case.console().vpc("RouteTables:"));
    };
    let ways = Ways::page(table_page(table, case));
    if !table.subnets.contains(&subnet.id) {
        return associate(ways, subnet, case);
    }
    if serves_others(table, case) {
        return ways;
    }
    let is_default = |route: &Route| route.destination.is_some_and(|block| block.to_string() == EVERYWHERE);
    let words = if table.routes.iter().any(is_default) { "ec2 replace-route" } else { "ec2 create-route" };
    to_nat(ways, Command::aws(words).with("--route-table-id", &table.id), &table.vpc, case)
}

fn table_page(table: &RouteTable, case: &Case<'_>) -> String {
    case.console().vpc(&format!("RouteTableDetails:RouteTableId={}", encoded(&table.id)))
}

/// A default route to the NAT gateway, which is made where there is none.
fn to_nat(ways: Ways, route: Command, vpc: &str, case: &Case<'_>) -> Ways {
    let route = route.with("--destination-cidr-block", EVERYWHERE);
    match nat_of(vpc, case) {
        Some(gateway) => ways.by(route.with("--nat-gateway-id", &gateway.id), case),
        None => with_new_nat(ways, vpc, case).by(route.flag("--nat-gateway-id \"$nat\""), case),
    }
}

/// Gives a subnet that goes by the main table one that leads to the internet by NAT.
fn associate(ways: Ways, subnet: &Subnet, case: &Case<'_>) -> Ways {
    let command = Command::aws("ec2 associate-route-table").with("--subnet-id", &subnet.id);
    if let Some(table) = table_with_nat(&subnet.vpc, case) {
        return ways.by(command.with("--route-table-id", &table.id), case);
    }
    let create = Command::aws("ec2 create-route-table")
        .with("--vpc-id", &subnet.vpc)
        .with("--query", "RouteTable.RouteTableId")
        .with("--output", "text")
        .with("--region", case.region());
    let ways = ways.line(format!("table=$({})", create.line()));
    let route = Command::aws("ec2 create-route").flag("--route-table-id \"$table\"");
    to_nat(ways, route, &subnet.vpc, case).by(command.flag("--route-table-id \"$table\""), case)
}

fn table_with_nat<'a>(vpc: &str, case: &Case<'a>) -> Option<&'a RouteTable> {
    let gateway = &nat_of(vpc, case)?.id;
    let leads = |route: &Route| matches!(&route.target, RouteTarget::NatGateway(id) if id == gateway);
    let tables = case.facts.snapshot.route_tables.seen().ok()?;
    tables.iter().find(|table| table.vpc == vpc && table.routes.iter().any(leads))
}

/// Whether other subnets than the lesson's private ones go by this table, and would lose their own way out.
fn serves_others(table: &RouteTable, case: &Case<'_>) -> bool {
    let wanted: BTreeSet<&str> = case
        .checks()
        .filter_map(|judged| {
            let CheckKind::DefaultRoute(check) = &judged.check.kind else { return None };
            case.facts.subnets_named(&check.vpc, &check.subnet).ok()
        })
        .flatten()
        .map(|subnet| subnet.id.as_str())
        .collect();
    table.main || table.subnets.iter().any(|id| !wanted.contains(id.as_str()))
}

/// A NAT gateway of the VPC that leads to the internet.
fn nat_of<'a>(vpc: &str, case: &Case<'a>) -> Option<&'a NatGateway> {
    let public = public_subnets(vpc, case);
    let gateways = case.facts.snapshot.nat_gateways.seen().ok()?;
    gateways.iter().find(|gateway| {
        let stands = gateway.subnet.as_ref().is_some_and(|id| public.iter().any(|subnet| subnet.id == *id));
        gateway.state.is_available() && gateway.connectivity == "public" && stands
    })
}

fn with_new_nat(ways: Ways, vpc: &str, case: &Case<'_>) -> Ways {
    let public = public_subnets(vpc, case);
    // Where AWS couldn't make one, it may fail again.
    let Some(subnet) = public.iter().find(|subnet| !has_failed_in(subnet, case)).or(public.first()) else {
        return ways;
    };
    let region = case.region();
    let address = Command::aws("ec2 allocate-address --domain vpc --query AllocationId --output text");
    let create = Command::aws("ec2 create-nat-gateway")
        .with("--subnet-id", &subnet.id)
        .flag(&format!("--allocation-id \"$({})\"", address.with("--region", region).line()))
        .with("--query", "NatGateway.NatGatewayId")
        .with("--output", "text")
        .with("--region", region);
    let wait = Command::aws("ec2 wait nat-gateway-available --nat-gateway-ids \"$nat\"");
    ways.line(format!("nat=$({})", create.line())).by(wait, case)
}

/// Whether a NAT gateway could not be made in this subnet.
fn has_failed_in(subnet: &Subnet, case: &Case<'_>) -> bool {
    let gateways = case.facts.snapshot.nat_gateways.seen().map(Vec::as_slice).unwrap_or_default();
    gateways.iter().any(|gateway| gateway.state.is_failed() && gateway.subnet.as_ref() == Some(&subnet.id))
}

/// The subnets of the VPC of this id whose default route leads to an internet gateway.
pub fn public_subnets<'a>(vpc: &str, case: &Case<'a>) -> Vec<&'a Subnet> {
    let subnets = case.facts.snapshot.subnets.seen().map(Vec::as_slice).unwrap_or_default();
    let is_public = |subnet: &&Subnet| crate::verify::is_public(subnet, &case.facts).unwrap_or(false);
    subnets.iter().filter(|subnet| subnet.vpc == vpc).filter(is_public).collect()
}
