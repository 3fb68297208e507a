//! What the program finds where it runs, each thing good, odd or bad with what to do: facts in, lines out. Whoever gathers
//! the facts judges nothing, and hands over no secret: what isn't in a fact can't be shown.

mod account;
mod clock;
mod credentials;
mod endpoints;
mod fact;
mod identity;
mod json;
mod line;
mod locale;
mod permissions;
mod place;
mod plain;
mod proxy;
mod region;
mod release;
mod state;
mod terminal;
#[cfg(test)]
mod tests;
mod trust;
mod tutors;
mod zone;

pub use account::NoAccount;
pub use clock::Clock;
pub use credentials::{CredentialSource, Credentials};
pub use endpoints::{Endpoint, Endpoints};
pub use fact::{Fact, judge};
pub use identity::Caller;
pub use json::DoctorDocument;
pub use line::{Line, Standing, worst};
pub use locale::{Locale, LocaleOrigin};
pub use permissions::{Permissions, Tried};
pub use place::Place;
pub use plain::plain;
pub use proxy::{Passage, Proxies, Proxy};
pub use region::Region;
pub use release::Release;
pub use state::State;
pub use terminal::{Measured, Terminal};
pub use trust::TrustStore;
pub use tutors::OtherTutors;
pub use zone::{Zone, ZoneOrigin};
