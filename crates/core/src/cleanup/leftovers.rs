//! What only costs, wherever it comes from: the tutor can't know that it is the lab's, so the learner looks first.

use super::command::option;
use super::{Item, Kind, Site, State, not_visible};
use crate::account::resources::{Address, Image, NatGateway, RouteTarget};
use crate::console::{Console, encoded};
use crate::cost::leftovers::unattached;
use crate::i18n::Text;
use crate::msg;
use crate::verify::ResourceKind;

impl Site<'_> {
    /// Other images of the base instance, NAT gateways that no route leads to, addresses that nothing uses.
    pub(super) fn leftovers(&mut self) {
        self.other_images();
        self.nat_gateways();
        self.addresses();
    }

    /// Images of the base instance under another name, such as a misspelt one.
    fn other_images(&mut self) {
        let images = self.snapshot.images.seen().map(Vec::as_slice).unwrap_or_default();
        let is_other = |image: &&Image| {
            !self.lab.makes(ResourceKind::Image, Some(&image.image_name))
                && !image.state.is_gone()
                && self.is_of_base(image)
        };
        let others: Vec<Item> = images.iter().filter(is_other).map(|image| self.image(image)).collect();
        self.items.extend(others);
    }

    fn nat_gateways(&mut self) {
        let what = msg!(cleanup_idle_nat_gateways);
        let (gateways, tables) = match (self.snapshot.nat_gateways.seen(), self.snapshot.route_tables.seen()) {
            (Ok(gateways), Ok(tables)) => (gateways, tables),
            (Err(unseen), _) | (_, Err(unseen)) => {
                return self.items.push(Item::bare(Kind::NatGateway, what, not_visible(unseen)));
            }
        };
        let used = |id: &String| {
            let mut routes = tables.iter().flat_map(|table| &table.routes);
            routes.any(|route| route.target == RouteTarget::NatGateway(id.clone()))
        };
        let is_idle = |gateway: &&NatGateway| gateway.state.is_available() && !used(&gateway.id);
        let idle: Vec<Item> = gateways.iter().filter(is_idle).map(|gateway| self.nat_gateway(gateway)).collect();
        self.items.extend(idle);
    }

    fn nat_gateway(&self, gateway: &NatGateway) -> Item {
        let id = option("nat-gateway-id", &gateway.id);
        Item {
            kind: Kind::NatGateway,
            resource: Some(gateway.id.clone()),
            what: msg!(cleanup_idle_nat_gateway, id = &gateway.id),
            state: State::There,
            console: Some(msg!(cleanup_nat_gateway_console, id = &gateway.id)),
            link: self.aws.region.map(|region| nat_gateway_page(region, &gateway.id)),
            commands: vec![self.aws.command(&["ec2", "delete-nat-gateway", &id])],
            note: Some(msg!(cleanup_nat_gateway_note)),
        }
    }

    fn addresses(&mut self) {
        let what = msg!(cleanup_unused_addresses);
        let found: Vec<Item> = match self.snapshot.addresses.seen() {
            Ok(all) => unattached(all, self.snapshot).map(|address| self.address(address)).collect(),
            Err(unseen) => vec![Item::bare(Kind::ElasticIp, what, not_visible(unseen))],
        };
        self.items.extend(found);
    }

    fn address(&self, address: &Address) -> Item {
        let shown = address.public_ip.as_ref().map_or_else(|| Text::verbatim(&address.id), Text::verbatim);
        let id = option("allocation-id", &address.id);
        Item {
            kind: Kind::ElasticIp,
            resource: Some(address.id.clone()),
            what: msg!(cleanup_address, address = shown.clone()),
            state: State::There,
            console: Some(msg!(cleanup_address_console, address = shown)),
            link: self.page("ElasticIpDetails:AllocationId=", &address.id),
            commands: vec![self.aws.command(&["ec2", "release-address", &id])],
            note: Some(msg!(cleanup_address_note)),
        }
    }
}

fn nat_gateway_page(region: &str, id: &str) -> String {
    Console::of(region).vpc(&format!("NatGatewayDetails:natGatewayId={}", encoded(id)))
}
