//! A class as one page that needs nothing from anywhere and runs nothing: who is where, and which step stops most. Pure.

use jiff::{SignedDuration, Timestamp};

use super::row::{Look, Row};
use super::summary::{Column, Summary};
use super::words::{length, look, reason, standing, summary as summary_line};
use crate::i18n::{Localizer, Text};
use crate::markup::Markup;
use crate::msg;
use crate::text::visible;
use crate::verify::Status;

#[cfg(test)]
mod tests;

const STYLE: &str = include_str!("style.css");
/// Nothing is loaded, sent or run; the style writer in the page is all that it uses.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/// The shades of the heat map.
const SHADES: usize = 5;

/// What a page is made from.
#[derive(Debug)]
pub struct PageMaterial<'a> {
    /// The title of the lesson.
    pub title: Text,
    /// The steps to show.
    pub columns: &'a [Column],
    /// The learners, in the order to show.
    pub rows: &'a [Row],
    /// The class in figures.
    pub summary: &'a Summary,
    /// From when on a learner counts as stuck.
    pub limit: SignedDuration,
    /// When.
    pub now: Timestamp,
}

/// The board as one HTML file.
#[must_use]
pub fn page(material: &PageMaterial<'_>, localizer: &Localizer) -> String {
    let mut writer = Writer { material, localizer, html: Markup::default() };
    writer.html.include("<!doctype html>\n");
    writer.html.open("html", &[("lang", localizer.language().tag().to_owned())]);
    writer.head();
    writer.html.open("body", &[]);
    writer.about();
    writer.steps();
    writer.learners();
    writer.html.finish()
}

struct Writer<'a> {
    material: &'a PageMaterial<'a>,
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
        self.html.empty("meta", &named("name", "viewport", "width=device-width, initial-scale=1"));
        self.html.empty("meta", &named("name", "color-scheme", "light dark"));
        self.element("title", "", &msg!(class_page_title, lesson = self.material.title.clone()));
        self.html.open("style", &[]);
        self.html.include(STYLE);
        self.html.close();
        self.html.close();
    }

    fn about(&mut self) {
        let material = self.material;
        self.element("h1", "", &msg!(class_page_title, lesson = material.title.clone()));
        self.element("p", "note", &msg!(class_page_when, time = material.now));
        self.element("p", "", &summary_line(material.summary, material.limit));
    }

    /// The heat map: a line a step, the darker the more learners are at it.
    fn steps(&mut self) {
        let summary = self.material.summary;
        self.element("h2", "", &msg!(class_page_steps));
        if let Some(worst) = summary.worst() {
            let title = self.title(&worst.id);
            self.element("p", "worst", &msg!(class_page_worst, step = &worst.id, title = title, here = worst.here));
        }
        self.open("table", "steps");
        self.labels(&[
            msg!(class_step_column),
            msg!(class_here),
            msg!(class_stuck),
            msg!(class_done),
            msg!(class_median),
        ]);
        self.open("tbody", "");
        for figures in &summary.steps {
            let title = self.title(&figures.id);
            self.open("tr", "");
            self.element("th", "", &msg!(class_page_step, step = &figures.id, title = title));
            let shade = format!("heat-{}", shade(figures.here, summary.learners));
            self.element("td", &shade, &number(figures.here));
            self.element("td", "", &number(figures.stuck));
            self.element("td", "", &number(figures.done));
            let median =
                figures.median.map(|(median, count)| msg!(class_of_learners, time = length(median), count = count));
            self.element("td", "", &median.unwrap_or_else(|| Text::verbatim("-")));
            self.html.close();
        }
        self.html.close();
        self.html.close();
        self.element("p", "note", &msg!(class_page_median_note));
    }

    fn learners(&mut self) {
        let material = self.material;
        self.element("h2", "", &msg!(class_page_learners));
        self.legend();
        self.open("div", "wide");
        self.open("table", "learners");
        let mut labels = vec![msg!(class_name), msg!(class_now_at), msg!(class_since), msg!(class_reason)];
        labels.extend(material.columns.iter().map(|column| Text::verbatim(&column.id)));
        self.labels(&labels);
        self.open("tbody", "");
        for row in material.rows {
            self.learner(row);
        }
        self.html.close();
        self.html.close();
        self.html.close();
    }

    /// What the signs mean, for paper too.
    fn legend(&mut self) {
        let statuses =
            [Status::Passed, Status::Failed, Status::Waiting, Status::Unknown, Status::Manual, Status::Skipped];
        let looks = statuses.into_iter().map(Look::Status).chain([Look::NotReached]).map(look);
        let signs = looks.map(|(sign, word)| msg!(board_whole, sign = sign, word = word)).collect();
        self.element("p", "note", &Text::List(signs));
    }

    fn learner(&mut self, row: &Row) {
        let material = self.material;
        let language = self.localizer.language();
        self.open("tr", if row.is_stuck(material.now, material.limit) { "stuck" } else { "" });
        let name = visible(&row.name).into_owned();
        self.html.text("th", &[("title", visible(&row.id).into_owned())], &name);
        let (sign, word) = standing(row);
        let step = row.current.clone().unwrap_or_default();
        self.element("td", "now", &msg!(class_cell, sign = sign, step = step, word = word));
        let since = row.standing_for(material.now).map_or_else(|| Text::verbatim(""), length);
        self.element("td", "time", &since);
        self.element("td", "reason", &reason(row, language).unwrap_or_else(|| Text::verbatim("")));
        for column in material.columns {
            self.mark(row.look(&column.id));
        }
        self.html.close();
    }

    /// A sign with its word: colour says nothing alone.
    fn mark(&mut self, seen: Option<Look>) {
        let Some(seen) = seen else {
            self.html.text("td", &[("class", "mark".to_owned())], "");
            return;
        };
        let (sign, word) = look(seen);
        let said = self.localizer.say(&word);
        let attributes = [("class", format!("mark {}", class_of(seen))), ("title", said.clone()), ("aria-label", said)];
        self.html.text("td", &attributes, sign);
    }

    fn title(&self, step: &str) -> Text {
        let column = self.material.columns.iter().find(|column| column.id == step);
        column.map_or_else(|| Text::verbatim(step), |column| Text::Lesson(column.title.clone()))
    }

    fn labels(&mut self, labels: &[Text]) {
        self.open("thead", "");
        self.open("tr", "");
        for label in labels {
            let said = self.localizer.say(label);
            self.html.text("th", &[("scope", "col".to_owned())], &said);
        }
        self.html.close();
        self.html.close();
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

fn number(count: usize) -> Text {
    Text::verbatim(count.to_string())
}

/// None at all has no shade; a third of the class has the darkest.
fn shade(here: usize, learners: usize) -> usize {
    if here == 0 { 0 } else { (1 + here * 3 * (SHADES - 1) / learners.max(1)).min(SHADES) }
}

fn class_of(look: Look) -> &'static str {
    match look {
        Look::Status(Status::Passed) => "passed",
        Look::Status(Status::Failed) => "failed",
        Look::Status(Status::Waiting) => "waiting",
        Look::Status(Status::Unknown) => "unknown",
        Look::Status(Status::Manual) => "manual",
        Look::Status(Status::Skipped) | Look::NotReached => "skipped",
    }
}
