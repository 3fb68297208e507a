export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
desk_sg_id=$(aws ec2 describe-security-groups \
  --filters "Name=vpc-id,Values=$vpc_id" "Name=group-name,Values={{internal_alb_sg}}" \
  --query 'SecurityGroups[0].GroupId' --output text)
subnet_ids=$(aws ec2 describe-subnets --filters "Name=vpc-id,Values=$vpc_id" \
  "Name=tag:Name,Values={{private_subnet_a}},{{private_subnet_c}}" \
  --query 'Subnets[].SubnetId' --output text)
orders_arn=$(aws elbv2 describe-target-groups --names "{{orders_target_group}}" \
  --query 'TargetGroups[0].TargetGroupArn' --output text)

alb_arn=$(aws elbv2 create-load-balancer --name "{{internal_alb}}" \
  --type application --scheme internal \
  --subnets $subnet_ids --security-groups "$desk_sg_id" \
  --query 'LoadBalancers[0].LoadBalancerArn' --output text)
aws elbv2 create-listener --load-balancer-arn "$alb_arn" \
  --protocol HTTP --port "{{port}}" \
  --default-actions "Type=forward,TargetGroupArn=$orders_arn" \
  --query 'Listeners[0].ListenerArn' --output text
