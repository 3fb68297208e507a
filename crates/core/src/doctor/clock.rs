//! How far this machine's clock is from AWS's.

use jiff::SignedDuration;

use super::Line;
use crate::msg;

/// AWS takes a signed request for so long: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html>.
const REFUSED: SignedDuration = SignedDuration::from_mins(5);
/// What a clock that is set by the network never reaches.
const STRANGE: SignedDuration = SignedDuration::from_secs(30);

/// This machine's clock.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// By how much it is ahead of the time that AWS's answer bears; less than nothing where it is behind.
    pub ahead: SignedDuration,
}

impl Clock {
    pub(super) fn line(self) -> Line {
        let (seconds, distance) = (self.ahead.abs().as_secs(), self.ahead.abs());
        let found = if distance < STRANGE {
            msg!(doctor_clock_right)
        } else if self.ahead.is_positive() {
            msg!(doctor_clock_ahead, seconds = seconds)
        } else {
            msg!(doctor_clock_behind, seconds = seconds)
        };
        let line = Line::good("clock", msg!(doctor_label_clock), found);
        if distance >= REFUSED {
            line.bad(msg!(failure_clock_skew_fix))
        } else if distance >= STRANGE {
            line.odd(msg!(failure_clock_skew_fix))
        } else {
            line
        }
    }
}
