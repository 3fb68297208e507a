what-launch-template = 起動テンプレート「{ $name }」
what-user-data = 読み取れるユーザーデータ
what-auto-scaling-group = Auto Scaling グループ「{ $name }」
what-load-balancer = ロードバランサー「{ $name }」
what-target-group = ターゲットグループ「{ $name }」
what-scaling-policy = スケーリングポリシー「{ $name }」
in-other-vpc = { $found } にあります。このラボの VPC は { $wanted } です。

template-expected = 起動テンプレート「{ $template }」があること
template-why = あなたに聞かなくても Web サーバーをもう1台起動できるように、必要なことをすべて書いておくものです。
template-fix = EC2 コンソール > 起動テンプレート > 起動テンプレートを作成 で、名前を「{ $template }」にして作成してください。
template-actual = { $id }、最新バージョン { $version }
template-none = なし
template-new-version = { $change } バージョンは編集できないため、アクション > テンプレートを変更（新しいバージョンを作成）を使います。

template-image-expected = 自分の AMI「{ $image }」を使うこと
template-image-why = 起動時のスクリプトが頼る道具は、この AMI にしか入っていません。
template-image-fix = 自分の AMI > 自己所有 で「{ $image }」を選んでください。
template-image-other = 指定されている { $found } は「{ $name }」です。正しくは { $wanted } です。
template-image-foreign = 指定されている { $found } は、自分の AMI ではないか、すでに登録解除されています。正しくは { $wanted } です。
template-image-resolved-fix = AMI がパラメータから決まるため、チューターには読めません。「{ $image }」になることを確かめて、「確認した」と答えてください。

template-type-expected = インスタンスタイプが { $kind } であること
template-type-why = 小さすぎるとビルド中にメモリが足りなくなることがあり、大きいと料金が増えます。
template-type-fix = インスタンスタイプに { $kind } を選んでください。

template-key-expected = キーペアがないこと
template-key-why = ログインには Session Manager を使います。使わないキーは、なくす心配が増えるだけです。
template-key-fix = キーペアの欄で、付けない選択肢（「キーペアなしで続行」など）を選んでください。

template-groups-expected = セキュリティグループは { $groups } だけであること
template-groups-why = 片方はロードバランサーを通し、もう片方はデータベースへの道を開きます。ほかのグループを付けると、必要以上に開いてしまいます。
template-groups-fix = 「{ $vpc }」の次のセキュリティグループだけを選んでください: { $groups }
template-groups-by-name = グループが名前で指定されています。名前で指定できるのはデフォルト VPC だけです: { $names }

template-profile-expected = インスタンスプロファイルが「{ $profile }」であること
template-profile-why = これがあると、インスタンスはプログラムとデータベースのシークレットを取得でき、あなたは Session Manager で入れます。
template-profile-fix = 高度な詳細 の IAM インスタンスプロファイルで「{ $profile }」を選んでください。

template-tag-expected = インスタンスに { $key } = { $value } のタグが付くこと
template-tag-why = この名前で、グループのインスタンスと元のインスタンスを見分けます。間違えてグループのほうを止めると、グループが代わりを起動するだけです。
template-tag-fix = リソースタグ に、リソースタイプ「インスタンス」で { $key } = { $value } を追加してください。

template-description-expected = バージョンの説明が「{ $description }」であること
template-description-why = 後で見る人に、このバージョンで何が変わったかを伝えます。推奨にとどめています。
template-description-fix = このままで構いません。説明は、新しいバージョンごとに付けられます。

