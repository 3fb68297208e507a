//! Exercises, notes, values and the search.

use test_case::test_case;

use super::*;
use crate::lesson::exercise::Form;
use crate::progress::StepState;
use crate::tutor::model::{Page, Tab};

fn progress(tutor: &Tutor) -> &Progress {
    tutor.model.account.progress.as_ref().unwrap()
}

/// Answers every choice rightly, as the data has it.
fn answer_rightly(tutor: &mut Tutor) {
    for task in tutor.model.tasks(tutor.model.view.step).to_vec() {
        let Form::Choice(choices) = &task.form else { panic!("{} is no choice", task.id) };
        let right = choices.iter().position(|choice| choice.right).unwrap() + 1;
        tutor.keys(&format!("{right} Enter"));
    }
}

#[test]
fn the_exercise_confirms_its_check_once_every_part_is_in_its_place() {
    let mut tutor = on("diagram");
    tutor.keys("e");
    assert!(tutor.screen().contains("Task 1 of 7"), "{}", tutor.screen());
    answer_rightly(&mut tutor);
    assert_eq!(tutor.model.view.page, Page::Step);
    assert!(progress(&tutor).is_attested("diagram", "placed"));
    // What only the learner can see is still to be confirmed.
    assert_eq!(tutor.model.state(tutor.model.view.step), StepState::Open);
    tutor.keys("y y");
    assert_eq!(tutor.model.state(tutor.model.view.step), StepState::Done);
}

#[test]
fn a_wrong_choice_says_why_and_may_be_changed() {
    let mut tutor = on("diagram");
    let effects = tutor.keys("e 1");
    assert!(matches!(effects.as_slice(), [Effect::SaveProgress(_)]), "{effects:?}");
    assert!(tutor.screen().contains("Not quite. That's where the first one stood"), "{}", tutor.screen());
    tutor.keys("2");
    assert!(tutor.screen().contains("Right. Customers only ever talk"), "{}", tutor.screen());
    tutor.keys("1");
    assert!(!progress(&tutor).is_attested("diagram", "placed"));
}

#[test]
fn the_exercise_cannot_be_confirmed_by_hand() {
    let mut tutor = on("why");
    tutor.keys("y 1");
    assert!(!progress(&tutor).is_attested("why", "answered"));
    assert_eq!(tutor.model.state(tutor.model.view.step), StepState::Open);
}

#[test]
fn answers_are_kept_and_the_model_answer_waits_for_ones_own() {
    let mut tutor = on("why");
    tutor.keys("e h h");
    assert!(tutor.screen().contains("Imagine the instance had a public address"), "{}", tutor.screen());
    assert!(!tutor.screen().contains("A model answer"), "{}", tutor.screen());
    tutor.keys("e");
    tutor.types("so that nobody knocks");
    let effects = tutor.keys("Esc");
    assert!(matches!(effects.as_slice(), [Effect::SaveProgress(_)]), "{effects:?}");
    assert_eq!(progress(&tutor).answered("why", "private-subnets"), Some("so that nobody knocks"));
    tutor.keys("h G");
    assert!(tutor.screen().contains("Session Manager"), "{}", tutor.screen());
    for _ in 0..2 {
        tutor.keys("Enter e");
        tutor.types("because it is safer");
        tutor.keys("Esc");
    }
    assert_eq!(tutor.model.state(tutor.model.view.step), StepState::Done);
}

#[test]
fn letters_that_are_keys_elsewhere_are_letters_in_a_text() {
    let mut tutor = on("1-1");
    tutor.keys("w");
    tutor.types("q? 店 n/");
    assert_eq!(tutor.model.view.page, Page::Editor);
    tutor.keys("Enter");
    tutor.types("lines");
    tutor.keys("Esc");
    assert_eq!(progress(&tutor).note("1-1"), Some("q? 店 n/\nlines"));
    assert!(tutor.screen().contains("q? 店 n/"), "{}", tutor.screen());
}

