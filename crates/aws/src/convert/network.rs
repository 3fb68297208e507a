//! VPC resources.

use aws_sdk_ec2::types;
use ipnet::IpNet;

use super::{given, name_tag, perhaps, timestamp};
use ec_site_tutor_core::account::resources::{
    AclDirection, AclEntry, InternetGateway, InternetGatewayBlockMode, NatGateway, NetworkAcl, Peer, Permission, Route,
    RouteTable, RouteTarget, SecurityGroup, Subnet, Vpc,
};

pub fn vpc(vpc: &types::Vpc) -> Vpc {
    let associated = vpc.cidr_block_association_set().iter().filter_map(types::VpcCidrBlockAssociation::cidr_block);
    let mut cidrs: Vec<_> =
        vpc.cidr_block().into_iter().chain(associated).filter_map(|block| block.parse().ok()).collect();
    cidrs.sort();
    cidrs.dedup();
    Vpc {
        id: given(vpc.vpc_id()),
        name: name_tag(vpc.tags()),
        state: given(vpc.state().map(|state| state.as_str())).into(),
        cidrs,
        block_mode: block_mode(vpc.block_public_access_states()),
        encryption_control: vpc
            .encryption_control()
            .and_then(|control| control.state())
            .map(|state| state.as_str().into()),
    }
}

fn block_mode(states: Option<&types::BlockPublicAccessStates>) -> Option<InternetGatewayBlockMode> {
    states?.internet_gateway_block_mode().map(|mode| mode.as_str().into())
}

pub fn internet_gateway(gateway: &types::InternetGateway) -> InternetGateway {
    let attachments = gateway
        .attachments()
        .iter()
        .map(|attachment| (given(attachment.vpc_id()), given(attachment.state().map(|state| state.as_str())).into()))
        .collect();
    InternetGateway { id: given(gateway.internet_gateway_id()), attachments }
}

pub fn subnet(subnet: &types::Subnet) -> Subnet {
    Subnet {
        id: given(subnet.subnet_id()),
        name: name_tag(subnet.tags()),
        vpc: given(subnet.vpc_id()),
        zone: given(subnet.availability_zone()),
        cidr: subnet.cidr_block().and_then(|block| block.parse().ok()),
        state: given(subnet.state().map(|state| state.as_str())).into(),
        block_mode: block_mode(subnet.block_public_access_states()),
    }
}

pub fn route_table(table: &types::RouteTable) -> RouteTable {
    // An association that is being undone or has failed routes nothing.
    let active = || {
        table.associations().iter().filter(|association| {
            association
                .association_state()
                .and_then(|state| state.state())
                .is_none_or(|state| matches!(state.as_str(), "associated" | "associating"))
        })
    };
    RouteTable {
        id: given(table.route_table_id()),
        vpc: given(table.vpc_id()),
        main: active().any(|association| association.main() == Some(true)),
        subnets: active().filter_map(|association| perhaps(association.subnet_id())).collect(),
        routes: table.routes().iter().map(route).collect(),
    }
}

fn route(route: &types::Route) -> Route {
    let target = match (route.gateway_id(), route.nat_gateway_id()) {
        (Some("local"), _) => RouteTarget::Local,
        (Some(id), _) if id.starts_with("igw-") => RouteTarget::InternetGateway(id.to_owned()),
        (_, Some(id)) => RouteTarget::NatGateway(id.to_owned()),
        (gateway, None) => {
            let other = [
                gateway,
                route.transit_gateway_id(),
                route.vpc_peering_connection_id(),
                route.instance_id(),
                route.network_interface_id(),
                route.local_gateway_id(),
                route.carrier_gateway_id(),
                route.egress_only_internet_gateway_id(),
                route.core_network_arn(),
            ];
            RouteTarget::Other(other.into_iter().flatten().next().unwrap_or("-").to_owned())
        }
    };
    Route {
        destination: route.destination_cidr_block().and_then(|block| block.parse().ok()),
        target,
        state: given(route.state().map(|state| state.as_str())).into(),
    }
}

