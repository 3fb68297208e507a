# `doctor`: プログラムが動く場所のようす。
usage-doctor = 認証情報、リージョン、ネットワーク、ターミナル、保存先を調べ、おかしいところと対処を知らせる

doctor-good = 良好
doctor-odd = 注意
doctor-bad = 異常
doctor-remedy = 対処: { $remedy }
doctor-summary = 異常 { $bad }件、注意 { $odd }件。
doctor-and = { $first }。{ $second }
doctor-from = { $what }（{ $origin }）
doctor-set = { $place } = { $value }

doctor-label-version = バージョン
doctor-label-account = アカウント
doctor-label-credentials = 認証情報
doctor-label-identity = 身元
doctor-label-region = リージョン
doctor-label-endpoints = エンドポイント
doctor-label-proxy = プロキシ
doctor-label-trust = 信頼する証明書
doctor-label-clock = 時計
doctor-label-permissions = 権限
doctor-label-terminal = ターミナル
doctor-label-locale = 言語
doctor-label-zone = タイムゾーン
doctor-label-state = 保存先
doctor-label-tutors = ほかの起動

doctor-place-settings = config.toml の { $field }
doctor-place-line = { $file } の { $number }行目
doctor-place-metadata = インスタンスメタデータ

doctor-release = { $program }。この教材は { $lesson } のバージョン { $edition }
doctor-simulated = 練習用のアカウントです。AWS には何も問い合わせません
doctor-not-built = このビルドで使えるのはデモだけで、AWS のアカウントは読めません
doctor-not-built-remedy = --demo を付けるか、AWS を含めてビルドしてください: cargo build

doctor-kind-keys = アクセスキー
doctor-kind-sso = IAM Identity Center
doctor-kind-login = aws login
doctor-kind-role = 引き受けるロール
doctor-kind-process = 認証情報を出力するコマンド
doctor-kind-web-identity = ウェブ ID トークン
doctor-kind-container = コンテナーエンドポイント
doctor-kind-metadata = このインスタンスのロール
doctor-source = { $kind }（{ $place }）
doctor-source-profile = プロファイル { $profile } の{ $kind }（{ $place }）
doctor-source-role = { $role } を引き受け
doctor-no-end = 期限の情報なし
doctor-ends = { $at } まで有効
doctor-ends-remedy = 残りは15分もありません。先へ進む前にサインインし直してください。
doctor-ended = { $at } に期限切れ
doctor-ended-remedy = 前回と同じ方法でサインインし直してください。
doctor-rest-waits = { $fix }身元と権限は、これが直ってから調べます。

doctor-root-remedy = 何でもできてしまうルートユーザーです。IAM ユーザーかロールで作業してください。
doctor-region = { $code }（{ $place }）
doctor-region-remedy = 教材のリージョンは { $lesson } です。ラボが { $code } にないなら、--region { $lesson } を付けてください。
doctor-endpoints-own = AWS の標準
doctor-endpoints-remedy = AWS ではなく、ここへ送られます。違うなら設定を外してください。
doctor-proxy-none = なし
doctor-proxy-refuses = { $proxy }（接続できません: { $error }）
doctor-proxy-refuses-remedy = このアドレスからは応答がありません。変数を直すか、プロキシが要らない場所なら変数を外してください。
doctor-proxy-refused-remedy = AWS への通信を断られました。amazonaws.com を許可するよう管理者に頼むか、プロキシが要らない場所なら変数を外してください。
doctor-proxy-remedy = これを通して AWS に届きませんでした。動いているか管理者に確かめるか、プロキシが要らない場所なら変数を外してください。
doctor-trust-system = システムの標準
doctor-trust-file = { $set }（証明書 { $count }件）
doctor-trust-empty = { $set } に証明書がありません
doctor-trust-unread = { $set } を読めません: { $error }
doctor-trust-remedy = PEM 形式の証明書のファイルを指定するか、設定を外してシステムの標準に戻してください。
doctor-clock-right = AWS の応答の時刻と合っています
doctor-clock-ahead = AWS より { $seconds }秒進んでいます
doctor-clock-behind = AWS より { $seconds }秒遅れています
doctor-allowed = { $all }個のうち { $count }個が許可されています
doctor-denied = { $all }個のうち { $count }個が拒否されました: { $names }
doctor-all-denied = 試した { $all }個がすべて拒否されました
doctor-untried = 試す相手がまだないもの: { $names }
doctor-unclear = { $all }個のうち { $count }個は不明です: { $names }（{ $words }）
doctor-unclear-remedy = 許可とも拒否とも分かりませんでした。1分ほど待ってから、もう一度試してください。
doctor-statement-remedy = ポリシーに次を加えるよう、アカウントの管理者に頼んでください: { $statement }
doctor-policy-remedy = 次のコマンドが出すポリシーを付けるよう、アカウントの管理者に頼んでください: ec-site-tutor policy

doctor-no-terminal = ここはターミナルではないので、調べません
doctor-terminal = { $width }x{ $height }、{ $term }、{ $colours }、{ $signs }
doctor-colours = 色あり
doctor-no-colours = 色なし
doctor-not-measured = 文字の幅は応答なし
doctor-utf8 = UTF-8、罫線の幅 { $cells }
doctor-not-utf8 = 「あ」の幅が { $cells }
doctor-small-remedy = ウィンドウを { $width }x{ $height } 以上に広げるか、--plain を使ってください。
doctor-dumb-remedy = カーソルを動かせないターミナルです。--plain を使ってください。
doctor-not-utf8-remedy = ターミナルの文字コードを UTF-8 にするか、--lang en --ascii を使ってください。
doctor-ambiguous-remedy = 幅のあいまいな文字を1桁で表示するようターミナルを設定するか、--ascii を使ってください。

doctor-locale = { $language }（{ $origin }）
doctor-locale-nobody = 指定がないので英語
doctor-locale-remedy = 表示には UTF-8 を使います。{ $name } を .UTF-8 で終わるロケールにしてください。
doctor-zone-named = { $name }、{ $offset }
doctor-zone-system = システムの設定
doctor-zone-nobody = 設定なし
doctor-zone-unknown = UTC です。TZ の { $text } というタイムゾーンはありません
doctor-zone-remedy = config.toml に time_zone = "Asia/Tokyo" のように書いてください
doctor-zone-cloud-shell-remedy = CloudShell の時計は UTC ですが、コンソールには現地の時刻が出ます。config.toml に time_zone = "Asia/Tokyo" と書くと、ここもそろいます。
doctor-state = { $folder }、書き込めます
doctor-state-room = { $folder }、書き込めます、空き { $room }
doctor-state-nowhere = ホームフォルダーがないので、進捗は保存されません
doctor-state-nowhere-remedy = HOME か XDG_STATE_HOME に、自分のフォルダーを指定してください。
doctor-state-refused = { $folder } に書き込めないので、進捗は保存されません: { $error }
doctor-state-remedy = フォルダーに書き込めるようにするか、空きを増やすか、XDG_STATE_HOME で別の場所を指定してください。
doctor-room-remedy = 進捗は小さなファイルですが、空きがほとんどありません。空きを増やしてください。
doctor-tutors-none = なし
doctor-tutors-untold = システムからは分かりません
doctor-tutors = { $count }つ動いています: プロセス { $numbers }
doctor-tutors-remedy = 進捗が壊れることはありませんが、それぞれがアカウントを読みに行きます。使わないものは終了してください。