#[test]
fn leaving_in_the_middle_of_a_text_keeps_it() {
    let mut tutor = on("1-1");
    tutor.keys("w");
    tutor.types("half a thou");
    let effects = tutor.keys("^C");
    assert!(matches!(effects.as_slice(), [Effect::SaveProgress(_), Effect::Leave(_)]), "{effects:?}");
    assert_eq!(progress(&tutor).note("1-1"), Some("half a thou"));

    let mut killed = on("1-1");
    killed.keys("w");
    killed.types("by a signal");
    assert!(matches!(killed.send(Message::Ending).as_slice(), [Effect::SaveProgress(_)]));
    assert_eq!(progress(&killed).note("1-1"), Some("by a signal"));
}

#[test]
fn a_paste_is_a_text_and_never_keys() {
    let mut tutor = on("1-1");
    tutor.send(Message::Pasted("q\nq\n".into()));
    assert_eq!((tutor.model.view.page, tutor.model.view.editor.is_none()), (Page::Step, true));
    tutor.keys("w");
    let pasted: Vec<String> = (1..=50).map(|number| format!("line {number}")).collect();
    tutor.send(Message::Pasted(pasted.join("\r")));
    tutor.keys("Esc");
    assert_eq!(progress(&tutor).note("1-1"), Some(pasted.join("\n").as_str()));
}

#[test]
fn a_check_that_ends_leaves_the_writer_alone() {
    let mut tutor = on("1-1");
    tutor.keys("Enter");
    let number = tutor.running();
    tutor.keys("w");
    tutor.types("still ");
    tutor.read(number, bare_snapshot(ACCOUNT));
    tutor.types("here");
    assert_eq!(tutor.model.view.page, Page::Editor);
    tutor.keys("Esc");
    assert_eq!(progress(&tutor).note("1-1"), Some("still here"));
    assert_eq!((tutor.model.view.page, tutor.model.view.tab), (Page::Step, Tab::Results));
}

#[test]
fn what_was_being_written_stays_with_the_account_it_was_written_for() {
    let mut tutor = on("1-1");
    tutor.keys("Enter");
    let number = tutor.running();
    tutor.keys("w");
    tutor.types("mine");
    let effects = tutor.read(number, bare_snapshot(OTHER_ACCOUNT));
    let saved =
        effects.iter().find_map(|effect| if let Effect::SaveProgress(saved) = effect { Some(saved) } else { None });
    let saved = saved.expect("the note is saved");
    assert_eq!((saved.account.as_str(), saved.note("1-1")), (ACCOUNT, Some("mine")));
    assert!(tutor.model.view.editor.is_none());
}

#[test_case("p4ssw0rd!"; "the secret itself")]
#[test_case("arn:aws:rds:us-east-1:123456789012:cluster:shop"; "the arn of something else")]
fn what_is_no_arn_of_a_secret_is_not_kept(entered: &str) {
    let mut tutor = on("3-1");
    tutor.keys("e");
    tutor.types(entered);
    assert_eq!(tutor.keys("Enter"), []);
    assert_eq!(progress(&tutor).entered("secret_arn"), None);
    assert!(tutor.screen().contains("it wasn't kept"), "{}", tutor.screen());
}

#[test_case("arn:aws:secretsmanager:us-east-1:111122223333:secret:shop-AbCdEf", "another account, 111122223333"; "account")]
#[test_case("arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf", "another region, eu-west-1"; "region")]
fn a_secret_that_the_instances_could_not_read_is_refused_with_the_reason(entered: &str, why: &str) {
    let mut tutor = on("3-1");
    tutor.keys("e");
    tutor.types(entered);
    assert_eq!(tutor.keys("Enter"), []);
    assert_eq!(progress(&tutor).entered("secret_arn"), None);
    assert!(tutor.screen().contains(why), "{}", tutor.screen());
}

#[test]
fn the_arn_of_a_secret_is_kept_and_fills_the_lesson() {
    let arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf";
    let mut tutor = on("3-1");
    tutor.keys("e");
    tutor.send(Message::Pasted(format!(" {arn}\n")));
    let effects = tutor.keys("Enter");
    let values = BTreeMap::from([("secret_arn".to_owned(), arn.to_owned())]);
    assert!(
        matches!(effects.as_slice(), [Effect::SaveProgress(_), Effect::FillIn { values: found }] if *found == values)
    );
    let filled = load(&Pack::Embedded, &values).unwrap();
    tutor.send(Message::FilledIn(Ok(Arc::new(filled))));
    let script = &tutor.model.lesson.snippets.en["user-data.sh"];
    assert!(script.contains(arn), "{script}");
}

