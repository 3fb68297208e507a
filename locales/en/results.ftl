# A step with much to say, in short.

overview-title = { $count } { $count ->
    [one] check isn't passed
   *[other] checks aren't passed
} yet: in short, then one by one.
overview-head = { $expected }: { $what }
overview-skipped = { $count ->
    [one] One more waits for that.
   *[other] { $count } more wait for that.
}
