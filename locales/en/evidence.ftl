evidence-too-large = the file is larger than { $most } MB, and evidence pages are far smaller
evidence-no-file = it is a pipe or a device, not a file
evidence-no-page-there = there is no evidence page (*.html) in this folder
evidence-not-text = the file isn't text
evidence-no-data = the file holds no data of an evidence page
evidence-several = the file holds the data of an evidence page more than once, so nothing tells which belongs to what it shows
evidence-truncated = the file breaks off within its data
evidence-markup = the data has markup in it, which this program never writes
evidence-format = the data has format { $found }, and this program reads format { $known }; use the same version as the learner
evidence-data = the data can't be read: { $detail }
evidence-other-lesson = the page is about another lesson, { $id }; name its pack with --lesson
evidence-values = the lesson can't be loaded with the values in the page: { $problem }

evidence-doubt-version = Another version wrote it: it was compared in part only, and doesn't count as verified.
evidence-doubt-simulated = It is about the simulated account of the demo, not about one in AWS.
evidence-doubt-pack = It was judged by a pack that asks for other things than this one, or that isn't named in it.
evidence-doubt-values = It was judged by values that aren't the lesson's: { $names }
evidence-doubt-endpoint = The account was read at { $endpoint }, which isn't AWS.
evidence-doubt-future = Something in it is later than it can be: { $time }
evidence-doubt-accounts = It names accounts beside its own: { $accounts }
evidence-doubt-shortened = The account's number is shortened, so nothing tells whose account it is.
evidence-doubt-unconfirmed = { $count ->
    [one] 1 step is
   *[other] { $count } steps are
} left to the learner's word, and the learner hasn't confirmed { $count ->
    [one] it
   *[other] them
}.

evidence-title = { $lesson } - record of the self check
evidence-kind = Record of the self check
evidence-simulated = This is the simulated account of the demo. Nothing here was done in AWS.
evidence-shortened = Account numbers are shortened: only the last four digits are real.
evidence-label-learner = Learner
evidence-by-word = { $learner }, by the learner's own word
evidence-label-account = AWS account
evidence-label-identity = Read as
evidence-label-region = Region
evidence-label-read = Account read at
evidence-label-lesson = Lesson
evidence-label-tool = Program
evidence-label-values = Values set by the learner
evidence-label-left-out = Left out
evidence-label-fingerprint = Fingerprint of the data
evidence-moment = { $time } ({ $clock })
evidence-left-out = { $count ->
    [one] 1 resource that no check looks at
   *[other] { $count } resources that no check looks at
}
evidence-column-status = Status
evidence-column-item = Item
evidence-column-expected = Expected
evidence-column-found = Found
evidence-status-confirmed = confirmed by the learner
evidence-status-unconfirmed = not confirmed
evidence-advice = Advice: the step doesn't depend on it
evidence-steps-title = Every step
evidence-steps-count = Passed by what the account shows: { $passed } of { $all } { $all ->
    [one] step
   *[other] steps
}. Confirmed by the learner: { $confirmed }.
evidence-first-passed = First seen done at { $time } (the learner's own record)
evidence-confirmed = The learner confirmed it at { $time }
evidence-not-confirmed = No API shows this, and the learner hasn't confirmed it.
evidence-map-title = The account's own wiring
evidence-history-title = Alarms and scaling activities
evidence-history-nothing = The account shows none yet.
evidence-words-title = In the learner's own words
evidence-words-about = All of this is the learner's word. Nothing in the account shows it.
evidence-confirmations-title = Confirmed
evidence-confirmations-nothing = Nothing is confirmed yet.
evidence-statement = { $step }: { $text }
evidence-choices = { $right } of { $all } { $all ->
    [one] choice is right.
   *[other] choices are right.
}
evidence-first-tries = Right the first time: { $right } of { $all }.
evidence-recalled = Asked again on a later day: { $right } of { $all } right.
evidence-ticked = Key points that the learner ticked after reading the model answer: { $ticked } of { $all }.
evidence-written = Written by the learner at { $time }
evidence-not-answered = Not answered yet.
evidence-own-load = The tutor's own load run ended at { $time }: { $answered } { $answered ->
    [one] answer
   *[other] answers
}, { $count } a target in its busiest minute.
evidence-limits-title = What this page proves, and what it doesn't
evidence-limits-shows = The page carries what was read of the account. "ec-site-tutor evidence --verify" judges that again and finds where a status or a line isn't what the data makes it.
evidence-limits-word = Whatever is marked as the learner's word rests on it alone.
evidence-limits-forged = The page proves nothing that somebody with patience can't invent: data that was made up as a whole can't be told from real data in a file. To be sure, read the account itself: the class command does that with a read-only role.

usage-evidence = Write the self check as one page to hand in, or examine such pages
usage-evidence-output = File to write it to; - is standard output
usage-evidence-name = Your name, shown on the page as your own word
usage-evidence-id = Your student id, shown in the same way
usage-evidence-redact = Shorten account numbers to their last four digits
usage-evidence-verify = Examine pages that were handed in: evaluate each one's data anew, and compare
evidence-verify-alone = --verify examines pages and writes none: leave out --output and --redact
evidence-in-the-way = { $file } is there and isn't an evidence page, so it's left as it is. Name another file with -o.
evidence-written-to = Written to { $file }. Look at it in a browser before you hand it in.
evidence-page-replaced = Written to { $file }, in the place of an older page. Look at it in a browser before you hand it in.
evidence-verify-consistent = ✓ { $file }: consistent
evidence-verify-partly = ? { $file }: its statuses hold, but its text is of another version and can't be compared
evidence-verify-differs = ✗ { $file }: differs
evidence-verify-unreadable = ? { $file }: can't be examined: { $why }
evidence-verify-about = Account { $account }, region { $region }, read at { $time }
evidence-verify-count = { $passed } of { $all } { $all ->
    [one] step
   *[other] steps
} passed by what the account shows, { $confirmed } confirmed by the learner, { $left } left to the learner's word
evidence-verify-doubt = ! { $doubt }
evidence-verify-tool = It was written by version { $found }, and this is { $own }: where checks or texts have changed since, differences come from that.
evidence-verify-lesson = It was written for version { $found } of the lesson, and this is { $own }: where checks or texts have changed since, differences come from that.
evidence-verify-value = The learner set { $name } to { $theirs }; the lesson has { $ours }.
evidence-verify-nothing = nothing
evidence-verify-claim = { $place }: what the page says isn't what its data shows
evidence-verify-line = Line { $line } isn't what this program writes from the data in the page.
evidence-verify-limits = Consistent means that the page is what this program writes from the data in it. That proves nothing that somebody with patience can't invent: data that was made up as a whole can't be told from real data in a file. To be sure, read the account itself: the class command does that with a read-only role. Beside that, class compares account, resource ids, boot times and answers of all learners with each other.
