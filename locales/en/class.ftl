class-same-id = The id { $id } is also that of { $others }.
class-same-name = The name { $name } is also that of { $others }.
class-same-account = Account { $account } is also that of { $others }.
class-same-role = The role { $role } is also that of { $others }.
class-same-profile = The profile { $profile } is also that of { $others }.
class-same-page = The page { $file } is also that of { $others }.
class-same-snapshot = Everything that was read is the very same as for { $others }: one is a copy.
class-same-resources = Ids of resources are those of { $others }, although the accounts differ: one is a copy.
class-same-times = Instants of starts and activities are those of { $others }: one is probably a copy.
class-same-answers = An answer in the learner's own words is that of { $others }.
class-same-record = What the learner confirmed and answered bears the very instants of { $others }: one is a copy.
class-marks = { $sign } To be looked at: { $marks }
class-line-marked = { $line } { $marks }
class-roster-nameless = This learner has neither name nor id.
class-roster-no-way = How to read this learner is missing: give role_arn, profile or evidence.
class-roster-two-ways = Give only one of role_arn, profile and evidence.
class-roster-role = { $arn } isn't the ARN of a role. It looks like arn:aws:iam::111122223333:role/EcSiteTutorClass.
class-roster-external-id = The external id must have 2 to 1224 letters, digits or any of _ + = , . @ : / - and no spaces.
class-roster-account = { $account } isn't an account number. It has 12 digits.
class-roster-unknown-field = There is no field { $name }.
class-roster-text = { $name } must be a text in quotes.
class-roster-empty = There are no learners in it. "ec-site-tutor class --init" prints a roster to begin with.
class-roster-learner = A learner is a table: [[learner]]
class-roster-column = The name of the column { $name } holds what can't be seen. Columns: { $known }
class-roster-column-twice = The column { $name } is there twice.
class-roster-no-name-column = No column has the learners' names or ids. The first line names the columns: { $known }
class-roster-example-external-id = This external id is the example's, which everybody knows. Choose a secret of your own.
class-lost-zeros = The account { $written } has fewer than 12 digits: a spreadsheet dropped the zeros before it. It is taken as { $account }.
class-more = { $heading }: { $value }
class-roster-score = [score] has steps = ["1-1", "1-2"], the steps that count, and by = 2026-12-10T23:59:00+09:00, until when they do.
class-score-step = [score] names the step { $step }, which the lesson doesn't have.
class-roster-quote = A quotation mark is opened here and never closed.
class-roster-too-many-cells = This row has more cells than the first line has names.

class-other-learner = The page says that it is of the id { $said }, and the roster has { $id }.
class-role-refused = AWS refused { $action } for { $role }: { $message } { $why }
class-role-by-root = You are the root user, who can't take any role. Come as an IAM user or role.
class-role-organization = A service control policy or resource control policy of an organization refuses it, whatever the role says. Ask whoever manages the organization.
class-role-own = Your own permissions don't allow it. "allowed" in the answer to this command, run with your account, means that they do: { $permission }
class-role-trust = The role is there, but it doesn't trust you as you came ({ $sent }). In the learner's account, this shows whom it trusts (Principal) and which id it wants (sts:ExternalId): { $trust }
class-role-any = That is the same answer for four things, and nothing here tells them apart: (1) there is no such role; (2) it wants another external id ({ $sent }); (3) it trusts somebody other than { $caller }; (4) your own permissions don't allow it. To tell, in the learner's account: { $trust } - NoSuchEntity is (1), else compare sts:ExternalId (2) and Principal (3). In yours: { $permission } - anything but "allowed" is (4).
class-role-id-sent = the roster's was sent
class-role-no-id = the roster has none, so none was sent
class-roster-language = { $name } is no language of this program. It has ja and en.
class-roster-values = Values are a table such as values = { "{" } prefix = "taro" { "}" }, of texts and whole numbers.
class-other-account = The account that was read is { $found }, and the roster has { $wanted }.
class-no-cause = Wanted: { $expected } - found: { $actual }
class-late = The account didn't answer in time.
class-evidence-edited = The page says something else than the data in it shows. See: ec-site-tutor evidence --verify { $file }
class-evidence-simulated = The page is about the simulated account, not about one in AWS.
class-history-lost = What was seen isn't being kept: { $error }. "Since when" is counted from now on.

