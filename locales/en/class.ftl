class-roster-twin = Another learner in the roster has the id or name { $id }, too. Give each an id of its own.
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
class-roster-column = There is no column { $name }. Columns: { $known }
class-roster-column-twice = The column { $name } is there twice.
class-roster-quote = A quotation mark is opened here and never closed.
class-roster-too-many-cells = This row has more cells than the first line has names.

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

class-not-reached = not reached yet
class-unread = can't be read
class-finished = all done
class-line-current = { $sign } { $name }  { $step } { $word }, { $time }: { $reason }
class-line-finished = { $sign } { $name }  { $word }
class-line-unread = { $sign } { $name }  { $word }: { $reason }
class-cell = { $sign } { $step } { $word }
class-summary = { $learners ->
    [one] 1 learner
   *[other] { $learners } learners
}: { $finished } finished, { $stuck } stuck ({ $limit } min or more), { $unread } unreadable
class-step = { "  " }{ $step }: { $here } here ({ $stuck } stuck), { $done } done
class-step-timed = { "  " }{ $step }: { $here } here ({ $stuck } stuck), { $done } done, took { $median } (median of { $count })
class-no-row = This is neither a line of "class --json" nor a document of "check --json".

class-page-title = Class: { $lesson }
class-page-when = Read until { $time }
class-page-steps = Steps
class-page-step = { $step } { $title }
class-page-worst = Most learners are at { $step } ({ $title }): { $here }.
class-page-median-note = How long a step takes is the median of the times between the reading that first showed it as the current one and the reading that first showed the next; it is as exact as the readings are frequent. Learners whose begin of a step wasn't seen don't count.
class-page-learners = Learners
class-step-column = Step
class-here = Here now
class-stuck = Stuck
class-done = Done
class-median = Took (median)
class-name = Name
class-now-at = Now at
class-since = For
class-reason = Why

class-roster-format = The roster's name must end in .toml or .csv.
class-roster-encoding = This isn't text in UTF-8. In a spreadsheet, save it as "CSV UTF-8".
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
usage-class-html = A page with the learners and the steps that stop them
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
board-sort-step = least far first
board-sort-name = by name
board-filter-all = All
board-filter-stuck = At one step for { $limit } { $limit ->
    [one] minute
   *[other] minutes
} or more
board-filter-failed = Current step failed
board-filter-unknown = Unknown or unreadable
board-shown = { $filter }, { $sort }
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
board-whole = { $sign } { $word }
board-account = { $id } | account { $account } | { $region } | read at { $time }
board-here-for = At this step for at least { $time }.
board-unread = This account can't be read, which says nothing about the learner: { $reason }
board-help-since = The time at a step is counted from the first reading that showed the learner there; it may have begun earlier.
