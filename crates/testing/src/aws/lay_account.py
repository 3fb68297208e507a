"""Lays what the course's steps leave in an account, part by part, and prints the ids as JSON.

Each argument names a function below. Names are spelled out here instead of being read from the lesson,
so that a slip in the lesson can't hide.
"""

import json
import sys

import boto3

ec2 = boto3.client("ec2")
iam = boto3.client("iam")
ids = {}

HTTP = {"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80}
EVERYWHERE = {"CidrIp": "0.0.0.0/0"}


def tag(id, name):
    ec2.create_tags(Resources=[id], Tags=[{"Key": "Name", "Value": name}])


def subnet(name, zone, cidr):
    id = ec2.create_subnet(VpcId=ids["vpc"], AvailabilityZone=zone, CidrBlock=cidr)["Subnet"]["SubnetId"]
    tag(id, name)
    ids[name] = id
    return id


def route_table(name, subnets, **target):
    table = ec2.create_route_table(VpcId=ids["vpc"])["RouteTable"]["RouteTableId"]
    tag(table, name)
    ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", **target)
    for id in subnets:
        ec2.associate_route_table(RouteTableId=table, SubnetId=id)
    ids[name] = table


def security_group(name, vpc, description):
    return ec2.create_security_group(GroupName=name, Description=description, VpcId=vpc)["GroupId"]


def network():
    """Step 0."""
    ids["vpc"] = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    tag(ids["vpc"], "ec-site-vpc")
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=ids["vpc"])
    ids["internet-gateway"] = gateway
    public = [
        subnet("ec-site-public-us-east-1a", "us-east-1a", "10.0.0.0/24"),
        subnet("ec-site-public-us-east-1c", "us-east-1c", "10.0.1.0/24"),
    ]
    private = [
        subnet("ec-site-private-us-east-1a", "us-east-1a", "10.0.10.0/24"),
        subnet("ec-site-private-us-east-1c", "us-east-1c", "10.0.11.0/24"),
    ]
    address = ec2.allocate_address(Domain="vpc")["AllocationId"]
    nat = ec2.create_nat_gateway(SubnetId=public[0], AllocationId=address)["NatGateway"]["NatGatewayId"]
    ids["nat-gateway"] = nat
    route_table("ec-site-public", public, GatewayId=gateway)
    route_table("ec-site-private", private, NatGatewayId=nat)


def network_laid_before():
    """Step 0, done in an earlier run of this program."""
    name = {"Name": "tag:Name", "Values": ["ec-site-vpc"]}
    ids["vpc"] = ec2.describe_vpcs(Filters=[name])["Vpcs"][0]["VpcId"]


def instance_profile():
    name = "ec-site-web-SSMRole"
    trust = {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=policy)
    ids["instance-profile"] = iam.create_instance_profile(InstanceProfileName=name)["InstanceProfile"]["Arn"]
    iam.add_role_to_instance_profile(InstanceProfileName=name, RoleName=name)


def base_instance():
    images = ec2.describe_images(Owners=["amazon"], Filters=[{"Name": "name", "Values": ["al2023-ami-2023*-x86_64"]}])
    instance = ec2.run_instances(
        ImageId=images["Images"][0]["ImageId"],
        InstanceType="t3.small",
        MinCount=1,
        MaxCount=1,
        SubnetId=ids["ec-site-public-us-east-1a"],
        SecurityGroupIds=[ids["ec-site-web-sg"], ids["ec2-rds-1"]],
        IamInstanceProfile={"Name": "ec-site-web-SSMRole"},
    )["Instances"][0]["InstanceId"]
    tag(instance, "ec-site-web")
    ids["ec-site-web"] = instance


def open_web_group():
    """Step 1 leaves the site open to everybody; step 4 closes it."""
    ids["ec-site-web-sg"] = security_group("ec-site-web-sg", ids["vpc"], "for ec-site web")
    rule = {**HTTP, "IpRanges": [EVERYWHERE]}
    ec2.authorize_security_group_ingress(GroupId=ids["ec-site-web-sg"], IpPermissions=[rule])


def rds_group():
    ids["ec2-rds-1"] = security_group("ec2-rds-1", ids["vpc"], "from EC2 to RDS")


def steps_0_to_3():
    network()
    open_web_group()
    rds_group()
    instance_profile()
    base_instance()


def alb_group():
    """Step 1-1."""
    ids["ec-site-alb-sg"] = security_group("ec-site-alb-sg", ids["vpc"], "for ec-site ALB")
    rule = {**HTTP, "IpRanges": [EVERYWHERE]}
    ec2.authorize_security_group_ingress(GroupId=ids["ec-site-alb-sg"], IpPermissions=[rule])


def web_rule_added():
    """Step 1-2 without its first half: the open rule stays."""
    rule = {**HTTP, "UserIdGroupPairs": [{"GroupId": ids["ec-site-alb-sg"]}]}
    ec2.authorize_security_group_ingress(GroupId=ids["ec-site-web-sg"], IpPermissions=[rule])


def open_rule_removed():
    """The other half of step 1-2."""
    rule = {**HTTP, "IpRanges": [EVERYWHERE]}
    ec2.revoke_security_group_ingress(GroupId=ids["ec-site-web-sg"], IpPermissions=[rule])


def image():
    """Step 2-3."""
    ids["ec-site-web-ami"] = ec2.create_image(
        InstanceId=ids["ec-site-web"], Name="ec-site-web-ami", Description="lets hosting ec site"
    )["ImageId"]


def steps_0_to_2_4():
    steps_0_to_3()
    alb_group()
    web_rule_added()
    open_rule_removed()
    image()


def alb_group_in_default_vpc():
    """A slip in step 1-1: the console's first choice of VPC was left as it was."""
    default = ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"][0]["VpcId"]
    ids["default-vpc"] = default
    ids["ec-site-alb-sg"] = security_group("ec-site-alb-sg", default, "for ec-site ALB")
    rule = {**HTTP, "IpRanges": [EVERYWHERE]}
    ec2.authorize_security_group_ingress(GroupId=ids["ec-site-alb-sg"], IpPermissions=[rule])


def nat_gateway_deleted():
    """Money saved between two sessions."""
    ec2.delete_nat_gateway(NatGatewayId=ids["nat-gateway"])


def base_instance_terminated():
    ec2.terminate_instances(InstanceIds=[ids["ec-site-web"]])


def role_taken_out_of_profile():
    iam.remove_role_from_instance_profile(InstanceProfileName="ec-site-web-SSMRole", RoleName="ec-site-web-SSMRole")


def image_of_another_instance():
    """A slip in step 2-3: the wrong row of the list was ticked."""
    base = ids["ec-site-web"]
    base_instance()
    other, ids["ec-site-web"] = ids["ec-site-web"], base
    tag(other, "another-server")
    ids["another-server"] = other
    ids["ec-site-web-ami"] = ec2.create_image(InstanceId=other, Name="ec-site-web-ami")["ImageId"]


for part in sys.argv[1:]:
    globals()[part]()
json.dump(ids, sys.stdout)
