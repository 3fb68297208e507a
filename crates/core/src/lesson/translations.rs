//! Which texts fell behind those of the other language. An author says once that both say the same (`lint --translated`);
//! that is kept in the pack as a digest of each text, and from then on a text whose other one changed alone is told.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{ByLanguage, LessonError, Pack};
use crate::i18n::Language;
use crate::msg;

/// The file of a pack that keeps the digests; a pack may do without.
pub const TRANSLATIONS: &str = "translations.toml";
/// The bytes of a digest that are kept.
const BYTES: usize = 6;

/// Digests of the texts that say the same, by the names of their files.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
struct Translations(BTreeMap<String, ByLanguage<String>>);

/// The content of [`TRANSLATIONS`] for a pack whose texts say the same in both languages now.
///
/// # Errors
/// A text can't be read.
pub fn translated(pack: &Pack) -> Result<String, LessonError> {
    let header =
        "# Written by `ec-site-tutor lint DIR --translated`: what both languages said when they last said the same.\n";
    let lines = now(pack)?
        .0
        .into_iter()
        .map(|(name, pair)| format!("\"{name}\" = {{ ja = \"{}\", en = \"{}\" }}\n", pair.ja, pair.en));
    Ok(header.to_owned() + &lines.collect::<String>())
}

/// The texts of `pack` whose other language changed since both said the same; none where nobody said so.
///
/// # Errors
/// A text or the file of digests can't be read.
pub fn fallen_behind(pack: &Pack) -> Result<Vec<LessonError>, LessonError> {
    let Some(text) = pack.read_if_there(TRANSLATIONS)? else { return Ok(Vec::new()) };
    let label = pack.label(TRANSLATIONS);
    let then: Translations = toml::from_str(&text).map_err(|error| super::toml_error(&label, &text, &error))?;
    let mut behind = Vec::new();
    for (name, pair) in now(pack)?.0 {
        let Some(old) = then.0.get(&name) else { continue };
        for (language, other) in [(Language::Ja, Language::En), (Language::En, Language::Ja)] {
            if pair.get(language) == old.get(language) && pair.get(other) != old.get(other) {
                let file = pack.label(&format!("{}/{name}", language.tag()));
                let other = format!("{}/{name}", other.tag());
                behind.push(LessonError::in_file(&file, msg!(lesson_fallen_behind, other = other)));
            }
        }
    }
    Ok(behind)
}

fn now(pack: &Pack) -> Result<Translations, LessonError> {
    let mut pairs = BTreeMap::new();
    for name in pack.list(Language::Ja.tag()) {
        let digest = |language: Language| {
            let text = pack.read_if_there(&format!("{}/{name}", language.tag()))?.unwrap_or_default();
            let digest = Sha256::digest(text.as_bytes());
            Ok(digest.iter().take(BYTES).fold(String::new(), |hex, byte| hex + &format!("{byte:02x}")))
        };
        pairs.insert(name.clone(), ByLanguage { ja: digest(Language::Ja)?, en: digest(Language::En)? });
    }
    Ok(Translations(pairs))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_text_whose_other_language_changed_alone_has_fallen_behind() {
        let folder = tempfile::tempdir().unwrap();
        let write = |file: &str, text: &str| fs::write(folder.path().join(file), text).unwrap();
        for language in ["ja", "en"] {
            fs::create_dir(folder.path().join(language)).unwrap();
            for name in ["1.md", "2.md"] {
                write(&format!("{language}/{name}"), "a");
            }
        }
        let pack = Pack::Folder(folder.path().to_owned());
        let behind = || -> Vec<String> {
            fallen_behind(&pack).unwrap().into_iter().map(|text| text.file[text.file.len() - 7..].to_owned()).collect()
        };
        write("en/1.md", "b");
        assert!(behind().is_empty(), "nobody said that they are the same");
        write(TRANSLATIONS, &translated(&pack).unwrap());
        assert!(behind().is_empty());
        write("en/1.md", "c");
        assert_eq!(behind(), ["ja/1.md"]);
        write("ja/1.md", "c");
        assert!(behind().is_empty(), "both changed");
        write("ja/2.md", "c");
        assert_eq!(behind(), ["en/2.md"]);
    }
}
