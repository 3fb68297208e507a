list-separator = 、

status-passed = 合格
status-failed = 不合格
status-not-yet = まだ
status-waiting = 待機中
status-unknown = 不明
status-manual = 自己確認
status-skipped = 保留

account-unknown = 不明
check-header = アカウント { $account }、リージョン { $region }
step-line = { $symbol } { $id }  { $title } - { $word }
check-locked = { $symbol } ロック中の{ $count }ステップ: { $steps }
step-locked-suffix = （ロック中）
check-summary-counts = { $all }ステップ中 { $passed }ステップが完了しています{ $manual ->
    [0] 。
   *[other] （ほかに { $manual }ステップは自分の確認しだいです）。
}
check-summary-next = { $counts }次は { $step }「{ $title }」です。
check-summary-done = { $counts }することはもうありません。
advice-suffix = （推奨）
line-found = 実際: { $text }
line-why = なぜ大切か: { $text }
line-fix = 対処: { $text }
line-cause = 原因: { $text }
line-evidence = - { $text }
line-consequence = その結果: { $text }
line-console = コンソールでは: { $text }
line-link = ページ: { $text }
line-cli = AWS CLI: { $text }

absent = { $what }が見つかりません。
several = { $what }が複数あります: { $ids }
several-fix = 使わないものを削除するか名前を変えて、1つだけにしてください。
skipped-actual = { $what }が必要なため、まだ確認していません。
skipped-fix = 先に、{ $what }を用意してください。
wait-fix = AWS がまだ処理しています。少し待ってから、もう一度確認してください。

what-vpc = VPC「{ $name }」
what-security-group = この VPC のセキュリティグループ「{ $name }」
what-subnet = この VPC のサブネット「{ $name }」
what-instance = この VPC のインスタンス「{ $name }」
what-instance-profile = インスタンスプロファイル「{ $name }」
what-image = 自己所有の AMI「{ $name }」

unknown-denied = AWS が { $action } を拒否しました: { $message }
unknown-denied-fix = アカウントの管理者に、{ $action } の許可を依頼してから、もう一度確認してください。確認できるまで、次のステップは開きません。
unknown-failed = { $action } を実行できませんでした。{ $what } { $detail }
unknown-everywhere = { $what }（{ $detail }）
unknown-no-region = リージョンが設定されていないため、どこを見ればよいか分かりません。
unknown-not-asked = まだ読み取っていません。
unknown-not-asked-fix = もう一度確認してください。

failure-credentials-missing = AWS の認証情報が見つかりません。
failure-credentials-missing-fix = CloudShell では新しいタブを開いてください。それ以外では「aws login」（または「aws sso login」、アクセスキーなら「aws configure」）でサインインするか、--profile でプロファイルを選んでください。
failure-credentials-expired = AWS の認証情報の有効期限が切れています。
failure-credentials-expired-fix = サインインし直して（「aws login」か「aws sso login」、または CloudShell の新しいタブ）、もう一度確認してください。
failure-credentials-invalid = この認証情報は AWS に受け付けられませんでした。
failure-credentials-invalid-fix = アクセスキーが有効か、意図したプロファイルかを確かめてください。
failure-clock-skew = このコンピューターの時計が AWS とずれすぎています。
failure-clock-skew-fix = コンピューターの時計を合わせてから、もう一度確認してください。
failure-region-missing = リージョンが設定されていません。
failure-region-missing-fix = --region か AWS_REGION で指定するか、AWS のプロファイルに設定してください。
failure-throttled = AWS からリクエストを減らすよう求められ、再試行しても通りませんでした。
failure-throttled-fix = 1分ほど待ってから、もう一度確認してください。
failure-unreachable = AWS に接続できませんでした。
failure-unreachable-fix = ネットワークとプロキシ、設定していれば AWS_ENDPOINT_URL を見直して、もう一度確認してください。
failure-unreadable = AWS のものではない応答が返りました。
failure-unreadable-fix = プロキシや誤った AWS_ENDPOINT_URL が代わりに応答していることがよくあります。見直してから、もう一度確認してください。
failure-service = AWS 側でエラーが起きています。
failure-service-fix = 1分ほど待って、もう一度確認してください。続くときは AWS Health Dashboard を見てください。
failure-refused = AWS がリクエストを拒否しました。
failure-refused-fix = 上にある AWS のメッセージに、何がなぜ拒否されたかが書かれています。
