@en # Reads only. Run it again every minute or two.
@ja # 読み取るだけ。1、2分おきに、もう一度実行する。
export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
alb_arn=$(aws elbv2 describe-load-balancers --names "{{alb}}" \
  --query "LoadBalancers[?VpcId=='$vpc_id'].LoadBalancerArn | [0]" --output text)
tg_arn=$(aws elbv2 describe-target-groups --names "{{target_group}}" \
  --query "TargetGroups[?VpcId=='$vpc_id'].TargetGroupArn | [0]" --output text)

@en echo "1. The load balancer and its Availability Zones:"
@ja echo "1. ロードバランサーとアベイラビリティーゾーン:"
aws elbv2 describe-load-balancers --load-balancer-arns "$alb_arn" --output text \
  --query "LoadBalancers[0].[State.Code, Scheme, join(', ', AvailabilityZones[].ZoneName)]"

@en echo "2. Where the listener sends visitors:"
@ja echo "2. リスナーの転送先:"
aws elbv2 describe-listeners --load-balancer-arn "$alb_arn" --output text \
  --query 'Listeners[].[Protocol, Port, DefaultActions[0].TargetGroupArn]'

@en echo "3. The group's instances:"
@ja echo "3. グループのインスタンス:"
aws autoscaling describe-auto-scaling-groups \
  --auto-scaling-group-names "{{asg}}" --output text \
  --query 'AutoScalingGroups[].Instances[].[InstanceId, AvailabilityZone, LifecycleState]'

@en echo "4. What the health check asks for:"
@ja echo "4. ヘルスチェックが求めるもの:"
aws elbv2 describe-target-groups --target-group-arns "$tg_arn" --output text \
  --query 'TargetGroups[0].[HealthCheckProtocol, HealthCheckPath, Matcher.HttpCode]'

@en echo "5. The targets and, if something is wrong, the reason:"
@ja echo "5. ターゲットと、異常があればその理由:"
aws elbv2 describe-target-health --target-group-arn "$tg_arn" --output text \
  --query 'TargetHealthDescriptions[].[Target.Id, TargetHealth.State, TargetHealth.Reason]'

@en echo "6. What the group did last:"
@ja echo "6. グループが最近したこと:"
aws autoscaling describe-scaling-activities \
  --auto-scaling-group-name "{{asg}}" --output text \
  --query 'Activities[:3].[StartTime, StatusCode, Description, StatusMessage]'
