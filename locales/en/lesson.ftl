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
lesson-hints-differ = there are { $ja } hints in Japanese and { $en } in English
lesson-markdown = lessons can't use { $construct }
lesson-stray-file = the file belongs to no step
lesson-ambiguous-width = the character { $character } takes one cell in some terminals and two in others

progress-unreadable = { $place }: the saved progress can't be read: { $problem }. The file was left as it is. Mend it, or move it away to start anew.
progress-newer = it was written by a newer version of the tutor (format { $found }, this one knows { $known })
progress-not-saved = Progress is not being saved: { $file }: { $error }
