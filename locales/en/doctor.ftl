# `doctor`: what the program finds where it runs.
usage-doctor = Look where credentials, region, network, terminal and state folder come from, and say what is wrong

doctor-good = good
doctor-odd = odd
doctor-bad = bad
doctor-remedy = Do: { $remedy }
doctor-summary = { $bad } bad, { $odd } odd.
doctor-and = { $first }; { $second }
doctor-from = { $what } (from { $origin })
doctor-set = { $place } = { $value }

doctor-label-version = Version
doctor-label-account = Account
doctor-label-credentials = Credentials
doctor-label-identity = Identity
doctor-label-region = Region
doctor-label-endpoints = Endpoints
doctor-label-proxy = Proxy
doctor-label-trust = Trust store
doctor-label-clock = Clock
doctor-label-permissions = Permissions
doctor-label-terminal = Terminal
doctor-label-locale = Language
doctor-label-zone = Time zone
doctor-label-state = State folder
doctor-label-tutors = Other tutors

doctor-place-settings = { $field } in config.toml
doctor-place-line = { $file }, line { $number }
doctor-place-metadata = the instance's metadata

doctor-release = { $program }; this lesson: { $lesson }, version { $edition }
doctor-simulated = the simulated account: nothing of AWS is looked at
doctor-not-built = this build has only the demo, no AWS
doctor-not-built-remedy = Add --demo, or build it with AWS: cargo build

doctor-kind-keys = access key
doctor-kind-sso = IAM Identity Center
doctor-kind-login = aws login
doctor-kind-role = a role that is assumed
doctor-kind-process = a command that prints them
doctor-kind-web-identity = a web identity token
doctor-kind-container = the endpoint of a container
doctor-kind-metadata = the role of this instance
doctor-source = { $kind }, { $place }
doctor-source-profile = { $kind } of profile { $profile }, { $place }
doctor-source-role = it takes { $role }
doctor-no-end = no end known
doctor-ends = good until { $at }
doctor-ends-remedy = Sign in again before you go on: that is in less than a quarter of an hour.
doctor-ended = ended at { $at }
doctor-ended-remedy = Sign in again the way you did last time.
doctor-rest-waits = { $fix } The identity and its permissions are looked at once this is right.

doctor-root-remedy = This is the account's root user, who may do everything. Work as an IAM user or a role instead.
doctor-region = { $code } (from { $place })
doctor-region-remedy = The lesson is about { $lesson }. If the lab isn't in { $code }, add --region { $lesson }.
doctor-endpoints-own = AWS's own
doctor-endpoints-remedy = Calls go there, not to AWS. Take it out if you don't mean that.
doctor-proxy-none = none
doctor-proxy-refuses = { $proxy } (no connection: { $error })
doctor-proxy-refuses-remedy = Nothing answers at this address. Correct the variable, or unset it if you need no proxy here.
doctor-proxy-refused-remedy = It refuses to pass calls on to AWS. Ask whoever runs it to let amazonaws.com through, or unset the variable if you need no proxy here.
doctor-proxy-remedy = AWS wasn't reached through it. Ask whoever runs it whether it works, or unset the variable if you need no proxy here.
doctor-trust-system = the system's
doctor-trust-file = { $set } ({ $count ->
    [one] one certificate
   *[other] { $count } certificates
})
doctor-trust-empty = { $set } holds no certificate
doctor-trust-unread = { $set } can't be read: { $error }
doctor-trust-remedy = Name a file of certificates in PEM form there, or take it out to trust the system's.
doctor-clock-right = right, by the time in AWS's answer
doctor-clock-ahead = { $seconds } s ahead of AWS's
doctor-clock-behind = { $seconds } s behind AWS's
doctor-allowed = { $count } of { $all } allowed
doctor-denied = { $count } of { $all } denied: { $names }
doctor-all-denied = all { $all } that were tried are denied
doctor-untried = nothing there yet to try on: { $names }
doctor-unclear = { $count } of { $all } unclear: { $names } ({ $words })
doctor-unclear-remedy = AWS said neither yes nor no. Try again in a minute.
doctor-statement-remedy = Have this added to your policy: { $statement }
doctor-policy-remedy = Have the policy attached that this prints: ec-site-tutor policy

doctor-no-terminal = none here, so nothing was measured
doctor-terminal = { $width }x{ $height }, { $term }, { $colours }, { $signs }
doctor-colours = colours
doctor-no-colours = no colours
doctor-not-measured = it didn't tell how wide signs are
doctor-utf8 = UTF-8, lines { $cells } wide
doctor-not-utf8 = a Japanese letter took { $cells ->
    [one] one cell
   *[other] { $cells } cells
}
doctor-small-remedy = Make the window at least { $width }x{ $height }, or use --plain.
doctor-dumb-remedy = This terminal can't move its cursor. Use --plain.
doctor-not-utf8-remedy = Set the terminal to UTF-8, or use --lang en --ascii.
doctor-ambiguous-remedy = Have the terminal draw characters of ambiguous width narrow, or use --ascii.

doctor-locale = { $language } (from { $origin })
doctor-locale-nobody = nothing: English is what is left
doctor-locale-remedy = The tutor writes UTF-8. Set { $name } to a locale that ends in .UTF-8.
doctor-zone-named = { $name }, { $offset }
doctor-zone-system = the system
doctor-zone-nobody = nothing
doctor-zone-unknown = UTC: TZ = { $text } is no time zone
doctor-zone-remedy = Write your own into config.toml, such as time_zone = "Asia/Tokyo"
doctor-zone-cloud-shell-remedy = CloudShell's clock is in UTC, the console shows your own time. Write time_zone = "Asia/Tokyo" into config.toml to see the same here.
doctor-state = { $folder }, writable
doctor-state-room = { $folder }, writable, { $room } free
doctor-state-nowhere = there is no home folder, so progress isn't saved
doctor-state-nowhere-remedy = Set HOME or XDG_STATE_HOME to a folder of yours.
doctor-state-refused = { $folder } can't be written, so progress isn't saved: { $error }
doctor-state-remedy = Make the folder writable, free some space, or set XDG_STATE_HOME to another one.
doctor-room-remedy = Progress needs little, but this is hardly anything. Free some space.
doctor-tutors-none = none
doctor-tutors-untold = the system doesn't tell
doctor-tutors = { $count ->
    [one] one runs: process { $numbers }
   *[other] { $count } run: processes { $numbers }
}
doctor-tutors-remedy = Nothing gets lost, but close what you don't use: each looks at the account by itself.
