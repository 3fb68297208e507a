tui-watch-on = The tutor looks at your account by itself. Enter: look now
tui-watch-asleep = No key was pressed for { $minutes } minutes, so the tutor no longer looks by itself. Press any key to go on.
tui-watch-news = { $count ->
    [one] One result has changed. See Results.
   *[other] { $count } results have changed. See Results.
}
tui-watch-trouble = The tutor couldn't look just now, and will try again. { $what }
tui-new = new

watch-changed-at = Changed at { $time }:
usage-watch = Look again and again, and print what changes
