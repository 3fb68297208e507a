near-label = "{ $name }"
near-label-with-id = "{ $name }" ({ $id })
near-found = Found { $found } instead: { $difference }.
near-was = There was { $found }, but { $difference }.
near-candidate = { $found }: { $difference }
near-several = Several could be meant as the { $what }, and nothing tells which one.
near-also = Also similar: { $found }: { $difference }
near-best = { $found } is the likeliest of them, because { $reason }.
near-reason-alive = it still exists
near-reason-in-vpc = it stands in the lab's VPC
near-reason-name = its name itself fits, not another field
near-reason-closest = its name differs least

near-in-tag = the name { $wanted } stands in its Name tag, and a Name tag isn't its name
near-in-description = the name { $wanted } stands in its description, not in its name
near-elsewhere = it stands in another VPC, { $vpc }
near-gone = it was deleted a short while ago ({ $state })
near-space-before = a space at the beginning
near-space-after = a space at the end
near-spaces-within = several spaces in a row
near-lookalike = { $name } in place of { $like } at position { $position }
near-more-lookalikes = and { $count } more { $count ->
    [one] letter
   *[other] letters
} of that kind
near-unseen = a letter that can't be seen ({ $code }) at position { $position }
near-space = a space
near-full-width-space = a full-width space
near-no-break-space = a no-break space
near-full-width-hyphen = a full-width hyphen
near-long-vowel-mark = a long-vowel mark (katakana)
near-half-width-long-vowel-mark = a half-width long-vowel mark (katakana)
near-minus-sign = a minus sign
near-full-width = a full-width { $letter }
near-dash = another dash ({ $code })
near-case = { $found } in place of { $wanted } (upper and lower case count)
near-in-place = { $found } in place of { $wanted }
near-order = its parts stand in another order than in { $wanted }
near-part-missing = the part "{ $part }" is missing
near-part-too-many = the part "{ $part }" is too much
near-part-too-many-and-letters = the part "{ $part }" is too much, and another part is spelled differently
near-letters-missing = "{ $letters }" is missing at position { $position }
near-letters-too-many = "{ $letters }" is too much at position { $position }
near-letters-swapped = "{ $found }" in place of "{ $wanted }" at position { $position } (two letters are swapped)
near-letters-changed = "{ $found }" in place of "{ $wanted }" at position { $position }

near-other-prefix = Your names begin with "{ $found }", and the lab's with "{ $wanted }": { $count } { $count ->
    [one] thing fits
   *[other] things fit
} but for that.
near-other-prefix-names = Found with the other beginning: { $names }
near-other-prefix-value = If that is how you want to call them, put this line under [values] in config.toml, and the whole lesson follows: { $line }

near-rename-tag = Choose { $id }, then Tags > Manage tags, and change the value of Name to { $name }.
near-anew-vpc = Create the VPC { $name } as step 0 of the course says.
near-anew-subnet = A subnet can't be moved to another VPC. Create { $name } in the lab's VPC.
near-anew-security-group = A security group can't be renamed or moved. Choose it, then Actions > Copy to new security group, and create it as { $name } in the lab's VPC.
near-anew-instance = An instance can't be moved to another VPC or brought back. Launch { $name } in the lab's VPC.
near-anew-instance-profile = An instance profile can't be renamed. In the IAM console, create the role { $name } for EC2; the instance profile of the same name comes with it.
near-anew-image = An image can't be renamed. Create it again with the name { $name }, or copy it: Actions > Copy AMI.
near-anew-launch-template = A launch template can't be renamed. Create launch template, choose yours under Source template, and give it the name { $name }.
near-anew-auto-scaling-group = An Auto Scaling group can't be renamed. Create it again with the name { $name }, and delete the old one so that it starts no more instances.
near-anew-load-balancer = A load balancer can't be renamed. Create it again with the name { $name }, with its listener, and delete the old one so that it costs nothing.
near-anew-load-balancer-vpc = A load balancer can't move to another VPC, and a region has no two of the same name. First delete this one, then create { $name } again in the lab's VPC, with its listener.
near-anew-target-group = A target group can't be renamed. Create { $name }, let the listener forward to it, and attach it to the Auto Scaling group.
near-anew-scaling-policy = A scaling policy can't be renamed. Create { $name }; two policies on one group would both act.
near-uses = These use { $old } and must be pointed to the new one first: { $uses }
near-delete-old = When nothing needs { $old } any more, delete it.

near-region = There is nothing of the lab in { $here }, but { $name } stands in { $found }.
near-region-alone = { $name } stands in { $found }, while the rest of the lab is in { $here }.
near-region-alone-left = It can't be moved. Once it is made in { $here }, delete the one in { $found }: nothing uses it there, and it may cost.
near-region-found = { $name } was found in: { $regions }
near-region-unread = These regions didn't answer, so nothing is known of them: { $regions }
near-region-switch = Switch to { $region }: at the top right of the console, and here with --region or AWS_REGION.
near-region-anew = Resources can't be moved to another region. Choose { $region } at the top right of the console and build the lab there, then delete what stands elsewhere so that it costs nothing.
near-region-value = If you want to stay where it is, put this line under [values] in config.toml and start the tutor with --region { $region }: { $line }
