@en # Bounded load on your own load balancer. Ctrl-C stops it at any time.
@ja # 自分のロードバランサーへの、上限つきの負荷。Ctrl-C でいつでも止まる。
(
set -euo pipefail
export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

@en total={{load_count}}      # requests in all
@ja total={{load_count}}      # リクエストの総数
@en pause={{load_interval}}      # seconds between two of them
@ja pause={{load_interval}}      # 間隔（秒）
@en at_once=20      # curl processes that may run side by side
@ja at_once=20      # 同時に動かす curl の上限

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
dns=$(aws elbv2 describe-load-balancers --names "{{alb}}" \
  --query "LoadBalancers[?VpcId=='$vpc_id'].DNSName | [0]" --output text)
url="http://$dns:{{port}}/"

@en # No load on a site that does not work yet
@ja # 動いていないサイトには負荷をかけない。
curl -fsS -o /dev/null --max-time 15 "$url"

answers=$(mktemp)
finish() {
  trap '' INT TERM HUP
  kill $(jobs -rp) 2>/dev/null || true
  wait
@en   echo "Answers by status code (000 = none within the time limit):"
@ja   echo "ステータスコードごとの応答数（000 は時間内に応答なし）:"
  sort "$answers" | uniq -c
  rm -f "$answers"
}
trap finish EXIT
@en trap 'echo "Stopped early."; exit 130' INT TERM HUP
@ja trap 'echo "途中で止めました。"; exit 130' INT TERM HUP

@en echo "$total requests to $url, one every $pause s"
@ja echo "$url へ $pause 秒おきに $total 件送ります"
for ((sent = 1; sent <= total; sent++)); do
@en   kill -0 $$ 2>/dev/null || exit 1   # the shell above has gone
@ja   kill -0 $$ 2>/dev/null || exit 1   # 元のシェルがもうない
  while (( $(jobs -rp | wc -l) >= at_once )); do sleep 0.05; done
  curl -s -o /dev/null --max-time 10 -w '%{http_code}\n' "$url" \
    >> "$answers" &
@en   if (( sent % 500 == 0 )); then echo "$sent of $total sent"; fi
@ja   if (( sent % 500 == 0 )); then echo "$total 件中 $sent 件を送りました"; fi
  sleep "$pause"
done
wait
)