class-just-now = < 1 min
class-minutes = { $minutes } min
class-hours = { $hours } h { $minutes } min
class-days = { $days ->
    [one] 1 day
   *[other] { $days } days
} { $hours } h
class-of-learners = { $time } (of { $count })

class-unconfirmed = Only the learner can tell, and hasn't confirmed it.
class-told = By the learner's word: { $confirmed } confirmed, { $left } left to it.
class-line-told = { $line } ({ $told })
class-not-begun = not begun
class-turn = the learner's turn
class-partly = { $read } of { $all }: the reading was stopped, and the others aren't in here.
class-written = Written to { $file }.
class-file-head = { $program } | { $lesson } | { $time }
class-finished-at = All done, first seen at { $time }.
class-feedback-title = Your state: { $lesson }
class-feedback-read = Account { $account } | { $region } | read at { $time }
class-feedback-open = { $sign } Open: { $step } { $title } ({ $word })
class-feedback-next = What to do next
class-feedback-unread = Your account couldn't be read, which says nothing about your work. Whoever teaches you sees the same reason:
class-feedback-marked = Something is to be looked at before this counts. Whoever teaches you will talk about it with you.
class-feedback-written = Pages for learners written to { $folder }: { $count }
class-feedback-in-the-way = { $file } is there and isn't a page for a learner, so nothing was written. Name another folder with --feedback.
class-in-the-way = { $file } is there and isn't what class writes in this shape, so it's left as it is. Name another file with -o.
class-anonymous-board = --anonymous needs a shape to write: --html, --csv, --json or --plain. The board is the instructor's own.
class-anonymous-mark = { $id }
class-page-stuck = Stuck now: { $count }
class-page-more-stuck = And { $count } more: choose "Stuck" among the learners below.
class-not-reached = not reached yet
class-unread = can't be read
class-finished = all done
class-doubtful = all done, but to be looked at
class-line-current = { $sign } { $name }  { $step } { $word }, { $time }: { $reason }
class-line-finished = { $sign } { $name }  { $word }
class-line-unread = { $sign } { $name }  { $word }: { $reason }
class-cell = { $sign } { $step } { $word }
class-summary = { $learners ->
    [one] 1 learner
   *[other] { $learners } learners
}: { $finished } finished, { $stuck } stuck ({ $limit } min or more), { $unread } unreadable{ $marked ->
    [0] { "" }
   *[other] , { $marked } to be looked at
}
class-step = { "  " }{ $step }: { $here } here ({ $stuck } stuck), { $done } done
class-step-timed = { "  " }{ $step }: { $here } here ({ $stuck } stuck), { $done } done, took { $median } (median of { $count })
class-no-row = This is neither a line of "class --json" nor a document of "check --json".

class-page-title = Class: { $lesson }
class-page-when = Read until { $time }
class-page-steps = Steps
class-page-step = { $step } { $title }
class-page-worst = Most learners are at { $step } ({ $title }): { $here }.
class-page-median-note = How long a step takes is the median of the times between the reading that first showed it as the current one and the reading that first showed the next; it is as exact as the readings are frequent. Learners whose begin of a step wasn't seen don't count.
class-trend = Steps done over time
class-trend-said = { $done ->
    [one] 1 step is
   *[other] { $done } steps are
} done by all learners together. The line begins at { $time }, with the first reading; each step counts from the reading that first showed it done.
class-page-learners = Learners
class-page-order = The signs stand in the order of the steps: { $steps }
class-show-all = Everybody: { $count }
class-show-stuck = Stuck: { $count }
class-show-failed = Current step failed: { $count }
class-show-waiting = Waiting, or the learner's turn: { $count }
class-show-not-begun = Not begun: { $count }
class-show-done = All done: { $count }
class-show-unknown = Unknown or unreadable: { $count }
class-show-marked = To be looked at: { $count }
class-step-column = Step
class-here = Here now
class-stuck = Stuck
class-done = Done
class-median = Took (median)
class-name = Name
class-now-at = Now at
class-since = For
class-reason = Why

