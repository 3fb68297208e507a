//! The learner's own settings: `config.toml`.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use jiff::tz::TimeZone;
use serde::Deserialize;

use super::own_values::OwnValues;
use super::zone;
use crate::files::config_folder;
use crate::i18n::{Language, Text};
use crate::lesson::{LessonError, Prices, toml_error};
use crate::msg;

/// What `config.toml` says; everything may be left out.
#[derive(Debug, Default, PartialEq)]
pub struct Settings {
    /// The language to speak where `--lang` says none.
    pub language: Option<Language>,
    /// The AWS profile.
    pub profile: Option<String>,
    /// The lesson, by folder or id.
    pub lesson: Option<String>,
    /// The AWS region.
    pub region: Option<String>,
    /// The zone to tell times in.
    pub time_zone: Option<TimeZone>,
    /// Values that are put over a lesson's.
    pub values: OwnValues,
    /// Prices that are put over the lesson's.
    pub prices: Prices,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct SettingsFile {
    language: Option<Language>,
    profile: Option<String>,
    region: Option<String>,
    lesson: Option<String>,
    time_zone: Option<toml::Spanned<String>>,
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
        let values = OwnValues::read(&name, source, read.values)?;
        let prices = read.prices.checked(&name)?;
        let time_zone = read.time_zone.map(|zone| {
            let unknown = || {
                let text = msg!(settings_unknown_zone, field = "time_zone", name = zone.get_ref());
                LessonError::at(&name, source, zone.span().start, text)
            };
            zone::named(zone.get_ref()).ok_or_else(unknown)
        });
        let SettingsFile { language, profile, region, lesson, .. } = read;
        Ok(Self { language, profile, region, lesson, time_zone: time_zone.transpose()?, values, prices })
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;
    use crate::i18n::Localizer;

    #[test]
    fn everything_may_be_set() {
        let source = "language = \"ja\"\nprofile = \"lab\"\nregion = \"eu-west-1\"\ntime_zone = \"Asia/Tokyo\"\n[values]\nprefix = \"shop\"\nmax = 3\n\
             [prices.hour]\nnat_gateway = 0.062\n";
        let settings = Settings::parse(Path::new("config.toml"), source.as_bytes()).unwrap();
        assert_eq!(settings.language, Some(Language::Ja));
        assert_eq!(settings.profile.as_deref(), Some("lab"));
        assert_eq!(settings.time_zone.as_ref().and_then(TimeZone::iana_name), Some("Asia/Tokyo"));
        assert_eq!(settings.prices.hour.nat_gateway, Some(0.062));
        assert_eq!(
            settings.values.of_lesson("step4"),
            BTreeMap::from([("prefix".into(), "shop".into()), ("max".into(), "3".into())])
        );
    }

    #[test]
    fn what_is_no_price_is_refused_with_the_files_name() {
        let error = Settings::parse(Path::new("config.toml"), b"[prices.month]\nalarm = -0.1\n").unwrap_err();
        assert_eq!(error.file, "config.toml");
    }

    #[test_case("Asia/Tokio"; "a slip")]
    #[test_case("JST"; "no name of a place")]
    #[test_case("UTC+9"; "an offset, which is written the other way round there")]
    #[test_case(""; "nothing")]
    #[test_case("../etc/passwd"; "a path")]
    fn a_zone_that_nobody_knows_is_found_at_its_place(zone: &str) {
        let source = format!("language = \"en\"\ntime_zone = \"{zone}\"\n");
        let error = Settings::parse(Path::new("config.toml"), source.as_bytes()).unwrap_err();
        assert_eq!(error.position, Some((2, 13)));
        let said = Localizer::new(Language::En).say(&error.text());
        assert!(said.starts_with("config.toml:2:13: ") && said.contains("time_zone"), "{said}");
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