#[test]
fn the_line_that_the_script_printed_confirms_all_that_it_says_is_gone() {
    let mut tutor = on("2-2");
    tutor.keys("e");
    tutor.types("cleaned pm2=0 startup=0 sources=3 port=0");
    assert_eq!(tutor.keys("Enter"), []);
    assert!(tutor.screen().contains("Something is left") && tutor.screen().contains("/root"), "{}", tutor.screen());
    tutor.keys("Esc e");
    tutor.types("cleaned pm2=0 startup=0 sources=0 port=0");
    assert!(matches!(tutor.keys("Enter")[..], [Effect::SaveProgress(_)]));
    for check in ["pm2", "startup", "sources", "port"] {
        assert!(progress(&tutor).is_attested("2-2", check), "{check}");
    }
    assert_eq!(tutor.model.view.page, Page::Step);
}

#[test]
fn values_kept_before_fill_the_lesson_once_the_account_is_known() {
    let mut tutor = Tutor::new(Language::En, 80, 24);
    tutor.send(Message::Started);
    tutor.identified(1, ACCOUNT);
    let mut progress = Progress::new(ACCOUNT, "step4");
    progress.enter("secret_arn", "arn", at(-10));
    let effects = tutor.send(Message::ProgressRead { account: ACCOUNT.into(), outcome: Ok(progress) });
    let values = BTreeMap::from([("secret_arn".to_owned(), "arn".to_owned())]);
    assert_eq!(effects, [Effect::FillIn { values }]);
}

#[test]
fn a_word_is_found_shown_and_marked() {
    let mut tutor = on("1-1");
    tutor.keys("/");
    tutor.types("session manager");
    tutor.keys("Enter");
    assert_eq!(tutor.model.view.page, Page::Found);
    assert!(tutor.screen().contains("glossary"), "{}", tutor.screen());
    tutor.keys("End Enter");
    assert_eq!(tutor.model.step().unwrap().id, "glossary");
    let marked = tutor.window.shown.content.lines.iter().flat_map(|line| &line.pieces);
    let marked: Vec<&str> = marked
        .filter(|(_, tone)| *tone == crate::terminal::content::Tone::Selected)
        .map(|(text, _)| text.as_str())
        .collect();
    assert!(marked.contains(&"Session Manager"), "{marked:?}");
    assert!(tutor.screen().contains("Session Manager"), "{}", tutor.screen());
}

#[test]
fn the_search_looks_into_locked_steps_too_and_goes_to_a_step_by_its_number() {
    let mut tutor = on("1-2");
    tutor.keys("/");
    tutor.types("4-3");
    tutor.keys("Enter");
    assert!(tutor.screen().contains("Watch it come up"), "{}", tutor.screen());
    tutor.keys("/");
    tutor.types("1-1");
    tutor.keys("Enter Enter");
    assert_eq!(tutor.model.step().unwrap().id, "1-1");
}

#[test]
fn a_search_for_nothing_and_one_called_off_change_nothing() {
    let mut tutor = on("1-1");
    tutor.keys("/ Enter");
    assert_eq!(tutor.model.view.page, Page::Step);
    tutor.keys("/ x Esc");
    assert_eq!((tutor.model.view.page, tutor.model.view.found.is_none()), (Page::Step, true));
}

#[test]
fn the_cursor_of_the_terminal_is_where_the_next_character_goes() {
    let mut tutor = on("1-1");
    tutor.keys("w");
    tutor.types("店は");
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let looks = Looks { colour: Colour::On, signs: Signs::All, clipboard: Clipboard::Direct };
    terminal.draw(|frame| view::draw(frame, &tutor.model, &tutor.window.shown, looks)).unwrap();
    let cursor = terminal.get_cursor_position().unwrap();
    let line = text_of(terminal.backend().buffer()).lines().nth(cursor.y.into()).unwrap().to_owned();
    assert_eq!(line.trim(), "店は");
    assert_eq!(usize::from(cursor.x), width(&line));
}
