//! References to steps in the texts of a pack, such as `step 4-3`: each must be a step that the pack has.

use std::collections::BTreeSet;

use super::LessonError;
use crate::msg;

/// The words before a step's number.
const WORDS: [&str; 5] = ["steps ", "step ", "Steps ", "Step ", "ステップ "];
/// What may stand between the numbers of several steps.
const JOINTS: [&str; 6] = [" and ", " or ", ", ", " to ", " と ", "、"];

/// The references in `text` to steps that aren't there.
pub fn unknown_steps(file: &str, text: &str, steps: &BTreeSet<&str>) -> Vec<LessonError> {
    // What stands in quotation marks is somebody else's word for it.
    let is_own = |at: &usize| !text[..*at].ends_with(['"', '\u{201c}', '「']);
    let references = WORDS
        .iter()
        .flat_map(|word| text.match_indices(word).filter(|(at, _)| is_own(at)).map(|(at, word)| at + word.len()));
    let in_brackets = text.match_indices(['(', '（']).map(|(at, bracket)| at + bracket.len());
    let numbers: BTreeSet<(usize, &str)> = references
        .flat_map(|at| numbers(text, at))
        .chain(in_brackets.filter(|at| is_alone(text, *at)).flat_map(|at| numbers(text, at)))
        .collect();
    numbers
        .into_iter()
        .filter(|(_, number)| !steps.contains(number))
        .map(|(at, number)| LessonError::at(file, text, at, msg!(lesson_unknown_step, id = number)))
        .collect()
}

/// The numbers that stand at `at`, one behind the other.
fn numbers(text: &str, at: usize) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = at;
    while let Some(number) = number(&text[at..]) {
        found.push((at, number));
        at += number.len();
        let Some(joint) = JOINTS.iter().find(|joint| text[at..].starts_with(**joint)) else { break };
        at += joint.len();
    }
    found
}

/// A number such as `4-3` at the beginning, and no part of anything longer.
fn number(text: &str) -> Option<&str> {
    let end = text.find(|next: char| !next.is_ascii_alphanumeric() && next != '-').unwrap_or(text.len());
    let (step, part) = text[..end].split_once('-')?;
    let is_short = |digits: &str| (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    (is_short(step) && is_short(part)).then_some(&text[..end])
}

/// Whether nothing else stands in the brackets that open before `at`.
fn is_alone(text: &str, at: usize) -> bool {
    numbers(text, at).last().is_some_and(|(start, number)| text[start + number.len()..].starts_with([')', '）']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unknown(text: &str) -> Vec<(usize, usize)> {
        let steps = BTreeSet::from(["1-1", "1-2", "4-3"]);
        unknown_steps("f", text, &steps).into_iter().map(|fault| fault.position.unwrap()).collect()
    }

    #[test]
    fn a_step_that_is_not_there_is_found_at_its_place() {
        assert_eq!(unknown("See step 4-3.\nThen steps 1-1, 1-2 and 9-9"), [(2, 25)]);
        assert_eq!(unknown("ステップ 4-3 と 5-5 で（1-1、7-7）"), [(1, 12), (1, 22)]);
    }

    #[test]
    fn what_is_no_reference_is_left_alone() {
        for text in [
            "wait 3-5 minutes",
            "It says \"step 6-3\".",
            "「ステップ 6-3 でメモ」",
            "2026-12-10",
            "step 4 of the course",
            "(us-east-1)",
            "(ec2-rds-1)",
            "(10-20 GB)",
        ] {
            assert_eq!(unknown(text), [], "{text}");
        }
    }
}
