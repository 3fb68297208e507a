tui-key-space = スペース
tui-key-up = 上
tui-key-down = 下
tui-key-left = 左
tui-key-right = 右

tui-place-step = ステップの画面
tui-place-steps = ステップ一覧
tui-place-account = アカウントの確認
tui-place-actions = デモの操作一覧
tui-place-demo = デモ
tui-place-around = ほとんどの画面
tui-place-everywhere = すべての画面

tui-do-confirm-line = 確認済みにする

tui-state-locked = ロック中
tui-state-open = これから
tui-state-done = 完了
tui-state-broken = 要修正
tui-state-cleaned = 片付け済み

tui-demo-mark = デモ
tui-title-steps = ステップ一覧
tui-title-account = アカウントの確認
tui-title-actions = シミュレーション上のアカウントで、何をしますか？
tui-title-finish = ステップ 4 のまとめ
tui-title-help = キーと記号
tui-tab-lesson = 解説
tui-tab-results = 確認結果
tui-tab-results-open = 確認結果: { $count ->
    [0] 完了
   *[other] 残り{ $count }件
}
tui-tab-hints-none = ヒントなし
tui-tab-hints = ヒント { $shown }/{ $count }

tui-welcome = ようこそ。上下の矢印キーでステップを選び、Enter で開きます。書かれている作業を自分の AWS アカウントで行ってから、チューターに確認させてください。チューターは読み取るだけで、何も変更しません。
tui-welcome-demo = デモへようこそ。Enter でステップを開き、d を押してシミュレーション上のアカウントを操作します。正しい操作も間違った操作も試してから、チューターに確認させてください。本物の AWS には一切アクセスしません。

tui-not-known = 未確認
tui-asking = AWS に問い合わせています...
tui-status = アカウント { $account } | { $region }
tui-not-saving = 進み具合は保存されません
tui-no-home = ホームフォルダーがないため、進み具合を保存できません。このまま使えますが、終了すると記録は消えます。

tui-account-question = ラボを行うアカウントとリージョンは、これで合っていますか？
tui-account-number = アカウント
tui-account-identity = ID（ARN）
tui-account-region = リージョン
tui-account-promise = チューターがこのアカウントで使うのは、読み取り（Describe、Get、List）だけです。何も変更しません。
tui-account-changed = 認証情報が別のアカウントに変わりました（前は { $before }）。今の結果は、これまでの記録に加えません。
tui-caller-changed = 認証情報が変わりました。これまでの { $before } ではなく、{ $now } として読み取っています。
tui-account-refused = 何も読み取りませんでした。別のアカウントを使うには、q で終了し、--profile を付けて起動するか、サインインし直してください。
tui-account-first = アカウントがまだ分からないため、自己確認を記録できません。
tui-still-asking = AWS に問い合わせています。アカウントが分かりしだい、確認を始めます。

tui-checking = アカウントを確認しています... { $seconds }秒
tui-not-checked = まだ確認していません。Enter で確認します。
tui-no-checks = このステップには、確認する項目がありません。
tui-nothing-read = アカウントを読み取れませんでした。
tui-confirmed = 確認済み
tui-statement = { $number }. { $text }
tui-repairs-how = v を押すと、コマンドとページのアドレスだけを1つずつ、コピーしやすい形で表示します。
tui-statements-how = ここは自分の目で確かめる項目です。番号キーで「確認済み」にし、もう一度押すと取り消します。
tui-nothing-to-confirm = ここには、自己確認の項目がありません。

tui-step-done = { $step }が完了しました。
tui-still-done = { $step }は完了したままです。
tui-done-by-itself = { $text }読み終えたら、n で次のステップへ進めます。
tui-done-along = { $step }は、前のステップと一緒に完了しています。ここで見るものを読んだら、n で進みましょう。
tui-steps-done = 完了 { $done }/{ $all }
tui-check-first = まだアカウントを読み取っていません。先に確認してください。
tui-report-how = e を押して、その1行を貼り付けます。
tui-report-kept = { $count }項目をまとめて確認済みにしました。
tui-report-incomplete = { $word } で始まる1行が見つかりません。スクリプトの最後の行を、端から端まで貼り付けてください。
tui-report-left = まだ残っているものがあります。次のようになっているか、見直してください: { $checks }
tui-offer-next = { $text } Enter: 次のステップ
tui-lesson-done = 最後のステップまで完了しました。おめでとうございます！
tui-offer-finish = { $text } Enter: まとめ
tui-not-yet = { $step }はまだ終わっていません。足りないところは「確認結果」にあります。
tui-was-cleaned = { $time }に完了し、いまは片付け済みです。
tui-all-cleaned = ステップ 4 で作ったものは、すべて片付いています。お疲れさまでした。
tui-still-locked = アカウントを確認しました。{ $step }はまだロック中です。
tui-broken-again = 完了していたのに、今は条件を満たしていません: { $steps }
tui-first-step = ここが最初のステップです。
tui-last-step = ここが最後のステップです。

tui-locked = このステップはまだ開けません。
tui-locked-until = { $step }が完了すると開きます。
tui-locked-read-ahead = 解説だけは、先に読めます。確認、ヒント、演習は、開いてから使えます。

tui-no-hints = このステップにはヒントがありません。
tui-hint = ヒント { $number } / { $count }
tui-hint-first = ヒントは{ $count }つあります。考えるきっかけから始まり、最後が答えです。h で1つ目を開きます。
tui-hint-more = h で次のヒントを開きます。
tui-hint-last = ヒントはこれで全部です。

tui-actions-intro = 矢印キーと Enter か、番号で選びます。教材どおりの操作と、実際によくある間違いが混ざっています。操作したら、確認してみましょう。
tui-no-actions = このステップには、シミュレーション上のアカウントでの操作はありません。Enter で戻り、解説を読んで確認してください。
tui-performed = 「{ $action }」を実行しました。続けて確認してみましょう。
tui-start-over-sure = デモを最初からやり直し、進み具合を消しますか？ もう一度 r を押すと実行します。
tui-started-over = デモを最初の状態に戻しました。

tui-help-signs = 記号
tui-too-small = 画面が小さすぎます（{ $width }x{ $height }）。{ $least_width }x{ $least_height } 以上に広げてください。q で終了します。

tutor-terminal-failed = 端末でエラーが起きました: { $error }
