//! Puts into words how a name differs: marks under letters would be torn apart where lines wrap, so places are named.

use super::candidates::Candidate;
use super::fold::{Folded, Lookalike, fold};
use super::likeness::{Likeness, parts};
use super::sighting::{Location, Sighting};
use crate::i18n::Text;
use crate::msg;

/// More letters than this are not listed one by one.
const MOST_LETTERS: usize = 3;

/// The candidate as it is called, with its id.
pub fn label(candidate: &Candidate<'_>) -> Text {
    match (candidate.name, candidate.id) {
        (Some(name), Some(id)) => msg!(near_label_with_id, name = name, id = id),
        (None, Some(id)) => msg!(near_label_unnamed, id = id),
        (name, None) => msg!(near_label, name = name.unwrap_or("-")),
    }
}

/// How the candidate differs from what was wanted.
pub fn difference(wanted: &str, sighting: &Sighting<'_>) -> Text {
    let mut texts = Vec::new();
    let candidate = &sighting.candidate;
    match sighting.place {
        Location::Name => texts.extend(of_name(wanted, candidate.name.unwrap_or_default(), &sighting.likeness)),
        Location::Tag => texts.push(msg!(near_in_tag, wanted = wanted)),
        Location::Description => texts.push(msg!(near_in_description, wanted = wanted)),
        Location::Substitute if candidate.name.is_none() => texts.push(msg!(near_in_role_unnamed, wanted = wanted)),
        Location::Substitute => texts.push(msg!(near_in_role, wanted = wanted)),
    }
    if sighting.elsewhere {
        texts.push(msg!(near_elsewhere, vpc = candidate.vpc.unwrap_or("-")));
    }
    texts.extend(candidate.gone.map(|state| msg!(near_gone, state = state)));
    Text::List(texts)
}

fn of_name(wanted: &str, found: &str, likeness: &Likeness) -> Vec<Text> {
    if *likeness == Likeness::Same {
        return Vec::new();
    }
    let (plain, folded) = (fold(wanted), fold(found));
    let mut texts = of_form(&plain, &folded);
    let (wanted, found) = (plain.text.to_lowercase(), folded.text.to_lowercase());
    texts.extend(match likeness {
        Likeness::Same | Likeness::Form => None,
        Likeness::Separators => Some(of_separators(&wanted, &found)),
        Likeness::Order => Some(msg!(near_order, wanted = &plain.text)),
        Likeness::Letters(_) | Likeness::Numbering => Some(of_letters(&wanted, &found)),
        Likeness::PartMissing(part) => Some(msg!(near_part_missing, part = part)),
        Likeness::PartTooMany(part) => Some(msg!(near_part_too_many, part = part)),
        Likeness::PartAndLetters(part, _) => Some(msg!(near_part_too_many_and_letters, part = part)),
    });
    texts
}

/// Spaces, letters that look alike or can't be seen, upper and lower case.
fn of_form(wanted: &Folded, found: &Folded) -> Vec<Text> {
    let mut texts = Vec::new();
    if found.space_before && !wanted.space_before {
        texts.push(msg!(near_space_before));
    }
    if found.space_after && !wanted.space_after {
        texts.push(msg!(near_space_after));
    }
    if found.spaces_within && !wanted.spaces_within {
        texts.push(msg!(near_spaces_within));
    }
    texts.extend(found.lookalikes.iter().take(MOST_LETTERS).map(lookalike));
    if found.lookalikes.len() > MOST_LETTERS {
        texts.push(msg!(near_more_lookalikes, count = found.lookalikes.len() - MOST_LETTERS));
    }
    let unseen = found.unseen.iter().take(MOST_LETTERS);
    texts.extend(unseen.map(|(letter, position)| msg!(near_unseen, code = code(*letter), position = *position)));
    texts.extend(of_case(&wanted.text, &found.text));
    texts
}

fn code(letter: char) -> String {
    format!("U+{:04X}", u32::from(letter))
}

fn lookalike(letter: &Lookalike) -> Text {
    let like = if letter.like == ' ' { msg!(near_space) } else { Text::verbatim(letter.like) };
    msg!(near_lookalike, name = name_of(letter), like = like, position = letter.position)
}

/// The name of a letter that can't be told from another by looking.
fn name_of(letter: &Lookalike) -> Text {
    match letter.found {
        '\u{3000}' => msg!(near_full_width_space),
        '\u{a0}' => msg!(near_no_break_space),
        '\u{ff0d}' => msg!(near_full_width_hyphen),
        '\u{30fc}' => msg!(near_long_vowel_mark),
        '\u{ff70}' => msg!(near_half_width_long_vowel_mark),
        '\u{2212}' => msg!(near_minus_sign),
        '\u{ff01}'..='\u{ff5e}' => msg!(near_full_width, letter = letter.like.to_string()),
        found => msg!(near_dash, code = code(found)),
    }
}

/// The parts that differ in upper and lower case alone.
fn of_case(wanted: &str, found: &str) -> Option<Text> {
    let (wanted, found) = (parts(wanted), parts(found));
    let differing = wanted.iter().zip(&found).filter(|(w, f)| w != f && w.to_lowercase() == f.to_lowercase());
    let (right, wrong): (Vec<&str>, Vec<&str>) = differing.map(|(w, f)| (*w, *f)).unzip();
    (!right.is_empty()).then(|| msg!(near_case, found = Text::list(wrong), wanted = Text::list(right)))
}

fn of_separators(wanted: &str, found: &str) -> Text {
    let signs = |name: &str| name.chars().filter(|letter| "-_./ ".contains(*letter)).collect::<Vec<char>>();
    let (right, wrong) = (signs(wanted), signs(found));
    match (right.first(), wrong.first()) {
        (Some(right_sign), Some(wrong_sign))
            if wanted.len() == found.len()
                && right_sign != wrong_sign
                && wrong.iter().all(|sign| sign == wrong_sign)
                && right.iter().all(|sign| sign == right_sign) =>
        {
            let wrong = if *wrong_sign == ' ' { msg!(near_space) } else { Text::verbatim(*wrong_sign) };
            msg!(near_in_place, found = wrong, wanted = right_sign.to_string())
        }
        _ => of_letters(wanted, found),
    }
}

/// The stretch in which two names differ.
fn of_letters(wanted: &str, found: &str) -> Text {
    let (right, wrong): (Vec<char>, Vec<char>) = (wanted.chars().collect(), found.chars().collect());
    let before = right.iter().zip(&wrong).take_while(|(right, wrong)| right == wrong).count();
    let rest = (right.len() - before).min(wrong.len() - before);
    let after =
        right.iter().rev().zip(wrong.iter().rev()).take(rest).take_while(|(right, wrong)| right == wrong).count();
    let stretch = |name: &[char]| name[before..name.len() - after].iter().collect::<String>();
    let (missing, extra, position) = (stretch(&right), stretch(&wrong), before + 1);
    if extra.is_empty() {
        return msg!(near_letters_missing, letters = missing, position = position);
    }
    if missing.is_empty() {
        return msg!(near_letters_too_many, letters = extra, position = position);
    }
    let turned: String = missing.chars().rev().collect();
    if missing.chars().count() == 2 && turned == extra {
        return msg!(near_letters_swapped, found = extra, wanted = missing, position = position);
    }
    msg!(near_letters_changed, found = extra, wanted = missing, position = position)
}
