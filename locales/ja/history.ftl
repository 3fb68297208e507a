# グループ自身のアラームとアクティビティを言葉で。
history-title = あなたのアカウントの記録
history-at = { $time }  { $text }
history-activity = { $why }{ $what }

history-alarm-high = AlarmHigh が鳴り、{ $policy } が台数を { $from } から { $to } に増やすよう求めました。
history-alarm-low = AlarmLow が鳴り、{ $policy } が台数を { $from } から { $to } に減らすよう求めました。
history-alarm-other = アラーム { $alarm } が鳴り、{ $policy } が台数を { $from } から { $to } に変えるよう求めました。
history-alarm-plain = アラーム { $alarm } が { $policy } を動かしました。
history-created = だれかがグループを { $to } 台で作りました。
history-created-plain = だれかがグループを作りました。
history-by-hand = だれかが手作業で台数を { $from } から { $to } に変えました。
history-by-hand-plain = だれかが手作業で台数を変えました。
history-removed-by-hand = だれかがこのインスタンスを外すよう求めました。
history-ec2-health = EC2 のヘルスチェックで、インスタンスの停止、終了、または故障が見つかりました。
history-balancer-health = ロードバランサーのヘルスチェックで、インスタンスが異常とされました。
history-custom-health = インスタンスが異常だと報告されました。
history-replacement = 異常なインスタンスの代わりが必要でした。
history-balancing = ゾーンごとの台数をそろえるためです。
history-difference = { $from } 台でしたが、必要なのは { $to } 台でした。
history-difference-plain = 台数が希望と違っていました。
history-no-cause = AWS の記録に原因がありません。
history-unknown = AWS の記録のまま: { $cause }{ " " }

history-launched = インスタンス { $id } を起動しました。
history-launching = インスタンス { $id } を起動しています。
history-launch-failed = 起動に失敗しました。AWS のメッセージ: { $reason }
history-terminated = インスタンス { $id } を終了しました。
history-terminating = インスタンス { $id } を終了しています。
history-termination-failed = インスタンス { $id } を終了できませんでした: { $reason }
history-other = { $description }（{ $status }）

history-watches-high = { $name }: { $metric }が { $points } 回続けて { $threshold } を上回ると鳴ります（{ $minutes } 分間）。
history-watches-low = { $name }: { $metric }が { $points } 回続けて { $threshold } を下回ると鳴ります（{ $minutes } 分間）。
history-watches-plain = { $name }: 条件を AWS から読み取れません。
history-metric-requests = ターゲットあたり1分間のリクエスト数
history-metric-other = ポリシーの見ている値
history-points-high = ここまでに届いた最新の { $points } 分のうち、{ $count } 分が { $threshold } を上回りました。
history-points-low = ここまでに届いた最新の { $points } 分のうち、{ $count } 分が { $threshold } を下回りました。
history-state-ok = このときから OK です。条件に当てはまっていません。
history-state-alarm = このときからアラーム状態です。条件に当てはまっています。
history-state-no-data = このときからデータ不足です。判断できるだけの値がまだありません。お客さまがいない間は、これがふつうです。
history-state-other = このときから { $state } です。
history-low-at-min = お店がひまなときの、ふつうの状態です。減らしたくても、グループはもう最小の { $min } 台です。
history-low-shrinks = 静かな時間が十分に続いたので、ポリシーが台数を減らします。
history-high-at-max = グループはもう最大の { $max } 台なので、これ以上は増えません。
history-high-grows = インスタンスの受け持てる数を超えているので、ポリシーが台数を増やします。
