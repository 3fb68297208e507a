# 最後のページ: ラボの結果と、残っていること。

finish-head = ステップ 4 がすべて終わりました。おつかれさまでした！
finish-steps = ステップ
finish-steps-done = { $all }ステップ中 { $done }ステップ完了
finish-time = 時間（休憩込み）
finish-span = { $hours ->
    [0] { $minutes }分
   *[other] { $hours }時間{ $minutes }分
}
finish-mended = 直した間違い
finish-mended-count = { $count ->
    [0] なし
   *[other] { $count }件。自分で見つけて直しました
}
finish-cost = 料金
finish-cost-so-far = これまでに約 { $amount }。今は1時間に約 { $hourly }
finish-page = 提出
finish-page-made = { $file } に作りました
finish-page-to-make = まだです。E で作れます。片付けた後では、結果を写せません
finish-page-too-late = もう片付けたため、この画面からは作れません
finish-cleanup = 片付け
finish-cleanup-left = 残っているもの: { $items }
finish-cleanup-nothing = 残っているものはありません
finish-order = 先に提出用のページを作り、それから ec-site-tutor cleanup の順番で片付けます。s でステップの一覧に戻れます。

# 戻ってきたとき。
recap-last = おかえりなさい。最後に完了したのは{ $step }で、{ $ago }前です。
recap-check = ステップを開いて Enter を押すと、今の状態とそれからの料金を確かめます。
recap-cost = それからの料金は、定価で { $amount } です。
recap-same = 完了したステップは、そのままの状態です。
