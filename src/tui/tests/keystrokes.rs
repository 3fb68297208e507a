//! Keys and answers in, state and effects out.

use test_case::test_case;

use super::*;
use crate::i18n::Language;
use crate::progress::StepState;
use crate::tutor::message::Leaving;
use crate::tutor::model::{Offer, Page, Tab};

#[test_case("Enter", Page::Step, Tab::Lesson, 1; "the list opens on the step to do")]
#[test_case("Up Enter", Page::Step, Tab::Lesson, 0; "another one can be chosen")]
#[test_case("j j k Enter", Page::Step, Tab::Lesson, 2; "letters move like arrows")]
#[test_case("End Enter", Page::Step, Tab::Lesson, 19; "end is the last step")]
#[test_case("G g Enter", Page::Step, Tab::Lesson, 0; "and back to the first")]
#[test_case("Enter n", Page::Step, Tab::Lesson, 2; "next step")]
#[test_case("Enter p p p", Page::Step, Tab::Lesson, 0; "the first step is the first")]
#[test_case("Enter ]", Page::Step, Tab::Lesson, 2; "bracket is next")]
#[test_case("Enter [", Page::Step, Tab::Lesson, 0; "bracket is previous")]
#[test_case("Enter Tab", Page::Step, Tab::Results, 1; "next tab")]
#[test_case("Enter Tab Tab Tab", Page::Step, Tab::Lesson, 1; "tabs go round")]
#[test_case("Enter Left", Page::Step, Tab::Hints, 1; "and backwards")]
#[test_case("Enter s", Page::Steps, Tab::Lesson, 1; "list")]
#[test_case("Enter s s", Page::Step, Tab::Lesson, 1; "list and back")]
#[test_case("Enter s Esc", Page::Step, Tab::Lesson, 1; "escape leaves the list")]
#[test_case("?", Page::Help, Tab::Lesson, 1; "help")]
#[test_case("? ?", Page::Steps, Tab::Lesson, 1; "help goes back to where it was asked for")]
#[test_case("Enter ? Esc", Page::Step, Tab::Lesson, 1; "escape leaves the help")]
#[test_case("Enter h", Page::Step, Tab::Hints, 1; "hints have their own tab")]
#[test_case("Home Down Down s", Page::Step, Tab::Lesson, 1; "leaving the list chooses nothing")]
#[test_case("Enter d r", Page::Step, Tab::Lesson, 1; "demo keys do nothing on a real account")]
fn moving(keys: &str, page: Page, tab: Tab, step: usize) {
    let mut tutor = settled(&["preflight"]);
    let effects = tutor.keys(keys);
    let view = &tutor.model.view;
    assert_eq!((view.page, view.tab, view.step), (page, tab, step));
    assert_eq!(effects, []);
}

#[test_case("q"; "q")]
#[test_case("^C"; "interrupt")]
#[test_case("Enter Enter q"; "while a check runs")]
#[test_case("? q"; "from the help")]
fn leaving(keys: &str) {
    assert_eq!(settled(&["preflight"]).keys(keys), [Effect::Leave(Leaving::Asked)]);
}

#[test_case("Enter", 0; "top")]
#[test_case("Enter Down Down", 2; "two lines")]
#[test_case("Enter Down Up Up", 0; "not above the top")]
#[test_case("Enter PgDn", 16; "a page leaves one line for the eye")]
#[test_case("Enter PgDn PgUp", 0; "and back")]
#[test_case("Enter Down Tab BackTab", 1; "each tab keeps its place")]
#[test_case("Enter Down n p", 1; "each step keeps its place")]
#[test_case("Enter Down ? ?", 1; "the help page changes nothing")]
#[test_case("Enter Down l l", 1; "both languages and back")]
fn scrolling(keys: &str, top: usize) {
    let mut tutor = settled(&["preflight"]);
    tutor.keys(keys);
    assert_eq!(tutor.model.view.top(), top);
}

