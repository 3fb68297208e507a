//! How fast snapshots are judged and lesson texts are wrapped: `cargo bench --bench verify`. No network, one core.
//! The limits: 10,000 snapshots a second, so 100 us for one; and a whole lesson wrapped within one frame of 16 ms.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a bench reports by panicking")]
#![allow(missing_docs, reason = "criterion's macros write public functions")]

use std::collections::BTreeMap;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ec_site_tutor::i18n::Language;
use ec_site_tutor::lesson::prose::{Block, Emphasis, Span};
use ec_site_tutor::lesson::{Lesson, Pack, load};
use ec_site_tutor::report::Report;
use ec_site_tutor::text::wrap_styled;
use ec_site_tutor_core::demo::SimulatedAccount;
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

criterion_group!(benches, judging, wrapping);
criterion_main!(benches);