user-data-expected = ユーザーデータが、お店のプログラムを取得し、ビルドし、起動すること
user-data-why = Auto Scaling は、誰も見ていない時間にもインスタンスを起動します。そのインスタンスが頼れるのは、このスクリプトだけです。
user-data-actual = スクリプトはお店を起動できます。シークレット: { $arn }
user-data-missing = ユーザーデータがありません。
user-data-missing-fix = テンプレートの新しいバージョンで、高度な詳細 > ユーザーデータ にスクリプトを貼り付けてください: ec-site-tutor snippet user-data
user-data-not-text = 保存されている内容は base64 のテキストではなく、スクリプトとして読めません。
user-data-encoded-twice = スクリプトが base64 で二重にエンコードされています。インスタンスには意味のない文字列が届きます。
user-data-encoding-fix = 新しいバージョンに元のスクリプトをそのまま貼り付け、「ユーザーデータは既に base64 でエンコードされています」にはチェックを入れないでください。
user-data-no-shebang = スクリプトが #! で始まっていないため、実行されません。最初の行: { $found }
user-data-no-shebang-fix = 新しいバージョンを作り、いちばん最初の行を #!/bin/bash にしてください。その前には空行も置けません。
user-data-other-language = シェルスクリプトではないため、チューターには内容を追えません。
user-data-secret-computed = シークレットの ARN が実行時に決まるため、チューターには判断できません。
user-data-secret-computed-fix = .env に自分のシークレットの ARN が入ることを確かめて、「確認した」と答えてください。
user-data-placeholder = シークレットの ARN が見本のままです: { $arn }
user-data-secret-account = { $arn } はアカウント { $found } のものです。あなたのアカウントは { $wanted } です。
user-data-secret-region = { $arn } は { $found } にあります。このラボのリージョンは { $wanted } です。
user-data-secret-malformed = 書かれているものは、シークレットの ARN ではありません: { $found }
user-data-secret-fix = Secrets Manager で自分のシークレットの ARN をコピーし、テンプレートの新しいバージョンで { $key }= のうしろに書いてください。
user-data-not-fetched = スクリプトが、お店のアーカイブを S3 から取得していません。
user-data-other-fetched = スクリプトが取得しているのは { $found } で、お店のアーカイブではありません。
user-data-archive-fix = 新しいバージョンに次の行を入れてください: aws s3 cp { $archive } /root/
user-data-not-unpacked-fix = 新しいバージョンで、アーカイブを取得する行のあとに unzip -o を書いてください。
user-data-env-elsewhere = スクリプトはシークレットの ARN を { $found } に書いていますが、お店が読むのは { $wanted } です。
user-data-env-early = フォルダーがまだないうちに .env を書いています。
user-data-env-fix = 展開した後で、フォルダー「{ $folder }」の .env に、{ $key }= と自分のシークレットの ARN を1行で書いてください。
user-data-stage-install = パッケージのインストール
user-data-stage-build = ビルド
user-data-stage-start = 起動
user-data-undone = 「{ $stage }」が抜けているか、順番が早すぎます。
user-data-elsewhere = 「{ $stage }」を行うフォルダーが違います: { $found }
user-data-stage-fix = 展開したあと、フォルダー「{ $folder }」で pnpm install、pnpm build、pm2 start の順に実行してください。
user-data-tool = 「{ $stage }」で呼び出している { $program } が見つかりません。
user-data-tool-fix = pnpm と pm2 は、{ $tools }（pnpm 11 以降は { $tools }/bin）からのフルパスで呼び出すか、このフォルダーを PATH に加えてください。

line-ends-expected = スクリプトの改行が LF であること
line-ends-why = インスタンスは実行前に CRLF を LF に直すので、推奨にとどめています。ほかの道具は直してくれません。
line-ends-plain = LF
line-ends-windows = CRLF（Windows の改行）
line-ends-fix = このままでも構いません。次のバージョンを作る前に、改行を LF にして保存するとよいでしょう。

