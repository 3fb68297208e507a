//! A learner's progress: an answer, a note and a confirmation that belong together.

use std::path::Path;

use ec_site_tutor_core::progress::{Progress, Store};

use super::at;

const ACCOUNT: &str = "123456789012";
const LESSON: &str = "step4";
const STEP: &str = "why";
/// A text of a learner that takes several blocks of a disk.
const LONG_TEXT: usize = 20_000;

pub fn write(folder: &Path, said: &mut dyn FnMut(u64)) {
    let store = Store::new(folder.to_owned());
    let mut progress = store.load(ACCOUNT, LESSON).expect("what was left is readable");
    for number in number_of(&progress) + 1.. {
        progress.answer(STEP, "1", &text_of(number), at(number));
        progress.take_note(STEP, &text_of(number), at(number));
        progress.attest(STEP, "1", true, at(number));
        progress = store.save(&progress).expect("saved");
        said(number);
    }
}

pub fn saved(folder: &Path) -> Result<u64, String> {
    let store = Store::new(folder.to_owned());
    store.load(ACCOUNT, LESSON).map(|progress| number_of(&progress)).map_err(|error| format!("{error:?}"))
}

fn text_of(number: u64) -> String {
    format!("{number} {}", "あ".repeat(LONG_TEXT / 3))
}

/// The number of the last save; panics where its parts are not of one and the same save.
fn number_of(progress: &Progress) -> u64 {
    let number = |text: Option<&str>| text.map_or(0, |text| text.split(' ').next().unwrap().parse::<u64>().unwrap());
    let (answer, note) = (number(progress.answered(STEP, "1")), number(progress.note(STEP)));
    let marked = progress.attested.values().map(|mark| u64::try_from(mark.at.as_second()).unwrap()).max();
    assert_eq!((answer, marked.unwrap_or(0)), (note, note), "parts of two saves in one file");
    note
}
