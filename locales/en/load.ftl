# The built-in load: what it is going to do, how it stands, what AWS makes of it.

load-no-alb = There is no load balancer { $alb } in this account and region yet.
load-alb-internal = { $alb } is internal, so nobody outside of the VPC can reach it, and neither can the load.
load-alb-not-active = { $alb } isn't ready: its state is { $state }.
load-no-lesson = This lesson has no load to send.
load-bad-url = { $url } isn't the address of a page in plain HTTP, such as http://www.example.com/.
load-without-sites = This build has only the demo, so it sends load to no site. Leave out --site-url, or build it with AWS: cargo build
load-not-resolved = { $host } has no address from here: { $error }
load-not-own = { $host } isn't your load balancer: its addresses aren't those of { $own }. Only your own site gets load, and nothing was sent.
load-site-fails = { $host } doesn't work yet: { $what }. A site that doesn't work gets no load; repair it first.

load-plan = { $count } { $count ->
    [one] request
   *[other] requests
}, one every { $interval } s, for { $duration } minutes
load-limit-count = A load has from 1 to { $most } { $most ->
    [one] request
   *[other] requests
}.
load-limit-interval = Requests are at least { $shortest } s apart.
load-limit-duration = A load lasts { $longest } { $longest ->
    [one] minute
   *[other] minutes
} at most.

load-answer-status = it answers with status { $status }
load-answer-not-connected = there is no connection to it
load-answer-timed-out = no answer came in time
load-answer-broken = what came is no answer in HTTP

load-head = Load: { $sent } of { $count } { $count ->
    [one] request
   *[other] requests
}, { $elapsed } of { $duration } minutes
load-host = To { $host }
load-ended-finished = Done: every planned request is over.
load-ended-asked = You stopped the load.
load-ended-no-connection = Stopped: 20 requests in a row found no connection. The network is gone, or the site.
load-ended-no-answer = Stopped: for 30 seconds no answer came any more.
load-ended-server-errors = Stopped: nearly every answer was a server error (5xx). Look at the targets, { $the_step_targets }.
load-summary = { $sent } sent, { $good } answered well, { $rate } { $rate ->
    [one] request
   *[other] requests
} a minute
load-errors = Not well: { $errors }
load-class-4xx = { $count } with 4xx
load-class-5xx = { $count } with 5xx
load-class-not-connected = { $count } without a connection
load-class-timed-out = { $count } without an answer in time
load-class-broken = { $count } broken off
load-skipped = { $count } left out: they couldn't be sent in time
load-rate = { $rate } requests per second
load-error-rate = { $rate } errors per second
load-quantiles = 50% in { $p50 } ms, 95% in { $p95 } ms, 99% in { $p99 } ms
load-times = Answer time, last 10 s: { $times }
load-times-all = Answer time: { $times }

load-points = Requests per target and minute in CloudWatch, target { $target }
load-share = From here, { $count ->
    [one] the one healthy target gets
   *[other] each of { $count } healthy targets gets
} { $share } a minute.
load-no-points = No number of this load yet: CloudWatch is a few minutes behind.
load-point-above = { $time }  { $count }, above the target
load-point-below = { $time }  { $count }, not above the target
load-alarms = The policy's alarms
load-not-read = Not read yet.
load-no-alarms = The policy has no alarms, so nothing will scale. See { $the_step_alarms }.
load-alarm-ok = OK
load-alarm-rings = in alarm
load-alarm-unsure = not enough data
load-alarm-high = AlarmHigh: { $state }, { $points } of { $wanted } { $wanted ->
    [one] point
   *[other] points
} above { $threshold }
load-alarm-low = AlarmLow: { $state }, { $points } of { $wanted } { $wanted ->
    [one] point
   *[other] points
} below { $threshold }
load-alarm-high-plain = AlarmHigh: { $state }
load-alarm-low-plain = AlarmLow: { $state }
load-sizes = The group over time
load-size = { $time }  desired { $desired }, in service { $in_service }, healthy { $healthy }
load-activities = What the group did
load-deed-high = { $time }  AlarmHigh: from { $from } to { $to }
load-deed-low = { $time }  AlarmLow: from { $from } to { $to }
load-deed-other = { $time }  { $what }

