//! Who the caller is.

use super::Line;
use crate::account::Area;
use crate::account::resources::Identity;
use crate::i18n::Text;
use crate::msg;
use crate::verify::Verdict;

/// Who the caller is, as AWS says.
#[derive(Clone, Debug)]
pub struct Caller {
    /// What AWS says.
    pub identity: Area<Identity>,
}

impl Caller {
    pub(super) fn line(&self) -> Line {
        let line = |found| Line::good("identity", msg!(doctor_label_identity), found);
        match self.identity.seen() {
            Ok(identity) => {
                let seen = line(Text::verbatim(&identity.arn));
                // https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html
                if identity.arn.ends_with(":root") { seen.odd(msg!(doctor_root_remedy)) } else { seen }
            }
            Err(unseen) => {
                let verdict = Verdict::unknown(unseen);
                line(verdict.actual).bad(verdict.fix.unwrap_or_else(|| msg!(unknown_not_asked_fix)))
            }
        }
    }
}
