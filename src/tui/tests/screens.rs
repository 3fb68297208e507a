//! What stands on the screen: one snapshot a screen and language, with every window and look in it.

use super::*;
use crate::i18n::Language;
use crate::terminal::draw::SMALLEST;
use crate::tui::tests::scenes::{SMALL, Scene};
use ratatui::style::Modifier;

/// The windows; the looks below are those of the first.
const WINDOWS: [Size; 3] = [SMALL, Size { width: 120, height: 40 }, Size { width: 60, height: 20 }];

macro_rules! screens {
    ($($scene:ident)+) => {
        $(
            #[test]
            fn $scene() {
                compare(stringify!($scene), scenes::$scene);
            }
        )+

        const SCENES: &[(&str, Scene)] = &[$((stringify!($scene), scenes::$scene)),+];
    };
}

screens! {
    first welcome welcome_to_the_demo steps steps_wide_open no_home expired account account_changed
    lesson lesson_end drawing full locked done lab_done checking results many_failed waiting history statements hints
    help help_end actions choice choice_right answer writing note secret found nothing_found code
    live_asks live live_ended live_leaving map map_end asleep
    drill drill_look drill_question drill_told guess
}

/// Both languages of a screen: the windows as they are; without colours and with the signs of ASCII only what differs.
fn compare(name: &str, scene: Scene) {
    for language in Language::ALL {
        let mut sheet = Vec::new();
        let tutors = WINDOWS.map(|size| (format!("{}x{}", size.width, size.height), scene(language, size)));
        for (window, tutor) in &tutors {
            assert_sound(&format!("{name} {} {window}", language.tag()), language, tutor);
            sheet.push(section(window, &tutor.screen()));
        }
        let (_, tutor) = &tutors[0];
        sheet.push(section("80x24, what stands out without colours", &standing_out(tutor)));
        sheet.push(section("80x24, what differs in ASCII", &in_ascii_instead(tutor)));
        insta::assert_snapshot!(format!("{name}-{}", language.tag()), sheet.join("\n"));
    }
}

fn section(title: &str, text: &str) -> String {
    format!("{title:=^78}\n{text}")
}

/// The emphasised parts of a screen without colours, with their rows.
fn standing_out(tutor: &Tutor) -> String {
    let buffer = tutor.buffer(Colour::Off);
    assert_eq!(text_of(&buffer), tutor.screen(), "without colours the words are the same");
    let mut lines = Vec::new();
    for y in 0..buffer.area.height {
        let parts: Vec<String> = runs(&buffer, y)
            .into_iter()
            .filter_map(|(modifier, text)| Some(format!("{} {:?}", emphasis(modifier)?, text.trim())))
            .collect();
        if !parts.is_empty() {
            lines.push(format!("{:>2} {}", y + 1, parts.join(", ")));
        }
    }
    lines.join("\n")
}

fn emphasis(modifier: Modifier) -> Option<&'static str> {
    if modifier.contains(Modifier::REVERSED) {
        Some("reversed")
    } else if modifier.contains(Modifier::BOLD) {
        Some("bold")
    } else {
        None
    }
}

/// What of a row looks the same, from left to right.
fn runs(buffer: &Buffer, y: u16) -> Vec<(Modifier, String)> {
    let mut runs: Vec<(Modifier, String)> = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        let modifier = cell.style().add_modifier;
        match runs.last_mut() {
            Some((last, text)) if *last == modifier => text.push_str(cell.symbol()),
            _ => runs.push((modifier, cell.symbol().to_owned())),
        }
        x += u16::try_from(width(cell.symbol()).max(1)).unwrap();
    }
    runs.retain(|(_, text)| !text.trim().is_empty());
    runs
}

fn in_ascii(tutor: &Tutor) -> String {
    text_of(&tutor.drawn(Looks { colour: Colour::On, signs: Signs::Ascii, clipboard: Clipboard::Direct }))
}