#[test]
fn the_end_of_a_text_is_its_last_line_at_the_foot_of_the_window() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter G");
    let bottom = tutor.model.view.top();
    assert!(bottom > 0);
    tutor.keys("Down PgDn");
    assert_eq!(tutor.model.view.top(), bottom);
    assert!(tutor.screen().contains(&format!("{0} / {0}", tutor.window.shown.content.lines.len())));
}

#[test]
fn a_language_switch_stays_in_the_section() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter PgDn PgDn");
    let section = |tutor: &Tutor| tutor.window.shown.content.lines[tutor.model.view.top()].anchor.section;
    let before = section(&tutor);
    assert!(before > 0);
    tutor.keys("l");
    assert_eq!(tutor.model.localizer.language(), Language::Ja);
    assert_eq!(section(&tutor), before);
}

#[test]
fn a_resize_keeps_the_block_at_the_top() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter PgDn PgDn");
    let block = |tutor: &Tutor| tutor.window.shown.content.lines[tutor.model.view.top()].anchor.block;
    let before = block(&tutor);
    tutor.resize(Size { width: 140, height: 24 });
    assert_eq!(block(&tutor), before);
    tutor.resize(Size { width: 60, height: 20 });
    assert_eq!(block(&tutor), before);
}

#[test]
fn a_check_from_the_list_is_shown_with_the_step_under_the_cursor() {
    let mut tutor = settled(&["preflight"]);
    assert!(matches!(tutor.keys("Up c")[..], [Effect::Read { .. }]));
    let view = &tutor.model.view;
    assert_eq!((view.page, view.tab, view.step), (Page::Step, Tab::Results, 0));
}

#[test]
fn a_second_press_while_a_check_runs_does_nothing() {
    let mut tutor = settled(&["preflight"]);
    assert!(matches!(tutor.keys("Enter Enter")[..], [Effect::Read { .. }]));
    let number = tutor.running();
    assert_eq!(tutor.keys("Enter"), []);
    assert_eq!(tutor.keys("c"), []);
    assert_eq!(tutor.running(), number);
}

#[test]
fn a_late_reading_is_dropped() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter Enter");
    let number = tutor.running();
    assert_eq!(tutor.read(number + 1, bare_snapshot(ACCOUNT)), []);
    assert!(!tutor.model.checks.done);
    tutor.read(number, bare_snapshot(ACCOUNT));
    assert!(tutor.model.checks.done && tutor.model.checks.running.is_none());
}

#[test]
fn a_step_that_breaks_is_shown_as_broken() {
    let mut tutor = settled(&["preflight", "1-1"]);
    // The second asks for a guess, the third looks.
    tutor.keys("Enter Enter Enter");
    let number = tutor.running();
    tutor.read(number, bare_snapshot(ACCOUNT));
    assert_eq!(tutor.model.state(0), StepState::Broken);
    assert_eq!(tutor.model.state(1), StepState::Broken);
    assert_eq!(tutor.model.state(2), StepState::Open);
    assert!(tutor.screen().contains("broken now: \"Before you start\", 1-1"), "{}", tutor.screen());
}

#[test]
fn statements_are_confirmed_one_after_the_other_or_by_number() {
    let mut tutor = settled(BEFORE_CLEANING);
    tutor.keys("Enter y");
    assert!(!tutor.model.is_attested("pm2"), "first they are shown");
    tutor.keys("y 3");
    let attested = |tutor: &Tutor| -> Vec<bool> {
        ["pm2", "startup", "sources", "port"].map(|check| tutor.model.is_attested(check)).to_vec()
    };
    assert_eq!(attested(&tutor), [true, false, true, false]);
    tutor.keys("1");
    assert_eq!(attested(&tutor), [false, false, true, false]);
    let effects = tutor.keys("y y y");
    assert_eq!(attested(&tutor), [true; 4]);
    assert!(matches!(&effects[..], [Effect::SaveProgress(saved)] if saved.passed.contains_key("2-2")), "{effects:?}");
}

#[test]
fn space_turns_the_page_and_confirms_nothing() {
    let mut tutor = settled(BEFORE_CLEANING);
    tutor.keys("Enter");
    let before = tutor.model.view.top();
    assert_eq!(tutor.keys("Space"), []);
    assert!(tutor.model.view.top() > before + 10, "{}", tutor.screen());
    assert!(!tutor.model.is_attested("pm2"));
}

