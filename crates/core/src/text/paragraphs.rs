//! Lines of a text for a terminal: broken between words where it would break them anywhere.

use super::wrap;

/// How much further in a line goes on.
const HANGING: usize = 2;
/// Narrower than this, there is nothing to gain.
const NARROW: usize = 20;

/// `text` with no line wider than `cells`; what goes on stands a little further in. What is there to be copied, an address
/// or a command, stays whole.
#[must_use]
pub fn wrap_lines(text: &str, cells: usize) -> String {
    let mut wrapped = String::new();
    for line in text.lines() {
        let inner = line.trim_start_matches(' ');
        let indent = line.len() - inner.len();
        let (first, rest) = (" ".repeat(indent), " ".repeat(indent + HANGING));
        let room = cells.saturating_sub(indent + HANGING);
        if room < NARROW || is_to_be_copied(inner) || super::width(line) <= cells {
            wrapped += line;
            wrapped.push('\n');
            continue;
        }
        for (index, part) in wrap(inner, room).iter().enumerate() {
            wrapped += if index == 0 { &first } else { &rest };
            wrapped += part;
            wrapped.push('\n');
        }
    }
    wrapped
}

fn is_to_be_copied(line: &str) -> bool {
    line.contains("://") || line.starts_with("aws ") || line.contains(": aws ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;

    #[test]
    fn lines_break_between_words_and_go_on_further_in() {
        let said = wrap_lines("  Found: one two three four five six seven\nshort\n", 26);
        assert_eq!(said, "  Found: one two three\n    four five six seven\nshort\n");
    }

    #[test]
    fn japanese_breaks_too() {
        let said = wrap_lines("    実際: このセキュリティグループには、インバウンドルールがありません。\n", 40);
        assert!(said.lines().count() > 1 && said.lines().all(|line| width(line) <= 40), "{said}");
        assert!(said.lines().skip(1).all(|line| line.starts_with("      ")), "{said}");
    }

    #[test]
    fn what_is_copied_stays_whole() {
        let text = "    Page: https://console.aws.amazon.com/ec2/home?region=us-east-1#LoadBalancers:\n    AWS CLI: aws ec2 describe-instances --region us-east-1 --x y\n";
        assert_eq!(wrap_lines(text, 30), text);
    }
}
