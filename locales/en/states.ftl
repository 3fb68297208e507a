state-unfamiliar-fix = Look up in the AWS console what it means. A newer version of the tutor may know it.
cause-state-unfamiliar = AWS reports a state that this version of the tutor doesn't know.

vpc-deleting = { $vpc } is being deleted.
cause-being-deleted = It is being deleted.
internet-gateway-leaving = { $gateway } isn't attached to { $vpc } any more ({ $state }).
cause-subnet-unusable = The subnet is there, but AWS reports a state in which nothing can be started in it.
subnet-unusable-fix = VPC console > Subnets: look at the state of { $subnet }. If it stays, delete the subnet and create it again under the same name, and associate it with the route table that leads to the NAT gateway.

route-filtered = AWS lists the route 0.0.0.0/0 to { $target } but doesn't use it (filtered).
route-hole-to-living = Packets on the route 0.0.0.0/0 to { $target } are dropped (blackhole), although AWS lists { $target } as { $state }.
route-unused-fix = In the VPC console, open the route table of this subnet, remove the route 0.0.0.0/0, and add it again with the NAT gateway as its target.
cause-route-unused = The default route is there, but AWS sends no packets along it.

nat-failed = AWS couldn't create the NAT gateway { $nat } (failed). AWS says: { $words }
nat-failed-untold = AWS couldn't create the NAT gateway { $nat } (failed) and doesn't say why.
cause-nat-failed = The default route leads to a NAT gateway that AWS couldn't create.
nat-failed-fix = Read the state message under VPC > NAT gateways. A failed one can't be repaired: create a new one in a public subnet, then edit the route 0.0.0.0/0 so that it leads there. AWS removes the failed one by itself after about an hour.
nat-failed-addresses-fix = Its subnet has no free address left. Create a new NAT gateway in another public subnet, or free addresses in this one, then edit the route 0.0.0.0/0 so that it leads to the new one.
nat-failed-gateway-fix = Attach an internet gateway to the VPC first. Then create a new NAT gateway in a public subnet, and edit the route 0.0.0.0/0 so that it leads there.
nat-failed-allocation-fix = Its Elastic IP address couldn't be used. Create a new NAT gateway with an Elastic IP address that exists and is free, then edit the route 0.0.0.0/0 so that it leads to the new one.
nat-failed-associated-fix = Its Elastic IP address is in use elsewhere. Create a new NAT gateway with a free one, then edit the route 0.0.0.0/0 so that it leads to the new one.
nat-failed-internal-fix = The fault is on the side of AWS. Create a new NAT gateway in a public subnet, then edit the route 0.0.0.0/0 so that it leads there.
nat-failed-subnet-fix = Its subnet doesn't exist. Create a new NAT gateway in a public subnet, then edit the route 0.0.0.0/0 so that it leads there.
nat-deleting = The NAT gateway { $nat } of the route 0.0.0.0/0 is being deleted and carries nothing any more.
nat-deleted = The NAT gateway { $nat } of the route 0.0.0.0/0 was deleted.
cause-nat-deleting = The default route leads to a NAT gateway that is being deleted.

image-disabled-fix = EC2 console > AMIs: choose { $image } (the filter Disabled images shows it), then Actions > Enable AMI.
cause-image-disabled = Somebody disabled the image, and nothing can be launched from it until it is enabled again.
image-snapshot-lost = { $image } is pending and won't get ready: its snapshot { $snapshot } is { $state }.
alb-impaired-fix = It carries traffic, but it lacks what it needs to grow, mostly free addresses in its subnets. For this lab that is enough.

in-service-unhealthy = { $id } is InService, but the group calls it Unhealthy and is going to replace it.
in-service-unhealthy-fix = Wait for the replacement, and look under Activity for what made it unhealthy: if that stays, the next instance goes the same way.
cause-member-unhealthy = The group calls its instance Unhealthy and is about to replace it.
in-service-standby = { $id } is in { $state }: somebody set it aside. It runs and costs, but gets no customers until somebody brings it back.
in-service-standby-fix = EC2 > Auto Scaling Groups > your group > Instance management: choose the instance, then Actions > Set to InService.
cause-member-standby = The group's instance is in standby and doesn't come back by itself.
in-service-detaching = { $id } is Detaching: somebody is taking it out of the group. It runs on by itself and goes on costing.
in-service-detaching-fix = The group starts another one unless its desired number was lowered: then set that back. If you don't need the detached instance any more, terminate it.
cause-member-detached = Somebody is taking an instance out of the group.
in-service-warm = { $id } is { $state }: it waits in the group's warm pool and gets no customers.
in-service-warm-fix = The lab has no warm pool. Under EC2 > Auto Scaling Groups > your group > Instance management > Warm pool, delete it; the group then starts its instances in the ordinary way.
cause-member-warm = The group's instances wait in a warm pool instead of serving.
in-service-volume-fix = Wait. The group is giving the instance a new root volume, and takes it back into service after that.

member-held = { $id } is in { $state }: a lifecycle hook has held it since { $since }.
member-held-untold = { $id } is in { $state }: a lifecycle hook holds it.
launch-held = { $words } ({ $status }): the instance was started, and a lifecycle hook holds it.
cause-hook-holds = A lifecycle hook of the group holds the instance back.
hook-fix = Something must answer the hook: complete-lifecycle-action with the result CONTINUE lets the instance go on. Otherwise it is held until the hook's heartbeat timeout, an hour unless set otherwise, and then the hook's default result decides. The lab has no hooks: delete it under EC2 > Auto Scaling Groups > your group > Instance management > Lifecycle hooks.
scale-out-held = The policy had this instance started, and a lifecycle hook kept it from service ({ $words }). The lab has no hooks: delete it under Instance management > Lifecycle hooks.

healthy-draining-fix = Wait. The target finishes what it has begun and then leaves the target group. If nobody took it out on purpose, see whether the target group is still attached to the Auto Scaling group.
healthy-internal-fix = The fault is on the side of AWS and mostly passes. If it stays, terminate this instance and let the group start another; the AWS Health Dashboard says whether something is wrong in the region.
cause-target-internal-error = The load balancer can't check the target because of an internal error of its own.
healthy-check-off-fix = EC2 > Target Groups > your group > Health checks > Edit: switch health checks on.
cause-health-check-off = The target group's health checks are switched off, so nothing tells whether the shop answers.

launch-called-off = The policy's launch was cancelled before the instance was in service. AWS doesn't say why.
cause-launch-called-off = The launch was cancelled.
