//! The step one is on, and its lesson section by section.

use super::blocks;
use crate::i18n::Text;
use crate::lesson::prose::Block;
use crate::lesson::step_called_in_full;
use crate::msg;
use crate::plain::speech::Speech;
use crate::progress::StepState;
use crate::text::sanitize;
use crate::tutor::model::Model;
use crate::tutor::words::state_word;

/// A part of a lesson that is read at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Section<'a> {
    /// Its heading; the first section may have none.
    pub title: Option<&'a str>,
    /// What stands under the heading.
    pub blocks: &'a [Block],
    /// The place of its first block, heading included, in the lesson.
    pub first_block: usize,
}

/// The sections of a lesson: each heading begins one.
#[must_use]
pub fn sections(blocks: &[Block]) -> Vec<Section<'_>> {
    let is_heading = |index: &usize| matches!(blocks.get(*index), Some(Block::Heading(_)));
    let mut starts: Vec<usize> = (0..blocks.len()).filter(|index| *index == 0 || is_heading(index)).collect();
    starts.push(blocks.len());
    let section = |bounds: &[usize]| {
        let (first, end) = (bounds[0], bounds[1]);
        match &blocks[first] {
            Block::Heading(title) => {
                Section { title: Some(title), blocks: &blocks[first + 1..end], first_block: first }
            }
            _ => Section { title: None, blocks: &blocks[first..end], first_block: first },
        }
    };
    starts.windows(2).map(section).collect()
}

/// Whether the lesson of the step can only be read ahead: it isn't open yet, and no text to look things up in.
#[must_use]
pub fn is_ahead(model: &Model) -> bool {
    model.step().is_some_and(|step| !step.reference) && model.state(model.view.step) == StepState::Locked
}

/// The step, how it stands, and the learner's note on it.
pub fn title(model: &Model, speech: &mut Speech) {
    let Some(step) = model.step() else { return };
    let title = Text::Lesson(step.title.clone());
    let state = state_word(model.state(model.view.step));
    speech.heading(model.say(&msg!(plain_step, step = &step.id, title = title, state = state)));
    let note = model.account.progress.as_ref().and_then(|progress| progress.note(&step.id));
    if let Some(note) = note {
        speech.say(model.say(&msg!(plain_note)));
        for line in note.lines() {
            speech.say(sanitize(line));
        }
    }
}

/// What opens a locked step.
pub fn locked(model: &Model, speech: &mut Speech) {
    speech.say(model.say(&msg!(tui_locked)));
    if let Some(step) = model.blocking_step() {
        let step = step_called_in_full(&step.id, &step.title);
        speech.say(model.say(&msg!(tui_locked_until, step = step)));
    }
}

/// The section at this place.
pub fn section(model: &Model, index: usize, speech: &mut Speech) {
    let prose = model.prose();
    let sections = sections(&prose);
    let Some(section) = sections.get(index) else { return };
    let (number, count) = (index + 1, sections.len());
    let heading = match section.title {
        Some(title) => msg!(plain_section, number = number, count = count, title = title),
        None => msg!(plain_section_untitled, number = number, count = count),
    };
    speech.heading(model.say(&heading));
    blocks::all(&model.localizer, section.blocks, speech);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::prose::parse;

    #[test]
    fn each_heading_begins_a_section_and_nothing_is_left_out() {
        let blocks = parse("a\n\n## B\n\nb\n\nc\n\n## D\n").unwrap();
        let sections = sections(&blocks);
        let shape: Vec<_> = sections.iter().map(|s| (s.title, s.blocks.len(), s.first_block)).collect();
        assert_eq!(shape, [(None, 1, 0), (Some("B"), 2, 1), (Some("D"), 0, 4)]);
    }

    #[test]
    fn an_empty_lesson_has_no_section() {
        assert_eq!(sections(&[]), []);
    }
}
