//! Amounts of US dollars as they are written: the same in every language.

/// Hours in the month that AWS's own calculator counts with.
pub const HOURS_A_MONTH: f64 = 730.0;

/// What a price list says: as many decimals as it needs, at least two.
#[must_use]
pub fn price(amount: f64) -> String {
    let exact = format!("{amount}");
    let decimals = exact.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    format!("${amount:.*}", decimals.clamp(2, 6))
}

/// What an hour costs, to a hundredth of a cent.
#[must_use]
pub fn hourly(amount: f64) -> String {
    format!("${amount:.4}")
}

/// A sum, to the cent.
#[must_use]
pub fn sum(amount: f64) -> String {
    if amount > 0.0 && amount < 0.005 { "< $0.01".to_owned() } else { format!("${amount:.2}") }
}

/// The same amount without the noise of floating point, for programs to read.
#[must_use]
pub fn plain(amount: f64) -> f64 {
    (amount * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case(0.0225, "$0.0225"; "four decimals")]
    #[test_case(0.005, "$0.005"; "three decimals")]
    #[test_case(0.1, "$0.10"; "at least two decimals")]
    #[test_case(2.0, "$2.00"; "whole dollars")]
    fn prices(amount: f64, expected: &str) {
        assert_eq!(price(amount), expected);
    }

    #[test]
    fn sums() {
        assert_eq!([sum(0.0), sum(0.004), sum(0.005), sum(71.394)], ["$0.00", "< $0.01", "$0.01", "$71.39"]);
        assert_eq!(hourly(0.097_812), "$0.0978");
        assert!((plain(0.1 + 0.2) - 0.3).abs() < f64::EPSILON);
    }
}
