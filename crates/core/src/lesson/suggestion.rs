//! What an author may have meant by a name that isn't known.

use crate::i18n::Text;
use crate::msg;

/// `problem` with `name`, and what was meant by it: the nearest of the known names, else all of them.
#[must_use]
pub fn suggest<'a>(problem: Text, name: &str, known: impl IntoIterator<Item = &'a str>) -> Text {
    let known: Vec<&str> = known.into_iter().collect();
    match nearest(name, &known) {
        Some(meant) => msg!(lesson_did_you_mean, problem = problem, name = meant),
        None if known.is_empty() => problem,
        None => msg!(lesson_known_names, problem = problem, names = Text::list(known)),
    }
}

/// The known name that differs in so few letters that it may be a slip.
fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let slips = (name.chars().count() / 3).max(1);
    let distances = known.iter().map(|other| (strsim::damerau_levenshtein(name, other), *other));
    distances.filter(|(distance, _)| *distance <= slips).min().map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_has_a_nearest_name_and_another_word_has_none() {
        let known = ["vpc", "subnet", "security_group"];
        assert_eq!(nearest("vcp", &known), Some("vpc"));
        assert_eq!(nearest("securty_group", &known), Some("security_group"));
        assert_eq!(nearest("bucket", &known), None);
    }
}
