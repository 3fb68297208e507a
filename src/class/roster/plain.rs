//! What people and spreadsheets make of numbers and ids, and what was meant. Pure.

use std::ops::RangeInclusive;

/// From the wide forms of ASCII to ASCII itself: <https://www.unicode.org/charts/PDF/UFF00.pdf>.
const WIDE: RangeInclusive<char> = '\u{ff01}'..='\u{ff5e}';
const WIDE_TO_HALF: u32 = 0xfee0;
const ACCOUNT_DIGITS: usize = 12;
/// An account with fewer digits has lost more than zeros before it.
const FEWEST_DIGITS: usize = 8;

/// `text` with the wide forms of letters, digits and signs written as ASCII.
#[must_use]
pub fn half_width(text: &str) -> String {
    let half = |letter: char| match letter {
        '\u{3000}' => ' ',
        // Signs of numbers that stand on a Japanese keyboard where the hyphen does.
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        wide if WIDE.contains(&wide) => char::from_u32(u32::from(wide) - WIDE_TO_HALF).unwrap_or(wide),
        other => other,
    };
    text.chars().map(half).collect()
}

/// An account's number as a roster has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountNumber {
    /// Its twelve digits.
    Whole(String),
    /// Its twelve digits, after a spreadsheet took it for a number and dropped the zeros before it.
    Padded(String),
    /// None.
    Unknown,
}

/// The account that `text` means: `2222-0000-0007` and wide digits are the same account.
#[must_use]
pub fn account(text: &str) -> AccountNumber {
    let half = half_width(text);
    let digits: String = half.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return AccountNumber::Unknown;
    }
    match digits.len() {
        ACCOUNT_DIGITS => AccountNumber::Whole(digits),
        FEWEST_DIGITS..ACCOUNT_DIGITS => AccountNumber::Padded(format!("{digits:0>ACCOUNT_DIGITS$}")),
        _ => AccountNumber::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("222200000007", &AccountNumber::Whole("222200000007".into()))]
    #[test_case("2222-0000-0007", &AccountNumber::Whole("222200000007".into()); "as the console shows it")]
    #[test_case("２２２２－００００－０００７", &AccountNumber::Whole("222200000007".into()); "wide")]
    #[test_case("2222 0000 0007", &AccountNumber::Whole("222200000007".into()); "in groups")]
    #[test_case("22000000007", &AccountNumber::Padded("022000000007".into()); "a zero lost")]
    #[test_case("7", &AccountNumber::Unknown; "too much lost")]
    #[test_case("2.22E+11", &AccountNumber::Unknown; "rounded by a spreadsheet")]
    #[test_case("1234567890123", &AccountNumber::Unknown; "a digit too many")]
    #[test_case("", &AccountNumber::Unknown; "nothing")]
    fn accounts(text: &str, expected: &AccountNumber) {
        assert_eq!(&account(text), expected);
    }
}