asg-expected = Auto Scaling グループ「{ $asg }」があること
asg-why = 決めた台数を保ち、後ではお客さまの数に合わせて台数を変えてくれます。
asg-fix = EC2 コンソール > Auto Scaling グループ > Auto Scaling グループを作成する で、名前を「{ $asg }」にして作成してください。
asg-deleting-fix = { $asg } が一覧から消えるまで、数分待ってください。それまでは、同じ名前のグループを作成できません。消えたら、もう一度作成してください。
asg-template-expected = 「{ $template }」の最新バージョン（Latest）を使うこと
asg-template-why = Latest なら、次のインスタンスに最新の修正が反映されます。Default では古いバージョンのままです。
asg-template-fix = 「{ $asg }」の起動テンプレートを編集し、テンプレートに「{ $template }」、バージョンに Latest を選んでください。
asg-template-none = 起動テンプレートを使っていません。
asg-override-found = 「{ $template }」の最新バージョンを使っていますが、グループの混合インスタンスポリシーが別のものを起動します: { $others }
asg-override-type = タイプ { $found }（テンプレートは { $wanted }）
asg-override-image = AMI { $found }（テンプレートは { $wanted }）
asg-override-template = テンプレート { $found }
asg-override-requirements = 要件に合う任意のタイプ
asg-override-spot = { $base ->
    [0] スポットインスタンス { $percent } %
   *[other] { $base }台を超える分の { $percent } % がスポットインスタンス
}
asg-override-fix = 「{ $asg }」のインスタンスタイプの要件を編集し、「{ $template }」のとおりに戻してください。別のタイプ、AMI、テンプレートも、スポットインスタンスも使いません。動いているインスタンスは、グループが入れ替えるまで起動したときのままです。
asg-subnets-expected = { $subnets } だけで動くこと
asg-subnets-why = プライベートサブネットなら、インターネットからインスタンスに直接届きません。2つのゾーンに分けるのは、片方が止まっても営業を続けるためです。
asg-subnets-none = なし
asg-subnets-fix = 「{ $asg }」のネットワークを編集し、次のサブネットだけを選んでください: { $subnets }
asg-size-expected = 最小 { $min }、最大 { $max } で、希望がその間（はじめは { $desired }）であること
asg-size-why = 最小はお店を開け続けるための数、最大は料金の上限です。
asg-size-actual = 希望 { $desired }、最小 { $min }、最大 { $max }
asg-size-advice = これは推奨です。後でグループが自動で増えるのを見られるように、このラボは希望 { $desired } から始めます。
asg-size-fix = グループの容量を編集し、希望 { $desired }、最小 { $min }、最大 { $max } にしてください。

attached-expected = 「{ $target_group }」が「{ $asg }」にアタッチされていること
attached-why = アタッチすると、グループがインスタンスをロードバランサーの送り先リストに自動で登録します。
attached-none = ターゲットグループがアタッチされていません。
attached-fix = 「{ $asg }」のロードバランシングを編集し、「{ $target_group }」を選んでください。

alb-expected = Application Load Balancer「{ $alb }」が「{ $vpc }」にあること
alb-why = お客さまが知っている、ただ1つの入口です。
alb-fix = EC2 > ロードバランサー で、「{ $vpc }」に Application Load Balancer「{ $alb }」を作成してください。同じ名前のものがあれば、先に削除します。
alb-kind = 種類が違います: { $found }
alb-scheme-expected = インターネット向けであること
alb-scheme-why = 内部向けのロードバランサーにはプライベートアドレスしかなく、お客さまは来られません。ウィザードでは、内部（Internal）が選ばれていることがあります。
alb-scheme-fix = スキームは変更できません。「{ $alb }」を削除し、スキームを「インターネット向け」にして作り直してください。
alb-address-type-fix = 「{ $alb }」> ネットワークマッピング > IP アドレスタイプを編集 で、IPv4 を選んでください。
alb-zones-expected = パブリックサブネットにあり、グループが動くゾーンをすべて含むこと
alb-zones-why = お客さまを迎えられるのはパブリックサブネットだけです。また、自分がいないゾーンのインスタンスには、お客さまを送りません。
alb-zones-private = インターネットゲートウェイへのルートがないサブネット: { $subnets }
alb-zones-missing = グループが使う次のゾーンが含まれていません: { $zones }
alb-zones-fix = 「{ $alb }」> ネットワークマッピング > サブネットを編集 で、グループが使う各ゾーンのパブリックサブネットを選んでください。

listener-expected = リスナー HTTP:{ $port } が「{ $target_group }」に転送すること
listener-why = これがないと、お客さまが来ても、誰にも取り次がれません。
listener-none = リスナーがありません。
listener-fix = 「{ $alb }」> リスナーとルール で、HTTP のポート { $port } の転送先を「{ $target_group }」だけにしてください。

