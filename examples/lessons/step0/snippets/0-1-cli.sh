export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

aws ec2 create-vpc --cidr-block "{{vpc_cidr}}" \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value={{vpc}}}]' \
  --query 'Vpc.VpcId' --output text
