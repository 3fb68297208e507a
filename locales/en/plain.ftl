# Plain mode: the tutor as lines and prompts.
plain-words-yes = yes
plain-words-no = no
plain-words-number = number
plain-words-on = on, read
plain-words-back = back
plain-words-write = write
plain-words-hint = hint
plain-words-next = next
plain-words-previous = previous
plain-words-open = open
plain-words-lesson = lesson
plain-words-check = check
plain-words-results = results
plain-words-confirm = confirm
plain-words-exercise = exercise
plain-words-note = note
plain-words-hand-in = evidence
plain-words-search = search
plain-words-steps = steps, step
plain-words-snippet = snippet, snippets
plain-words-map = map
plain-words-where = where
plain-words-actions = do
plain-words-start-over = restart
plain-words-again = again
plain-words-language = language
plain-words-help = help
plain-words-quit = quit, exit

plain-do-yes = yes, check this account
plain-do-no = no, leave it alone
plain-do-number-action = a number does the thing of that number
plain-do-number-option = a number chooses the option of that number
plain-do-number-place = a number goes to the place of that number
plain-do-number-statement = a number confirms the line of that number, or takes it back
plain-do-leave = back to the step
plain-do-next-task = next open task
plain-do-write = write your answer
plain-do-task-help = a hint, then a model answer
plain-do-later-task = next task
plain-do-earlier-task = previous task
plain-do-open = open the step
plain-do-on = read on
plain-do-back = the section before
plain-do-lesson = the lesson from its beginning
plain-do-next = next step
plain-do-previous = previous step
plain-do-check = check your account
plain-do-results = all that the last check found of this step
plain-do-hint = a hint
plain-do-confirm = confirm the next line that only you can see; with a number, the line of that number
plain-do-exercise = exercise
plain-do-note = write a note on this step
plain-do-search = with a word, look for it in the lesson
plain-do-steps = all steps; with a step's id, such as 1-1, go there. The id alone does that, too
plain-do-snippet = the names of all commands and scripts; with a name, print that one; with a name and a file, write it to that file
plain-do-map = your own wiring, in sentences
plain-do-where = where you are
plain-do-actions = do something in the simulated account
plain-do-start-over = start the demo over
plain-do-again = say it again
plain-do-language = switch to Japanese
plain-do-help = this help
plain-do-quit = quit. Your progress is kept

plain-prompt = Enter: { $enter }. ?: help >
plain-prompt-step = { $step }. Enter: { $enter }. ?: help >
plain-prompt-number = A number, or Enter: { $enter }. ?: help >
plain-prompt-account = yes or no >
plain-prompt-text = Text, or a dot to end >
plain-prompt-line = One line, or Enter to leave it >

plain-welcome = Welcome to the tutor in plain lines. It reads one step of the lesson to you at a time. Do what it says in your own AWS account, then type check, and the tutor looks whether it's done. It only looks: it never changes anything. Type a word and press Enter; Enter alone does what the prompt offers. help lists all words.
plain-welcome-demo = Welcome to the demo in plain lines. Read a step, type do to act in a simulated account, rightly or wrongly, then type check, and the tutor looks whether it's done. Nothing here touches AWS. Type a word and press Enter; Enter alone does what the prompt offers. help lists all words.
plain-goodbye = Goodbye.
plain-unknown = "{ $word }" means nothing here. Type help for all words.
plain-account-first = "{ $word }" means nothing here. First say yes or no: is this the account of the lab?
plain-no-such-number = There is nothing of that number here.
plain-no-such-task = There is no task in that direction.
plain-language = Language: English.
plain-help-intro = Type one of these words, or its short form, and press Enter.
plain-help-row = { $words }: { $label }

plain-caller = Account { $account }, region { $region }, identity { $who }.
plain-progress = { $done } of { $count } { $count ->
    [one] step is done
   *[other] steps are done
}.
plain-current-step = To work on now: { $step }.
plain-field = { $name }: { $value }
plain-steps = { $count } { $count ->
    [one] step
   *[other] steps
}:
plain-step = Step { $step }, { $state }: { $title }
plain-step-here = Step { $step }, { $state }, you are here: { $title }
plain-note = Your note:

plain-section = Section { $number } of { $count }: { $title }
plain-section-untitled = Section { $number } of { $count }
plain-table = Table, { $count ->
    [one] one row
   *[other] { $count } rows
}: { $columns }
plain-row = Row { $number }:
plain-code = Code, { $count ->
    [one] one line
   *[other] { $count } lines
}:
plain-code-named = Code, snippet { $name }, { $count ->
    [one] one line
   *[other] { $count } lines
}:
plain-code-end = End of code.
plain-snippets = Commands and scripts: { $names }
plain-file-written = Written to { $file }.
plain-file-exists = { $file } is there already, so nothing was written. Give another name.

plain-checking = Checking your account ...
plain-still-waiting = Still waiting for AWS, { $seconds } { $seconds ->
    [one] second
   *[other] seconds
} so far.
plain-not-checked = Not checked yet.
plain-check = { $state }: { $text }
plain-statement = { $number }. { $state }: { $text }
plain-no-actions = In this step there is nothing to do in the simulated account. Read it, and check.
plain-load-again = To start it, type load once more.
plain-statements-how = Lines with a number are for you alone to see. Type the number of one to confirm it, and again to take it back.
plain-passed = { $count ->
    [one] One check is in order.
   *[other] { $count } checks are in order.
}
plain-confirmed = Confirmed: { $number }. { $text }
plain-taken-back = Taken back: { $number }. { $text }
plain-statements-left = { $count ->
    [0] No line is left to confirm.
    [one] One line is left to confirm.
   *[other] { $count } lines are left to confirm.
}
plain-hint-more = Type h for the next hint.
plain-actions-intro = Type the number of one of these. Some are what the lesson asks for, others are mistakes that people really make. Afterwards, check.

plain-place = Step { $step }: { $text }
plain-chosen = Your choice: { $number }. { $text }
plain-own-answer = Your answer:
plain-nothing-written = Nothing is written yet. Type e to write; a few sentences will do.
plain-answer-kept = Your answer is kept.
plain-task-hint-more = Type h for a hint.
plain-model-answer-later = Once you have written your own answer, h gives a model answer.
plain-model-answer-more = Type h for a model answer.
plain-exercise-done = Every task is answered. Back to the step.
plain-exercise-left = Back to the step. Tasks left open: { $count }.
plain-written-before = Written so far:
plain-write-how = Type as many lines as you like. A line with a single dot ends the text.
plain-rewrite-how = Type it anew, as many lines as you like; a line with a single dot ends the text. A dot at once leaves it as it is, and a line with a single minus and then a dot deletes it.
plain-write-line-how = Type it on one line. Enter alone leaves it.
plain-unchanged = Nothing was changed.
plain-map-not-read = Nothing of the account has been read yet. Type "check" first.
