//! VPC, subnets, routes and the NAT gateway of the simulated account. Security groups have their own file.

use ipnet::Ipv4Net;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::ids::Ids;
use super::names::Names;
use crate::account::resources::{
    Address, AttachmentState, InternetGateway, InternetGatewayBlockMode, NatFailureCode, NatGateway, NatGatewayState,
    Route, RouteState, RouteTable, RouteTarget, Subnet, SubnetState, Vpc, VpcState,
};

/// Every IPv4 address.
pub(super) const ANYWHERE: Ipv4Net = Ipv4Net::new_assert(std::net::Ipv4Addr::UNSPECIFIED, 0);

/// The network of the lab and, as in every account, a default VPC beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Network {
    /// Id of the lab's VPC.
    pub(super) vpc: String,
    /// Id of the default VPC.
    pub(super) default_vpc: String,
    pub(super) vpcs: Vec<Vpc>,
    pub(super) internet_gateways: Vec<InternetGateway>,
    pub(super) subnets: Vec<Subnet>,
    pub(super) route_tables: Vec<RouteTable>,
    pub(super) nat_gateways: Vec<NatGateway>,
    pub(super) addresses: Vec<Address>,
    /// Ids of the private subnets.
    private: Vec<String>,
    /// Id of the route table that leads to the internet gateway.
    public_table: String,
}

fn block(first: u8, second: u8, third: u8, prefix: u8) -> Ipv4Net {
    Ipv4Net::new(std::net::Ipv4Addr::new(first, second, third, 0), prefix).unwrap_or(ANYWHERE)
}

fn route(destination: Ipv4Net, target: RouteTarget) -> Route {
    Route { destination: Some(destination), target, state: RouteState::Active }
}

impl Network {
    /// The network as steps 0 to 3 of the course leave it.
    pub(super) fn new(names: &Names, ids: &mut Ids, now: Timestamp) -> Self {
        let (home, cidr) = (block(172, 31, 0, 16), block(10, 0, 0, 16));
        let mut network = Self {
            vpc: ids.ec2("vpc"),
            default_vpc: ids.ec2("vpc"),
            vpcs: Vec::new(),
            internet_gateways: Vec::new(),
            subnets: Vec::new(),
            route_tables: Vec::new(),
            nat_gateways: Vec::new(),
            addresses: Vec::new(),
            private: Vec::new(),
            public_table: String::new(),
        };
        let (vpc, default_vpc) = (network.vpc.clone(), network.default_vpc.clone());
        network.add_vpc(&default_vpc, None, home);
        network.add_vpc(&vpc, Some(&names.vpc), cidr);
        let default_way = network.add_gateway(&default_vpc, ids);
        network.add_table(&default_vpc, home, Some(RouteTarget::InternetGateway(default_way)), ids);
        for (zone, third) in [(&names.az_a, 0), (&names.az_c, 16)] {
            network.add_subnet(&default_vpc, None, zone, block(172, 31, third, 20), ids);
        }
        // The VPC's main table leads nowhere; the lab's subnets have tables of their own.
        network.add_table(&vpc, cidr, None, ids);
        let way = network.add_gateway(&vpc, ids);
        network.public_table = network.add_table(&vpc, cidr, Some(RouteTarget::InternetGateway(way)), ids);
        network.add_public_subnet(&names.az_a, 1, ids);
        network.add_public_subnet(&names.az_c, 2, ids);
        for (name, zone, third) in
            [(&names.private_subnet_a, &names.az_a, 11), (&names.private_subnet_c, &names.az_c, 12)]
        {
            let subnet = network.add_subnet(&vpc, Some(name.clone()), zone, block(10, 0, third, 24), ids);
            let table = network.add_table(&vpc, cidr, None, ids);
            network.associate(&table, &subnet);
            network.private.push(subnet);
        }
        let nat = network.create_nat(ids, now);
        network.nat_ready(&nat);
        network
    }

    fn add_vpc(&mut self, id: &str, name: Option<&str>, cidr: Ipv4Net) {
        let name = name.map(str::to_owned);
        self.vpcs.push(Vpc {
            id: id.to_owned(),
            name,
            state: VpcState::Available,
            cidrs: vec![cidr],
            block_mode: Some(InternetGatewayBlockMode::Off),
            encryption_control: None,
        });
    }

    fn add_gateway(&mut self, vpc: &str, ids: &mut Ids) -> String {
        let id = ids.ec2("igw");
        let attachments = vec![(vpc.to_owned(), AttachmentState::Available)];
        self.internet_gateways.push(InternetGateway { id: id.clone(), attachments });
        id
    }

    /// A table; the first of a VPC is its main one.
    fn add_table(&mut self, vpc: &str, cidr: Ipv4Net, way_out: Option<RouteTarget>, ids: &mut Ids) -> String {
        let id = ids.ec2("rtb");
        let main = !self.route_tables.iter().any(|table| table.vpc == vpc);
        let mut routes = vec![route(cidr, RouteTarget::Local)];
        routes.extend(way_out.map(|target| route(ANYWHERE, target)));
        self.route_tables.push(RouteTable { id: id.clone(), vpc: vpc.to_owned(), main, subnets: Vec::new(), routes });
        id
    }

    fn add_subnet(&mut self, vpc: &str, name: Option<String>, zone: &str, cidr: Ipv4Net, ids: &mut Ids) -> String {
        let id = ids.ec2("subnet");
        self.subnets.push(Subnet {
            id: id.clone(),
            name,
            vpc: vpc.to_owned(),
            zone: zone.to_owned(),
            cidr: Some(cidr),
            state: SubnetState::Available,
            block_mode: Some(InternetGatewayBlockMode::Off),
        });
        id
    }

