//! What a learner is told: a page with what is done, what is open, why, and what to do next. It needs nothing from anywhere and
//! runs nothing. Pure.

use super::row::{Look, Row};
use super::summary::Column;
use super::words::{look, reason, standing};
use crate::i18n::{Language, Localizer, Text};
use crate::markup::Markup;
use crate::msg;
use crate::text::visible;

const STYLE: &str = include_str!("feedback.css");
/// Nothing is loaded, sent or run; the style writer in the page is all that it uses.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/// What a page says that it was written by, and by which it is known again.
pub const GENERATOR: &str = "ec-site-tutor class feedback";
/// The letters of an id that a file's name has.
const NAME: usize = 40;

/// What a page is made from.
#[derive(Clone, Copy, Debug)]
pub struct FeedbackMaterial<'a> {
    /// The title of the lesson.
    pub title: &'a Text,
    /// The steps to show.
    pub columns: &'a [Column],
    /// The learner.
    pub row: &'a Row,
}

/// The name of a learner's file. Whatever an id holds, it stays in its folder, and no two learners have one.
#[must_use]
pub fn file_name(row: &Row) -> String {
    let safe = |letter: char| if letter.is_alphanumeric() || letter == '-' { letter } else { '_' };
    let name: String = row.id.chars().take(NAME).map(safe).collect();
    let is_plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_".contains(letter);
    if name == row.id
        && row.place.is_none()
        && name.starts_with(|first: char| first.is_ascii_alphanumeric())
        && name.chars().all(is_plain)
    {
        return format!("{name}.html");
    }
    // Ids may differ in what was left out, and some file systems don't tell `A` from `a`.
    format!("{name}-{:016x}.html", super::history::fnv(row.key().as_bytes()))
}

/// The page for a learner.
#[must_use]
pub fn feedback(material: FeedbackMaterial<'_>, localizer: &Localizer) -> String {
    let mut writer = Writer { material, localizer, html: Markup::default() };
    writer.html.include("<!doctype html>\n");
    writer.html.open("html", &[("lang", localizer.language().tag().to_owned())]);
    writer.head();
    writer.html.open("body", &[]);
    writer.about();
    writer.current();
    writer.looked_at();
    writer.steps();
    writer.html.finish()
}

struct Writer<'a> {
    material: FeedbackMaterial<'a>,
    localizer: &'a Localizer,
    html: Markup,
}

impl Writer<'_> {
    fn head(&mut self) {
        let named = |name: &'static str, value: &str, content: &str| {
            [(name, value.to_owned()), ("content", content.to_owned())]
        };
        self.html.open("head", &[]);
        self.html.empty("meta", &[("charset", "utf-8".to_owned())]);
        self.html.empty("meta", &named("http-equiv", "Content-Security-Policy", POLICY));
        self.html.empty("meta", &named("name", "generator", GENERATOR));
        self.html.empty("meta", &named("name", "viewport", "width=device-width, initial-scale=1"));
        self.html.empty("meta", &named("name", "color-scheme", "light dark"));
        self.element("title", "", &msg!(class_feedback_title, lesson = self.material.title.clone()));
        self.html.open("style", &[]);
        self.html.include(STYLE);
        self.html.close();
        self.html.close();
    }

    fn about(&mut self) {
        let row = self.material.row;
        self.element("h1", "", &msg!(class_feedback_title, lesson = self.material.title.clone()));
        let name = visible(&row.name).into_owned();
        self.html.text("p", &[("class", "name".to_owned())], &name);
        let known = |value: &Option<String>| value.as_ref().map_or_else(|| msg!(account_unknown), Text::verbatim);
        let place =
            msg!(class_feedback_read, account = known(&row.account), region = known(&row.region), time = row.read_at);
        self.element("p", "note", &place);
    }

    /// The step that is open: why, and what to do next.
    fn current(&mut self) {
        let row = self.material.row;
        let language = self.localizer.language();
        let (sign, word) = standing(row);
        let now = match &row.current {
            Some(step) => {
                let title = self.title(step);
                msg!(class_feedback_open, sign = sign, step = step, title = title, word = word)
            }
            None => msg!(board_whole, sign = sign, word = word),
        };
        self.element("h2", "", &now);
        if let Some(at) = row.finished_at {
            self.element("p", "", &msg!(class_finished_at, time = at));
        }
        if row.unread.is_some() {
            self.element("p", "", &msg!(class_feedback_unread));
        }
        if let Some(reason) = reason(row, language) {
            self.element("p", "reason", &reason);
        }
        if !row.next.is_empty() {
            self.element("h2", "", &msg!(class_feedback_next));
            self.open("ol", "");
            for next in &row.next {
                self.element("li", "", &Text::verbatim(next.get(language)));
            }
            self.html.close();
        }
    }

    /// What the learner can set right or explain. Other learners aren't named to this one.
    fn looked_at(&mut self) {
        let row = self.material.row;
        if row.is_marked() {
            self.element("p", "marks", &msg!(class_feedback_marked));
        }
        for mark in &row.marks {
            let words = mark.words(self.localizer.language());
            if mark.id.as_deref().is_none_or(|id| !id.starts_with("same-")) {
                self.element("p", "marks", &words);
            }
        }
    }

    fn steps(&mut self) {
        let material = self.material;
        let seen: Vec<(&Column, Look)> =
            material.columns.iter().filter_map(|column| Some((column, material.row.look(&column.id)?))).collect();
        if seen.is_empty() {
            return;
        }
        self.element("h2", "", &msg!(class_page_steps));
        self.open("table", "");
        self.open("tbody", "");
        for (column, seen) in seen {
            let (sign, word) = look(seen);
            self.open("tr", if material.row.has_done(&column.id) { "done" } else { "" });
            let title = Text::Lesson(column.title.clone());
            self.element("th", "", &msg!(class_page_step, step = &column.id, title = title));
            self.element("td", "", &msg!(board_whole, sign = sign, word = word));
            self.html.close();
        }
        self.html.close();
        self.html.close();
    }

    fn title(&self, step: &str) -> Text {
        let column = self.material.columns.iter().find(|column| column.id == step);
        column.map_or_else(|| Text::verbatim(""), |column| Text::Lesson(column.title.clone()))
    }

    fn element(&mut self, name: &'static str, class: &str, text: &Text) {
        let said = self.localizer.say(text);
        let attributes: Vec<_> = (!class.is_empty()).then(|| ("class", class.to_owned())).into_iter().collect();
        self.html.text(name, &attributes, &said);
    }

    fn open(&mut self, name: &'static str, class: &str) {
        let attributes: Vec<_> = (!class.is_empty()).then(|| ("class", class.to_owned())).into_iter().collect();
        self.html.open(name, &attributes);
    }
}

