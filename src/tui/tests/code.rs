//! Code bare: what is shown, what is sent, what is written.

use super::*;
use crate::i18n::Language;
use crate::signs::Signs;
use crate::tui::bare;
use crate::tutor::message::{Existing, Written};
use crate::tutor::model::{Offer, Page};

fn at_code() -> Tutor {
    let mut tutor = Tutor::settled(Language::En, 80, 24, &["preflight"]);
    tutor.keys("Enter v");
    tutor
}

#[test]
fn code_begins_in_the_corner_and_only_the_last_row_is_not_code() {
    let tutor = at_code();
    assert_eq!(tutor.model.view.page, Page::Code);
    let screen = tutor.screen();
    let code = &LESSON.snippets.en["1-1-cli.sh"];
    let first = code.lines().next().unwrap();
    assert!(screen.lines().next().unwrap().starts_with(&first[..first.len().min(80)]), "{screen}");
    let last = screen.lines().last().unwrap();
    assert!(last.contains("1-1-cli.sh") && last.contains("w save") && last.contains("y copy"), "{last}");
}

#[test]
fn a_long_line_is_sent_whole() {
    let mut tutor = at_code();
    let long = LESSON.snippets.en["1-1-cli.sh"].lines().find(|line| width(line) > 60).expect("a long line");
    tutor.resize(Size { width: 60, height: 40 });
    let sent = String::from_utf8(bare::page(&tutor.model, &tutor.window.shown, Signs::All)).unwrap();
    assert!(sent.contains(&format!("{long}\r\n")), "{sent:?}");
    assert!(!tutor.screen().contains(long));
}

#[test]
fn scrolling_begins_within_a_long_line_and_reaches_the_end() {
    let mut tutor = at_code();
    tutor.resize(Size { width: 60, height: 20 });
    tutor.keys("G");
    let last = LESSON.snippets.en["1-1-cli.sh"].trim_end().lines().last().unwrap();
    let lines = view::code_lines(&tutor.model, &tutor.window.shown.content, 19);
    assert!(last.ends_with(lines.last().unwrap().as_str()), "{lines:?}");
}

#[test]
fn the_blocks_go_round() {
    let mut tutor = at_code();
    let count = tutor.model.code().len();
    for _ in 0..count {
        tutor.keys("n");
    }
    assert_eq!(tutor.model.view.code, 0);
    tutor.keys("p");
    assert_eq!(tutor.model.view.code, count - 1);
    tutor.keys("Esc");
    assert_eq!(tutor.model.view.page, Page::Step);
}

#[test]
fn nothing_is_written_over_unless_asked_for_twice() {
    let mut tutor = at_code();
    let text = LESSON.snippets.en["1-1-cli.sh"].trim_end().to_owned() + "\n";
    let write = |existing| Effect::WriteFile { name: "1-1-cli.sh".into(), text: text.clone(), existing };
    assert_eq!(tutor.keys("w"), [write(Existing::Keep)]);
    tutor.send(Message::Wrote { file: "/home/taro/1-1-cli.sh".into(), written: Written::Exists });
    assert_eq!(tutor.model.view.notice.as_ref().map(|notice| notice.offer), Some(Offer::WriteOver));
    assert!(tutor.screen().contains("There already: /home/taro/1-1-cli.sh"), "{}", tutor.screen());
    assert_eq!(tutor.keys("n p w"), [write(Existing::Keep)], "another key in between takes it back");
    tutor.send(Message::Wrote { file: "/home/taro/1-1-cli.sh".into(), written: Written::Exists });
    assert_eq!(tutor.keys("w"), [write(Existing::Replace)]);
    tutor.send(Message::Wrote { file: "/home/taro/1-1-cli.sh".into(), written: Written::Done });
    assert!(tutor.screen().contains("Written: /home/taro/1-1-cli.sh"), "{}", tutor.screen());
}

#[test]
fn copying_sends_the_code_and_promises_nothing() {
    let mut tutor = at_code();
    let code = LESSON.snippets.en["1-1-cli.sh"].trim_end().to_owned();
    assert_eq!(tutor.keys("y"), [Effect::Copy(code)]);
    assert!(tutor.screen().contains("if it isn't there, use the mouse"), "{}", tutor.screen());
}

#[test]
fn a_locked_step_and_one_without_code_say_that_there_is_none() {
    for keys in ["Enter n v", "Enter p s G Enter v"] {
        let mut tutor = Tutor::settled(Language::En, 80, 24, &["preflight"]);
        tutor.keys(keys);
        assert_eq!(tutor.model.view.page, Page::Step);
        assert!(tutor.screen().contains("This step has no code."), "{keys}\n{}", tutor.screen());
    }
}

#[test]
fn suspending_works_everywhere_and_changes_nothing() {
    for keys in ["s", "Enter", "Enter v", "Enter w a", "?", "/ a"] {
        let mut tutor = Tutor::settled(Language::En, 80, 24, &["preflight"]);
        tutor.keys(keys);
        let before = tutor.model.view.page;
        assert_eq!(tutor.keys("^Z"), [Effect::Suspend], "{keys}");
        assert_eq!(tutor.model.view.page, before);
    }
}

#[test]
fn beside_the_results_what_mends_them_is_shown() {
    let mut tutor = Tutor::settled(Language::En, 80, 24, &["preflight"]);
    tutor.keys("Enter Enter");
    let number = tutor.running();
    tutor.read(number, bare_snapshot(ACCOUNT));
    assert!(tutor.screen().contains("v shows the commands and pages bare"), "{}", tutor.screen());
    tutor.keys("v");
    let screen = tutor.screen();
    assert!(screen.starts_with("aws ec2 create-security-group") || screen.starts_with("https://"), "{screen}");
    assert!(screen.lines().last().unwrap().contains("1-1-group-"), "{screen}");
}
