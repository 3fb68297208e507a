identity-expected = AWS tells who you are
identity-why = Every check reads the account that these credentials belong to. In the wrong account everything would look undone.
identity-actual = account { $account }, { $arn }

region-expected = The region is { $region }
region-why = Resources live in one region. In another region the tutor, and you, would see none of them.
region-fix = Switch to { $region }: with --region or AWS_REGION here, and at the top right of the console.

vpc-expected = VPC { $vpc } exists
vpc-why = The VPC is the network of the shop. Everything in this step goes into it.
vpc-fix = Go back to step 0 of the course and create the VPC { $vpc }. If you have it, look whether the region and the account are the right ones, and whether its Name tag is spelled exactly like this.
vpc-chosen = { $id }. There are others of the same name, which the tutor leaves aside because less stands in them: { $others }

internet-gateway-expected = An internet gateway is attached to { $vpc }
internet-gateway-why = Without it nothing gets into the VPC from the internet or out of it, the load balancer included.
internet-gateway-absent = No internet gateway is attached to { $vpc }.
internet-gateway-fix = In the VPC console, under Internet gateways, create one or choose yours, then Actions > Attach to VPC > { $vpc }.

public-subnets-expected = Public subnets in at least { $zones } { $zones ->
    [one] Availability Zone
   *[other] Availability Zones
}
public-subnets-why = The load balancer stands in public subnets and wants two Availability Zones, so that the shop survives the loss of one.
public-subnets-none = No subnet of this VPC has a route 0.0.0.0/0 to an internet gateway.
public-subnets-fix = Give subnets in { $zones } different { $zones ->
    [one] Availability Zone
   *[other] Availability Zones
} a route table with 0.0.0.0/0 to the internet gateway (VPC console > Route tables).

subnet-expected = Subnet { $subnet } exists
subnet-why = The instances of the Auto Scaling group will run in the private subnets.
subnet-fix = Go back to step 0 and create the subnet { $subnet } in { $vpc }, or correct its Name tag.

default-route-expected = { $subnet } reaches the internet through a NAT gateway
default-route-why = New instances fetch the shop's program from S3 and its packages from npm while they boot. Without a way out they never become healthy.
route-missing = The route table of { $subnet } has no route for 0.0.0.0/0.
route-missing-fix = In the VPC console, add 0.0.0.0/0 with the NAT gateway as its target to the route table of this subnet.
route-missing-main = { $subnet } goes by the main route table { $table }, which has no route for 0.0.0.0/0.
route-missing-main-fix = In the VPC console, open the route table that leads to the NAT gateway, or create one with 0.0.0.0/0 to it, then Subnet associations > Edit subnet associations, and tick this subnet.
route-blackhole = The route 0.0.0.0/0 leads to { $target }, which doesn't exist any more (blackhole).
route-blackhole-fix = Create a new NAT gateway in a public subnet, then edit the route 0.0.0.0/0 so that it leads there. NAT gateways cost money per hour, so this one is often deleted between sessions.
route-public = The route 0.0.0.0/0 leads straight to the internet gateway { $gateway }, so this subnet is public, and instances without a public address have no way out.
route-public-fix = Give this subnet a route table of its own, with 0.0.0.0/0 to the NAT gateway.
nat-gone = The NAT gateway { $nat } of the route 0.0.0.0/0 isn't there any more.
nat-wait = The NAT gateway is being created, which takes a few minutes.
nat-private = { $nat } is a private NAT gateway, which has no way to the internet.
nat-private-fix = Create a NAT gateway with connectivity type Public in a public subnet, and point the route 0.0.0.0/0 to it.
nat-not-public = { $nat } stands in a subnet that has no route to an internet gateway itself.
nat-not-public-fix = Create the NAT gateway in a public subnet, and point the route 0.0.0.0/0 to it.

security-group-expected = Security group { $group } exists in { $vpc }
security-group-why = Names of groups are unique only within a VPC. A group of another VPC can't be used by anything here.
security-group-fix = In the EC2 console, under Security Groups, create { $group }. Mind the field VPC: it must be { $vpc }. The name is the field "Security group name", not a Name tag.
security-group-elsewhere = { $group } exists, but in another VPC: { $found }.
security-group-elsewhere-fix = A group can't be moved. Create { $group } again with { $vpc } in the field VPC, then delete the other one.

