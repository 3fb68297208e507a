tui-watch-on = チューターが自動で確認しています。Enter: すぐ確認
tui-watch-asleep = { $minutes }分間キー入力がないため、自動の確認を止めました。何かキーを押すと再開します。
tui-watch-news = { $count }件の結果が変わりました。「確認結果」を見てみましょう。
tui-watch-trouble = 今は確認できませんでした。しばらくしてから、もう一度試します。{ $what }
tui-new = 更新

watch-changed-at = { $time } の変化:
usage-watch = 繰り返し確認し、変わったところだけを出力する
usage-ascii = 記号を ASCII 文字だけにする（Linux コンソールでは常に有効）

waiting-since = { $doing }経過 { $elapsed }、{ $usual }。
waiting-unknown = { $doing }開始時刻は不明、{ $usual }。
waiting-up-to = ふつう{ $longest }分以内
waiting-between = ふつう{ $shortest }から{ $longest }分
waiting-in-demo = { $usual }（デモではもっと早く進みます）

tui-step-waits = ここまで正しくできています。AWS の処理が終わると、ステップ { $step } は自動で完了になります。
tui-do-full = 全画面にする（もう一度押すと戻す）
tui-full-back = { $place }z: 戻す
