# 動いているグループ: 誰が何を変えているのか、どう止めるのか。
mend-scheduled-action = EC2 > Auto Scaling グループ > { $asg } > オートスケーリング > スケジュールされたアクション で、この台数にしたアクションを削除するか、台数と時刻を変えてください。台数を戻すのはその後です。先に戻しても、次の時刻にまた変わります。
evidence-aws-says = AWS のメッセージ: { $words }
replaced-actual = { $since } から { $count }台のインスタンスが入れ替えられました。今は: { $members }
replaced-fix = 待っていても同じことの繰り返しです。どのインスタンスも応答できない理由を調べてください。
evidence-replaced-since = { $since } から { $count }台のインスタンスが入れ替えられました。
evidence-newest-removal = このうち最新のアクティビティ: { $words }
evidence-health-settings = グループのヘルスチェックのタイプは { $kind }、猶予期間は { $seconds }秒です。
mend-given-up = 理由を調べる間、インスタンスに時間を与えましょう。ヘルスチェックの猶予期間をビルドにかかる時間より長くするか、ヘルスチェックのタイプを EC2 にします。そして最新のインスタンスの起動ログで最初のエラーを探し、直してから、グループに新しいインスタンスを起動させてください。
mend-taken-away = 誰がインスタンスを停止または終了しているのかを調べてください。手作業なら CloudTrail > イベント履歴 の StopInstances と TerminateInstances に残ります。夜に停止するスケジュールや、ユーザーデータでシャットダウンする行のこともあります。グループのインスタンスは停止しないでください。減らすときはグループを変えます。
mend-reported = このインスタンスに対して SetInstanceHealth を呼び出しているものがあります。CloudTrail > イベント履歴 で誰なのかを調べ、止めてください。
scale-out-actions-off = { $alarm } のアクションが無効です。
scale-out-actions-off-fix = CloudWatch > アラーム > { $alarm } > アクション > アラームアクション > 有効化。その後、{ $the_step_load }の負荷をもう一度、最後までかけてください。
evidence-alarm-mute = { $alarm } の状態は { $state } で、アクションが無効です（ActionsEnabled が false）。
cause-scale-in-no-points = お客さまがいないと CloudWatch に数字が届かず、AlarmLow は判断できません。グループは大きいままです。
evidence-surplus = 最小の { $min }台より { $count }台多く、その分の定価は1時間 { $amount } です。
evidence-surplus-plain = 最小の { $min }台より { $count }台多く、その分の料金がかかり続けます。
scale-out-unexplained-fix = ポリシー、メトリクス、アラームとそのアクション、グループのプロセスには問題がありませんでした。CloudWatch > アラーム > AlarmHigh > 履歴 で、負荷の間の動きを見てから、負荷をもう一度、最後までかけてください。
