@en # Reads only: whose account is this, and which Region answers?
@ja # 読み取るだけ。誰のアカウントで、どのリージョンが答えるのか。
export AWS_PAGER=""
aws sts get-caller-identity --query '[Account, Arn]' --output text
aws ec2 describe-availability-zones --query 'AvailabilityZones[0].RegionName' --output text
