# User data: what bash would do with it.
user-data-in-line = Line { $line }: { $what }
user-data-actual-home = The script deploys the shop. Secret: { $arn }. HOME isn't { $home } there: the shop runs all the same, but in your own session pm2 list shows nothing.
user-data-proven = An instance that was launched from this very version is healthy, so the script deploys the shop.
user-data-not-unpacked = The script doesn't unpack the shop's archive.
user-data-no-env = The shop's .env has no line { $key }= when the shop needs it.
user-data-env-late = .env gets the secret's ARN only after the shop was started, and the shop has read it by then.
user-data-env-late-fix = Write .env before the line that starts the shop.
user-data-syntax = Bash can't read what stands here, so the script stops.
user-data-syntax-fix = Look for a missing or extra quote, bracket, then, fi, do or done in this line and above it. bash -n FILE in CloudShell finds it, too.
user-data-ends = Under set -e the script ends at { $command }, because that fails.
user-data-ends-fix = Put this right, or write || true behind the command if its failure doesn't matter.
user-data-unbound = { $name } has no value here, and under set -u that ends the script.
user-data-unbound-fix = Give { $name } a value above this line, or write what it should stand for. In user data nobody logs in, so HOME and what a profile sets have no value.
user-data-exits = The script ends itself here, before the shop runs. Nothing below this line is run.
user-data-exits-fix = Take this out, or put it behind the line that starts the shop.
user-data-stopped = The shop is started, but stopped or removed afterwards.
user-data-stopped-fix = Leave out what stops pm2 or removes the shop's folder, or do it before the start.
user-data-refused = The first line names a program that can't be started so: { $found }
user-data-unfollowed = The tutor can't follow user data of this kind: { $kind }
user-data-open = The tutor can't follow line { $line } of the script: { $construct }
user-data-unfollowed-fix = Compare your script with the five lines below, and confirm if it does the same. An instance that is launched from this very version and becomes healthy confirms it by itself.
user-data-goal-fetch = 1. Fetch the archive { $archive }.
user-data-goal-unpack = 2. Unpack it, so that the folder { $folder } is there.
user-data-goal-env = 3. In that folder, write one line to .env, before the start: { $key }= and your secret's ARN.
user-data-goal-build = 4. In that folder, run pnpm install and then pnpm build.
user-data-goal-start = 5. In that folder, run pm2 start, and neither stop nor delete anything of it afterwards.
cause-user-data-unfollowed = The tutor can't follow the script, so it doesn't know whether it deploys the shop.
cause-user-data-suspect = Nothing answers on the instance, and the tutor couldn't follow its script: that is the first suspect, not yet a proof.
mend-user-data-suspect = Read the boot log from its end for what failed. If it says nothing, compare the script with the five lines in { $step_launch_template }, or put the lesson's own script into a new version: ec-site-tutor snippet user-data
