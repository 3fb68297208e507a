export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
web_sg_id=$(aws ec2 describe-security-groups \
  --filters "Name=vpc-id,Values=$vpc_id" "Name=group-name,Values={{web_sg}}" \
  --query 'SecurityGroups[0].GroupId' --output text)
desk_sg_id=$(aws ec2 create-security-group --vpc-id "$vpc_id" \
  --group-name "{{internal_alb_sg}}" --description "for {{internal_alb}}" \
  --query 'GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id "$desk_sg_id" \
  --protocol tcp --port "{{port}}" --source-group "$web_sg_id"
