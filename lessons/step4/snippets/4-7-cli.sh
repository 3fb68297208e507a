export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

@en echo "The last ten activities, newest first:"
@ja echo "最近のアクティビティ10件（新しい順）:"
aws autoscaling describe-scaling-activities \
  --auto-scaling-group-name "{{asg}}" \
  --query 'Activities[:10].[StartTime, StatusCode, Description]' \
  --output text

@en echo "Causes that name the policy {{policy}}:"
@ja echo "ポリシー {{policy}} の名前が出てくる原因:"
aws autoscaling describe-scaling-activities \
  --auto-scaling-group-name "{{asg}}" \
  --query "Activities[?contains(Cause, 'policy {{policy}} ')].Cause" \
  --output json
