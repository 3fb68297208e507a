identity-expected = 自分が誰なのかを AWS に確認できること
identity-why = チューターは、この認証情報が属するアカウントを読み取ります。別のアカウントでは、何も終わっていないように見えてしまいます。
identity-actual = アカウント { $account }、{ $arn }

region-expected = リージョンが { $region } であること
region-why = リソースはリージョンごとに分かれています。別のリージョンを開いていると、作ったものが1つも見えません。
region-fix = { $region } に切り替えてください。ここでは --region か AWS_REGION で、コンソールでは右上のメニューで変更します。

vpc-expected = VPC「{ $vpc }」があること
vpc-why = VPC はお店全体のネットワークです。このステップで作るものはすべてこの中に入ります。
vpc-fix = コースのステップ 0 に戻って VPC「{ $vpc }」を作成してください。作成済みなら、リージョンとアカウントが正しいか、Name タグのつづりが同じかを確かめてください。
vpc-chosen = { $id }（同じ名前の VPC がほかにもありますが、中身の多いほうを使います: { $others }）

internet-gateway-expected = 「{ $vpc }」にインターネットゲートウェイがアタッチされていること
internet-gateway-why = これがないと、ロードバランサーも含めて、VPC とインターネットの間を何も通れません。
internet-gateway-absent = { $vpc } にはインターネットゲートウェイがアタッチされていません。
internet-gateway-fix = VPC コンソールの「インターネットゲートウェイ」で作成または選択し、アクション > VPC にアタッチ で「{ $vpc }」を選んでください。

public-subnets-expected = パブリックサブネットが { $zones }つ以上のアベイラビリティーゾーンにあること
public-subnets-why = ロードバランサーはパブリックサブネットに置きます。1つのゾーンが止まっても営業を続けられるように、2つのゾーンが必要です。
public-subnets-none = この VPC には、0.0.0.0/0 をインターネットゲートウェイに向けたサブネットがありません。
public-subnets-fix = { $zones }つの異なるアベイラビリティーゾーンのサブネットに、0.0.0.0/0 をインターネットゲートウェイへ向けるルートテーブルを関連付けてください（VPC コンソール > ルートテーブル）。

subnet-expected = サブネット「{ $subnet }」があること
subnet-why = Auto Scaling グループのインスタンスは、プライベートサブネットで動きます。
subnet-fix = ステップ 0 に戻って「{ $vpc }」にサブネット「{ $subnet }」を作成するか、Name タグを直してください。

default-route-expected = 「{ $subnet }」から NAT ゲートウェイ経由でインターネットに出られること
default-route-why = 新しいインスタンスは、起動中にお店のプログラムを S3 から、パッケージを npm から取得します。出口がないと、いつまでも正常になりません。
route-missing = { $subnet } のルートテーブルに 0.0.0.0/0 のルートがありません。
route-missing-fix = VPC コンソールで、このサブネットのルートテーブルに、送信先 0.0.0.0/0、ターゲット NAT ゲートウェイのルートを追加してください。
route-missing-main = { $subnet } はメインルートテーブル { $table } を使っており、そこに 0.0.0.0/0 のルートがありません。
route-missing-main-fix = VPC コンソールで、NAT ゲートウェイへのルートがあるルートテーブルを開き（なければ 0.0.0.0/0 をそこへ向けて作成し）、サブネットの関連付け > サブネットの関連付けを編集 で、このサブネットを選んでください。
route-blackhole = 0.0.0.0/0 の行き先 { $target } はもう存在しません（ブラックホール）。
route-blackhole-fix = パブリックサブネットに NAT ゲートウェイを作り直し、0.0.0.0/0 のルートをそこへ向けてください。NAT ゲートウェイは時間料金がかかるため、学習の合間に削除されていることがよくあります。
route-public = 0.0.0.0/0 がインターネットゲートウェイ { $gateway } に直接向いています。これではパブリックサブネットになり、パブリック IP のないインスタンスは外に出られません。
route-public-fix = このサブネット専用のルートテーブルを用意し、0.0.0.0/0 を NAT ゲートウェイに向けてください。
nat-gone = 0.0.0.0/0 の行き先である NAT ゲートウェイ { $nat } はもうありません。
nat-wait = NAT ゲートウェイを作成中です。数分かかります。
nat-private = { $nat } はプライベート NAT ゲートウェイなので、インターネットに出られません。
nat-private-fix = パブリックサブネットに接続タイプ「パブリック」の NAT ゲートウェイを作成し、0.0.0.0/0 をそこへ向けてください。
nat-not-public = { $nat } が置かれたサブネット自体に、インターネットゲートウェイへのルートがありません。
nat-not-public-fix = パブリックサブネットに NAT ゲートウェイを作成し、0.0.0.0/0 をそこへ向けてください。

security-group-expected = 「{ $vpc }」にセキュリティグループ「{ $group }」があること
security-group-why = セキュリティグループ名は VPC の中でだけ一意です。別の VPC のグループは、ここでは使えません。
security-group-fix = EC2 コンソールの「セキュリティグループ」で「{ $group }」を作成してください。VPC の欄では「{ $vpc }」を選びます。名前は Name タグではなく「セキュリティグループ名」の欄に入力します。
security-group-elsewhere = 「{ $group }」は別の VPC にあります: { $found }
security-group-elsewhere-fix = セキュリティグループは移動できません。VPC に「{ $vpc }」を選んで「{ $group }」を作り直し、別の VPC にあるものは削除してください。

security-group-description-expected = 説明が「{ $description }」であること
security-group-description-why = 説明は、後でお店を管理する人の助けになります。作成後は変更できないため、推奨にとどめています。
security-group-description-fix = このままでも構いません。まだ何も使っていなければ、作り直してもよいでしょう。

