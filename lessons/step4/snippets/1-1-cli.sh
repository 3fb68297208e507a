export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)

alb_sg_id=$(aws ec2 create-security-group --vpc-id "$vpc_id" \
  --group-name "{{alb_sg}}" --description "{{alb_sg_description}}" \
  --query 'GroupId' --output text)

aws ec2 authorize-security-group-ingress --group-id "$alb_sg_id" \
  --protocol tcp --port "{{port}}" --cidr 0.0.0.0/0

@en # What the group lets in and out now.
@ja # 今のグループが受け入れる通信と、外に出せる通信。
aws ec2 describe-security-groups --group-ids "$alb_sg_id" \
  --query 'SecurityGroups[0].{In: IpPermissions, Out: IpPermissionsEgress}' --output json
