//! What stands on the screen: one snapshot a screen, language and window.

use super::*;
use crate::account::demo::World;
use crate::i18n::Language;
use crate::tui::model::{DEMO_ACCOUNT, Offer};

const WINDOWS: [(u16, u16); 3] = [(80, 24), (120, 40), (60, 20)];

/// Compares the screen after `prepare` in both languages and every window.
fn everywhere(name: &str, windows: &[(u16, u16)], prepare: impl Fn(Language, u16, u16) -> Tutor) {
    for language in Language::ALL {
        for (width, height) in windows {
            let tutor = prepare(language, *width, *height);
            insta::assert_snapshot!(format!("{name}-{}-{width}x{height}", language.tag()), tutor.screen());
        }
    }
}

fn after(keys: &'static str, passed: &'static [&'static str]) -> impl Fn(Language, u16, u16) -> Tutor {
    move |language, width, height| {
        let mut tutor = Tutor::settled(language, width, height, passed);
        tutor.keys(keys);
        tutor
    }
}

fn checked(language: Language, width: u16, height: u16) -> Tutor {
    let mut tutor = Tutor::settled(language, width, height, &[]);
    tutor.keys("Enter Enter");
    let number = tutor.running();
    tutor.read(number, bare_snapshot(ACCOUNT));
    tutor
}

#[test]
fn first_frame() {
    everywhere("first", &WINDOWS, |language, width, height| {
        let mut tutor = Tutor::new(language, width, height);
        tutor.send(Message::Started);
        tutor
    });
}

#[test]
fn list_of_steps() {
    everywhere("steps", &WINDOWS, after("s s", &["preflight", "1-1"]));
}

#[test]
fn lesson_text() {
    everywhere("lesson", &WINDOWS, after("Enter", &["preflight"]));
}

#[test]
fn first_run() {
    everywhere("welcome", &WINDOWS, |language, width, height| {
        let mut tutor = Tutor::new(language, width, height);
        tutor.model.view.page = Page::Welcome;
        tutor.send(Message::Started);
        tutor.identified(1, ACCOUNT);
        tutor
    });
}

#[test]
fn the_welcome_fits_into_the_smallest_window() {
    for (language, demo) in Language::ALL.into_iter().flat_map(|language| [(language, true), (language, false)]) {
        let mut tutor = Tutor::of(language, 60, 20, demo, true);
        tutor.model.view.page = Page::Welcome;
        tutor.send(Message::Started);
        tutor.identified(1, ACCOUNT);
        let (lines, room) = (tutor.model.view.content.lines.len(), view::areas(&tutor.model).body.height);
        assert!(lines <= usize::from(room), "{lines} of {room}\n{}", tutor.screen());
    }
}

#[test]
fn code_bare() {
    everywhere("code", &[(80, 24), (60, 20)], after("Enter v", &["preflight"]));
}

#[test]
fn lesson_in_the_whole_window() {
    everywhere("full", &WINDOWS, after("Enter z", &["preflight"]));
}

#[test]
fn lesson_text_with_table_and_code() {
    everywhere("lesson-end", &[(80, 24), (60, 20)], after("Enter G", &["preflight"]));
}

#[test]
fn locked_step() {
    everywhere("locked", &[(80, 24)], after("Enter n n", &["preflight"]));
}

#[test]
fn results() {
    everywhere("results", &WINDOWS, checked);
}

/// An image that AWS began to make three minutes ago.
fn waiting(language: Language, width: u16, height: u16) -> Tutor {
    let passed = ["preflight", "1-1", "1-2", "2-1", "2-2", "2-3"];
    let mut tutor = Tutor::settled(language, width, height, &passed);
    let mut world = World::new(&LESSON, at(0));
    for step in &passed {
        world.perform_right(step, at(0));
    }
    tutor.keys("Enter Enter");
    let number = tutor.running();
    let mut snapshot = world.snapshot(at(1));
    snapshot.identity = Area::Seen(identity(ACCOUNT));
    tutor.clock = 180;
    tutor.read(number, snapshot);
    tutor
}

#[test]
fn waiting_for_aws() {
    everywhere("waiting", &WINDOWS, waiting);
}

#[test]
fn check_in_progress() {
    everywhere("checking", &[(80, 24)], after("Enter Enter", &["preflight"]));
}

#[test]
fn statements_to_confirm() {
    everywhere("statements", &[(80, 24), (60, 20)], after("Enter Tab 2", &["preflight", "1-1", "1-2", "2-1"]));
}

#[test]
fn hints() {
    everywhere("hints", &[(80, 24)], after("Enter h h", &["preflight"]));
}

#[test]
fn question_about_the_account() {
    everywhere("account", &[(80, 24), (60, 20)], |language, width, height| {
        let mut tutor = Tutor::new(language, width, height);
        tutor.send(Message::Started);
        tutor.identified(1, ACCOUNT);
        tutor.send(Message::Loaded { account: ACCOUNT.into(), outcome: Ok(Progress::new(ACCOUNT, "step4")) });
        tutor.keys("Enter Enter");
        tutor
    });
}

#[test]
fn another_account() {
    everywhere("account-changed", &[(80, 24)], |language, width, height| {
        let mut tutor = Tutor::settled(language, width, height, &["preflight"]);
        tutor.keys("Enter Enter");
        let number = tutor.running();
        tutor.read(number, bare_snapshot(OTHER_ACCOUNT));
        tutor.send(Message::Loaded {
            account: OTHER_ACCOUNT.into(),
            outcome: Ok(Progress::new(OTHER_ACCOUNT, "step4")),
        });
        tutor
    });
}

#[test]
fn no_credentials() {
    everywhere("expired", &[(80, 24)], |language, width, height| {
        let mut tutor = Tutor::settled(language, width, height, &["preflight"]);
        tutor.keys("Enter Enter");
        let number = tutor.running();
        tutor.read(number, Snapshot::failed(at(0), None, &expired()));
        tutor
    });
}

#[test]
fn help() {
    everywhere("help", &[(80, 24), (60, 20)], after("?", &["preflight"]));
}

#[test]
fn success() {
    everywhere("done", &[(80, 24)], |language, width, height| {
        let mut tutor = Tutor::settled(language, width, height, &["preflight", "1-1", "1-2", "2-1"]);
        tutor.keys("Enter Tab 1 2 3 4");
        assert_eq!(tutor.model.view.notice.as_ref().map(|notice| notice.offer), Some(Offer::NextStep));
        tutor
    });
}

#[test]
fn actions_of_the_demo() {
    everywhere("actions", &[(80, 24)], |language, width, height| {
        let mut tutor = Tutor::of(language, width, height, true, true);
        tutor.send(Message::Started);
        tutor.identified(1, ACCOUNT);
        let outcome = Ok(Progress::new(DEMO_ACCOUNT, "step4"));
        tutor.send(Message::Loaded { account: DEMO_ACCOUNT.into(), outcome });
        tutor.keys("Enter n d");
        tutor.send(Message::Actions(World::new(&LESSON, at(0)).actions("1-1", at(0))));
        tutor
    });
}

/// The learner before a step of this place in the lesson, and on it.
fn on(step: usize, keys: &'static str) -> impl Fn(Language, u16, u16) -> Tutor {
    move |language, width, height| {
        let passed: Vec<&str> = LESSON.steps.iter().take(step).map(|step| step.id.as_str()).collect();
        let mut tutor = Tutor::settled(language, width, height, &passed);
        tutor.keys(&format!("Enter {keys}"));
        tutor
    }
}

const DIAGRAM: usize = 17;
const WHY: usize = 18;

#[test]
fn exercise_with_a_wrong_choice() {
    everywhere("choice", &WINDOWS, on(DIAGRAM, "e Enter 2"));
}

#[test]
fn exercise_with_an_answer_and_the_model_answer() {
    everywhere("answer", &[(80, 24), (60, 20)], |language, width, height| {
        let mut tutor = on(WHY, "e e")(language, width, height);
        tutor.types("見知らぬ人が来ないように。 Nobody knocks.");
        tutor.keys("Esc h h");
        tutor
    });
}

#[test]
fn writing_a_note_and_the_note_above_the_lesson() {
    let written = |keys: &'static str| {
        move |language, width, height| {
            let mut tutor = on(1, "w")(language, width, height);
            tutor.types("ここで迷った。 The wizard's default was wrong here, see the console again tomorrow.");
            if !keys.is_empty() {
                tutor.keys(keys);
            }
            tutor
        }
    };
    everywhere("writing", &[(80, 24), (60, 20)], written(""));
    everywhere("note", &[(80, 24), (60, 20)], written("Esc"));
}

