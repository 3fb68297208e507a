//! The texts of a step: as they stand in the files of a pack, and as blocks once they are wanted.

use std::sync::{Arc, LazyLock};

use super::error::Faults;
use super::prose::{self, Block};
use super::{ByLanguage, LessonError, Pack, Snippets, Values};
use crate::i18n::{Language, Text};
use crate::msg;

/// Separates the hints of a file.
const HINT_SEPARATOR: &str = "\n---\n";

/// The texts of a step in one language, each read when it is wanted first: the first frame needs none of them.
#[derive(Clone, Debug)]
pub struct Texts {
    prose: Later<Vec<Block>>,
    hints: Later<Vec<Vec<Block>>>,
}

type Later<T> = Arc<LazyLock<Result<T, LessonError>, Box<dyn FnOnce() -> Result<T, LessonError> + Send>>>;

fn later<T>(read: impl FnOnce() -> Result<T, LessonError> + Send + 'static) -> Later<T> {
    Arc::new(LazyLock::new(Box::new(read)))
}

impl Texts {
    /// The lesson text; nothing where it is faulty, which [`sound`](Texts::sound) tells.
    pub fn prose(&self) -> &[Block] {
        read(&self.prose).as_ref().map_or(&[], Vec::as_slice)
    }

    /// Hints from nudge to answer; none where there are none or a faulty one, which [`sound`](Texts::sound) tells.
    pub fn hints(&self) -> &[Vec<Block>] {
        read(&self.hints).as_ref().map_or(&[], Vec::as_slice)
    }

    /// Reads them now.
    ///
    /// # Errors
    /// The faults of the files.
    pub fn sound(&self) -> Result<(), Faults> {
        let [prose, hints] = [fault(&self.prose), fault(&self.hints)];
        Faults::both(prose, hints).map(|_| ())
    }
}

fn read<T>(text: &Later<T>) -> &Result<T, LessonError> {
    text
}

fn fault<T>(text: &Later<T>) -> Result<(), Faults> {
    read(text).as_ref().map(|_| ()).map_err(|error| error.clone().into())
}

/// Reads texts of a pack in one language.
#[derive(Clone)]
pub struct TextReader {
    pub pack: Pack,
    pub language: Language,
    pub values: Arc<Values>,
    pub snippets: Arc<ByLanguage<Snippets>>,
}

impl TextReader {
    /// One for each language.
    pub fn of(pack: &Pack, values: &Arc<Values>, snippets: &Arc<ByLanguage<Snippets>>) -> ByLanguage<Self> {
        let [ja, en] = [Language::Ja, Language::En].map(|language| {
            let (values, snippets) = (Arc::clone(values), Arc::clone(snippets));
            Self { pack: pack.clone(), language, values, snippets }
        });
        ByLanguage { ja, en }
    }

    /// The texts of the step `id`.
    pub fn of_step(&self, id: &str) -> Texts {
        let (prose, hints) = ((self.clone(), id.to_owned()), (self.clone(), id.to_owned()));
        Texts { prose: later(move || prose.0.prose(&prose.1)), hints: later(move || hints.0.hints(&hints.1)) }
    }

    fn prose(&self, id: &str) -> Result<Vec<Block>, LessonError> {
        let file = format!("{}/{id}.md", self.language.tag());
        let text = self.pack.read(&file)?;
        self.parse(&text).map_err(|(offset, problem)| self.fault(&file, &text, offset, problem))
    }

    fn hints(&self, id: &str) -> Result<Vec<Vec<Block>>, LessonError> {
        let file = format!("{}/{id}.hints.md", self.language.tag());
        let Some(text) = self.pack.read_if_there(&file)? else { return Ok(Vec::new()) };
        let mut start = 0;
        let read = text.split(HINT_SEPARATOR).map(|hint| {
            let before = start;
            start += hint.len() + HINT_SEPARATOR.len();
            self.parse(hint).map_err(|(offset, problem)| self.fault(&file, &text, before + offset, problem))
        });
        read.collect()
    }

    /// The blocks of a text, or the offset in it of what is wrong. Values are put into the blocks, so that none can make
    /// another text of it.
    fn parse(&self, text: &str) -> Result<Vec<Block>, (usize, Text)> {
        let included = prose::include_snippets(text, self.snippets.get(self.language))?;
        let origin = |(at, problem)| (included.origin(at), problem);
        let mut blocks = prose::parse(&included.text).map_err(origin)?;
        // Where a reference is wrong is known of the text only.
        let unknown = |(_, problem)| self.values.rewrite(&included.text).err().map_or((0, problem), origin);
        prose::fill(&mut blocks, &self.values).map_err(unknown)?;
        Ok(blocks)
    }

    fn fault(&self, file: &str, text: &str, offset: usize, problem: Text) -> LessonError {
        LessonError::at(&self.pack.label(file), text, offset, problem)
    }
}

/// Reads the texts of both languages, and finds that they have as many hints.
///
/// # Errors
/// The faults of the files.
pub fn judge(texts: &ByLanguage<Texts>, hints_file: &str) -> Result<(), Faults> {
    Faults::both(texts.ja.sound(), texts.en.sound())?;
    let (ja, en) = (texts.ja.hints().len(), texts.en.hints().len());
    if ja == en {
        return Ok(());
    }
    Err(LessonError::in_file(hints_file, msg!(lesson_hints_differ, ja = ja, en = en)).into())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use test_case::test_case;

    use super::super::prose::Emphasis;
    use super::*;
    use crate::lesson::{Step, load};

    fn with_vpc(name: &str) -> Step {
        let own = BTreeMap::from([("vpc".to_owned(), name.to_owned())]);
        load(&Pack::Embedded, &own).unwrap().step("1-1").unwrap().clone()
    }

    #[test_case("_shop_"; "emphasis")]
    #[test_case("a `b` **c** | <b> [d](e)"; "everything")]
    #[test_case("```"; "a fence")]
    fn a_learner_s_value_makes_no_other_text(name: &str) {
        for language in Language::ALL {
            let (text, usual) = (with_vpc(name), with_vpc("ec-site-vpc"));
            let (text, usual) = (text.prose(language), usual.prose(language));
            let renamed = format!("{text:?}").replace(name, "ec-site-vpc");
            assert_eq!(renamed, format!("{usual:?}"));
            assert!(format!("{text:?}").contains(name), "{text:?}");
        }
    }

    fn reader(folder: &std::path::Path) -> TextReader {
        let (values, snippets) = (Arc::default(), Arc::default());
        TextReader { pack: Pack::Folder(folder.to_owned()), language: Language::En, values, snippets }
    }

    #[test]
    fn a_text_is_read_when_it_is_wanted_first_and_then_kept() {
        let folder = tempfile::tempdir().unwrap();
        let texts = reader(folder.path()).of_step("1");
        std::fs::create_dir(folder.path().join("en")).unwrap();
        std::fs::write(folder.path().join("en/1.md"), "`one`").unwrap();
        let Block::Paragraph(spans) = &texts.prose()[0] else { panic!("{:?}", texts.prose()) };
        assert_eq!((spans[0].text.as_str(), spans[0].emphasis), ("one", Emphasis::Code));
        std::fs::remove_file(folder.path().join("en/1.md")).unwrap();
        assert_eq!(texts.sound(), Ok(()));
    }

    #[test]
    fn a_faulty_text_is_told_and_shows_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let texts = reader(folder.path()).of_step("1");
        assert_eq!((texts.prose().len(), texts.hints().len()), (0, 0));
        assert!(texts.sound().is_err());
    }
}
