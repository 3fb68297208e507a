demo-starts-over = The demo's saved account was left by another version of this program, or can't be read. A new one begins.

# What a learner can do in the simulated account of --demo. Short: about 60 cells with the usual names.
demo-nat-repair = Create a NAT gateway and point the routes to it
demo-nat-delete = Delete the NAT gateway to save money
demo-nat-failed = Create the NAT gateway again, which fails
demo-base-tag = Change the Name tag of { $instance } to { $tag }
demo-base-launch = Launch { $instance } once more
demo-base-terminate = Terminate { $instance }

demo-alb-sg = Create { $group } in { $vpc }, open HTTP only
demo-alb-sg-default-vpc = Create { $group } in the default VPC
demo-alb-sg-name-tag = Enter { $group } as the Name tag only
demo-alb-sg-ssh = Open SSH in { $group } as well
demo-alb-sg-ipv6 = Open { $group } to IPv6 as well

demo-web-sg = Let only { $source } into { $group }
demo-web-sg-open-rule-left = Add a rule for { $source }, leave the open one
demo-web-sg-itself = Let only { $group } itself in

demo-region = Switch to region { $region }

demo-image = Create image { $image } from { $instance }
demo-image-source = Create image { $image } from another instance
demo-image-again = Deregister { $image } and create it again
demo-image-copy-fails = Create { $image } again, but the copy fails
demo-image-deregister = Deregister { $image }

demo-template = Create { $template } as described
demo-template-default = Add a version without user data, keep Default at 1
demo-template-sample-secret = Leave the sample ARN in the user data
demo-template-encoded-twice = Paste user data that is encoded already
demo-template-key-pair = Choose a key pair
demo-template-type = Choose instance type { $kind }
demo-template-no-profile = Forget the instance profile
demo-template-no-rds-sg = Forget the security group { $group }

demo-wizard = Create { $asg } and { $alb } with the wizard
demo-wizard-internal = Run the wizard, leave { $alb } internal
demo-wizard-default-version = Run the wizard, leave { $asg } at version Default
demo-wizard-private-subnets = Run the wizard, put { $alb } in private subnets
demo-wizard-other-zone = Put { $alb } in zone { $other } instead of { $zone }
demo-wizard-wrong-port = Run the wizard, give { $group } port { $port }
demo-wizard-not-attached = Run the wizard, then detach { $group } from { $asg }
demo-schedule-to-zero = Let a scheduled action set { $asg } to 0 for the night
demo-schedule-delete = Delete the scheduled action, set the size of { $asg } back

demo-alb-groups = Give { $alb } only { $group }
demo-alb-groups-web-left = Give { $alb } both { $group } and { $other }
demo-alb-groups-of-instances = Give { $alb } { $group } and { $other }

demo-targets-repair = Repair the network and replace failed instances
demo-build-without-nat = Delete the NAT gateway, then replace an instance
demo-alb-sg-closed = Delete every rule of { $group }
demo-target-by-hand = Register { $instance } in { $group } by hand
demo-balancer-checks-on = Turn on ELB health checks for { $asg }
demo-balancer-checks-off = Turn off ELB health checks for { $asg }
demo-hook-add = Add a launch hook without an answer to { $asg }
demo-hook-delete = Delete the lifecycle hook of { $asg }
demo-target-deregister = Deregister an instance from { $group } by hand

demo-policy = Create { $policy }, { $target } { $target ->
    [one] request
   *[other] requests
} per target
demo-policy-cpu = Create { $policy }, leave the metric at CPU
demo-policy-other-target = Let { $policy } count an older target group
demo-policy-no-scale-in = Create { $policy }, tick Disable scale in
demo-policy-name = Create "{ $policy } " with a space at the end

demo-load = Open { $alb } and send it { $count } { $count ->
    [one] request
   *[other] requests
}
demo-load-too-small = Send { $alb } only 10 requests a minute
demo-load-one-page = Open one page of { $alb }, without load

demo-policy-again = Delete { $policy } and create it again
demo-alarm-delete-high = Delete AlarmHigh by hand
demo-alarm-delete-both = Delete both alarms by hand

demo-scale-by-policy = Set desired back to { $desired } and repeat the load
demo-desired-by-hand = Set desired to { $desired } by hand
demo-alarm-actions-off = Switch the alarms' actions off, then send the load
demo-alarm-actions-on = Switch the alarms' actions on again
demo-visit-now-and-then = Visit { $alb } now and then, for a quarter of an hour
demo-desired-back = Set desired back to the minimum by hand

demo-base-stop = Stop { $instance }
demo-base-restore = Launch { $instance } once more and stop it
demo-member-stop = Stop an instance of { $asg }

demo-clean = Delete { $what }
demo-clean-rule = Take { $source } out of the rules of { $group }
demo-clean-snapshots = Delete the snapshots whose image is gone
demo-clean-address = Release the Elastic IP that nothing uses
