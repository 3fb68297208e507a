export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

alb_arn=$(aws elbv2 describe-load-balancers --names "{{internal_alb}}" \
  --query 'LoadBalancers[0].LoadBalancerArn' --output text)
listener_arn=$(aws elbv2 describe-listeners --load-balancer-arn "$alb_arn" \
  --query 'Listeners[?Port==`{{port}}`].ListenerArn | [0]' --output text)
orders_arn=$(aws elbv2 describe-target-groups --names "{{orders_target_group}}" \
  --query 'TargetGroups[0].TargetGroupArn' --output text)
stock_arn=$(aws elbv2 describe-target-groups --names "{{stock_target_group}}" \
  --query 'TargetGroups[0].TargetGroupArn' --output text)

aws elbv2 create-rule --listener-arn "$listener_arn" --priority 10 \
  --conditions "Field=path-pattern,Values={{orders_path}}" \
  --actions "Type=forward,TargetGroupArn=$orders_arn" --query 'Rules[0].RuleArn' --output text
aws elbv2 create-rule --listener-arn "$listener_arn" --priority 20 \
  --conditions "Field=path-pattern,Values={{stock_path}}" \
  --actions "Type=forward,TargetGroupArn=$stock_arn" --query 'Rules[0].RuleArn' --output text
