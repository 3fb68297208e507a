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
usage-ascii = Use ASCII signs only, for terminals that draw others badly (always so on the Linux console)

waiting-since = { $doing } { $elapsed } so far, { $usual }.
waiting-unknown = { $doing } AWS doesn't say since when; { $usual }.
waiting-up-to = usually up to { $longest } min
waiting-between = usually { $shortest } to { $longest } min
waiting-in-demo = { $usual } (here it goes faster)

tui-step-waits = Right so far. Step { $step } is done once AWS is; the tutor looks again by itself.
tui-do-full = whole window, and back
tui-full-back = { $place }z: back
