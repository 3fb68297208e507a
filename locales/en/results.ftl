# What checks found.

results-pending = { $count } { $count ->
    [one] check
   *[other] checks
}: { $reason }
results-checked-at = Checked at { $time }: { $left ->
    [0] all done.
   *[other] { $left } left.
}
