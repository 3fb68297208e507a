export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
alb_sg_id=$(aws ec2 describe-security-groups \
  --filters "Name=vpc-id,Values=$vpc_id" "Name=group-name,Values={{alb_sg}}" \
  --query 'SecurityGroups[0].GroupId' --output text)
web_sg_id=$(aws ec2 describe-security-groups \
  --filters "Name=vpc-id,Values=$vpc_id" "Name=group-name,Values={{web_sg}}" \
  --query 'SecurityGroups[0].GroupId' --output text)

@en # First every inbound rule goes, whatever it is. Outbound rules stay.
@ja # まずインバウンドルールをすべて消す。アウトバウンドルールは残る。
old_rules=$(aws ec2 describe-security-group-rules --filters "Name=group-id,Values=$web_sg_id" \
  --query 'SecurityGroupRules[?IsEgress==`false`].SecurityGroupRuleId' --output text)
if [ -n "$old_rules" ]; then
  aws ec2 revoke-security-group-ingress --group-id "$web_sg_id" \
    --security-group-rule-ids $old_rules
fi

@en # Then the only one that stays: from the load balancer's group.
@ja # 次に、残すただ1つのルールを足す。送信元はロードバランサーのグループ。
aws ec2 authorize-security-group-ingress --group-id "$web_sg_id" \
  --protocol tcp --port "{{port}}" --source-group "$alb_sg_id"

aws ec2 describe-security-groups --group-ids "$web_sg_id" \
  --query 'SecurityGroups[0].IpPermissions' --output json