pub fn nat_gateway(gateway: &types::NatGateway) -> NatGateway {
    let zones = gateway.nat_gateway_addresses().iter().filter_map(|address| address.availability_zone());
    let mut zones: Vec<String> = zones.filter(|zone| !zone.is_empty()).map(str::to_owned).collect();
    zones.sort();
    zones.dedup();
    NatGateway {
        id: given(gateway.nat_gateway_id()),
        state: given(gateway.state().map(|state| state.as_str())).into(),
        // Gateways from before private ones existed are public and carry no type.
        connectivity: gateway.connectivity_type().map_or("public", |kind| kind.as_str()).to_owned(),
        subnet: perhaps(gateway.subnet_id()).filter(|id| !id.is_empty()),
        vpc: perhaps(gateway.vpc_id()),
        public_ips: gateway
            .nat_gateway_addresses()
            .iter()
            .filter_map(|address| perhaps(address.public_ip()))
            .filter(|address| !address.is_empty())
            .collect(),
        availability: gateway.availability_mode().map(|mode| mode.as_str().to_owned()),
        zones,
        created_at: gateway.create_time().and_then(timestamp),
        failure_code: gateway.failure_code().filter(|code| !code.is_empty()).map(Into::into),
        failure_message: perhaps(gateway.failure_message()).filter(|message| !message.is_empty()),
    }
}

pub fn network_acl(acl: &types::NetworkAcl) -> NetworkAcl {
    NetworkAcl {
        id: given(acl.network_acl_id()),
        vpc: given(acl.vpc_id()),
        subnets: acl.associations().iter().filter_map(|association| perhaps(association.subnet_id())).collect(),
        entries: acl.entries().iter().map(acl_entry).collect(),
    }
}

fn acl_entry(entry: &types::NetworkAclEntry) -> AclEntry {
    let ports = entry.port_range().and_then(|range| Some((range.from()?, range.to()?)));
    AclEntry {
        number: entry.rule_number().unwrap_or_default(),
        direction: if entry.egress() == Some(true) { AclDirection::Outbound } else { AclDirection::Inbound },
        action: given(entry.rule_action().map(|action| action.as_str())),
        protocol: given(entry.protocol()),
        ports,
        block: entry.cidr_block().and_then(|block| block.parse().ok()),
    }
}

pub fn security_group(group: &types::SecurityGroup) -> SecurityGroup {
    SecurityGroup {
        id: given(group.group_id()),
        group_name: given(group.group_name()),
        name: name_tag(group.tags()),
        vpc: perhaps(group.vpc_id()).filter(|id| !id.is_empty()),
        description: given(group.description()),
        ingress: group.ip_permissions().iter().map(permission).collect(),
        egress: group.ip_permissions_egress().iter().map(permission).collect(),
    }
}

fn permission(permission: &types::IpPermission) -> Permission {
    let ipv4 = permission
        .ip_ranges()
        .iter()
        .filter_map(types::IpRange::cidr_ip)
        .map(|block| block.parse().map_or_else(|_| Peer::Other(block.to_owned()), Peer::Ipv4));
    let ipv6 = permission
        .ipv6_ranges()
        .iter()
        .filter_map(types::Ipv6Range::cidr_ipv6)
        .map(|block| block.parse().map_or_else(|_| Peer::Other(block.to_owned()), Peer::Ipv6));
    let groups = permission.user_id_group_pairs().iter().map(|pair| match pair.group_id() {
        Some(id) => Peer::Group(id.to_owned()),
        None => Peer::Other(given(pair.group_name())),
    });
    let lists = permission.prefix_list_ids().iter().map(|list| Peer::PrefixList(given(list.prefix_list_id())));
    Permission {
        protocol: given(permission.ip_protocol()),
        from_port: permission.from_port(),
        to_port: permission.to_port(),
        peers: ipv4.chain(ipv6).chain(groups).chain(lists).collect(),
    }
}

pub fn prefix_list_entry(entry: &types::PrefixListEntry) -> Option<IpNet> {
    entry.cidr()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ec_site_tutor_core::account::resources::{NatFailureCode, NatGatewayState};

    #[test]
    fn a_nat_gateway_that_failed_says_why_in_aws_s_words() {
        let message = "Network vpc-0a1b2c3d4e5f60718 has no Internet gateway attached";
        let failed = types::NatGateway::builder()
            .nat_gateway_id("nat-1")
            .state(types::NatGatewayState::Failed)
            .failure_code("Gateway.NotAttached")
            .failure_message(message)
            .build();
        let found = nat_gateway(&failed);
        assert_eq!(found.state, NatGatewayState::Failed);
        assert_eq!(found.failure_code, Some(NatFailureCode::GatewayNotAttached));
        assert_eq!(found.failure_message.as_deref(), Some(message));
        let silent = types::NatGateway::builder().failure_code("").failure_message("").build();
        assert_eq!((nat_gateway(&silent).failure_code, nat_gateway(&silent).failure_message), (None, None));
    }
}