#[test]
fn places_found() {
    everywhere("found", &[(80, 24), (60, 20)], |language, width, height| {
        let mut tutor = on(3, "/")(language, width, height);
        tutor.types("ALB");
        tutor.keys("Enter Down");
        tutor
    });
}

#[test]
fn no_home() {
    everywhere("no-home", &[(80, 24)], |language, width, height| {
        let mut tutor = Tutor::of(language, width, height, false, false);
        tutor.send(Message::Started);
        tutor.identified(1, ACCOUNT);
        tutor
    });
}

/// Every colour and modifier of a screen, a line of marks under each line of text.
fn looks(buffer: &Buffer) -> String {
    let mut lines = Vec::new();
    for y in 0..buffer.area.height {
        let marks: String = (0..buffer.area.width)
            .map(|x| {
                let style = buffer[(x, y)].style();
                let modifier = style.add_modifier;
                match (style.fg, modifier.is_empty()) {
                    (None | Some(ratatui::style::Color::Reset), true) => ' ',
                    (None | Some(ratatui::style::Color::Reset), false) => 'm',
                    (Some(_), _) => 'c',
                }
            })
            .collect();
        lines.push(marks.trim_end().to_owned());
    }
    lines.join("\n")
}

#[test]
fn without_colour_every_cell_keeps_the_terminals_own() {
    let tutor = checked(Language::En, 80, 24);
    let with = looks(&tutor.buffer(Colour::On));
    let without = looks(&tutor.buffer(Colour::Off));
    assert!(with.contains('c'));
    assert!(!without.contains('c') && without.contains('m'), "{without}");
    assert_eq!(text_of(&tutor.buffer(Colour::On)), text_of(&tutor.buffer(Colour::Off)));
}

