export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
https_sg_id=$(aws ec2 create-security-group --vpc-id "$vpc_id" \
  --group-name "{{https_sg}}" --description "HTTPS for {{alb}}" \
  --query 'GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id "$https_sg_id" \
  --protocol tcp --port "{{https_port}}" --cidr 0.0.0.0/0
