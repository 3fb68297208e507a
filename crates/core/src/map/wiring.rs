//! The map as data: parts, links between them, and how each stands. Knows nothing of any drawing.

use jiff::Timestamp;

use crate::i18n::Text;
use crate::msg;

/// How a part or a link stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// It contradicts the lesson, or carries nothing.
    Wrong,
    /// It could not be read.
    Unseen,
    /// AWS is still working on it.
    Waiting,
    /// It isn't there.
    Absent,
    /// It takes no part in this, and need not.
    Aside,
    /// It works.
    Right,
}

impl Mark {
    /// All of them, in the order of the legend.
    pub const ALL: [Self; 6] = [Self::Right, Self::Waiting, Self::Wrong, Self::Absent, Self::Unseen, Self::Aside];

    /// A sign that every terminal has; always explained by a word.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Right => "o",
            Self::Waiting => "~",
            Self::Wrong => "x",
            Self::Absent => "-",
            Self::Unseen => "?",
            Self::Aside => ".",
        }
    }

    /// What is said where the sign isn't seen.
    #[must_use]
    pub fn word(self) -> Text {
        match self {
            Self::Right => msg!(map_mark_right),
            Self::Waiting => msg!(map_mark_waiting),
            Self::Wrong => msg!(map_mark_wrong),
            Self::Absent => msg!(map_mark_absent),
            Self::Unseen => msg!(map_mark_unseen),
            Self::Aside => msg!(map_mark_aside),
        }
    }
}

/// One thing that is said of a part.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// How that stands; none for what is neither right nor wrong.
    pub mark: Option<Mark>,
    /// In words.
    pub text: Text,
}

impl Fact {
    /// What is neither right nor wrong.
    #[must_use]
    pub fn plain(text: Text) -> Self {
        Self { mark: None, text }
    }

    /// What stands in some way.
    #[must_use]
    pub fn marked(mark: Mark, text: Text) -> Self {
        Self { mark: Some(mark), text }
    }
}

/// A part.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// How it stands as a whole.
    pub mark: Mark,
    /// What it is and how it is called.
    pub title: Text,
    /// What is to be said of it; findings of the report come last.
    pub facts: Vec<Fact>,
}

/// A way from one part to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// How it stands.
    pub mark: Mark,
    /// What is to be said of it; findings of the report come last.
    pub facts: Vec<Fact>,
}

/// The whole map.
#[derive(Clone, Debug, PartialEq)]
pub struct Wiring {
    /// The account's number, where it can be told.
    pub account: Option<String>,
    /// The region that was read.
    pub region: Option<String>,
    /// When the account was read.
    pub taken_at: Timestamp,
    /// The internet, with the gateway to it.
    pub internet: Node,
    /// From the internet to the load balancer.
    pub way_in: Link,
    /// The load balancer.
    pub balancer: Node,
    /// From the load balancer on, one a listener.
    pub listeners: Vec<Link>,
    /// Where the listeners lead.
    pub target_group: Node,
    /// From the target group to the group's instances.
    pub delivery: Link,
    /// The Auto Scaling group, as a frame around the zones.
    pub group: Node,
    /// Each Availability Zone with its subnets, instances and ways out.
    pub zones: Vec<Node>,
    /// The security groups on the way in, with whom they let in.
    pub guards: Vec<Node>,
    /// The instance beside the group.
    pub spare: Option<Node>,
    /// What could not be read, and why.
    pub unseen: Vec<Text>,
    /// Whether nothing of it all could be read.
    pub blank: bool,
}
