usage-policy = チューターに必要な、読み取り専用で最小限の IAM ポリシーを出力する
usage-cost = ラボの料金（今、これまで、放置した場合）を表示する

lesson-price = { $price } は料金として使えません。0 以上の数を指定してください

cost-prices = { $region } の定価（{ $date } 時点、{ $source }）による見積もりです。税金、無料利用枠、割引、データ転送は含みません。
cost-other-region = 料金表は { $table } のもので、見ているリージョンは { $account } です。実際の料金とは異なります。config.toml の [prices] に、このリージョンの料金を書くことができます。
cost-nothing = 見える範囲では、今このラボで料金のかかるものはありません。
cost-item = { $what }: 1時間 { $amount }
cost-item-without-price = { $what }: 料金が分かりません
cost-since = { $at } から
cost-since-unknown = いつからかは分かりません
cost-so-far = これまでに { $amount }
cost-monthly = 1か月で { $amount }
cost-basis-hour = { $count } x { $price }/時
cost-basis-size = { $size } GB x { $price }/GB・月
cost-basis-month = { $count } x { $price }/月
cost-load-balancer = ロードバランサー { $name }
cost-addresses-of = { $of } のパブリック IPv4
cost-unattached-address = 何にも使われていない Elastic IP { $address }
cost-nat-gateway = NAT ゲートウェイ { $id }
cost-nat-gateway-regional = NAT ゲートウェイ { $id }（リージョナル、{ $zones }つのゾーン）
cost-encryption-control = { $vpc } の VPC 暗号化コントロール
cost-instance = インスタンス { $name }、{ $kind }
cost-volume = { $instance } のディスク { $id }
cost-snapshot = スナップショット { $id }
cost-alarms = { $asg } のアラーム
cost-note-lcu = このほかに、負荷に応じた LCU の料金がかかります。1 LCU で1時間 { $price }、空いているお店なら 1 LCU に届きません。
cost-note-nat = このほかに、通信量 1 GB あたり { $price } がかかります。
cost-note-unlimited = 起動してすぐのビルドなど、ベースラインを超えて動いた分は、余剰クレジットの料金が加わることがあります。
cost-note-snapshot = 最大の額です。実際に保存されているブロックの分だけ請求されます。
cost-note-other-image = ベースのインスタンスから作った別の AMI「{ $image }」のものです。最大の額です（実際に保存されているブロックの分だけ請求されます）。
cost-note-encryption-control = このラボでは使いません。何かが置かれている VPC ごとに時間料金がかかります。料金は Amazon VPC の料金ページにあります。
cost-note-orphan = 元の AMI はもうなく、何の役にも立っていません。最大の額です（実際に保存されているブロックの分だけ請求されます）。
cost-gap = 見えなかったため、計算に入れていません: { $why }
cost-at-least = 少なくとも { $amount }
cost-total-hourly = 今: 1時間 { $amount }
cost-total-so-far = これまで: { $amount }
cost-total-monthly = 放置すると: 1か月（730時間）で { $amount }
cost-rounding = 1時間あたりの額は $0.0001、そのほかは1セントの単位に丸めています。インスタンスは最後に起動したときから数えます。
cost-not-included = 前のステップの Aurora、Secrets Manager、S3 は含みません。何をどの順に削除すればよいかは ec-site-tutor cleanup で確認できます。

cost-short = 約 { $amount }/時
cost-short-at-least = { $amount }/時以上
cost-reminder = ラボの料金がかかり続けています（{ $rate }、定価、最後に確認した時点）。内訳は ec-site-tutor cost、片付け方は ec-site-tutor cleanup で確認できます。
cost-reminder-demo = 本物のアカウントなら、このラボの料金がかかり続けます（{ $rate }、最後に確認した時点）。内訳は ec-site-tutor cost --demo、片付け方は ec-site-tutor cleanup --demo で確認できます。

account-unreadable = { $what }{ $fix }
