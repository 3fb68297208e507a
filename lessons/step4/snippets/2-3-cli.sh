export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
instance_id=$(aws ec2 describe-instances \
  --filters "Name=vpc-id,Values=$vpc_id" "Name=tag:Name,Values={{base_instance}}" \
    "Name=instance-state-name,Values=running,stopped" \
  --query 'Reservations[].Instances[].InstanceId | [0]' --output text)

@en # Without --no-reboot: a running instance restarts, so that its disk is at rest.
@ja # --no-reboot は付けない。動いていれば再起動して、ディスクを落ち着かせる。
aws ec2 create-image --instance-id "$instance_id" \
  --name "{{image}}" --description "{{image_description}}" \
  --query 'ImageId' --output text
