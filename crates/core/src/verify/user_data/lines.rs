//! Which line of the user data a line of a text in it is.

/// How lines of a text are told as lines of the user data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lines {
    /// The text begins in this line.
    From(usize),
    /// All of it belongs to this line.
    At(usize),
}