target-group-expected = ターゲットグループ「{ $target_group }」が、ラボの VPC のインスタンスを HTTP のポート { $port } で受け付けること
target-group-why = お客さまを送ってよいインスタンスのリストです。今誰に送るかは、ヘルスチェックで決まります。
target-group-fix = EC2 > ターゲットグループ で「{ $target_group }」を作成してください。タイプはインスタンス、HTTP、ポート { $port }、VPC は「{ $vpc }」です。後から変更できないため、違うものは先に削除します。

alb-groups-expected = セキュリティグループが { $groups } だけであること
alb-groups-why = このグループがあるのでお客さまが入れ、インスタンスもロードバランサーを見分けられます。ウィザードは、代わりにインスタンス用のグループを付けることがあります。ほかのグループを残しておくと、そのグループが許可する通信まで通ります。
alb-groups-none = なし
alb-groups-fix = 「{ $alb }」> セキュリティ > 編集 で、ほかのグループを外し、次だけを残してください: { $groups }

alb-active-expected = 「{ $alb }」がアクティブであること
alb-active-why = それまでは、名前を開いてもどこにもつながりません。
alb-provisioning-fix = そのまま待ちましょう。新しいロードバランサーは、たいてい数分で準備ができます。AWS は時間を約束していません。
alb-broken-fix = 上の理由を読んでください。直らなければ「{ $alb }」を削除して作り直します。

in-service-expected = 「{ $asg }」のインスタンスが InService であること
in-service-why = グループがテンプレートから起動します。InService は機械が動いているという意味で、お店が開いたという意味ではありません。
in-service-none = グループにインスタンスがありません。
in-service-none-fix = 「{ $asg }」> アクティビティ で、起動されない理由を読んでください。プロセスが中断されていることもあります。
in-service-fix = そのまま待ちましょう。新しいインスタンスは、たいてい1、2分で InService になります。
in-service-desired = 希望するキャパシティが { $desired } になっています。
in-service-desired-fix = グループの容量を編集し、希望するキャパシティを元に戻してください。
in-service-stopped = { $id } が停止されたため、グループが代わりを用意しています。
in-service-replaced-fix = 代わりが起動するまで待ちましょう。台数を減らしたいときは、インスタンスではなくグループの設定を変えます。

healthy-expected = 「{ $target_group }」のターゲットが正常（healthy）であること
healthy-why = InService は機械が動いていること、healthy はお店が返事をしていることを表します。
healthy-none = グループのインスタンスが、ターゲットグループに1つもありません。
healthy-none-fix = EC2 > Auto Scaling グループ で自分のグループを開き、ロードバランシングを編集してターゲットグループをアタッチしてください。
healthy-wait-fix = そのまま待ちましょう。新しいインスタンスはまずお店をビルドし、そのあと何回か続けてヘルスチェックに合格する必要があります。最大 15分ほどかかります。
healthy-timeout-fix = 通信が途中で捨てられています。セキュリティグループか、ネットワーク ACL か、インスタンスの中です。
healthy-failed-checks-fix = 機械は動いていますが、お店が動いていません。EC2 > インスタンス > アクション > モニタリングとトラブルシューティング > システムログを取得 で起動時のログを読んでください。ユーザーデータは1回しか実行されないため、直したらこのインスタンスを終了し、グループに新しく起動させます。
healthy-code-fix = { $path } への応答コードが { $codes } ではありません。Session Manager で入り、アプリのログを見てください。
healthy-codes-fix = ターゲットグループ > ヘルスチェック > 編集 で、成功コードを { $codes } から 200 に変えてください。
healthy-not-in-use-fix = ロードバランサーがここに送っていません。リスナーの転送先がこのターゲットグループか、ロードバランサーがこのターゲットのゾーンを含むかを確認してください。
healthy-other-fix = 上の理由コードを読んでください。直らなければこのインスタンスを終了し、グループに新しく起動させます。

members-expected = ターゲットが「{ $asg }」のインスタンスと一致すること
members-why = グループは自分のインスタンスを登録し、外すことまで自動で行います。手で登録したものは、壊れていても残ります。
members-strangers = グループのものではないターゲットがあります: { $targets }
members-strangers-fix = 「{ $target_group }」> ターゲット で次を選び、登録解除してください: { $targets }
members-absent = InService なのにターゲットグループにないインスタンスがあります: { $instances }
members-absent-fix = そのインスタンスを終了してください。グループが新しく起動し、自動で登録します。

