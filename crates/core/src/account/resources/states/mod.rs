//! The states in which AWS says that something is: each kind of thing with AWS's whole list, and what the states mean.
//!
//! Nobody else compares with AWS's words. A word that AWS adds later is kept as it came, in `Other`, and means nothing
//! here until somebody has said what.

mod balancing;
mod compute;
mod network;
mod scaling;

pub use balancing::{LoadBalancerState, TargetReason, TargetState};
pub use compute::{ImageState, InstanceState, SnapshotState, VolumeState};
pub use network::{
    AttachmentState, EncryptionControlState, InternetGatewayBlockMode, NatFailureCode, NatGatewayState, RouteState,
    SubnetState, VpcState,
};
pub use scaling::{ActivityStatus, AlarmState, LaunchStage, LifecycleState, MemberHealth, MemberStage};

/// An enum over AWS's words for the states of something: written and read as those words, unknown ones unchanged.
macro_rules! states {
    ($(#[$about:meta])* $name:ident { $($state:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(from = "String", into = "String")]
        pub enum $name {
            $(#[doc = concat!("`", $word, "`")] $state,)+
            /// A word that isn't on AWS's list yet, or an empty one where AWS said nothing.
            Other(String),
        }

        impl $name {
            /// AWS's whole list.
            pub const WORDS: &[&str] = &[$($word),+];

            /// AWS's word.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$state => $word,)+
                    Self::Other(word) => word,
                }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                match word {
                    $($word => Self::$state,)+
                    other => Self::Other(other.to_owned()),
                }
            }
        }

        impl From<String> for $name {
            fn from(word: String) -> Self {
                Self::from(word.as_str())
            }
        }

        impl From<$name> for String {
            fn from(state: $name) -> Self {
                state.as_str().to_owned()
            }
        }

        impl From<&$name> for String {
            fn from(state: &$name) -> Self {
                state.as_str().to_owned()
            }
        }

        impl From<&$name> for crate::i18n::Arg {
            fn from(state: &$name) -> Self {
                Self::from(state.as_str())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

use states;

#[cfg(test)]
mod tests;
