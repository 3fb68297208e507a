export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

echo "The last ten activities, newest first:"
aws autoscaling describe-scaling-activities \
  --auto-scaling-group-name "{{asg}}" \
  --query 'Activities[:10].[StartTime, StatusCode, Description]' \
  --output text

echo "Causes that name the policy {{policy}}:"
aws autoscaling describe-scaling-activities \
  --auto-scaling-group-name "{{asg}}" \
  --query "Activities[?contains(Cause, 'policy {{policy}} ')].Cause" \
  --output json
