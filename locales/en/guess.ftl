# Guesses before a look, and what is asked again.
guess-first = First a guess: what do you expect? Choose an option; then Enter looks. Enter alone skips it.
guess-kept = Your guess is kept. Enter looks.
guess-reveal-later = Whether it is right shows once this step is done.
guess-was-right = Your guess was right: { $text }
guess-was-wrong = Your guess was: { $text }
guess-open = You made no guess for this step. e shows the question.
guess-again = A day has passed. Do you still know? R asks { $count ->
    [one] your guess
   *[other] your { $count } guesses
} again.
guess-again-none = Nothing is to be asked again. Guesses come back a day after you made them.
guess-again-done = That was all that was asked again.
exercise-score = Done. Right the first time: { $right } of { $all }.
exercise-points = Tick what your own answer has in it, by number:
exercise-drawing-later = The drawing to compare with comes here once you have put every part in its place: e begins.
tui-do-recall = guesses again
plain-words-recall = again-tomorrow, recall
plain-do-recall = be asked earlier guesses again
plain-point-ticked = { $text } (ticked)
