(
set -euo pipefail
export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

@en # The user data script, saved beforehand.
@ja # 先に保存しておいた、ユーザーデータのスクリプト。
file="${USER_DATA_FILE:-user-data.sh}"
if ! grep -q 'AURORA_SECRET_ARN=arn:' "$file"; then
@en   echo "$file is missing or has no secret ARN yet." >&2
@ja   echo "$file がないか、シークレットの ARN がまだ入っていません。" >&2
  exit 1
fi

vpc_id=$(aws ec2 describe-vpcs --filters "Name=tag:Name,Values={{vpc}}" \
  --query 'Vpcs[0].VpcId' --output text)
web_sg_id=$(aws ec2 describe-security-groups \
  --filters "Name=vpc-id,Values=$vpc_id" "Name=group-name,Values={{web_sg}}" \
  --query 'SecurityGroups[0].GroupId' --output text)
rds_sg_id=$(aws ec2 describe-security-groups \
  --filters "Name=vpc-id,Values=$vpc_id" "Name=group-name,Values={{rds_sg}}" \
  --query 'SecurityGroups[0].GroupId' --output text)
image_id=$(aws ec2 describe-images --owners self --filters "Name=name,Values={{image}}" \
  --query 'Images[0].ImageId' --output text)

@en # base64 exactly once, on one line: this call doesn't encode for you.
@ja # base64 をちょうど1回、1行で。この呼び出しは代わりにエンコードしてくれない。
user_data=$(base64 < "$file" | tr -d '\n')

template_data=$(cat <<JSON
{
  "ImageId": "$image_id",
  "InstanceType": "{{instance_type}}",
  "SecurityGroupIds": ["$web_sg_id", "$rds_sg_id"],
  "IamInstanceProfile": {"Name": "{{instance_profile}}"},
  "TagSpecifications": [{"ResourceType": "instance",
    "Tags": [{"Key": "Name", "Value": "{{instance_tag}}"}]}],
  "UserData": "$user_data"
}
JSON
)

@en # The first time a template; after a repair a new version of it.
@ja # 初めてならテンプレートを作り、直したあとなら新しいバージョンを足す。
template_id=$(aws ec2 describe-launch-templates \
  --filters "Name=launch-template-name,Values={{launch_template}}" \
  --query 'LaunchTemplates[0].LaunchTemplateId' --output text)
if [ "$template_id" = "None" ]; then
  aws ec2 create-launch-template --launch-template-name "{{launch_template}}" \
    --version-description "{{launch_template_description}}" \
    --launch-template-data "$template_data" \
    --query 'LaunchTemplate.LaunchTemplateId' --output text
else
  aws ec2 create-launch-template-version --launch-template-id "$template_id" \
    --version-description "{{launch_template_description}}" \
    --launch-template-data "$template_data" \
    --query 'LaunchTemplateVersion.VersionNumber' --output text
fi
)
