# The reads of a check, one after the other, with the AWS CLI.
set -euo pipefail
port=$1
quiet() { "$@" > /dev/null; }

quiet aws sts get-caller-identity
quiet aws ec2 describe-vpcs
quiet aws ec2 describe-internet-gateways
quiet aws ec2 describe-subnets
quiet aws ec2 describe-route-tables
quiet aws ec2 describe-nat-gateways
quiet aws ec2 describe-security-groups
quiet aws ec2 describe-instances
quiet aws ec2 describe-images --owners self
quiet aws ec2 describe-launch-template-versions --launch-template-name ec-site-launch-template \
  --versions '$Latest' '$Default'
quiet aws iam get-instance-profile --instance-profile-name ec-site-web-SSMRole
quiet aws autoscaling describe-auto-scaling-groups
alarms=$(aws autoscaling describe-policies --auto-scaling-group-name ec-site-asg \
  --query 'ScalingPolicies[0].Alarms[].AlarmName' --output text)
quiet aws autoscaling describe-scaling-activities --auto-scaling-group-name ec-site-asg
read -r alb host <<< "$(aws elbv2 describe-load-balancers --output text \
  --query "LoadBalancers[?LoadBalancerName=='ec-site-alb'] | [0].[LoadBalancerArn, DNSName]")"
group=$(aws elbv2 describe-target-groups --output text \
  --query "TargetGroups[?TargetGroupName=='ec-site-web-tg'] | [0].TargetGroupArn")
quiet aws elbv2 describe-listeners --load-balancer-arn "$alb"
quiet aws elbv2 describe-target-health --target-group-arn "$group"
quiet aws cloudwatch describe-alarms --alarm-names $alarms
metric="{\"Namespace\": \"AWS/ApplicationELB\", \"MetricName\": \"RequestCountPerTarget\", \"Dimensions\": [
  {\"Name\": \"LoadBalancer\", \"Value\": \"${alb#*loadbalancer/}\"},
  {\"Name\": \"TargetGroup\", \"Value\": \"${group##*:}\"}]}"
quiet aws cloudwatch get-metric-data --start-time "$(date -u -d '-3 hours' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)" \
  --metric-data-queries "[{\"Id\": \"requests\", \"MetricStat\": {\"Metric\": $metric, \"Period\": 60, \"Stat\": \"Sum\"}}]"
quiet curl -sS "http://$host:$port/"
