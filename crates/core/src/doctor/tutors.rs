//! Other tutors that run at the same time.

use super::Line;
use crate::i18n::Text;
use crate::msg;

/// Other tutors of this user.
#[derive(Clone, Debug, Default)]
pub struct OtherTutors {
    /// The numbers of their processes; none where the system doesn't tell.
    pub processes: Option<Vec<u32>>,
}

impl OtherTutors {
    pub(super) fn line(&self) -> Line {
        let line = |found| Line::good("other-tutors", msg!(doctor_label_tutors), found);
        match self.processes.as_deref() {
            None => line(msg!(doctor_tutors_untold)),
            Some([]) => line(msg!(doctor_tutors_none)),
            Some(processes) => {
                let numbers = Text::list(processes.iter().map(ToString::to_string));
                line(msg!(doctor_tutors, count = processes.len(), numbers = numbers)).odd(msg!(doctor_tutors_remedy))
            }
        }
    }
}
