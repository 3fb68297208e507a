# VPC Block Public Access, and who gets through it.
cause-no-visitor = VPC Block Public Access lets no customer into the subnets of the load balancer.
cause-no-nat = VPC Block Public Access keeps the NAT gateway from the internet.
public-access-no-visitor = VPC Block Public Access lets nobody from the internet into these subnets: { $subnets }
public-access-no-nat = { $nat } is available, but VPC Block Public Access keeps it from the internet ({ $mode }).
public-access-perhaps = The NAT gateway is excluded from VPC Block Public Access, and { $subnet } before it isn't ({ $mode }). Whether its instances get out can't be told from here.
public-access-fix = Routes and security groups needn't change: this is a setting of the account for the whole Region. In the VPC console, open Settings > Block public access > Create exclusions, choose { $vpc } with the direction Bidirectional, and wait until the exclusion is active. It takes an administrator of the account; where the organization has set it, exclusions may be forbidden, and only the organization's administrators can help.
