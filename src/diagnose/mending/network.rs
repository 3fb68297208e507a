//! VPC, subnets, routes, gateways.

use super::{Ways, console};
use crate::account::resources::{NatGateway, Route, Subnet};
use crate::console::encoded;
use crate::diagnose::case::Case;
use crate::diagnose::command::Command;
use crate::verify::{CheckKind, Status, Verdict, judge_route};

const EVERYWHERE: &str = "0.0.0.0/0";

pub fn ways(kind: &CheckKind, case: &Case<'_>) -> Option<Ways> {
    let pages = console(case);
    Some(match kind {
        CheckKind::Vpc(_) => Ways::page(pages.vpc("vpcs:")),
        CheckKind::InternetGateway(check) => attach_gateway(&check.vpc, case),
        CheckKind::PublicSubnets(_) => Ways::page(pages.vpc("RouteTables:")),
        CheckKind::Subnet(_) => Ways::page(pages.vpc("subnets:")),
        CheckKind::DefaultRoute(check) => lay_route(&case.facts.subnets_named(&check.vpc, &check.subnet).ok()?, case),
        _ => return None,
    })
}

fn attach_gateway(vpc: &str, case: &Case<'_>) -> Ways {
    let ways = Ways::page(console(case).vpc("igws:"));
    let Ok(vpc) = case.facts.vpc(vpc) else { return ways };
    let gateways = case.facts.snapshot.internet_gateways.seen().map(Vec::as_slice).unwrap_or_default();
    let attach = |ways: Ways, id: &str| {
        let attach = Command::aws("ec2 attach-internet-gateway").with("--vpc-id", &vpc.id);
        ways.by(attach.with("--internet-gateway-id", id), case)
    };
    match gateways.iter().find(|gateway| gateway.attachments.is_empty()) {
        Some(free) => attach(ways, &free.id),
        None => ways.by(Command::aws("ec2 create-internet-gateway"), case),
    }
}

/// The page and the commands for the ways out of these subnets.
pub fn lay_route(subnets: &[&Subnet], case: &Case<'_>) -> Ways {
    let broken =
        |subnet: &&&Subnet| judge_route(subnet, &case.facts).unwrap_or_else(Verdict::from).status == Status::Failed;
    let first = subnets.iter().find(broken).or(subnets.first());
    let Some(subnet) = first else { return Ways::page(console(case).vpc("RouteTables:")) };
    let Ok(Some(table)) = case.facts.route_table(subnet) else {
        return Ways::page(console(case).vpc("RouteTables:"));
    };
    let ways = Ways::page(console(case).vpc(&format!("RouteTableDetails:RouteTableId={}", encoded(&table.id))));
    let is_default = |route: &Route| route.destination.is_some_and(|block| block.to_string() == EVERYWHERE);
    let words = if table.routes.iter().any(is_default) { "ec2 replace-route" } else { "ec2 create-route" };
    let route = Command::aws(words).with("--route-table-id", &table.id).with("--destination-cidr-block", EVERYWHERE);
    match nat_of(&table.vpc, case) {
        Some(gateway) => ways.by(route.with("--nat-gateway-id", &gateway.id), case),
        None => with_new_nat(ways, &table.vpc, case).by(route.flag("--nat-gateway-id \"$nat\""), case),
    }
}

/// A NAT gateway of the VPC that leads to the internet.
fn nat_of<'a>(vpc: &str, case: &Case<'a>) -> Option<&'a NatGateway> {
    let public = public_subnets(vpc, case);
    let gateways = case.facts.snapshot.nat_gateways.seen().ok()?;
    gateways.iter().find(|gateway| {
        let stands = gateway.subnet.as_ref().is_some_and(|id| public.iter().any(|subnet| subnet.id == *id));
        gateway.state == "available" && gateway.connectivity == "public" && stands
    })
}

fn with_new_nat(ways: Ways, vpc: &str, case: &Case<'_>) -> Ways {
    let Some(subnet) = public_subnets(vpc, case).first().map(|subnet| subnet.id.clone()) else { return ways };
    let region = case.region();
    let address = Command::aws("ec2 allocate-address --domain vpc --query AllocationId --output text");
    let create = Command::aws("ec2 create-nat-gateway")
        .with("--subnet-id", subnet)
        .flag(&format!("--allocation-id \"$({})\"", address.with("--region", region).line()))
        .with("--query", "NatGateway.NatGatewayId")
        .with("--output", "text")
        .with("--region", region);
    let wait = Command::aws("ec2 wait nat-gateway-available --nat-gateway-ids \"$nat\"");
    ways.line(format!("nat=$({})", create.line())).by(wait, case)
}

/// The subnets of the VPC of this id whose default route leads to an internet gateway.
pub fn public_subnets<'a>(vpc: &str, case: &Case<'a>) -> Vec<&'a Subnet> {
    let subnets = case.facts.snapshot.subnets.seen().map(Vec::as_slice).unwrap_or_default();
    let is_public = |subnet: &&Subnet| crate::verify::is_public(subnet, &case.facts).unwrap_or(false);
    subnets.iter().filter(|subnet| subnet.vpc == vpc).filter(is_public).collect()
}
