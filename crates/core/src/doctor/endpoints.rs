//! Whether calls go anywhere else than to AWS.

use super::{Line, Place};
use crate::i18n::Text;
use crate::msg;

/// The places that are set for AWS's services.
#[derive(Clone, Debug, Default)]
pub struct Endpoints {
    /// Each; none where all calls go to AWS's own.
    pub set: Vec<Endpoint>,
}

/// A place that is set for some services or all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// Where it is set.
    pub place: Place,
    /// Its address, without a user and a password.
    pub address: String,
}

impl Endpoints {
    pub(super) fn line(&self) -> Line {
        let line = |found| Line::good("endpoints", msg!(doctor_label_endpoints), found);
        if self.set.is_empty() {
            return line(msg!(doctor_endpoints_own));
        }
        let said = |one: &Endpoint| msg!(doctor_set, place = one.place.text(), value = &one.address);
        line(Text::List(self.set.iter().map(said).collect())).odd(msg!(doctor_endpoints_remedy))
    }
}
