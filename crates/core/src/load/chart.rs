//! Draws numbers with characters that every terminal has, one cell wide each. A drawing never says anything alone: its
//! line says it in words.

/// Something to draw beside a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// A bar, with the target's mark in it.
    Bar {
        /// Its length.
        value: f64,
        /// Where the mark stands.
        target: f64,
        /// What the whole width stands for.
        most: f64,
    },
    /// One height a second, oldest first.
    Heights(Vec<u32>),
    /// Instances: those that serve, those that run, those that are still to come.
    Instances {
        /// Healthy targets.
        healthy: i32,
        /// Members in service.
        in_service: i32,
        /// Desired capacity.
        desired: i32,
    },
}

/// From nothing to the greatest height.
const LEVELS: [char; 7] = ['_', '.', '-', '=', '+', '*', '#'];
/// More instances than this are not drawn.
const MOST_INSTANCES: i32 = 20;

/// `drawing` in at most `cells`.
#[must_use]
pub fn chart(drawing: &Drawing, cells: usize) -> String {
    match drawing {
        Drawing::Bar { value, target, most } => bar(*value, *target, *most, cells),
        Drawing::Heights(heights) => line(heights, cells),
        Drawing::Instances { healthy, in_service, desired } => {
            let all = (*desired).max(*in_service).min(MOST_INSTANCES);
            let sign = |index: i32| match index {
                index if index < *healthy => '#',
                index if index < *in_service => '+',
                _ => '.',
            };
            (0..all).map(sign).take(cells).collect()
        }
    }
}

fn bar(value: f64, target: f64, most: f64, cells: usize) -> String {
    let place = |number: f64| cell(number, most, cells);
    let (end, mark) = (place(value), place(target).max(1) - 1);
    let length = end.max(mark + 1).min(cells);
    (0..length)
        .map(|index| match index {
            index if index == mark => '|',
            index if index < end => '#',
            _ => ' ',
        })
        .collect()
}

/// How many of `cells` a number takes, of which `most` takes all; something is never drawn as nothing.
fn cell(number: f64, most: f64, cells: usize) -> usize {
    let room = u32::try_from(cells).unwrap_or(u32::MAX);
    let wanted = if most > 0.0 { (number / most).clamp(0.0, 1.0) * f64::from(room) } else { 0.0 };
    let whole = (0..=room).rev().find(|whole| f64::from(*whole) <= wanted).unwrap_or(0);
    usize::try_from(whole).unwrap_or(cells).max(usize::from(number > 0.0)).min(cells)
}

fn line(heights: &[u32], cells: usize) -> String {
    let shown = &heights[heights.len().saturating_sub(cells)..];
    let most = shown.iter().copied().max().unwrap_or(0).max(1);
    let top = u32::try_from(LEVELS.len() - 1).unwrap_or(0);
    let level = |height: &u32| usize::try_from((height * top).div_ceil(most)).unwrap_or(0);
    shown.iter().map(|height| LEVELS[level(height).min(LEVELS.len() - 1)]).collect()
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case(100.0, 25.0, 100.0, "####|###############"; "the target is passed")]
    #[test_case(10.0, 25.0, 100.0, "##  |"; "the target is not reached")]
    #[test_case(0.0, 25.0, 100.0, "    |"; "nothing")]
    #[test_case(0.1, 50.0, 100.0, "#        |"; "little is not nothing")]
    #[test_case(500.0, 25.0, 100.0, "####|###############"; "never wider than the room")]
    #[test_case(1.0, 0.0, 0.0, "|"; "no scale")]
    fn bars(value: f64, target: f64, most: f64, expected: &str) {
        assert_eq!(chart(&Drawing::Bar { value, target, most }, 20), expected);
    }

    #[test_case(&[0, 1, 6, 12], 10, "_.=#")]
    #[test_case(&[9, 9, 0, 3], 2, "_#"; "the newest that fit")]
    #[test_case(&[0, 0], 10, "__"; "all quiet")]
    #[test_case(&[], 10, ""; "nothing yet")]
    fn heights(heights: &[u32], cells: usize, expected: &str) {
        assert_eq!(chart(&Drawing::Heights(heights.to_vec()), cells), expected);
    }

    #[test_case(1, 2, 4, "#+.."; "coming up")]
    #[test_case(4, 4, 4, "####"; "all serve")]
    #[test_case(3, 3, 1, "###"; "going down")]
    #[test_case(0, 0, 0, ""; "none")]
    fn instances(healthy: i32, in_service: i32, desired: i32, expected: &str) {
        assert_eq!(chart(&Drawing::Instances { healthy, in_service, desired }, 20), expected);
    }
}
