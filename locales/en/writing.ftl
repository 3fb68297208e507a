tui-place-exercise = In an exercise
tui-place-found = In the list of places found
tui-place-editor = While you write several lines
tui-place-prompt = While you write one line
tui-place-always = Always

tui-do-enter-values = enter your values

tui-title-exercise = { $step }  Exercise
tui-title-writing = Write
tui-title-found = Search

tui-no-exercise = This step has no exercise.
tui-task = Task { $number } of { $count }
tui-choose = Choose by its number.
tui-right = Right. { $because }
tui-not-right = Not quite. { $because }
tui-own-answer = Yours
tui-no-answer = Nothing yet. Press e to write; a few sentences will do.
tui-no-value = Nothing yet. Press e to enter it.
tui-task-hint = Hint
tui-model-answer = A model answer
tui-task-hint-more = h: a hint
tui-model-answer-later = Once you have written your own answer, h shows a model answer.
tui-model-answer-more = h: a model answer
tui-model-answer-compare = It isn't the only right one. Look for what it has and yours hasn't, and the other way round.
tui-own-answer-first = Write your own answer first (e). The model answer is for comparing.

tui-note = Your note
tui-note-on = Your note on: { $title }
tui-note-kept = { $step }: your note is kept.
tui-value-promise = Only the ARN is kept, on this machine, and put into the script. The secret itself doesn't belong here.
tui-value-kept = Kept. It's in the script of the lesson now.
tui-secret-of-another-account = This secret belongs to another account, { $found }. Yours is { $own }, so your instances couldn't read it. Copy the ARN of your own secret.
tui-secret-of-another-region = This secret is kept in another region, { $found }. The lab uses { $own }. Look at the region at the top right of the console, and copy the ARN from there.
tui-not-a-secret-arn = That isn't the ARN of a secret, so it wasn't kept. It looks like arn:aws:secretsmanager:us-east-1:...:secret:...

tui-search-for = Which word do you look for? A step's number goes to the step.
tui-found = { $count ->
    [one] "{ $word }" stands in one place.
   *[other] "{ $word }" stands in { $count } places.
}
tui-not-found = "{ $word }" stands nowhere in the texts that are open to you.
