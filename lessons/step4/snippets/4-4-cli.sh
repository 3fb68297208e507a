export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
alb_arn=$(aws elbv2 describe-load-balancers --names "{{alb}}" \
  --query "LoadBalancers[?VpcId=='$vpc_id'].LoadBalancerArn | [0]" \
  --output text)
tg_arn=$(aws elbv2 describe-target-groups --names "{{target_group}}" \
  --query "TargetGroups[?VpcId=='$vpc_id'].TargetGroupArn | [0]" \
  --output text)

@en # app/<alb>/<id> from one ARN, targetgroup/<tg>/<id> from the other
@ja # 片方の ARN から app/<alb>/<id>、もう片方から targetgroup/<tg>/<id>
label="${alb_arn#*:loadbalancer/}/${tg_arn##*:}"
@en echo "resource label: $label"
@ja echo "リソースラベル: $label"

metric="PredefinedMetricType=ALBRequestCountPerTarget,ResourceLabel=$label"
config="PredefinedMetricSpecification={$metric}"
config="$config,TargetValue={{target_value}},DisableScaleIn=false"

aws autoscaling put-scaling-policy \
  --auto-scaling-group-name "{{asg}}" \
  --policy-name "{{policy}}" \
  --policy-type TargetTrackingScaling \
  --target-tracking-configuration "$config"
