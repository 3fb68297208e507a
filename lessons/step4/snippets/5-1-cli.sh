export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
instance_ids=$(aws ec2 describe-instances \
  --filters "Name=tag:Name,Values={{base_instance}}" \
    "Name=vpc-id,Values=$vpc_id" \
    "Name=instance-state-name,Values=running" \
  --query 'Reservations[].Instances[].InstanceId' --output text)

@en # Stop it only if there is exactly one
@ja # ちょうど1台のときだけ停止する。
case "$instance_ids" in
@en   "") echo "No running instance {{base_instance}}: nothing to stop." ;;
@ja   "") echo "動いている {{base_instance}} はありません。停止するものはないようです。" ;;
@en   *[[:space:]]*) echo "More than one, please choose: $instance_ids" ;;
@ja   *[[:space:]]*) echo "2台以上あります。選んで停止してください: $instance_ids" ;;
  *) aws ec2 stop-instances --instance-ids "$instance_ids" ;;
esac