load-to-expect = What happens when (times in { $clock })
load-mark-happened = ✓ { $time }  { $what }
load-mark-at = - { $time }  { $what }
load-mark-expected = - { $from } to { $to }  { $what }
load-mark-overdue = ~ later than { $time }  { $what }
load-mark-stalled = ? no number since { $time }  { $what }
load-mark-begun = The load begins
load-mark-counted = CloudWatch has a minute above the target
load-mark-rung = AlarmHigh rings, after { $points } such { $points ->
    [one] minute
   *[other] minutes
}
load-mark-rung-plain = AlarmHigh rings, after some such minutes
load-mark-raised = The policy raises the desired capacity
load-mark-launched = A new instance is in service
load-mark-serving = The new target is healthy, after build and start
load-mark-ended = The load is over
load-mark-quiet = AlarmLow rings, after { $points } quiet { $points ->
    [one] minute
   *[other] minutes
} with a visit now and then
load-mark-quiet-plain = AlarmLow rings, after quiet minutes with a visit now and then
load-mark-shrunk = The group is as small as before
load-stays-large = While nobody visits, there may be no numbers, and AlarmLow can't judge. The group stays at { $desired } { $desired ->
    [one] instance
   *[other] instances
}, which go on costing. Open the site every ten seconds for a quarter of an hour, or set the desired capacity back to { $min }.
load-why-slow = Growing takes few points and shrinking takes many: too many instances for a while cost a little, too few cost customers.
load-read-at = AWS read at { $time }

load-ask = Load on { $host }: { $plan }. It's your own load balancer, and nothing else gets requests. Instances that are added cost money until the group shrinks again.
load-ask-again = To start it, press L once more.
load-ask-first = The tutor reads your account first, to find your load balancer.
load-running-mark = load { $sent }/{ $count }
load-stopped = The load is stopped.
load-starting = The load is about to start.
load-refused = No load: { $why }
load-leave-sure = The load is still running. Press q again to stop it and leave.
load-page-empty = No load has run yet. It sends { $plan } to your own load balancer, and this page shows what AWS makes of it.
load-from-run = { $count } { $count ->
    [one] request
   *[other] requests
} per target in a minute, sent by the tutor's own load
load-unsaved = The run could not be noted: { $problem }

plain-words-load = load
plain-words-live = live
tui-title-load = Load and scaling, live
tui-do-start-load = start the load
tui-do-stop-load = stop the load
tui-place-load = On the page of the load

load-cli-target = To:        { $host }
load-cli-plan = How much:  { $plan }
load-cli-cost = What for:  above the target, the policy adds instances, which cost money until the group shrinks again.
load-cli-stop = Ctrl-C stops it at once.
load-cli-beyond = That is more than the lesson's { $plan }.
load-cli-question = Start? Type yes: 
load-cli-declined = Nothing was sent.
load-cli-no-terminal = There is no terminal to ask on. With --yes the load starts without asking.
load-cli-beyond-refused = That is more than the lesson's { $plan }. Add --beyond-lesson if you mean it.
load-cli-bad-interval = { $interval } isn't a number of seconds.
load-cli-progress = { $elapsed }  { $sent } of { $count } sent, { $errors } { $errors ->
    [one] error
   *[other] errors
}, { $times }
load-cli-no-times = no answer yet
load-cli-demo = Demo: nothing is sent, and minutes pass in seconds.
usage-load = Put bounded load on your own load balancer
usage-load-count = Number of requests (the lesson's otherwise)
usage-load-interval = Seconds from one request to the next (the lesson's otherwise)
usage-load-beyond = Allow more than the lesson's load
usage-load-yes = Don't ask before starting
usage-load-site-url = Another name of your own site, or a site on this machine
