//! What a run of text means; whoever has a terminal gives it its looks.

/// What a run of text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Running text.
    Plain,
    /// Labels and words that matter.
    Strong,
    /// Names, commands, values.
    Code,
    /// A section heading.
    Heading,
    /// What may be overlooked.
    Dim,
    /// Passed, done.
    Good,
    /// Failed, broken.
    Bad,
    /// Waiting, the learner's turn, worth a look.
    Care,
    /// A key to press.
    Key,
    /// The line that keys act on.
    Selected,
    /// The bar at the top.
    Bar,
}
