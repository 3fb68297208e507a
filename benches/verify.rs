//! How fast snapshots are judged and lesson texts are wrapped: `cargo bench --bench verify`. No network, one core.
//! The limits: 10,000 snapshots a second, so 100 us for one; and a whole lesson wrapped within one frame of 16 ms.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a bench reports by panicking")]
#![allow(missing_docs, reason = "criterion's macros write public functions")]

use std::collections::BTreeMap;
use std::hint::black_box;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ec_site_tutor::i18n::Language;
use ec_site_tutor::lesson::prose::{Block, Emphasis, Span};
use ec_site_tutor::lesson::{Lesson, Pack, load};
use ec_site_tutor::report::Report;
use ec_site_tutor::text::wrap_styled;
use ec_site_tutor_core::account::Area;
use ec_site_tutor_core::demo::SimulatedAccount;
use ec_site_tutor_core::verify::Status;
use jiff::Timestamp;

/// The narrowest terminal that the tutor draws in, a common one, and the widest that running text fills.
const WIDTHS: [usize; 3] = [58, 78, 96];

fn lesson() -> Lesson {
    load(&Pack::Embedded, &BTreeMap::new()).map_err(|error| error.text()).unwrap()
}

/// Every check of the lesson; and with the causes of what isn't passed, as they are shown.
fn judging(criterion: &mut Criterion) {
    let lesson = lesson();
    let begun: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
    let mut simulated = SimulatedAccount::finished(&lesson, begun);
    let sound = simulated.snapshot(begun);
    simulated.perform("build-without-nat", begun);
    let now = simulated.settled_at(begun);
    let broken = simulated.snapshot(now);
    let empty = SimulatedAccount::new(&lesson, begun).snapshot(begun);
    let mut group = criterion.benchmark_group("one snapshot (limit: 100 us)");
    group.throughput(Throughput::Elements(1));
    for (name, snapshot, now) in
        [("finished lab", &sound, begun), ("broken lab", &broken, now), ("new lab", &empty, begun)]
    {
        let checks = || lesson.steps.iter().flat_map(|step| &step.checks);
        group.bench_function(format!("verdicts, {name}"), |bencher| {
            bencher.iter(|| {
                checks()
                    .map(|check| check.judge(black_box(snapshot), now))
                    .filter(|verdict| verdict.fix.is_some())
                    .count()
            });
        });
        group.bench_function(format!("verdicts and causes, {name}"), |bencher| {
            bencher.iter(|| Report::assess(&lesson, black_box(snapshot), now));
        });
    }
    group.finish();
}

/// The longest user data that AWS takes, in bytes.
const MOST_USER_DATA: usize = 16 * 1024;

/// Some of everything that scripts are made of; `{n}` tells one piece from the next.
const DENSE: &str = r#"
step_{n}() {
  local name="$1" value="${2:-default}"
  case "$name" in
    a*|b*) value="${value%.zip}" ;;
    *) value="${value##*/}" ;;
  esac
  if [[ -n "$value" && "$name" != none ]]; then
    printf '%s=%s\n' "$name" "$value" >> "/tmp/settings-{n}"
  fi
}
NAME_{n}="$(basename "/opt/app-{n}.zip" .zip)"
for part in one two three; do
  step_{n} "$part" "$NAME_{n}/$part.zip" || exit 1
done
COUNT=$((COUNT + {n}))
[ -d "/opt/data-{n}" ] || mkdir -p "/opt/data-{n}"
cat > "/opt/data-{n}/settings" <<EOF
name=$NAME_{n}
count=$COUNT
EOF
grep -q "name=app" "/opt/data-{n}/settings" && echo "settings {n}" | tee -a /var/log/setup.log
"#;

/// A script of the most bytes that deploys the shop in its last lines.
fn dense(lesson: &Lesson, mark: &str) -> String {
    let value = |name| lesson.values.get(name).unwrap();
    let folder = value("app_folder");
    let end = format!(
        "cd /root\naws s3 cp {} .\nunzip -o {folder}.zip\ncd {folder}\n\
         echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:000000000000:secret:shop-7hG2pQ' > .env\n\
         {tools}/pnpm install\n{tools}/pnpm build\n{tools}/pm2 start\n",
        value("app_archive"),
        tools = value("tools"),
    );
    let mut script = format!("#!/bin/bash\n# {mark}\nset -euo pipefail\nCOUNT=0\n");
    for number in 1.. {
        let piece = DENSE.replace("{n}", &format!("{number}"));
        if script.len() + piece.len() + end.len() > MOST_USER_DATA {
            break;
        }
        script += &piece;
    }
    script + &end
}

