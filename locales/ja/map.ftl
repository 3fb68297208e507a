# 学習者自身の配線図。
map-head = アカウント { $account }、リージョン { $region }、{ $time } 時点

map-mark-right = 問題なし
map-mark-waiting = AWS が作業中
map-mark-wrong = 問題あり
map-mark-absent = まだない
map-mark-unseen = 見えない
map-mark-aside = ここでは関係なし
map-finding = { $step } { $check }: { $what }
map-words = { $what } - { $word }

map-not-visible = 読み取れなかったため、見えません。
map-not-there = まだありません。
map-comes = まだありません。ステップ { $step } で作ります。
map-two = { $one }、{ $two }

map-internet = インターネット
map-gateway = インターネットゲートウェイ { $gateway }
map-gateway-none = VPC にインターネットゲートウェイがアタッチされていません。
map-gateway-unseen = インターネットゲートウェイは見えません。
map-way-in-anyone = TCP { $port } には、誰でも入れます。
map-way-in-some = TCP { $port } に入れるのは、次の相手だけです: { $who }
map-way-in-nobody = TCP { $port } には、誰も入れません。
map-way-in-unseen = TCP { $port } に誰が入れるのかは見えません。
map-way-in-blocked = VPC のパブリックアクセスブロック（{ $mode }）により、「{ $subnet }」にはインターネットから誰も入れません。
map-way-in-no-ipv4 = パブリック IPv4 アドレスがなく、IPv6 を使うお客さましか入れません。
map-way-in-internal = 内部向けのロードバランサーには、インターネットのお客さまは来られません。

map-balancer = ロードバランサー { $name }
map-state-active = アクティブ
map-state-provisioning = プロビジョニング中
map-state-impaired = アクティブ（障害あり）
map-state-failed = 失敗
map-scheme-internet = インターネット向け
map-scheme-internal = 内部向け
map-stands-in = { $zone } に配置: { $kind } { $subnet }
map-subnet = サブネット
map-subnet-public = パブリックサブネット
map-subnet-private = プライベートサブネット
map-groups = セキュリティグループ: { $groups }
map-groups-none = セキュリティグループが付いていません。

map-listener = リスナー { $listener } の転送先: { $targets }
map-listener-other = リスナー { $listener }: { $action }
map-rule = ルール { $number } が、どのお客さまも先に受け取っています: { $action }
map-action-redirect = 別のアドレスに移動させます
map-action-fixed = いつも同じ応答を自分で返します
map-action-nowhere = 転送先がありません

map-target-group = ターゲットグループ { $name }
map-receives = { $protocol }、ヘルスチェック { $path }、期待するコード { $codes }
map-targets = { $all }台のうち { $healthy }台が正常
map-targets-none = ターゲットが登録されていません。
map-health-unseen = ターゲットの状態は見えません。
map-stranger = { $target }（{ $name }）: { $state }、グループのものではありません
map-attached = { $asg } がインスタンスをここに登録します。
map-not-attached = { $asg } はインスタンスをここに登録しません。

map-group = Auto Scaling グループ { $name }
map-size = 最小 { $min }、希望 { $desired }、最大 { $max }。InService は { $count }台
map-in-subnet = { $kind } { $subnet }
map-zone-empty = 今はインスタンスがありません。
map-zone-unserved = ロードバランサーがこのゾーンに配置されていません。
map-member = { $id }: { $lifecycle }、{ $state }
map-member-why = { $id }: { $lifecycle }、{ $state }（{ $reason }）
map-member-no-target = { $id }: { $lifecycle }、ターゲットグループになし
map-member-unseen = { $id }: { $lifecycle }、状態は見えません
map-state-healthy = 正常
map-state-unhealthy = 異常
map-state-initial = 初期化中
map-state-draining = 登録解除中
map-state-unused = 未使用
map-state-unavailable = 状態を取得できません
map-way-out = 外への道: { $target }
map-way-out-broken = 外への道: { $what }
map-way-out-unseen = 外への道は見えません。
map-nat = NAT ゲートウェイ { $nat }

map-guards = セキュリティグループ: 誰が誰を入れるか
map-guard = { $name }
map-guard-idle = { $name } - どこにも付いていません
map-guard-on = { $name } - 付いている場所: { $carriers }
map-guard-members = { $asg } のインスタンス { $count }台
map-lets-in = 許可: { $who }、{ $what }
map-lets-nobody = 誰も許可していません。
map-anyone = 誰でも（{ $block }）
map-traffic-all = すべてのトラフィック

map-beside = そのほか
map-spare = 元のインスタンス { $name }
map-spare-state = { $id }: { $state }
map-state-pending = 保留中
map-state-running = 実行中
map-state-stopping = 停止中
map-state-stopped = 停止済み
map-state-shutting-down = シャットダウン中
map-state-terminated = 終了済み

map-unseen-title = 見えなかったもの
map-unseen = { $what }: { $why }
map-unseen-denied = { $action } が拒否されました。
map-unseen-not-asked = チューターは問い合わせていません。
map-area-vpcs = VPC
map-area-gateways = インターネットゲートウェイ
map-area-subnets = サブネット
map-area-routes = ルートテーブル
map-area-nat = NAT ゲートウェイ
map-area-groups = セキュリティグループ
map-area-prefix-lists = プレフィックスリスト
map-area-instances = インスタンス
map-area-asg = Auto Scaling グループ
map-area-balancers = ロードバランサー
map-area-listeners = リスナー
map-area-target-groups = ターゲットグループ
map-area-health = ターゲットの状態

tui-place-map = 配線図
tui-map-not-read = アカウントをまだ読み取っていません。Enter キーで確認すると、ここに配線図が描かれます。
map-title = 配線図
map-no-plan = この教材には、図にするものがありません。
map-nothing-visible = アカウントを何も読み取れなかったため、図を描けません。{ $why }
map-partly-visible = 図に描けなかったものがあります。{ $what }
usage-map = 自分のアカウントの配線図を、インターネットからインスタンスまで描く
usage-map-svg = 図を SVG 画像としてこのファイルに書く（- は標準出力）