    fn associate(&mut self, table: &str, subnet: &str) {
        if let Some(table) = self.route_tables.iter_mut().find(|found| found.id == table) {
            table.subnets.push(subnet.to_owned());
        }
    }

    fn add_public_subnet(&mut self, zone: &str, third: u8, ids: &mut Ids) {
        let (vpc, table) = (self.vpc.clone(), self.public_table.clone());
        let subnet = self.add_subnet(&vpc, Some(format!("public-{zone}")), zone, block(10, 0, third, 24), ids);
        self.associate(&table, &subnet);
    }

    /// A public subnet in a zone in which the lesson puts nothing.
    pub(super) fn ensure_spare_subnet(&mut self, zone: &str, ids: &mut Ids) {
        if !self.public().any(|subnet| subnet.zone == zone) {
            self.add_public_subnet(zone, 3, ids);
        }
    }

    /// The lab's public subnets.
    pub(super) fn public(&self) -> impl Iterator<Item = &Subnet> {
        let table = self.route_tables.iter().find(|table| table.id == self.public_table);
        self.subnets.iter().filter(move |subnet| table.is_some_and(|table| table.subnets.contains(&subnet.id)))
    }

    /// The lab's private subnets.
    pub(super) fn private(&self) -> impl Iterator<Item = &Subnet> {
        self.subnets.iter().filter(|subnet| self.private.contains(&subnet.id))
    }

    /// Whether instances in the subnet reach the internet through a NAT gateway.
    pub(super) fn has_way_out(&self, subnet: &str) -> bool {
        let tables = self.route_tables.iter().filter(|table| table.subnets.iter().any(|of| of == subnet));
        let mut routes = tables.flat_map(|table| &table.routes);
        routes.any(|route| match &route.target {
            RouteTarget::NatGateway(id) => {
                let available = |nat: &NatGateway| nat.id == *id && nat.state.is_available();
                route.state.is_active() && self.nat_gateways.iter().any(available)
            }
            _ => false,
        })
    }

    /// Deletes every NAT gateway. Routes to them stay, as black holes, and so do their addresses, which go on costing.
    pub(super) fn delete_nat(&mut self) {
        for gateway in &mut self.nat_gateways {
            gateway.state = NatGatewayState::Deleted;
        }
        self.lose_nat();
    }

    /// What led to a NAT gateway leads nowhere any more.
    fn lose_nat(&mut self) {
        for address in &mut self.addresses {
            address.association = None;
        }
        for route in self.route_tables.iter_mut().flat_map(|table| &mut table.routes) {
            if matches!(route.target, RouteTarget::NatGateway(_)) {
                route.state = RouteState::Blackhole;
            }
        }
    }

    /// Whether a NAT gateway works or soon will.
    pub(super) fn has_nat(&self) -> bool {
        self.nat_gateways.iter().any(|gateway| gateway.state.is_billed())
    }

    /// The NAT gateways are gone, and making another fails: routes lead to one that never came to be.
    pub(super) fn fail_nat(&mut self, ids: &mut Ids, now: Timestamp) {
        self.delete_nat();
        let id = self.create_nat(ids, now);
        for gateway in self.nat_gateways.iter_mut().filter(|gateway| gateway.id == id) {
            gateway.state = NatGatewayState::Failed;
            gateway.public_ips.clear();
            gateway.failure_code = Some(NatFailureCode::AlreadyAssociated);
            gateway.failure_message = Some("Elastic IP address is already associated".into());
        }
        self.lose_nat();
    }

    /// A pending NAT gateway in a public subnet, with the private routes pointed to it.
    pub(super) fn create_nat(&mut self, ids: &mut Ids, now: Timestamp) -> String {
        let id = ids.ec2("nat");
        let subnet = self.public().next().map(|subnet| subnet.id.clone());
        // AWS lists a deleted or failed gateway for about an hour only.
        self.nat_gateways.retain(|gateway| gateway.state.is_billed());
        let public_ip = self.attach_address(&id, ids);
        self.nat_gateways.push(NatGateway {
            id: id.clone(),
            state: NatGatewayState::Pending,
            connectivity: "public".into(),
            subnet,
            vpc: Some(self.vpc.clone()),
            public_ips: vec![public_ip],
            availability: Some("zonal".into()),
            zones: Vec::new(),
            created_at: Some(now),
            failure_code: None,
            failure_message: None,
        });
        for table in &mut self.route_tables {
            if table.subnets.iter().any(|subnet| self.private.contains(subnet)) {
                table.routes.retain(|route| route.destination != Some(ANYWHERE));
                table.routes.push(route(ANYWHERE, RouteTarget::NatGateway(id.clone())));
            }
        }
        id
    }

    /// Attaches an address to a gateway: one that is free, else a new one.
    fn attach_address(&mut self, to: &str, ids: &mut Ids) -> String {
        let public_ip = "203.0.113.20".to_owned();
        if self.addresses.is_empty() {
            self.addresses.push(Address {
                id: ids.ec2("eipalloc"),
                public_ip: Some(public_ip.clone()),
                association: None,
            });
        }
        for address in &mut self.addresses {
            address.association = Some(to.to_owned());
        }
        public_ip
    }

    /// A pending NAT gateway becomes available.
    pub(super) fn nat_ready(&mut self, id: &str) {
        for gateway in self.nat_gateways.iter_mut().filter(|gateway| gateway.id == id && gateway.state.is_on_its_way())
        {
            gateway.state = NatGatewayState::Available;
        }
    }
}