/// The rows that differ with the signs of ASCII.
fn in_ascii_instead(tutor: &Tutor) -> String {
    let (all, ascii) = (tutor.screen(), in_ascii(tutor));
    let pairs = all.lines().zip(ascii.lines()).enumerate().filter(|(_, (line, instead))| line != instead);
    pairs.map(|(row, (_, instead))| format!("{:>2} {instead}", row + 1)).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_page_is_among_the_screens() {
    let shown: Vec<Page> = SCENES.iter().map(|(_, scene)| scene(Language::En, SMALL).model.view.page).collect();
    for page in [
        Page::Steps,
        Page::Step,
        Page::Account,
        Page::Actions,
        Page::Exercise,
        Page::Editor,
        Page::Prompt,
        Page::Found,
        Page::Live,
        Page::Map,
        Page::Drill,
        Page::Help,
        Page::Welcome,
        Page::Code,
    ] {
        assert!(shown.contains(&page), "{page:?}");
    }
}

/// What holds of every screen.
fn assert_sound(place: &str, language: Language, tutor: &Tutor) {
    let (screen, ascii) = (tutor.screen(), in_ascii(tutor));
    let wrong: Vec<char> = ascii.chars().filter(|found| !found.is_ascii() && !is_japanese(*found)).collect();
    assert!(wrong.is_empty(), "{place}: {wrong:?} in ASCII\n{ascii}");
    if language == Language::En {
        let foreign = screen.replace("日本語", "").contains(is_japanese);
        assert!(!foreign, "{place}: more Japanese than the name of the language\n{screen}");
    }
    if let Some(rate) = tutor.model.checks.rate.as_ref().map(|rate| tutor.model.say(rate)) {
        let mut lines = screen.lines().filter(|line| line.contains(&rate));
        assert!(lines.all(|line| line.contains(&format!(" {rate}"))), "{place}: the costs stand apart\n{screen}");
    }
    // Code, bare, is wider than the window on purpose.
    let room = usize::from(view::areas(&tutor.model, tutor.window.shown.size).body.width);
    for line in tutor.window.shown.content.lines.iter().filter(|_| tutor.model.view.page != Page::Code) {
        let text: String = line.pieces.iter().map(|(text, _)| text.as_str()).collect();
        assert!(width(text.trim_end()) <= room, "{place}: {text}");
    }
}

/// Kana, Chinese characters, and the forms of full width that Japanese is written with.
fn is_japanese(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}')
}

#[test]
fn the_welcome_and_the_question_about_the_account_fit_into_the_smallest_window() {
    let all = [scenes::welcome, scenes::welcome_to_the_demo, scenes::account, scenes::account_changed];
    for (scene, language) in all.into_iter().flat_map(|scene| Language::ALL.map(|language| (scene, language))) {
        let tutor = scene(language, SMALLEST);
        let (lines, room) =
            (tutor.window.shown.content.lines.len(), view::areas(&tutor.model, tutor.window.shown.size).body.height);
        assert!(lines <= usize::from(room), "{lines} of {room}\n{}", tutor.screen());
    }
}

#[test]
fn both_answers_about_the_account_are_named_in_the_smallest_window() {
    for language in Language::ALL {
        let screen = scenes::account(language, SMALLEST).screen();
        let keys = screen.lines().last().unwrap();
        assert!(keys.contains(" y ") && keys.contains(" n ") && keys.contains(" q "), "{keys}");
    }
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
    let tutor = scenes::results(Language::En, SMALL);
    let with = looks(&tutor.buffer(Colour::On));
    let without = looks(&tutor.buffer(Colour::Off));
    assert!(with.contains('c'));
    assert!(!without.contains('c') && without.contains('m'), "{without}");
}

#[test]
fn without_colour_the_chosen_step_is_still_marked() {
    let tutor = Tutor::settled(Language::En, 80, 24, &["preflight"]);
    let screen = text_of(&tutor.buffer(Colour::Off));
    let marked: Vec<&str> = screen.lines().filter(|line| line.contains('▸')).collect();
    assert_eq!(marked.len(), 1, "{screen}");
    assert!(marked[0].contains("1-1"), "{screen}");
}
