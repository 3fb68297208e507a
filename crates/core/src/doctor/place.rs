//! Where something was set.

use crate::i18n::Text;
use crate::msg;

/// Where something was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// An option of the command line, such as `--region`.
    Option(&'static str),
    /// Our own settings, by the name of the field.
    Settings(&'static str),
    /// A variable of the environment.
    Variable(String),
    /// A line of one of AWS's files.
    Line {
        /// The file, as it is shown.
        file: String,
        /// Counted from 1.
        number: usize,
    },
    /// The metadata service of an EC2 instance.
    Metadata,
}

impl Place {
    /// In words.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Option(name) => Text::verbatim(*name),
            Self::Settings(field) => msg!(doctor_place_settings, field = *field),
            Self::Variable(name) => Text::verbatim(name),
            Self::Line { file, number } => msg!(doctor_place_line, file = file, number = *number),
            Self::Metadata => msg!(doctor_place_metadata),
        }
    }
}
