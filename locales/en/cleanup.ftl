usage-cleanup = Show what to delete after the lab, in the order that works, and what is gone already

cleanup-demo = This is the plan for the simulated account. Don't run its commands: they would act on your real account, where the names are the same. To clean up in the demo, open the last step in the tutor and press d.
usage-cleanup-commands = print only the commands that delete, in order, ready to paste

cleanup-evidence-first = If the page to hand in isn't made yet, make it first, with "ec-site-tutor evidence" (in the tutor: E): once this is gone, nothing is left to show on it. "ec-site-tutor cleanup --commands" prints the commands alone, in order, to paste at once.
cleanup-intro = What { $lesson } made, in the order in which deleting it works. The tutor deletes nothing: do it in the console or with the commands, then run this again.
cleanup-line = { $sign } { $number }. { $what } - { $word }
cleanup-there = still there
cleanup-deleting = being deleted
cleanup-gone = not there
cleanup-not-visible = can't be seen
cleanup-done = Nothing of { $lesson } is left.
cleanup-left = { $count ->
    [one] One thing is left to delete.
   *[other] { $count } things are left to delete.
}
cleanup-not-known = Some things can't be seen, so the tutor can't tell whether anything is left.
cleanup-leftovers = Left-overs. They cost and nothing seems to use them. Look at each before you delete it: it may be somebody else's.
cleanup-kept = Keep these, later steps of the course need them:

cleanup-policy = scaling policy { $name }
cleanup-policy-console = EC2 > Auto Scaling Groups > { $asg } > the Automatic scaling tab: select { $name }, then Actions > Delete.
cleanup-policy-note = Its two alarms go with it.
cleanup-group = Auto Scaling group { $name }
cleanup-group-console = EC2 > Auto Scaling Groups: select { $name }, then Actions > Delete, and confirm.
cleanup-group-protected-note = Deletion protection is on: switch it off first (Details > Advanced configurations), or AWS refuses. Then it goes with its instances.
cleanup-group-note = It terminates its instances. Terminating them one by one helps nothing: the group would start others.
cleanup-members = instances of { $name }
cleanup-member = instance { $id } of { $name }
cleanup-member-note = It goes with the group, by itself. That takes a few minutes.
cleanup-template = launch template { $name }
cleanup-template-console = EC2 > Launch Templates: select { $name }, then Actions > Delete template, and confirm.
cleanup-load-balancer = load balancer { $name }
cleanup-load-balancer-console = EC2 > Load Balancers: select { $name }, then Actions > Delete load balancer, and confirm.
cleanup-load-balancer-note = Its listener goes with it. The second command waits until it is gone.
cleanup-target-group = target group { $name }
cleanup-target-group-console = EC2 > Target Groups: select { $name }, then Actions > Delete, and confirm.
cleanup-rule = rule of { $group } that names { $source }
cleanup-rule-console = EC2 > Security Groups > { $group } > Edit inbound rules: delete the rule with the source { $source }, then save.
cleanup-rule-note = AWS deletes no group that a rule still names. { $group } then lets nobody in, until you do { $the_step_instance_security_group } again or give it the rule that you want.
cleanup-security-group = security group { $name }
cleanup-security-group-console = EC2 > Security Groups: select { $name }, then Actions > Delete security groups.
cleanup-security-group-note = If AWS says that something still depends on it (DependencyViolation), the load balancer isn't quite gone: wait a few minutes and try again.
cleanup-image = image (AMI) { $name }
cleanup-image-console = EC2 > AMIs: select { $name }, then Actions > Deregister AMI.
cleanup-image-protected-note = Deregistration protection is on ({ $kind }): switch it off first, or AWS refuses. With a cooldown, AWS goes on refusing for 24 hours after that. Its snapshots may stay and go on costing: see whether they are still there.
cleanup-image-note = Unless you have its snapshots deleted in the same act, they stay and go on costing: delete them next.
cleanup-snapshots = snapshots of { $name }
cleanup-snapshot = snapshot { $id }
cleanup-snapshot-console = EC2 > Snapshots: select { $id }, then Actions > Delete snapshot.
cleanup-orphan-note = Its image (AMI) is gone already. Description: { $description }. If that isn't from this lab, leave it.

cleanup-idle-nat-gateways = NAT gateways that no route leads to
cleanup-idle-nat-gateway = NAT gateway { $id }, to which no route leads
cleanup-nat-gateway-console = VPC > NAT gateways: select { $id }, then Actions > Delete NAT gateway.
cleanup-nat-gateway-note = Its Elastic IP stays and goes on costing. Run this again once the gateway is gone.
cleanup-unused-addresses = Elastic IPs that nothing uses
cleanup-address = Elastic IP { $address }, which nothing uses
cleanup-address-console = EC2 > Elastic IPs: select { $address }, then Actions > Release Elastic IP addresses.
cleanup-address-note = Once released, you don't get this very address back.

cleanup-keep-network = VPC { $vpc } with its subnets, route tables and internet gateway (no charge)
cleanup-keep-groups = Security groups { $first } and { $last } (no charge)
cleanup-keep-one-group = Security group { $group } (no charge)
cleanup-keep-profile = Instance profile { $profile } (no charge)
cleanup-keep-base-stopped = Instance { $name } ({ $id }), stopped: only its disk costs
cleanup-keep-base-running = Instance { $name } ({ $id }), running: stop it as in { $the_step_stop_instance } if you don't need it now
cleanup-keep-nat = NAT gateway { $id }: the way out for the private subnets, { $price } an hour. For a long pause you may delete it and release its Elastic IP. Its routes are black holes then, until you make a new one and point them to it.
cleanup-keep-nat-without-price = NAT gateway { $id }: the way out for the private subnets. For a long pause you may delete it and release its Elastic IP. Its routes are black holes then, until you make a new one and point them to it.
