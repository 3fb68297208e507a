what-launch-template = launch template { $name }
what-user-data = user data in a form that can be read
what-auto-scaling-group = Auto Scaling group { $name }
what-load-balancer = load balancer { $name }
what-target-group = target group { $name }
what-scaling-policy = scaling policy { $name }
in-other-vpc = It stands in { $found }, and the lab's VPC is { $wanted }.

template-expected = Launch template { $template } exists
template-why = It holds everything that AWS must know to start one more web instance without asking you.
template-fix = EC2 console > Launch Templates > Create launch template, with the name { $template }.
template-actual = { $id }, latest version { $version }
template-none = none
template-new-version = { $change } A version can't be edited: choose Actions > Modify template (Create new version).

template-image-expected = It starts your image { $image }
template-image-why = Only this image has the tools that the start-up script relies on.
template-image-fix = Under My AMIs > Owned by me, choose { $image }.
template-image-other = It names { $found }, which is { $name }. The right one is { $wanted }.
template-image-foreign = It names { $found }, which isn't one of your images, or not any more. The right one is { $wanted }.
template-image-resolved-fix = The template takes the image from a parameter, which the tutor can't read. Make sure that it gives { $image }, then confirm.

template-type-expected = Instance type { $kind }
template-type-why = A smaller type may run out of memory while it builds the shop, and a larger one costs more.
template-type-fix = Choose the instance type { $kind }.

template-key-expected = No key pair
template-key-why = You log in through Session Manager. A key that nobody needs can only be lost.
template-key-fix = Under Key pair, choose to go without one ("Proceed without a key pair" or the like).

template-groups-expected = Security groups: { $groups }, and no other
template-groups-why = One lets the load balancer in, the other opens the way to the database. Any further group would open more than is needed.
template-groups-fix = Choose exactly these security groups of { $vpc }: { $groups }.
template-groups-by-name = The groups are given by name, which AWS accepts in the default VPC only: { $names }

template-profile-expected = Instance profile { $profile }
template-profile-why = With it the instance fetches the shop and the database secret, and lets you in through Session Manager.
template-profile-fix = Under Advanced details, choose the IAM instance profile { $profile }.

template-tag-expected = Its instances get the tag { $key } = { $value }
template-tag-why = By this name you tell the group's instances from the base instance. Stopping the wrong one would only make the group replace it.
template-tag-fix = Under Resource tags, add { $key } = { $value } for the resource type Instances.

template-description-expected = The version description is "{ $description }"
template-description-why = It tells later readers what changed in this version. This is only advice.
template-description-fix = Leave it. Each new version can have a description of its own.

user-data-expected = User data fetches, builds and starts the shop
user-data-why = Auto Scaling starts instances when nobody is there. This script is all that they are told.
user-data-actual = The script deploys the shop. Secret: { $arn }
user-data-missing = There is no user data.
user-data-missing-fix = Paste the script into Advanced details > User data, in a new version of the template: ec-site-tutor snippet user-data
user-data-not-text = What is stored isn't a text in base64, so it isn't a script.
user-data-encoded-twice = The script is encoded in base64 twice, so the instance gets gibberish.
user-data-encoding-fix = Make a new version, paste the plain script, and leave the box "User data has already been base64 encoded" empty.
user-data-no-shebang = The script doesn't begin with #!, so it never runs. Its first line is: { $found }
user-data-no-shebang-fix = Make a new version in which #!/bin/bash is the very first line, with nothing before it.
user-data-other-language = The script isn't a shell script, so the tutor can't follow it.
user-data-secret-computed = The script finds the secret's ARN only when it runs, so the tutor can't judge it.
user-data-secret-computed-fix = Make sure that .env gets the ARN of your own secret, then confirm.
user-data-placeholder = A sample stands where your secret's ARN should be: { $arn }
user-data-secret-account = { $arn } belongs to account { $found }, and yours is { $wanted }.
user-data-secret-region = { $arn } is in { $found }, and this lab is in { $wanted }.
user-data-secret-malformed = What stands there isn't the ARN of a secret: { $found }
user-data-secret-fix = Copy your secret's ARN from Secrets Manager, and put it behind { $key }= in a new version of the template.
user-data-not-fetched = The script never fetches the shop's archive from S3.
user-data-other-fetched = The script fetches { $found }, not the shop's archive.
user-data-archive-fix = Make a new version with this line: aws s3 cp { $archive } /root/
user-data-not-unpacked-fix = Make a new version in which unzip -o follows the line that fetches the archive.
user-data-env-elsewhere = The script writes the secret's ARN to { $found }, and the shop reads { $wanted }.
user-data-env-early = The script writes .env before its folder is there.
user-data-env-fix = After unpacking, write one line to .env in the folder { $folder }: { $key }= and your secret's ARN.
user-data-stage-install = install packages
user-data-stage-build = build
user-data-stage-start = start
user-data-undone = One step is missing or comes too early: { $stage }.
user-data-elsewhere = One step happens in the wrong folder, { $found }: { $stage }.
user-data-stage-fix = After unpacking, and in the folder { $folder }: pnpm install, then pnpm build, then pm2 start.
user-data-tool = This step calls { $program }, which isn't found: { $stage }.
user-data-tool-fix = Call pnpm and pm2 by their full path, in { $tools } (pnpm 11 and later: { $tools }/bin), or put that folder into PATH.

