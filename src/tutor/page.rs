//! The pages that the tutor has.

/// A full page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// The list of steps, also the welcome.
    Steps,
    /// The step that is shown: text, results or hints.
    Step,
    /// The question whether this is the right account.
    Account,
    /// What can be done in the simulated account.
    Actions,
    /// One task of a step's exercise.
    Exercise,
    /// Writing several lines.
    Editor,
    /// Writing one line.
    Prompt,
    /// What the finished lab came to.
    Finish,
    /// Where a word stands.
    Found,
    /// The load, and what AWS makes of it.
    Live,
    /// The map of the account's wiring.
    Map,
    /// A fault to find in a simulated account.
    Drill,
    /// The keys.
    Help,
    /// What a first run begins with.
    Welcome,
    /// The code of a step, bare.
    Code,
}

impl Page {
    /// Whether keys are characters here.
    #[must_use]
    pub fn is_writing(self) -> bool {
        matches!(self, Self::Editor | Self::Prompt)
    }
}

/// What of a step is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tab {
    /// Its text.
    Lesson,
    /// What its checks found.
    Results,
    /// From nudge to answer, as many as were asked for.
    Hints,
}

impl Tab {
    /// From left to right.
    pub const ALL: [Self; 3] = [Self::Lesson, Self::Results, Self::Hints];
}
