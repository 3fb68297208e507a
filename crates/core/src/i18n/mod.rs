//! Which language is spoken, and how a [`Text`] becomes words in it.
//! Nothing here builds a sentence: sentences are Fluent messages in `locales/`.

mod language;
mod localizer;
mod number;
mod reference;
mod text;

pub use language::{Language, choose};
pub use localizer::Localizer;
pub use reference::Names;
pub use text::{Arg, Form, Id, Localized, Reference, Text};

/// One type a message of `locales/`, written by `build.rs`; use them through [`msg!`](crate::msg).
#[allow(non_camel_case_types, missing_docs, reason = "generated; the names are those of the messages")]
pub mod messages {
    use super::{Arg, Form, Id, Reference, Text};
    use crate::topic::Topic;

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

/// A [`Text`] from a message id (with `_` for `-`) and exactly its arguments, checked when compiling.
#[macro_export]
macro_rules! msg {
    ($id:ident $(,)?) => {
        $crate::i18n::Text::from($crate::i18n::messages::$id {})
    };
    ($id:ident, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::i18n::Text::from($crate::i18n::messages::$id { $($name: $crate::i18n::Arg::from($value)),+ })
    };
}
