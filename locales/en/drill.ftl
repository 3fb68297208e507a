# Find the fault: the drills. What is seen stands in AWS's words, without what the tutor makes of it.
drill-title = Find the fault

drill-complaint-unreachable = A customer calls: "Your shop doesn't open. My browser waits for a while and gives up."
drill-complaint-code = A customer calls: "Instead of your shop I get a white page that says { $code }."
drill-complaint-error = A customer calls: "Your shop's page comes up, and all it says is that something went wrong."
drill-complaint-unhealthy = A colleague who watches the console calls: "The shop opens, but no target is healthy. Is it safe to leave it at that?"
drill-complaint-redirected = A customer calls: "I open your shop and land on a site that isn't yours."
drill-complaint-answered = A customer calls: "However often I open your shop, I get the same one line with code 503 at once."
drill-complaint-never-scaled = The shop's owner calls: "The shop crawled all through the sale. I thought another branch would open by itself?"

drill-place-way-in = Way in from the internet: gateway, public subnets, network ACL
drill-place-guard = Security group { $name }
drill-place-listener = Listener and its rules
drill-place-delivery = From the target group to the instances
drill-place-group = Auto Scaling group { $name }, with policy and alarms
drill-place-instances = Instances and what they are made from: template, image, role
drill-place-way-out = Way out of the private subnets: routes, NAT gateway

drill-look-map = Map
drill-look-health = Target health
drill-look-rules = Rules
drill-look-routes = Routes
drill-look-alarms = Alarms
drill-look-history = Activity
drill-look-boot = Boot log
drill-look-template = Template

drill-none = none
drill-gateway = Internet gateway { $id }, attached to: { $attached }
drill-block-mode = VPC Block Public Access: { $mode }
drill-rule-counts = { $id }: { $inbound ->
    [one] 1 inbound rule
   *[other] { $inbound } inbound rules
}, { $outbound ->
    [one] 1 outbound rule
   *[other] { $outbound } outbound rules
}
drill-balancer = State { $state }, scheme { $scheme }, IP address type { $address }
drill-zones = Availability Zones and subnets: { $zones }
drill-groups = Security groups: { $groups }
drill-listener = { $listener }: { $action }
drill-rule = Rule { $priority }: if { $conditions }, then { $actions }
drill-target-group = { $port }, target type { $kind }, VPC { $vpc }
drill-health-check = Health check: { $protocol }, path { $path }, port { $port }, success codes { $codes }
drill-registered = Registered targets: { $targets }
drill-attached = Target groups that the Auto Scaling group enters its instances into: { $groups }
drill-size = Desired capacity { $desired }, minimum { $min }, maximum { $max }; instances now: { $count }
drill-group-template = Launch template { $template }, version { $version }
drill-group-checks = Health check type { $kind }; suspended processes: { $suspended }
drill-group-subnets = Subnets: { $subnets }
drill-member = { $id } in { $zone }: { $lifecycle }, { $health }
drill-machine = State { $state }, type { $kind }, subnet { $subnet }, instance profile { $profile }
drill-way-out = NAT gateways in this VPC: { $gateways }

drill-guard = { $id } ({ $name })
drill-inbound = Inbound: { $rule }
drill-outbound = Outbound: { $rule }
drill-acl = Network ACL { $id } of { $subnets }
drill-table = Route table { $id } of { $subnets }
drill-main-table = Main route table { $id }, expressly for { $subnets }
drill-route = { $destination } to { $target }: { $state }
drill-nat = { $id }: { $state }, in { $subnet }, address { $addresses }

drill-policy = Policy { $name } ({ $kind }, { $enabled })
drill-policy-metric = Metric { $metric }, target value { $target }
drill-policy-label = Load balancer and target group: { $label }
drill-policy-alarms = Its alarms: { $alarms }
drill-alarm = Alarm { $name }
drill-alarm-state = State { $state }; actions: { $actions }
drill-alarm-condition = { $condition } for { $points ->
    [one] 1 point
   *[other] { $points } points
}
drill-no-alarms = There is no alarm.
drill-points = Requests per target and minute, newest first
drill-point = { $time }: { $count }
drill-activity = { $time }: { $status }

drill-target = { $id }, port { $port }: { $state }
drill-no-targets = No target is registered.
drill-log = What { $id } printed while it booted
drill-no-log = Nothing is there yet.
drill-no-instance = There is no instance to read a boot log of.
drill-template = { $name }, latest version { $version }
drill-template-image = Image { $image }, type { $kind }
drill-template-profile = IAM instance profile: { $profile }
drill-user-data = User data
drill-image = Image { $id } ({ $name })
drill-image-state = State { $state }, made from { $source }
drill-profile = Instance profile { $name }
drill-roles = Roles in it: { $roles }

