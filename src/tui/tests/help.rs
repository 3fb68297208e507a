//! The help page and the table of keys say the same.

use super::*;
use crate::i18n::Language;
use crate::tutor::keys::{TABLE, footer};
use crate::tutor::model::Page;

fn help_text(language: Language, demo: bool) -> String {
    let mut tutor = Tutor::of(language, 100, 40, demo, true);
    tutor.keys("?");
    let lines = tutor.window.shown.content.lines.iter();
    lines.map(|line| line.pieces.iter().map(|(text, _)| text.as_str()).collect::<String>() + "\n").collect()
}

#[test]
fn help_lists_every_key_of_the_table() {
    for language in Language::ALL {
        let localizer = Localizer::new(language);
        let help = help_text(language, true);
        for row in TABLE {
            let label = localizer.say(&(row.label)());
            let mut names: Vec<String> = row.keys.iter().map(|key| localizer.say(&key.name())).collect();
            names.dedup();
            let keys = names.join(" ");
            assert!(
                help.lines().any(|line| line.trim_start().starts_with(&keys) && line.ends_with(&label)),
                "{keys}: {label}\n{help}"
            );
        }
    }
}

#[test]
fn keys_of_the_demo_stand_in_the_help_of_the_demo_only() {
    let label = Localizer::new(Language::En).say(&crate::msg!(tui_do_start_over));
    assert!(help_text(Language::En, true).contains(&label));
    assert!(!help_text(Language::En, false).contains(&label));
}

#[test]
fn the_footer_of_every_page_shows_the_way_out_in_the_smallest_window() {
    for language in Language::ALL {
        for demo in [true, false] {
            let mut tutor = Tutor::of(language, 60, 20, demo, true);
            for page in [Page::Steps, Page::Step, Page::Account, Page::Actions, Page::Map, Page::Help, Page::Welcome] {
                tutor.model.view.page = page;
                let screen = tutor.screen();
                let last = screen.lines().last().unwrap_or_default();
                let quit = tutor.model.say(&crate::msg!(tui_do_quit));
                assert!(last.contains(&format!("q {quit}")), "{page:?} {demo}: {last}");
                assert!(!footer(page, demo).is_empty());
            }
        }
    }
}
