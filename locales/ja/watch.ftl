tui-watch-on = チューターが自動で確認しています。Enter: すぐ確認
tui-watch-asleep = { $minutes }分間キー入力がないため、自動の確認を止めました。何かキーを押すと再開します。
tui-watch-news = { $count }件の結果が変わりました。「確認結果」を見てみましょう。
tui-watch-trouble = 今は確認できませんでした。しばらくしてから、もう一度試します。{ $what }
tui-new = 更新

watch-changed-at = { $time } の変化:
usage-watch = 繰り返し確認し、変わったところだけを出力する
