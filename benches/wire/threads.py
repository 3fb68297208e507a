"""The reads of a check in two waves of threads, with boto3."""

import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import boto3
from botocore.config import Config

PORT = sys.argv[1]
# The connections that a client keeps are ten by default: fewer than it has calls at once.
CONFIG = Config(max_pool_connections=20)
sts, ec2, iam, scaling, elb, cloudwatch = (
    boto3.client(service, config=CONFIG) for service in ["sts", "ec2", "iam", "autoscaling", "elbv2", "cloudwatch"]
)
GROUP = {"AutoScalingGroupName": "ec-site-asg"}


def whole(client, call, size=None, **parameters):
    paging = {"PageSize": size} if size else {}
    return list(client.get_paginator(call).paginate(PaginationConfig=paging, **parameters))


def metric(balancer, target):
    now = datetime.now(timezone.utc)
    dimensions = {"LoadBalancer": balancer.split("loadbalancer/")[1], "TargetGroup": target.split(":")[-1]}
    metric = {
        "Namespace": "AWS/ApplicationELB",
        "MetricName": "RequestCountPerTarget",
        "Dimensions": [{"Name": name, "Value": value} for name, value in dimensions.items()],
    }
    stat = {"Metric": metric, "Period": 60, "Stat": "Sum"}
    return whole(
        cloudwatch,
        "get_metric_data",
        MetricDataQueries=[{"Id": "requests", "MetricStat": stat}],
        StartTime=now - timedelta(hours=3),
        EndTime=now,
    )


plain = ["vpcs", "internet_gateways", "subnets", "nat_gateways", "security_groups", "instances"]
template = {"LaunchTemplateName": "ec-site-launch-template", "Versions": ["$Latest", "$Default"]}
with ThreadPoolExecutor(20) as pool:
    first = [pool.submit(whole, ec2, "describe_" + name, 1000) for name in plain]
    first += [
        pool.submit(sts.get_caller_identity),
        pool.submit(whole, ec2, "describe_route_tables", 100),
        pool.submit(whole, ec2, "describe_images", 1000, Owners=["self"]),
        pool.submit(whole, ec2, "describe_launch_template_versions", **template),
        pool.submit(iam.get_instance_profile, InstanceProfileName="ec-site-web-SSMRole"),
        pool.submit(whole, scaling, "describe_auto_scaling_groups", 100),
        pool.submit(whole, scaling, "describe_scaling_activities", 100, **GROUP),
    ]
    policies = pool.submit(whole, scaling, "describe_policies", 100, **GROUP)
    balancers = pool.submit(whole, elb, "describe_load_balancers", 400)
    targets = pool.submit(whole, elb, "describe_target_groups", 400)
    alarms = [alarm["AlarmName"] for alarm in policies.result()[0]["ScalingPolicies"][0]["Alarms"]]
    [balancer] = [one for one in balancers.result()[0]["LoadBalancers"] if one["LoadBalancerName"] == "ec-site-alb"]
    [target] = [
        one["TargetGroupArn"]
        for one in targets.result()[0]["TargetGroups"]
        if one["TargetGroupName"] == "ec-site-web-tg"
    ]
    site = f"http://{balancer['DNSName']}:{PORT}/"
    second = [
        pool.submit(whole, elb, "describe_listeners", LoadBalancerArn=balancer["LoadBalancerArn"]),
        pool.submit(elb.describe_target_health, TargetGroupArn=target),
        pool.submit(whole, cloudwatch, "describe_alarms", AlarmNames=alarms),
        pool.submit(metric, balancer["LoadBalancerArn"], target),
        pool.submit(lambda: urllib.request.urlopen(site).read()),
    ]
    for answer in first + second:
        answer.result()
