export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
dns=$(aws elbv2 describe-load-balancers --names "{{alb}}" \
  --query "LoadBalancers[?VpcId=='$vpc_id'].DNSName | [0]" --output text)

@en echo "Open in a browser: http://$dns/"
@ja echo "ブラウザーで開くアドレス: http://$dns/"

@en # One page, read only: 200 is what you want, 000 means no answer
@ja # 1ページ読むだけ。200 なら成功、000 は応答なし。
curl -sS -o /dev/null --max-time 15 \
  -w 'status %{http_code} after %{time_total} s\n' \
@en   "http://$dns:{{port}}/" || echo "No answer from $dns"
@ja   "http://$dns:{{port}}/" || echo "$dns から応答がありません"
