//! Folders of an instance in lesson packs, which scripts of the lesson name between double quotes.

use serde::de::{Deserialize, Deserializer, Error, Unexpected};

/// Characters that bash would read in double quotes as something else.
const SPECIAL: [char; 4] = ['"', '$', '`', '\\'];

/// The absolute path of a folder, without a slash at its end.
pub fn absolute<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let path = String::deserialize(deserializer)?;
    if path.starts_with('/') && !path.contains(SPECIAL) && !path.contains(char::is_control) {
        return Ok(path.trim_end_matches('/').to_owned());
    }
    let wanted = "an absolute path without quotes, dollar signs and backslashes";
    Err(D::Error::invalid_value(Unexpected::Str(&path), &wanted))
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use test_case::test_case;

    #[derive(Debug, Deserialize)]
    struct Tools {
        #[serde(deserialize_with = "super::absolute")]
        tools: String,
    }

    fn read(path: &str) -> Result<String, String> {
        let table = toml::Table::from_iter([("tools".to_owned(), path.into())]);
        table.try_into::<Tools>().map(|read| read.tools).map_err(|error| error.message().to_owned())
    }

    #[test_case("/root/.local/share/pnpm", "/root/.local/share/pnpm")]
    #[test_case("/opt/tools/", "/opt/tools"; "a slash at the end")]
    fn an_absolute_path_is_taken(path: &str, expected: &str) {
        assert_eq!(read(path).as_deref(), Ok(expected));
    }

    #[test_case("pnpm"; "relative")]
    #[test_case("$HOME/pnpm"; "a variable")]
    #[test_case("/root/$USER"; "a variable inside")]
    #[test_case("/root/\"; rm"; "a quote")]
    #[test_case("/root\n/x"; "two lines")]
    fn anything_else_is_refused_with_what_is_wanted(path: &str) {
        let message = read(path).unwrap_err();
        assert!(message.contains("expected an absolute path"), "{message}");
    }
}
