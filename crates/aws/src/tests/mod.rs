//! Every call of the program, and everything that can go wrong with one: none of it is ever taken for an answer.

mod calls;
mod fault;
mod front;
mod lab;
mod processes;
mod read_only;
mod recorded;
mod states;
mod waves;

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use futures_util::future::join_all;
use test_case::test_matrix;

use super::action::Action;
use super::clients::Clients;
use super::http::ATTEMPTS;
use calls::outcome;
use fault::{Behaviour, Expected, Fault, denials, everything, throttling};
use front::Front;

/// The program gives a try eight seconds; here what hangs is given up at once.
const HANGING: Duration = Duration::from_millis(300);
/// Enough for an answer on a busy machine.
const ANSWERING: Duration = Duration::from_secs(20);
/// All calls with all tries, on a busy machine.
const LIMIT: Duration = Duration::from_mins(1);

/// A process has one budget of retries for all calls to a service in a region, so each test has a region of its own.
static NEXT_REGION: AtomicU32 = AtomicU32::new(1);

/// Clients that send everything to `address`, and try again as often as the program does, but don't wait long.
fn clients(fault: &Fault, address: SocketAddr) -> Clients {
    let limit = if matches!(fault.behaviour, Behaviour::Hang) { HANGING } else { ANSWERING };
    connected(fault.scheme, address, limit)
}

fn connected(scheme: &str, address: SocketAddr, limit: Duration) -> Clients {
    let keys = Credentials::new("AKIDEXAMPLE", "secret", None, None, "test");
    let retries = RetryConfig::standard().with_max_attempts(ATTEMPTS).with_initial_backoff(Duration::from_millis(1));
    let limits = TimeoutConfig::builder().operation_attempt_timeout(limit).build();
    let config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(format!("test-{}", NEXT_REGION.fetch_add(1, Ordering::Relaxed))))
        .credentials_provider(SharedCredentialsProvider::new(keys))
        .endpoint_url(format!("{scheme}://{address}"))
        .retry_config(retries)
        .timeout_config(limits)
        .build();
    Clients::of(&config)
}

/// What becomes of every call where each meets `fault`.
async fn met(fault: &Fault) -> Vec<(Action, calls::Outcome)> {
    let front = Front::with(fault);
    let clients = clients(fault, front.address);
    join_all(Action::READING.iter().map(|action| async { (*action, outcome(&clients, *action).await) })).await
}

#[tokio::test]
async fn no_fault_of_any_call_is_taken_for_an_answer_and_each_is_told_for_what_it_is() {
    for fault in everything() {
        let started = Instant::now();
        for (action, outcome) in met(&fault).await {
            let label = format!("{}, {}", action.name(), fault.name);
            assert_eq!(outcome.action.as_deref(), Some(action.name()), "{label}: {outcome:?}");
            assert_eq!(outcome.found, fault.expected, "{label}: {outcome:?}");
        }
        assert!(started.elapsed() < LIMIT, "{}: {:?}", fault.name, started.elapsed());
    }
}

#[tokio::test]
async fn sound_answers_are_seen() {
    for (action, outcome) in met(&Fault::none()).await {
        assert_eq!(outcome.found, Expected::Seen, "{}: {outcome:?}", action.name());
    }
}

#[test_matrix([true, false])]
#[tokio::test]
async fn what_may_be_better_the_next_time_is_tried_again_and_what_will_not_is_not(passes: bool) {
    let faults = if passes { throttling() } else { denials() };
    for fault in faults {
        let front = Front::with(&fault);
        outcome(&clients(&fault, front.address), Action::DescribeVpcs).await;
        let tries = if passes { usize::try_from(ATTEMPTS).unwrap() } else { 1 };
        assert_eq!(front.requests(), tries, "{}", fault.name);
    }
}