line-ends-expected = The script has plain line ends (LF)
line-ends-why = The instance turns Windows line ends into plain ones before it runs the script, so this is only advice. Other tools don't.
line-ends-plain = plain (LF)
line-ends-windows = Windows (CRLF)
line-ends-fix = Leave it, or save the file with LF line ends before you make the next version.

asg-expected = Auto Scaling group { $asg } exists
asg-why = It keeps the number of instances that you want, and later the number that the customers need.
asg-fix = EC2 console > Auto Scaling Groups > Create Auto Scaling group, with the name { $asg }.
asg-deleting-fix = Wait until { $asg } is gone from the list, which can take some minutes: until then AWS refuses another group of this name. Then create it anew.
asg-template-expected = It uses the latest version of { $template }
asg-template-why = With Latest, the next instance has your newest correction. With Default it would go on with the old version.
asg-template-fix = Edit the launch template section of { $asg }: template { $template }, version Latest.
asg-template-none = It uses no launch template.
asg-override-found = It takes the latest version of { $template }, and its mixed instances policy launches something else: { $others }
asg-override-type = type { $found } instead of { $wanted }
asg-override-image = image { $found } instead of { $wanted }
asg-override-template = template { $found }
asg-override-requirements = any type that meets its requirements
asg-override-spot = { $base ->
    [0] spot instances, { $percent } %
   *[other] spot instances, { $percent } % of those above { $base }
}
asg-override-fix = Edit the instance type requirements of { $asg } so that they follow { $template } again: no other type, image or template, and no spot instances. Instances that run keep what they were launched with until the group replaces them.
asg-subnets-expected = It runs in { $subnets }, and nowhere else
asg-subnets-why = In a private subnet nobody on the internet can reach an instance directly. Two zones keep the shop open if one fails.
asg-subnets-none = none
asg-subnets-fix = Edit the network section of { $asg } and choose exactly these subnets: { $subnets }
asg-size-expected = Min { $min }, max { $max }, and a desired number between them, at first { $desired }
asg-size-why = Min keeps the shop open, and max is your spending limit.
asg-size-actual = desired { $desired }, min { $min }, max { $max }
asg-size-advice = This is only advice: the lesson begins with a desired number of { $desired }, so that you see the group grow by itself later.
asg-size-fix = Edit the group's capacity: desired { $desired }, min { $min }, max { $max }.

attached-expected = { $target_group } is attached to { $asg }
attached-why = Only then does the group enter its instances into the list that the load balancer works with.
attached-none = No target group is attached.
attached-fix = Edit the load balancing section of { $asg } and choose { $target_group }.

alb-expected = Application load balancer { $alb } stands in { $vpc }
alb-why = It is the one address that customers know.
alb-fix = Create the application load balancer { $alb } in { $vpc } under EC2 > Load Balancers. One of the same name must be deleted first.
alb-kind = It is of another kind: { $found }
alb-scheme-expected = It faces the internet
alb-scheme-why = An internal load balancer has private addresses only, so no customer reaches it. In the console's wizard, Internal may be chosen.
alb-scheme-fix = The scheme can't be changed. Delete { $alb } and create it again with the scheme Internet-facing.
alb-address-type-fix = Open { $alb } > Network mapping > Edit IP address type, and choose IPv4.
alb-zones-expected = It stands in public subnets, in every zone in which the group runs instances
alb-zones-why = It gets customers only in a public subnet, and sends nobody to an instance in a zone where it doesn't stand.
alb-zones-private = These subnets have no route to an internet gateway: { $subnets }
alb-zones-missing = It isn't in these zones of the group: { $zones }
alb-zones-fix = Open { $alb } > Network mapping > Edit subnets, and choose the public subnet in each zone of the group.

