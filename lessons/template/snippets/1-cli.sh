@en # Creates the VPC with its Name tag.
@ja # VPC を Name タグ付きで作る。
aws ec2 create-vpc --region {{region}} --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value={{vpc}}}]'
