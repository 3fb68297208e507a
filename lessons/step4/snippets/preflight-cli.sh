@en # Reads only: what steps 0 to 3 left behind.
@ja # 読み取るだけ。ステップ 0 から 3 で作ったものを見る。
export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

aws sts get-caller-identity --query 'Account' --output text

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
echo "VPC: $vpc_id"

aws ec2 describe-internet-gateways --filters "Name=attachment.vpc-id,Values=$vpc_id" \
  --query 'InternetGateways[].InternetGatewayId' --output text
aws ec2 describe-subnets --filters "Name=vpc-id,Values=$vpc_id" \
  --query 'Subnets[].[AvailabilityZone, SubnetId, Tags[?Key==`Name`] | [0].Value]' --output table

@en # The way out of each private subnet. "blackhole" means that the NAT gateway is gone.
@ja # プライベートサブネットから外への道。blackhole は NAT ゲートウェイがないしるし。
for name in "{{private_subnet_a}}" "{{private_subnet_c}}"; do
  subnet_id=$(aws ec2 describe-subnets \
    --filters "Name=vpc-id,Values=$vpc_id" "Name=tag:Name,Values=$name" \
    --query 'Subnets[0].SubnetId' --output text)
  table_id=$(aws ec2 describe-route-tables \
    --filters "Name=association.subnet-id,Values=$subnet_id" \
    --query 'RouteTables[0].RouteTableId' --output text)
  if [ "$table_id" = "None" ]; then
@en     # No table of its own: the subnet uses the main table of the VPC.
@ja     # 自分のテーブルがなければ、VPC のメインのテーブルを使う。
    table_id=$(aws ec2 describe-route-tables \
      --filters "Name=vpc-id,Values=$vpc_id" "Name=association.main,Values=true" \
      --query 'RouteTables[0].RouteTableId' --output text)
  fi
@en   echo "$name uses $table_id"
@ja   echo "$name が使うルートテーブル: $table_id"
  aws ec2 describe-route-tables --route-table-ids "$table_id" \
    --query 'RouteTables[0].Routes[?DestinationCidrBlock==`0.0.0.0/0`].[NatGatewayId, State]' \
    --output text
done

aws ec2 describe-security-groups \
  --filters "Name=vpc-id,Values=$vpc_id" "Name=group-name,Values={{web_sg}},{{rds_sg}}" \
  --query 'SecurityGroups[].[GroupName, GroupId]' --output table
aws ec2 describe-instances \
  --filters "Name=vpc-id,Values=$vpc_id" "Name=tag:Name,Values={{base_instance}}" \
  --query 'Reservations[].Instances[].[InstanceId, State.Name]' --output table
aws iam get-instance-profile --instance-profile-name "{{instance_profile}}" \
  --query 'InstanceProfile.Roles[].RoleName' --output text
