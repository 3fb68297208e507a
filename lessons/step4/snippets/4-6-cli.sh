export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

@en # The policy itself knows the names of its two alarms
@ja # 2つのアラームの名前は、ポリシー自身が知っている。
names=$(aws autoscaling describe-policies \
  --auto-scaling-group-name "{{asg}}" --policy-names "{{policy}}" \
  --query 'ScalingPolicies[0].Alarms[].AlarmName' --output text)

if [ -z "$names" ] || [ "$names" = "None" ]; then
@en   echo "The policy {{policy}} has no alarms yet."
@ja   echo "ポリシー {{policy}} のアラームは、まだありません。"
else
  aws cloudwatch describe-alarms --alarm-names $names --output table \
    --query 'MetricAlarms[].{
      name: AlarmName, state: StateValue,
      compare: ComparisonOperator, value: Threshold,
      points: EvaluationPeriods, seconds: Period}'
fi
