# Groups that move: who or what changes them, and how to stop that.
mend-scheduled-action = EC2 > Auto Scaling Groups > { $asg } > Automatic scaling > Scheduled actions: delete the action that set this size, or change its size and its time. Only then set the size back: otherwise the action undoes it the next time.
evidence-aws-says = AWS says: { $words }
replaced-actual = The group has replaced { $count } { $count ->
    [one] instance
   *[other] instances
} since { $since }. Now: { $members }
replaced-fix = Don't wait: it goes on like this. See why no instance comes to serve.
evidence-replaced-since = { $count ->
    [one] One instance has
   *[other] { $count } instances have
} been replaced since { $since }.
evidence-newest-removal = The newest of these activities: { $words }
evidence-health-settings = The group's health check type is { $kind }, its grace period { $seconds } { $seconds ->
    [one] second
   *[other] seconds
}.
mend-given-up = While you look for the reason, give the instances time: a longer health check grace period than the shop takes to build, or the health check type EC2. Then read the boot log of the newest instance for the first error, mend that, and let the group start another one.
mend-taken-away = Find out who stops or ends the instances: somebody by hand (CloudTrail > Event history, StopInstances and TerminateInstances), a schedule that stops instances at night, or a line of the user data that shuts the machine down. Members of the group must not be stopped; to have fewer of them, change the group.
mend-reported = Something calls SetInstanceHealth for these instances. Look in CloudTrail > Event history who does, and end that.
scale-out-actions-off = The actions of { $alarm } are switched off.
scale-out-actions-off-fix = CloudWatch > Alarms > { $alarm } > Actions > Alarm actions > Enable. Then run the load of { $the_step_load } once more, to its end.
evidence-alarm-mute = { $alarm } is in the state { $state }, with its actions disabled (ActionsEnabled is false).
cause-scale-in-no-points = While nobody visits, CloudWatch may get no numbers. Then AlarmLow can't judge, and the group stays large.
evidence-surplus = That is { $count } { $count ->
    [one] instance
   *[other] instances
} more than the minimum of { $min }, for { $amount } an hour at list price.
evidence-surplus-plain = That is { $count } { $count ->
    [one] instance
   *[other] instances
} more than the minimum of { $min }, and they go on costing.
scale-out-unexplained-fix = The policy, its metric, its alarm with its actions, and the group's processes were found in order. Look under CloudWatch > Alarms > AlarmHigh > History at what it did during the load, then run the load once more, to its end.
