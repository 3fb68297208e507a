(
set -euo pipefail
export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
igw_id=$(aws ec2 describe-internet-gateways \
  --filters "Name=attachment.vpc-id,Values=$vpc_id" \
  --query 'InternetGateways[0].InternetGatewayId' --output text)

@en # A subnet is public if its route table leads to the internet gateway.
@ja # ルートテーブルがインターネットゲートウェイへ向くサブネットがパブリック。
@en # One without a table of its own uses the main table.
@ja # 自分のテーブルを持たないサブネットは、メインのテーブルを使う。
to_internet="DestinationCidrBlock=='0.0.0.0/0' && GatewayId=='$igw_id'"
public_tables=$(aws ec2 describe-route-tables --filters "Name=vpc-id,Values=$vpc_id" \
  --query "RouteTables[?Routes[?$to_internet]].RouteTableId" --output text)
main_table=$(aws ec2 describe-route-tables \
  --filters "Name=vpc-id,Values=$vpc_id" "Name=association.main,Values=true" \
  --query 'RouteTables[0].RouteTableId' --output text)

@en # For each private subnet a public one in the same Availability Zone.
@ja # プライベートサブネットごとに、同じゾーンのパブリックサブネットを探す。
private_ids=()
public_ids=()
for name in "{{private_subnet_a}}" "{{private_subnet_c}}"; do
  subnet=$(aws ec2 describe-subnets \
    --filters "Name=vpc-id,Values=$vpc_id" "Name=tag:Name,Values=$name" \
    --query 'Subnets[0].[SubnetId, AvailabilityZone]' --output text)
  read -r private_id az <<< "$subnet"
  public_id=""
  candidates=$(aws ec2 describe-subnets \
    --filters "Name=vpc-id,Values=$vpc_id" "Name=availability-zone,Values=$az" \
    --query 'Subnets[].SubnetId' --output text)
  for candidate in $candidates; do
    table=$(aws ec2 describe-route-tables \
      --filters "Name=association.subnet-id,Values=$candidate" \
      --query 'RouteTables[0].RouteTableId' --output text)
    if [ "$table" = "None" ]; then table=$main_table; fi
    if grep -qwF -- "$table" <<< "$public_tables"; then
      public_id=$candidate
      break
    fi
  done
  if [ -z "$public_id" ]; then
@en     echo "No public subnet in the zone of $name." >&2
@ja     echo "$name のゾーンに、パブリックサブネットがありません。" >&2
    exit 1
  fi
  private_ids+=("$private_id")
  public_ids+=("$public_id")
done

tg_arn=$(aws elbv2 create-target-group --name "{{target_group}}" \
  --vpc-id "$vpc_id" --target-type instance --protocol HTTP --port "{{port}}" \
  --query 'TargetGroups[0].TargetGroupArn' --output text)

@en # The console's wizard gives the load balancer the groups of the template.
@ja # コンソールのウィザードは、テンプレートのグループをロードバランサーに付ける。
@en # So do we, to get the same result. Step 4-2 puts that right.
@ja # 同じ結果になるように、ここでもそうする。4-2 で直す。
web_sg_id=$(aws ec2 describe-security-groups \
  --filters "Name=vpc-id,Values=$vpc_id" "Name=group-name,Values={{web_sg}}" \
  --query 'SecurityGroups[0].GroupId' --output text)
rds_sg_id=$(aws ec2 describe-security-groups \
  --filters "Name=vpc-id,Values=$vpc_id" "Name=group-name,Values={{rds_sg}}" \
  --query 'SecurityGroups[0].GroupId' --output text)
alb_arn=$(aws elbv2 create-load-balancer --name "{{alb}}" \
  --type application --scheme internet-facing \
  --subnets "${public_ids[@]}" --security-groups "$web_sg_id" "$rds_sg_id" \
  --query 'LoadBalancers[0].LoadBalancerArn' --output text)
aws elbv2 create-listener --load-balancer-arn "$alb_arn" \
  --protocol HTTP --port "{{port}}" \
  --default-actions "Type=forward,TargetGroupArn=$tg_arn" \
  --query 'Listeners[0].ListenerArn' --output text

@en # Single quotes keep the shell from reading $Latest as a variable.
@ja # シェルが $Latest を変数と読まないように、一重引用符で囲む。
aws autoscaling create-auto-scaling-group \
  --auto-scaling-group-name "{{asg}}" \
  --launch-template 'LaunchTemplateName={{launch_template}},Version=$Latest' \
  --vpc-zone-identifier "${private_ids[0]},${private_ids[1]}" \
  --target-group-arns "$tg_arn" \
  --desired-capacity "{{desired}}" --min-size "{{min}}" --max-size "{{max}}"
)
