# What the site answers through the load balancer, whose answer it is, and what helps.
site-redirected = http://{ $name } answers with { $status } and sends customers to { $location }.
site-after-redirect = http://{ $name } answers with { $status }, after it sent the customer on to { $page }.
site-errors = http://{ $name } answered with an error to { $count ->
    [one] one try
   *[other] each of { $count } tries
} within seconds: { $codes }.
site-some-errors = http://{ $name } answers, though not every time: of { $count } { $count ->
    [one] try
   *[other] tries
} in quick succession { $errors } got an error ({ $codes }).
site-some-errors-fix = One error among good answers is no fault: while the group replaces an instance, or a new one still builds the shop, that is to be expected. If it is still so a quarter of an hour later, see { $the_step_targets }.
site-firewall = http://{ $name } answers with { $status }, and AWS WAF asks something of the customer first: { $action }.

site-no-page-fix = { $who } { $todo }
site-who-firewall = This answer is a firewall's (AWS WAF), not the shop's.
site-who-balancer = The load balancer gave this answer itself (Server: { $server }), not the shop.
site-who-shop = Neither the load balancer's mark nor a rule of the listener is behind this answer: it comes from the shop.
site-who-untold = The answer doesn't show who gave it: the shop, or a rule of the listener.
site-who-unread = The answer doesn't show who gave it: the shop, or a rule of the listener. The tutor could not read the rules ({ $why }).
site-firewall-fix = Open WAF & Shield > Web ACLs (protection packs), choose the one that protects the load balancer, and take the load balancer out of it. The lab has no firewall.
site-balancer-fix = Under EC2 > Load Balancers > Listeners and rules, the default action must forward to the target group, and no rule before it may redirect or answer by itself. If that is so, a firewall refuses the page: look under the load balancer's Integrations for AWS WAF.
site-redirected-fix = The front page must come by HTTP from this very address. Look under EC2 > Load Balancers > Listeners and rules for a rule that redirects; if there is none, the shop redirects by itself: look in its settings for the address that it takes for its own.
site-refused-fix = The front page must be open to everyone. Look under EC2 > Load Balancers > Listeners and rules for a rule that turns customers away; if there is none, look at the shop's own log through Session Manager.
site-not-found-fix = There is no front page. Look under EC2 > Load Balancers > Listeners and rules for a rule with a fixed response; if there is none, something else than the shop runs on the instance: see through Session Manager what pm2 list shows.
site-other-fix = Open http://{ $name } in your browser and read what it says. Then look under EC2 > Load Balancers > Listeners and rules, and at the shop's own log through Session Manager.

cause-site-firewall = A firewall (AWS WAF) keeps customers from the shop.
cause-site-redirected = Customers are sent to another address, and get no page here.
cause-site-refused = Customers are turned away with { $status }.
cause-site-not-found = There is no page at this address ({ $status }).
cause-balancer-bad-gateway = The load balancer answers with 502: the shop broke off, or answered with something that is no HTTP.
cause-balancer-no-target = The load balancer answers with 503: at that moment it had no target to send customers to.
cause-balancer-too-slow = The load balancer answers with 504: the shop took the request and gave no answer in time.
cause-balancer-error = The load balancer answers with the error { $code } itself.
evidence-by-balancer = The answer is the load balancer's own (Server: { $server }).
evidence-tries = Answers within seconds: { $codes }
mend-bad-gateway = The shop may have ended in the middle of a request, or listens with something else on its port. Connect to the instance through Session Manager and read the shop's log with "sudo -i", then "{ $command }".
mend-no-target = The target group has a healthy target now, so check again in a minute. If 503 stays, look under EC2 > Target Groups > Targets, and under Listeners and rules at the weight of the target group.
mend-too-slow = The shop may be waiting for the database: see that the Aurora cluster is available. Then connect to the instance through Session Manager and read the shop's log with "sudo -i", then "{ $command }".
mend-balancer-error = Look the code up in AWS's list, and under Listeners and rules for a rule that asks customers to log in: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
site-561-fix = 561: a rule of the listener asks customers to log in, and the place that knows them gave an error. The lab has no such rule: delete it under EC2 > Load Balancers > Listeners and rules.
