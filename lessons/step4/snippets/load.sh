# Bounded load on your own load balancer. Ctrl-C stops it at any time.
(
set -euo pipefail
export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

total={{load_count}}      # requests in all
pause={{load_interval}}      # seconds between two of them
at_once=20      # curl processes that may run side by side

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
dns=$(aws elbv2 describe-load-balancers --names "{{alb}}" \
  --query "LoadBalancers[?VpcId=='$vpc_id'].DNSName | [0]" --output text)
url="http://$dns:{{port}}/"

# No load on a site that does not work yet
curl -fsS -o /dev/null --max-time 15 "$url"

answers=$(mktemp)
finish() {
  trap '' INT TERM HUP
  kill $(jobs -rp) 2>/dev/null || true
  wait
  echo "Answers by status code (000 = none within the time limit):"
  sort "$answers" | uniq -c
  rm -f "$answers"
}
trap finish EXIT
trap 'echo "Stopped early."; exit 130' INT TERM HUP

echo "$total requests to $url, one every $pause s"
for ((sent = 1; sent <= total; sent++)); do
  kill -0 $$ 2>/dev/null || exit 1   # the shell above has gone
  while (( $(jobs -rp | wc -l) >= at_once )); do sleep 0.05; done
  curl -s -o /dev/null --max-time 10 -w '%{http_code}\n' "$url" \
    >> "$answers" &
  if (( sent % 500 == 0 )); then echo "$sent of $total sent"; fi
  sleep "$pause"
done
wait
)
