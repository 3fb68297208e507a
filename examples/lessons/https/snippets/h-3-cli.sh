export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
group_ids=$(aws ec2 describe-security-groups \
  --filters "Name=vpc-id,Values=$vpc_id" "Name=group-name,Values={{alb_sg}},{{https_sg}}" \
  --query 'SecurityGroups[].GroupId' --output text)
alb_arn=$(aws elbv2 describe-load-balancers --names "{{alb}}" \
  --query "LoadBalancers[?VpcId=='$vpc_id'].LoadBalancerArn | [0]" --output text)

@en # Without quotes around the list: each id is a word of its own.
@ja # 一覧は引用符で囲まない。ID が1つずつ別の引数になる。
aws elbv2 set-security-groups --load-balancer-arn "$alb_arn" \
  --security-groups $group_ids --query 'SecurityGroupIds' --output text
