"""The reads of a check, one after the other, with boto3."""

import sys
import urllib.request
from datetime import datetime, timedelta, timezone

import boto3

PORT = sys.argv[1]
ec2 = boto3.client("ec2")
elb = boto3.client("elbv2")
scaling = boto3.client("autoscaling")
cloudwatch = boto3.client("cloudwatch")


def whole(client, call, **parameters):
    return list(client.get_paginator(call).paginate(**parameters))


def find(items, name, key):
    return next(item for item in items if item[key] == name)


boto3.client("sts").get_caller_identity()
for call in [
    "describe_vpcs",
    "describe_internet_gateways",
    "describe_subnets",
    "describe_nat_gateways",
    "describe_security_groups",
    "describe_instances",
]:
    whole(ec2, call, PaginationConfig={"PageSize": 1000})
whole(ec2, "describe_route_tables", PaginationConfig={"PageSize": 100})
whole(ec2, "describe_images", Owners=["self"], PaginationConfig={"PageSize": 1000})
whole(
    ec2,
    "describe_launch_template_versions",
    LaunchTemplateName="ec-site-launch-template",
    Versions=["$Latest", "$Default"],
)
boto3.client("iam").get_instance_profile(InstanceProfileName="ec-site-web-SSMRole")
whole(scaling, "describe_auto_scaling_groups", PaginationConfig={"PageSize": 100})
group = {"AutoScalingGroupName": "ec-site-asg", "PaginationConfig": {"PageSize": 100}}
policies = whole(scaling, "describe_policies", **group)[0]["ScalingPolicies"]
whole(scaling, "describe_scaling_activities", **group)
balancers = whole(elb, "describe_load_balancers", PaginationConfig={"PageSize": 400})[0]["LoadBalancers"]
targets = whole(elb, "describe_target_groups", PaginationConfig={"PageSize": 400})[0]["TargetGroups"]
balancer = find(balancers, "ec-site-alb", "LoadBalancerName")
target = find(targets, "ec-site-web-tg", "TargetGroupName")["TargetGroupArn"]
whole(elb, "describe_listeners", LoadBalancerArn=balancer["LoadBalancerArn"])
elb.describe_target_health(TargetGroupArn=target)
whole(cloudwatch, "describe_alarms", AlarmNames=[alarm["AlarmName"] for alarm in policies[0]["Alarms"]])
now = datetime.now(timezone.utc)
dimensions = {
    "LoadBalancer": balancer["LoadBalancerArn"].split("loadbalancer/")[1],
    "TargetGroup": target.split(":")[-1],
}
metric = {
    "Namespace": "AWS/ApplicationELB",
    "MetricName": "RequestCountPerTarget",
    "Dimensions": [{"Name": name, "Value": value} for name, value in dimensions.items()],
}
whole(
    cloudwatch,
    "get_metric_data",
    MetricDataQueries=[{"Id": "requests", "MetricStat": {"Metric": metric, "Period": 60, "Stat": "Sum"}}],
    StartTime=now - timedelta(hours=3),
    EndTime=now,
)
urllib.request.urlopen(f"http://{balancer['DNSName']}:{PORT}/").read()
