//! Whether something stands between here and AWS.

use super::{Line, Place};
use crate::i18n::Text;
use crate::msg;

/// The proxies that are set.
#[derive(Clone, Debug, Default)]
pub struct Proxies {
    /// Each; none where calls go out directly.
    pub set: Vec<Proxy>,
    /// What came of asking AWS something; none where it wasn't asked.
    pub passage: Option<Passage>,
}

/// What came of asking AWS something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passage {
    /// AWS answered.
    Through,
    /// The proxy answered that it doesn't pass this on.
    Refused,
    /// No answer of AWS came.
    Lost,
}

/// A proxy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proxy {
    /// The variable.
    pub place: Place,
    /// Its address, without a user and a password.
    pub address: String,
    /// Why there is no connection to it, in the system's words; none where there is one, or nobody tried.
    pub refusal: Option<String>,
}

impl Proxies {
    pub(super) fn line(&self) -> Line {
        let line = |found| Line::good("proxy", msg!(doctor_label_proxy), found);
        if self.set.is_empty() {
            return line(msg!(doctor_proxy_none));
        }
        let found = line(Text::List(self.set.iter().map(Proxy::text).collect()));
        match self.passage {
            None | Some(Passage::Through) => found,
            Some(Passage::Refused) => found.bad(msg!(doctor_proxy_refused_remedy)),
            Some(Passage::Lost) if self.set.iter().any(|proxy| proxy.refusal.is_some()) => {
                found.bad(msg!(doctor_proxy_refuses_remedy))
            }
            Some(Passage::Lost) => found.odd(msg!(doctor_proxy_remedy)),
        }
    }
}

impl Proxy {
    fn text(&self) -> Text {
        let set = msg!(doctor_set, place = self.place.text(), value = &self.address);
        match &self.refusal {
            Some(error) => msg!(doctor_proxy_refuses, proxy = set, error = error),
            None => set,
        }
    }
}
