# 確認結果。

results-pending = { $count }件: { $reason }
results-checked-at = { $time } に確認。{ $left ->
    [0] すべて完了です。
   *[other] 残り{ $left }件です。
}
