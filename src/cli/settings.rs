//! The learner's own settings: `config.toml`.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::Deserialize;

use crate::files::config_folder;
use crate::i18n::{Language, Text};
use crate::lesson::{LessonError, Prices, toml_error, value_text};
use crate::msg;

/// What `config.toml` says; everything may be left out.
#[derive(Debug, Default, PartialEq)]
pub struct Settings {
    /// The language to speak where `--lang` says none.
    pub language: Option<Language>,
    /// The AWS profile.
    pub profile: Option<String>,
    /// The AWS region.
    pub region: Option<String>,
    /// Values that are put over the lesson's.
    pub values: BTreeMap<String, String>,
    /// Prices that are put over the lesson's.
    pub prices: Prices,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct SettingsFile {
    language: Option<Language>,
    profile: Option<String>,
    region: Option<String>,
    values: BTreeMap<String, toml::Value>,
    prices: Prices,
}

impl Settings {
    /// The settings of this user; the defaults where there is no file or no home.
    ///
    /// # Errors
    /// The file can't be read or says something that isn't a setting, with its place.
    pub fn load() -> Result<Self, Text> {
        let Some(folder) = config_folder() else { return Ok(Self::default()) };
        let file = folder.join("config.toml");
        match fs::read(&file) {
            Ok(bytes) => Self::parse(&file, &bytes).map_err(|error| error.text()),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(Self::default()),
            Err(error) => {
                Err(LessonError::in_file(&file.display().to_string(), Text::verbatim(error.to_string())).text())
            }
        }
    }

    fn parse(file: &Path, bytes: &[u8]) -> Result<Self, LessonError> {
        let name = file.display().to_string();
        let source = str::from_utf8(bytes).map_err(|_| LessonError::in_bytes(&name, bytes, msg!(lesson_not_utf8)))?;
        let read: SettingsFile = toml::from_str(source).map_err(|error| toml_error(&name, source, &error))?;
        let mut values = BTreeMap::new();
        for (key, value) in read.values {
            let text =
                value_text(&value).ok_or_else(|| LessonError::in_file(&name, msg!(lesson_value_type, name = &key)))?;
            values.insert(key, text);
        }
        let prices = read.prices.checked(&name)?;
        Ok(Self { language: read.language, profile: read.profile, region: read.region, values, prices })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_may_be_set() {
        let source = "language = \"ja\"\nprofile = \"lab\"\nregion = \"eu-west-1\"\n[values]\nprefix = \"shop\"\nmax = 3\n\
             [prices.hour]\nnat_gateway = 0.062\n";
        let settings = Settings::parse(Path::new("config.toml"), source.as_bytes()).unwrap();
        assert_eq!(settings.language, Some(Language::Ja));
        assert_eq!(settings.profile.as_deref(), Some("lab"));
        assert_eq!(settings.prices.hour.nat_gateway, Some(0.062));
        assert_eq!(settings.values, BTreeMap::from([("prefix".into(), "shop".into()), ("max".into(), "3".into())]));
    }

    #[test]
    fn what_is_no_price_is_refused_with_the_files_name() {
        let error = Settings::parse(Path::new("config.toml"), b"[prices.month]\nalarm = -0.1\n").unwrap_err();
        assert_eq!(error.file, "config.toml");
    }

    #[test]
    fn bytes_that_are_no_text_are_found_at_their_place() {
        let error = Settings::parse(Path::new("config.toml"), b"language = \"en\"\nprofile = \"\xff\"\n").unwrap_err();
        assert_eq!(error.position, Some((2, 12)));
    }

    #[test]
    fn a_typo_is_found_at_its_line() {
        let error = Settings::parse(Path::new("config.toml"), b"language = \"en\"\nprofil = \"lab\"\n").unwrap_err();
        assert_eq!(error.position, Some((2, 1)));
    }
}
