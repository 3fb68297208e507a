# The last page: what the lab came to, and what is left to do.

finish-head = Step 4 is done, all of it. Congratulations!
finish-steps = Steps
finish-steps-done = { $done } of { $all } done
finish-time = Time, with breaks
finish-span = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h { $minutes } min
}
finish-mended = Mended
finish-mended-count = { $count ->
    [0] nothing went wrong
    [one] 1 mistake, found and put right
   *[other] { $count } mistakes, found and put right
}
finish-cost = Cost
finish-cost-so-far = about { $amount } so far, about { $hourly } an hour now
finish-page = To hand in
finish-page-made = { $file } is written
finish-page-to-make = not written yet: E writes the page. Once you have cleaned up, there is nothing left to show on it
finish-page-too-late = the lab is cleaned up, so no page can be made here any more
finish-cleanup = Clean up
finish-cleanup-left = still there: { $items }
finish-cleanup-nothing = nothing is left
finish-order = First make the page to hand in, then delete what is left in the order of "ec-site-tutor cleanup". s leads back to the steps.

# For a learner who comes back.
recap-last = Welcome back. { $step } was done last, { $ago } ago.
recap-check = Open a step and press Enter to see how things stand now, and what they have cost since.
recap-cost = Since then it has cost { $amount } at list prices.
recap-same = All that was done is as it was.
