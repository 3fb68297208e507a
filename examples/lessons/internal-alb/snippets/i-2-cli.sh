export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
for name in "{{orders_target_group}}" "{{stock_target_group}}"; do
  aws elbv2 create-target-group --name "$name" --vpc-id "$vpc_id" \
    --target-type instance --protocol HTTP --port "{{port}}" \
    --query 'TargetGroups[0].TargetGroupArn' --output text
done