/// The script of the finished lab with as many lines of comments as it may have: what a learner's long script is like.
fn commented(script: &str, mark: &str) -> String {
    const COMMENT: &str = "# What this line does, and what the machine needs it for.\n";
    let (first, rest) = script.split_once('\n').unwrap();
    let comments = COMMENT.repeat((MOST_USER_DATA - script.len() - mark.len() - 8) / COMMENT.len());
    format!("{first}\n# {mark}\n{comments}{rest}")
}

/// User data as long as it may be, dense and with comments. A check keeps what it has judged last, so two scripts take turns.
fn user_data(criterion: &mut Criterion) {
    let lesson = lesson();
    let now: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
    let finished = SimulatedAccount::finished(&lesson, now).snapshot(now);
    let own = finished.launch_template.seen().unwrap().as_ref().unwrap().user_data.clone().unwrap();
    let own = String::from_utf8(STANDARD.decode(own).unwrap()).unwrap();
    let pairs = [
        ("dense", ["one", "two"].map(|mark| dense(&lesson, mark))),
        ("commented", ["one", "two"].map(|mark| commented(&own, mark))),
    ];
    let check = lesson.steps.iter().flat_map(|step| &step.checks).find(|check| check.id == "user-data").unwrap();
    let mut group = criterion.benchmark_group("user data of 16 KB (limit: 2 ms)");
    group.throughput(Throughput::Elements(2));
    for (name, scripts) in pairs {
        let snapshots = scripts.map(|script| {
            let mut snapshot = finished.clone();
            if let Area::Seen(Some(template)) = &mut snapshot.launch_template {
                template.user_data = Some(STANDARD.encode(script));
            }
            let verdict = check.judge(&snapshot, now);
            assert_eq!(verdict.status, Status::Passed, "{verdict:?}");
            snapshot
        });
        group.bench_function(format!("two scripts, {name}"), |bencher| {
            bencher.iter(|| {
                snapshots
                    .iter()
                    .filter(|snapshot| check.judge(black_box(snapshot), now).status == Status::Passed)
                    .count()
            });
        });
    }
    group.finish();
}

/// All running text of the lesson with its hints, in both languages.
fn wrapping(criterion: &mut Criterion) {
    let lesson = lesson();
    let mut group = criterion.benchmark_group("all lesson texts (limit: 16 ms)");
    for language in Language::ALL {
        let mut texts = Vec::new();
        for step in &lesson.steps {
            let (prose, hints) = (step.prose(language), step.hints(language));
            for blocks in [prose].into_iter().chain(hints.iter().map(Vec::as_slice)) {
                collect(blocks, &mut texts);
            }
        }
        let bytes: usize = texts.iter().flatten().map(|(piece, _)| piece.len()).sum();
        group.throughput(Throughput::Bytes(u64::try_from(bytes).unwrap()));
        for width in WIDTHS {
            group.bench_function(format!("{}, {width} cells", language.tag()), |bencher| {
                bencher.iter(|| texts.iter().map(|text| wrap_styled(black_box(text), width).len()).sum::<usize>());
            });
        }
    }
    group.finish();
}

/// The pieces of every paragraph, those in lists and tables too.
fn collect<'a>(blocks: &'a [Block], texts: &mut Vec<Vec<(&'a str, Emphasis)>>) {
    for block in blocks {
        match block {
            Block::Paragraph(spans) => texts.push(pieces(spans)),
            Block::List { items, .. } => items.iter().for_each(|item| collect(item, texts)),
            Block::Table { head, rows } => {
                texts.extend(head.iter().chain(rows.iter().flatten()).map(|cell| pieces(cell)));
            }
            Block::Heading(_) | Block::Code { .. } | Block::Picture { .. } => {}
        }
    }
}

fn pieces(spans: &[Span]) -> Vec<(&str, Emphasis)> {
    spans.iter().map(|span| (span.text.as_str(), span.emphasis)).collect()
}

criterion_group!(benches, judging, user_data, wrapping);
criterion_main!(benches);