listener-expected = Its listener HTTP:{ $port } forwards to { $target_group }
listener-why = Without it customers ring, and nobody passes them on.
listener-none = It has no listener.
listener-fix = Open { $alb } > Listeners and rules: HTTP on port { $port } must forward to { $target_group } and to nothing else.

target-group-expected = Target group { $target_group } takes instances of the lab's VPC, HTTP on port { $port }
target-group-why = It is the list of instances that may get customers, with the health check that decides who gets them now.
target-group-fix = Create { $target_group } under EC2 > Target Groups: type Instances, HTTP, port { $port }, VPC { $vpc }. These settings can't be changed later, so delete a wrong one first.

alb-groups-expected = It carries { $groups }, and no other security group
alb-groups-why = By this group customers come in, and by it the instances recognise the load balancer. The wizard may give it the instances' groups instead, and every group that stays beside lets in what it lets in elsewhere.
alb-groups-none = none
alb-groups-fix = Open { $alb } > Security > Edit, take out every other group, and leave only: { $groups }

alb-active-expected = { $alb } is active
alb-active-why = Before that its name leads nowhere.
alb-provisioning-fix = Wait. A new load balancer is mostly ready within minutes; AWS promises no time.
alb-broken-fix = Read the reason above. If it stays, delete { $alb } and create it again.

in-service-expected = The instances of { $asg } are in service
in-service-why = The group starts them from your template. InService means that the machine runs, not yet that the shop does.
in-service-none = The group has no instance.
in-service-none-fix = Open { $asg } > Activity and read why none was started. Processes may be suspended.
in-service-fix = Wait. A new instance is mostly in service after one or two minutes.
in-service-desired = The group wants { $desired } { $desired ->
    [one] instance
   *[other] instances
}.
in-service-desired-fix = Edit the group's capacity and set the desired number back.
in-service-stopped = { $id } was stopped, so the group replaces it.
in-service-replaced-fix = Wait until the group has started another one. To have fewer instances, change the group, not the instance.

healthy-expected = The targets of { $target_group } are healthy
healthy-why = In service says that the machine runs. Healthy says that the shop answers.
healthy-none = No instance of the group is in the target group.
healthy-none-fix = Attach the target group: EC2 > Auto Scaling Groups > your group > Edit the load balancing section.
healthy-wait-fix = Wait. A new instance builds the shop first, and then needs some good health checks in a row. That takes up to 15 minutes.
healthy-timeout-fix = The packets get lost on the way: in a security group, a network ACL, or on the instance itself.
healthy-failed-checks-fix = The machine is there, and the shop isn't. Read the boot log: EC2 > Instances > Actions > Monitor and troubleshoot > Get system log. User data runs only once, so after a repair terminate this instance and let the group start another.
healthy-code-fix = The shop answers { $path } with another code than { $codes }. Look at its own log through Session Manager.
healthy-codes-fix = Target group > Health checks > Edit: success codes 200 instead of { $codes }.
healthy-not-in-use-fix = The load balancer sends nobody there. Look whether a listener forwards to this target group, and whether the load balancer stands in the zone of this target.
healthy-other-fix = Read the reason code above. If it stays, terminate this instance and let the group start another.

members-expected = The targets are exactly the instances of { $asg }
members-why = The group enters its own instances and strikes them off. What was entered by hand stays, broken or not.
members-strangers = These targets don't belong to the group: { $targets }
members-strangers-fix = Open { $target_group } > Targets, choose these and click Deregister: { $targets }
members-absent = These instances are in service, and not in the target group: { $instances }
members-absent-fix = Terminate them and let the group start others, which it enters by itself.

