demo-starts-over = 保存してあったデモのアカウントは、このプログラムの別のバージョンのものか、読み取れないものです。新しいアカウントで始めます。

# --demo の模擬アカウントで学習者ができる操作。ふつうの名前で60桁ほどに収める。
demo-nat-repair = NAT ゲートウェイを作り、ルートを向け直す
demo-nat-delete = 節約のために NAT ゲートウェイを削除する
demo-nat-failed = NAT ゲートウェイを作り直すが、作成に失敗する
demo-base-tag = { $instance } の Name タグを { $tag } に変える
demo-base-launch = { $instance } をもう一度起動する
demo-base-terminate = { $instance } を終了（削除）する

demo-alb-sg = { $group } を { $vpc } に作り、HTTP だけ開ける
demo-alb-sg-default-vpc = { $group } をデフォルト VPC に作る
demo-alb-sg-name-tag = { $group } を Name タグにだけ入力する
demo-alb-sg-ssh = { $group } で SSH も許可する
demo-alb-sg-ipv6 = { $group } で IPv6 も許可する

demo-web-sg = { $group } を { $source } からだけにする
demo-web-sg-open-rule-left = { $source } を追加し、開いたルールも残す
demo-web-sg-itself = { $group } 自身からだけにする

demo-region = リージョンを { $region } に切り替える

demo-image = { $instance } から AMI「{ $image }」を作る
demo-image-source = 別のインスタンスから「{ $image }」を作る
demo-image-again = { $image } を登録解除して作り直す
demo-image-copy-fails = { $image } を作り直すが、コピーが失敗する
demo-image-deregister = { $image } を登録解除する

demo-template = { $template } を教材どおりに作る
demo-template-default = ユーザーデータのないバージョンを足す（Default は 1）
demo-template-sample-secret = ユーザーデータにサンプルの ARN を残す
demo-template-encoded-twice = エンコード済みのユーザーデータを貼る
demo-template-key-pair = キーペアを選ぶ
demo-template-type = インスタンスタイプ { $kind } を選ぶ
demo-template-no-profile = インスタンスプロファイルを選び忘れる
demo-template-no-rds-sg = セキュリティグループ { $group } を選び忘れる

demo-wizard = ウィザードで { $asg } と { $alb } を作る
demo-wizard-internal = ウィザードで { $alb } を内部のままにする
demo-wizard-default-version = ウィザードで { $asg } を Default のままにする
demo-wizard-private-subnets = ウィザードで { $alb } をプライベートサブネットに置く
demo-wizard-other-zone = { $alb } を { $zone } でなく { $other } に置く
demo-wizard-wrong-port = ウィザードで { $group } を { $port }番にする
demo-wizard-not-attached = ウィザードのあと { $asg } から { $group } を外す
demo-schedule-to-zero = { $asg } を夜間0台にする予定のアクションが動く
demo-schedule-delete = 予定されたアクションを削除し、{ $asg } の容量を元に戻す

demo-alb-groups = { $alb } を { $group } だけにする
demo-alb-groups-web-left = { $alb } に { $group } と { $other } を付ける
demo-alb-groups-of-instances = { $alb } に { $group } と { $other } を付ける

demo-targets-repair = ネットワークを直し、失敗したインスタンスを入れ替える
demo-build-without-nat = NAT ゲートウェイを消し、インスタンスを入れ替える
demo-alb-sg-closed = { $group } のルールをすべて削除する
demo-target-by-hand = { $instance } を { $group } に手で登録する
demo-balancer-checks-on = { $asg } で ELB のヘルスチェックをオンにする
demo-balancer-checks-off = { $asg } の ELB のヘルスチェックをオフにする
demo-hook-add = { $asg } に、応答しない起動フックを足す
demo-hook-delete = { $asg } のライフサイクルフックを削除する
demo-target-deregister = { $group } からインスタンスを手で登録解除する

demo-policy = { $policy } を作る（1台あたり { $target } リクエスト）
demo-policy-cpu = { $policy } のメトリクスを CPU のままにする
demo-policy-other-target = { $policy } で前のターゲットグループを選ぶ
demo-policy-no-scale-in = { $policy } のスケールインを無効にする
demo-policy-name = 末尾に空白のある「{ $policy } 」を作る

demo-load = { $alb } を開き、{ $count } リクエストを送る
demo-load-too-small = { $alb } に1分に10リクエストだけ送る
demo-load-one-page = { $alb } を1ページ開くだけにする

demo-policy-again = { $policy } を削除して作り直す
demo-alarm-delete-high = AlarmHigh を手で削除する
demo-alarm-delete-both = 2つのアラームを手で削除する

demo-scale-by-policy = 希望するキャパシティを { $desired } に戻し、負荷をかけ直す
demo-desired-by-hand = 希望するキャパシティを手で { $desired } にする
demo-alarm-actions-off = アラームのアクションを無効にして負荷をかける
demo-alarm-actions-on = アラームのアクションを有効に戻す
demo-visit-now-and-then = { $alb } を10秒ごとに15分間開く
demo-desired-back = 希望するキャパシティを手で最小に戻す

demo-base-stop = { $instance } を停止する
demo-base-restore = { $instance } をもう一度起動して停止する
demo-member-stop = { $asg } のインスタンスを停止する

demo-clean = { $what } を削除する
demo-clean-rule = { $group } のルールから { $source } を消す
demo-clean-snapshots = 元の AMI がないスナップショットを削除する
demo-clean-address = 使われていない Elastic IP を解放する