policy-expected = 「{ $asg }」にターゲット追跡スケーリングポリシー「{ $policy }」があること
policy-why = グループが台数を増やしたり減らしたりするときの決まりです。
policy-fix = 「{ $asg }」> オートスケーリング > 動的スケーリングポリシーを作成する で、「ターゲット追跡スケーリング」を選び、名前を「{ $policy }」にしてください。
policy-disabled = 「{ $policy }」は無効になっています。
policy-disabled-fix = オートスケーリング タブでポリシーを選び、アクション から有効にしてください。
policy-metric-expected = メトリクスが { $metric } であること
policy-metric-why = ターゲットごとのリクエスト数は、インスタンスが増えると下がります。目標値を保つには、この性質が必要です。
policy-metric-other = 別のメトリクス
policy-metric-fix = 「{ $policy }」を編集し、メトリクスタイプに「ターゲットごとの Application Load Balancer リクエスト数」を選んでください。
policy-label-expected = 「{ $alb }」を通って「{ $target_group }」に来るリクエストを数えること
policy-label-why = ポリシーは ID で相手を覚えています。作り直すと、誰も来ない古いほうを数え続けます。
policy-label-none = ラベルなし
policy-label-fix = 「{ $policy }」を編集し、ターゲットグループ「{ $target_group }」を選び直してください。
policy-target-expected = ターゲット値が { $value } であること
policy-target-why = { $the_step_load }の負荷で動くように、わざと小さくしてあります。
policy-target-none = なし
policy-target-fix = 「{ $policy }」を編集し、ターゲット値を { $value } にしてください。
policy-scale-in-expected = スケールインが有効であること
policy-scale-in-why = 無効だと、混雑のときに増えたインスタンスがそのまま残り、料金もかかり続けます。
policy-scale-in-disabled = スケールインが無効になっています。
policy-scale-in-enabled = スケールインは有効です。
policy-scale-in-fix = 「{ $policy }」を編集し、「スケールインを無効にしてスケールアウトポリシーのみを作成する」のチェックを外してください。

site-expected = 「{ $alb }」を通してサイトが応答すること
site-why = インターネットからページまで、道がすべてつながった最初の証拠です。
site-answered = http://{ $name } の応答は { $status } です。
site-answered-by-rule = http://{ $name } の応答は { $status } です。リスナーのルール { $number } が、どのお客さまも先に受け取っています: { $action }
listener-rule-fix = EC2 > ロードバランサー > リスナーとルール で、リスナーのルール { $number } を削除するか、トップページに当てはまらないように条件を絞ってください。全員をターゲットグループに送るのは、デフォルトのルールがしてくれます。
site-answered-by = http://{ $name } の応答は { $status } です。今回答えたのはインスタンス { $instance } です。
site-last-resort = http://{ $name } の応答は { $status } ですが、正常なターゲットが1つもありません。そのようなとき、ロードバランサーは全部のターゲットに送るので、この応答は証拠になりません。
site-last-resort-fix = { $the_step_targets }で、ターゲットに何が足りないのかを調べてください。正常なターゲットがあってサイトが応答すれば、道はつながっています。
site-internal = ロードバランサーが内部向けのため、http://{ $name } に接続できません。
site-not-reached = ここからは http://{ $name } に接続できません。{ $what } { $detail }
site-not-reached-fix = ブラウザーで http://{ $name } を開いてください（https ではなく http です）。お店が見えたら「確認した」と答えてください。
site-name-not-resolved = 名前からアドレスを調べられません。
site-refused = 接続を拒否されました。
site-timed-out = 時間内に応答がありませんでした。
site-other-failure = 接続に失敗しました。
site-502-fix = 502: ロードバランサーの送り先が、正しい応答を返していません。新しいインスタンスがお店をビルドしている間は、これがふつうです。ターゲットの状態は{ $first_step_targets }で分かります。
site-503-fix = 503: ロードバランサーに送り先がありませんでした。1台だけのインスタンスを入れ替えている間は、これがふつうです。ターゲットの状態は{ $first_step_targets }で分かります。
site-504-fix = 504: 時間内に応答するターゲットがありません。ターゲットの状態は{ $first_step_targets }で分かります。
site-5xx-fix = お店のプログラム自体がエラーを返しています。Session Manager で入り、ログを見てください。

