//! Damaged boot scripts in a sound account: each is judged in finite time.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ec_site_tutor_core::account::{Area, Snapshot};
use ec_site_tutor_core::demo::SimulatedAccount;
use ec_site_tutor_core::verify::Status;
use jiff::Timestamp;

use super::super::random::Random;
use super::LESSON;
use super::damage::damaged;

const WORDS: &[&[u8]] = &[
    b"$(",
    b"`",
    b"${x:-",
    b"<<EOF\n",
    b"<<'E'\n",
    b"\nEOF\n",
    b"if ",
    b"then\n",
    b"fi\n",
    b"for i in 1 2 3; do ",
    b"while true; do ",
    b"done\n",
    b"case x in\n",
    b"esac\n",
    b"f() { f; f; }\n",
    b"f\n",
    b"&&",
    b"||",
    b";;",
    b"|",
    b"( ",
    b" )",
    b"bash -c '",
    b"eval ",
    b"sudo -u root ",
    b"exit\n",
    b"cd /\n",
    b"> .env",
    b"| tee .env",
    b"export HOME=/root\n",
    b"set -e\n",
    b"$((",
    b"((",
    b"[[",
    b"#!/bin/bash\n",
    b"x=$x$x\n",
];

static SOUND: LazyLock<(Snapshot, Vec<u8>)> = LazyLock::new(|| {
    let now = Timestamp::UNIX_EPOCH;
    let snapshot = SimulatedAccount::finished(&LESSON, now).snapshot(now);
    let template = snapshot.launch_template.seen().expect("seen").clone().expect("a template");
    let encoded = template.user_data.expect("user data");
    (snapshot, STANDARD.decode(encoded).expect("base64"))
});

pub fn make(random: &mut Random) -> Vec<u8> {
    damaged(&SOUND.1, WORDS, random)
}

/// Whether the script deploys the shop.
pub fn take(input: &[u8]) -> bool {
    let mut snapshot = SOUND.0.clone();
    if let Area::Seen(Some(template)) = &mut snapshot.launch_template {
        template.user_data = Some(STANDARD.encode(input));
    }
    let step = LESSON.step("3-1").expect("the template's step");
    let verdicts: Vec<Status> =
        step.checks.iter().map(|check| check.judge(&snapshot, snapshot.taken_at).status).collect();
    assert!(!verdicts.contains(&Status::Unknown), "what was read is judged");
    verdicts.iter().all(|status| *status == Status::Passed)
}
