# The group's own alarms and activities, in words.
history-title = What your account tells
history-title-clock = What your account tells (times in { $clock })
history-at = { $time }  { $text }
history-activity = { $why } { $what }

history-alarm-high = AlarmHigh asked for more through { $policy }: { $from } to { $to } { $to ->
    [one] instance
   *[other] instances
}.
history-alarm-low = AlarmLow asked for fewer through { $policy }: { $from } to { $to } { $to ->
    [one] instance
   *[other] instances
}.
history-alarm-other = The alarm { $alarm } had { $policy } change the number of instances: { $from } to { $to }.
history-alarm-plain = The alarm { $alarm } set off { $policy }.
history-created = Somebody created the group, with { $to ->
    [one] one instance.
   *[other] { $to } instances.
}
history-created-plain = Somebody created the group.
history-by-hand = Somebody changed the number of instances by hand: { $from } to { $to }.
history-by-hand-plain = Somebody changed the number of instances by hand.
history-removed-by-hand = Somebody asked for this instance to be taken away.
history-scheduled = A scheduled action changed the number of instances: { $from } to { $to }.
history-scheduled-plain = A scheduled action changed the group.
history-executed = Somebody ran { $policy } by hand: { $from } to { $to } { $to ->
    [one] instance
   *[other] instances
}.
history-executed-plain = Somebody ran { $policy } by hand.
history-attached-by-hand = Somebody attached an instance that ran already.
history-detached-by-hand = Somebody detached an instance.
history-standby-by-hand = Somebody moved an instance to standby.
history-back-by-hand = Somebody moved an instance back from standby.
history-refresh = An instance refresh replaces the instances.
history-lifetime = The instance had reached the greatest age that the group allows.
history-ec2-health = A health check of EC2 found the instance stopped, terminated or broken.
history-balancer-health = The load balancer's health check found the instance unhealthy.
history-custom-health = The instance was reported unhealthy.
history-replacement = An unhealthy instance had to be replaced.
history-balancing = The zones were to hold equally many instances.
history-difference = The group had { $from } and wanted { $to }.
history-difference-plain = The group had not as many instances as it wanted.
history-no-cause = AWS gives no cause.
history-unknown = In AWS's words: { $cause }

history-launched = Instance { $id } was launched.
history-launching = Instance { $id } is being launched.
history-launch-failed = The launch failed. AWS says: { $reason }
history-launch-cancelled = The launch was cancelled.
history-launch-held = Instance { $id } was started, and a lifecycle hook holds it.
history-warming-up = Instance { $id } was launched and is warming up.
history-attached = Instance { $id } was attached.
history-attaching = Instance { $id } is being attached.
history-detached = Instance { $id } was detached.
history-detaching = Instance { $id } is being detached.
history-in-standby = Instance { $id } was moved to standby.
history-to-standby = Instance { $id } is moving to standby.
history-back = Instance { $id } is back in service.
history-coming-back = Instance { $id } is coming back into service.
history-terminated = Instance { $id } was terminated.
history-terminating = Instance { $id } is being terminated.
history-termination-cancelled = The termination of instance { $id } was cancelled.
history-termination-held = Instance { $id } is being terminated, and a lifecycle hook holds it.
history-termination-failed = Instance { $id } could not be terminated: { $reason }
history-other = { $description } ({ $status })

history-watches-high = { $name }: goes off when { $metric } stay above { $threshold } at { $points } { $points ->
    [one] point
   *[other] points in a row
} ({ $span }).
history-watches-low = { $name }: goes off when { $metric } stay below { $threshold } at { $points } { $points ->
    [one] point
   *[other] points in a row
} ({ $span }).
history-watches-at-least = { $name }: goes off when { $metric } stay at or above { $threshold } at { $points } { $points ->
    [one] point
   *[other] points in a row
} ({ $span }).
history-watches-at-most = { $name }: goes off when { $metric } stay at or below { $threshold } at { $points } { $points ->
    [one] point
   *[other] points in a row
} ({ $span }).
history-minutes = { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
history-seconds = { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}
history-watches-plain = { $name }: AWS doesn't tell its condition.
history-metric-requests = the requests per target and minute
history-metric-other = the figures of the policy
history-points-high = The latest figures end here: { $count } of { $points } { $points ->
    [one] minute
   *[other] minutes
} above { $threshold }.
history-points-at-least = The latest figures end here: { $count } of { $points } { $points ->
    [one] minute
   *[other] minutes
} at or above { $threshold }.
history-points-at-most = The latest figures end here: { $count } of { $points } { $points ->
    [one] minute
   *[other] minutes
} at or below { $threshold }.
history-points-low = The latest figures end here: { $count } of { $points } { $points ->
    [one] minute
   *[other] minutes
} below { $threshold }.
history-state-ok = OK since then: its condition isn't met.
history-state-alarm = In alarm since then: its condition is met.
history-state-no-data = Insufficient data since then: too few points to judge. It may be new, or nobody visits.
history-state-other = Since then in the state { $state }.
history-low-at-min = A quiet shop is often in this state. It would like to remove an instance, but the group is at its minimum of { $min }.
history-low-shrinks = It has been quiet for long enough: the policy removes an instance.
history-high-at-max = The group is at its maximum of { $max } already, so nothing can be added.
history-high-grows = There is more than the instances should carry: the policy adds some.
history-actions-off = Its actions are switched off: whatever its state, the policy hears nothing, and the group stays as it is.
