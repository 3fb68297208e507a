export AWS_REGION="{{region}}" AWS_DEFAULT_REGION="{{region}}" AWS_PAGER=""

image_id=$(aws ec2 describe-images --owners self --filters "Name=name,Values={{image}}" \
  --query 'Images[0].ImageId' --output text)

@en # How far the copy of the disk is.
@ja # ディスクの写しがどこまで進んだか。
aws ec2 describe-snapshots --owner-ids self --filters "Name=description,Values=*$image_id*" \
  --query 'Snapshots[].[SnapshotId, State, Progress]' --output text

aws ec2 wait image-available --image-ids "$image_id"
aws ec2 describe-images --image-ids "$image_id" \
  --query 'Images[0].[Name, ImageId, State]' --output text