#[test]
fn without_colour_the_chosen_step_is_still_marked() {
    let tutor = Tutor::settled(Language::En, 80, 24, &["preflight"]);
    let screen = text_of(&tutor.buffer(Colour::Off));
    let marked: Vec<&str> = screen.lines().filter(|line| line.contains('▸')).collect();
    assert_eq!(marked.len(), 1, "{screen}");
    assert!(marked[0].contains("1-1"), "{screen}");
}

fn in_ascii(tutor: &Tutor) -> String {
    text_of(&tutor.drawn(Looks { colour: Colour::On, signs: Signs::Ascii, clipboard: Clipboard::Direct }))
}

/// Kana, Chinese characters, and the forms of full width that Japanese is written with.
fn is_japanese(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}')
}

#[test]
fn in_ascii_only_japanese_words_are_anything_else() {
    for language in Language::ALL {
        for keys in ["s s", "Enter", "Enter G", "Enter Tab", "Enter z", "Enter h", "?", "? G", "Enter n", "Enter p e"] {
            let mut tutor = checked(language, 80, 24);
            tutor.keys("s Home");
            tutor.keys(keys);
            let screen = in_ascii(&tutor);
            let wrong: Vec<char> = screen.chars().filter(|found| !found.is_ascii() && !is_japanese(*found)).collect();
            assert!(wrong.is_empty(), "{keys}: {wrong:?}\n{screen}");
        }
    }
}

#[test]
fn screens_in_ascii() {
    for language in Language::ALL {
        insta::assert_snapshot!(format!("ascii-results-{}", language.tag()), in_ascii(&checked(language, 80, 24)));
        let mut list = Tutor::settled(language, 80, 24, &["preflight", "1-1"]);
        list.keys("s s");
        insta::assert_snapshot!(format!("ascii-steps-{}", language.tag()), in_ascii(&list));
    }
}

#[test]
fn screens_without_colour() {
    for language in Language::ALL {
        let text = text_of(&checked(language, 80, 24).buffer(Colour::Off));
        insta::assert_snapshot!(format!("no-colour-results-{}", language.tag()), text);
    }
}