drill-fix-open-alb-sg = In { $sg }, admit TCP { $port } from 0.0.0.0/0.
drill-fix-open-alb-outbound = In { $sg }, allow all outbound traffic.
drill-fix-wear-alb-sg = Give { $alb } the security group { $sg }, and no other.
drill-fix-admit-alb = In { $sg }, make TCP { $port } from { $source } the one inbound rule.
drill-fix-open-web-sg = In { $sg }, admit TCP { $port } from 0.0.0.0/0.
drill-fix-alb-anew = Delete { $alb } and make it anew, internet-facing.
drill-fix-alb-subnets = Move { $alb } into the public subnets.
drill-fix-alb-zone = Enable the zone of the instances in { $alb }, with its public subnet.
drill-fix-add-listener = Add a listener HTTP:{ $port } that forwards to { $target }.
drill-fix-forward-listener = Have the listener's default action forward to { $target }.
drill-fix-delete-rule = Delete the listener rule that comes before the default one.
drill-fix-attach-gateway = Attach the internet gateway to { $vpc }.
drill-fix-route-public = Route 0.0.0.0/0 of the public subnets to the internet gateway.
drill-fix-nat-anew = Make a new NAT gateway and route the private subnets to it; then replace the instances.
drill-fix-route-private = Route 0.0.0.0/0 of the private subnets to the NAT gateway that is there; then replace the instances.
drill-fix-acl-rule = Delete the network ACL's rule that denies port { $port }.
drill-fix-block-off = Turn VPC Block Public Access off.
drill-fix-attach-targets = Attach { $target } to { $asg }.
drill-fix-register-by-hand = Register the instances in { $target } by hand.
drill-fix-target-port = Make { $target } anew with port { $port }.
drill-fix-health-path = Set the health check path of { $target } to /.
drill-fix-health-codes = Widen the success codes of { $target } to 200-599.
drill-fix-desired = Set { $asg } back to minimum { $min } and desired capacity { $desired }.
drill-fix-largest = Raise the maximum capacity of { $asg } to { $max }.
drill-fix-resume = Resume the suspended processes of { $asg }.
drill-fix-schedule = Delete the scheduled action, and set the sizes of { $asg } back.
drill-fix-profile = Choose { $profile } in a new template version; then replace the instances.
drill-fix-user-data = Put the user data into a new template version; then replace the instances.
drill-fix-own-secret = Put the ARN of your own secret into the user data of a new template version; then replace the instances.
drill-fix-template-image = Choose { $image } in a new template version.
drill-fix-larger-type = Choose the type { $kind } in a new template version; then replace the instances.
drill-fix-larger-disk = Give the template a larger disk; then replace the instances.
drill-fix-role-rights = Let the role of { $profile } read the archive in S3; then replace the instances.
drill-fix-image-anew = Make { $image } anew from an instance that has pnpm; then replace the instances.
drill-fix-reboot = Reboot the instances.
drill-fix-start-member = Start the stopped instance again, or have the group replace it.
drill-fix-policy-metric = Set the metric of { $policy } to the request count per target.
drill-fix-policy-label = Choose { $target } in { $policy }.
drill-fix-policy-target = Set the target value of { $policy } to { $target }.
drill-fix-policy-anew = Delete { $policy } and make it anew, so that AWS makes its alarms.
drill-fix-alarm-actions = Turn the alarm's actions on again.

drill-give-up = I give up: tell me.
drill-number = Drill { $seed }, grade { $grade } of 3
drill-used = Looks used: { $looks }. Answers: { $tries }.
drill-about = The account of this drill is simulated, and one thing in it is broken. Look around, then say where the way is broken and what mends it. Nothing you see here has been judged by the tutor.
drill-looks = What you can look at
drill-looked-at = { $title } (looked at)
drill-how = A number shows a look, a answers, Esc goes back to the steps.
drill-question-place = Where is the way broken?
drill-question-fix = And what mends it?
drill-place-found = It is broken here: { $place }.
drill-ruled-out = { $choice } (no)
drill-right-place = Right, it is broken there. Now choose what mends it.
drill-wrong-place = Not there. What stands there is as the lesson has it.
drill-wrong-fix = That doesn't mend it: it leaves this fault, or makes another one.
drill-solved = Found and mended.
drill-given-up = No matter: here is what it was.
drill-result = { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}, { $looks ->
    [one] 1 look
   *[other] { $looks } looks
}, { $tries ->
    [one] 1 answer
   *[other] { $tries } answers
}
drill-cause = The cause: { $cause }
drill-evidence = What shows it
drill-consequences = What it breaks as well
drill-repair = What mends it
drill-again = n begins another drill. For the same one elsewhere: ec-site-tutor drill --seed { $seed }
plain-drill-again = "another" begins another drill. For the same one elsewhere: ec-site-tutor drill --seed { $seed }
drill-not-here = This lesson has no drills.
drill-only-demo = Drills need the simulated account. Leave the tutor, then: ec-site-tutor drill
drill-place-keys = In a drill

tui-do-drill = find a fault
tui-do-drill-look = look
tui-do-next-look = next look
tui-do-previous-look = look before
tui-do-drill-answer = answer
tui-do-drill-choose = choose
tui-do-new-drill = another drill

plain-words-drill = drill
plain-words-answer = answer
plain-words-another = another, new
plain-do-drill = find a fault
plain-do-drill-answer = say where it is broken
plain-do-new-drill = another drill
plain-do-drill-number = look at it, or answer
plain-do-drill-back = back to the complaint
plain-drill-choose = Say the number of your answer.
plain-drill-look = Say the number of a look, or "answer".
plain-prompt-drill = Drill. Enter: { $enter } >

usage-drill = Find the fault: the simulated account is broken, name the broken link and what mends it
usage-drill-seed = The drill of this number: the same one for a whole class

evidence-drills-title = Find the fault: drills on the simulated account
evidence-drills-about = The first time that each drill was done. This is the learner's own record; nothing of it happened in AWS.
evidence-drill = { $drill } (--seed { $seed }): { $how }, { $result }, at { $time }
evidence-drill-solved = found and mended
evidence-drill-told = the learner had it told