load-expected = 1分間のリクエストがターゲットあたり { $value } を超えるか、ポリシーによるスケールアウトがあること
load-why = 負荷がなければ、ポリシーは何もしません。
load-highest = 直近の数時間の最大値: { $count }
load-none = 直近の数時間に、アクセスが記録されていません。
load-fix = 負荷を最後までかけてください。CloudShell でこのステップのスクリプト（ec-site-tutor snippet load）を実行します。
load-wait-fix = アクセスは届いています。数値が CloudWatch に届くまで数分かかるので、負荷を続けて、もう一度確認してください。

alarm-expected = 「{ $policy }」のアラーム { $alarm } があること
alarm-high-why = 混んだ状態が3分続くとアラーム状態になり、台数が増えます。
alarm-low-why = すいた1分間が15回続くとアラーム状態になり、台数が減ります。お客さまが1人も来ないと数字が届かず、前の状態のままかデータ不足になって、台数が減らないことがあります。
alarm-deleted = ポリシーが使う { $name } は、もう存在しません。
alarm-none = ポリシーに { $alarm } がありません。
alarm-fix = 「{ $policy }」を削除し、{ $the_step_scaling_policy }のとおりに作り直してください。アラームも一緒に作られます。

scale-out-expected = 「{ $policy }」による起動が履歴に残っていること
scale-out-why = 手作業ではなく、グループが自分で増えたことの証拠になります。
scale-out-none = AlarmHigh を原因とする起動が、履歴にありません。
scale-out-fix = { $the_step_load }の負荷をもう一度、最後までかけてください。アラームには、混んだ状態が3分続くことが必要です。
scale-out-wait-fix = 負荷は届いています。混んだ状態が3分続き、数字が届くと、アラームが鳴ってグループがインスタンスを起動します。最初の混んだ1分から5、6分かかります。数分後にもう一度確認してください。
scale-out-launching-fix = ポリシーによるインスタンスが起動中です。起動のあと、ウォームアップの表示が数分続くことがありますが、インスタンスはもう働いているかもしれません。少し待って、もう一度確認してください。
scale-out-by-hand-fix = これは手作業による変更です。希望するキャパシティを元に戻してから負荷をもう一度かけ、ポリシーに任せてください。
scale-out-at-max = グループはすでに最大の { $max }台です。
scale-out-at-max-fix = 負荷をかけても、これ以上は増えません。最大がこのラボの台数であることを確かめて、希望するキャパシティを元に戻し、台数が減るのを待ってください。負荷をもう一度かけるのはその後です。

scaled-in-expected = 負荷が終わったあと、グループが最小の台数に戻っていること
scaled-in-why = 増えたインスタンスには、グループが小さくなるまで料金がかかり続けます。
scaled-in-wait-fix = 待つだけです。静かな1分間が続くと AlarmLow が鳴り、グループは一段ずつ小さくなります。その間も、ときどきサイトを開いてください。
scaled-in-no-points-since = グループは { $desired }台のままです。CloudWatch の数字は、{ $time } の1分間が最後です。
scaled-in-no-points = グループは { $desired }台のままです。直近の数時間、CloudWatch に数字がありません。
scaled-in-fix = 10秒ごとに1回、15分ほどサイトを開き続けると、数字がそろって AlarmLow が鳴ります。急ぐなら、グループの希望するキャパシティを { $min } に戻してください。
scaled-in-actions-off-fix = CloudWatch > アラーム > { $alarm } > アクション > アラームアクション > 有効化 を選んでください。