security-group-description-expected = Its description is "{ $description }"
security-group-description-why = A description helps whoever looks after the shop later. It can't be changed once the group exists, so this is only advice.
security-group-description-fix = Leave it, or create the group anew if nothing uses it yet.

ingress-expected-anywhere = Inbound: TCP { $port } from 0.0.0.0/0, and nothing else
ingress-expected-group = Inbound: TCP { $port } from { $source }, and nothing else
ingress-why-anywhere = Customers come to the load balancer from anywhere, on this port. Every other open door would only serve attackers.
ingress-why-group = From now on customers come in through the load balancer alone. A rule that is left open lets anyone go around it.
ingress-none = There is no inbound rule.
ingress-other = These rules don't let in what is wanted: { $rules }
ingress-excess = More is let in than wanted: { $rules }
ingress-excess-fix = Edit the inbound rules and delete or narrow these: { $rules }
ingress-namesake = The rule names { $found }, which is also called { $name } but is another group. The right one is { $wanted }.
ingress-fix-anywhere = Edit inbound rules > Add rule: type HTTP (TCP { $port }), source Anywhere-IPv4. Delete every other rule.
ingress-fix-group = Edit inbound rules > Add rule: type HTTP (TCP { $port }), source Custom, and choose the group { $source }. Delete every other rule.

ipv6-expected = Inbound: no IPv6 rule for TCP { $port }
ipv6-why = The VPC of this lab speaks IPv4 only, so an IPv6 rule opens nothing. It just makes the list longer than it needs to be.
ipv6-none = none
ipv6-fix = You can delete the rule for { $everywhere }. It does no harm here.

reaches-expected = Outbound: the load balancer may reach the instances on TCP { $port }
reaches-why = The load balancer opens its own connections to the instances. With the door out closed every target stays unhealthy.
reaches-none = There is no outbound rule.
reaches-fix = Edit outbound rules: put back the default, All traffic to 0.0.0.0/0, or allow TCP { $port } to the instances.

instance-expected = Instance { $instance } exists in { $vpc }
instance-why = The image for all later servers is made from this one.
instance-fix = Go back to step 1 of the course and launch { $instance } in { $vpc }, or correct its Name tag.
instance-twins = several of this name: { $found }
instance-pending-fix = The instance is starting. Check again in a moment.
instance-terminated = It was terminated and will disappear from the list: { $found }

instance-profile-expected = Instance profile { $profile } exists and holds a role
instance-profile-why = It lets the instances fetch the program and the database secret, and lets you connect with Session Manager, all without any key.
instance-profile-fix = Go back to step 1 of the course and create the role { $profile } for EC2. The console makes the instance profile of the same name with it.
instance-profile-no-role = { $arn } holds no role.
instance-profile-no-role-fix = Add the role to the instance profile: aws iam add-role-to-instance-profile.
instance-profile-actual = { $arn }, role { $role }

image-expected = You own an image (AMI) named { $image }
image-why = Every server that the Auto Scaling group starts is a copy of this image.
image-fix = Create it: EC2 console > Instances > choose the base instance > Actions > Image and templates > Create image, with the name { $image }.

image-source-expected = It was made from { $instance }
image-source-why = Only the base instance has the tools that the start-up script relies on.
image-source-untold = AWS doesn't tell any more which instance it came from, so this counts as right.
image-source-other = It was made from { $found }, not from { $wanted }.
image-source-fix = Deregister { $image } and create it again from { $instance }.

image-state-expected = { $image } is available
image-state-why = A launch template can name an image that isn't ready, but every launch from it fails.
image-pending = { $image } is pending: AWS is copying the disk.
image-pending-progress = { $image } is pending: AWS is copying the disk, { $percent } % done.
image-pending-fix = Wait. It usually takes 5 to 10 minutes, and you don't need to do anything.
image-failed = { $image } is { $state }. Reason: { $reason }
image-failed-fix = Deregister { $image } and create it again from the base instance.

image-description-expected = Its description is "{ $description }"
image-description-why = It tells later readers what the image is for. This is only advice.
image-description-fix = EC2 console > AMIs > Actions > Manage description: { $description }

attested-why = No API shows this, so the tutor takes your word for it.
attested-actual = Only you can see this.
attested-fix = Look for yourself, then confirm it in the tutor.
exercise-why = What you can answer without looking, you have understood.
exercise-actual = Not done yet.
exercise-fix = Do the exercise of this step in the tutor (key e).
