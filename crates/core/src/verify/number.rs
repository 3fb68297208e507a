//! Numbers in lesson packs, which may come from a value and then stand in quotes.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};

/// A port or a count: `80`, or `"{{port}}"` with the value put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number(pub i32);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, or a value that is one")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Number, E> {
        i32::try_from(value).map(Number).map_err(|_| E::invalid_value(de::Unexpected::Signed(value), &self))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Number, E> {
        value.trim().parse().map(Number).map_err(|_| E::invalid_value(de::Unexpected::Str(value), &self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_named_with_what_is_wanted() {
        let error = toml::from_str::<std::collections::BTreeMap<String, Number>>("port = 'eighty'").unwrap_err();
        assert!(error.message().contains(r#""eighty", expected a whole number"#), "{error}");
    }
}