stopped-expected = 「{ $instance }」が停止していること
stopped-why = もう誰の相手もしていないのに、動いている間は料金がかかります。
stopped-fix = EC2 コンソール > インスタンス で「{ $instance }」を選び、インスタンスの状態 > インスタンスを停止 を実行してください。
stopped-wait-fix = 停止処理中です。1 から 2分ほどで終わり、何もする必要はありません。
stopped-member-fix = 停止した { $id } はグループのインスタンスです。グループが自動で代わりを起動します。停止するのは「{ $instance }」のほうです。
stopped-terminated-fix = 元には戻せません。予備が必要なら、自分の AMI から起動し、名前を「{ $instance }」にして停止してください。

image-source-gone = 作成元の { $found } は、もう AWS の一覧にありません。
image-source-gone-fix = それが「{ $instance }」だったのなら「確認した」と答えてください。違うなら、AMI を登録解除して作り直します。

user-data-metadata-off = テンプレートでインスタンスのメタデータが無効になっているので、スクリプトがインスタンスに届きません。
user-data-metadata-fix = テンプレートの新しいバージョンで、高度な詳細 > アクセス可能なメタデータ を「有効」にしてください。

# ほかの教材で使うチェック
alb-scheme-internal-expected = 内部向けであること
alb-scheme-internal-why = このロードバランサーには、VPC の中と、つながったネットワークからだけ届くようにします。
alb-scheme-internal-fix = スキームは変更できません。「{ $alb }」を削除し、スキームを「内部」にして作り直してください。
alb-zones-internal-expected = グループが動くゾーンをすべて含むこと
alb-zones-internal-why = ロードバランサーは、有効になっているゾーンのターゲットにだけリクエストを送ります。
alb-zones-internal-fix = 「{ $alb }」> ネットワークマッピング > サブネットを編集 で、グループが使う各ゾーンのサブネットを選んでください。
target-group-codes-fix = ターゲットグループ > ヘルスチェック > 編集 で、成功コードを { $codes } にしてください。
cause-health-check-codes-set = ヘルスチェックの成功コードが { $codes } ではありません。
listener-any-expected = { $protocol } のポート { $port } で待ち受け、{ $action }こと
listener-any-fix = 「{ $alb }」> リスナーとルール で、{ $protocol } のポート { $port } のデフォルトアクションを「{ $action }」にしてください。
listener-action-forward = { $groups } だけに転送する
listener-action-redirect = { $protocol } のポート { $port } にリダイレクトする
listener-action-fixed = { $code } で応答する
listener-not-on = ポート { $port } で待ち受けているものがありません。
listener-no-certificate = 証明書がありません。
listener-certificate-fix = リスナーのデフォルト証明書を { $certificate } にしてください。
rule-expected = { $condition } のルールが、{ $groups } だけに転送すること
rule-why = ルールがなければ、リクエストはリスナーのデフォルトアクションに進みます。
rule-fix = 「{ $alb }」> リスナーとルール > ポート { $port } のリスナー で、{ $condition } のルールの転送先を { $groups } だけにしてください。
rule-none = デフォルトのほかにルールがありません。
rule-shadowed = 先に試される { $earlier } が、{ $rule } の分まで受け取ります。
rule-shadowed-fix = 条件の細かいルールの優先度を、小さい数にしてください。ルールは小さい数から順に試されます。
rules-expected-in = { $group } のインバウンドルールが、次のものだけを通すこと: { $rules }
rules-expected-in-at-least = { $group } のインバウンドルールが、次のものを通すこと: { $rules }
rules-expected-out = { $group } のアウトバウンドルールが、次のものだけを通すこと: { $rules }
rules-expected-out-at-least = { $group } のアウトバウンドルールが、次のものを通すこと: { $rules }
rules-why = セキュリティグループは、ルールにあるものだけを通します。
rules-missing-fix = 足りないルールを追加してください: { $rules }
rules-excess-fix = 求められていないルールを削除してください: { $rules }
any-of-expected = 次のどれか1つ: { $all }
any-of-why = ここでは、正しいやり方が1つではありません。
any-of-fix = どれか1つを正しくしてください。
not-expected = 次のとおりではないこと: { $what }
not-why = 余分なものは、じゃまになったり、料金がかかったりします。
not-fix = 取り除いてください。