/// The language to speak to a learner: their own, else `other`.
#[must_use]
pub fn language_of(row: &Row, other: Language) -> Language {
    row.language.unwrap_or(other)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use jiff::Timestamp;

    use super::*;
    use crate::class::row::{Reason, Speakers, StepMark};
    use crate::i18n::Localized;
    use crate::verify::Status;

    const HOSTILE: &str = "<script>alert(1)</script>\u{1b}[31m\u{202e}";

    fn row(id: &str, place: Option<usize>) -> Row {
        let steps = vec![StepMark { id: "1-1".into(), status: Status::Failed }];
        let cause = Reason::new(None, &Text::verbatim(HOSTILE), &Speakers::default());
        Row { place, ..Row::of_marks(id, "l", Timestamp::UNIX_EPOCH, steps, Some(cause)) }
    }

    #[test]
    fn every_learner_has_a_file_in_the_folder_and_no_other() {
        let ids =
            ["s001", "S001", "..", "../../etc/passwd", "a/b", "a_b", "山田 太郎", "山田_太郎", "", "con\0", "x\n"];
        let mut rows: Vec<Row> = ids.into_iter().map(|id| row(id, None)).collect();
        rows.extend([row("same", Some(1)), row("same", Some(2)), row(&"長".repeat(300), None)]);
        let names: HashSet<String> = rows.iter().map(|row| file_name(row).to_lowercase()).collect();
        assert_eq!(names.len(), rows.len());
        for name in &names {
            assert!(!name.contains(['/', '\\', '\0', '\n']) && !name.starts_with('.') && name.len() < 255, "{name}");
        }
        assert!(names.contains("s001.html"), "{names:?}");
    }

    #[test]
    fn it_tells_why_and_what_next_in_the_learners_language_and_names_nobody_else() {
        let speakers = Speakers::default();
        let both = |ja: &str, en: &str| Localized { ja: ja.into(), en: en.into() };
        let mark = |id: &str, text: &str| Reason::new(Some(id), &Text::verbatim(text), &speakers);
        let row = Row {
            next: vec![both("日本語の次", "English next"), both(HOSTILE, HOSTILE)],
            marks: vec![mark("same-account", "Sato has it too"), mark("other-pack", "another pack")],
            ..row("s001", None)
        };
        let columns = [Column { id: "1-1".into(), title: both("一", "one") }];
        let title = Text::verbatim(HOSTILE);
        let material = FeedbackMaterial { title: &title, columns: &columns, row: &row };
        for (language, own, other) in
            [(Language::Ja, "日本語の次", "English next"), (Language::En, "English next", "日本語の次")]
        {
            let page = feedback(material, &Localizer::new(language));
            assert!(page.contains(own) && !page.contains(other), "{page}");
            assert!(!page.contains("<script") && !page.contains('\u{1b}') && !page.contains('\u{202e}'), "{page}");
            assert!(page.contains("another pack") && !page.contains("Sato"), "{page}");
            assert!(page.contains(&format!("content=\"{GENERATOR}\"")));
        }
    }
}
