tui-watch-on = The tutor looks at your account by itself. Enter: look now
tui-watch-asleep = No key was pressed for { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
}, so the tutor no longer looks by itself. Press any key to go on.
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

tui-step-waits = Right so far. { $step } is done once AWS has finished its part.
tui-full-back = { $place }z: back

tui-place-welcome = At the first run
tui-place-code = Where code stands bare
tui-title-welcome = Welcome
tui-code-none = This step has no code.
tui-code-place = { $number }/{ $count } { $name }
tui-code-wrote = Written: { $file }
tui-code-exists = There already: { $file }. Press w once more to write over it.
tui-code-copied = Sent to the clipboard; if it isn't there, use the mouse.

welcome-lesson = This tutor goes through "{ $title }" with you.
welcome-what = { $lesson } You work in your own AWS account, and the tutor looks whether it is right. It only reads and changes nothing.
welcome-demo = This is the demo: a simulated account in which you can do each step, rightly or wrongly, with the key d, and see what the tutor says. Nothing here touches AWS or costs anything.
welcome-language = Language
welcome-this-language = English (l: 日本語)
welcome-cost = Cost
welcome-cost-range = about { $least } to { $most } an hour while everything runs, the database left out ({ $region }, list prices of { $date })
welcome-leave = Leave with q whenever you like: what you have reached is kept. ? shows all keys.
welcome-leave-unsaved = Leave with q whenever you like. There is no place to keep what you reach. ? shows all keys.
