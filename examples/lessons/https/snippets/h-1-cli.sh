export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

@en # Prints the ARN; the record to add is in describe-certificate.
@ja # ARN を表示する。追加するレコードは describe-certificate で分かる。
aws acm request-certificate --domain-name "{{domain}}" --validation-method DNS \
  --query 'CertificateArn' --output text
