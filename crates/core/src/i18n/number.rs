//! Numbers as people read them.

/// `number` as it is shown: two decimals at most, three below one, and no `-0`. Metrics, averages and thresholds of AWS
/// come with up to sixteen. Money has its own form, in `cost`.
#[must_use]
pub fn shown(number: f64) -> f64 {
    let scale = if number.abs() < 1.0 { 1000.0 } else { 100.0 };
    let rounded = if number.fract() == 0.0 { number } else { (number * scale).round() / scale };
    // Takes the sign off a zero.
    rounded + 0.0
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::shown;

    #[test_case(61.0 / 3.0, "20.33"; "an average")]
    #[test_case(22.5, "22.5"; "a threshold")]
    #[test_case(25.0, "25"; "a whole one")]
    #[test_case(0.12, "0.12"; "the lesson's interval")]
    #[test_case(0.0125, "0.013"; "less than one")]
    #[test_case(0.9999, "1"; "nearly one")]
    #[test_case(-0.0001, "0"; "nearly nothing, from below")]
    #[test_case(-2.0 / 3.0, "-0.667"; "negative")]
    #[test_case(4000.0, "4000"; "a thousand has no sign of its own")]
    #[test_case(1e21, "1000000000000000000000"; "no exponent")]
    #[test_case(f64::MAX, &f64::MAX.to_string(); "the largest")]
    fn as_people_read_them(number: f64, expected: &str) {
        assert_eq!(shown(number).to_string(), expected);
    }
}
