export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

certificate_arn=$(aws acm list-certificates \
  --query "CertificateSummaryList[?DomainName=='{{domain}}'].CertificateArn | [0]" --output text)
alb_arn=$(aws elbv2 describe-load-balancers --names "{{alb}}" \
  --query 'LoadBalancers[0].LoadBalancerArn' --output text)
tg_arn=$(aws elbv2 describe-target-groups --names "{{target_group}}" \
  --query 'TargetGroups[0].TargetGroupArn' --output text)
http_arn=$(aws elbv2 describe-listeners --load-balancer-arn "$alb_arn" \
  --query 'Listeners[?Port==`{{port}}`].ListenerArn | [0]' --output text)

aws elbv2 create-listener --load-balancer-arn "$alb_arn" \
  --protocol HTTPS --port "{{https_port}}" --certificates "CertificateArn=$certificate_arn" \
  --ssl-policy ELBSecurityPolicy-TLS13-1-2-2021-06 \
  --default-actions "Type=forward,TargetGroupArn=$tg_arn" \
  --query 'Listeners[0].ListenerArn' --output text
aws elbv2 modify-listener --listener-arn "$http_arn" \
  --default-actions 'Type=redirect,RedirectConfig={Protocol=HTTPS,Port={{https_port}},StatusCode=HTTP_301}' \
  --query 'Listeners[0].ListenerArn' --output text
