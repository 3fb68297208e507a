//! How a name differs from another one that was meant. Compares part by part, because names of one lab differ in
//! just one short part (`ec-site-alb-sg`, `ec-site-web-sg`) and are yet no mistakes for each other.

use strsim::damerau_levenshtein;

use super::fold::fold;

/// The bytes of the longest name that is looked at. AWS takes names and tags of at most 256 characters; comparing a longer
/// text letter by letter takes long, and shows nothing.
const LONGEST: usize = 4 * 256;

/// How a name differs from the one that was meant, the likeliest mistakes first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Not at all.
    Same,
    /// In spaces, letters that look alike, or upper and lower case only.
    Form,
    /// In the signs between its parts.
    Separators,
    /// In the order of its parts.
    Order,
    /// In so many letters.
    Letters(usize),
    /// A part between hyphens that the lesson's name has and this one hasn't.
    PartMissing(String),
    /// A part between hyphens that the lesson's name hasn't.
    PartTooMany(String),
    /// One part is too many, and so many letters differ.
    PartAndLetters(String, usize),
    /// In the number or zone letter at one place.
    Numbering,
}

impl Likeness {
    /// The lower, the likelier it is that the one was typed for the other.
    #[must_use]
    pub fn distance(&self) -> usize {
        match self {
            Self::Same => 0,
            Self::Form => 10,
            Self::Separators | Self::Order => 30,
            Self::Letters(letters) => 40 + letters,
            Self::PartMissing(_) | Self::PartTooMany(_) => 50,
            Self::PartAndLetters(_, letters) => 55 + letters,
            Self::Numbering => 60,
        }
    }
}

/// How `found` differs from `wanted`; none where it is another name.
#[must_use]
pub fn likeness(wanted: &str, found: &str) -> Option<Likeness> {
    if wanted == found {
        return Some(Likeness::Same);
    }
    if found.len() > LONGEST {
        return None;
    }
    let (wanted, found) = (fold(wanted).text.to_lowercase(), fold(found).text.to_lowercase());
    if wanted == found {
        return Some(Likeness::Form);
    }
    let (wanted, found) = (parts(&wanted), parts(&found));
    if wanted.is_empty() || found.is_empty() || is_other_side(&wanted, &found) {
        return None;
    }
    if wanted.concat() == found.concat() {
        return Some(Likeness::Separators);
    }
    if sorted(&wanted) == sorted(&found) {
        return Some(Likeness::Order);
    }
    if wanted.len() == found.len() {
        return same_count(&wanted, &found).or_else(|| run_together(&wanted, &found));
    }
    other_count(&wanted, &found).or_else(|| run_together(&wanted, &found))
}

/// The parts of a name between hyphens and the like.
#[must_use]
pub fn parts(name: &str) -> Vec<&str> {
    name.split(['-', '_', '.', '/', ' ']).filter(|part| !part.is_empty()).collect()
}

fn sorted<'a>(parts: &[&'a str]) -> Vec<&'a str> {
    let mut sorted = parts.to_vec();
    sorted.sort_unstable();
    sorted
}

/// RDS makes security groups in pairs, `ec2-rds-1` for the instances and `rds-ec2-1` for the database:
/// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/ec2-rds-connect.html>
fn is_other_side(wanted: &[&str], found: &[&str]) -> bool {
    matches!((wanted, found), (["ec2", "rds", _], ["rds", "ec2", _]) | (["rds", "ec2", _], ["ec2", "rds", _]))
}

/// How many letters of a part may differ: in a short one hardly any, for then it is another word.
fn tolerance(part: &str) -> usize {
    match part.chars().count() {
        0 | 1 => 0,
        2..=5 => 1,
        6..=9 => 2,
        _ => 3,
    }
}

/// How many letters of a whole name may differ.
fn whole_tolerance(parts: &[&str]) -> usize {
    match parts.iter().map(|part| part.chars().count()).sum() {
        0..=8 => 1,
        9..=16 => 2,
        _ => 3,
    }
}

fn same_count(wanted: &[&str], found: &[&str]) -> Option<Likeness> {
    let differing: Vec<(&str, &str)> =
        wanted.iter().zip(found).filter(|(wanted, found)| wanted != found).map(|(w, f)| (*w, *f)).collect();
    if wanted.len() > 1 && differing.iter().all(|(wanted, found)| is_number(wanted) && is_number(found)) {
        return (differing.len() == 1).then_some(Likeness::Numbering);
    }
    letters(&differing).filter(|letters| *letters <= whole_tolerance(wanted)).map(Likeness::Letters)
}

/// The letters that differ in all pairs of parts together; none where one pair is too different.
fn letters(pairs: &[(&str, &str)]) -> Option<usize> {
    let mut sum = 0;
    for (wanted, found) in pairs {
        let distance = damerau_levenshtein(wanted, found);
        // A number is never a slip for another one, and one word of two letters not for a number.
        if distance > tolerance(wanted) || is_number(wanted) || is_number(found) && !is_number_added(wanted, found) {
            return None;
        }
        sum += distance;
    }
    Some(sum)
}

/// A number or a zone: `1`, `1a`.
fn is_number(part: &str) -> bool {
    let digits = part.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    !digits.is_empty() && part.len() <= digits.len() + 1 && digits.chars().all(|digit| digit.is_ascii_digit())
}

/// `web1` for `web`: a number that was put behind a word.
fn is_number_added(wanted: &str, found: &str) -> bool {
    found.strip_prefix(wanted).is_some_and(|rest| !rest.is_empty() && rest.chars().all(|digit| digit.is_ascii_digit()))
}

fn other_count(wanted: &[&str], found: &[&str]) -> Option<Likeness> {
    let (longer, shorter) = if wanted.len() > found.len() { (wanted, found) } else { (found, wanted) };
    if longer.len() != shorter.len() + 1 || shorter.len() < 2 {
        return None;
    }
    let without = |index: usize| [&longer[..index], &longer[index + 1..]].concat();
    let exact = (0..longer.len()).rev().find(|index| without(*index) == shorter);
    if let Some(index) = exact {
        let part = longer[index].to_owned();
        let missing = wanted.len() > found.len();
        return Some(if missing { Likeness::PartMissing(part) } else { Likeness::PartTooMany(part) });
    }
    if wanted.len() > found.len() {
        return None;
    }
    let slips = |index: usize| {
        let pairs: Vec<(&str, &str)> =
            wanted.iter().copied().zip(without(index)).filter(|(wanted, found)| wanted != found).collect();
        letters(&pairs).filter(|letters| *letters == 1).map(|letters| (longer[index].to_owned(), letters))
    };
    (0..longer.len()).find_map(slips).map(|(part, letters)| Likeness::PartAndLetters(part, letters))
}

/// A slip of one letter in a name whose parts were also joined or split.
fn run_together(wanted: &[&str], found: &[&str]) -> Option<Likeness> {
    let (whole, other) = (wanted.concat(), found.concat());
    let counted = wanted.len() != found.len() && whole.chars().count() > 5;
    let ends_alike = wanted.last().map(|part| is_number(part)) == found.last().map(|part| is_number(part));
    (counted && ends_alike && damerau_levenshtein(&whole, &other) == 1).then_some(Likeness::Letters(2))
}

#[cfg(test)]
mod tests;
