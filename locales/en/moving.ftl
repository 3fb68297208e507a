# Groups that move: who or what changes them, and how to stop that.
cause-scheduled-action = A scheduled action of { $asg } has set this size, and will set it again.
mend-scheduled-action = EC2 > Auto Scaling Groups > { $asg } > Automatic scaling > Scheduled actions: delete the action that set this size, or change its size and its time. Only then set the size back: otherwise the action undoes it the next time.
evidence-aws-says = AWS says: { $words }