class-column-id = Id
class-column-account = Account
class-column-region = Region
class-column-minutes = Minutes there
class-column-finished = All done at
class-column-read = Read at
class-column-confirmed = Confirmed
class-column-left = Left to the learner's word
class-column-said = By the learner's own word
class-column-marks = To be looked at
class-column-title = Title
class-column-median = Median (minutes)
class-column-learners = Of learners

class-roster-format = The roster's name must end in .toml, .csv, .tsv or .txt.
class-roster-encoding = This is no text in UTF-8, UTF-16 or the code page 932 of Japanese Windows. In a spreadsheet, save it as "CSV UTF-8".
class-shard = { $text } isn't a part such as 2/5. A number alone, such as 5, needs AWS_BATCH_JOB_ARRAY_INDEX or JOB_COMPLETION_INDEX.
class-other-lesson = The row of { $id } is about another lesson: { $lesson }
class-progress = { $read } of { $all } read, { $unread } can't be read
class-interrupted = Stopped: { $read } of { $all } { $all ->
    [one] learner
   *[other] learners
} shown. To go on with the others, use --resume.

role-about = Lets an instructor of the course read, and only read, this account with ec-site-tutor.
role-instructor = ARN of the instructor's user or role, or arn:aws:iam::ACCOUNT:root for everybody in the instructor's account whom it allows
role-external-id = The external id that stands in the instructor's roster
role-name = Name of the role

usage-policy-role = The role that lets an instructor read an account, as a CloudFormation template
usage-class = For instructors: how every learner of a class stands
usage-class-roster = The roster, TOML or CSV; "-" takes JSON lines from standard input
usage-class-init = Print a roster to begin with
usage-class-merge = Show what "class --json" or "check --json" wrote to files, all together
usage-class-plain = Lines instead of the board
usage-class-json = A JSON document for each learner, as they come
usage-class-csv = A table for spreadsheets
usage-class-xlsx = A workbook for spreadsheets, with types, colours and a sheet of medians
usage-class-html = A page with the learners and the steps that stop them
usage-class-gradebook = A table of grades for Moodle and Google Classroom, by the rule in the roster
usage-class-output = File to write it to, whole at every instant; - is standard output
usage-class-every = With -o: read again and rewrite the file every MINUTES
usage-class-anonymous = Show numbers in the place of names, and no accounts
usage-class-feedback = Also write a page for each learner into the folder DIR, in their language
usage-class-shard = Only part I of N of the learners; N alone where AWS Batch or Kubernetes tells the number
usage-class-resume = Don't read again who was read in the last MINUTES (60 if none are given)
usage-class-stuck-after = Stuck is who is at one step for so long (30 if not given)
usage-class-at-once = The most accounts to read at once (24 if not given)
usage-conflict = { $argument } can't be given together with { $other }.
usage-wrong-value = { $argument } can't be { $value }.

board-on-board = On the board
board-on-learner = On a learner's page
board-on-pages = On pages over the board
board-everywhere = Everywhere
board-sort-roster = as in the roster
board-sort-time = longest at a step first
board-sort-urgency = who needs somebody first
board-sort-step = least far first
board-sort-name = by name
board-filter-all = All
board-filter-stuck = At one step for { $limit } { $limit ->
    [one] minute
   *[other] minutes
} or more
board-filter-failed = Current step failed
board-filter-unknown = Unknown, unreadable or to be looked at
board-shown = { $filter }, { $sort }
board-stuck = { $name }  { $time }  { $step }: { $reason }
board-searched = / { $word }{ $cursor }  { $shown }
board-nobody = Nobody to show here.
board-reading = reading: { $read }/{ $all }
board-reading-now = The accounts are being read.
board-read-at = Read at { $at }. Next at { $next } (every { $minutes ->
    [one] minute
   *[other] { $minutes } minutes
}), or press r.
board-given = These rows were read before; they aren't read again here.
board-given-alone = This row was read elsewhere; what else the account shows isn't known here.
board-reading-one = The account is being read ...
board-trend = steps done { $line } { $done }
board-whole = { $sign } { $word }
board-account = { $id } | account { $account } | { $region } | read at { $time }
board-here-for = At this step for at least { $time }.
board-unread = This account can't be read, which says nothing about the learner: { $reason }
board-help-since = The time at a step is counted from the first reading that showed the learner there; it may have begun earlier.
