export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
alb_sg_id=$(aws ec2 describe-security-groups \
  --filters "Name=vpc-id,Values=$vpc_id" "Name=group-name,Values={{alb_sg}}" \
  --query 'SecurityGroups[0].GroupId' --output text)
alb_arn=$(aws elbv2 describe-load-balancers --names "{{alb}}" \
  --query "LoadBalancers[?VpcId=='$vpc_id'].LoadBalancerArn | [0]" --output text)

@en # This list replaces the old one: what isn't named here is gone.
@ja # この一覧で入れ替わる。ここに書かなかったグループは外れる。
aws elbv2 set-security-groups --load-balancer-arn "$alb_arn" \
  --security-groups "$alb_sg_id" --query 'SecurityGroupIds' --output text
