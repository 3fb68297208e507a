//! Hostile strings on every page of the screen: no cell holds what would act on the terminal.

use super::*;
use crate::hostile::{HOSTILE, acting, all, poisoned};
use crate::i18n::Language;

/// Every cell of what is on the screen.
fn assert_harmless(name: &str, tutor: &Tutor) {
    for cell in &tutor.buffer(Colour::On).content {
        let symbol = cell.symbol();
        assert!(acting(symbol).is_none() && symbol.chars().count() <= 8, "{name}: {symbol:?}\n{}", tutor.screen());
    }
}

#[test]
fn a_hostile_account_harms_no_page() {
    // Each with a few of the strings, for time.
    for (index, (name, mut snapshot)) in poisoned().step_by(9).enumerate() {
        let mut tutor = Tutor::settled(Language::ALL[index % 2], 100, 200, &[]);
        tutor.keys("Enter Enter");
        let number = tutor.running();
        snapshot.identity = Area::Seen(identity(ACCOUNT));
        tutor.read(number, snapshot);
        // All results in turn, the map, the commands of a step that isn't passed, the live view.
        for _ in 0..LESSON.steps.len() {
            assert_harmless(&name, &tutor);
            tutor.keys("n");
        }
        for keys in ["m", "Esc", "p", "v", "Esc", "V", "Esc", "s", "?"] {
            tutor.keys(keys);
            assert_harmless(&name, &tutor);
        }
    }
}

#[test]
fn a_hostile_identity_and_region_harm_no_page() {
    for (name, text) in HOSTILE {
        for size in [(60, 20), (80, 24), (200, 60)] {
            let mut tutor = Tutor::new(Language::Ja, size.0, size.1);
            tutor.send(Message::Started);
            let identity = Area::Seen(Identity { account: (*text).into(), arn: format!("arn:aws:{text}:{}", all()) });
            tutor.send(Message::Identified { number: 1, identity, region: Some(all()) });
            assert_harmless(name, &tutor);
            tutor.send(Message::ProgressRead { account: (*text).into(), outcome: Ok(Progress::new(text, "step4")) });
            tutor.keys("Enter Enter");
            assert_harmless(name, &tutor);
        }
    }
}

#[test]
fn what_a_learner_wrote_harms_no_page_and_is_shown_to_its_end() {
    let mut tutor = Tutor::settled(Language::En, 100, 400, &[]);
    let progress = tutor.model.account.progress.as_mut().unwrap();
    let end = "the-very-end";
    progress.take_note("preflight", &format!("{}{}{end}", all(), "word ".repeat(1_000)), at(1));
    tutor.keys("Enter");
    assert_harmless("a note", &tutor);
    assert!(tutor.screen().contains(end), "{}", tutor.screen());
    tutor.keys("a");
    assert_harmless("a note being written", &tutor);
}

#[test]
fn what_failed_harms_no_page() {
    for (name, text) in HOSTILE {
        let mut tutor = Tutor::settled(Language::En, 80, 24, &[]);
        tutor.keys("Enter Enter");
        let number = tutor.running();
        let failure = Failure::new(*text, FailureKind::Unreadable, all());
        tutor.read(number, Snapshot::failed(at(9), Some((*text).into()), &failure));
        assert_harmless(name, &tutor);
        tutor.send(Message::DemoNotSaved(crate::msg!(output_failed, error = *text)));
        assert_harmless(name, &tutor);
    }
}