#[test]
fn where_nothing_is_to_be_done_enter_goes_back() {
    let mut tutor = settled(BEFORE_CLEANING);
    tutor.model.account.demo = true;
    tutor.keys("Enter d");
    tutor.send(Message::Actions(Vec::new()));
    assert_eq!(tutor.model.view.page, Page::Actions);
    assert!(tutor.screen().contains("Esc back"), "{}", tutor.screen());
    assert!(!tutor.screen().contains("do it"), "{}", tutor.screen());
    assert_eq!(tutor.keys("Enter"), []);
    assert_eq!(tutor.model.view.page, Page::Step);
}

#[test]
fn after_a_success_enter_goes_on() {
    let mut tutor = settled(BEFORE_CLEANING);
    tutor.keys("Enter Tab 1 2 3 4");
    assert_eq!(tutor.model.view.notice.as_ref().map(|notice| notice.offer), Some(Offer::NextStep));
    assert_eq!(tutor.keys("Enter"), []);
    assert_eq!((tutor.model.view.step, tutor.model.view.tab), (5, Tab::Lesson));
    assert!(matches!(tutor.keys("Enter")[..], [Effect::Read { .. }]), "and then checks again");
}

#[test_case("Tab"; "another tab")]
#[test_case("Tab h l z z"; "hints, the other language, the whole window")]
fn a_look_around_keeps_the_way_on(keys: &str) {
    let mut tutor = settled(BEFORE_CLEANING);
    tutor.keys("Enter Tab 1 2 3 4");
    tutor.keys(keys);
    assert_eq!(tutor.keys("Enter"), []);
    assert_eq!((tutor.model.view.step, tutor.model.view.tab), (5, Tab::Lesson));
}

#[test]
fn nothing_is_confirmed_in_a_locked_step() {
    let mut tutor = settled(&["preflight"]);
    assert_eq!(tutor.keys("Enter n n n 1"), []);
    assert_eq!(tutor.model.step().unwrap().id, "2-2");
    assert!(!tutor.model.is_attested("pm2"));
}

#[test]
fn nothing_is_confirmed_while_nobody_knows_whose_word_it_is() {
    let mut tutor = Tutor::new(Language::En, 80, 24);
    tutor.send(Message::Started);
    tutor.model.account.progress = None;
    assert_eq!(tutor.keys("Enter y"), []);
}

#[test]
fn a_locked_step_shows_what_opens_it_and_its_lesson_and_no_hint() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter n");
    let screen = tutor.screen();
    assert!(screen.contains("It opens when this is done: Step 1-1"), "{screen}");
    assert!(screen.contains("You can read ahead here") && screen.contains("Goal"), "{screen}");
    tutor.keys("h h h");
    assert!(!tutor.screen().contains("Hint 1 of"), "{}", tutor.screen());
}

#[test]
fn hints_come_one_at_a_time() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter");
    for shown in 1..=4_usize {
        tutor.keys("h");
        let screen = tutor.screen();
        assert!(screen.contains(&format!("Hints {}/3", shown.min(3))), "{screen}");
        assert!(screen.contains(&format!("Hint {} of 3", shown.min(3))), "{screen}");
    }
}

#[test]
fn seconds_pass_on_the_screen_while_a_check_runs() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter Enter");
    tutor.clock += 6;
    tutor.send(Message::Ticked);
    assert!(tutor.screen().contains("7 s"), "{}", tutor.screen());
}

#[test]
fn one_key_leads_from_the_welcome_to_the_steps() {
    for key in ["Enter", "Space", "Esc"] {
        let mut tutor = settled(&[]);
        tutor.model.view.page = Page::Welcome;
        tutor.keys("l l");
        assert_eq!(tutor.model.view.page, Page::Welcome, "another language stays there");
        assert_eq!(tutor.keys(key), []);
        assert_eq!(tutor.model.view.page, Page::Steps);
    }
}
