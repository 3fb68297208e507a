# The map of the learner's own wiring.
map-head = Account { $account }, region { $region }, read at { $time }

map-mark-right = works
map-mark-waiting = AWS is working on it
map-mark-wrong = broken
map-mark-absent = not there
map-mark-unseen = not visible
map-mark-aside = plays no part
map-finding = { $step } { $check }: { $what }
map-words = { $what } - { $word }

map-not-visible = Not visible: it could not be read.
map-not-there = Not there yet.
map-comes = Not there yet. It comes in step { $step }.
map-two = { $one }, { $two }

map-internet = Internet
map-gateway = Internet gateway { $gateway }
map-gateway-none = No internet gateway is attached to the VPC.
map-gateway-unseen = The internet gateway is not visible.
map-way-in-anyone = Anyone may come in on TCP { $port }.
map-way-in-some = On TCP { $port } only these may come in: { $who }
map-way-in-nobody = Nobody may come in on TCP { $port }.
map-way-in-unseen = Who may come in on TCP { $port } is not visible.
map-way-in-blocked = VPC Block Public Access ({ $mode }) lets nobody from the internet into { $subnet }.
map-way-in-no-ipv4 = It has no public IPv4 address: only customers with IPv6 come in.
map-way-in-internal = Customers from the internet don't reach an internal load balancer.

map-balancer = Load balancer { $name }
map-state-active = active
map-state-provisioning = provisioning
map-state-impaired = active, but impaired
map-state-failed = failed
map-scheme-internet = internet-facing
map-scheme-internal = internal
map-stands-in = Stands in { $zone }: { $kind } { $subnet }
map-subnet = subnet
map-subnet-public = public subnet
map-subnet-private = private subnet
map-groups = Security groups: { $groups }
map-groups-none = It carries no security group.

map-listener = Listener { $listener } forwards to { $targets }
map-listener-other = Listener { $listener }: { $action }
map-rule = Rule { $number } catches every customer first: { $action }
map-action-redirect = sends customers to another address
map-action-fixed = answers by itself, always the same
map-action-nowhere = forwards to nothing

map-target-group = Target group { $name }
map-receives = { $protocol }; health check { $path }, expects { $codes }
map-targets = { $healthy } of { $all } healthy
map-targets-none = No target is entered.
map-health-unseen = The health of the targets is not visible.
map-stranger = { $target } ({ $name }): { $state }, not of the group
map-attached = { $asg } enters its instances here.
map-not-attached = { $asg } doesn't enter its instances here.

map-group = Auto Scaling group { $name }
map-size = min { $min }, desired { $desired }, max { $max }; in service: { $count }
map-in-subnet = { $kind } { $subnet }
map-zone-empty = No instance here at the moment.
map-zone-unserved = The load balancer doesn't stand in this zone.
map-member = { $id }: { $lifecycle }, { $state }
map-member-why = { $id }: { $lifecycle }, { $state } ({ $reason })
map-member-no-target = { $id }: { $lifecycle }, not in the target group
map-member-unseen = { $id }: { $lifecycle }, health not visible
map-state-healthy = healthy
map-state-unhealthy = unhealthy
map-state-initial = initial
map-state-draining = draining
map-state-unused = unused
map-state-unavailable = health unavailable
map-way-out = Way out: { $target }
map-way-out-broken = Way out: { $what }
map-way-out-unseen = The way out is not visible.
map-nat = NAT gateway { $nat }

map-guards = Security groups: who lets whom in
map-guard = { $name }
map-guard-idle = { $name } - nothing carries it
map-guard-on = { $name } - on { $carriers }
map-guard-members = { $count ->
    [one] one instance of { $asg }
   *[other] { $count } instances of { $asg }
}
map-lets-in = Lets in { $who }: { $what }
map-lets-nobody = Lets nobody in.
map-anyone = anyone ({ $block })
map-traffic-all = all traffic

map-beside = Beside it
map-spare = Base instance { $name }
map-spare-state = { $id }: { $state }
map-state-pending = pending
map-state-running = running
map-state-stopping = stopping
map-state-stopped = stopped
map-state-shutting-down = shutting down
map-state-terminated = terminated

map-unseen-title = Not visible
map-unseen = { $what }: { $why }
map-unseen-denied = { $action } was refused.
map-unseen-not-asked = The tutor didn't ask.
map-area-vpcs = VPCs
map-area-gateways = internet gateways
map-area-subnets = subnets
map-area-routes = route tables
map-area-nat = NAT gateways
map-area-groups = security groups
map-area-prefix-lists = prefix lists
map-area-instances = instances
map-area-asg = Auto Scaling groups
map-area-balancers = load balancers
map-area-listeners = listeners
map-area-target-groups = target groups
map-area-health = target health

tui-place-map = On the map
tui-map-not-read = Nothing has been read of your account yet. Press Enter to check it; then its wiring is drawn here.
map-title = Map of the wiring
map-no-plan = This lesson has nothing to draw.
map-nothing-visible = Nothing of the account could be read, so there is no map. { $why }
map-partly-visible = The map doesn't show everything. { $what }
usage-map = Draw the account's own wiring, from the internet to the instances
usage-map-svg = Write the map as an SVG picture to this file; - is stdout
