export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
instance_ids=$(aws ec2 describe-instances \
  --filters "Name=tag:Name,Values={{base_instance}}" \
    "Name=vpc-id,Values=$vpc_id" \
    "Name=instance-state-name,Values=running" \
  --query 'Reservations[].Instances[].InstanceId' --output text)

# Stop it only if there is exactly one
case "$instance_ids" in
  "") echo "No running instance {{base_instance}}: nothing to stop." ;;
  *[[:space:]]*) echo "More than one, please choose: $instance_ids" ;;
  *) aws ec2 stop-instances --instance-ids "$instance_ids" ;;
esac
