//! The lines as text, a screen of them.

use super::{Line, Standing};
use crate::i18n::{Localizer, Text};
use crate::msg;
use crate::text::{pad, width, wrap};

/// Cells between two columns.
const GAP: &str = "  ";

/// A sign, a word, what it is about and what was found; under it, what to do. Nothing is wider than `cells`.
#[must_use]
pub fn plain(lines: &[Line], localizer: &Localizer, cells: usize) -> String {
    let widest =
        |texts: &mut dyn Iterator<Item = Text>| texts.map(|text| width(&localizer.say(&text))).max().unwrap_or(0);
    let words = widest(&mut [Standing::Good, Standing::Odd, Standing::Bad].into_iter().map(word));
    let labels = widest(&mut lines.iter().map(|line| line.label.clone()));
    let mut shown = String::new();
    for line in lines {
        let (word, label) = (localizer.say(&word(line.standing)), localizer.say(&line.label));
        let lead = format!("{} {}{GAP}{}{GAP}", sign(line.standing), pad(&word, words), pad(&label, labels));
        let room = cells.saturating_sub(width(&lead)).max(1);
        let remedy = line.remedy.iter().map(|remedy| msg!(doctor_remedy, remedy = remedy.clone()));
        let said = std::iter::once(line.found.clone()).chain(remedy);
        let texts: Vec<String> = said.flat_map(|text| wrap(&localizer.say(&text), room)).collect();
        for (index, text) in texts.iter().enumerate() {
            let lead = if index == 0 { lead.clone() } else { " ".repeat(width(&lead)) };
            shown.extend([lead.as_str(), text, "\n"]);
        }
    }
    let count = |standing| lines.iter().filter(|line| line.standing == standing).count();
    let summary = msg!(doctor_summary, odd = count(Standing::Odd), bad = count(Standing::Bad));
    shown + &localizer.say(&summary) + "\n"
}

fn sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Good => "✓",
        Standing::Odd => "!",
        Standing::Bad => "✗",
    }
}

fn word(standing: Standing) -> Text {
    match standing {
        Standing::Good => msg!(doctor_good),
        Standing::Odd => msg!(doctor_odd),
        Standing::Bad => msg!(doctor_bad),
    }
}
