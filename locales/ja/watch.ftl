tui-watch-on = チューターが自動で確認しています。Enter: すぐ確認
tui-watch-asleep = { $minutes }分間キー入力がないため、自動の確認を止めました。何かキーを押すと再開します。
tui-watch-news = { $count }件の結果が変わりました。「確認結果」を見てみましょう。
tui-watch-trouble = 今は確認できませんでした。しばらくしてから、もう一度試します。{ $what }
tui-new = 変化あり

watch-changed-at = { $time } の変化:
usage-watch = 繰り返し確認し、変わったところだけを出力する
usage-ascii = 記号を ASCII 文字だけにする（Linux コンソールでは常に有効）

waiting-since = { $doing }経過 { $elapsed }、{ $usual }。
waiting-unknown = { $doing }開始時刻は不明、{ $usual }。
waiting-up-to = ふつう{ $longest }分以内
waiting-between = ふつう{ $shortest }から{ $longest }分
waiting-in-demo = { $usual }（デモではもっと早く進みます）

tui-step-waits = ここまで正しくできています。AWS の処理が終われば、{ $step }は完了です。
tui-full-back = { $place }z: 戻す

tui-place-welcome = 最初の画面
tui-place-code = コードだけの画面
tui-title-welcome = ようこそ
tui-code-none = このステップにはコードがありません。
tui-code-place = { $number }/{ $count } { $name }
tui-code-wrote = 保存しました: { $file }
tui-code-exists = すでにあります: { $file }。もう一度 w を押すと上書きします。
tui-code-copied = クリップボードに送りました（届かなければマウスで選択）

welcome-lesson = 「{ $title }」を一緒に進めます。
welcome-what = { $lesson }作業は自分の AWS アカウントで行い、できたかどうかをチューターが確認します。読み取るだけで、何も変更しません。
welcome-demo = これはデモです。d を押すと、シミュレーション上のアカウントで各ステップを操作できます。正しい操作も間違った操作も試して、チューターの反応を見てください。本物の AWS には一切アクセスせず、料金もかかりません。
welcome-language = 言語
welcome-this-language = 日本語（l: English）
welcome-cost = 料金
welcome-cost-range = すべて動いている間、1時間に約 { $least } から { $most }（データベースを除く。{ $region }、{ $date } の定価）
welcome-leave = q でいつでも終了できます。進み具合は保存されます。? ですべてのキーを表示します。
welcome-leave-unsaved = q でいつでも終了できます。保存する場所がないため、進み具合は残りません。? ですべてのキーを表示します。
