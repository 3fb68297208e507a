step-numbered = Step { $id }
step-numbered-titled = Step { $id } ({ $title })
step-titled = "{ $title }"
lesson-error = { $place }: { $problem }
lesson-file-missing = the file is missing
lesson-not-utf8 = the file isn't UTF-8 text
lesson-format = the pack has format { $found }, and this version of the tutor reads format { $known }
lesson-unknown-value = there is no value named { $name }
lesson-circular-value = the value { $name } refers back to itself
lesson-value-type = the value { $name } must be a string or a number
lesson-unknown-snippet = there is no snippet named { $name }
lesson-step-twice = the step { $id } stands twice
lesson-check-twice = the check { $id } stands twice in step { $step }
lesson-hints-differ = { $ja ->
    [one] there is 1 hint
   *[other] there are { $ja } hints
} in Japanese and { $en } in English
lesson-snippet-lines-differ = the Japanese and the English snippet differ in the number of their lines
lesson-markdown = lessons can't use { $construct }
lesson-picture-without-words = a picture must be followed by its words, in a code block marked words
lesson-words-without-picture = the words follow no picture
lesson-list-too-deep = lists can stand within lists, but no more than { $most } deep
lesson-hidden-character = the character { $character } can't be seen or acts on a terminal; a lesson can't hold it
lesson-stray-file = the file belongs to no step
lesson-ambiguous-width = the character { $character } takes one cell in some terminals and two in others

progress-unreadable = { $place }: the saved progress can't be read: { $problem }. The file was left as it is. Mend it, or move it away to start anew.
progress-of-another = it is the progress of account { $account } in { $lesson }, and doesn't count under another name
progress-newer = it was written by a newer version of the tutor (format { $found }, this one knows { $known })
progress-not-saved = Progress is not being saved: { $file }: { $error }
lesson-exercise-empty = the exercise has no task
lesson-step-without-checks = step { $id } has no check that it depends on, so nothing could show that it is done: give it one, such as kind.attested with a statement for the learner to confirm
lesson-exercise-missing = step { $step } asks for its exercise and has none
lesson-task-twice = the task { $id } stands twice
lesson-task-report = Task { $id } needs the word that its line begins with, and at least one check.
lesson-task-options = the task { $id } needs options of different ids, at least one of them right
lesson-task-predict = the task { $id } is a guess (predict), so it needs options to choose from
lesson-item-unknown-check = step { $step } hands in a check { $id } that it doesn't have

# What the program's texts say of the lesson's own steps
reference-step = step { $step }
reference-steps = steps { $first } and { $last }
reference-the-step = step { $step }
reference-the-steps = steps { $first } and { $last }
reference-first-step = Step { $step }
reference-first-steps = Steps { $first } and { $last }
reference-step-in-brackets = { " " }(step { $step })
reference-steps-in-brackets = { " " }(steps { $first } and { $last })
reference-another-step = another step
reference-first-another-step = Another step
reference-this-lesson = this lesson
lesson-unknown-step = there is no step { $id } in this lesson
lesson-contradiction = step { $step }, check { $check }: { $why }
lesson-contradicts = no account can pass both this and check { $check } of step { $step }
lesson-port-of-other-protocol = a listener of { $protocol } on port { $port }: browsers expect the other protocol there
lesson-unknown-protocol = an Application Load Balancer listens for HTTP or HTTPS, not { $protocol }
