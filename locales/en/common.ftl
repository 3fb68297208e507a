list-separator = { ", " }

status-passed = passed
status-failed = failed
status-not-yet = not yet
status-waiting = waiting
status-unknown = unknown
status-manual = your word
status-skipped = skipped

account-unknown = unknown
check-header = Account { $account }, region { $region }
step-line = { $symbol } { $id }  { $title } - { $word }
check-locked = { $symbol } { $count } locked { $count ->
    [one] step
   *[other] steps
}: { $steps }
step-locked-suffix = { " " }(locked)
check-summary-counts = { $passed } of { $all } { $all ->
    [one] step
   *[other] steps
} { $passed ->
    [one] is
   *[other] are
} done{ $manual ->
    [0] .
    [one] , 1 rests on your word.
   *[other] , { $manual } rest on your word.
}
check-summary-next = { $counts } Next: { $step } ({ $title })
check-summary-done = { $counts } Nothing is left to do.
advice-suffix = { " " }(advice)
line-found = Found: { $text }
line-why = Why it matters: { $text }
line-fix = What to do: { $text }
line-cause = Cause: { $text }
line-evidence = - { $text }
line-consequence = Because of that: { $text }
line-console = In the console: { $text }
line-link = Page: { $text }
line-cli = AWS CLI: { $text }

absent = There is no { $what }.
several = There is more than one { $what }: { $ids }.
several-fix = Delete or rename the ones you don't use, so that only one is left.
skipped-actual = Not checked yet, because it needs the { $what }.
skipped-fix = See to the { $what } first.
wait-fix = AWS is still working on it. Check again in a moment.

what-vpc = VPC named { $name }
what-security-group = security group { $name } in the lab's VPC
what-subnet = subnet named { $name } in the lab's VPC
what-instance = instance named { $name } in the lab's VPC
what-instance-profile = instance profile { $name }
what-image = image (AMI) { $name } of your own

unknown-denied = AWS refused { $action }: { $message }
unknown-denied-fix = Ask whoever manages this account to allow { $action } for your identity, then check again. Nothing is opened until the tutor can see.
unknown-failed = { $action } did not work. { $what } { $detail }
unknown-everywhere = { $what } ({ $detail })
unknown-no-region = The tutor doesn't know which region to look at: no region is set.
unknown-not-asked = The tutor hasn't read this yet.
unknown-not-asked-fix = Check again.

failure-credentials-missing = No AWS credentials were found.
failure-credentials-missing-fix = In CloudShell, open a new tab. Elsewhere sign in with "aws login" (or "aws sso login", or "aws configure" for access keys), or choose a profile with --profile.
failure-credentials-expired = The AWS credentials have expired.
failure-credentials-expired-fix = Sign in again ("aws login" or "aws sso login", or open a new CloudShell tab), then check again.
failure-credentials-invalid = AWS doesn't accept these credentials.
failure-credentials-invalid-fix = Look whether the access key is still active and the profile is the one you meant.
failure-clock-skew = This machine's clock is too far from AWS's.
failure-clock-skew-fix = Set the clock of this machine right, then check again.
failure-region-missing = No region is set.
failure-region-missing-fix = Give one with --region or AWS_REGION, or put it into your AWS profile.
failure-throttled = AWS asked to slow down, and it didn't help to try again.
failure-throttled-fix = Wait a minute, then check again.
failure-unreachable = AWS could not be reached.
failure-unreachable-fix = Check the network, a proxy, and AWS_ENDPOINT_URL if you set it, then check again.
failure-unreadable = The answer wasn't one of AWS's.
failure-unreadable-fix = A proxy or a wrong AWS_ENDPOINT_URL often answers in AWS's place. Check both, then check again.
failure-service = AWS reports an error of its own.
failure-service-fix = Check again in a minute. If it stays, see the AWS Health Dashboard.
failure-refused = AWS refused the request.
failure-refused-fix = Read AWS's words above: they say what it refuses, and why.
