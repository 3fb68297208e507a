tui-key-space = Space
tui-key-up = Up
tui-key-down = Down
tui-key-left = Left
tui-key-right = Right

tui-place-step = On a step
tui-place-steps = In the list of steps
tui-place-account = When asked about the account
tui-place-actions = In the list of demo actions
tui-place-demo = In the demo
tui-place-around = Almost everywhere
tui-place-everywhere = Everywhere

tui-do-confirm-line = confirm a line

tui-state-locked = locked
tui-state-open = to do
tui-state-done = done
tui-state-broken = broken
tui-state-cleaned = cleaned up

tui-demo-mark = DEMO
tui-title-steps = Steps
tui-title-account = Your account
tui-title-actions = What do you do in the simulated account?
tui-title-finish = What step 4 came to
tui-title-help = Keys and signs
tui-tab-lesson = Lesson
tui-tab-results = Results
tui-tab-results-open = Results: { $count ->
    [0] all right
   *[other] { $count } open
}
tui-tab-hints-none = No hints
tui-tab-hints = Hints { $shown }/{ $count }

tui-welcome = Welcome. Choose a step with the arrow keys and open it with Enter. Do what it says in your own AWS account, then let the tutor check it. The tutor only looks: it never changes anything.
tui-welcome-demo = Welcome to the demo. Open a step with Enter, press d to act in a simulated account, rightly or wrongly, and let the tutor check it. Nothing here touches AWS.

tui-not-known = not known yet
tui-asking = asking AWS who you are ...
tui-status = Account { $account } | { $region }
tui-not-saving = progress is not saved
tui-no-home = There is no home folder to keep progress in. The tutor works, but it will have forgotten everything when you come back.

tui-account-question = Is this the account and the region that you do the lab in?
tui-account-number = Account
tui-account-identity = Identity
tui-account-region = Region
tui-account-promise = The tutor reads this account with Describe, Get and List calls only, and changes nothing.
tui-account-changed = The credentials now belong to another account than before ({ $before }). What was found there isn't counted here.
tui-caller-changed = The credentials changed: the tutor now reads as { $now }, no longer as { $before }.
tui-account-refused = Nothing was read. To use another account, quit with q and start again with --profile, or sign in elsewhere.
tui-account-first = The tutor doesn't know the account yet, so it can't keep your word.
tui-still-asking = The tutor is asking AWS who you are. The check follows.

tui-checking = Checking your account ... { $seconds } s
tui-not-checked = Not checked yet. Press Enter to check.
tui-no-checks = This step has nothing to check.
tui-nothing-read = The account could not be read.
tui-confirmed = confirmed
tui-statement = { $number }. { $text }
tui-repairs-how = v shows the commands and pages bare, one at a time, ready to copy.
tui-statements-how = Only you can see this: press the number of a line to confirm it, and again to take it back.
tui-nothing-to-confirm = There is nothing to confirm here.

tui-step-done = { $step } is done.
tui-still-done = { $step } still holds.
tui-done-by-itself = { $text } Once you have read it, n goes on.
tui-done-along = { $step } is done already, along with the one before. See what there is to see here; n goes on.
tui-steps-done = { $done } of { $all } done
tui-check-first = The account hasn't been read yet. Check first.
tui-report-how = Press e and paste that line.
tui-report-kept = { $count ->
    [one] 1 line is confirmed.
   *[other] { $count } lines are confirmed at once.
}
tui-report-incomplete = There is no line that begins with { $word }. Paste the last line of the script, from end to end.
tui-report-left = Something is left. Look again whether this holds: { $checks }
tui-offer-next = { $text } Enter: next step
tui-lesson-done = That was the last step: the lesson is done. Congratulations!
tui-offer-finish = { $text } Enter: what it came to
tui-not-yet = { $step } isn't done yet. See under Results what is missing.
tui-was-cleaned = This was done on { $time }, and is cleaned up by now.
tui-all-cleaned = Nothing is left of what step 4 made. Well done.
tui-still-locked = The account was checked. { $step } is still locked.
tui-broken-again = Was done, and is broken now: { $steps }
tui-first-step = This is the first step.
tui-last-step = This is the last step.

tui-locked = This step is locked.
tui-locked-until = It opens when this is done: { $step }.
tui-locked-read-ahead = You can read ahead here. Its checks, hints and exercise wait until it opens.

tui-no-hints = This step has no hints.
tui-hint = Hint { $number } of { $count }
tui-hint-first = { $count ->
    [one] There is one hint. Press h for it.
   *[other] There are { $count } hints, from a nudge to the answer. Press h for the first.
}
tui-hint-more = Press h for the next hint.
tui-hint-last = That was the last hint.

tui-actions-intro = Choose with the arrow keys and Enter, or by number. Some of these are what the lesson asks for, others are mistakes that people really make. Afterwards, check.
tui-no-actions = In this step there is nothing to do in the simulated account. Go back with Enter, read it, and check.
tui-performed = Simulated: { $action }. Now check.
tui-start-over-sure = Start the demo over and forget its progress? Press r once more.
tui-started-over = The demo has been started over.

tui-help-signs = Signs
tui-too-small = The window is { $width }x{ $height }. Make it at least { $least_width }x{ $least_height }, or press q to quit.

tutor-terminal-failed = The terminal failed: { $error }