policy-expected = { $asg } has the target tracking policy { $policy }
policy-why = It is the rule by which the group grows and shrinks.
policy-fix = Open { $asg } > Automatic scaling > Create dynamic scaling policy: Target tracking scaling, with the name { $policy }.
policy-disabled = { $policy } is disabled.
policy-disabled-fix = Open Automatic scaling, choose the policy, and enable it: Actions > Enable.
policy-metric-expected = It tracks { $metric }
policy-metric-why = Requests per target fall when an instance joins. That is what a target needs.
policy-metric-other = another metric
policy-metric-fix = Edit { $policy }: metric type "Application Load Balancer request count per target".
policy-label-expected = It counts the requests of { $target_group } behind { $alb }
policy-label-why = The label names them by id. If one was deleted and made again, the policy goes on counting the old one, which has no customers.
policy-label-none = no label
policy-label-fix = Edit { $policy } and choose the target group { $target_group } again.
policy-target-expected = It keeps { $value } { $value ->
    [one] request
   *[other] requests
} per target and minute
policy-target-why = The number is small on purpose, so that the load of { $the_step_load } sets it off.
policy-target-none = none
policy-target-fix = Edit { $policy }: target value { $value }.
policy-scale-in-expected = It may scale in
policy-scale-in-why = Otherwise instances that were added for a rush stay for ever, and so do their costs.
policy-scale-in-disabled = Scale in is disabled.
policy-scale-in-enabled = Scale in is enabled.
policy-scale-in-fix = Edit { $policy } and take the tick out of "Disable scale in to create only a scale-out policy".

site-expected = The site answers through { $alb }
site-why = It is the first proof that the whole way works, from the internet to the page.
site-answered = http://{ $name } answers with { $status }.
site-answered-by-rule = http://{ $name } answers with { $status }. Rule { $number } of the listener catches every customer first: { $action }
listener-rule-fix = Under EC2 > Load Balancers > Listeners and rules, delete rule { $number } of the listener, or narrow its conditions so that they leave out the front page. The default rule already sends everybody to the target group.
site-answered-by = http://{ $name } answers with { $status }, this time from instance { $instance }.
site-last-resort = http://{ $name } answers with { $status }, although no target is healthy. A load balancer without a healthy target sends customers to all of them, so this answer proves little.
site-last-resort-fix = See { $the_step_targets } for what the targets lack. The way is proved once the site answers and a target is healthy.
site-internal = http://{ $name } can't be reached, because the load balancer is internal.
site-not-reached = http://{ $name } can't be reached from here. { $what } { $detail }
site-not-reached-fix = Open http://{ $name } in your browser, with http and not https. If you see the shop, confirm it.
site-name-not-resolved = The name has no address here.
site-refused = The connection was refused.
site-timed-out = There was no answer in time.
site-other-failure = The connection failed.
site-502-fix = 502: what the load balancer sent the customer to gave no proper answer. That is normal while a new instance builds the shop. { $first_step_targets } says how the targets are.
site-503-fix = 503: the load balancer had no target to send the customer to. That is normal while a single instance is being replaced. { $first_step_targets } says how the targets are.
site-504-fix = 504: no target answered in time. { $first_step_targets } says how the targets are.
site-5xx-fix = The shop itself reports an error. Look at its log through Session Manager.

load-expected = More than { $value } { $value ->
    [one] request
   *[other] requests
} per target in one minute, or a scale-out by the policy
load-why = Without load the policy has nothing to answer.
load-highest = highest value of the last hours: { $count }
load-none = No visit was counted in the last hours.
load-fix = Run the load to its end: the script of this step, in CloudShell (ec-site-tutor snippet load).
load-wait-fix = Customers are being counted. The numbers reach CloudWatch minutes late, so keep the load running and check again.

alarm-expected = { $policy } has its alarm { $alarm }
alarm-high-why = Three busy minutes in a row make it ring, and the group grows.
alarm-low-why = Fifteen quiet minutes in a row make it ring, and the group shrinks. While nobody visits there may be no numbers: then it keeps its state or has insufficient data, and the group may stay large.
alarm-deleted = The policy names { $name }, which doesn't exist any more.
alarm-none = The policy names no { $alarm }.
alarm-fix = Delete { $policy } and make it again as in { $the_step_scaling_policy }: new alarms come with it.

scale-out-expected = The history holds a launch that { $policy } asked for
scale-out-why = The cause proves that the group grew by itself, and not by your hand.
scale-out-none = No launch in the history names the policy's AlarmHigh alarm.
scale-out-fix = Run the load of { $the_step_load } once more, to its end. The alarm wants three busy minutes in a row.
scale-out-wait-fix = The load is there. The alarm rings once it has the numbers of three busy minutes, five to six minutes after the first of them, and then the group starts instances. Check again in a few minutes.
scale-out-launching-fix = The instance that the policy asked for is starting. After that it may be called warming up for some minutes, though it serves already. Check again in a little while.
scale-out-by-hand-fix = This change was made by hand. Set the desired capacity back, run the load once more, and let the policy do it.
scale-out-at-max = The group already has the most instances that it may have: { $max }.
scale-out-at-max-fix = No load lets it grow further. See that the maximum is the lesson's, set the desired capacity back, and wait until the group has shrunk. Only then run the load again.

