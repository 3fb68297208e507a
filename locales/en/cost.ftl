usage-policy = Print the IAM policy with the few read-only permissions that the tutor needs
usage-cost = Show what the lab costs now, has cost so far, and would cost if you forgot it

lesson-price = { $price } is no price: prices are zero or more

cost-prices = An estimate from the list prices of { $date } for { $region } ({ $source }): without tax, free tier, discounts and data transfer.
cost-other-region = The prices are those of { $table }, and this is { $account }: the real ones differ. Put your region's prices into config.toml under [prices].
cost-no-prices = This lesson brings no prices, so what it costs isn't known. Put your region's prices into config.toml under [prices].
cost-total-unknown = What it costs in all isn't known: nothing of it has a price in the table.
cost-nothing = Nothing of the lab costs anything right now, as far as can be seen.
cost-item = { $what }: { $amount } an hour
cost-item-without-price = { $what }: no price known
cost-since = since { $at }
cost-since-unknown = since when isn't known
cost-so-far = so far { $amount }
cost-monthly = { $amount } a month
cost-basis-hour = { $count } x { $price }/h
cost-basis-size = { $size } GB x { $price }/GB-month
cost-basis-month = { $count } x { $price }/month
cost-load-balancer = Load balancer { $name }
cost-addresses-of = Public IPv4 of { $of }
cost-unattached-address = Elastic IP { $address }, which nothing uses
cost-nat-gateway = NAT gateway { $id }
cost-nat-gateway-regional = NAT gateway { $id }, regional, in { $zones } { $zones ->
    [one] zone
   *[other] zones
}
cost-encryption-control = encryption control of { $vpc }
cost-instance = Instance { $name }, { $kind }
cost-volume = Disk { $id } of { $instance }
cost-snapshot = Snapshot { $id }
cost-alarms = Alarms of { $asg }
cost-note-lcu = Load comes on top, in LCUs: { $price } an hour for one, and a quiet shop stays below one.
cost-note-nat = Data comes on top: { $price } for each GB.
cost-note-unlimited = What it does above its baseline, such as a long build after its start, may add surplus credits.
cost-note-snapshot = At most: only the blocks that are really stored are billed.
cost-note-other-image = It belongs to { $image }, another image of the base instance. At most: only the blocks that are really stored are billed.
cost-note-encryption-control = The lab doesn't ask for it. AWS bills it by the hour for each VPC with something in it; the price is on the VPC pricing page.
cost-note-orphan = Its image (AMI) is gone, so it serves nobody. At most: only the blocks that are really stored are billed.
cost-gap = Not seen, and so not counted: { $why }
cost-at-least = at least { $amount }
cost-total-hourly = Now: { $amount } an hour
cost-total-so-far = So far: { $amount }
cost-total-monthly = If forgotten: { $amount } a month (730 hours)
cost-rounding = Amounts by the hour are rounded to $0.0001, all others to the cent. An instance counts from its last start.
cost-not-included = { $not_counted }What to delete, and in which order: ec-site-tutor cleanup

cost-short = about { $amount }/h
cost-short-at-least = at least { $amount }/h
cost-reminder = The lab goes on costing { $rate } (list prices, as of the last check). To end it, first make the page to hand in with "ec-site-tutor evidence", then follow "ec-site-tutor cleanup". "ec-site-tutor cost" shows what costs.
cost-reminder-demo = On a real account, this lab would go on costing { $rate } (as of the last check). To end it, you would first make the page to hand in with "ec-site-tutor evidence", then follow "ec-site-tutor cleanup --demo". "ec-site-tutor cost --demo" shows what costs.

account-unreadable = { $what } { $fix }
