near-label-unnamed = { $id } (no Name tag)
near-in-role = it stands where { $wanted } belongs, but under another name
near-in-role-unnamed = it stands where { $wanted } belongs, but has no name
near-role-only = It's the only one of its kind in the lab's VPC.
near-role-only-subnet = It's the only other subnet in { $zone } of the lab's VPC that reaches the internet through a NAT gateway.

tie-made-from = The image { $owner } was made from the instance { $used }.
tie-boots = The launch template { $owner } launches the image { $used }.
tie-gives-profile = The launch template { $owner } gives its instances the instance profile { $used }.
tie-has-profile = The instance { $owner } has the instance profile { $used }.
tie-gives-group = The launch template { $owner } gives its instances the security group { $used }.
tie-carries-group = The instance { $owner } carries the security group { $used }.
tie-launches-from = The Auto Scaling group { $owner } launches from the template { $used }.
tie-places = The Auto Scaling group { $owner } puts its instances into the subnet { $used }.
tie-registers = The Auto Scaling group { $owner } registers its instances with the target group { $used }.
tie-forwards = The load balancer { $owner } sends customers to the target group { $used }.
tie-guarded = The load balancer { $owner } carries the security group { $used }.
tie-admits = The security group { $owner } admits { $used } on port { $port }.
tie-scales = The scaling policy { $owner } belongs to the Auto Scaling group { $used }.
tie-counts = The scaling policy { $owner } counts the requests of { $used }.
tie-within = { $owner } stands in the VPC { $used }.

near-other-kind = There is no { $wanted }, but another kind of thing has that name: { $found }.
near-other-kind-too = The name { $name } has gone to another kind of thing: { $found }.
near-other-kind-evidence = Names may be the same on different kinds of resources, and the lab looks at each kind by itself.
near-other-profiles = This is account { $account }. If you built the lab in another one: your AWS configuration also has the profiles { $profiles }, and the tutor takes one with --profile NAME.
