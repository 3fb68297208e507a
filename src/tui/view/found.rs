//! Where a word stands.
//!
//! ```text
//! "target group" stands in 12 places.
//!
//! ▸ 4-1       ... a target group is created along with it ...
//!   glossary  Target group: the list of those who may receive requests
//! ```

use super::steps::CURSOR;
use crate::msg;
use crate::terminal::content::{Sheet, Tone};
use crate::text::{pad, shorten, visible, width};
use crate::tutor::model::Model;
use crate::tutor::search::{folded, matches};

/// Cells of a line that stand before the word.
const BEFORE: usize = 24;

pub fn page(model: &Model, sheet: &mut Sheet) {
    let Some(found) = &model.view.found else { return };
    let intro = msg!(tui_found, word = &found.word, count = found.hits.len());
    sheet.text(&[], &[(&model.say(&intro), Tone::Plain)]);
    sheet.gap();
    let id = |step: usize| model.lesson.steps.get(step).map(|step| step.id.as_str()).unwrap_or_default();
    let column = found.hits.iter().map(|hit| width(id(hit.step))).max().unwrap_or(0);
    for (index, hit) in found.hits.iter().enumerate() {
        sheet.next_block();
        let is_chosen = index == model.view.cursor;
        let tone = if is_chosen { Tone::Selected } else { Tone::Plain };
        let lead = format!("{} {}  ", if is_chosen { CURSOR } else { " " }, pad(id(hit.step), column));
        let room = sheet.width().saturating_sub(width(&lead));
        sheet.line(vec![(lead, tone), (around(&visible(&hit.text), &found.word, room), tone)]);
    }
}

/// The part of `text` around the word, at most `cells` wide.
fn around(text: &str, word: &str, cells: usize) -> String {
    let first = matches(text, &folded(word)).first().map_or(0, |range| range.start);
    if width(text) <= cells || width(&text[..first]) <= BEFORE {
        return shorten(text, cells);
    }
    let mut start = first;
    for (at, _) in text[..first].char_indices().rev() {
        if width(&text[at..first]) > BEFORE {
            break;
        }
        start = at;
    }
    shorten(&format!("..{}", &text[start..]), cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_is_in_the_part_that_is_shown() {
        let text = "x".repeat(100) + " the word and " + &"y".repeat(100);
        let part = around(&text, "the word", 60);
        assert!(part.contains("the word"), "{part}");
        assert!(part.starts_with("..") && part.ends_with(".."), "{part}");
        assert!(width(&part) <= 60);
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        assert_eq!(around("ALB の役目", "alb", 60), "ALB の役目");
    }
}