scaled-in-expected = Once the load is over, the group is back at its minimum
scaled-in-why = Instances that were added go on costing until the group has shrunk.
scaled-in-wait-fix = Wait. After enough quiet minutes AlarmLow rings, and the group shrinks step by step. Go on opening the site now and then.
scaled-in-no-points-since = The group stays at { $desired } { $desired ->
    [one] instance
   *[other] instances
}. The last number in CloudWatch is of { $time }.
scaled-in-no-points = The group stays at { $desired } { $desired ->
    [one] instance
   *[other] instances
}. CloudWatch has no number of the last hours.
scaled-in-fix = Open the site once every ten seconds for a quarter of an hour: then AlarmLow has its numbers and rings. If you can't wait, set the group's desired capacity back to { $min }.
scaled-in-actions-off-fix = Open CloudWatch > Alarms > { $alarm } > Actions > Alarm actions > Enable.

stopped-expected = { $instance } is stopped
stopped-why = It serves nobody any more, and while it runs it costs.
stopped-fix = EC2 console > Instances > choose { $instance } > Instance state > Stop instance.
stopped-wait-fix = It is stopping. That takes a minute or two, and you don't need to do anything.
stopped-member-fix = You stopped { $id }, which belongs to the group: the group replaces it by itself. Stop { $instance } instead.
stopped-terminated-fix = It can't be brought back. If you want a spare, launch one from your image, name it { $instance } and stop it.

image-source-gone = It was made from { $found }, which AWS doesn't list any more.
image-source-gone-fix = If that was { $instance }, confirm it. Otherwise deregister the image and create it again.

user-data-metadata-off = The template switches the instances' metadata off, so that the script never reaches them.
user-data-metadata-fix = In a new version of the template, under Advanced details, set Metadata accessible to Enabled.

# Kinds for other lessons
alb-scheme-internal-expected = It is internal
alb-scheme-internal-why = Only what stands in the VPC, or is connected with it, is to reach this load balancer.
alb-scheme-internal-fix = The scheme can't be changed. Delete { $alb } and create it again with the scheme Internal.
alb-zones-internal-expected = It stands in every zone in which the group runs instances
alb-zones-internal-why = A load balancer sends requests only to targets in zones that are enabled for it.
alb-zones-internal-fix = Open { $alb } > Network mapping > Edit subnets, and choose a subnet in each zone of the group.
target-group-codes-fix = Target group > Health checks > Edit: success codes { $codes }.
cause-health-check-codes-set = The health check doesn't take the codes { $codes }.
listener-any-expected = Listens for { $protocol } on port { $port } and { $action }
listener-any-fix = Open { $alb } > Listeners and rules: { $protocol } on port { $port }, with a default action that { $action }.
listener-action-forward = forwards to { $groups } alone
listener-action-redirect = redirects to { $protocol } on port { $port }
listener-action-fixed = answers with { $code }
listener-not-on = Nothing listens on port { $port }.
listener-no-certificate = It has no certificate.
listener-certificate-fix = Give the listener the default certificate { $certificate }.
rule-expected = A rule for { $condition } forwards to { $groups } alone
rule-why = Without its rule, a request gets the listener's default action.
rule-fix = Open { $alb } > Listeners and rules > the listener on port { $port }: a rule for { $condition } must forward to { $groups } and to nothing else.
rule-none = It has no rule but the default one.
rule-shadowed = { $earlier } comes first and takes what { $rule } is for.
rule-shadowed-fix = Give the rule that asks for more the lower number: rules are tried from the lowest priority value up.
rules-expected-in = Inbound rules of { $group } let in exactly { $rules }
rules-expected-in-at-least = Inbound rules of { $group } let in { $rules }
rules-expected-out = Outbound rules of { $group } let out exactly { $rules }
rules-expected-out-at-least = Outbound rules of { $group } let out { $rules }
rules-why = A security group lets pass what one of its rules names, and nothing else.
rules-missing-fix = Add what is missing: { $rules }
rules-excess-fix = Take out what isn't asked for: { $rules }
any-of-expected = One of: { $all }
any-of-why = There is more than one right way here.
any-of-fix = Make one of them right.
not-expected = Not: { $what }
not-why = What is there besides gets in the way, or costs.
not-fix = Take it away.