ingress-expected-anywhere = インバウンドは 0.0.0.0/0 からの TCP { $port } だけであること
ingress-expected-group = インバウンドは「{ $source }」からの TCP { $port } だけであること
ingress-why-anywhere = お客さまはどこからでも、このポートでロードバランサーに来ます。それ以外の入口は、攻撃する人の役にしか立ちません。
ingress-why-group = これからは、必ずロードバランサーを通って入ってもらいます。開いたままのルールが残っていると、ロードバランサーを通らずに入れてしまいます。
ingress-none = インバウンドルールがありません。
ingress-other = 必要な通信が許可されていません。今あるルール: { $rules }
ingress-excess = 余分な通信まで許可されています: { $rules }
ingress-excess-fix = インバウンドルールを編集して、次のルールを削除するか範囲を狭めてください: { $rules }
ingress-namesake = ルールに指定された { $found } は、同じ「{ $name }」という名前の別のグループです。正しくは { $wanted } です。
ingress-fix-anywhere = インバウンドルールを編集 > ルールを追加 で、タイプ「HTTP」（TCP { $port }）、ソース「Anywhere-IPv4」を選び、ほかのルールは削除してください。
ingress-fix-group = インバウンドルールを編集 > ルールを追加 で、タイプ「HTTP」（TCP { $port }）、ソース「カスタム」を選んでグループ「{ $source }」を指定し、ほかのルールは削除してください。

ipv6-expected = TCP { $port } に IPv6 のインバウンドルールがないこと
ipv6-why = このラボの VPC は IPv4 だけを使うので、IPv6 のルールは何の役にも立たず、一覧が長くなるだけです。
ipv6-none = なし
ipv6-fix = { $everywhere } のルールは削除しても構いません。残っていても害はありません。

reaches-expected = アウトバウンドは、ロードバランサーからインスタンスの TCP { $port } に届くこと
reaches-why = ロードバランサーは、自分からインスタンスに接続します。出口が閉じていると、ターゲットはいつまでも正常になりません。
reaches-none = アウトバウンドルールがありません。
reaches-fix = アウトバウンドルールを編集し、初期設定（すべてのトラフィック、0.0.0.0/0）に戻すか、インスタンスへの TCP { $port } を許可してください。

instance-expected = 「{ $vpc }」にインスタンス「{ $instance }」があること
instance-why = このあと増やすサーバーの AMI は、このインスタンスから作ります。
instance-fix = コースのステップ 1 に戻って「{ $vpc }」に「{ $instance }」を起動するか、Name タグを直してください。
instance-twins = 同じ名前のインスタンスが複数あります: { $found }
instance-pending-fix = インスタンスが起動中です。少し待ってから、もう一度確認してください。
instance-terminated = 終了済みで、まもなく一覧からも消えます: { $found }

instance-profile-expected = インスタンスプロファイル「{ $profile }」があり、ロールを持っていること
instance-profile-why = これがあると、インスタンスはキーなしでプログラムとデータベースのシークレットを取得でき、あなたは Session Manager で接続できます。
instance-profile-fix = コースのステップ 1 に戻って、EC2 用のロール「{ $profile }」を作成してください。コンソールで作ると、同じ名前のインスタンスプロファイルも作られます。
instance-profile-no-role = { $arn } にはロールがありません。
instance-profile-no-role-fix = aws iam add-role-to-instance-profile で、インスタンスプロファイルにロールを追加してください。
instance-profile-actual = { $arn }、ロール { $role }

image-expected = 自己所有の AMI「{ $image }」があること
image-why = Auto Scaling グループが起動するサーバーは、すべてこの AMI の複製です。
image-fix = EC2 コンソール > インスタンス で元のインスタンスを選び、アクション > イメージとテンプレート > イメージを作成 で、名前を「{ $image }」にして作成してください。

image-source-expected = 「{ $instance }」から作られていること
image-source-why = 起動時のスクリプトが頼る道具は、元のインスタンスにしか入っていません。
image-source-untold = 作成元のインスタンスは AWS の記録に残っていないため、正しいものとして扱います。
image-source-other = { $wanted } ではなく { $found } から作られています。
image-source-fix = 「{ $image }」を登録解除して、「{ $instance }」から作り直してください。

image-state-expected = 「{ $image }」が利用可能であること
image-state-why = 準備のできていない AMI も起動テンプレートに指定できてしまいますが、そこからの起動はすべて失敗します。
image-pending = { $image } は保留中です。AWS がディスクをコピーしています。
image-pending-progress = { $image } は保留中です。AWS がディスクをコピーしています（{ $percent } %）。
image-pending-fix = そのまま待ちましょう。ふつうは 5 から 10分ほどで、何もする必要はありません。
image-failed = { $image } の状態は { $state } です。理由: { $reason }
image-failed-fix = 「{ $image }」を登録解除して、元のインスタンスから作り直してください。

image-description-expected = 説明が「{ $description }」であること
image-description-why = 後で見る人に、何のための AMI かを伝えます。推奨にとどめています。
image-description-fix = EC2 コンソール > AMI > アクション > 説明の管理 で「{ $description }」にします。

attested-why = これを確認できる API はないため、あなたの言葉を信じます。
attested-actual = あなたにしか見えません。
attested-fix = 自分の目で確かめてから、チューターで「確認した」と答えてください。
exercise-why = 見ずに答えられたことは、身についたことです。
exercise-actual = まだ終わっていません。
exercise-fix = チューターで、このステップの演習をしてください（e キー）。
